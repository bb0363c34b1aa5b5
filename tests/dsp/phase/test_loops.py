"""Circular sounds: the loop point is a place like any other."""

from __future__ import annotations

import functools

import numpy as np
import pytest

from riffdesk.dsp.mel import analyse, mel_amplitudes, mel_from_ink
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.quality import QUALITIES, Quality
from riffdesk.dsp.phase.reconstruction import reconstruct
from tests.clips import MUSIC
from tests.dsp.phase.drawing import HOP, PARAMS, SMALL, WINDOW, blank, noise, partial, tone_line, warble_db
from tests.measure import RATE, Array, cents, kinks, pitch_of, rms_db

LENGTHS = [100, 151]  # an even one, and one that the frames do not divide


def loop_ink(sound: Array, columns: int) -> Array:
    """Return the ink of a sound that goes round."""
    return analyse(np.tile(sound[: columns * HOP], 3), PARAMS)[:, columns : 2 * columns]


@functools.cache
def looped(name: str, columns: int, samples: int | None = None) -> tuple[Array, Array]:
    """Return the ink of music that goes round, and its sound. Do not write to them."""
    ink = loop_ink(MUSIC[name](columns / 100 + 0.1), columns)
    return ink, reconstruct(ink, PARAMS, circular=True, samples=samples)


def errors_db(ink: Array, sound: Array, places: Array) -> float:
    """Return spectral convergence at some columns of a loop."""
    columns = ink.shape[-1]
    wanted = mel_from_ink(ink, PARAMS)[:, places]
    got = mel_amplitudes(np.tile(sound, 3), PARAMS)[:, columns : 2 * columns][:, places]
    return float(20 * np.log10(np.linalg.norm(got - wanted) / np.linalg.norm(wanted)))


@pytest.mark.parametrize("columns", [1, 2, 9, 10, 33])
@pytest.mark.parametrize("quality", ["draft", "good"])
def test_a_loop_is_as_long_as_its_columns(quality: Quality, columns: int) -> None:
    sound = reconstruct(noise(columns, slice(50, 300)), PARAMS, circular=True, quality=quality)
    assert sound.shape == (columns * HOP,)
    assert np.isfinite(sound).all()
    assert np.abs(sound).max() > 1e-3


@pytest.mark.parametrize("quality", QUALITIES)
def test_every_quality_can_be_asked_for_a_loop(quality: Quality) -> None:
    sound = reconstruct(np.full((SMALL.bands, 30), 0.5, np.float32), SMALL, circular=True, quality=quality)
    assert sound.shape == (30 * SMALL.hop,)


@pytest.mark.parametrize("columns", LENGTHS)
@pytest.mark.parametrize("hertz", [110.0, 987.77])
@pytest.mark.parametrize("quality", ["draft", "good"])
def test_a_tone_goes_round_without_a_dip_a_corner_or_a_wrong_pitch(
    quality: Quality, hertz: float, columns: int
) -> None:
    sound = reconstruct(tone_line(hertz, columns), PARAMS, circular=True, quality=quality)
    rounds = np.tile(sound, 3)
    assert warble_db(partial(rounds, hertz)) < 0.5
    assert kinks(rounds[len(sound) - 4 : len(sound) + 4]).max() < 1.05 * kinks(sound).max()
    # Only whole turns fit: the pitch is at most half a turn off.
    half_a_turn = cents(hertz + PARAMS.columns_per_second / columns / 2, hertz)
    assert cents(pitch_of(rounds), hertz) == pytest.approx(0, abs=half_a_turn + 0.1)


