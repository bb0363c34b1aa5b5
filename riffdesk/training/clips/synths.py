"""Built-in synths: FM bells (Chowning 1973), subtractive leads and pads from wavetables, and an analogue drum kit."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.compose.grooves import (
    CLAP,
    CLOSED,
    CRASH,
    HIGH_TOM,
    KICK,
    LOW_TOM,
    MID_TOM,
    OPEN,
    PEDAL,
    RIDE,
    RIM,
    SNARE,
)
from riffdesk.dsp.pitch import hertz_of_midi

RATE = 44_100
_TABLE = 2_048


def play(name: str, notes: list[tuple[float, float, int, int]], samples: int) -> Array:
    """Return the sound of notes (start, end, pitch, velocity; seconds) on a built-in synth: float32 ``[samples]``."""
    audio = np.zeros(samples, np.float32)
    for start, end, pitch, velocity in notes:
        tone = _TONES[name](pitch, end - start) * np.float32((velocity / 127) ** 1.5)
        _add(audio, tone, start)
    return audio


def play_808(notes: list[tuple[float, float, int, int]], samples: int, rng: np.random.Generator) -> Array:
    """Return drum hits on the analogue kit: float32 ``[samples]``."""
    audio = np.zeros(samples, np.float32)
    for start, _, drum, velocity in notes:
        _add(audio, _drum(drum, rng) * np.float32((velocity / 127) ** 1.5), start)
    return audio


def _add(out: Array, tone: Array, start: float) -> None:
    first = max(0, int(start * RATE))
    length = min(len(tone), len(out) - first)
    if length > 0:
        out[first : first + length] += tone[:length]


def _seconds(length: float) -> Array:
    return np.arange(int(length * RATE), dtype=np.float32) / np.float32(RATE)


def _envelope(length: int, held: int, attack: float, release: float) -> Array:
    """Return a rise of ``attack`` s, a plateau of ``held`` samples and an exponential fall."""
    at = np.arange(length, dtype=np.float32)
    rise = np.minimum(1, at / max(1.0, attack * RATE))
    fall = np.where(at > held, np.exp(-(at - held) / (release * RATE)), 1)
    return np.asarray(rise * fall, np.float32)


@lru_cache(maxsize=256)
def _wavetable(shape: str, harmonics: int, slope: float) -> Array:
    """Return one cycle of a band-limited saw or square whose harmonics fall off by ``slope`` beyond 1/n."""
    phase = np.arange(_TABLE) * 2 * np.pi / _TABLE
    numbers = np.arange(1, harmonics + 1, 2 if shape == "square" else 1)
    table = (np.sin(np.outer(numbers, phase)) / numbers[:, None] ** (1 + slope)).sum(axis=0)
    return np.asarray(table / np.abs(table).max(), np.float32)


def _oscillator(shape: str, hertz: float, length: int, slope: float) -> Array:
    harmonics = max(1, min(80, int(12_000 / hertz)))
    table = _wavetable(shape, harmonics, slope)
    indices = (np.arange(length) * (hertz * _TABLE / RATE)).astype(np.int64) % _TABLE
    return table[indices]


def _lead(shape: str, pitch: int, held: float) -> Array:
    """Return a tone with a bright attack and a darker sustain, as with a filter envelope."""
    length = int((held + 0.25) * RATE)
    bright = _oscillator(shape, hertz_of_midi(pitch), length, 0.0)
    dark = _oscillator(shape, hertz_of_midi(pitch), length, 0.8)
    opening = np.exp(-np.arange(length, dtype=np.float32) / (0.25 * RATE))
    tone = dark + (bright - dark) * (np.float32(0.25) + np.float32(0.75) * opening)
    return np.asarray(0.5 * tone * _envelope(length, int(held * RATE), 0.005, 0.06), np.float32)


def _pad(slope: float, pitch: int, held: float) -> Array:
    """Return three detuned saws with slow attack and release."""
    length = int((held + 0.8) * RATE)
    hertz = hertz_of_midi(pitch)
    tone = sum(_oscillator("saw", hertz * 2 ** (cents / 1200), length, slope) for cents in (-7, 0, 8))
    return np.asarray(0.3 * tone * _envelope(length, int(held * RATE), 0.18, 0.3), np.float32)


def _fm_bell(pitch: int, held: float) -> Array:
    """Return a sine, phase-modulated by a sine at 3.5 times its frequency with decreasing depth (Chowning 1973)."""
    at = _seconds(max(held, 0.2) + 1.2)
    hertz = np.float32(2 * np.pi * hertz_of_midi(pitch))
    index = np.float32(2.2) * np.exp(-at * 5)
    tone = np.sin(hertz * at + index * np.sin(np.float32(3.5) * hertz * at))
    return np.asarray(0.6 * tone * np.exp(-at * 2.5) * np.minimum(1, at * 500), np.float32)


_TONES: dict[str, Callable[[int, float], Array]] = {
    "fm bell": _fm_bell,
    "square lead": lambda pitch, held: _lead("square", pitch, held),
    "saw lead": lambda pitch, held: _lead("saw", pitch, held),
    "saw pad": lambda pitch, held: _pad(0.2, pitch, held),
    "soft pad": lambda pitch, held: _pad(0.9, pitch, held),
}

_TOM_HERTZ: dict[int, float] = {LOW_TOM: 90.0, MID_TOM: 130.0, HIGH_TOM: 180.0}
_DECAYS: dict[int, float] = {CLOSED: 55.0, PEDAL: 70.0, OPEN: 9.0, CRASH: 3.0, RIDE: 6.0}
_METAL = (2_050.0, 3_690.0, 5_440.0, 8_000.0, 5_230.0, 6_130.0)


def _drum(drum: int, rng: np.random.Generator) -> Array:
    if drum == KICK:
        at = _seconds(0.5)
        phase = 2 * np.pi * (50 * at + 3.5 * (1 - np.exp(-at * 35)))
        return np.asarray(1.3 * np.sin(phase) * np.exp(-at * 7), np.float32)
    if drum in _TOM_HERTZ:
        at = _seconds(0.35)
        phase = 2 * np.pi * (_TOM_HERTZ[drum] * at + 1.5 * (1 - np.exp(-at * 30)))
        return np.asarray(np.sin(phase) * np.exp(-at * 10), np.float32)
    if drum in (SNARE, RIM):
        at = _seconds(0.25 if drum == SNARE else 0.05)
        body = np.sin(2 * np.pi * (185 if drum == SNARE else 1_700) * at) * np.exp(-at * (18 if drum == SNARE else 90))
        noise = rng.standard_normal(len(at)) * np.exp(-at * 16) * (0.5 if drum == SNARE else 0.05)
        return np.asarray(0.7 * body + noise, np.float32)
    if drum == CLAP:
        at = _seconds(0.3)
        bursts = sum(np.where(at >= lag, np.exp(-(at - lag) * 160), 0) for lag in (0, 0.011, 0.022))
        noise = _highpass(rng.standard_normal(len(at)), 3)
        return np.asarray(0.5 * noise * (bursts + 0.6 * np.exp(-at * 18)), np.float32)
    decay = _DECAYS.get(drum, 40.0)
    at = _seconds(min(1.5, 5 / decay))
    metal = sum(np.sign(np.sin(2 * np.pi * hertz * at)) for hertz in _METAL) / 6 + 0.3 * rng.standard_normal(len(at))
    return np.asarray(0.45 * _highpass(metal, 8) * np.exp(-at * decay), np.float32)


def _highpass(sound: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    """Return a sound minus its running mean over ``width`` samples."""
    return sound - np.convolve(sound, np.ones(width) / width, "same")
