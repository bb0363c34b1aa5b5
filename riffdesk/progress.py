"""How slow work says how far it is and hears that it should stop: a leaf that every layer may use."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from riffdesk.errors import Cancelled


@dataclass(frozen=True)
class Step:
    """One step of slow work: ``done`` of ``total`` (0 = length unknown), and what is being done."""

    done: int
    total: int
    what: str = ""


OnStep = Callable[[Step], None]


def ignore_steps(step: Step) -> None:
    """Stand in for a listener where nobody watches."""


def check(cancel: threading.Event | None) -> None:
    """Raise `Cancelled` if the user asked for it; called at every step boundary of slow work."""
    if cancel is not None and cancel.is_set():
        raise Cancelled("Cancelled.")
