"""The sound to begin with, and what lies above the mel range."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.dsp.mel import mel_from_ink
from riffdesk.dsp.phase.initial_sound import _flat
from riffdesk.dsp.phase.quality import Quality
from riffdesk.dsp.phase.reconstruction import reconstruct
from tests.dsp.phase.drawing import HOP, PARAMS, WINDOW, blank, noise, tone_line, with_sound
from tests.measure import Array, riff, rms_db, sine

COLUMNS = 150
FIRST, LAST = 50, 100
MIDDLE = slice((FIRST + 11) * HOP, (LAST - 11) * HOP)


def above_the_range(sound: Array) -> Array:
    """Return what a sound has above 12 kHz."""
    spectrum = np.fft.rfft(sound)
    spectrum[np.fft.rfftfreq(len(sound), 1 / PARAMS.sample_rate) < 12_000] = 0
    return np.fft.irfft(spectrum, len(sound))


@pytest.mark.parametrize("quality", ["draft", "good"])
class TestTreble:
    """Sound above the highest mel band cannot be seen; it goes with all that can."""

    def changed(self, ink: Array, quality: Quality) -> tuple[Array, Array]:
        """Return what is above the range before and after a change of ink."""
        before = with_sound(riff(1.5) + sine(15_000, 1.5, 0.05), COLUMNS)[1]
        after = reconstruct(ink, PARAMS, previous=before, changed=(FIRST, LAST), quality=quality)
        return above_the_range(before)[MIDDLE], above_the_range(after)[MIDDLE]

    @pytest.fixture
    def ink(self) -> Array:
        return with_sound(riff(1.5) + sine(15_000, 1.5, 0.05), COLUMNS)[0]

    def test_it_stays_when_something_is_painted_below_it(self, ink: Array, quality: Quality) -> None:
        ink[:, FIRST:LAST] = np.maximum(ink, tone_line(1_000, COLUMNS))[:, FIRST:LAST]
        before, after = self.changed(ink, quality)
        assert rms_db(after - before) < rms_db(before) - 50

    def test_it_stays_when_something_is_erased_below_it(self, ink: Array, quality: Quality) -> None:
        ink[:300, FIRST:LAST] = 0
        before, after = self.changed(ink, quality)
        assert rms_db(after - before) < rms_db(before) - 50

    def test_it_goes_when_everything_is_erased(self, ink: Array, quality: Quality) -> None:
        ink[:, FIRST:LAST] = 0
        before, after = self.changed(ink, quality)
        assert rms_db(after) < rms_db(before) - 60


def test_new_ink_has_nothing_above_its_range() -> None:
    sound = reconstruct(tone_line(1_000, 100) + noise(100, slice(300, 512), 0.4), PARAMS)
    assert rms_db(above_the_range(sound)) < rms_db(sound) - 60


def test_ink_on_silence_keeps_silent_around_itself() -> None:
    ink = blank(COLUMNS)
    ink[:, FIRST:LAST] = tone_line(700, 1)
    sound = reconstruct(ink, PARAMS)
    far = np.r_[sound[: FIRST * HOP - 2 * WINDOW], sound[LAST * HOP + 2 * WINDOW :]]
    assert rms_db(far) < rms_db(sound[MIDDLE]) - 80


def test_a_brush_mark_is_noise_and_a_tone_line_is_not() -> None:
    rows = [mel_from_ink(ink, PARAMS).T for ink in (noise(40, slice(100, 200)), tone_line(440, 40))]
    mark, line = (np.asarray(_flat(row)) for row in rows)
    assert mark[10:30, 110:190].all()
    assert not mark[:, :90].any()
    lobe = slice(int(PARAMS.band_of(400)), int(PARAMS.band_of(480)))
    assert not line[:, lobe].any()
