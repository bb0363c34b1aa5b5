"""Opening input files as seekable files: pipes are copied to temporary files, and devices are refused."""

from __future__ import annotations

import os
import select
import stat
import tempfile
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from riffdesk.errors import UserError, reason
from riffdesk.language import tr
from riffdesk.progress import check

_MAX_IN_MEMORY = 2**26  # bytes of a pipe that are kept in memory; longer ones are written to the disk
_MAX_PIPE_BYTES = 2**32  # bytes of a pipe
_CHUNK_BYTES = 2**16
_POLL_MS = 100  # between two checks for cancellation
_STANDARD_INPUT = Path("/dev/stdin")


@contextmanager
def open_input(path: Path, cancel: threading.Event | None = None) -> Iterator[BinaryIO]:
    """Open a file for reading; the yielded file is seekable.

    Parameters
    ----------
    path : Path
        A file, whose name may be typed in another Unicode normalisation; a pipe, which is read to its end first; or
        ``-`` for standard input, unless there is a file of that name.
    cancel : threading.Event, optional
        Read while waiting for a pipe.

    Raises
    ------
    UserError
        If it cannot be opened, is a folder or a device, or a pipe of more than 4 GiB.
    Cancelled
        If ``cancel`` was set.
    """
    if str(path) == "-" and not path.exists():
        path = _STANDARD_INPUT
    try:
        path = _as_on_disk(path)
        kind = os.stat(path).st_mode
    except (OSError, ValueError) as error:  # ValueError: a name with a zero in it
        raise UserError(tr("Could not open {name}: {reason}.", name=path.name, reason=reason(error))) from error
    if stat.S_ISCHR(kind) or stat.S_ISBLK(kind) or stat.S_ISSOCK(kind):
        raise UserError(tr("{path} is a device and not a file. Choose a file, or a pipe.", path=path))
    if stat.S_ISDIR(kind):
        raise UserError(tr("{name} is a folder. Choose the files in it.", name=path.name or path.absolute()))
    if stat.S_ISFIFO(kind):
        with tempfile.SpooledTemporaryFile(_MAX_IN_MEMORY, prefix="riffdesk-") as spooled:
            try:
                _copy(path, cast(BinaryIO, spooled), cancel)
            except OSError as error:
                raise UserError(tr("Could not read {path}: {reason}.", path=path, reason=reason(error))) from error
            spooled.seek(0)
            yield cast(BinaryIO, spooled)
        return
    try:
        file = path.open("rb")
    except OSError as error:
        raise UserError(tr("Could not open {name}: {reason}.", name=path.name, reason=reason(error))) from error
    with file:
        yield file


def is_regular(path: Path) -> bool:
    """Return whether a path is a file that other libraries can open by its name."""
    return os.path.isfile(path)


def _as_on_disk(path: Path) -> Path:
    """Return the path of a file whose name is normalised differently on the disk: ``é`` as one or two code points.

    Files from a Mac have two, and keyboards type one.
    """
    normalized = unicodedata.normalize("NFC", path.name)
    if os.path.lexists(path) or (normalized.isascii() and path.name.isascii()):
        return path
    try:
        matches = [name for name in os.listdir(path.parent) if unicodedata.normalize("NFC", name) == normalized]
    except OSError:
        return path
    return path.with_name(matches[0]) if len(matches) == 1 else path


def _copy(path: Path, target: BinaryIO, cancel: threading.Event | None) -> None:
    """Copy a pipe to its end; can be cancelled while nothing is written into it."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    size = 0
    try:
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        while True:
            check(cancel)
            if not poll.poll(_POLL_MS):
                continue
            chunk = os.read(descriptor, _CHUNK_BYTES)
            if not chunk:
                return
            size += len(chunk)
            if size > _MAX_PIPE_BYTES:
                raise UserError(
                    tr(
                        "More than {most:.0f} GiB came through {path}. Save it as a file first.",
                        most=_MAX_PIPE_BYTES / 2**30,
                        path=path,
                    )
                )
            target.write(chunk)
    finally:
        os.close(descriptor)
