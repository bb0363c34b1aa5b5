"""What a mask keeps stays as it was, bit for bit, and a cancel leaves all of it so."""

from __future__ import annotations

import threading
from functools import partial

import numpy as np
import pytest

from riffdesk.engine import loaded_model
from riffdesk.engine.events import Working
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.render import render
from riffdesk.errors import Cancelled
from riffdesk.progress import Step
from riffdesk.sketch.recipe.timeline import Keyframe
from tests.engine import riffs
from tests.engine.riffs import LOW_RATE as PARAMS
from tests.engine.riffs import SMALL, drawing, recipe, same

HOP = PARAMS.hop
sounding = partial(riffs.sounding, params=PARAMS)

pytestmark = pytest.mark.usefixtures("tiny")


def test_what_a_mask_keeps_stays_as_it_was_bit_by_bit() -> None:
    init = drawing(512)
    audio, mask = sounding(init, channels=2), np.zeros((64, 512), np.float32)
    mask[10:30, 100:160] = 1
    mask[40:60, 380:400] = 0.6
    riff = render(RenderRequest(recipe(seconds=5.12), PARAMS, init, mask, audio))
    changed = riff.ink != init
    feather = SMALL.factor
    assert changed[10:30, 100:160].mean() > 0.9
    near = np.zeros_like(changed)
    near[10 - feather : 30 + feather, 100 - feather : 160 + feather] = True
    near[40 - feather : 64, 380 - feather : 400 + feather] = True
    assert not changed[~near].any()
    heard = np.any(riff.audio != audio, axis=0)
    window = PARAMS.window
    allowed = np.zeros_like(heard)
    for start, stop in ((100, 160), (380, 400)):
        allowed[(start - feather) * HOP - window : (stop + feather) * HOP + window] = True
    assert not heard[~allowed].any()
    assert heard[120 * HOP : 140 * HOP].mean() > 0.9


def test_in_a_loop_a_mask_reaches_round_the_end() -> None:
    init = drawing(256)
    audio, mask = sounding(init), np.zeros((64, 256), np.float32)
    mask[:, :20] = 1
    riff = render(RenderRequest(recipe(seconds=2.56, circular=True), PARAMS, init, mask, audio))
    changed = np.flatnonzero((riff.ink != init).any(axis=0))
    assert riff.audio.shape == audio.shape
    assert set(changed) <= {*range(28), *range(248, 256)}
    assert (riff.audio[:, 60 * HOP : 220 * HOP] == audio[:, 60 * HOP : 220 * HOP]).all()


def test_a_mask_over_everything_is_no_mask() -> None:
    init = drawing()
    everywhere = render(RenderRequest(recipe(), PARAMS, init, np.ones((64, 128), np.float32)))
    np.testing.assert_allclose(everywhere.ink, render(RenderRequest(recipe(), PARAMS, init)).ink, atol=1e-5)


def test_times_of_denoising_0_are_kept_as_a_mask_keeps_them() -> None:
    init = drawing(256)
    audio, mask = sounding(init), np.zeros((64, 256), np.float32)
    frames = [Keyframe(seconds, "piano", denoising=much) for seconds, much in ((0.0, 0), (1.28, 0), (1.3, 0.9))]
    riff = render(RenderRequest(recipe(*frames, seconds=2.56), PARAMS, init, None, audio))
    changed = np.flatnonzero((riff.ink != init).any(axis=0))
    assert changed.min() == 128 - SMALL.factor
    assert changed.max() == 255
    assert (riff.audio != audio).any()
    kept = slice(0, (128 - SMALL.factor) * HOP - PARAMS.window)
    assert (riff.audio[:, kept] == audio[:, kept]).all()
    mask[:32] = 1
    part = render(RenderRequest(recipe(*frames, seconds=2.56), PARAMS, init, mask, audio))
    changed = part.ink != init
    assert changed[:32, 140:].mean() > 0.9
    assert not changed[:, : 128 - SMALL.factor].any()
    assert not changed[32 + SMALL.factor :].any()


