"""Ink to try the reconstruction with: tone lines, clicks, and sounds with their ink."""

from __future__ import annotations

import numpy as np

from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.tone import tone_shape
from tests.measure import Array

PARAMS = SpectrogramParams()
HOP, WINDOW = PARAMS.hop, PARAMS.window
SMALL = SpectrogramParams(sample_rate=8_000, bands=64, max_hz=4_000)  # quick, for what all settings share


def blank(columns: int, params: SpectrogramParams = PARAMS) -> Array:
    return np.zeros((params.bands, columns), np.float32)


def tone_line(
    hertz: float, columns: int, start: int = 0, stop: int | None = None, *, strength: float = 0.7, harmonics: int = 1
) -> Array:
    """Return ink with one line of the tone brush."""
    ink = blank(columns)
    cents = round(1200 * np.log2(hertz / 440))
    ink[:, start:stop] = strength * tone_shape(PARAMS, cents, harmonics, 6.0)[:, None]
    return ink


def click(column: int, columns: int, strength: float = 0.6) -> Array:
    """Return ink with one full-height line, one column wide."""
    ink = blank(columns)
    ink[:, column] = strength
    return ink


def noise(columns: int, bands: slice, strength: float = 0.5) -> Array:
    """Return ink as a wide, hard brush leaves it: flat."""
    ink = blank(columns)
    ink[bands] = strength
    return ink


def with_sound(sound: Array, columns: int) -> tuple[Array, Array]:
    """Return the ink of a sound's first columns, and so much of the sound."""
    samples = np.zeros(columns * HOP, np.float32)
    samples[: len(sound)] = sound[: len(samples)]
    return analyse(sound, PARAMS)[:, :columns], samples


def partial(sound: Array, hertz: float, rate: int = PARAMS.sample_rate) -> Array:
    """Return how loud the partial around a frequency is over time."""
    spectrum, at = np.fft.fft(sound), np.fft.fftfreq(len(sound), 1 / rate)
    near = (at > 0) & (np.abs(at - hertz) < min(60, hertz))
    return 2 * np.abs(np.fft.ifft(np.where(near, spectrum, 0)))


def warble_db(level: Array) -> float:
    return float(20 * np.log10(level.max() / level.min()))
