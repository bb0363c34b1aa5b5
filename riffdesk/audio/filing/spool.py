"""Sound of any length on its way to a file: on the disk, and not in memory, until its level is known."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.mix import TruePeak
from riffdesk.errors import UserError, reason

Array = NDArray[np.float32]


@contextmanager
def spool(target: Path) -> Iterator[Spool]:
    """Give a place for samples on the disk of the file that they are meant for; it is gone when the block ends.

    Raises
    ------
    UserError
        If the disk is full or cannot be written to; it names the target.
    """
    try:
        with tempfile.TemporaryFile(dir=target.parent, prefix=".riffdesk-") as file:
            yield Spool(file)
    except OSError as error:
        raise UserError(f"Could not write {target}: {reason(error)}.") from error


class Spool:
    """Samples in a file. Its methods raise OSError where that cannot be written or read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._meter: TruePeak | None = None
        self.shape = (0, 0)
        """Channels and samples so far."""

    def append(self, audio: Array) -> None:
        """Add samples ``[channels, samples]``, always as many channels."""
        channels, samples = audio.shape
        self._meter = self._meter or TruePeak(channels)
        self._meter.take(audio)
        self._file.write(np.ascontiguousarray(audio.T, np.float32).data)
        self._file.flush()
        self.shape = channels, self.shape[1] + samples

    def true_peak(self) -> float:
        """Return the peak of all of it, linear, see `TruePeak`; nothing can be added after that."""
        channels, _ = self.shape
        return self._meter.take(np.zeros((channels, 0), np.float32), last=True) if self._meter else 0.0

    def read(self, start: int, stop: int) -> Array:
        """Return samples ``[channels, stop - start]``."""
        channels, _ = self.shape
        frame = 4 * channels
        self._file.seek(start * frame)
        return np.frombuffer(self._file.read((stop - start) * frame), np.float32).reshape(-1, channels).T
