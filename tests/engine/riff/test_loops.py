"""Loops from a request to a riff: exact samples, no seam in ink or sound, and a repaint keeps the rest."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.engine.events import RenderResult
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.render import render, render_sections
from riffdesk.errors import UserError
from riffdesk.sketch.music.tempo import seconds_of
from riffdesk.sketch.recipe.recipe import with_seed
from riffdesk.sketch.recipe.timeline import Keyframe
from tests.engine.riffs import LOW_RATE, PARAMS, WINDOW, Array, drawing, recipe, same, sounding

HOP, RATE = PARAMS.hop, PARAMS.sample_rate

pytestmark = pytest.mark.usefixtures("tiny")

# A quarter second; a bar, shorter than a window; a window but for a sample; two bars at 97 bpm, of several windows.
LOOPS = [0.25, seconds_of(1, 240, 4), WINDOW - 1 / RATE, seconds_of(2, 97, 4)]


def loop_of(seconds: float, params: SpectrogramParams = PARAMS, **fields: object) -> RenderResult:
    return render(RenderRequest(recipe(seconds=seconds, circular=True, **fields), params))


def step_at_loop_point(audio: Array) -> float:
    """Return the step from the last sample to the first, over the 99th percentile of the others."""
    return float(np.abs(audio[:, 0] - audio[:, -1]).max() / np.percentile(np.abs(np.diff(audio)), 99))


def ink_step_at_loop_point(ink: Array) -> float:
    """Return the mean difference of the last column and the first, over that of all neighbours."""
    steps = np.abs(np.diff(ink, axis=1, append=ink[:, :1])).mean(axis=0)
    return float(steps[-1] / steps[:-1].mean())


@pytest.mark.parametrize("seconds", LOOPS)
def test_a_loop_has_exactly_the_samples_that_were_asked_for_and_no_step_at_its_ends(seconds: float) -> None:
    riff = loop_of(seconds, quality="good")
    assert riff.audio.shape == (1, round(seconds * RATE))
    assert riff.ink.shape == (64, max(1, round(seconds * RATE / HOP)))
    assert step_at_loop_point(riff.audio) <= 2


@pytest.mark.parametrize("seconds", LOOPS)
def test_the_ink_of_a_loop_has_no_seam(seconds: float) -> None:
    assert np.mean([ink_step_at_loop_point(loop_of(seconds, LOW_RATE, seed=seed).ink) for seed in range(6)]) <= 1.2


def test_a_riff_that_is_no_loop_would_have_a_seam() -> None:
    drawn = drawing(100)
    drawn[:, :50] *= 0.2
    asked = recipe(seconds=1.0, denoising=0.1, quality="good")
    steps = []
    for circular in (True, False):
        riff = render(RenderRequest(replace(asked, circular=circular), PARAMS, drawn))
        rounds = np.tile(riff.audio, 2)[0, RATE - 200 : RATE + 200]
        steps.append(np.abs(np.diff(rounds, 2)).max() / np.percentile(np.abs(np.diff(riff.audio[0], 2)), 99))
    assert steps[0] < 1.5 < 2 < steps[1]


def test_the_same_recipe_is_the_same_loop_bit_for_bit_and_a_tempo_changes_none_of_it() -> None:
    seconds = seconds_of(1, 97, 4)
    first = loop_of(seconds)
    assert same(first, loop_of(seconds))
    assert same(first, loop_of(seconds, tempo=97, beats_per_bar=4))
    assert not same(first, render(RenderRequest(with_seed(first.recipe, 9), PARAMS)))


@pytest.mark.parametrize(
    "params",
    [
        SpectrogramParams(bands=40, step_ms=23),
        SpectrogramParams(bands=64, sample_rate=48_000),
        replace(PARAMS, stereo=True),
    ],
    ids=["hop", "rate", "stereo"],
)
def test_a_loop_in_a_sketch_of_other_settings_is_as_exact(params: SpectrogramParams) -> None:
    seconds = seconds_of(1, 131, 3)
    riff = loop_of(seconds, params)
    assert riff.audio.shape == (2 if params.stereo else 1, round(seconds * params.sample_rate))
    assert riff.ink.shape[-1] == round(seconds * params.sample_rate / params.hop)
    assert step_at_loop_point(riff.audio) <= 2


def test_a_loop_walks_from_its_last_keyframe_to_its_first() -> None:
    drawn = drawing(260)
    # What is drawn is kept from the first one to the last one; from there on less and less is made anew.
    frames = Keyframe(0.65, "piano", denoising=0.0, curve="hold"), Keyframe(1.95, "piano", denoising=0.9)
    for circular in (True, False):
        asked = recipe(*frames, seconds=2.6, circular=circular)
        changed = (render(RenderRequest(asked, PARAMS, drawn)).ink != drawn).any(axis=0)
        assert not changed[80:180].any()
        assert changed[210:].all()
        assert changed[:50].all() if circular else not changed[:50].any()


def test_a_loop_of_several_keyframes_has_no_seam() -> None:
    ratios = []
    for seed in range(6):
        frames = Keyframe(0, "piano", seed=seed, guidance=3.0), Keyframe(1.3, "drums", seed=seed + 50, guidance=3.0)
        asked = recipe(*frames, seconds=2.6 + 3 / RATE, circular=True)
        ratios.append(ink_step_at_loop_point(render(RenderRequest(asked, LOW_RATE)).ink))
    assert np.mean(ratios) <= 1.2


@pytest.mark.parametrize("goes_round", [True, False])
def test_a_part_of_a_loop_is_made_anew_across_its_end_and_the_rest_stays_bit_identical(goes_round: bool) -> None:
    samples = 256 * HOP + 150
    init = drawing(256)
    if goes_round:
        audio = reconstruct(init[None], PARAMS, quality="draft", circular=True, samples=samples)
    else:
        audio = sounding(drawing(257))[:, :samples]
    assert (step_at_loop_point(audio) > 4) != goes_round
    mask = np.zeros((64, 256), np.float32)
    mask[:, :16] = mask[:, -16:] = 1
    asked = recipe(seconds=samples / RATE, circular=True, denoising=1.0)
    riff = render(RenderRequest(asked, PARAMS, init, mask, audio))
    assert riff.audio.shape == (1, samples)
    kept = slice(16 + 8, 256 - 16 - 8)
    assert (riff.ink[:, kept] == init[:, kept]).all()
    sound = slice((16 + 8 + 11) * HOP, (256 - 16 - 8 - 11) * HOP)
    assert (riff.audio[:, sound] == audio[:, sound]).all()
    assert not (riff.audio[:, : 10 * HOP] == audio[:, : 10 * HOP]).any()
    assert step_at_loop_point(riff.audio) <= 2


@pytest.mark.parametrize("marked", [slice(0, 12), slice(-12, None)], ids=["beginning", "end"])
def test_one_end_of_a_sound_is_made_anew_to_lead_to_the_other(marked: slice) -> None:
    init, audio = drawing(128), sounding(drawing(128))
    mask = np.zeros((64, 128), np.float32)
    mask[:, marked] = 1
    riff = render(RenderRequest(recipe(circular=True, denoising=1.0), PARAMS, init, mask, audio))
    assert step_at_loop_point(audio) > 4
    assert step_at_loop_point(riff.audio) <= 2


def test_what_is_drawn_becomes_a_loop_as_long_as_its_sketch() -> None:
    samples = 100 * HOP - 200
    asked = recipe(seconds=samples / RATE, circular=True, denoising=0.3)
    riff = render(RenderRequest(asked, PARAMS, drawing(100)))
    assert (riff.ink.shape, riff.audio.shape) == ((64, 100), (1, samples))
    assert step_at_loop_point(riff.audio) <= 2


def test_a_loop_longer_than_ten_minutes_is_refused_before_any_work() -> None:
    asked = recipe(seconds=seconds_of(1000, 120, 4), circular=True)
    with pytest.raises(UserError, match="A loop lasts 10 minutes at most, not 2000 s"):
        next(render_sections(RenderRequest(asked, PARAMS)))


def test_a_loop_of_many_windows_is_as_exact_and_has_no_seam() -> None:
    riff = loop_of(10 * WINDOW + 7 / RATE)
    assert riff.audio.shape == (1, round(10 * WINDOW * RATE) + 7)
    assert ink_step_at_loop_point(riff.ink) <= 1.2
    assert step_at_loop_point(riff.audio) <= 2
