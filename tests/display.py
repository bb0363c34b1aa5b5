"""A display of its own for a process of tests."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable

_SERVER = ("Xvfb", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset")


def open_display() -> Callable[[], None]:
    """Start an X server on a number that is free, have this process and its children use it, and return what ends it.

    Raises
    ------
    RuntimeError
        If the server does not start.
    """
    number, theirs = os.pipe()
    with open(number) as told:
        quiet = subprocess.DEVNULL
        server = subprocess.Popen(
            [*_SERVER, "-displayfd", str(theirs)], pass_fds=[theirs], stdin=quiet, stdout=quiet, stderr=quiet
        )
        os.close(theirs)
        display = told.readline().strip()  # nothing, if it ends before it is ready
    if not display:
        raise RuntimeError(f"{_SERVER[0]} ended with status {server.wait()} before it was ready")
    os.environ["DISPLAY"] = f":{display}"

    def close() -> None:
        server.terminate()
        server.wait()

    return close
