"""The commands that the player gives its thread."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Play:
    """Play from a sample, None for where it rests, after a number of bars; ``turn`` counts these commands."""

    turn: int
    start: int | None
    count_in_bars: int = 0


@dataclass(frozen=True)
class Stop:
    """Fade out."""


@dataclass(frozen=True)
class Seek:
    """Go on from another sample."""

    position: int


@dataclass(frozen=True)
class ChangeDevice:
    """Go on on the device that the transport names now.

    Parameters
    ----------
    look : bool
        Whether to look first which devices there are.
    away_from : str
        Key of the device that was the default.
    """

    look: bool = False
    away_from: str = ""


@dataclass(frozen=True)
class Close:
    """Fade out and end the thread."""


Command = Play | Stop | Seek | ChangeDevice | Close
