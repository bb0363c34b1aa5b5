"""The part of a sound that is rendered anew: its columns, its surroundings, and how it fades into them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.params import SpectrogramParams

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Span:
    """Columns ``[first, last)`` of which ``[start, stop)`` have changed; in a circular sound they may go round.

    Parameters
    ----------
    columns, samples : int
        Of the whole sound: column ``i`` is at sample ``i * samples / columns``. That is ``i * hop``, but in a
        circular sound that is no whole number of hops long.
    hop, window : int
        In samples.
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
    samples: int
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
        return _cut(ink, self.first, self.last)

    def of_sound(self, sound: Array) -> Array:
        """Return a copy of the section's samples: ``[..., length(hop)]``."""
        return _cut(sound, self._begin, self._end).copy()

    def put(self, sound: Array, part: Array) -> None:
        """Write the section's samples into the sound."""
        start = self._begin % self.samples
        split = min(part.shape[-1], self.samples - start)
        sound[..., start : start + split] = part[..., :split]
        sound[..., : part.shape[-1] - split] = part[..., split:]

    def length(self, column: int) -> int:
        """Return the section's samples at a rate of ``column`` samples a hop.

        What goes round has whole samples at any rate: a rate that differs by half a sample in all of it at most.
        """
        exact = (self._end - self._begin) * column
        return max(1, (2 * exact + self.hop) // (2 * self.hop)) if self.closed else -(-exact // self.hop)

    def columns_at(self, places: NDArray[np.int64], column: int) -> NDArray[np.float64]:
        """Return at which of its columns places are, given in samples at a rate of ``column`` samples a hop."""
        # In whole numbers and divided once: where columns are a hop apart, what lies on one is exactly there.
        if self.closed:
            return np.asarray(places * self.columns / self.length(column))
        sample = (self._begin * column + places * self.hop) * self.columns
        return np.asarray((sample - self.first * column * self.samples) / (column * self.samples))

    def weight(self, column: int) -> Array:
        """Return how much of the new sound each sample takes, 0 to 1, at a rate of ``column`` samples a hop.

        It is 1 to half a window beyond the changed columns and 0 one window beyond.
        """
        length = self.length(column)
        if not self.fades:
            return np.ones(length, np.float32)
        places = self.first + self.columns_at(np.arange(length), column)
        distance = np.maximum(self.start - places, places - self.stop)
        if self.circular:
            for turn in (-self.columns, self.columns):
                distance = np.minimum(distance, np.maximum(self.start + turn - places, places - self.stop - turn))
        window = self.window * self.columns / self.samples
        return np.clip(2 * (window - distance) / window, 0, 1).astype(np.float32)

    def resampled(self, sound: Array, column_before: int, column_after: int) -> Array:
        """Return a section's sound at another rate, both given in samples a hop."""
        length = self.length(column_after)
        if self.closed:
            return _periodic(sound, length)
        if column_before == column_after:
            return sound
        import soxr

        frames = soxr.resample(np.ascontiguousarray(sound.T), column_before, column_after, quality="VHQ")
        out = np.zeros((len(sound), length), np.float32)
        part = frames.T[:, :length]
        out[:, : part.shape[-1]] = part
        return out

    @property
    def _begin(self) -> int:
        return self._sample(self.first)

    @property
    def _end(self) -> int:
        return self._sample(self.last)

    def _sample(self, column: int) -> int:
        """Return the sample nearest to a column, which may lie in another turn."""
        return (2 * column * self.samples + self.columns) // (2 * self.columns)


def whole_of(columns: int, params: SpectrogramParams, *, circular: bool, samples: int | None = None) -> Span | None:
    """Return a whole sound as a section; None if it has no columns."""
    if columns == 0:
        return None
    samples = columns * params.hop if samples is None else samples
    return Span(0, 0, columns, columns, columns, samples, params.hop, params.window, circular, fades=False)


def section_of(
    changed: tuple[int, int], columns: int, params: SpectrogramParams, *, circular: bool, samples: int | None = None
) -> Span | None:
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
    samples = columns * params.hop if samples is None else samples
    return Span(first, start, stop, last, columns, samples, params.hop, params.window, circular, fades=True)


def _cut(array: Array, first: int, last: int) -> Array:
    """Return ``[..., last - first]`` of an array that goes round, at most one turn of it."""
    start = first % array.shape[-1]
    part = array[..., start : start + last - first]
    missing = last - first - part.shape[-1]
    return np.concatenate([part, array[..., :missing]], axis=-1) if missing else part


def _periodic(sound: Array, samples: int) -> Array:
    """Return a sound that goes round with another number of samples: the same partials, in the same number of turns."""
    before = sound.shape[-1]
    if before == samples:
        return sound
    spectrum = np.fft.rfft(np.asarray(sound, np.float32))
    shared = (min(before, samples) + 1) // 2  # half the lower rate is left out: its phase could not be told
    kept = np.zeros((*sound.shape[:-1], samples // 2 + 1), np.complex64)
    kept[..., :shared] = spectrum[..., :shared]
    return np.asarray(np.fft.irfft(kept, samples) * np.float32(samples / before), np.float32)
