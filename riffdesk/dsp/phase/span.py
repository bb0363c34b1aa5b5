"""A span: the part of a sound that is rendered, with its surroundings and its crossfades into them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.resampling import resampled


@dataclass(frozen=True)
class Span:
    """Columns ``[first, last)`` of which ``[start, stop)`` have changed; in a loop they may wrap around.

    Parameters
    ----------
    columns, samples : int
        Length of the entire sound: column ``i`` is at sample ``i * samples / columns``. That is ``i * hop``, except in
        a loop whose length is no multiple of the hop.
    hop, window : int
        In samples.
    circular : bool
        Whether the entire sound is a loop.
    fades : bool
        Whether the new sound is crossfaded with its surroundings.
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
        """Whether the span is an entire loop, so that its last column is followed by its first."""
        return self.circular and self.last - self.first == self.columns

    def of_ink(self, ink: Array) -> Array:
        """Return the span's columns: ``[..., last - first]``."""
        return _cut(ink, self.first, self.last)

    def of_sound(self, sound: Array) -> Array:
        """Return a copy of the span's samples: ``[..., length(hop)]``."""
        return _cut(sound, self._begin, self._end).copy()

    def put(self, sound: Array, part: Array) -> None:
        """Write the span's samples into the sound."""
        start = self._begin % self.samples
        split = min(part.shape[-1], self.samples - start)
        sound[..., start : start + split] = part[..., :split]
        sound[..., : part.shape[-1] - split] = part[..., split:]

    def length(self, column: int) -> int:
        """Return the length of the span in samples, at a rate of ``column`` samples per hop.

        The length of a loop is rounded, which changes its rate by half a sample per loop at most.
        """
        exact = (self._end - self._begin) * column
        return max(1, (2 * exact + self.hop) // (2 * self.hop)) if self.closed else -(-exact // self.hop)

    def columns_at(self, samples: NDArray[np.int64], column: int) -> NDArray[np.float64]:
        """Return the columns, relative to the span, of samples at a rate of ``column`` samples per hop."""
        # Integers divided once, so that samples at a column give exactly that column.
        if self.closed:
            return np.asarray(samples * self.columns / self.length(column))
        sample = (self._begin * column + samples * self.hop) * self.columns
        return np.asarray((sample - self.first * column * self.samples) / (column * self.samples))

    def weight(self, column: int) -> Array:
        """Return the weight of the new sound for each sample, 0 to 1, at a rate of ``column`` samples per hop.

        It is 1 to half a window beyond the changed columns and 0 one window beyond.
        """
        length = self.length(column)
        if not self.fades:
            return np.ones(length, np.float32)
        positions = self.first + self.columns_at(np.arange(length), column)
        distance = np.maximum(self.start - positions, positions - self.stop)
        if self.circular:
            for shift in (-self.columns, self.columns):
                distance = np.minimum(
                    distance, np.maximum(self.start + shift - positions, positions - self.stop - shift)
                )
        window = self.window * self.columns / self.samples
        return np.clip(2 * (window - distance) / window, 0, 1).astype(np.float32)

    def resampled(self, sound: Array, column_before: int, column_after: int) -> Array:
        """Return the span's sound at another rate; both rates are in samples per hop."""
        length = self.length(column_after)
        if self.closed:
            return _periodic(sound, length)
        if column_before == column_after:
            return sound
        out = np.zeros((len(sound), length), np.float32)
        part = resampled(sound, column_before, column_after)[:, :length]
        out[:, : part.shape[-1]] = part
        return out

    @property
    def _begin(self) -> int:
        return self._sample(self.first)

    @property
    def _end(self) -> int:
        return self._sample(self.last)

    def _sample(self, column: int) -> int:
        """Return the sample nearest to a column, which may be beyond the ends of a loop."""
        return (2 * column * self.samples + self.columns) // (2 * self.columns)


def whole_span(columns: int, params: SpectrogramParams, *, circular: bool, samples: int | None = None) -> Span | None:
    """Return the span of an entire sound; None if it has no columns."""
    if columns == 0:
        return None
    samples = columns * params.hop if samples is None else samples
    return Span(0, 0, columns, columns, columns, samples, params.hop, params.window, circular, fades=False)


def changed_span(
    changed: tuple[int, int],
    columns: int,
    params: SpectrogramParams,
    *,
    circular: bool,
    samples: int | None = None,
    margin: float = 1.5,
) -> Span | None:
    """Return the span of changed columns with surroundings of ``margin`` windows; None if nothing has changed.

    They affect one window on each side.
    """
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
    beside = math.ceil(margin * params.window / params.hop)
    first, last = start - beside, stop + beside
    if not circular:
        first, last = max(0, first), min(columns, last)
    elif last - first >= columns:
        first, last = 0, columns
    samples = columns * params.hop if samples is None else samples
    return Span(first, start, stop, last, columns, samples, params.hop, params.window, circular, fades=True)


def _cut(array: Array, first: int, last: int) -> Array:
    """Return ``[..., first:last]`` of a loop, at most its length."""
    start = first % array.shape[-1]
    part = array[..., start : start + last - first]
    missing = last - first - part.shape[-1]
    return np.concatenate([part, array[..., :missing]], axis=-1) if missing else part


def _periodic(sound: Array, samples: int) -> Array:
    """Return a loop resampled to another number of samples, by its Fourier series."""
    before = sound.shape[-1]
    if before == samples:
        return sound
    spectrum = np.fft.rfft(np.asarray(sound, np.float32))
    shared = (min(before, samples) + 1) // 2  # without half the lower rate, whose phase is unknown
    kept = np.zeros((*sound.shape[:-1], samples // 2 + 1), np.complex64)
    kept[..., :shared] = spectrum[..., :shared]
    return np.asarray(np.fft.irfft(kept, samples) * np.float32(samples / before), np.float32)
