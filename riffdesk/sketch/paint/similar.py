"""Sounds that resemble a region: where the ink of the same bands has the same shape at another time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.paint.region import Region

_BLOCK = 8_192  # columns that are transformed at once, at least; four times the region
_FLAT = 1e-4  # variance of the ink in the place of a region, against that of the region, that resembles nothing


def similarity(
    tiles: Ink, region: Region, *, seamless: bool = False, on_block: Callable[[int, int], object] = lambda *_: None
) -> Array:
    """Return the similarity of the ink from each column on to a region: the normalised correlation, -1 to 1.

    Means are subtracted, so that level and background do not count: 1 is the same shape at any level.

    Parameters
    ----------
    tiles : Ink ``[..., bands, columns]``
        Of several channels, the louder counts.
    seamless : bool
        Whether its first column follows on its last.
    on_block : callable
        Called with the number of finished blocks and of all blocks; it may raise an exception to cancel.

    Returns
    -------
    float32 ``[columns]``
        0 where the region would extend beyond the end.
    """
    from scipy.fft import irfft, next_fast_len, rfft

    width, length = region.stop - region.start, tiles.length
    weights = region.weights(region.start, region.stop, region.bands)
    count = float(weights.sum())
    patch = _read(tiles, region.start, region.stop, region.bands)
    patch = weights * (patch - np.float32((patch * weights).sum() / count))
    size = int(next_fast_len(max(_BLOCK, 4 * width), real=True))
    kernels = [np.conj(rfft(kernel, size)) for kernel in ((patch, weights) if region.mask is not None else (patch,))]
    step, last = size - width + 1, length if seamless else length - width + 1
    scores = np.zeros(length, np.float32)
    starts = range(0, last, step)
    for number, start in enumerate(starts):
        on_block(number, len(starts))
        stop = min(last, start + step)
        ink = _read(tiles, start, stop + width - 1, region.bands)
        spectrum = rfft(ink, size)
        dots = irfft((spectrum * kernels[0]).sum(axis=0), size)[: stop - start]
        if region.mask is None:
            sums, squares = (_moving(part.sum(axis=0, dtype=np.float64), width) for part in (ink, ink * ink))
        else:
            sums = irfft((spectrum * kernels[1]).sum(axis=0), size)[: stop - start]
            squares = irfft((rfft(ink * ink, size) * kernels[1]).sum(axis=0), size)[: stop - start]
        spread = squares - sums**2 / count
        own = float((patch * patch / np.maximum(weights, 1e-6)).sum())
        norm = np.sqrt(np.maximum(spread, 0) * max(own, 0.0))
        found = spread > _FLAT * max(own, 1e-12)
        scores[start:stop] = np.where(found, dots / np.maximum(norm, 1e-12), 0).clip(-1, 1)
    on_block(len(starts), len(starts))
    return scores


def similar_sounds(scores: Array, region: Region, least: float, *, seamless: bool = False) -> Region | None:
    """Return a region with its copies at all times at which the ink resembles it.

    Parameters
    ----------
    scores : float32 ``[columns]``
        Of `similarity`.
    least : float
        Similarity from which on a place is taken, 0 to 1. Of places that are less than half of the region's length
        apart, the more similar one is taken.
    """
    width, length = region.stop - region.start, len(scores)
    out = np.zeros((region.high - region.low, length), bool if not region.is_soft else np.float32)
    mask = region.cells(*region.box)
    for start in (region.start, *_best(scores, least, max(1, width // 2))):
        first = min(width, length - start)
        target = out[:, start : start + first]
        np.maximum(target, mask[:, :first], out=target)
        if seamless and first < width:
            target = out[:, : width - first]
            np.maximum(target, mask[:, first:], out=target)
    return Region.of(out, 0, region.low)


def _best(scores: Array, least: float, apart: int) -> list[int]:
    """Return columns with scores from ``least`` on, the best of those that are less than ``apart`` columns apart."""
    padded = np.pad(scores, 1, constant_values=-2)
    peaks = np.flatnonzero((scores >= max(least, 1e-3)) & (scores >= padded[:-2]) & (scores > padded[2:]))
    chosen: list[int] = []
    free = np.ones(len(scores), bool)
    for peak in peaks[np.argsort(-scores[peaks], kind="stable")].tolist():
        if free[peak]:
            chosen.append(peak)
            free[max(0, peak - apart + 1) : peak + apart] = False
    return chosen


def _read(tiles: Ink, start: int, stop: int, bands: slice) -> Array:
    """Return columns in some bands; beyond the end those of the beginning."""
    ink = tiles.read(start, min(stop, tiles.length), bands)
    if stop > tiles.length:
        ink = np.concatenate([ink, tiles.read(0, stop - tiles.length, bands)], axis=-1)
    return ink if ink.ndim == 2 else np.asarray(ink.max(axis=0))


def _moving(values: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    """Return the sums of ``width`` values each."""
    sums = np.append(0.0, np.cumsum(values))
    return np.asarray(sums[width:] - sums[:-width])
