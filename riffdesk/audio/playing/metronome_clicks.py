"""The metronome's sound: a click at every beat, computed when it is read."""

from __future__ import annotations

import math
from functools import cached_property

import numpy as np

from riffdesk.arrays import Array

ENDLESS = 1 << 62  # samples; longer than any sketch
ACCENT_HERTZ, BEAT_HERTZ = 1_760.0, 1_175.0  # an octave and a fourth over A4, and D6
_CLICK_SECONDS = 0.04
_ATTACK_SECONDS = 0.0005
_DECAY_SECONDS = 0.007  # to 1/e
_BEAT_LEVEL = 0.7  # relative to the accent


class Clicks:
    """Clicks on the beats of a tempo, as `riffdesk.dsp.mix.Audio` with one channel; the first beat of a bar is higher.

    Beat ``n`` begins at sample ``round(n * 60 / tempo * sample_rate)`` of the sketch, so that the beats of a long
    sketch do not drift. The peak is 1.0, in the accent.

    Parameters
    ----------
    tempo : float
        In beats per minute.
    beats_per_bar : int
    sample_rate : int
        In Hz.
    origin : int
        Sample of the sketch at sample 0 of the clicks; may be negative.
    samples : int
        Length; clicks are cut off there.
    """

    def __init__(
        self, tempo: float, beats_per_bar: int, sample_rate: int, *, origin: int = 0, samples: int = ENDLESS
    ) -> None:
        self.tempo, self.beats_per_bar, self.sample_rate = tempo, beats_per_bar, sample_rate
        self._origin, self._samples = origin, samples

    @property
    def shape(self) -> tuple[int, int]:
        """One channel, and the length in samples."""
        return 1, self._samples

    def __getitem__(self, key: tuple[slice, slice]) -> Array:
        """Return samples ``[:, start:stop]``: float32 ``[1, samples]``."""
        _, samples = key
        start, stop, _ = samples.indices(self._samples)
        out = np.zeros((1, max(0, stop - start)), np.float32)
        first, last = start + self._origin, stop + self._origin
        beat = math.floor((first - len(self._accent)) / self._beat)
        while (beat_start := self._start_of(beat)) < last:
            click = self._click if beat % self.beats_per_bar else self._accent
            click_start, click_stop = max(beat_start, first), min(beat_start + len(click), last)
            if click_start < click_stop:
                out[0, click_start - first : click_stop - first] += click[
                    click_start - beat_start : click_stop - beat_start
                ]
            beat += 1
        return out

    def before(self, sample: int, bars: int) -> Clicks:
        """Return the clicks of some bars that end at a sample of the sketch, with a complete first click."""
        begin = sample - round(bars * self.beats_per_bar * self._beat)
        beat = self._start_of(math.floor((begin + 1) / self._beat))
        if 0 < begin - beat < len(self._accent):
            begin = beat
        return Clicks(self.tempo, self.beats_per_bar, self.sample_rate, origin=begin, samples=sample - begin)

    @property
    def _beat(self) -> float:
        return 60 / self.tempo * self.sample_rate

    def _start_of(self, beat: int) -> int:
        return round(beat * self._beat)

    @cached_property
    def _accent(self) -> Array:
        return _click(ACCENT_HERTZ, self.sample_rate)

    @cached_property
    def _click(self) -> Array:
        return np.float32(_BEAT_LEVEL) * _click(BEAT_HERTZ, self.sample_rate)


def _click(hertz: float, rate: int) -> Array:
    """Return a short decaying tone: float32 ``[samples]``, its highest sample 1.0."""
    time = np.arange(round(_CLICK_SECONDS * rate)) / rate
    rise, fall = np.minimum(time / _ATTACK_SECONDS, 1), np.minimum((_CLICK_SECONDS - time) / _DECAY_SECONDS, 1)
    sound = np.sin(2 * np.pi * hertz * time) * rise * fall * np.exp(-time / _DECAY_SECONDS)
    click: Array = (sound / np.abs(sound).max()).astype(np.float32)
    return click
