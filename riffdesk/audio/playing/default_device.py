"""The system's present default device, queried in a separate process.

PortAudio finds the default device when it starts, and cannot restart while a stream is open. So the playing process
queries another process without a stream.
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
from riffdesk.system import SYSTEM

_INTERVAL = 2.0  # seconds between two queries


class DefaultDevice:
    """The query process, which runs from the first query to the end of the block; used by one thread."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> DefaultDevice:
        """Return it; the process starts with the first query."""
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
        """Return the key of the default device; None if there is none or the process does not answer."""
        if self._process is None:
            command = [sys.executable, "-P", "-m", __name__]
            pipe, null = subprocess.PIPE, subprocess.DEVNULL
            self._process = subprocess.Popen(
                command,
                stdin=pipe,
                stdout=pipe,
                stderr=null,
                text=True,
                env=paths.child_environment(),
                **SYSTEM.no_console(),
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


def watch_default_device(first_key: str, ended: threading.Event, on_change: Callable[[], None]) -> None:
    """Wait until the default device is another one than the first, then call a function once; to be run in a thread.

    Returns without calling it when ``ended`` is set.
    """
    with DefaultDevice() as default:
        while not ended.wait(_INTERVAL):
            key = default.ask()
            if key not in (None, first_key) and not ended.is_set():
                on_change()
                return


def answer_questions() -> None:
    """Print the key of the default device, or null, for each line of the standard input."""
    for _ in sys.stdin:
        try:
            refresh()
            key = listed(None).key
        except UserError:
            key = None
        print(json.dumps(key), flush=True)


if __name__ == "__main__":
    answer_questions()
