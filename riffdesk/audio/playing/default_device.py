"""Which device the system plays on by default now, asked in a process of its own.

PortAudio looks when it starts, and it cannot start again while a stream is open. So the process that plays
asks another one, in which none is.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from riffdesk import paths
from riffdesk.audio.playing.devices import listed, refresh
from riffdesk.errors import UserError

_EVERY = 2.0  # seconds between two questions


class DefaultDevice:
    """The other process, from the first question until the block ends; used by one thread."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> DefaultDevice:
        """Begin; the process starts with the first question."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for end in (self._process.stdin, self._process.stdout):
                if end is not None:
                    end.close()

    def ask(self) -> str | None:
        """Return the key of the default device; None if there is none or nobody answers."""
        if self._process is None:
            command = [sys.executable, "-P", "-m", __name__]
            pipe, null = subprocess.PIPE, subprocess.DEVNULL
            self._process = subprocess.Popen(
                command, stdin=pipe, stdout=pipe, stderr=null, text=True, env=paths.child_environment()
            )
        question, answer = self._process.stdin, self._process.stdout
        if question is None or answer is None:
            return None
        try:
            question.write("\n")
            question.flush()
            key = json.loads(answer.readline() or "null")
        except (OSError, ValueError):
            return None
        return key if isinstance(key, str) else None


def follow(before: str, over: threading.Event, changed: Callable[[], None]) -> None:
    """Call a function, once, when the default device is another one than before, as after headphones are plugged in.

    Waits for that, or until it is over; for a thread of its own.
    """
    with DefaultDevice() as default:
        while not over.wait(_EVERY):
            now = default.ask()
            if now not in (None, before) and not over.is_set():
                changed()
                return


def answer_questions() -> None:
    """Write the key of the default device, or null, for each line that is read."""
    for _ in sys.stdin:
        try:
            refresh()
            key = listed(None).key
        except UserError:
            key = None
        print(json.dumps(key), flush=True)


if __name__ == "__main__":
    answer_questions()
