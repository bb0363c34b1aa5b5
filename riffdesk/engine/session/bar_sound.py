"""The sound of a jam, bar by bar, joined to the bars before without a click, at a steady level."""

from __future__ import annotations

import threading

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.mix import true_peak
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase import Quality
from riffdesk.engine.riff.assembly import Assembly, FinalPart
from riffdesk.engine.riff.peak_level import MAX_PEAK, PeakLevel
from riffdesk.progress import OnStep
from riffdesk.sketch.tiles.ranges import Columns

_ENDLESS = 1 << 40
_RISE = 10 ** (0.5 / 20)  # most by which the gain rises in a bar


class JamLevel(PeakLevel):
    """The gain of a jam: it falls where a bar would exceed -3 dBTP, and rises again by half a dB a bar."""

    def reduced(
        self, first: int, ink: Array, samples: Columns, audio: Array, audio_start: int = 0
    ) -> tuple[Array, Array]:
        """Return ink and sound of a bar at the jam's level; the parameters are those of `PeakLevel.reduced`."""
        start, stop = samples[0] - audio_start, samples[1] - audio_start
        allowed = MAX_PEAK / max(true_peak(audio[:, start:]), MAX_PEAK)
        before = allowed if self.gain is None else self.gain
        target, ramp = min(allowed, before * _RISE), stop - start
        while True:
            gains = _ramp(before, target, ramp, stop - start)
            sound = audio[:, start:stop] * gains
            if ramp <= 1 or target >= before or true_peak(sound) <= MAX_PEAK * 1.001:
                break
            ramp //= 2
        self.gain = target
        hop = self._params.hop
        positions = np.clip((np.arange(ink.shape[-1]) + first) * hop - samples[0], 0, stop - start - 1)
        return ink * gains[positions] ** np.float32(self._params.power), sound


class BarSound:
    """Makes the sound of one bar after the other.

    Parameters
    ----------
    params : SpectrogramParams
    quality : str
        See `riffdesk.dsp.phase.reconstruct`.
    """

    def __init__(self, params: SpectrogramParams, quality: Quality) -> None:
        self._level = JamLevel(params, 1)
        self._assembly = Assembly(params, quality, _ENDLESS, _ENDLESS, level=self._level)

    def add(
        self, first: int, ready: int, ink: Array, on_step: OnStep, cancel: threading.Event | None
    ) -> tuple[FinalPart, Array]:
        """Return the final ink and sound of a bar, and a window of sound after it as it would go on.

        The parameters are those of `Assembly.add`.
        """
        part = self._assembly.add(first, ready, ink, on_step, cancel)
        return part, self._assembly.ahead() * np.float32(self._level.gain or 1.0)

    def state(self) -> dict[str, Array]:
        """Return the state for `restore`."""
        return self._assembly.state()

    def restore(self, state: dict[str, Array]) -> None:
        """Return to a state of `state`."""
        self._assembly.restore(state)


def _ramp(before: float, after: float, ramp: int, samples: int) -> Array:
    """Return gains that go from one value to another over a ramp, and stay there: float32 ``[samples]``."""
    weight = np.minimum(1.0, (np.arange(samples) + 1) / max(1, ramp))
    return np.asarray(before + (after - before) * weight, np.float32)
