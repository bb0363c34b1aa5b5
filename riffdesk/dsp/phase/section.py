"""The part of a sound that is rendered anew: its columns, its surroundings, and how it fades into them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.params import SpectrogramParams

Array = NDArray[np.float32]

_RESAMPLING_COLUMNS = 8  # what is resampled takes so much of the other end along where a sound goes round


@dataclass(frozen=True)
class Section:
    """Columns ``[first, last)`` of which ``[start, stop)`` have changed; in a circular sound they may go round.

    Parameters
    ----------
    columns : int
        Of the whole sound.
    circular : bool
        Whether the whole sound goes round.
    fades : bool
        Whether the new sound has to agree with what is around it.
    """

    first: int
    start: int
    stop: int
    last: int
    columns: int
    hop: int
    window: int
    circular: bool
    fades: bool

    @property
    def closed(self) -> bool:
        """Whether the section itself goes round, and its last column flows into its first."""
        return self.circular and self.last - self.first == self.columns

    def of_ink(self, ink: Array) -> Array:
        """Return the section's columns: ``[..., last - first]``."""
        return self._cut(ink, 1)

    def of_sound(self, sound: Array) -> Array:
        """Return a copy of the section's samples: ``[..., (last - first) * hop]``."""
        return self._cut(sound, self.hop).copy()

    def put(self, sound: Array, part: Array) -> None:
        """Write the section's samples into the sound."""
        total = self.columns * self.hop
        start = self.first * self.hop % total if total else 0
        split = min(part.shape[-1], total - start)
        sound[..., start : start + split] = part[..., :split]
        sound[..., : part.shape[-1] - split] = part[..., split:]

    def weight(self, hop: int, column: int) -> Array:
        """Return how much of the new sound each sample takes, 0 to 1, at a rate of ``column`` samples a column.

        It is 1 to half a window beyond the changed columns and 0 one window beyond.
        """
        samples = (self.last - self.first) * column
        if not self.fades:
            return np.ones(samples, np.float32)
        places = self.first + np.arange(samples) / column
        distance = np.maximum(self.start - places, places - self.stop)
        if self.circular:
            for turn in (-self.columns, self.columns):
                distance = np.minimum(distance, np.maximum(self.start + turn - places, places - self.stop - turn))
        window = self.window / hop
        return np.clip(2 * (window - distance) / window, 0, 1).astype(np.float32)

    def resampled(self, sound: Array, column_before: int, column_after: int) -> Array:
        """Return a section's sound at another rate, given in samples per column."""
        if column_before == column_after:
            return sound
        import soxr

        extra = _RESAMPLING_COLUMNS if self.closed else 0
        if extra:
            sound = np.pad(sound, ((0, 0), (extra * column_before,) * 2), mode="wrap")
        wanted = (self.last - self.first) * column_after
        frames = soxr.resample(np.ascontiguousarray(sound.T), column_before, column_after, quality="VHQ")
        out = np.zeros((len(sound), wanted), np.float32)
        part = frames.T[:, extra * column_after :][:, :wanted]
        out[:, : part.shape[-1]] = part
        return out

    def _cut(self, array: Array, unit: int) -> Array:
        total = self.columns * unit
        start, length = self.first * unit % total, (self.last - self.first) * unit
        part = array[..., start : start + length]
        missing = length - part.shape[-1]
        return np.concatenate([part, array[..., :missing]], axis=-1) if missing else part


def whole_of(columns: int, params: SpectrogramParams, *, circular: bool) -> Section | None:
    """Return a whole sound as a section; None if it has no columns."""
    if columns == 0:
        return None
    return Section(0, 0, columns, columns, columns, params.hop, params.window, circular, fades=False)


def section_of(changed: tuple[int, int], columns: int, params: SpectrogramParams, *, circular: bool) -> Section | None:
    """Return the section that a change asks for, with all around that it can touch; None if it asks for nothing."""
    start, stop = changed
    if columns == 0:
        return None
    if circular:
        start, stop = start % columns, stop - start + start % columns
    else:
        start, stop = max(0, start), min(columns, stop)
    if stop <= start:
        return None
    stop = min(stop, start + columns)
    margin = -(-3 * params.window // (2 * params.hop))
    first, last = start - margin, stop + margin
    if not circular:
        first, last = max(0, first), min(columns, last)
    elif last - first >= columns:
        first, last = 0, columns
    return Section(first, start, stop, last, columns, params.hop, params.window, circular, fades=True)
