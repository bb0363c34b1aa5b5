"""How slow work says how far it is and hears that it should stop: a leaf that every layer may use."""

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
        How far it is; a total of 0 means that nobody knows.
    what : str
        What is being done, for the user.
    partial : object, optional
        What there is already: a riff on its way, or one of several results.
    ahead : bool
        It comes before the work itself, which has a speed of its own.
    """

    done: int
    total: int
    what: str = ""
    partial: object = field(default=None, compare=False)
    ahead: bool = False


OnStep = Callable[[Step], None]


def ignore_steps(step: Step) -> None:
    """Stand in for a listener where nobody watches."""


def check(cancel: threading.Event | None) -> None:
    """Raise `Cancelled` if the user asked for it; called at every step boundary of slow work."""
    if cancel is not None and cancel.is_set():
        raise Cancelled("Cancelled.")
