"""Ink to sound from nothing: likeness, levels, shapes, and the same samples every time."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.quality import QUALITIES, Quality
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.progress import Step
from tests.clips import MUSIC
from tests.dsp.phase.drawing import HOP, PARAMS, SMALL, blank, tone_line, with_sound
from tests.measure import Array, convergence_db, image_error, riff, rms_db, sine

COLUMNS = 80


@pytest.fixture(scope="module", params=["drums", "voice"])
def clip(request: pytest.FixtureRequest) -> tuple[Array, Array]:
    """Return a clip's ink and what Riffusion's inversion makes of it."""
    ink, _ = with_sound(MUSIC[request.param](0.8), COLUMNS)
    return ink, reconstruct(ink, PARAMS, quality="reference")


@pytest.fixture(scope="module")
def music() -> tuple[Array, Array]:
    """Return the ink of a second of music, and what is made of it."""
    ink, _ = with_sound(riff(1.0), 100)
    return ink, reconstruct(ink, PARAMS)


class TestLikeness:
    """Of the sound to the ink, beside Riffusion's own inversion; longer clips are in the benchmark."""

    def test_good_is_nearer_than_the_reference(self, clip: tuple[Array, Array]) -> None:
        ink, reference = clip
        sound = reconstruct(ink, PARAMS)
        assert image_error(ink, sound, PARAMS) < 0.85 * image_error(ink, reference, PARAMS)
        assert convergence_db(ink, sound, PARAMS) < convergence_db(ink, reference, PARAMS) - 1

    def test_best_is_nearer_still(self, clip: tuple[Array, Array]) -> None:
        ink, reference = clip
        sound = reconstruct(ink, PARAMS, quality="best")
        assert image_error(ink, sound, PARAMS) < 0.6 * image_error(ink, reference, PARAMS)
        assert convergence_db(ink, sound, PARAMS) < convergence_db(ink, reference, PARAMS) - 2

    def test_a_draft_is_usable(self, clip: tuple[Array, Array]) -> None:
        ink, reference = clip
        sound = reconstruct(ink, PARAMS, quality="draft")
        assert image_error(ink, sound, PARAMS) < 1.3 * image_error(ink, reference, PARAMS)
        assert convergence_db(ink, sound, PARAMS) < -15


class TestLevels:
    @pytest.mark.parametrize("quality", ["draft", "good", "best"])
    def test_full_scale_ink_at_1_khz_is_a_full_scale_sine(self, quality: Quality) -> None:
        sound = reconstruct(tone_line(1_000, 120, strength=1.0), PARAMS, quality=quality)[30 * HOP : 90 * HOP]
        assert rms_db(sound) == pytest.approx(-3.01, abs=0.1)

    @pytest.mark.parametrize("gain_db", [-40, -20, 20])
    def test_gain_is_linear(self, gain_db: float, music: tuple[Array, Array]) -> None:
        ink, sound = music
        louder = reconstruct(ink * np.float32(10 ** (gain_db * PARAMS.power / 20)), PARAMS)
        for start in range(0, 100 * HOP, 10 * HOP):
            part = slice(start, start + 10 * HOP)
            assert rms_db(louder[part]) - rms_db(sound[part]) == pytest.approx(gain_db, abs=0.3)

    def test_one_loud_place_does_not_make_the_rest_quieter(self) -> None:
        ink = tone_line(440, 150, 0, 60, strength=0.5)
        alone = reconstruct(ink, PARAMS)
        beside = reconstruct(np.maximum(ink, tone_line(900, 150, 90, 150, strength=1.0)), PARAMS)
        part = slice(10 * HOP, 50 * HOP)
        assert rms_db(beside[part]) == pytest.approx(rms_db(alone[part]), abs=0.01)

    @pytest.mark.parametrize("sound", [riff(1.5), sine(330, 1.5, 0.3)], ids=["music", "tone"])
    def test_halves_rendered_apart_match_in_level(self, sound: Array) -> None:
        ink, _ = with_sound(sound, 150)
        whole = reconstruct(ink, PARAMS)
        halves = np.concatenate([reconstruct(ink[:, :70], PARAMS), reconstruct(ink[:, 70:], PARAMS)])
        for start in range(0, 150 * HOP, 10 * HOP):
            part = slice(start, start + 10 * HOP)
            assert rms_db(halves[part]) == pytest.approx(rms_db(whole[part]), abs=0.3)

    def test_a_sounds_level_is_kept(self, music: tuple[Array, Array]) -> None:
        assert rms_db(music[1]) == pytest.approx(rms_db(with_sound(riff(1.0), 100)[1]), abs=0.3)

    def test_drafts_are_as_loud_as_what_follows_them(self, music: tuple[Array, Array]) -> None:
        ink, sound = music
        levels = [rms_db(reconstruct(ink, PARAMS, quality=quality)) for quality in ("draft", "best")]
        levels.append(rms_db(sound))
        assert max(levels) - min(levels) < 0.3

    def test_silence_is_exact(self) -> None:
        assert not reconstruct(blank(60), PARAMS).any()
        assert not reconstruct(blank(60), PARAMS, previous=with_sound(riff(0.6), 60)[1]).any()


