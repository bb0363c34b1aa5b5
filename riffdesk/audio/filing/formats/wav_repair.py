"""Correcting the header of WAV files with wrong sizes, which libsndfile does not check."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import BinaryIO

from riffdesk.audio.filing.formats.spliced_file import Part, SplicedFile
from riffdesk.audio.filing.formats.wav_chunks import Chunk, chunk_bytes, chunks, start_of_wav

_MAX_FORMAT_BYTES = 1 << 16
_MAX_DATA_BYTES = 0xFFFF_0000  # largest size of the samples in a header
_EXTENSIBLE = 0xFFFE
_INTEGERS = 1
_FORMAT = struct.Struct("<HHIIHH")


@dataclass(frozen=True)
class WavFormat:
    """Contents of the ``fmt`` chunk.

    Parameters
    ----------
    channels, rate, bytes_per_second, block : int
        ``block`` is the number of bytes of a frame.
    speakers : int, optional
        Channel mask; None if the format has none.
    unused_bits : int
        Bits of each sample that hold nothing, such as 8 for 24 bits in 32; they should be the lowest ones.
    """

    channels: int
    rate: int
    bytes_per_second: int
    block: int
    speakers: int | None
    unused_bits: int


@dataclass(frozen=True, eq=False)
class WavFile:
    """Contents of a WAV file.

    Parameters
    ----------
    file : SplicedFile, optional
        The file with a corrected header; None if its own is correct.
    format : WavFormat
    size_unknown : bool
        Whether its length was never written.
    seconds, header_seconds : float
        Present length, and length according to the header, if the file is truncated; otherwise both 0.
    """

    file: SplicedFile | None
    format: WavFormat
    size_unknown: bool
    seconds: float
    header_seconds: float


def wav_file(file: BinaryIO) -> WavFile | None:
    """Return the contents of a WAV file; None for any other file, and for one without format or samples."""
    all_chunks = list(chunks(file))
    format_chunk = next((chunk for chunk in all_chunks if chunk.name == b"fmt "), None)
    data = [chunk for chunk in all_chunks if chunk.name == b"data"]
    if format_chunk is None or not data or not _FORMAT.size <= format_chunk.size < _MAX_FORMAT_BYTES:
        return None
    file.seek(format_chunk.start)
    raw = file.read(format_chunk.size)
    wav_format = _format(raw)
    seconds = header_seconds = 0.0
    if any(chunk.is_truncated for chunk in data) and wav_format.bytes_per_second:
        seconds = sum(chunk.size for chunk in data) / wav_format.bytes_per_second
        header_seconds = sum(chunk.size_in_header for chunk in data) / wav_format.bytes_per_second
    is_correct = start_of_wav(file) == 0 and _has_correct_header(all_chunks, data)
    spliced = None if is_correct else _spliced(file, all_chunks, raw, data, wav_format.block)
    return WavFile(spliced, wav_format, any(chunk.size_unknown for chunk in data), seconds, header_seconds)


def _format(raw: bytes) -> WavFormat:
    kind, channels, rate, bytes_per_second, block, bits = _FORMAT.unpack_from(raw)
    speakers, unused = None, 0
    if kind == _EXTENSIBLE and len(raw) >= 26:
        used, speakers, samples = struct.unpack_from("<HIH", raw, 18)
        unused = bits - used if samples == _INTEGERS and 0 < used < bits else 0
    return WavFormat(channels, rate, bytes_per_second, block, speakers, unused)


def _has_correct_header(all_chunks: list[Chunk], data: list[Chunk]) -> bool:
    """Return whether libsndfile reads the samples without a correction."""
    names = [chunk.name for chunk in all_chunks]
    sizes_correct = all(
        chunk.size == chunk.size_in_header and chunk.padded for chunk in all_chunks[: names.index(b"data") + 1]
    )
    return sizes_correct and len(data) == 1 and names.index(b"fmt ") < names.index(b"data")


def _spliced(file: BinaryIO, all_chunks: list[Chunk], raw: bytes, data: list[Chunk], block: int) -> SplicedFile:
    """Return the samples with a new header."""
    size = min(sum(chunk.size for chunk in data), _MAX_DATA_BYTES)
    size -= size % max(1, block)
    header_chunks = chunk_bytes(b"fmt ", raw)
    for chunk in all_chunks:
        if chunk.name == b"fact" and chunk.size == 4 and not data[0].size_unknown:
            file.seek(chunk.start)
            header_chunks += chunk_bytes(b"fact", file.read(4))
    head = b"WAVE" + header_chunks + struct.pack("<4sI", b"data", size)
    parts: list[Part] = [struct.pack("<4sI", b"RIFF", len(head) + size) + head]
    remaining = size
    for chunk in data:
        parts.append((chunk.start, chunk.start + min(remaining, chunk.size)))
        remaining -= min(remaining, chunk.size)
    return SplicedFile(file, parts)
