"""Frames of an MP3 file, counted, so that its length is known where its header does not tell it.

Layer III is a row of frames, each with a header of its own (ISO/IEC 11172-3, 13818-3). How many there are stands only
in the Xing or Info tag of the first (the layout is LAME's); streams, joined files and ones that begin in the middle
have none, or one that is true of a part. Decoders then guess the length from the size of the first frames.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from riffdesk.audio.filing.formats.spliced_file import Piece, SplicedFile

_KBPS = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
_LAYER_3 = 1
_MONO = 3
_CHAIN = 4  # frames in a row that make junk unlikely
_FIRST = 1 << 18  # bytes in which the first frame has to be
_LARGEST = 1 << 30
_TAG = struct.Struct(">4sII")  # of a frame that holds none: its name, flags, frames
_TAG_ROOM = 160  # bytes that a Xing tag of LAME takes
_FIELDS = ((1, 4), (2, 4), (4, 100), (8, 4))  # flags of a Xing tag, and the bytes of what they announce


@dataclass(frozen=True)
class _Header:
    """What the header of a frame says."""

    size: int
    version: int
    rate: int
    mono: bool

    @property
    def samples(self) -> int:
        return 1_152 if self.version == 3 else 576

    @property
    def tag(self) -> int:
        """Where a Xing tag begins in it, behind the side information."""
        return 4 + ((17 if self.mono else 32) if self.version == 3 else (9 if self.mono else 17))


@dataclass(frozen=True)
class _Info:
    """A frame without music: what it says of the others."""

    start: int
    stop: int
    frames: int
    delay: int
    padding: int


@dataclass(frozen=True, eq=False)
class MpegSound:
    """An MP3 file that decoders read whole.

    Parameters
    ----------
    file : SplicedFile, optional
        With a header that is true; None if the file's own is.
    seconds : float
        What there is.
    promised : float
        What there should be by its own account; 0 if it does not tell.
    others : int
        Frames of another sample rate, which are left out.
    """

    file: SplicedFile | None
    seconds: float
    promised: float
    others: int


def mpeg_sound(file: BinaryIO) -> MpegSound | None:
    """Return what an MP3 file holds; None of any other file.

    Parameters
    ----------
    file : binary file
        Open, and able to seek.
    """
    file.seek(0)
    place = _behind_tags(file, 0)
    file.seek(place)
    head = file.read(4)
    if _is_another(head):
        return None
    head += file.read(_FIRST + 8_192 - len(head))
    start = next((at for at in _syncs(head, 0, _FIRST) if _is_chain(head, at)), None)
    if start is None:
        return None
    file.seek(0)
    data = file.read(_LARGEST)
    kind = _header(data, place + start)
    assert kind is not None
    infos, pieces, count, others = _frames(data, place + start, kind)
    return _whole(file, data, kind, infos, pieces, count, others)


def _whole(
    file: BinaryIO,
    data: bytes,
    kind: _Header,
    infos: list[tuple[int, _Info]],
    pieces: list[tuple[int, int]],
    count: int,
    others: int,
) -> MpegSound | None:
    if count == 0:
        return None
    own = infos[0][1] if infos and infos[0][0] == 0 else None
    seconds = count * kind.samples / kind.rate
    joined = len(infos) > (own is not None)
    promised = own.frames * kind.samples / kind.rate if own and not joined else 0.0
    if own and own.frames == count and not joined and len(pieces) == 1 and pieces[0][0] == own.stop and own.start == 0:
        return MpegSound(None, seconds, promised, others)
    padding = 0
    if infos and infos[-1][1].frames == count - infos[-1][0]:
        padding = infos[-1][1].padding
    first = (
        _told(data, own, count, padding, sum(stop - start for start, stop in pieces))
        if own
        else _new_info(data, pieces[0][0], count)
    )
    parts: list[Piece] = [first, *pieces]
    return MpegSound(SplicedFile(file, parts), seconds, promised, others)


def _frames(data: bytes, place: int, kind: _Header) -> tuple[list[tuple[int, _Info]], list[tuple[int, int]], int, int]:
    """Return the tags with how many frames come before each, the pieces that hold music, their frames, and others."""
    infos: list[tuple[int, _Info]] = []
    pieces: list[tuple[int, int]] = []
    count = others = 0
    while place < len(data):
        header = _header(data, place)
        if header is None or (header.rate != kind.rate and not _is_chain(data, place)):
            place = _resync(data, place)
            continue
        stop = place + header.size
        if stop > len(data):
            break
        if header.rate != kind.rate:
            others += 1
        elif (info := _info(data, place, header)) is not None:
            infos.append((count, info))
        else:
            count += 1
            if pieces and pieces[-1][1] == place:
                pieces[-1] = pieces[-1][0], stop
            else:
                pieces.append((place, stop))
        place = stop
    return infos, pieces, count, others


def _resync(data: bytes, place: int) -> int:
    """Return where the next frame begins, behind tags and junk."""
    behind = _behind_tag(data[place : place + 32])
    if behind:
        return place + behind
    return next((at for at in _syncs(data, place + 1, len(data)) if _is_chain(data, at)), len(data))


def _syncs(data: bytes, start: int, stop: int) -> Iterator[int]:
    """Yield places at which a frame may begin."""
    while (start := data.find(b"\xff", start, stop)) >= 0:
        yield start
        start += 1


def _is_chain(data: bytes, place: int) -> bool:
    """Return whether several frames of one kind begin here, one behind the other, or the last ones do."""
    first = _header(data, place)
    at = place
    for number in range(_CHAIN):
        header = _header(data, at)
        if header is None or first is None or (header.version, header.rate) != (first.version, first.rate):
            behind = data[at : at + 3]
            return number > 0 and (at >= len(data) or behind in (b"TAG", b"ID3", b"APE"))
        at += header.size
    return True


def _header(data: bytes | bytearray, place: int) -> _Header | None:
    """Return what the four bytes of a header say; None if they are none of layer III."""
    if place + 4 > len(data) or data[place] != 0xFF or data[place + 1] & 0xE0 != 0xE0:
        return None
    version, layer = data[place + 1] >> 3 & 3, data[place + 1] >> 1 & 3
    kbps, rate = data[place + 2] >> 4, data[place + 2] >> 2 & 3
    if version == 1 or layer != _LAYER_3 or not 0 < kbps < 15 or rate == 3:
        return None
    hertz = _RATES[version][rate]
    each = 144_000 if version == 3 else 72_000
    size = each * _KBPS[version == 3][kbps] // hertz + (data[place + 2] >> 1 & 1)
    return _Header(size, version, hertz, data[place + 3] >> 6 == _MONO)


def _info(data: bytes, place: int, header: _Header) -> _Info | None:
    """Return what a frame tells of the others; None if it is one of them."""
    stop, tag = place + header.size, place + header.tag
    if data[place + 36 : place + 40] == b"VBRI":
        return _Info(place, stop, int.from_bytes(data[place + 50 : place + 54]), 0, 0)
    if data[tag : tag + 4] not in (b"Xing", b"Info"):
        return None
    flags = int.from_bytes(data[tag + 4 : tag + 8])
    frames = int.from_bytes(data[tag + 8 : tag + 12]) if flags & 1 else 0
    lame = _lame(data, tag)
    if lame + 24 > stop or data[lame : lame + 4] not in (b"LAME", b"Lavc", b"Lavf"):
        return _Info(place, stop, frames, 0, 0)
    silence = int.from_bytes(data[lame + 21 : lame + 24])
    return _Info(place, stop, frames, silence >> 12, silence & 0xFFF)


def _lame(data: bytes | bytearray, tag: int) -> int:
    """Return where LAME's part of a Xing tag begins."""
    flags = int.from_bytes(data[tag + 4 : tag + 8])
    return tag + 8 + sum(size for flag, size in _FIELDS if flags & flag)


