"""Sketches and models with other bands, hops, channels and lengths."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from riffdesk.dsp.mel import mean_ink
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.engine.loaded_model import model_of
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.model_input import ModelInput
from riffdesk.engine.riff.render import render
from riffdesk.engine.riff.spacing import Spacing
from riffdesk.sketch.music.tempo import seconds_of
from tests.diffusion.tiny import Tiny
from tests.engine.riffs import PARAMS, add_tiny, alike, drawing, recipe

HOP = PARAMS.hop

pytestmark = pytest.mark.usefixtures("tiny")


@pytest.mark.parametrize("columns", [1, 100, 128, 300])
def test_where_both_are_spaced_alike_ink_goes_to_the_model_and_back_bit_by_bit(columns: int) -> None:
    fit, ink = Spacing(PARAMS, PARAMS, columns, 8), drawing(columns)
    image = fit.to_model(ink)
    assert image.shape == (64, 8 * -(-columns // 8))
    assert fit.to_sketch(image).tobytes() == ink.tobytes()


@pytest.mark.parametrize("circular", [False, True])
def test_a_mask_covers_the_same_time_and_pitch_on_the_model(circular: bool) -> None:
    slow = SpectrogramParams(bands=32, step_ms=20)
    fit = Spacing(slow, PARAMS, 64, 8, circular)
    mask = np.zeros((32, 64), np.float32)
    mask[8:16, 20:40] = 1
    covered = fit.mask_to_model(mask)
    assert covered.shape == (64, 128)
    rows, columns = np.flatnonzero(covered.max(axis=1) > 0.5), np.flatnonzero(covered.max(axis=0) > 0.5)
    assert (columns[0], columns[-1] + 1) == pytest.approx((40, 80), abs=1)
    heights = slow.hertz_of(np.array([8, 15])), PARAMS.hertz_of(rows[[0, -1]])
    assert heights[1] == pytest.approx(heights[0], rel=0.15)


def test_a_loop_of_a_broken_number_of_latents_is_stretched_and_stays_a_loop() -> None:
    fit = Spacing(PARAMS, PARAMS, 100, 8, circular=True)
    turn = 0.5 + 0.4 * np.sin(2 * np.pi * np.arange(100) / 100)
    ink = np.tile(turn, (64, 1)).astype(np.float32)
    image = fit.to_model(ink)
    assert image.shape == (64, 96)
    assert np.abs(np.diff(image, axis=1, append=image[:, :1])).max() < 0.03
    assert np.abs(fit.to_sketch(image) - ink).max() < 2e-3


@pytest.mark.parametrize("samples", [44_100 - 220, 44_100 + 219, 11_025])
def test_a_loop_has_the_latents_nearest_to_its_samples_and_each_lasts_its_share(samples: int) -> None:
    columns = round(samples / HOP)
    fit = Spacing(PARAMS, PARAMS, columns, 8, circular=True, samples=samples)
    assert fit.latents == round(samples / HOP / 8)
    assert fit.latents * fit.seconds_per_latent == pytest.approx(samples / 44_100, rel=1e-12)
    assert fit.to_sketch(fit.to_model(drawing(columns))).shape == (64, columns)


@pytest.mark.parametrize(
    ("tempo", "bars", "latents"),
    [
        (90, 1, 32),  # 33.3: eight for each beat
        (90, 4, 128),
        (120, 2, 48),  # 50: six for each beat
        (150, 1, 20),  # five for each beat
        (100, 1, 30),  # 7.5 for each beat are half a latent too many; 15 for each pair of beats
    ],
)
def test_each_beat_of_a_loop_is_a_whole_number_of_latents_or_else_each_pair(
    tempo: float, bars: int, latents: int
) -> None:
    seconds = seconds_of(bars, tempo, 4)
    asked = RenderRequest(recipe(seconds=seconds, circular=True, tempo=float(tempo), in_time=True), PARAMS)
    job = ModelInput(asked, model_of(asked.recipe))
    assert job.spacing.latents == latents
    assert ModelInput(replace(asked, recipe=replace(asked.recipe, in_time=False)), job.model).spacing.latents == round(
        seconds * 100 / 8
    )


def test_a_loop_that_is_stretched_is_asked_for_in_the_tempo_that_is_heard_when_it_is_played() -> None:
    asked = RenderRequest(
        recipe(prompt="drums", seconds=seconds_of(1, 90, 4), circular=True, tempo=90.0, in_time=True), PARAMS
    )
    job = ModelInput(asked, model_of(asked.recipe))
    strip = job.strip(job.section_plans[0], None)
    assert {one.start.prompt for one in strip.walk} == {"drums, 94 bpm"}  # 32 latents are heard for 33.3
    beat = job.spacing.seconds_per_latent * 8
    assert 60 / beat == pytest.approx(90)


def test_a_loop_in_a_sketch_of_other_columns_has_no_seam_and_keeps_its_beat() -> None:
    slow = SpectrogramParams(bands=32, step_ms=23)
    turn = 0.5 + 0.4 * np.cos(2 * np.pi * np.arange(87) / 87)
    fit = Spacing(slow, PARAMS, 87, 8, circular=True, samples=88_200)
    image = fit.to_model(np.tile(turn, (32, 1)).astype(np.float32))
    assert image.shape == (64, 200)
    row = image[20]
    assert np.abs(np.diff(row, append=row[:1])).max() < 0.4 * 2 * np.pi / 200 * 1.2
    assert row.argmax() == 0
    assert abs(int(row.argmin()) - 100) <= 2
    assert np.abs(fit.to_sketch(image)[10] - turn).max() < 5e-3


def test_a_stereo_sketch_gets_both_channels_alike_from_a_mono_model() -> None:
    stereo = replace(PARAMS, stereo=True)
    riff = render(RenderRequest(recipe(), stereo))
    mono = render(RenderRequest(recipe(), PARAMS))
    assert riff.ink.shape == (2, 64, 128)
    assert riff.audio.shape == (2, 56_448)
    assert (riff.ink == mono.ink).all()
    assert (riff.audio == mono.audio).all()


def test_a_stereo_sketch_is_repainted_where_the_mask_is_and_stays_stereo_elsewhere() -> None:
    init = drawing(channels=(2,))
    stereo = replace(PARAMS, stereo=True)
    mask = np.zeros((64, 128), np.float32)
    mask[:, 40:60] = 1
    riff = render(RenderRequest(recipe(), stereo, init, mask, reconstruct(init, stereo, quality="draft")))
    assert (riff.ink[:, :, :30] == init[:, :, :30]).all()
    assert (riff.ink[0, :, 45:55] == riff.ink[1, :, 45:55]).all()
    assert not (riff.ink[:, :, 45:55] == init[:, :, 45:55]).any()


def test_a_stereo_model_makes_stereo_in_a_stereo_sketch_and_its_middle_in_a_mono_one() -> None:
    entry = add_tiny(Tiny(latent_height=8, latent_width=16, stereo=True))
    wide = SpectrogramParams(bands=64, stereo=True, min_hz=20, max_hz=20_000)
    both = render(RenderRequest(recipe(model=entry.name), wide))
    assert both.ink.shape == (2, 64, 128)
    assert not np.array_equal(both.ink[0], both.ink[1])
    middle = render(RenderRequest(recipe(model=entry.name), wide.mono()))
    assert middle.ink.shape == (64, 128)
    assert alike(middle.ink, mean_ink(both.ink, wide)) > 0.9999
    from_ink = render(RenderRequest(recipe(model=entry.name, denoising=0.3), wide, drawing(channels=(2,))))
    assert from_ink.ink.shape == (2, 64, 128)


@pytest.mark.parametrize(
    "params",
    [
        SpectrogramParams(bands=128),
        SpectrogramParams(bands=40, step_ms=20, window_ms=80),
        SpectrogramParams(bands=64, sample_rate=48_000, min_hz=20, max_hz=20_000),
        SpectrogramParams(bands=64, power=0.5),
    ],
    ids=["bands", "hop", "rate", "power"],
)
def test_a_sketch_may_be_spaced_otherwise_than_the_model(params: SpectrogramParams) -> None:
    request = RenderRequest(recipe(seconds=1.0), params)
    riff = render(request)
    columns = -(-params.sample_rate // params.hop)
    assert riff.ink.shape == (params.bands, columns)
    assert riff.audio.shape == (1, params.sample_rate)
    mask = np.zeros((params.bands, columns), np.float32)
    mask[:, : columns // 3] = 1
    again = render(RenderRequest(recipe(seconds=1.0, seed=9), params, riff.ink, mask, riff.audio))
    kept = slice(columns // 2, None)
    assert (again.ink[:, kept] == riff.ink[:, kept]).all()
    assert not (again.ink[:, : columns // 4] == riff.ink[:, : columns // 4]).all()


@pytest.mark.parametrize("seconds", [0.5, 1.3, 3.0])
def test_a_loop_is_a_whole_number_of_columns_and_goes_round_without_a_seam(seconds: float) -> None:
    riff = render(RenderRequest(recipe(seconds=seconds, circular=True), PARAMS))
    columns = round(seconds * 100)
    assert riff.ink.shape == (64, columns)
    assert riff.audio.shape == (1, columns * HOP)
    steps = np.abs(np.diff(riff.audio[0]))
    assert abs(riff.audio[0, 0] - riff.audio[0, -1]) <= 2 * np.percentile(steps, 99)


def test_what_a_loop_holds_is_as_sharp_half_way_between_columns_as_on_them() -> None:
    fit = Spacing(PARAMS, PARAMS, columns=100, factor=8, circular=True)
    assert fit.latents * fit.factor == 96
    waves = np.arange(96) * (12 / 96), np.arange(100) * (12 / 100)  # a wave each 8 columns
    image, wanted = (
        np.broadcast_to(0.5 + 0.4 * np.sin(2 * np.pi * one), (PARAMS.bands, len(one))).astype(np.float32)
        for one in waves
    )
    np.testing.assert_allclose(fit.to_sketch(image), wanted, atol=0.01)
    np.testing.assert_allclose(fit.to_model(wanted), image, atol=0.01)
