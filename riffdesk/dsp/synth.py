"""A synthesiser of a few partials, whose pitches and levels can be changed at any time without a click."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from riffdesk.arrays import Array

MOST_PARTIALS = 24
LOUDEST = 0.25
"""Highest sum of the amplitudes of the partials, -12 dBFS; louder tones are turned down."""
_RELEASE_SECONDS = 0.04
_APPROACH = 0.5  # part of the way to a new pitch or level in a block
_SILENT = 1e-6
_HIGHEST = 0.45  # of the sample rate


@dataclass(frozen=True)
class Tones:
    """Steady partials that sound together.

    Parameters
    ----------
    partials : tuple of (hertz, amplitude)
        Frequencies in Hz and linear amplitudes, 1.0 = full scale.
    """

    partials: tuple[tuple[float, float], ...]

    @classmethod
    def harmonic(cls, hertz: float, amplitude: float, count: int, rolloff_db: float) -> Tones:
        """Return a tone with harmonics.

        Parameters
        ----------
        count : int
            Number of partials, with the pitch itself.
        rolloff_db : float
            Attenuation of the partials in dB per octave.
        """
        numbers = range(1, min(count, MOST_PARTIALS) + 1)
        levels = (10 ** (-rolloff_db * float(np.log2(number)) / 20) for number in numbers)
        return cls(tuple((hertz * number, amplitude * level) for number, level in zip(numbers, levels, strict=True)))


@dataclass
class _Partial:
    hertz: float
    amplitude: float = 0.0
    phase: float = 0.0  # in turns


class Synth:
    """Computes the sound of tones block by block; used by one thread.

    New tones are reached within some milliseconds: pitches glide, levels fade. After None it fades out.

    Parameters
    ----------
    sample_rate : int
        In Hz.
    """

    def __init__(self, sample_rate: int) -> None:
        self._rate = sample_rate
        self._partials: list[_Partial] = []
        self._targets: list[tuple[float, float]] = []
        self._gain = 0.0

    @property
    def sounds(self) -> bool:
        """Whether it has not faded out."""
        return self._gain > 0

    def block(self, tones: Tones | None, frames: int) -> Array:
        """Return the next block: float32 ``[frames]``.

        Parameters
        ----------
        tones : Tones, optional
            The tones to play; None fades out.
        frames : int
        """
        out = np.zeros(frames)
        if tones is None and not self.sounds:
            return out.astype(np.float32)
        if tones is not None:
            self._follow(tones)
        ramp = np.arange(1, frames + 1) / frames
        step = frames / (_RELEASE_SECONDS * self._rate)
        gain = max(0.0, self._gain - step) if tones is None else 1.0
        for partial, (hertz, amplitude) in zip(self._partials, self._targets, strict=True):
            near = partial.hertz + _APPROACH * (hertz - partial.hertz)
            level = partial.amplitude + _APPROACH * (amplitude - partial.amplitude)
            turns = partial.phase + frames / self._rate * (partial.hertz * ramp + (near - partial.hertz) / 2 * ramp**2)
            out += (partial.amplitude + (level - partial.amplitude) * ramp) * np.sin(2 * np.pi * turns)
            partial.hertz, partial.amplitude, partial.phase = near, level, float(turns[-1]) % 1
        out *= self._gain + (gain - self._gain) * ramp
        self._gain = gain
        if not gain:
            self._partials = []
        return out.astype(np.float32)

    def _follow(self, tones: Tones) -> None:
        """Set the pitches and levels to be reached."""
        wanted = [pair for pair in tones.partials[:MOST_PARTIALS] if 0 < pair[0] < _HIGHEST * self._rate]
        scale = LOUDEST / max(LOUDEST, sum(amplitude for _, amplitude in wanted))
        if not self.sounds:
            self._partials = [_Partial(hertz, amplitude * scale) for hertz, amplitude in wanted]
        self._partials += [_Partial(hertz) for hertz, _ in wanted[len(self._partials) :]]
        self._targets = [(hertz, amplitude * scale) for hertz, amplitude in wanted]
        for partial, (hertz, _) in zip(self._partials, self._targets, strict=False):
            if partial.amplitude < _SILENT:
                partial.hertz = hertz
        self._targets += [(partial.hertz, 0.0) for partial in self._partials[len(wanted) :]]
