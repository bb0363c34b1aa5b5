"""WAV files whose header is not true, as ones whose header is: libsndfile believes every size that it finds."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import BinaryIO

from riffdesk.audio.filing.formats.spliced_file import Piece, SplicedFile
from riffdesk.audio.filing.formats.wav_chunks import Chunk, chunk_bytes, chunks, start_of_wav

_LONGEST_FORMAT = 1 << 16
_LARGEST = 0xFFFF_0000  # bytes of samples that a header can tell
_EXTENSIBLE = 0xFFFE
_FORMAT = struct.Struct("<HHIIHH")


@dataclass(frozen=True)
class WavFormat:
    """What the ``fmt`` chunk says.

    Parameters
    ----------
    channels, rate, bytes_per_second, block : int
    speakers : int, optional
        The bits of the loudspeakers that the channels are for; None where there is no place for them.
    """

    channels: int
    rate: int
    bytes_per_second: int
    block: int
    speakers: int | None


@dataclass(frozen=True, eq=False)
class WavFile:
    """A WAV file that libsndfile reads whole.

    Parameters
    ----------
    file : SplicedFile, optional
        With a header that is true; None if the file's own is.
    format : WavFormat
    unknown : bool
        Whether its length was never written.
    seconds, promised : float
        What there is and what there should be, where bytes are missing; otherwise both 0.
    """

    file: SplicedFile | None
    format: WavFormat
    unknown: bool
    seconds: float
    promised: float


def wav_file(file: BinaryIO) -> WavFile | None:
    """Return what a WAV file holds; None of any other file, and of one without format or samples."""
    found = list(chunks(file))
    told = next((chunk for chunk in found if chunk.name == b"fmt "), None)
    data = [chunk for chunk in found if chunk.name == b"data"]
    if told is None or not data or not _FORMAT.size <= told.size < _LONGEST_FORMAT:
        return None
    file.seek(told.first)
    raw = file.read(told.size)
    wav_format = _format(raw)
    seconds = promised = 0.0
    if any(chunk.cut for chunk in data) and wav_format.bytes_per_second:
        seconds = sum(chunk.size for chunk in data) / wav_format.bytes_per_second
        promised = sum(chunk.told for chunk in data) / wav_format.bytes_per_second
    true = start_of_wav(file) == 0 and _is_true(found, data)
    spliced = None if true else _spliced(file, found, raw, data, wav_format.block)
    return WavFile(spliced, wav_format, any(chunk.unknown for chunk in data), seconds, promised)


def _format(raw: bytes) -> WavFormat:
    kind, channels, rate, bytes_per_second, block, _ = _FORMAT.unpack_from(raw)
    speakers = struct.unpack_from("<I", raw, 20)[0] if kind == _EXTENSIBLE and len(raw) >= 24 else None
    return WavFormat(channels, rate, bytes_per_second, block, speakers)


def _is_true(found: list[Chunk], data: list[Chunk]) -> bool:
    """Return whether libsndfile finds the samples by itself."""
    names = [chunk.name for chunk in found]
    whole = all(chunk.size == chunk.told and chunk.padded for chunk in found[: names.index(b"data") + 1])
    return whole and len(data) == 1 and names.index(b"fmt ") < names.index(b"data")


def _spliced(file: BinaryIO, found: list[Chunk], raw: bytes, data: list[Chunk], block: int) -> SplicedFile:
    """Return the file with a header of its own before the samples."""
    size = min(sum(chunk.size for chunk in data), _LARGEST)
    size -= size % max(1, block)
    before = chunk_bytes(b"fmt ", raw)
    for chunk in found:
        if chunk.name == b"fact" and chunk.size == 4 and not data[0].unknown:
            file.seek(chunk.first)
            before += chunk_bytes(b"fact", file.read(4))
    head = b"WAVE" + before + struct.pack("<4sI", b"data", size)
    pieces: list[Piece] = [struct.pack("<4sI", b"RIFF", len(head) + size) + head]
    left = size
    for chunk in data:
        pieces.append((chunk.first, chunk.first + min(left, chunk.size)))
        left -= min(left, chunk.size)
    return SplicedFile(file, pieces)
