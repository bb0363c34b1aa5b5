"""The commands that the player gives its thread, and the events that the thread tells it."""

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


@dataclass(frozen=True)
class PlayerEvent:
    """What has just happened.

    Parameters
    ----------
    what : str
        ``started`` (the first block was written), ``stopped`` (on request, and all is silent), ``finished``
        (the end of the sketch was heard), ``failed``, ``longer buffer`` (there were gaps; it goes on with a
        longer buffer after a short silence), or ``looked`` (for devices, of which there may be others now).
    message : str
        For ``failed`` and ``longer buffer``, what to tell the user.
    """

    what: str
    message: str = ""
