"""Loudness in LUFS, as listeners judge it (ITU-R BS.1770-4)."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

_BLOCK, _STEP = 0.4, 0.1  # seconds
_ABSOLUTE_GATE = -70.0  # LUFS
_RELATIVE_GATE = -10.0  # LU
_OFFSET = -0.691
# The two filters of K-weighting as analogue ones, from which the standard's coefficients for 48 kHz follow (annex 1;
# B. De Man, "Evaluation of implementations of the EBU R128 loudness measurement", 2018).
_SHELF_HZ, _SHELF_DB, _SHELF_Q = 1_681.974450955533, 3.999843853973347, 0.7071752369554196
_SHELF_SLOPE = 0.4996667741545416
_HIGH_PASS_HZ, _HIGH_PASS_Q = 38.13547087602444, 0.5003270373238773


def loudness(audio: Array, rate: int) -> float:
    """Return the integrated loudness of a sound.

    Parameters
    ----------
    audio : float32 ``[channels, samples]``
        One or two channels, full scale = 1. What is shorter than 0.4 s counts as one block.
    rate : int
        Samples per second.

    Returns
    -------
    float
        In LUFS; -inf where there is nothing above -70 LUFS. A sine of 997 Hz at full scale on one channel has -3.01.
    """
    power = _block_power(audio, rate)
    level = _lufs(power)
    power, level = power[level > _ABSOLUTE_GATE], level[level > _ABSOLUTE_GATE]
    if not len(power):
        return -math.inf
    gate = float(_lufs(power.mean(keepdims=True))[0]) + _RELATIVE_GATE
    return float(_lufs(power[level > gate].mean(keepdims=True))[0])


def _block_power(audio: Array, rate: int) -> NDArray[np.float64]:
    """Return the mean square of K-weighted sound in overlapping blocks, summed over the channels."""
    from scipy.signal import sosfilt

    if audio.shape[-1] == 0:
        return np.zeros(0)
    weighted = sosfilt(_k_weighting(rate), np.asarray(audio, np.float64), axis=-1)
    energy = np.concatenate([[0.0], np.cumsum(np.sum(weighted**2, axis=0))])
    samples = audio.shape[-1]
    length = min(samples, round(_BLOCK * rate))
    starts = np.arange(0, samples - length + 1, max(1, round(_STEP * rate)))
    power: NDArray[np.float64] = (energy[starts + length] - energy[starts]) / length
    return power


def _lufs(power: NDArray[np.float64]) -> NDArray[np.float64]:
    return _OFFSET + 10 * np.log10(np.maximum(power, 1e-30))


def _k_weighting(rate: int) -> NDArray[np.float64]:
    """Return the two filters as second-order sections for a sample rate."""
    k = math.tan(math.pi * _SHELF_HZ / rate)
    high = 10 ** (_SHELF_DB / 20)
    band = high**_SHELF_SLOPE
    first = 1 + k / _SHELF_Q + k * k
    shelf = [
        (high + band * k / _SHELF_Q + k * k) / first,
        2 * (k * k - high) / first,
        (high - band * k / _SHELF_Q + k * k) / first,
        1.0,
        2 * (k * k - 1) / first,
        (1 - k / _SHELF_Q + k * k) / first,
    ]
    k = math.tan(math.pi * _HIGH_PASS_HZ / rate)
    first = 1 + k / _HIGH_PASS_Q + k * k
    high_pass = [1.0, -2.0, 1.0, 1.0, 2 * (k * k - 1) / first, (1 - k / _HIGH_PASS_Q + k * k) / first]
    return np.array([shelf, high_pass])
