"""Sound that repeats with the loop of a tape, such as that of a layer that is painted during a jam."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.mix import Audio

_FADE_SECONDS = 0.01


@dataclass(frozen=True, eq=False)
class Paint:
    """Sound that repeats with a loop.

    Parameters
    ----------
    audio : Audio ``[channels, samples]``, optional
        From the beginning of the loop. Mono sound is played on all channels of the tape.
    gains : tuple of float
        Linear gain of each channel of the tape.
    content : object
        The value that it was made from.
    """

    audio: Audio | None
    gains: tuple[float, ...]
    content: object = None


class PaintedLoop:
    """The paint of a tape and its earlier values, so that sound which was played can be read again.

    Any thread may read while one changes it.

    Parameters
    ----------
    rate : int
        Samples per second.
    bar : float
        Length of a bar in samples.
    """

    def __init__(self, rate: int, bar: float) -> None:
        self._fade, self._bar = max(1, round(_FADE_SECONDS * rate)), bar
        self._versions: tuple[tuple[int, Paint], ...] = ()

    def set(self, paint: Paint, sample: int) -> None:
        """Set the paint from a sample of the tape on, with a crossfade from the paint before."""
        before = self._versions
        if before and before[-1][0] >= sample:  # which was not played yet
            sample, before = before[-1][0], before[:-1]
        elif before:
            sample = max(sample, before[-1][0] + self._fade)
        self._versions = (*before, (sample, paint))

    def at(self, sample: int) -> Paint | None:
        """Return the paint at a sample of the tape; None before the first."""
        return next((paint for first, paint in reversed(self._versions) if first <= sample), None)

    def forget(self, before: int) -> None:
        """Forget paint that ends before a sample."""
        ended = sum(sample + self._fade <= before for sample, _ in self._versions[1:])
        self._versions = self._versions[ended:]

    def read(self, start: int, stop: int, bars: Sequence[tuple[float, int]], channels: int) -> Array | None:
        """Return samples ``[channels, stop - start]`` of the tape; None if there is no paint.

        Parameters
        ----------
        start, stop : int
        bars : sequence of (float, int)
            The bar lines, in samples of the tape, of the bars that are read and of the one before them, and the
            positions of these bars in the loop.
        channels : int
        """
        versions = [entry for entry in self._versions if entry[0] < stop]
        first = max((n for n, (sample, _) in enumerate(versions) if sample + self._fade <= start), default=-1)
        if all(paint.audio is None or not any(paint.gains) for _, paint in versions[max(first, 0) :]):
            return None
        out = np.zeros((channels, stop - start), np.float32)
        if first >= 0:
            self._add(out, start, versions[first][1], bars)
        for sample, paint in versions[first + 1 :]:
            weight = np.clip((np.arange(start, stop) - sample) / self._fade, 0, 1).astype(np.float32)
            new = np.zeros_like(out)
            self._add(new, start, paint, bars)
            out += weight * (new - out)
        return out

    def _add(self, out: Array, start: int, paint: Paint, bars: Sequence[tuple[float, int]]) -> None:
        """Add the sound of paint to samples of the tape; at the end of the loop, crossfade from its continuation."""
        if paint.audio is None or not any(paint.gains):
            return
        gains, stop = np.array(paint.gains, np.float32)[:, None], start + out.shape[1]
        ends = [line for line, _ in bars[1:]] + [float("inf")]
        offsets = [round(position * self._bar - line) for line, position in bars]
        before = [None, *(old if old != new else None for old, new in pairwise(offsets))]
        for (line, _), end, offset, old in zip(bars, ends, offsets, before, strict=True):
            first, last = max(start, round(line)), stop if end == float("inf") else min(stop, round(end))
            if first >= last:
                continue
            sound = _samples(paint.audio, first + offset, last + offset)
            fade = min(last, round(line) + self._fade)
            if old is not None and first < fade:
                weight = ((np.arange(first, fade) - round(line)) / self._fade).astype(np.float32)
                sound = np.array(sound)
                sound[:, : fade - first] *= weight
                sound[:, : fade - first] += (1 - weight) * _samples(paint.audio, first + old, fade + old)
            out[:, first - start : last - start] += sound * gains


def _samples(audio: Audio, start: int, stop: int) -> Array:
    """Return samples, silent where there are none: float32 ``[channels, stop - start]``."""
    first, last = max(0, start), min(stop, audio.shape[-1])
    if (first, last) == (start, stop):
        return np.asarray(audio[:, start:stop], np.float32)
    out = np.zeros((audio.shape[0], stop - start), np.float32)
    if first < last:
        out[:, first - start : last - start] = audio[:, first:last]
    return out
