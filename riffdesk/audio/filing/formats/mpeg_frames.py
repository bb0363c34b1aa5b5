"""Counting the frames of an MP3 file, to correct a missing or wrong length in its header.

Layer III is a sequence of frames with a header each (ISO/IEC 11172-3, 13818-3). The number of frames is only in the
Xing or Info tag of the first frame (in LAME's layout); streams and cut files have none, and joined files one for a
part. Decoders then guess the length from the size of the first frames.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from riffdesk.audio.filing.formats.spliced_file import Part, SplicedFile

_KBPS = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
_LAYER_3 = 1
_MONO = 3
_MIN_CHAIN = 4  # consecutive frames that are unlikely in other data
_MAX_FIRST_FRAME = 1 << 18  # bytes in which the first frame has to begin
_MAX_BYTES = 1 << 30
_TAG = struct.Struct(">4sII")  # name, flags, number of frames
_TAG_BYTES = 160  # size of LAME's Xing tag
_TAG_FIELDS = ((1, 4), (2, 4), (4, 100), (8, 4))  # flags of a Xing tag, and sizes of the fields that they announce


@dataclass(frozen=True)
class _Header:
    """Header of a frame."""

    size: int
    version: int
    rate: int
    mono: bool

    @property
    def samples(self) -> int:
        return 1_152 if self.version == 3 else 576

    @property
    def tag_offset(self) -> int:
        """Offset of a Xing tag in the frame, after the side information."""
        return 4 + ((17 if self.mono else 32) if self.version == 3 else (9 if self.mono else 17))


@dataclass(frozen=True)
class _TagFrame:
    """A frame without sound that holds a tag about the other frames."""

    start: int
    stop: int
    frames: int
    delay: int
    padding: int


@dataclass(frozen=True, eq=False)
class MpegSound:
    """Contents of an MP3 file.

    Parameters
    ----------
    file : SplicedFile, optional
        The file with a corrected header; None if its own is correct.
    seconds : float
        Length of the frames in the file.
    header_seconds : float
        Length according to its header; 0 if it has none.
    other_rate_frames : int
        Number of frames of another sample rate, which are left out.
    """

    file: SplicedFile | None
    seconds: float
    header_seconds: float
    other_rate_frames: int


def mpeg_sound(file: BinaryIO) -> MpegSound | None:
    """Return the contents of an MP3 file; None for any other file.

    Parameters
    ----------
    file : binary file
        Open, and able to seek.
    """
    file.seek(0)
    offset = _after_tags(file, 0)
    file.seek(offset)
    beginning = file.read(4)
    if _is_other_format(beginning):
        return None
    beginning += file.read(_MAX_FIRST_FRAME + 8_192 - len(beginning))
    start = next(
        (offset for offset in _sync_offsets(beginning, 0, _MAX_FIRST_FRAME) if _is_chain(beginning, offset)), None
    )
    if start is None:
        return None
    file.seek(0)
    data = file.read(_MAX_BYTES)
    header = _header(data, offset + start)
    assert header is not None
    tag_frames, ranges, count, other_rate_count = _frames(data, offset + start, header)
    return _mpeg_sound(file, data, header, tag_frames, ranges, count, other_rate_count)


def _mpeg_sound(
    file: BinaryIO,
    data: bytes,
    header: _Header,
    tag_frames: list[tuple[int, _TagFrame]],
    ranges: list[tuple[int, int]],
    count: int,
    other_rate_count: int,
) -> MpegSound | None:
    if count == 0:
        return None
    own_tag = tag_frames[0][1] if tag_frames and tag_frames[0][0] == 0 else None
    seconds = count * header.samples / header.rate
    is_joined = len(tag_frames) > (own_tag is not None)
    header_seconds = own_tag.frames * header.samples / header.rate if own_tag and not is_joined else 0.0
    if (
        own_tag
        and own_tag.frames == count
        and not is_joined
        and len(ranges) == 1
        and ranges[0][0] == own_tag.stop
        and own_tag.start == 0
    ):
        return MpegSound(None, seconds, header_seconds, other_rate_count)
    padding = 0
    if tag_frames and tag_frames[-1][1].frames == count - tag_frames[-1][0]:
        padding = tag_frames[-1][1].padding
    tag_frame = (
        _mended_tag_frame(data, own_tag, count, padding, sum(stop - start for start, stop in ranges))
        if own_tag
        else _new_tag_frame(data, ranges[0][0], count)
    )
    parts: list[Part] = [tag_frame, *ranges]
    return MpegSound(SplicedFile(file, parts), seconds, header_seconds, other_rate_count)


def _frames(
    data: bytes, offset: int, first_header: _Header
) -> tuple[list[tuple[int, _TagFrame]], list[tuple[int, int]], int, int]:
    """Return the tag frames, each with the number of frames before it, the byte ranges of frames, and two counts.

    The counts are of all frames, and of frames of another sample rate, which are left out.
    """
    tag_frames: list[tuple[int, _TagFrame]] = []
    ranges: list[tuple[int, int]] = []
    count = other_rate_count = 0
    while offset < len(data):
        header = _header(data, offset)
        if header is None or (header.rate != first_header.rate and not _is_chain(data, offset)):
            offset = _resync(data, offset)
            continue
        stop = offset + header.size
        if stop > len(data):
            break
        if header.rate != first_header.rate:
            other_rate_count += 1
        elif (tag_frame := _tag_frame(data, offset, header)) is not None:
            tag_frames.append((count, tag_frame))
        else:
            count += 1
            if ranges and ranges[-1][1] == offset:
                ranges[-1] = ranges[-1][0], stop
            else:
                ranges.append((offset, stop))
        offset = stop
    return tag_frames, ranges, count, other_rate_count


def _resync(data: bytes, offset: int) -> int:
    """Return the offset of the next frame after tags and other data."""
    size = _tag_size(data[offset : offset + 32])
    if size:
        return offset + size
    return next(
        (candidate for candidate in _sync_offsets(data, offset + 1, len(data)) if _is_chain(data, candidate)), len(data)
    )


def _sync_offsets(data: bytes, start: int, stop: int) -> Iterator[int]:
    """Yield offsets at which a frame may begin."""
    while (start := data.find(b"\xff", start, stop)) >= 0:
        yield start
        start += 1


def _is_chain(data: bytes, start: int) -> bool:
    """Return whether consecutive frames of one version and rate begin here, or the last ones of the file."""
    first = _header(data, start)
    offset = start
    for number in range(_MIN_CHAIN):
        header = _header(data, offset)
        if header is None or first is None or (header.version, header.rate) != (first.version, first.rate):
            name = data[offset : offset + 3]
            return number > 0 and (offset >= len(data) or name in (b"TAG", b"ID3", b"APE"))
        offset += header.size
    return True


def _header(data: bytes | bytearray, offset: int) -> _Header | None:
    """Return the header at an offset; None if there is no header of layer III."""
    if offset + 4 > len(data) or data[offset] != 0xFF or data[offset + 1] & 0xE0 != 0xE0:
        return None
    version, layer = data[offset + 1] >> 3 & 3, data[offset + 1] >> 1 & 3
    kbps, rate = data[offset + 2] >> 4, data[offset + 2] >> 2 & 3
    if version == 1 or layer != _LAYER_3 or not 0 < kbps < 15 or rate == 3:
        return None
    hertz = _RATES[version][rate]
    bytes_per_kbps = 144_000 if version == 3 else 72_000
    size = bytes_per_kbps * _KBPS[version == 3][kbps] // hertz + (data[offset + 2] >> 1 & 1)
    return _Header(size, version, hertz, data[offset + 3] >> 6 == _MONO)


def _tag_frame(data: bytes, offset: int, header: _Header) -> _TagFrame | None:
    """Return the tag in a frame; None if it is a frame of sound."""
    stop, tag = offset + header.size, offset + header.tag_offset
    if data[offset + 36 : offset + 40] == b"VBRI":
        return _TagFrame(offset, stop, int.from_bytes(data[offset + 50 : offset + 54]), 0, 0)
    if data[tag : tag + 4] not in (b"Xing", b"Info"):
        return None
    flags = int.from_bytes(data[tag + 4 : tag + 8])
    frames = int.from_bytes(data[tag + 8 : tag + 12]) if flags & 1 else 0
    lame_offset = _lame_offset(data, tag)
    if lame_offset + 24 > stop or data[lame_offset : lame_offset + 4] not in (b"LAME", b"Lavc", b"Lavf"):
        return _TagFrame(offset, stop, frames, 0, 0)
    silence = int.from_bytes(data[lame_offset + 21 : lame_offset + 24])
    return _TagFrame(offset, stop, frames, silence >> 12, silence & 0xFFF)


def _lame_offset(data: bytes | bytearray, tag: int) -> int:
    """Return the offset of LAME's part of a Xing tag."""
    flags = int.from_bytes(data[tag + 4 : tag + 8])
    return tag + 8 + sum(size for flag, size in _TAG_FIELDS if flags & flag)


