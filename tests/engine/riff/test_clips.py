"""Clip mode: each window an image of its own, as Riffusion makes it, joined by fades of equal power."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from riffdesk.diffusion.model import Model
from riffdesk.dsp.mix import true_peak
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.events import Plan, Preview, Ready, Section, Working
from riffdesk.engine.loaded_model import model_of
from riffdesk.engine.requests import RenderRequest, VariationsRequest
from riffdesk.engine.riff.render import render, render_sections, render_variations
from riffdesk.errors import Cancelled, UserError
from riffdesk.progress import Step
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from tests.diffusion.riffusion import Asked, riffuse
from tests.diffusion.tiny import Tiny
from tests.engine.riffs import LOW_RATE as PARAMS
from tests.engine.riffs import WINDOW, Array, add_tiny, drawing, recipe

HOP = PARAMS.hop
CLIP = 128
FADE = 25
A = Keyframe(0.0, "jazz piano", "drums", seed=42, denoising=0.9, guidance=2.0)
B = Keyframe(4 * WINDOW, "slow drums", "a jazz", seed=7, denoising=0.4, guidance=9.0)

pytestmark = pytest.mark.usefixtures("tiny")


def row(*keyframes: Keyframe, seconds: float = 5 * WINDOW, **fields: Any) -> Recipe:
    return recipe(*keyframes, seconds=seconds, clips=True, **fields)


def made(asked: RenderRequest, steps: list[Step] | None = None) -> list[Section]:
    on_step = (lambda step: None) if steps is None else steps.append
    return list(render_sections(asked, on_step))


def whole(sections: list[Section]) -> tuple[Array, Array]:
    """Put sections together, and see that they lie side by side."""
    column = sample = 0
    for one in sections:
        assert (one.column, one.sample) == (column, sample)
        column, sample = column + one.ink.shape[-1], sample + one.audio.shape[-1]
    return np.concatenate([one.ink for one in sections], -1), np.concatenate([one.audio for one in sections], -1)


def riffusion(model: Model, alpha: float, init: Array | None) -> Array:
    """Return the ink that Riffusion's own algorithm makes at an alpha."""
    image = None if init is None else torch.from_numpy(1 - 2 * init[::-1].copy()).expand(1, 3, -1, -1)
    # Where the second one has been reached it counts alone: an init is read with its seed from there on.
    ends = (A, B) if alpha < 1 else (B, B)
    told = zip(*((one.prompt, one.negative, one.seed, one.denoising, one.guidance) for one in ends), strict=True)
    asked = Asked(*told, alpha=alpha, steps=3, init=image)
    return np.asarray(1 - riffuse(model, asked)[0].mean(dim=0).numpy()[::-1], np.float32)


@pytest.mark.parametrize("with_init", [False, True])
def test_alphas_go_in_steps_and_each_clip_is_what_riffusion_makes_of_it(with_init: bool) -> None:
    square = add_tiny(Tiny(latent_height=16, latent_width=16))
    init = np.repeat(drawing(100), 2, axis=0) if with_init else None
    asked = RenderRequest(row(A, B, model=square.name), replace(PARAMS, bands=128), init)
    model = model_of(asked.recipe)
    sections = made(asked)
    assert [one.column for one in sections] == [0, 128, 256, 384, 512]
    under = None if init is None else init[:, np.arange(128) % 100] / init.max()
    between = riffusion(model, 0.4, under)[:, FADE:]
    for alpha, section in zip((0, 0.25, 0.5, 0.75, 1), sections, strict=True):
        ours, theirs = section.ink[:, FADE:], riffusion(model, alpha, under)[:, FADE:]
        # As loud as the init, or turned down as a whole so that it does not clip.
        assert np.abs(ours - theirs * ours.max() / theirs.max()).max() < 1e-4
        assert np.abs(ours - between * ours.max() / theirs.max()).max() > 1e-3


def test_equal_keyframes_make_equal_clips() -> None:
    """Nothing that is asked for changes on the way between two keyframes that ask for the same."""
    same = replace(A, seconds=B.seconds)
    first, *others = made(RenderRequest(row(A, same), PARAMS))
    (alone,) = made(RenderRequest(row(A, seconds=WINDOW), PARAMS))
    assert np.array_equal(first.ink, alone.ink)
    for one in others:
        assert np.array_equal(one.ink[:, FADE:], first.ink[:, FADE:])


def test_joins_fade_at_equal_power_from_a_clip_that_goes_on_as_a_loop() -> None:
    there = replace(A, seed=7), replace(B, seconds=WINDOW)
    first, second = made(RenderRequest(row(*there, seconds=2 * WINDOW), PARAMS))
    (before,) = made(RenderRequest(row(there[0], seconds=WINDOW), PARAMS))
    (after,) = made(RenderRequest(row(replace(B, seconds=0.0), seconds=WINDOW), PARAMS))
    assert np.array_equal(first.ink, before.ink)
    assert np.array_equal(second.ink[:, FADE:], after.ink[:, FADE:])
    angle = (np.arange(FADE) + 0.5) / FADE * np.pi / 2
    power = (before.ink[:, :FADE] ** 4 * np.cos(angle)) ** 2 + (after.ink[:, :FADE] ** 4 * np.sin(angle)) ** 2
    assert np.abs(second.ink[:, :FADE] ** 8 - power).max() < 1e-5
    # What fades in is the second clip's own sound; the rest is the first one's, and nothing at the end of the fade.
    angle = (np.arange(FADE * HOP) + 0.5) / (FADE * HOP) * np.pi / 2
    rest = second.audio[:, : FADE * HOP] - after.audio[:, : FADE * HOP] * np.sin(angle)
    assert np.array_equal(second.audio[:, FADE * HOP :], after.audio[:, FADE * HOP :])
    assert np.abs(rest).max() > 0.01
    assert np.abs(rest[:, -20:]).max() < 1e-3
    # No step in the sound where one goes over into the other.
    sound = np.concatenate((first.audio, second.audio), axis=-1)[0]
    steps = np.abs(np.diff(sound))
    assert steps[CLIP * HOP - 1] <= 2 * np.quantile(steps, 0.99)


