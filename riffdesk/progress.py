"""Progress and cancellation of slow work."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from riffdesk.errors import Cancelled


@dataclass(frozen=True)
class Step:
    """One step of slow work.

    Parameters
    ----------
    done, total : int
        Finished and total amount of work; a total of 0 if it is unknown.
    what : str
        Description of the work for the user.
    partial : object, optional
        A partial result: a riff in progress, or one of several results.
    ahead : bool
        Whether the step is preparation, whose speed differs from that of the work itself.
    """

    done: int
    total: int
    what: str = ""
    partial: object = field(default=None, compare=False)
    ahead: bool = False


OnStep = Callable[[Step], None]


def ignore_steps(step: Step) -> None:
    """Ignore a step; the default listener."""


def check(cancel: threading.Event | None) -> None:
    """Raise `Cancelled` if ``cancel`` is set; called at every step of slow work."""
    if cancel is not None and cancel.is_set():
        raise Cancelled("Cancelled.")
