"""Meaning of a MIDI message: a key, the pedal, a controller that moves, or what a sequencer says."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Any

from riffdesk.control.inbox import Replaceable
from riffdesk.dsp.pitch import name_of_midi
from riffdesk.language import tr

CHANNELS = 16
HIGHEST = 127
MAX_SONG_POSITION = 16_383
_BEND = 8_192
PEDAL = 64
"""Controller of the sustain pedal."""
_PEDAL_DOWN = 64
_ALL_OFF = (120, 123)
_KINDS = ("cc", "note", "bend")
_TEXT = re.compile(rf"({'|'.join(_KINDS)}):([0-9]{{1,2}}):([0-9]{{1,3}})")


@dataclass(frozen=True)
class Controller:
    """A knob, fader, wheel, button or key of a device.

    Parameters
    ----------
    kind : str
        ``cc`` (control change), ``note`` or ``bend`` (pitch bend).
    channel : int
        1 to 16.
    number : int
        0 to 127; 0 for a pitch bend.
    """

    kind: str
    channel: int
    number: int = 0

    @property
    def text(self) -> str:
        """The text that `controller_of` reads."""
        return f"{self.kind}:{self.channel}:{self.number}"

    @property
    def title(self) -> str:
        """Name for people."""
        what = {
            "cc": tr("CC {number}", number=self.number),
            "note": tr("Key {note}", note=name_of_midi(self.number)),
            "bend": tr("Pitch wheel"),
        }[self.kind]
        return tr("{what}, channel {channel}", what=what, channel=self.channel)


def controller_of(text: str) -> Controller | None:
    """Return the controller of a text such as ``cc:1:7``; None if it is none."""
    match = _TEXT.fullmatch(text)
    if match is None:
        return None
    channel, number = int(match[2]), int(match[3])
    valid = 1 <= channel <= CHANNELS and number <= HIGHEST and (match[1] != "bend" or number == 0)
    return Controller(match[1], channel, number) if valid else None


@dataclass(frozen=True)
class Pressed:
    """A key went down.

    Parameters
    ----------
    channel, note, velocity : int
        1 to 16, 0 to 127, 1 to 127.
    seconds : float
        Time of a monotonic clock.
    heard : int
        Sample of the sketch that was heard then.
    playing : bool
        Whether the sketch was playing.
    """

    channel: int
    note: int
    velocity: int
    seconds: float = 0.0
    heard: int = 0
    playing: bool = False


@dataclass(frozen=True)
class Released:
    """A key went up; fields as of `Pressed`."""

    channel: int
    note: int
    seconds: float = 0.0
    heard: int = 0
    playing: bool = False


@dataclass(frozen=True)
class Pedal:
    """The sustain pedal of a channel went down or up."""

    channel: int
    down: bool


@dataclass(frozen=True)
class AllReleased:
    """All keys of a channel are to be silent."""

    channel: int


@dataclass(frozen=True)
class Moved(Replaceable):
    """A controller was moved.

    Parameters
    ----------
    controller : Controller
    value : float
        The newest value, 0 to 1.
    peak : float
        The highest value since the last time that messages were taken.
    """

    controller: Controller
    value: float
    peak: float

    @property
    def source(self) -> Hashable:
        """What it replaces: an earlier move of the same controller."""
        return self.controller

    def after(self, before: Moved) -> Moved:
        """Return this move with the highest value of both."""
        return replace(self, peak=max(self.peak, before.peak))


@dataclass(frozen=True)
class Tick:
    """A 24th of a quarter note of a MIDI clock."""


@dataclass(frozen=True)
class Transport:
    """What a sequencer does: ``start``, ``continue`` or ``stop``."""

    kind: str


@dataclass(frozen=True)
class SongPosition:
    """Where a sequencer is, in sixteenths from the beginning."""

    sixteenths: int


@dataclass(frozen=True)
class Unreadable(Replaceable):
    """A message that makes no sense; the text is a sentence. Of many, the newest is enough."""

    text: str

    @property
    def source(self) -> Hashable:
        """What it replaces: an earlier message that made no sense."""
        return "unreadable"


Event = Pressed | Released | Pedal | AllReleased | Moved | Tick | Transport | SongPosition | Unreadable

_TICK = Tick()


def event_of(message: Any, seconds: float, place: tuple[int, bool] = (0, False)) -> Event | None:
    """Return the meaning of a mido message; None for one that riffdesk has no use for.

    Parameters
    ----------
    message : mido.Message
    seconds : float
        When it came, by a monotonic clock.
    place : (int, bool)
        Sample of the sketch that is heard, and whether it plays.
    """
    kind = getattr(message, "type", None)
    if kind == "clock":
        return _TICK
    if kind in ("start", "continue", "stop"):
        return Transport(kind)
    reader = _READERS.get(str(kind))
    if reader is None:
        return None
    try:
        return reader(message, seconds, place)
    except (_OutOfRange, AttributeError, TypeError) as error:
        return Unreadable(tr("A MIDI message was left out: {kind} with {error}.", kind=kind, error=error))


class _OutOfRange(ValueError):
    pass


def _number(message: Any, name: str, low: int = 0, high: int = HIGHEST) -> int:
    value = getattr(message, name)
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise _OutOfRange(
            tr("{name} {value!r}, which is from {low} to {high}", name=name, value=value, low=low, high=high)
        )
    return value


def _channel(message: Any) -> int:
    return _number(message, "channel", 0, CHANNELS - 1) + 1


def _pressed(message: Any, seconds: float, place: tuple[int, bool]) -> Event:
    channel, note, velocity = _channel(message), _number(message, "note"), _number(message, "velocity")
    if not velocity:  # as many keyboards write that a key went up
        return Released(channel, note, seconds, *place)
    return Pressed(channel, note, velocity, seconds, *place)


def _released(message: Any, seconds: float, place: tuple[int, bool]) -> Event:
    return Released(_channel(message), _number(message, "note"), seconds, *place)


def _controlled(message: Any, seconds: float, place: tuple[int, bool]) -> Event:
    channel, number, value = _channel(message), _number(message, "control"), _number(message, "value")
    if number == PEDAL:
        return Pedal(channel, value >= _PEDAL_DOWN)
    if number in _ALL_OFF:
        return AllReleased(channel)
    return _moved(Controller("cc", channel, number), value / HIGHEST)


def _bent(message: Any, seconds: float, place: tuple[int, bool]) -> Event:
    pitch = _number(message, "pitch", -_BEND, _BEND - 1)
    return _moved(Controller("bend", _channel(message)), (pitch + _BEND) / (2 * _BEND - 1))


def _positioned(message: Any, seconds: float, place: tuple[int, bool]) -> Event:
    return SongPosition(_number(message, "pos", 0, MAX_SONG_POSITION))


def _moved(controller: Controller, value: float) -> Moved:
    return Moved(controller, value, value)


_READERS = {
    "note_on": _pressed,
    "note_off": _released,
    "control_change": _controlled,
    "pitchwheel": _bent,
    "songpos": _positioned,
}