def test_a_loop_of_clips_fades_from_its_end_into_its_beginning() -> None:
    loop = row(A, seconds=1.5 * WINDOW, circular=True)
    (section,) = made(RenderRequest(loop, PARAMS))
    open_ended = whole(made(RenderRequest(replace(loop, circular=False), PARAMS)))
    assert section.ink.shape == open_ended[0].shape == (64, 192)
    assert section.audio.shape == open_ended[1].shape
    alike = slice(FADE * HOP, CLIP * HOP)
    assert np.array_equal(section.audio[:, alike], open_ended[1][:, alike])
    assert not np.array_equal(section.audio[:, : FADE * HOP], open_ended[1][:, : FADE * HOP])
    steps = np.abs(np.diff(np.concatenate((section.audio[0], section.audio[0]))))
    assert steps[section.audio.shape[-1] - 1] <= 2 * np.quantile(steps, 0.99)


@pytest.mark.parametrize("samples", [1, 300, 50 * HOP, CLIP * HOP, CLIP * HOP + 1, 2 * CLIP * HOP - 7, 130 * HOP + 200])
@pytest.mark.parametrize("circular", [False, True])
def test_riffs_have_exactly_the_samples_and_columns_that_were_asked_for(samples: int, circular: bool) -> None:
    asked = RenderRequest(row(A, B, seconds=samples / PARAMS.sample_rate, circular=circular, steps=1), PARAMS)
    ink, audio = whole(made(asked))
    assert (ink.shape, audio.shape) == ((64, asked.columns), (1, samples))


def test_an_import_with_a_column_more_than_it_has_sound_for_is_no_clip_more() -> None:
    asked = RenderRequest(row(A, seconds=WINDOW), PARAMS, drawing(129))
    assert asked.columns == 129
    (section,) = made(asked)
    assert (section.ink.shape, section.audio.shape) == ((64, 129), (1, CLIP * HOP))


def test_other_spacings_and_channels_than_the_models() -> None:
    params = SpectrogramParams(bands=96, step_ms=7, stereo=True)
    asked = RenderRequest(row(A, B, seconds=2.0), params)
    ink, audio = whole(made(asked))
    assert (ink.shape, audio.shape) == ((2, 96, asked.columns), (2, 88_200))


def test_each_clip_of_words_is_below_clipping_by_itself() -> None:
    for section in made(RenderRequest(row(A, B, seconds=2 * WINDOW), PARAMS)):
        assert true_peak(section.audio) <= 10 ** (-3 / 20) * 1.42  # two of them in the fade
        assert np.abs(section.audio).max() > 0.1


def test_what_is_done_is_told_clip_by_clip() -> None:
    steps = list[Step]()
    made(RenderRequest(row(A, B, seconds=2.5 * WINDOW), PARAMS), steps)
    plans = [step.partial for step in steps if isinstance(step.partial, Plan)]
    assert len(plans) == 1
    assert np.allclose(plans[0].windows, [(0, WINDOW), (WINDOW, 2 * WINDOW), (2 * WINDOW, 2.5 * WINDOW)])
    working = [step.partial for step in steps if isinstance(step.partial, Working)]
    assert sorted({(one.first, one.stop, one.step, one.steps) for one in working}) == [
        (clip, clip + 1, step, 3) for clip in range(3) for step in (1, 2, 3)
    ]
    shown = [one.preview for one in working if one.preview is not None]
    assert [one.column for one in shown] == [0, 128, 256]
    assert all(one.ink.shape == (64, 128) for one in shown)
    done = [step.done / step.total for step in steps if step.total]
    assert done == sorted(done)
    assert done[-1] == 1
    assert any(step.what.startswith("Clip 2 of 3: Step 1 of 3") for step in steps)


def test_the_whole_riff_is_its_clips_and_a_variation_is_the_riff_of_its_seed() -> None:
    asked = RenderRequest(row(A, B, seconds=1.5 * WINDOW), PARAMS)
    result = render(asked)
    ink, audio = whole(made(asked))
    assert np.array_equal(result.ink, ink)
    assert np.array_equal(result.audio, audio)
    steps = list[Step]()
    assert render_variations(VariationsRequest(asked, (5, A.seed)), steps.append) == 2
    partials = [step.partial for step in steps if step.partial is not None]
    assert {type(one) for one in partials} == {Preview, Ready}
    assert {one.index for one in partials} == {0, 1}  # type: ignore[attr-defined]
    (ready,) = [one for one in partials if isinstance(one, Ready) and one.index == 1]
    assert np.array_equal(ready.result.audio, audio)


def test_a_cancel_is_heard_between_the_clips() -> None:
    cancel = threading.Event()

    def on_step(step: Step) -> None:
        if step.what.startswith("Clip 2"):
            cancel.set()

    sections = render_sections(RenderRequest(row(A, B), PARAMS), on_step, cancel)
    assert next(sections).column == 0
    with pytest.raises(Cancelled):
        next(sections)


def test_a_mask_is_for_strips() -> None:
    asked = RenderRequest(row(A, seconds=WINDOW), PARAMS, drawing(), np.ones((64, 128), np.float32))
    with pytest.raises(UserError, match="Choose a continuous riff"):
        made(asked)