def _mended_tag_frame(data: bytes, tag_frame: _TagFrame, count: int, padding: int, size: int) -> bytes:
    """Return a file's own tag frame with the counted number of frames and bytes."""
    frame = bytearray(data[tag_frame.start : tag_frame.stop])
    header = _header(frame, 0)
    assert header is not None
    tag = header.tag_offset
    if frame[36:40] == b"VBRI" or not frame[tag + 7] & 1:
        return _new_tag_frame(data, tag_frame.start, count)
    struct.pack_into(">I", frame, tag + 8, count)
    if frame[tag + 7] & 2:
        struct.pack_into(">I", frame, tag + 12, len(frame) + size)
    if tag_frame.delay or tag_frame.padding:
        lame_offset = _lame_offset(frame, tag)
        frame[lame_offset + 21 : lame_offset + 24] = (tag_frame.delay << 12 | padding).to_bytes(3)
    return bytes(frame)


def _new_tag_frame(data: bytes, offset: int, count: int) -> bytes:
    """Return a tag frame with the number of frames, of the version and rate of the frame at an offset."""
    start = bytearray(data[offset : offset + 4])
    start[1] |= 1  # no checksum
    header = None
    for kbps in range(1, 15):
        start[2] = kbps << 4 | start[2] & 0x0C
        header = _header(start, 0)
        if header is not None and header.size >= header.tag_offset + _TAG_BYTES:
            break
    assert header is not None
    return bytes(start).ljust(header.tag_offset, b"\0") + _TAG.pack(b"Xing", 1, count).ljust(
        header.size - header.tag_offset, b"\0"
    )


def _is_other_format(head: bytes) -> bool:
    return head[:4] in (b"RIFF", b"RIFX", b"RF64", b"fLaC", b"OggS", b"FORM", b"caff", b"riff", b"\x89PNG", b".snd")


def _after_tags(file: BinaryIO, offset: int) -> int:
    """Return the offset after the tags at the beginning of a file."""
    while True:
        file.seek(offset)
        size = _tag_size(file.read(32))
        if not size:
            return offset
        offset += size


def _tag_size(head: bytes) -> int:
    """Return the size of the tag at the beginning of some bytes; 0 if there is none."""
    if head[:3] == b"ID3" and len(head) >= 10 and not any(byte & 0x80 for byte in head[6:10]):
        size = head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9]
        return 10 + size + (10 if head[5] & 0x10 else 0)
    if head[:8] == b"APETAGEX" and len(head) >= 24:
        is_header = head[23] & 0x20
        return 32 + (int.from_bytes(head[12:16], "little") if is_header else 0)
    return 128 if head[:3] == b"TAG" else 0
