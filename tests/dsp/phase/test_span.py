"""Changes: only the changed columns sound anew, and what is new is led into what is old."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.dsp.phase.quality import Quality
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.dsp.phase.span import changed_span
from tests.clips import chords, voice
from tests.dsp.phase.drawing import HOP, PARAMS, WINDOW, blank, click, noise, tone_line, with_sound
from tests.measure import Array, convergence_db, kinks, riff, rms_db, sine

COLUMNS, START, STOP = 150, 66, 84
OLD = {
    "music": riff(1.5),
    "chords": chords(1.5),
    "a tone": sine(330, 1.5, 0.4),
    "silence": np.zeros(66_150, np.float32),
}
NEW = {
    "nothing": blank(COLUMNS),
    "a tone": tone_line(1_000, COLUMNS),
    "speech": with_sound(voice(1.5), COLUMNS)[0],
    "noise": noise(COLUMNS, slice(100, 400), 0.3),
    "a click": click(75, COLUMNS, 0.4),
}


def changed_ink(old: Array, new: Array) -> Array:
    ink = old.copy()
    ink[:, START:STOP] = new[:, START:STOP]
    return ink


def outside(start: int, stop: int, columns: int = COLUMNS) -> Array:
    """Return which samples are further than a window from the changed columns."""
    places = np.arange(columns * HOP)
    return (places < start * HOP - WINDOW) | (places >= stop * HOP + WINDOW)


@pytest.mark.parametrize("new", NEW)
@pytest.mark.parametrize("old", OLD)
def test_samples_a_window_away_stay_bit_identical_and_seams_do_not_click(old: str, new: str) -> None:
    ink, before = with_sound(OLD[old], COLUMNS)
    after = reconstruct(changed_ink(ink, NEW[new]), PARAMS, previous=before, changed=(START, STOP), quality="draft")
    kept = outside(START, STOP)
    np.testing.assert_array_equal(after[kept], before[kept])
    for seam in (slice(START * HOP - WINDOW, START * HOP), slice(STOP * HOP, STOP * HOP + WINDOW)):
        around = slice(seam.start - WINDOW, seam.stop + WINDOW)
        # Where old and new fade into each other, the slope changes as it does in the one and in the other.
        most = kinks(before[around]).max() + kinks(after[START * HOP : STOP * HOP]).max()
        assert kinks(after[seam.start - 2 : seam.stop + 2]).max() <= 1.01 * most


@pytest.mark.parametrize("place", [-WINDOW, -WINDOW // 2, 0])
@pytest.mark.parametrize("quality", ["draft", "good"])
def test_a_fade_leaves_no_corner_in_a_pure_tone(quality: Quality, place: int) -> None:
    ink, before = with_sound(sine(330, 1.5, 0.4), COLUMNS)
    after = reconstruct(ink, PARAMS, previous=before, changed=(START, STOP), quality=quality)
    corner = START * HOP + place
    assert kinks(after[corner - 3 : corner + 3]).max() < 1.05 * kinks(before).max()


@pytest.mark.parametrize("old", ["music", "chords", "a tone"])
def test_ink_that_has_not_changed_keeps_its_sound(old: str) -> None:
    ink, before = with_sound(OLD[old], COLUMNS)
    after = reconstruct(ink, PARAMS, previous=before, changed=(START, STOP))
    assert rms_db(after - before) < rms_db(before) - 45


def test_a_tone_is_carried_on_across_a_hole() -> None:
    """New ink between two ends of one tone takes up its phase, so the level does not dip at the seams."""
    ink, before = with_sound(sine(330, 1.5, 0.4), COLUMNS)
    hole = before.copy()
    hole[START * HOP : STOP * HOP] = 0
    after = reconstruct(ink, PARAMS, previous=hole, changed=(START, STOP))
    levels = [rms_db(after[at : at + 2 * HOP]) for at in range(40 * HOP, 110 * HOP, HOP)]
    assert max(levels) - min(levels) < 6


@pytest.mark.parametrize("new", ["a tone", "speech"])
def test_new_ink_is_heard(new: str) -> None:
    ink, before = with_sound(riff(1.5), COLUMNS)
    ink = changed_ink(ink, NEW[new])
    was = convergence_db(ink, before, PARAMS)
    draft, good = (
        convergence_db(ink, reconstruct(ink, PARAMS, previous=before, changed=(START, STOP), quality=quality), PARAMS)
        for quality in ("draft", "good")
    )
    assert draft < was - 7
    assert good < draft + 0.5


def test_a_draft_is_refined_to_what_is_good() -> None:
    ink, before = with_sound(riff(1.5), COLUMNS)
    ink = changed_ink(ink, NEW["speech"])
    draft = reconstruct(ink, PARAMS, previous=before, changed=(START, STOP), quality="draft")
    refined = reconstruct(ink, PARAMS, previous=draft, changed=(START, STOP))
    assert convergence_db(ink, refined, PARAMS) < convergence_db(ink, draft, PARAMS)
    part = slice(START * HOP, STOP * HOP)
    assert rms_db(refined[part]) == pytest.approx(rms_db(draft[part]), abs=0.5)


class TestErasing:
    """An erased patch is a gain on what was there."""

    FIRST, LAST = 60, 130
    COLUMNS = 200

    def spectra(self, sound: Array) -> Array:
        """Return the spectra of the middle of the patch."""
        frames = np.lib.stride_tricks.sliding_window_view(sound[72 * HOP : 118 * HOP], WINDOW)[::HOP]
        return np.fft.rfft(frames * np.hanning(WINDOW))

    def share_db(self, part: Array, whole: Array) -> float:
        return float(10 * np.log10((np.abs(part) ** 2).sum() / (np.abs(whole) ** 2).sum()))

    @pytest.fixture(params=["music", "speech"])
    def before(self, request: pytest.FixtureRequest) -> tuple[Array, Array]:
        return with_sound(riff(2.0) if request.param == "music" else voice(2.0), self.COLUMNS)

    def patched(self, before: tuple[Array, Array], gain_db: float, quality: Quality) -> Array:
        ink, sound = before[0].copy(), before[1]
        low, high = PARAMS.band_of([500, 2_000]).astype(int)
        ink[low:high, self.FIRST : self.LAST] *= 10 ** (gain_db * PARAMS.power / 20)
        return reconstruct(ink, PARAMS, previous=sound, changed=(self.FIRST, self.LAST), quality=quality)

    @property
    def hertz(self) -> Array:
        return np.fft.rfftfreq(WINDOW, 1 / PARAMS.sample_rate)

    @pytest.mark.parametrize("quality", ["draft", "good"])
    def test_what_is_erased_is_gone_and_the_other_bands_stay_themselves(
        self, before: tuple[Array, Array], quality: Quality
    ) -> None:
        old, new = self.spectra(before[1]), self.spectra(self.patched(before, -np.inf, quality))
        inside = (self.hertz > 600) & (self.hertz < 1_800)
        beside = (self.hertz < 400) | (self.hertz > 2_300)
        assert self.share_db(new[:, inside], old[:, inside]) < -60
        assert self.share_db((new - old)[:, beside], old[:, beside]) < -28

    @pytest.mark.parametrize(("quality", "gain_db"), [("draft", -20), ("good", -20), ("good", 3)])
    def test_what_is_half_erased_is_the_same_sound_at_another_level(
        self, before: tuple[Array, Array], quality: Quality, gain_db: float
    ) -> None:
        inside = (self.hertz > 650) & (self.hertz < 1_750)
        old = self.spectra(before[1])[:, inside]
        new = self.spectra(self.patched(before, gain_db, quality))[:, inside]
        alike = (new * old.conj()).sum() / (np.linalg.norm(new) * np.linalg.norm(old))
        assert alike.real > 0.99  # neither turned nor upside down
        assert self.share_db(new, old) == pytest.approx(gain_db, abs=0.2)

    @pytest.mark.parametrize("quality", ["draft", "good"])
    def test_what_is_erased_to_the_ground_is_silent(self, before: tuple[Array, Array], quality: Quality) -> None:
        ink, sound = before[0].copy(), before[1]
        ink[:, self.FIRST : self.LAST] = 0
        after = reconstruct(ink, PARAMS, previous=sound, changed=(self.FIRST, self.LAST), quality=quality)
        middle = slice((self.FIRST + 11) * HOP, (self.LAST - 11) * HOP)
        assert rms_db(after[middle]) < rms_db(sound[middle]) - 60


class TestRange:
    """Which columns are taken for changed."""

    @pytest.mark.parametrize("changed", [(500, 600), (-30, -10), (50, 50), (60, 40), (COLUMNS, COLUMNS + 5), (0, 0)])
    def test_a_range_without_columns_changes_nothing(self, changed: tuple[int, int]) -> None:
        before = with_sound(riff(1.5), COLUMNS)[1]
        after = reconstruct(blank(COLUMNS), PARAMS, previous=before, changed=changed)
        np.testing.assert_array_equal(after, before)
        assert after is not before

    @pytest.mark.parametrize(("changed", "cut"), [((-20, 10), (0, 10)), ((140, 400), (140, COLUMNS))])
    def test_a_range_beyond_an_end_is_cut(self, changed: tuple[int, int], cut: tuple[int, int]) -> None:
        ink, before = with_sound(riff(1.5), COLUMNS)
        ink[:, slice(*cut)] = 0
        after = reconstruct(ink, PARAMS, previous=before, changed=changed)
        np.testing.assert_array_equal(after, reconstruct(ink, PARAMS, previous=before, changed=cut))
        kept = outside(*cut)
        np.testing.assert_array_equal(after[kept], before[kept])

    def test_without_a_former_sound_everything_is_made(self) -> None:
        ink = tone_line(440, 60)
        sound = reconstruct(ink, PARAMS, changed=(20, 30))
        assert rms_db(sound) == pytest.approx(rms_db(reconstruct(ink, PARAMS)), abs=0.01)

    def test_one_former_sound_serves_all_layers(self) -> None:
        ink, before = with_sound(riff(0.6), 60)
        both = reconstruct(np.stack([ink, blank(60)]), PARAMS, previous=before, changed=(20, 40))
        np.testing.assert_array_equal(both[:, : 20 * HOP - WINDOW], np.stack([before[: 20 * HOP - WINDOW]] * 2))

    @given(st.integers(-300, 300), st.integers(-300, 600), st.integers(1, 200), st.booleans())
    @settings(max_examples=50)
    def test_a_section_weighs_what_changed_fully_and_what_is_far_not_at_all(
        self, start: int, stop: int, columns: int, circular: bool
    ) -> None:
        section = changed_span((start, stop), columns, PARAMS, circular=circular)
        if circular:
            inside = {at % columns for at in range(start, min(stop, start + columns))}
        else:
            inside = set(range(max(0, start), min(columns, stop)))
        assert (section is None) == (not inside)
        if section is None:
            return
        heard = np.zeros(columns * HOP, np.float32)
        section.put(heard, section.weight(HOP))
        assert all((heard[at * HOP : (at + 1) * HOP] == 1).all() for at in inside)
        places = np.arange(columns * HOP)
        distance = np.full(len(places), 10.0**9)
        for at in inside:
            for turn in (-columns, 0, columns) if circular else (0,):
                left = (at + turn) * HOP - places
                distance = np.minimum(distance, np.maximum(left, -left - HOP))
        assert not heard[distance >= WINDOW].any()
        assert section.of_sound(heard).shape[-1] == section.of_ink(blank(columns)).shape[-1] * HOP
