"""Commands from the player to its thread, and events from the thread to the player."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Play:
    """Play from a sample, None for the present position, after a count-in; ``turn`` counts these commands.

    If ``on_bar_line`` is set, it begins when a bar line of the peers is where one of the sketch is.
    """

    turn: int
    start: int | None
    count_in_bars: int = 0
    on_bar_line: bool = False


@dataclass(frozen=True)
class Stop:
    """Fade out."""


@dataclass(frozen=True)
class Seek:
    """Continue from another sample."""

    position: int


@dataclass(frozen=True)
class Wake:
    """Open the device if there are tones, or the playhead is moved by hand."""


@dataclass(frozen=True)
class ChangeDevice:
    """Continue on the device that `Transport.device` names.

    Parameters
    ----------
    refresh : bool
        Whether to refresh the list of devices first.
    old_default : str
        Key of the former default device, if the default has changed.
    """

    refresh: bool = False
    old_default: str = ""


@dataclass(frozen=True)
class Close:
    """Fade out and end the thread."""


Command = Play | Stop | Seek | Wake | ChangeDevice | Close


@dataclass(frozen=True)
class PlayerEvent:
    """An event of playback.

    Parameters
    ----------
    kind : str
        ``started`` (the first block was written), ``stopped`` (on request, after the fade), ``finished`` (the end of
        the sketch was played), ``failed``, ``longer buffer`` (there were gaps; playback continues with a longer buffer
        after a short silence), or ``looked`` (the list of devices was refreshed).
    message : str
        For ``failed`` and ``longer buffer``, a message for the user.
    """

    kind: str
    message: str = ""
