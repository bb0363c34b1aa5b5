"""Reads and writes the events of standard MIDI files (RP-001)."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from riffdesk.errors import UserError
from riffdesk.input_file import open_input
from riffdesk.language import tr

MAX_BYTES = 8 * 2**20

_META_NAME, _META_END, _META_TEMPO, _META_METER, _META_KEY, _META_MARKER = 0x03, 0x2F, 0x51, 0x58, 0x59, 0x06
_DATA_BYTES = {0x8: 2, 0x9: 2, 0xA: 2, 0xB: 2, 0xC: 1, 0xD: 1, 0xE: 2}


class Kind(Enum):
    """Kind of an event; its numbers are in brackets."""

    NOTE_ON = "note on"
    """(pitch, velocity above 0)"""
    NOTE_OFF = "note off"
    """(pitch)"""
    PROGRAM = "program"
    """(number from 0)"""
    TEMPO = "tempo"
    """(microseconds of a quarter note)"""
    METER = "meter"
    """(numerator, denominator)"""
    KEY = "key"
    """(sharps, or flats below 0; 1 for minor)"""
    NAME = "name"
    MARKER = "marker"
    END = "end"


@dataclass(frozen=True)
class Event:
    """One event of a track.

    Parameters
    ----------
    tick : int
        Time from the beginning of the file.
    kind : Kind
    channel : int
        0 to 15; -1 for events without a channel.
    numbers : tuple of int
    text : str
        Text of a name or a marker.
    """

    tick: int
    kind: Kind
    channel: int = -1
    numbers: tuple[int, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class MidiFile:
    """A file: ticks per quarter note, and the events of each track, in order."""

    division: int
    tracks: tuple[tuple[Event, ...], ...]


def read_midi_file(path: Path) -> MidiFile:
    """Return the events of a file that have a `Kind`.

    Raises
    ------
    UserError
        If it cannot be read, is no MIDI file, damaged, larger than 8 MB, or counts time in film frames.
    """
    with open_input(path) as file:
        data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            size = file.seek(0, 2) / 1e6
            raise UserError(
                tr(
                    "{name} has {size:.0f} MB; MIDI files of at most {most:.0f} MB are read. Split it in a sequencer.",
                    name=path.name,
                    size=size,
                    most=MAX_BYTES / 2**20,
                )
            )
    if data[:4] == b"RIFF" and data[8:12] == b"RMID":
        data = data[20:]
    try:
        return _parsed(data, path.name)
    except (IndexError, struct.error) as error:
        raise UserError(tr("{name} is damaged: it ends in the middle. Export it again.", name=path.name)) from error


def midi_bytes(file: MidiFile) -> bytes:
    """Return a file's bytes: format 1."""
    chunks = [b"MThd" + struct.pack(">IHHH", 6, 1, len(file.tracks), file.division)]
    for track in file.tracks:
        body, tick = bytearray(), 0
        for event in track:
            body += _length(event.tick - tick) + _message(event)
            tick = event.tick
        if not track or track[-1].kind is not Kind.END:
            body += b"\0\xff\x2f\0"
        chunks.append(b"MTrk" + struct.pack(">I", len(body)) + bytes(body))
    return b"".join(chunks)


def _parsed(data: bytes, name: str) -> MidiFile:
    if data[:4] != b"MThd":
        raise UserError(tr("{name} is no MIDI file. Choose one that ends in .mid.", name=name))
    size, kind, _, division = struct.unpack_from(">IHHH", data, 4)
    if kind not in (0, 1):
        raise UserError(
            tr(
                "{name} holds patterns that are not played together (format {kind}). Export it as format 1.",
                name=name,
                kind=kind,
            )
        )
    if division & 0x8000:
        raise UserError(
            tr(
                "{name} counts time in film frames (SMPTE) and not in beats. Export it with ticks per quarter note.",
                name=name,
            )
        )
    if division == 0:
        raise UserError(tr("{name} says that a quarter note has 0 ticks. Export it again.", name=name))
    tracks: list[tuple[Event, ...]] = []
    position = 8 + size
    while position + 8 <= len(data):
        (length,) = struct.unpack_from(">I", data, position + 4)
        if data[position : position + 4] == b"MTrk":
            if position + 8 + length > len(data):
                raise IndexError
            tracks.append(tuple(_Track(data, position + 8, position + 8 + length, name).events()))
        position += 8 + length
    return MidiFile(division, tuple(tracks))