class TestShape:
    @pytest.mark.parametrize("quality", QUALITIES)
    def test_sound_is_float32_and_as_long_as_its_columns(self, quality: Quality) -> None:
        sound = reconstruct(np.full((SMALL.bands, 50), 0.5, np.float32), SMALL, quality=quality)
        assert sound.dtype == np.float32
        assert sound.shape == (50 * SMALL.hop,)

    def test_any_number_type_is_taken(self) -> None:
        ink = tone_line(440, 40)
        sound = reconstruct(ink.astype(np.float64), PARAMS)
        assert sound.dtype == np.float32
        np.testing.assert_array_equal(sound, reconstruct(ink, PARAMS))

    def test_ink_is_not_written_to(self) -> None:
        ink, sound = with_sound(riff(0.6), 60)
        before = ink.copy(), sound.copy()
        reconstruct(ink, PARAMS, previous=sound, changed=(20, 30))
        np.testing.assert_array_equal(ink, before[0])
        np.testing.assert_array_equal(sound, before[1])

    @pytest.mark.parametrize("quality", ["draft", "good"])
    def test_channels_and_layers_sound_as_each_would_alone(self, quality: Quality) -> None:
        layers = [with_sound(MUSIC[name](0.8), 80)[0] for name in ("plucks", "drums", "voice", "sweep")]
        together = reconstruct(np.stack(layers).reshape(2, 2, PARAMS.bands, 80), PARAMS, quality=quality)
        assert together.shape == (2, 2, 80 * HOP)
        for layer, sound in zip(layers, together.reshape(4, -1), strict=True):
            alone = reconstruct(layer, PARAMS, quality=quality)
            assert rms_db(sound - alone) < rms_db(alone) - 60

    def test_one_of_two_channels_may_be_silent(self) -> None:
        sound = reconstruct(np.stack([blank(60), tone_line(440, 60)]), PARAMS)
        assert not sound[0].any()
        assert rms_db(sound[1]) > -25

    def test_no_layers_give_no_sound(self) -> None:
        assert reconstruct(np.zeros((0, 512, 30), np.float32), PARAMS).shape == (0, 30 * HOP)

    def test_the_wide_stereo_variant_sounds_above_10_khz(self) -> None:
        wide = SpectrogramParams.wide_stereo()
        ink = analyse(np.stack([sine(15_000, 0.6, 0.5), sine(300, 0.6, 0.5)]), wide)[..., :60]
        sound = reconstruct(ink, wide)
        assert sound.shape == (2, 60 * HOP)
        for heard, hertz in zip(sound, (15_000, 300), strict=True):
            spectrum = np.abs(np.fft.rfft(heard * np.hanning(heard.size)))
            assert spectrum.argmax() * 44_100 / heard.size == pytest.approx(hertz, abs=40)  # bands are 100 Hz wide


class TestRepeatability:
    @pytest.mark.parametrize("quality", QUALITIES)
    def test_the_same_ink_and_seed_give_the_same_samples(self, quality: Quality) -> None:
        params = PARAMS if quality in ("draft", "good") else SMALL
        ink = analyse(riff(0.6)[: 60 * params.hop], params)
        first = reconstruct(ink, params, quality=quality, seed=3)
        reconstruct(ink[:, :30], params, quality=quality)  # what came in between leaves no trace
        np.testing.assert_array_equal(reconstruct(ink, params, quality=quality, seed=3), first)

    def test_numpys_and_torchs_own_random_numbers_are_left_alone(self) -> None:
        import torch

        torch.manual_seed(5)
        wanted = torch.rand(3)
        torch.manual_seed(5)
        ink = np.full((SMALL.bands, 30), 0.5, np.float32)
        reconstruct(ink, SMALL)
        reconstruct(ink, SMALL, quality="reference")
        assert torch.equal(torch.rand(3), wanted)


def test_every_iteration_is_a_step() -> None:
    steps: list[Step] = []
    reconstruct(tone_line(440, 40), PARAMS, quality="draft", on_step=steps.append)
    assert [(step.done, step.total) for step in steps] == [(1, 4), (2, 4), (3, 4), (4, 4)]
