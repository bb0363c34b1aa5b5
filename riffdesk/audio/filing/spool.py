"""Temporary storage on disk for sound of any length, until its peak is known and it is written to a file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.mix import TruePeak
from riffdesk.errors import UserError, reason
from riffdesk.language import tr


@contextmanager
def spool(target: Path) -> Iterator[Spool]:
    """Yield a spool on the disk of its target file; it is removed when the block ends.

    Raises
    ------
    UserError
        If the disk is full or cannot be written to.
    """
    try:
        with tempfile.TemporaryFile(dir=target.parent, prefix=".riffdesk-") as file:
            yield Spool(file)
    except OSError as error:
        raise UserError(tr("Could not write {target}: {reason}.", target=target, reason=reason(error))) from error


class Spool:
    """Samples in a temporary file. Its methods raise OSError if that cannot be written or read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._meter: TruePeak | None = None
        self.shape = (0, 0)
        """Channels, and number of samples that were appended."""

    def append(self, audio: Array) -> None:
        """Append samples ``[channels, samples]``; all calls have the same number of channels."""
        channels, samples = audio.shape
        self._meter = self._meter or TruePeak(channels)
        self._meter.add(audio)
        self._file.write(np.ascontiguousarray(audio.T, np.float32).data)
        self._file.flush()
        self.shape = channels, self.shape[1] + samples

    def true_peak(self) -> float:
        """Return the true peak, linear, see `TruePeak`; nothing can be appended after that."""
        channels, _ = self.shape
        return self._meter.add(np.zeros((channels, 0), np.float32), last=True) if self._meter else 0.0

    def read(self, start: int, stop: int) -> Array:
        """Return samples ``[channels, stop - start]``."""
        channels, _ = self.shape
        frame = 4 * channels
        self._file.seek(start * frame)
        return np.frombuffer(self._file.read((stop - start) * frame), np.float32).reshape(-1, channels).T
