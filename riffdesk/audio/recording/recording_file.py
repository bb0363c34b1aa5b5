"""The file that a recording grows in, written in a thread of its own.

It is a WAV file in the data folder. Samples are in the system's hands within a fraction of a second, so that what was
recorded is there after a crash of the program; its header, which then tells no length, is mended when it is read.
"""

from __future__ import annotations

import queue
import threading
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from riffdesk import paths
from riffdesk.arrays import Array
from riffdesk.audio.filing.sound_writer import open_sound
from riffdesk.errors import UserError, reason
from riffdesk.language import tr
from riffdesk.lock import Held, Lock

_MAX_BLOCKS = 2_000  # that wait for the disk: ten seconds
_LEAST_BYTES = 1 << 12  # of a file worth keeping
_LOCKS: dict[Path, Lock] = {}  # of the recordings of this process


class RecordingFile:
    """A recording on its way to the disk.

    Parameters
    ----------
    path : Path
        A file in `recordings_dir`.
    rate, channels : int
    """

    def __init__(self, path: Path, rate: int, channels: int) -> None:
        self.path, self.rate, self.channels = path, rate, channels
        self._blocks: queue.Queue[Array | None] = queue.Queue(_MAX_BLOCKS)
        self._error: UserError | None = None
        lock = _LOCKS[path] = Lock(_lock_path(path))
        self._thread = threading.Thread(target=self._run, name="riffdesk recording file", daemon=True)
        with suppress(Held):
            lock.take()
        self._thread.start()

    def write(self, sound: Array) -> None:
        """Append samples ``[frames, channels]``; returns at once.

        Raises
        ------
        UserError
            If the file cannot be written, or not as fast as the sound comes.
        """
        if self._error is not None:
            raise self._error
        try:
            self._blocks.put_nowait(sound)
        except queue.Full:
            raise UserError(tr("The disk is too slow to record on.")) from None

    def finish(self) -> None:
        """Complete the file. It belongs to this process until `discard` or `leave` is called.

        Raises
        ------
        UserError
            If it could not be written.
        """
        self._blocks.put(None)
        self._thread.join()
        if self._error is not None:
            raise self._error

    def _run(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with open_sound(self.path, self.rate, self.channels, "WAV", "FLOAT") as write:
                while (sound := self._blocks.get()) is not None:
                    write(sound)
        except OSError as error:
            self._error = UserError(
                tr("The recording could not be written to {path}: {reason}.", path=self.path, reason=reason(error))
            )
            while self._blocks.get() is not None:  # nobody waits for it
                pass


def recordings_dir() -> Path:
    """Return the folder of recordings that are not part of a sketch yet."""
    return paths.data_dir() / "recordings"


def new_path() -> Path:
    """Return the path of a new recording, which tells when it was made."""
    stem = f"{datetime.now():%Y-%m-%d %H-%M-%S}"
    path, number = recordings_dir() / f"Recording {stem}.wav", 1
    while path.exists():
        number += 1
        path = recordings_dir() / f"Recording {stem} {number}.wav"
    return path


def kept_recordings() -> list[Path]:
    """Return the recordings of programs that have ended before they were part of a sketch; empty ones are removed."""
    found = []
    for path in sorted(recordings_dir().glob("*.wav")):
        lock = Lock(_lock_path(path))
        try:
            lock.take()
        except Held:
            continue  # a window records it, or adds it to its sketch
        lock.release(remove=True)
        if path.stat().st_size < _LEAST_BYTES:
            discard(path)
        else:
            found.append(path)
    return found


def discard(path: Path) -> None:
    """Remove a recording."""
    with suppress(OSError):
        path.unlink()
    leave(path)


def leave(path: Path) -> None:
    """Leave a recording to the next program that looks for `kept_recordings`, as the end of a process does."""
    lock = _LOCKS.pop(path, None)
    if lock is not None:
        lock.release(remove=True)


def _lock_path(path: Path) -> Path:
    return path.with_suffix(".lock")