def _told(data: bytes, info: _Info, count: int, padding: int, size: int) -> bytes:
    """Return a file's own tag frame with the true number of frames and bytes."""
    frame = bytearray(data[info.start : info.stop])
    header = _header(frame, 0)
    assert header is not None
    tag = header.tag
    if frame[36:40] == b"VBRI" or not frame[tag + 7] & 1:
        return _new_info(data, info.start, count)
    struct.pack_into(">I", frame, tag + 8, count)
    if frame[tag + 7] & 2:
        struct.pack_into(">I", frame, tag + 12, len(frame) + size)
    if info.delay or info.padding:
        lame = _lame(frame, tag)
        frame[lame + 21 : lame + 24] = (info.delay << 12 | padding).to_bytes(3)
    return bytes(frame)


def _new_info(data: bytes, place: int, count: int) -> bytes:
    """Return a frame that tells the number of frames, of the kind of the frame at a place."""
    start = bytearray(data[place : place + 4])
    start[1] |= 1  # no checksum
    header = None
    for kbps in range(1, 15):
        start[2] = kbps << 4 | start[2] & 0x0C
        header = _header(start, 0)
        if header is not None and header.size >= header.tag + _TAG_ROOM:
            break
    assert header is not None
    return bytes(start).ljust(header.tag, b"\0") + _TAG.pack(b"Xing", 1, count).ljust(header.size - header.tag, b"\0")


def _is_another(head: bytes) -> bool:
    return head[:4] in (b"RIFF", b"RIFX", b"RF64", b"fLaC", b"OggS", b"FORM", b"caff", b"riff", b"\x89PNG", b".snd")


def _behind_tags(file: BinaryIO, place: int) -> int:
    """Return the first place behind the tags at the beginning of a file."""
    while True:
        file.seek(place)
        size = _behind_tag(file.read(32))
        if not size:
            return place
        place += size


def _behind_tag(head: bytes) -> int:
    """Return the length of the tag that begins here; 0 if none does."""
    if head[:3] == b"ID3" and len(head) >= 10 and not any(byte & 0x80 for byte in head[6:10]):
        size = head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9]
        return 10 + size + (10 if head[5] & 0x10 else 0)
    if head[:8] == b"APETAGEX" and len(head) >= 24:
        is_header = head[23] & 0x20
        return 32 + (int.from_bytes(head[12:16], "little") if is_header else 0)
    return 128 if head[:3] == b"TAG" else 0
