"""Chunks of a WAV file beside its samples: libsndfile writes and reads only short ones.

A RIFF file is a row of chunks: a name of four bytes, a size, so many bytes, and one more to make it even
(Multimedia Programming Interface and Data Specifications 1.0, IBM and Microsoft 1991).
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO

_HEADER = struct.Struct("<4sI")
_CHUNKS = 1_000  # more than anyone writes
_LONGEST_COMMENT = 4_000_000
_JUNK = 1 << 18  # bytes before the beginning, or within the chunks, that are passed over
_STREAMED = 0x7FFF_0000  # sizes from here on are what programs write that do not know yet
_SPARE = 64  # bytes; some writers miscount their padding
_KNOWN = frozenset(
    b"data|fmt |LIST|fact|JUNK|junk|bext|iXML|id3 |ID3 |cue |smpl|acid|inst|PEAK|FLLR|PAD |DISP|cart|plst|axml|chna"
    b"|strc|umid|minf|elm1|regn|LGWV|_PMX|levl|ds64|bxml|SyLp|Cr8r|afsp|wavl|slnt|note|labl|ltxt|CDif|AFAn".split(b"|")
)


@dataclass(frozen=True)
class Chunk:
    """A chunk of a WAV file.

    Parameters
    ----------
    name : bytes
    first, size : int
        The bytes of it that are there.
    told : int
        The size that its header tells: less or more than there is where that was written before it was known.
    padded : bool
        Whether what follows it begins at an even place, as it should.
    """

    name: bytes
    first: int
    size: int
    told: int
    padded: bool = True

    @property
    def unknown(self) -> bool:
        """Whether the size was never written: a recorder lost power, or a program wrote into a pipe."""
        return self.size != self.told and (self.told == 0 or self.told >= _STREAMED)

    @property
    def cut(self) -> bool:
        """Whether bytes are missing that were there once."""
        return not self.unknown and self.told > self.size + _SPARE


def start_of_wav(file: BinaryIO) -> int | None:
    """Return where a RIFF file of little-endian samples begins, behind other programs' tags; None if none does."""
    file.seek(0)
    head = file.read(12)
    if _is_riff(head, 0):
        return 0
    if head[:3] != b"ID3" and head[:4].strip(b"\0"):
        return None
    head += file.read(_JUNK - len(head))
    place = max(head.find(b"RIFF"), head.find(b"RF64"))
    return place if place >= 0 and _is_riff(head, place) else None


def _is_riff(head: bytes, place: int) -> bool:
    return head[place : place + 4] in (b"RIFF", b"RF64") and head[place + 8 : place + 12] == b"WAVE"


def chunks(file: BinaryIO) -> Iterator[Chunk]:
    """Yield each chunk of a WAV file; none of any other file.

    Chunks without their padding, of a size that is not true, and junk between them are passed over as far as what
    follows can be made out.
    """
    start = start_of_wav(file)
    if start is None:
        return
    end = file.seek(0, os.SEEK_END)
    place, long_size = start + 12, 0
    for _ in range(_CHUNKS):
        file.seek(place)
        header = file.read(_HEADER.size)
        if len(header) < _HEADER.size or not _is_name(header[:4]):
            return
        name, told = _HEADER.unpack(header)
        first = place + _HEADER.size
        if name == b"ds64":
            long_size = int.from_bytes(file.read(16)[8:], "little")
        if name == b"data":
            told = long_size if told == 0xFFFF_FFFF and long_size else told
            chunk = _data(file, first, told, end)
        elif first + told > end:  # the size is damaged: the samples may still be there
            behind = _next_data(file, first)
            chunk = Chunk(name, first, (behind or end) - first, told, padded=behind is None)
        else:
            chunk = Chunk(name, first, told, told)
        stop = chunk.first + chunk.size
        place = stop
        if chunk.size % 2 and chunk.padded:
            padded = not (_name_at(file, stop) in _KNOWN and _name_at(file, stop + 1) not in _KNOWN)
            chunk = replace(chunk, padded=padded)
            place += padded
        yield chunk


def _data(file: BinaryIO, first: int, told: int, end: int) -> Chunk:
    """Return the chunk of samples; its size may never have been written."""
    there = end - first
    never_written = told == 0 and there >= _HEADER.size and _name_at(file, first) not in _KNOWN
    size = there if never_written or told > there else told
    return Chunk(b"data", first, size, told)


def _next_data(file: BinaryIO, place: int) -> int | None:
    """Return where the next chunk of samples begins."""
    file.seek(place)
    found = file.read(_JUNK).find(b"data")
    return place + found if found >= 0 else None


def _name_at(file: BinaryIO, place: int) -> bytes:
    file.seek(place)
    return file.read(4)


def _is_name(name: bytes) -> bool:
    return all(0x20 <= byte < 0x7F for byte in name)


def append_chunks(file: BinaryIO, more: Mapping[bytes, bytes]) -> None:
    """Add chunks at the end of a WAV file that is open for reading and writing."""
    end = file.seek(0, os.SEEK_END)
    file.write(b"\0" * (end % 2) + b"".join(chunk_bytes(name, content) for name, content in more.items()))
    size = file.tell() - 8
    file.seek(4)
    file.write(struct.pack("<I", size))


def comment_chunk(text: str) -> dict[bytes, bytes]:
    """Return a comment as a chunk."""
    return {b"LIST": b"INFO" + chunk_bytes(b"ICMT", text.encode() + b"\0")}


def read_comment(file: BinaryIO) -> str:
    """Return a WAV file's comment; empty if it has none."""
    for chunk in chunks(file):
        if chunk.name != b"LIST" or chunk.size > _LONGEST_COMMENT:
            continue
        file.seek(chunk.first)
        info = file.read(chunk.size)
        place = 4
        while info[:4] == b"INFO" and place + _HEADER.size <= len(info):
            kind, length = _HEADER.unpack_from(info, place)
            place += _HEADER.size
            if kind == b"ICMT":
                return info[place : place + length].split(b"\0")[0].decode(errors="replace")
            place += length + length % 2
    return ""


def chunk_bytes(name: bytes, content: bytes) -> bytes:
    """Return a chunk as it stands in a file, padded to whole words."""
    return _HEADER.pack(name, len(content)) + content + b"\0" * (len(content) % 2)
