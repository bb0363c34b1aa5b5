"""Features of ink, by which similar sounds are found: its mean spectrum, how it changes, and its pitch classes."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.riff.score.tempo_key_estimate import onset_strength, pitch_weights

LENGTH = 48
"""Length of a feature vector: 24 of the spectrum, 12 of its changes, 12 of pitch classes."""

_SPECTRUM, _CHANGE = 24, 12
_WEIGHTS = (1.0, 0.8, 0.6)  # of spectrum, changes and pitch classes
_ONSET_SECONDS = 2.0  # longest distance of onsets that counts
_TYPE = np.dtype("<f2")  # half precision: 96 bytes each


def features_of(ink: Array, params: SpectrogramParams) -> bytes:
    """Return the features of ink, see `riffdesk.store.library.similar`; b'' if it is silent.

    Parameters
    ----------
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
    params : SpectrogramParams
    """
    mono = ink.mean(axis=0) if ink.ndim == 3 else ink
    if not mono.any():
        return b""
    edges = np.linspace(0, len(mono), _SPECTRUM + 1).astype(int)
    bands = np.add.reduceat(mono, edges[:-1], axis=0) / np.diff(edges)[:, None]
    spectrum = bands.mean(axis=1)
    chroma = pitch_weights(mono, params).sum(axis=1)
    folded = np.zeros(12)
    np.add.at(folded, np.arange(len(chroma)) % 12, chroma)
    parts = (spectrum - spectrum.mean(), _changes(mono, params), folded - folded.mean())
    vector = np.concatenate([weight * _unit(part) for weight, part in zip(_WEIGHTS, parts, strict=True)])
    return _unit(vector).astype(_TYPE).tobytes()


def _changes(mono: Array, params: SpectrogramParams) -> NDArray[Any]:
    """Return how much the onsets repeat after each of 12 times, relative to their mean."""
    onsets = onset_strength(mono, params)
    onsets = onsets - onsets.mean()
    longest = round(_ONSET_SECONDS * params.columns_per_second)
    size = 1 << (len(onsets) + longest).bit_length()
    spectrum = np.abs(np.fft.rfft(onsets, size)) ** 2
    repeats = np.fft.irfft(spectrum, size)[:longest]
    edges = np.geomspace(longest / 32, longest, _CHANGE + 1).astype(int)
    means = np.add.reduceat(repeats, edges[:-1]) / np.diff(edges)
    return np.asarray(means / max(float(repeats[0]), 1e-12))


def _unit(vector: NDArray[Any]) -> NDArray[Any]:
    length = float(np.sqrt((vector**2).sum()))
    return vector / length if length > 0 else vector
