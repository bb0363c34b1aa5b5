"""Measures of spectrogram images: tempo, mode, sharpness, pitch, and distances between images."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.pitch import A4_HZ, A4_MIDI

Images = NDArray[np.uint8]

_COLUMNS_PER_SECOND = 100.0


def ink_of_images(images: Images) -> Array:
    """Return ink ``[..., bands, columns]``, lowest band first, of Riffusion images ``[..., rows, columns]``."""
    return np.asarray((1 - images.astype(np.float32) / 255)[..., ::-1, :])


def onset_strength(ink: Array) -> Array:
    """Return the increase of ink from the column before, summed over bands, minus its mean: float32 ``[columns]``."""
    rise = np.maximum(np.diff(ink, axis=-1, prepend=ink[..., :1]), 0).sum(axis=-2)
    return np.asarray(rise - rise.mean(axis=-1, keepdims=True))


def onsets_of(ink: Array) -> int:
    """Return the number of onsets of one clip: peaks of onset strength above a quarter of the maximum."""
    strength = onset_strength(ink)
    middle = strength[1:-1]
    peaks = (middle > strength[:-2]) & (middle >= strength[2:]) & (middle > 0.25 * strength.max())
    return int(peaks.sum())


def tempo_of(ink: Array) -> float:
    """Return the tempo in beats per minute of one clip by autocorrelation of its onsets; 0 if it has none.

    The score of a tempo from 50 to 200 beats a minute includes its double and its half, as bars and eighths
    repeat too, and is weighted towards 110, as listeners prefer that (Ellis 2007).
    """
    strength = onset_strength(ink)
    length = len(strength)
    padded = np.zeros(2 * length, np.float32)
    padded[:length] = strength
    spectrum = np.fft.rfft(padded)
    correlation = np.fft.irfft(np.abs(spectrum) ** 2)[:length] / np.maximum(length - np.arange(length), 1)
    if correlation[0] <= 0:
        return 0.0
    bpms = np.arange(50, 200.25, 0.25)
    lags = 60 / bpms * _COLUMNS_PER_SECOND
    positions = np.arange(length)
    score = sum(
        weight * np.interp(lags * ratio, positions, correlation) for ratio, weight in ((1, 1.0), (2, 0.6), (0.5, 0.4))
    )
    preference = np.exp(-0.5 * (np.log2(bpms / 110) / 0.9) ** 2)
    return float(bpms[int(np.argmax(score * preference))])


def tempo_agrees(measured: float, expected: float, tolerance: float = 0.06) -> bool:
    """Return whether a tempo is the expected one, its double or its half, within a relative tolerance."""
    return any(abs(measured * ratio / expected - 1) <= tolerance for ratio in (0.5, 1.0, 2.0))


def chroma_of(ink: Array, params: SpectrogramParams) -> Array:
    """Return the energy of the twelve pitch classes, C first, of one clip: float32 ``[12]``.

    Peaks in frequency between 110 Hz and 1 kHz count with their amplitude, shared between the two nearest
    pitch classes.
    """
    amplitude = np.asarray(ink, np.float64) ** (1 / params.power)
    peak = np.zeros_like(amplitude)
    middle = amplitude[1:-1]
    peak[1:-1] = np.where((middle > amplitude[:-2]) & (middle >= amplitude[2:]), middle, 0)
    hertz = params.hertz_of(np.arange(len(ink)))
    inside = (hertz > 110) & (hertz < 1_000)
    power = peak[inside].sum(axis=1)
    pitch = A4_MIDI + 12 * np.log2(hertz[inside] / A4_HZ)
    low = np.floor(pitch).astype(int)
    chroma = np.zeros(12)
    np.add.at(chroma, low % 12, power * (1 - (pitch - low)))
    np.add.at(chroma, (low + 1) % 12, power * (pitch - low))
    return np.asarray(chroma / max(chroma.sum(), 1e-12), np.float32)


def gradients_of(ink: Array) -> tuple[float, float]:
    """Return the mean absolute step from column to column and from band to band where there is sound."""
    sounding = ink > 0.25
    time = np.abs(np.diff(ink, axis=-1))[..., :, :]
    bands = np.abs(np.diff(ink, axis=-2))
    return (
        float(time[sounding[..., :, 1:]].mean()) if sounding.any() else 0.0,
        float(bands[sounding[..., 1:, :]].mean()) if sounding.any() else 0.0,
    )


def fundamental_band(ink: Array) -> float:
    """Return the median, over sounding columns, of the lowest band within 10 dB of the column's loudest."""
    loudest = ink.max(axis=0)
    columns = loudest > 0.4 * loudest.max(initial=0)
    if not columns.any():
        return 0.0
    strong = ink[:, columns] > loudest[columns] * 10 ** (-10 / 20 * 0.25)
    return float(np.median(strong.argmax(axis=0)))


def thumbnails(images: Images, size: int = 64) -> Array:
    """Return images as the means of blocks, flattened: float32 ``[n, size * size]``, 0 .. 1."""
    count, height, width = images.shape
    blocks = images.reshape(count, size, height // size, size, width // size).astype(np.float32)
    return np.asarray(blocks.mean(axis=(2, 4)).reshape(count, -1) / 255, np.float32)


def nearest_distances(rows: Array, references: Array) -> Array:
    """Return, for each row of ``rows``, the Euclidean distance to the nearest row of ``references``."""
    squares = (rows**2).sum(1)[:, None] + (references**2).sum(1)[None] - 2 * rows @ references.T
    return np.asarray(np.sqrt(np.maximum(squares.min(axis=1), 0)))


def mean_pairwise_distance(rows: Array) -> float:
    """Return the mean Euclidean distance between two different rows."""
    squares = (rows**2).sum(1)[:, None] + (rows**2).sum(1)[None] - 2 * rows @ rows.T
    upper = np.triu_indices(len(rows), 1)
    return float(np.sqrt(np.maximum(squares[upper], 0)).mean())


def frechet_distance(features: Array, references: Array) -> float:
    """Return the Frechet distance between features ``[n, size]``, taken as normal (Dowson and Landau 1982)."""
    a, b = np.cov(features, rowvar=False), np.cov(references, rowvar=False)
    values, vectors = np.linalg.eigh(a)
    root = vectors * np.sqrt(np.maximum(values, 0)) @ vectors.T
    cross = np.sqrt(np.maximum(np.linalg.eigvalsh(root @ b @ root), 0)).sum()
    shift = features.mean(0) - references.mean(0)
    return float(shift @ shift + np.trace(a) + np.trace(b) - 2 * cross)
