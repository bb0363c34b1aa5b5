"""The sound of a jam, bar by bar: each stem joined to the bars before without a click, all at one steady level."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.mix import true_peak
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.quality import Quality
from riffdesk.engine.riff.assembly import Assembly, state_after
from riffdesk.engine.riff.peak_level import MAX_PEAK
from riffdesk.progress import OnStep

_ENDLESS = 1 << 40
_LEAST_RAMP = 441  # samples in which the gain falls at least: a faster one would click
_RISE = 10 ** (0.5 / 20)  # most by which the gain rises in a bar


@dataclass(frozen=True, eq=False)
class StemSound:
    """The sound of a stem's bar, before the gain of the jam.

    Parameters
    ----------
    start : int
        First sample in the jam.
    line : float
        Sample of the bar line, which is a little after the start.
    audio, after : float32 ``[channels, n]``
        The final sound, and its continuation.
    state : dict
        State of the assembly, from which the next bar continues.
    """

    start: int
    line: float
    audio: Array
    after: Array
    state: Mapping[str, Array]


class StemSounds:
    """Makes the sound of stems.

    Parameters
    ----------
    params : SpectrogramParams
    quality : str
        See `riffdesk.dsp.phase.reconstruct`.
    """

    def __init__(self, params: SpectrogramParams, quality: Quality) -> None:
        self._params, self._quality = params, quality

    def made(
        self,
        before: StemSound | None,
        columns: tuple[int, int],
        line: float,
        ink: Array,
        on_step: OnStep,
        cancel: threading.Event | None,
    ) -> StemSound:
        """Return the sound of a bar's ink, joined to that of the bar before.

        Parameters
        ----------
        before : StemSound, optional
        columns : (int, int)
            First column of the ink, and the one that the next bar begins with.
        line : float
            Sample of the bar line.
        ink : float32 ``[bands, n]`` or ``[2, bands, n]``
        """
        assembly = Assembly(self._params, self._quality, _ENDLESS, _ENDLESS)
        if before is not None:
            assembly.restore(before.state)
        part = assembly.add(*columns, ink, on_step, cancel)
        return StemSound(part.sample, line, part.audio, assembly.ahead(), assembly.state())

    def again(
        self, sound: StemSound, before: StemSound | None, columns: tuple[int, int], line: float, ink: Array
    ) -> StemSound:
        """Return the sound of a bar once more, at another one, faded in from the continuation of the sound before it.

        The parameters are those of `made`; ``sound`` is that of the same image.
        """
        hop, window = self._params.hop, self._params.window
        start = max(0, columns[0] * hop - window)
        length = max(0, columns[1] * hop - window - start)
        shift = round((start - line) - (sound.start - sound.line))
        whole = np.concatenate((sound.audio, sound.after), axis=-1)
        audio = whole[:, shift:] if shift >= 0 else np.pad(whole, ((0, 0), (-shift, 0)))
        if before is not None:
            audio = _faded_in(audio, before.after, max(0, -shift), window)
        audio = np.pad(audio, ((0, 0), (0, max(0, length - audio.shape[-1]))))
        state = state_after(self._params, columns, ink, start, audio, start + length)
        return StemSound(start, line, audio[:, :length], audio[:, length:], state)

    def ended(self, before: StemSound, columns: tuple[int, int]) -> Array:
        """Return the sound of a bar after the end of a stem: it fades out before the bar line."""
        start = before.start + before.audio.shape[-1]
        audio = np.zeros(
            (before.audio.shape[0], columns[1] * self._params.hop - self._params.window - start), np.float32
        )
        count = min(self._params.window, before.after.shape[-1], audio.shape[-1])
        audio[:, :count] = before.after[:, :count] * np.linspace(1, 0, count, dtype=np.float32)
        return audio


class JamLevel:
    """The gain of a jam: it falls where a bar would exceed -3 dBTP, and rises again by half a dB a bar."""

    def __init__(self, gain: float | None = None) -> None:
        self.gain = gain

    def gains(self, audio: Array, samples: int) -> Array:
        """Return the gain of each sample of a bar: float32 ``[samples]``.

        Parameters
        ----------
        audio : float32 ``[channels, n]``
            All stems, with their continuation after the bar.
        samples : int
            Length of the bar.
        """
        allowed = MAX_PEAK / max(true_peak(audio), MAX_PEAK)
        before = allowed if self.gain is None else self.gain
        target, ramp = min(allowed, before * _RISE), samples
        while True:
            gains = _ramp(before, target, ramp, samples)
            if ramp <= _LEAST_RAMP or target >= before or true_peak(audio[:, :samples] * gains) <= MAX_PEAK * 1.001:
                break
            ramp = max(_LEAST_RAMP, ramp // 2)
        self.gain = target
        return gains


def _faded_in(audio: Array, before: Array, silent: int, samples: int) -> Array:
    """Return sound that is faded in from another one, at a steady level; the first samples of it are silent."""
    count = min(samples, before.shape[-1], audio.shape[-1])
    if count <= silent:
        return audio
    old, new = before[:, :count].astype(np.float64), audio[:, :count].astype(np.float64)
    weight = np.zeros(count)
    weight[silent:] = np.linspace(0, 1, count - silent)
    product = float((old * new).sum()) / max(float(np.sqrt((old**2).sum() * (new**2).sum())), 1e-12)
    alike = min(1.0, max(0.0, product))
    level = np.sqrt(weight**2 + (1 - weight) ** 2 + 2 * weight * (1 - weight) * alike)
    faded = audio.copy()
    faded[:, :count] = ((1 - weight) * old + weight * new) / level
    return faded


def _ramp(before: float, after: float, ramp: int, samples: int) -> Array:
    """Return gains that go from one value to another over a ramp, and stay there: float32 ``[samples]``."""
    weight = np.minimum(1.0, (np.arange(samples) + 1) / max(1, ramp))
    return np.asarray(before + (after - before) * weight, np.float32)
