"""Integrated loudness in LUFS (ITU-R BS.1770-4)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.mix import stereo

_STEP_SECONDS = 0.1  # blocks of 400 ms overlap by three quarters
_STEPS = 4
_OFFSET = -0.691  # a sine of 997 Hz and full scale in one channel has -3.01 LUFS
_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = -10.0
_NEGLIGIBLE = 1e-30  # filter states below it are set to 0, as denormal numbers are slow


class Loudness:
    """Integrated loudness of one or two channels, measured block by block (ITU-R BS.1770-4, Annex 1).

    Parameters
    ----------
    rate : int
        In Hz.
    channels : int
        One or two, with equal weight. Mono sound played on both sides has to be passed as two channels.
    """

    def __init__(self, rate: int, channels: int) -> None:
        self._filter = k_weighting(rate)
        self._filter_state = np.zeros((len(self._filter), channels, 2))
        self._step = round(rate * _STEP_SECONDS)
        self._remaining_power = np.zeros(0)
        self._powers: list[NDArray[np.float64]] = []

    def add(self, audio: NDArray[np.floating[Any]]) -> None:
        """Add a block ``[channels, samples]``, full scale = 1."""
        from scipy.signal import sosfilt  # slow to import, and not needed when the window opens

        if not audio.shape[-1]:
            return
        weighted, self._filter_state = sosfilt(self._filter, audio, axis=-1, zi=self._filter_state)
        self._filter_state[np.abs(self._filter_state) < _NEGLIGIBLE] = 0
        power = np.concatenate((self._remaining_power, np.sum(weighted**2, axis=0)))
        complete = len(power) // self._step * self._step
        self._powers.append(power[:complete].reshape(-1, self._step).mean(axis=1))
        self._remaining_power = power[complete:]

    @property
    def integrated(self) -> float:
        """Loudness of all blocks in LUFS; -inf if no part exceeds -70 LUFS.

        A sound shorter than the standard's 400 ms is measured as one block.
        """
        steps = np.concatenate(self._powers) if self._powers else np.zeros(0)
        if len(steps) >= _STEPS:
            blocks = np.convolve(steps, np.full(_STEPS, 1 / _STEPS), "valid")
        else:
            samples = len(steps) * self._step + len(self._remaining_power)
            blocks = np.array([(steps.sum() * self._step + self._remaining_power.sum()) / max(1, samples)])
        loud = blocks[_lufs(blocks) > _ABSOLUTE_GATE]
        if not len(loud):
            return -np.inf
        gate = _lufs(loud.mean()) + _RELATIVE_GATE
        return float(_lufs(loud[_lufs(loud) > gate].mean()))


def loudness(audio: NDArray[np.floating[Any]], rate: int) -> float:
    """Return the integrated loudness of a sound in LUFS, see `Loudness`.

    Parameters
    ----------
    audio : float ``[channels, samples]``
    rate : int
        In Hz.
    """
    meter = Loudness(rate, audio.shape[0])
    meter.add(audio)
    return meter.integrated


def gain_to_loudness(audio: Array, rate: int, target: float) -> np.float32:
    """Return the linear gain that gives a sound a loudness, mono played on both sides; 1 if it cannot be measured.

    Parameters
    ----------
    audio : float32 ``[channels, samples]``
    rate : int
        In Hz.
    target : float
        In LUFS.
    """
    measured = loudness(stereo(audio), rate)
    return np.float32(10 ** ((target - measured) / 20) if np.isfinite(measured) else 1.0)


def k_weighting(rate: int) -> NDArray[np.float64]:
    """Return the K-weighting filters as second-order sections ``[2, 6]``.

    The standard gives their coefficients at 48 kHz. These are computed from the analogue prototypes for any rate
    (De Man, "Evaluation of Implementations of the EBU R128 Loudness Measurement", AES 145, 2018).
    """
    k = np.tan(np.pi * 1681.974450955533 / rate)
    q, high = 0.7071752369554196, 10 ** (3.999843853973347 / 20)
    band = high**0.4996667741545416
    a0 = 1 + k / q + k * k
    shelf = [high + band * k / q + k * k, 2 * (k * k - high), high - band * k / q + k * k]
    shelf += [a0, 2 * (k * k - 1), 1 - k / q + k * k]
    k = np.tan(np.pi * 38.13547087602444 / rate)
    q = 0.5003270373238773
    b0 = 1 + k / q + k * k
    pass_high = [b0, -2 * b0, b0, b0, 2 * (k * k - 1), 1 - k / q + k * k]  # the standard leaves its gain at 1
    return np.array([np.array(shelf) / a0, np.array(pass_high) / b0])


def _lufs(power: Any) -> Any:
    with np.errstate(divide="ignore"):
        return _OFFSET + 10 * np.log10(power)