class _Track:
    """Reads the events of one track."""

    def __init__(self, data: bytes, start: int, stop: int, name: str) -> None:
        self._data, self._position, self._stop, self._name = data, start, stop, name

    def events(self) -> Iterable[Event]:
        """Yield the events that have a `Kind`."""
        tick, status = 0, 0
        while self._position < self._stop:
            tick += self._number()
            first = self._data[self._position]
            if first >= 0x80:
                self._position += 1
                status = first if first < 0xF0 else status
            elif not status:
                raise UserError(
                    tr("{name} is damaged: a track begins in the middle of an event. Export it again.", name=self._name)
                )
            if first == 0xFF:
                event = self._meta(tick)
            elif first in (0xF0, 0xF7):
                self._position += self._number()
                event = None
            elif first > 0xF0:
                raise UserError(
                    tr("{name} is damaged: it has a message that no file has. Export it again.", name=self._name)
                )
            else:
                event = self._message(tick, status)
            if event:
                yield event
                if event.kind is Kind.END:
                    return

    def _number(self) -> int:
        value = 0
        for _ in range(4):
            byte = self._data[self._position]
            self._position += 1
            value = value << 7 | byte & 0x7F
            if byte < 0x80:
                return value
        raise UserError(tr("{name} is damaged: it has a number without an end. Export it again.", name=self._name))

    def _message(self, tick: int, status: int) -> Event | None:
        count, channel = _DATA_BYTES[status >> 4], status & 0xF
        numbers = tuple(byte & 0x7F for byte in self._data[self._position : self._position + count])
        if len(numbers) < count:
            raise IndexError
        self._position += count
        match status >> 4:
            case 0x9 if numbers[1]:
                return Event(tick, Kind.NOTE_ON, channel, numbers)
            case 0x8 | 0x9:
                return Event(tick, Kind.NOTE_OFF, channel, numbers[:1])
            case 0xC:
                return Event(tick, Kind.PROGRAM, channel, numbers)
        return None

    def _meta(self, tick: int) -> Event | None:
        kind = self._data[self._position]
        self._position += 1
        length = self._number()
        body = self._data[self._position : self._position + length]
        self._position += length
        if kind == _META_END:
            return Event(tick, Kind.END)
        if kind == _META_TEMPO and length == 3 and any(body):
            return Event(tick, Kind.TEMPO, numbers=(int.from_bytes(body, "big"),))
        if kind == _META_METER and length >= 2 and body[0] and body[1] < 8:
            return Event(tick, Kind.METER, numbers=(body[0], 2 ** body[1]))
        if kind == _META_KEY and length == 2:
            return Event(tick, Kind.KEY, numbers=(struct.unpack("b", body[:1])[0], body[1]))
        if kind in (_META_NAME, _META_MARKER):
            text = body.decode("utf-8", "replace").strip("\0 ")
            return Event(tick, Kind.NAME if kind == _META_NAME else Kind.MARKER, text=text)
        return None


def _message(event: Event) -> bytes:
    numbers, channel = event.numbers, event.channel
    match event.kind:
        case Kind.NOTE_ON:
            return bytes((0x90 | channel, *numbers))
        case Kind.NOTE_OFF:
            return bytes((0x80 | channel, *numbers, 64))
        case Kind.PROGRAM:
            return bytes((0xC0 | channel, *numbers))
        case Kind.TEMPO:
            return _meta(_META_TEMPO, numbers[0].to_bytes(3, "big"))
        case Kind.METER:
            return _meta(_META_METER, bytes((numbers[0], numbers[1].bit_length() - 1, 24, 8)))
        case Kind.KEY:
            return _meta(_META_KEY, struct.pack("bB", *numbers))
        case Kind.NAME:
            return _meta(_META_NAME, event.text.encode())
        case Kind.MARKER:
            return _meta(_META_MARKER, event.text.encode())
    return _meta(_META_END, b"")


def _meta(kind: int, body: bytes) -> bytes:
    return bytes((0xFF, kind)) + _length(len(body)) + body


def _length(value: int) -> bytes:
    """Return a number in groups of seven bits, the highest first."""
    groups = [value & 0x7F]
    while value := value >> 7:
        groups.append(value & 0x7F | 0x80)
    return bytes(reversed(groups))
