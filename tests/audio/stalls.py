"""Whether the machine itself let a program wait, and a trial of what keeps time says nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from functools import wraps
from types import TracebackType
from typing import Any

STALL = 0.01
"""Seconds that a process may wait for a core: half of what the player has sent ahead."""
TRIALS = 8
PATIENCE = 30.0
"""Seconds to wait for half a second without a stall before the next trial."""

# A process of its own, which waits for nothing but a core: the player's own stalls are not seen here.
_WATCH = """
import sys, threading, time
over = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), over.set()), daemon=True).start()
print(flush=True)
longest, last = 0.0, time.monotonic()
while not over.is_set():
    time.sleep(0.002)
    now = time.monotonic()
    longest, last = max(longest, now - last), now
print(longest)
"""


class Watch:
    """Measures how long a process had to wait for a core while the block ran: `longest`, in seconds."""

    longest = 0.0

    def __enter__(self) -> Watch:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _WATCH], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        self._process.stdout.readline()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.longest = float(self._process.communicate()[0])


def again_after_stalls(test: Callable[..., None]) -> Callable[..., None]:
    """Have a test that failed while the machine had no core for anybody be tried again, some times."""

    @wraps(test)
    def tried(*arguments: Any, **named: Any) -> None:
        for trial in range(TRIALS):
            watch = Watch()
            try:
                with watch:
                    test(*arguments, **named)
                return
            except AssertionError:
                if watch.longest < STALL or trial == TRIALS - 1:
                    raise
                print(f"tried again: a process waited {watch.longest:.3f} s for a core")
                _wait_for_calm()

    return tried


def _wait_for_calm() -> None:
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        with Watch() as watch:
            time.sleep(0.5)
        if watch.longest < STALL:
            return
