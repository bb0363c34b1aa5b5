"""Files that are read more than once from the front: pipes become temporary files, and devices are refused."""

from __future__ import annotations

import os
import select
import stat
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from riffdesk.errors import UserError, reason
from riffdesk.progress import check

_IN_MEMORY = 2**26  # bytes of a pipe that are not yet written to the disk
_MOST = 2**32  # bytes of a pipe
_PIECE = 2**16
_PATIENCE_MS = 100  # between two looks at the cancel button
_STANDARD_INPUT = Path("/dev/stdin")


@contextmanager
def open_input(path: Path, cancel: threading.Event | None = None) -> Iterator[BinaryIO]:
    """Open a file for reading; the file given can seek.

    Parameters
    ----------
    path : Path
        A file; a pipe, which is read to its end first; or ``-`` for standard input, unless there is such a file.
    cancel : threading.Event, optional
        Read while waiting for a pipe.

    Raises
    ------
    UserError
        If it cannot be opened, is a device, or a pipe of more than 4 GiB.
    Cancelled
        If ``cancel`` was set.
    """
    if str(path) == "-" and not path.exists():
        path = _STANDARD_INPUT
    try:
        kind = os.stat(path).st_mode
    except (OSError, ValueError) as error:  # ValueError: a name with a zero in it
        raise UserError(f"Could not open {path.name}: {reason(error)}.") from error
    if stat.S_ISCHR(kind) or stat.S_ISBLK(kind) or stat.S_ISSOCK(kind):
        raise UserError(f"{path} is a device and not a file. Choose a file, or a pipe.")
    if stat.S_ISFIFO(kind):
        with tempfile.SpooledTemporaryFile(_IN_MEMORY, prefix="riffdesk-") as spooled:
            try:
                _copy(path, cast(BinaryIO, spooled), cancel)
            except OSError as error:
                raise UserError(f"Could not read {path}: {reason(error)}.") from error
            spooled.seek(0)
            yield cast(BinaryIO, spooled)
        return
    try:
        file = path.open("rb")
    except OSError as error:
        raise UserError(f"Could not open {path.name}: {reason(error)}.") from error
    with file:
        yield file


def is_regular(path: Path) -> bool:
    """Return whether a path is a file that other libraries can open by its name."""
    return os.path.isfile(path)


def _copy(path: Path, target: BinaryIO, cancel: threading.Event | None) -> None:
    """Copy what comes out of a pipe, without hanging where nobody writes into it."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    size = 0
    try:
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        while True:
            check(cancel)
            if not poll.poll(_PATIENCE_MS):
                continue
            piece = os.read(descriptor, _PIECE)
            if not piece:
                return
            size += len(piece)
            if size > _MOST:
                raise UserError(f"More than {_MOST / 2**30:.0f} GiB came through {path}. Save it as a file first.")
            target.write(piece)
    finally:
        os.close(descriptor)
