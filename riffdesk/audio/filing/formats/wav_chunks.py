"""Reading and writing the chunks of a WAV file; libsndfile handles only short ones.

A RIFF file is a sequence of chunks: a name of four bytes, the size, the content, and a padding byte after odd sizes
(Multimedia Programming Interface and Data Specifications 1.0, IBM and Microsoft 1991).
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO

_HEADER = struct.Struct("<4sI")
_MAX_CHUNKS = 1_000
_MAX_COMMENT = 4_000_000
_MAX_JUNK = 1 << 18  # bytes before the beginning, or between chunks, that are skipped
_STREAMED = 0x7FFF_0000  # programs write sizes from here on while the size is unknown
_TOLERANCE = 64  # bytes; some programs miscount their padding
_KNOWN_NAMES = frozenset(
    b"data|fmt |LIST|fact|JUNK|junk|bext|iXML|id3 |ID3 |cue |smpl|acid|inst|PEAK|FLLR|PAD |DISP|cart|plst|axml|chna"
    b"|strc|umid|minf|elm1|regn|LGWV|_PMX|levl|ds64|bxml|SyLp|Cr8r|afsp|wavl|slnt|note|labl|ltxt|CDif|AFAn".split(b"|")
)


@dataclass(frozen=True)
class Chunk:
    """A chunk of a WAV file.

    Parameters
    ----------
    name : bytes
    start, size : int
        Offset and size of its content in the file.
    size_in_header : int
        The size in its header, which may be wrong.
    padded : bool
        Whether a padding byte follows an odd size, as it should.
    """

    name: bytes
    start: int
    size: int
    size_in_header: int
    padded: bool = True

    @property
    def size_unknown(self) -> bool:
        """Whether the size was never written, as when a recorder loses power or a program writes to a pipe."""
        return self.size != self.size_in_header and (self.size_in_header == 0 or self.size_in_header >= _STREAMED)

    @property
    def is_truncated(self) -> bool:
        """Whether the end of the content is missing."""
        return not self.size_unknown and self.size_in_header > self.size + _TOLERANCE


def start_of_wav(file: BinaryIO) -> int | None:
    """Return the offset of a little-endian RIFF file after tags of other programs; None if there is none."""
    file.seek(0)
    beginning = file.read(12)
    if _is_riff(beginning, 0):
        return 0
    if beginning[:3] != b"ID3" and beginning[:4].strip(b"\0"):
        return None
    beginning += file.read(_MAX_JUNK - len(beginning))
    offset = max(beginning.find(b"RIFF"), beginning.find(b"RF64"))
    return offset if offset >= 0 and _is_riff(beginning, offset) else None


def _is_riff(data: bytes, offset: int) -> bool:
    return data[offset : offset + 4] in (b"RIFF", b"RF64") and data[offset + 8 : offset + 12] == b"WAVE"


def chunks(file: BinaryIO) -> Iterator[Chunk]:
    """Yield each chunk of a WAV file; none of any other file.

    Missing padding, wrong sizes and other data between chunks are skipped where the next chunk can be found.
    """
    start = start_of_wav(file)
    if start is None:
        return
    end = file.seek(0, os.SEEK_END)
    offset, long_size = start + 12, 0
    for _ in range(_MAX_CHUNKS):
        file.seek(offset)
        header = file.read(_HEADER.size)
        if len(header) < _HEADER.size or not _is_name(header[:4]):
            return
        name, size_in_header = _HEADER.unpack(header)
        content = offset + _HEADER.size
        if name == b"ds64":
            long_size = int.from_bytes(file.read(16)[8:], "little")
        if name == b"data":
            size_in_header = long_size if size_in_header == 0xFFFF_FFFF and long_size else size_in_header
            chunk = _data(file, content, size_in_header, end)
        elif content + size_in_header > end:  # the size is damaged, but a data chunk may follow
            next_data = _next_data(file, content)
            chunk = Chunk(name, content, (next_data or end) - content, size_in_header, padded=next_data is None)
        else:
            chunk = Chunk(name, content, size_in_header, size_in_header)
        stop = chunk.start + chunk.size
        offset = stop
        if chunk.size % 2 and chunk.padded:
            padded = not (_name_at(file, stop) in _KNOWN_NAMES and _name_at(file, stop + 1) not in _KNOWN_NAMES)
            chunk = replace(chunk, padded=padded)
            offset += padded
        yield chunk


def _data(file: BinaryIO, start: int, size_in_header: int, end: int) -> Chunk:
    """Return the data chunk, up to the end of the file if its size is unknown or too large."""
    available = end - start
    is_unknown = size_in_header == 0 and available >= _HEADER.size and _name_at(file, start) not in _KNOWN_NAMES
    size = available if is_unknown or size_in_header > available else size_in_header
    return Chunk(b"data", start, size, size_in_header)


def _next_data(file: BinaryIO, offset: int) -> int | None:
    """Return the offset of the next data chunk; None if there is none."""
    file.seek(offset)
    index = file.read(_MAX_JUNK).find(b"data")
    return offset + index if index >= 0 else None


def _name_at(file: BinaryIO, offset: int) -> bytes:
    file.seek(offset)
    return file.read(4)


def _is_name(name: bytes) -> bool:
    return all(0x20 <= byte < 0x7F for byte in name)


def append_chunks(file: BinaryIO, contents: Mapping[bytes, bytes]) -> None:
    """Add chunks at the end of a WAV file that is open for reading and writing."""
    end = file.seek(0, os.SEEK_END)
    file.write(b"\0" * (end % 2) + b"".join(chunk_bytes(name, content) for name, content in contents.items()))
    size = file.tell() - 8
    file.seek(4)
    file.write(struct.pack("<I", size))


def comment_chunk(text: str) -> dict[bytes, bytes]:
    """Return a comment as a chunk."""
    return {b"LIST": b"INFO" + chunk_bytes(b"ICMT", text.encode() + b"\0")}


def read_comment(file: BinaryIO) -> str:
    """Return a WAV file's comment; empty if it has none."""
    for chunk in chunks(file):
        if chunk.name != b"LIST" or chunk.size > _MAX_COMMENT:
            continue
        file.seek(chunk.start)
        info = file.read(chunk.size)
        offset = 4
        while info[:4] == b"INFO" and offset + _HEADER.size <= len(info):
            kind, length = _HEADER.unpack_from(info, offset)
            offset += _HEADER.size
            if kind == b"ICMT":
                return info[offset : offset + length].split(b"\0")[0].decode(errors="replace")
            offset += length + length % 2
    return ""


def chunk_bytes(name: bytes, content: bytes) -> bytes:
    """Return a chunk with its header and padding."""
    return _HEADER.pack(name, len(content)) + content + b"\0" * (len(content) % 2)