@pytest.mark.parametrize(("name", "columns"), [("drums", 100), ("plucks", 101), ("voice", 100)])
def test_music_is_as_good_at_the_loop_point_as_it_is_there_elsewhere(name: str, columns: int) -> None:
    ink, sound = looped(name, columns)
    turned = np.roll(reconstruct(np.roll(ink, columns // 2, -1), PARAMS, circular=True), -(columns // 2) * HOP)
    near = np.r_[-8:8] % columns
    assert errors_db(ink, sound, near) < errors_db(ink, turned, near) + 4
    assert errors_db(ink, sound, near) < -20
    assert rms_db(sound[: 10 * HOP]) == pytest.approx(rms_db(turned[: 10 * HOP]), abs=1)


def test_a_sound_that_does_not_go_round_is_worse_there() -> None:
    ink, closed = looped("drums", 100)
    near = np.r_[-8:8] % 100
    open_ended = reconstruct(ink, PARAMS)
    assert errors_db(ink, closed, near) < errors_db(ink, open_ended, near) - 10


@pytest.mark.parametrize("columns", LENGTHS)
def test_a_loop_of_noise_has_one_level_all_round(columns: int) -> None:
    sound = reconstruct(noise(columns, slice(10, 500)), PARAMS, circular=True)
    levels = [rms_db(np.roll(sound, -start)[:WINDOW]) for start in range(0, len(sound), WINDOW // 2)]
    assert max(levels) - min(levels) < 1.2


class TestUpdate:
    COLUMNS = 120

    @pytest.mark.parametrize("changed", [(110, 130), (115, 120), (-10, 5)])
    def test_a_change_goes_round_and_leaves_the_rest_bit_identical(self, changed: tuple[int, int]) -> None:
        old, before = looped("plucks", self.COLUMNS)
        ink = old.copy()
        places = np.arange(*changed) % self.COLUMNS
        ink[:, places] = tone_line(880, 1)
        after = reconstruct(ink, PARAMS, previous=before, changed=changed, circular=True)
        samples = np.arange(self.COLUMNS * HOP)
        reach = np.arange(changed[0] * HOP - WINDOW, changed[1] * HOP + WINDOW) % len(samples)
        kept = np.setdiff1d(samples, reach)
        assert len(kept) > 20 * HOP
        np.testing.assert_array_equal(after[kept], before[kept])
        assert errors_db(ink, after, places) < errors_db(ink, before, places) - 6

    def test_a_change_at_the_loop_point_leaves_no_corner(self) -> None:
        ink = tone_line(441, self.COLUMNS)
        before = reconstruct(ink, PARAMS, circular=True)
        after = reconstruct(ink, PARAMS, circular=True, previous=before, changed=(110, 130))
        rounds = np.tile(after, 2)
        assert kinks(rounds).max() < 1.05 * kinks(before).max()
        assert rms_db(after - before) < rms_db(before) - 45

    def test_a_change_of_more_than_all_columns_is_a_change_of_all(self) -> None:
        ink = tone_line(441, self.COLUMNS)
        after = reconstruct(ink, PARAMS, circular=True, previous=np.zeros(self.COLUMNS * HOP), changed=(30, 500))
        assert warble_db(partial(np.tile(after, 3), 441)) < 0.5

    def test_a_change_of_nothing_changes_nothing(self) -> None:
        before = reconstruct(tone_line(441, self.COLUMNS), PARAMS, circular=True)
        after = reconstruct(blank(self.COLUMNS), PARAMS, circular=True, previous=before, changed=(130, 130))
        np.testing.assert_array_equal(after, before)


@pytest.mark.parametrize("columns", [99, 100])
def test_loops_in_other_settings(columns: int) -> None:
    wide = SpectrogramParams(min_hz=20, max_hz=20_000, sample_rate=48_000)
    time = np.arange(columns * wide.hop) / wide.sample_rate
    hertz = round(3_000 * columns / 100) * 100 / columns
    ink = analyse(np.tile(0.3 * np.sin(2 * np.pi * hertz * time), 3).astype(np.float32), wide)[:, columns : 2 * columns]
    sound = reconstruct(ink, wide, circular=True)
    assert len(sound) == columns * wide.hop
    rounds = np.tile(sound, 2)
    assert warble_db(partial(rounds, hertz, wide.sample_rate)) < 0.5
    assert rms_db(sound) == pytest.approx(rms_db(0.3 * np.sin(2 * np.pi * hertz * time)), abs=0.3)


EXACT = [11_027, 88_199, 88_421]  # a quarter of a second, one sample less than 200 columns, and half a column more


def line_in_a_loop(hertz: float, samples: int) -> tuple[Array, float]:
    """Return ink with a line as long as a loop, at the nearest frequency that goes round in it, and that in Hz."""
    fitting = round(hertz * samples / RATE) * RATE / samples
    return tone_line(fitting, max(1, round(samples / HOP))), fitting


class TestExactLength:
    """A loop of any number of samples: its columns are not quite a hop apart."""

    @pytest.mark.parametrize("quality", QUALITIES)
    @pytest.mark.parametrize("samples", [1, 40, 441, 6_617])
    def test_a_loop_has_the_samples_it_is_asked_for(self, quality: Quality, samples: int) -> None:
        ink = np.full((SMALL.bands, max(1, round(samples / SMALL.hop))), 0.5, np.float32)
        sound = reconstruct(ink, SMALL, circular=True, samples=samples, quality=quality)
        assert sound.shape == (samples,)
        assert np.isfinite(sound).all()

    def test_whole_columns_need_no_length(self) -> None:
        ink = tone_line(441, 60)
        told = reconstruct(ink, PARAMS, circular=True, samples=60 * HOP)
        np.testing.assert_array_equal(told, reconstruct(ink, PARAMS, circular=True))

    @pytest.mark.parametrize(
        ("hertz", "samples"),
        [(82.4, EXACT[0]), (3_520.0, EXACT[0]), (440.0, EXACT[1]), (82.4, EXACT[2]), (3_520.0, EXACT[2])],
    )
    def test_a_tone_keeps_its_pitch_and_has_no_seam(self, hertz: float, samples: int) -> None:
        ink, hertz = line_in_a_loop(hertz, samples)
        sound = reconstruct(ink, PARAMS, circular=True, samples=samples)
        rounds = np.tile(sound, 9)
        assert cents(pitch_of(rounds), hertz) == pytest.approx(0, abs=0.01)
        assert warble_db(partial(rounds[: 2 * samples], hertz)) < 0.7
        assert abs(sound[0] - sound[-1]) < 2 * np.percentile(np.abs(np.diff(sound)), 99)
        assert kinks(rounds[samples - 4 : samples + 4]).max() < 1.05 * kinks(sound).max()

    @pytest.mark.parametrize("quality", QUALITIES)
    def test_music_has_no_step_at_the_loop_point(self, quality: Quality) -> None:
        samples = 20_123
        ink = loop_ink(MUSIC["plucks"](0.6), round(samples / HOP))
        sound = reconstruct(ink, PARAMS, circular=True, samples=samples, quality=quality)
        assert abs(sound[0] - sound[-1]) < 2 * np.percentile(np.abs(np.diff(sound)), 99)

    def test_what_is_drawn_last_sounds_last(self) -> None:
        samples, columns = 44_320, 100  # the columns are 2.2 samples further apart than a hop
        ink = blank(columns)
        ink[:, 97] = 0.6
        sound = reconstruct(ink, PARAMS, circular=True, samples=samples)
        assert int(np.abs(sound).argmax()) == pytest.approx(97 * samples / columns, abs=20)

    @pytest.mark.parametrize("changed", [(110, 130), (40, 60), (-10, 5)])
    def test_a_stroke_is_rendered_where_it_is_and_leaves_the_rest_bit_identical(self, changed: tuple[int, int]) -> None:
        samples, columns = 53_001, 120
        old, before = looped("plucks", columns, samples)
        ink = old.copy()
        ink[:, np.arange(*changed) % columns] = tone_line(880, 1)
        after = reconstruct(ink, PARAMS, previous=before, changed=changed, circular=True, samples=samples)
        apart = samples / columns
        reach = np.arange(int(changed[0] * apart - WINDOW - 3), int(changed[1] * apart + WINDOW + 3)) % samples
        kept = np.setdiff1d(np.arange(samples), reach)
        assert len(kept) > 20 * HOP
        np.testing.assert_array_equal(after[kept], before[kept])
        place = round(np.mean(changed) * apart)
        heard = np.roll(after, 4_000 - place)[1_000:7_000] - np.roll(before, 4_000 - place)[1_000:7_000]
        assert rms_db(heard) > -40
        rounds = np.tile(after, 2)
        assert kinks(rounds[samples - 4 : samples + 4]).max() < 1.05 * kinks(after).max()