@pytest.mark.parametrize("denoising", [(0.0, 0.75), (0.75, 0.0)])
@pytest.mark.parametrize("columns", [(20, 60), (100, 156), (190, 240)])
def test_a_mask_over_held_keyframes_repaints_what_is_not_held_at_0(
    denoising: tuple[float, float], columns: tuple[int, int]
) -> None:
    init, mask = drawing(256), np.zeros((64, 256), np.float32)
    mask[:, slice(*columns)] = 1
    first, last = denoising
    frames = [Keyframe(seconds, "piano", denoising=much, curve="hold") for seconds, much in ((0, first), (1.28, last))]
    audio = sounding(init)
    riff = render(RenderRequest(recipe(*frames, seconds=2.56), PARAMS, init, mask, audio))
    played = range(128, 256) if last else range(128)
    asked = set(range(*columns)) & set(played)
    changed = set(np.flatnonzero((riff.ink != init).any(axis=0)).tolist())
    assert len(changed & asked) >= 0.9 * len(asked)
    near = {column + by for column in asked for by in range(-2 * SMALL.factor, 2 * SMALL.factor + 1)}
    assert changed <= near
    assert asked or (riff.audio == audio).all()


def test_a_sketch_of_one_more_column_than_it_has_samples_for_is_repainted_whole() -> None:
    # As an imported sound has: centred frames.
    init, mask = drawing(129), np.zeros((64, 129), np.float32)
    mask[:, 50:60] = 1
    audio = sounding(init)[:, : 128 * HOP]
    riff = render(RenderRequest(recipe(), PARAMS, init, mask, audio))
    assert riff.ink.shape == init.shape
    assert riff.audio.shape == audio.shape
    assert (riff.ink[:, 100:] == init[:, 100:]).all()
    assert (riff.audio[:, 90 * HOP :] == audio[:, 90 * HOP :]).all()


def test_previews_of_a_repaint_show_what_is_kept_as_it_is() -> None:
    init, mask = drawing(), np.zeros((64, 128), np.float32)
    mask[:, 50:60] = 1
    steps: list[Step] = []
    render(RenderRequest(recipe(steps=8), PARAMS, init, mask), steps.append)
    shown = [step.partial.preview for step in steps if isinstance(step.partial, Working)]
    inks = [one.ink for one in shown if one is not None]
    assert inks
    assert all((ink[:, :40] == init[:, :40]).all() for ink in inks)


LOADING, MAKING = 5, 18
"""Steps of a tiny render from a cold start: those of the loading, and those of a repaint of four steps in draft:
the plan comes first and what is ready last."""


def repaint_request() -> RenderRequest:
    init, mask = drawing(), np.zeros((64, 128), np.float32)
    mask[:, 50:90] = 1
    return RenderRequest(recipe(steps=4), PARAMS, init, mask, np.ones((1, 128 * HOP), np.float32))


def test_a_tiny_repaint_has_as_many_steps_as_the_cancels_below() -> None:
    loaded_model.unload()
    steps: list[Step] = []
    render(repaint_request(), steps.append)
    assert len(steps) == LOADING + MAKING


@pytest.mark.parametrize("moment", range(LOADING + MAKING))
def test_a_cancel_is_heard_within_a_step_and_changes_nothing(moment: int) -> None:
    if moment < LOADING:
        loaded_model.unload()
    else:
        loaded_model.model_of(recipe())
        moment -= LOADING
    request = repaint_request()
    arrays = [array for array in (request.init, request.mask, request.audio) if array is not None]
    before = [array.tobytes() for array in arrays]
    cancel, steps = threading.Event(), 0

    def on_step(step: Step) -> None:
        nonlocal steps
        if steps == moment:
            cancel.set()
        steps += 1

    with pytest.raises(Cancelled):
        render(request, on_step, cancel)
    assert steps == moment + 1
    assert [array.tobytes() for array in arrays] == before


def test_a_cancel_before_the_first_step_is_heard_too() -> None:
    cancel = threading.Event()
    cancel.set()
    steps: list[Step] = []
    for request in (repaint_request(), RenderRequest(recipe(denoising=0), PARAMS, drawing())):
        with pytest.raises(Cancelled):
            render(request, steps.append, cancel)
    assert steps == []


def test_after_a_cancel_the_next_riff_is_as_if_there_had_been_none() -> None:
    request = repaint_request()
    whole = render(request)
    cancel = threading.Event()
    with pytest.raises(Cancelled):
        render(request, lambda step: cancel.set() if step.what == "Step 2 of 4" else None, cancel)
    assert same(render(request), whole)
