"""Settings of the interpreter while something plays, so that no thread keeps the player waiting for long.

A block must be ready before the device's buffer of 20 ms is empty, and to compute it the player's thread needs the
interpreter's lock.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_SWITCH_SECONDS = 0.001
_NEVER = 1 << 30  # collections of the middle generation before one of all objects


@contextmanager
def short_waits() -> Iterator[None]:
    """Switch threads every millisecond, and make no collection of all objects.

    Such a collection holds the lock all the time: 8 ms in a new window, 60 to 90 ms where 130,000 objects are alive.
    The younger generations are still collected.
    """
    seconds, thresholds = sys.getswitchinterval(), gc.get_threshold()
    sys.setswitchinterval(min(seconds, _SWITCH_SECONDS))
    gc.set_threshold(*thresholds[:2], _NEVER)
    try:
        yield
    finally:
        sys.setswitchinterval(seconds)
        gc.set_threshold(*thresholds)
