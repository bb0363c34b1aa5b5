"""Listening with numbers: pitch, level, gaps and clicks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.mel import analyse, mel_amplitudes, mel_from_ink
from riffdesk.dsp.params import SpectrogramParams

RATE = 44_100
Array = NDArray[np.float32]


def sine(hertz: float, seconds: float, level: float = 1.0) -> Array:
    return (level * np.sin(2 * np.pi * hertz * np.arange(round(seconds * RATE)) / RATE)).astype(np.float32)


def _spectrum(sound: Array, rate: int) -> tuple[NDArray[np.float64], float, float]:
    """Return magnitudes under a Hann window, the strongest frequency, and Hz per bin.

    The FFT is at least four times as long as the sound, up to 2^20: an interpolated peak is within 0.03 cents then.
    """
    size = min(1 << 20, 1 << (4 * len(sound) - 1).bit_length())
    magnitude = np.abs(np.fft.rfft(sound * np.hanning(len(sound)), size)) + 1e-12
    top = int(magnitude[1:-1].argmax()) + 1
    left, middle, right = np.log(magnitude[top - 1 : top + 2])
    return magnitude, (top + 0.5 * (left - right) / (left - 2 * middle + right)) * rate / size, rate / size


def pitch_of(sound: Array, rate: int = RATE) -> float:
    """Return the frequency of the strongest partial in Hz (parabolic interpolation of the log peak)."""
    return _spectrum(sound, rate)[1]


def cents(heard: float, wanted: float) -> float:
    return float(1200 * np.log2(heard / wanted))


def over_the_rest_db(sound: Array, hertz: float, width_hz: float = 30.0) -> float:
    """Return how far the partial at a frequency stands above everything more than ``width_hz`` away."""
    magnitude, _, bin_hz = _spectrum(sound, RATE)
    away = np.abs(np.arange(len(magnitude)) * bin_hz - hertz) > width_hz
    return float(20 * np.log10(magnitude[~away].max() / magnitude[away].max()))


def rms_db(sound: Array) -> float:
    return float(20 * np.log10(np.sqrt(np.mean(np.square(sound, dtype=np.float64))) + 1e-12))


def riff(seconds: float = 2.0) -> Array:
    """Return plucks, a chord and noise hits: something with onsets, pitches and a floor."""
    rng = np.random.default_rng(7)
    out = np.zeros(round(seconds * RATE), np.float32)
    for number in range(int(seconds * 4)):
        at = round(number * RATE / 4)
        time = np.arange(len(out) - at) / RATE
        hertz = 220 * 2 ** (rng.choice([0, 3, 5, 7, 10, 12]) / 12)
        pluck = sum(np.sin(2 * np.pi * hertz * k * time) / k for k in range(1, 6)) * np.exp(-6 * time)
        out[at:] += (0.15 * pluck).astype(np.float32)
        hit = rng.standard_normal(len(time)) * np.exp(-40 * time)
        out[at:] += (0.05 * hit).astype(np.float32)
    return out


def convergence_db(ink: Array, sound: Array, params: SpectrogramParams) -> float:
    """Return spectral convergence: how far the error in mel amplitude is below the wanted mel amplitude."""
    wanted = mel_from_ink(ink, params)
    got = mel_amplitudes(sound, params)[..., : ink.shape[-1]]
    return float(20 * np.log10(np.linalg.norm(got - wanted) / np.linalg.norm(wanted)))


def image_error(ink: Array, sound: Array, params: SpectrogramParams) -> float:
    """Return the mean difference in grey levels of two images, the wanted one and the sound's.

    Images are as bright as the loudest ink; before they are compared, the sound gets the gain that
    suits it best, which is a weighted median.
    """
    got = analyse(sound, params)[..., : ink.shape[-1]].astype(np.float64)
    weight = got[got > 0]
    ratio = ink[got > 0] / weight
    order = np.argsort(ratio)
    summed = np.cumsum(weight[order])
    gain = ratio[order][np.searchsorted(summed, summed[-1] / 2)]
    return float(255 * np.abs(ink - gain * got).mean() / ink.max())


def kinks(sound: Array) -> Array:
    """Return by how much the slope changes at each sample but the outermost: full scale a sample, squared."""
    return np.abs(np.diff(sound, 2))
