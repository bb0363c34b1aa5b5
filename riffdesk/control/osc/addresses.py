"""Meaning of an OSC message: something that is moved or pressed, a note, a tempo, or a change of a jam."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from riffdesk.control.inbox import Replaceable
from riffdesk.control.messages import CHANNELS, HIGHEST, Pressed, Released, Unreadable
from riffdesk.control.targets import ACTION, BPM, PRESS
from riffdesk.language import mark, tr
from riffdesk.sketch.music.tempo import MAX_TEMPO, MIN_TEMPO

ROOT = "/riffdesk/"
"""Begins every address; messages to others are ignored, as they may be for another program."""
NOTE = ROOT + "note"
"""Address of the only messages whose place in the sketch matters."""
_COMMAND = "command/"
_ACTION_PREFIX = "action"  # begins the object names of commands
JAM_TEXTS = (mark("prompt"), mark("negative"), mark("chords"), mark("density"), mark("plan"))
JAM_NUMBERS = (mark("seed"), mark("guidance"), mark("vary"))
_PRESSED = 0.5


@dataclass(frozen=True)
class TargetSet(Replaceable):
    """A level is set, to a value from 0 to 1; the tempo (`BPM`) in beats per minute."""

    name: str
    value: float

    @property
    def source(self) -> Hashable:
        """What it replaces: an earlier value of the same target."""
        return self.name


@dataclass(frozen=True)
class TargetPressed:
    """A command is given, by the name of its target."""

    name: str


@dataclass(frozen=True)
class KeysReleased:
    """All keys that are down go up."""


@dataclass(frozen=True)
class JamChanged(Replaceable):
    """A field of a message for the jam (`riffdesk.engine.session.jam_message`) and its value."""

    field: str
    value: str | float

    @property
    def source(self) -> Hashable:
        """What it replaces: an earlier value of the same field."""
        return "jam", self.field


OscEvent = TargetSet | TargetPressed | KeysReleased | JamChanged | Pressed | Released | Unreadable
_Reader = Callable[[Sequence[object], float, tuple[int, bool]], OscEvent | None]


def address_of(target: str) -> str:
    """Return the address of a target.

    Examples
    --------
    >>> address_of("layer.gain"), address_of("action:actionUndo")
    ('/riffdesk/layer/gain', '/riffdesk/command/Undo')
    """
    if target.startswith(ACTION):
        return ROOT + _COMMAND + target.removeprefix(ACTION).removeprefix(_ACTION_PREFIX)
    return ROOT + target.replace(".", "/")


class Addresses:
    """Reads messages.

    Parameters
    ----------
    kinds : mapping of str to str
        The kind of each target, by name, as `riffdesk.control.targets.Target` has it.
    """

    def __init__(self, kinds: Mapping[str, str]) -> None:
        self._targets = {address_of(name): (name, kind) for name, kind in kinds.items()}
        self._readers: dict[str, _Reader] = {
            "bpm": _tempo,
            NOTE.removeprefix(ROOT): _note,
            "release": _release,
            **{f"jam/{name}": _jam_text(name) for name in JAM_TEXTS},
            **{f"jam/{name}": _jam_number(name) for name in JAM_NUMBERS},
        }

    def event_of(
        self, address: str, values: Sequence[object], seconds: float, place: tuple[int, bool] = (0, False)
    ) -> OscEvent | None:
        """Return the meaning of a message; None for one that is not for riffdesk or is the release of a button.

        Parameters
        ----------
        address : str
        values : sequence
            Its arguments.
        seconds : float
            When it came, by a monotonic clock.
        place : (int, bool)
            Sample of the sketch that is heard, and whether it plays.
        """
        if not address.startswith(ROOT):
            return None
        reader = self._readers.get(address.removeprefix(ROOT))
        try:
            if reader is not None:
                return reader(values, seconds, place)
            if address not in self._targets:
                return Unreadable(tr("riffdesk knows no OSC address {address}.", address=address[:60]))
            name, kind = self._targets[address]
            if kind != PRESS:
                return TargetSet(name, _number(_only(values), 0.0, 1.0))
            return TargetPressed(name) if _is_press(values) else None
        except _Invalid as error:
            return Unreadable(
                tr("An OSC message to {address} was left out: {error}.", address=address[:60], error=error)
            )


class _Invalid(ValueError):
    pass


def _only(values: Sequence[object]) -> object:
    if len(values) != 1:
        raise _Invalid(tr("it has {count} values in place of one", count=len(values)))
    return values[0]


def _number(value: object, low: float, high: float) -> float:
    """Return a number within two bounds; booleans are 0 and 1.

    Most programs send floats of 32 bits, as which 93.3 is 93.30000305175781: those have seven digits here.
    """
    if not isinstance(value, bool | int | float):
        raise _Invalid(tr("{value} is no number", value=_short(value)))
    if isinstance(value, float) and not value.is_integer():
        value = float(f"{value:.7g}")
    if math.isnan(value) or not low <= value <= high:
        raise _Invalid(tr("{value} is not from {low:g} to {high:g}", value=_short(value), low=low, high=high))
    return float(value)


def _whole(value: object, low: int, high: int) -> int:
    return round(_number(value, low, high))


def _is_press(values: Sequence[object]) -> bool:
    """Return whether a button goes down; a message without a value says so, too."""
    return not values or _number(_only(values), -math.inf, math.inf) >= _PRESSED


def _short(value: object) -> str:
    """Return a value as it is written, if that is short; lists within lists may be too deep to be written."""
    if value is not None and not isinstance(value, bool | int | float | str | bytes):
        return tr("a list")
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _tempo(values: Sequence[object], *_: object) -> OscEvent:
    return TargetSet(BPM, _number(_only(values), MIN_TEMPO, MAX_TEMPO))


def _note(values: Sequence[object], seconds: float, place: tuple[int, bool]) -> OscEvent:
    """Return a key that goes down, or up at velocity 0: number, velocity and, if there is one, channel."""
    if not 2 <= len(values) <= 3:
        raise _Invalid(tr("a note has a number, a velocity and perhaps a channel"))
    note, velocity = _whole(values[0], 0, HIGHEST), _whole(values[1], 0, HIGHEST)
    channel = _whole(values[2], 1, CHANNELS) if len(values) == 3 else 1
    if not velocity:
        return Released(channel, note, seconds, *place)
    return Pressed(channel, note, velocity, seconds, *place)


def _release(values: Sequence[object], *_: object) -> OscEvent | None:
    return KeysReleased() if _is_press(values) else None


def _jam_text(name: str) -> _Reader:
    def read(values: Sequence[object], *_: object) -> OscEvent | None:
        text = _only(values)
        if not isinstance(text, str):
            raise _Invalid(tr("{value} is no text", value=_short(text)))
        return JamChanged(name, text)

    return read


def _jam_number(name: str) -> _Reader:
    def read(values: Sequence[object], *_: object) -> OscEvent | None:
        number = _number(_only(values), -math.inf, math.inf)
        return JamChanged(name, int(number) if number.is_integer() else number)

    return read
