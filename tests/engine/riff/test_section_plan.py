"""Long riffs are made in sections: nothing is made twice, nothing shows where they join, and what is kept stays."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise

import numpy as np
import pytest

from riffdesk.dsp.mel import mel_amplitudes, mel_from_ink
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.events import Plan, RenderResult, Section, Working
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.render import render, render_sections
from riffdesk.engine.riff.section_plan import AT_ONCE, SectionPlan, plan_sections
from riffdesk.errors import Cancelled
from riffdesk.progress import Step
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe, changed_spans
from tests.engine import riffs
from tests.engine.riffs import LOW_RATE as PARAMS
from tests.engine.riffs import WINDOW, Array, alike, drawing, recipe

HOP = PARAMS.hop
sounding = partial(riffs.sounding, params=PARAMS)
WIDTH, SHARED = 16, 4  # of a window of the tiny model, in latents of 8 columns
STRIDE = WIDTH - SHARED

pytestmark = pytest.mark.usefixtures("tiny")


LONG = 6.0
"""Seconds of a riff of three sections: one window, four, and one."""


def told(request: RenderRequest) -> list[Step]:
    steps: list[Step] = []
    render(request, steps.append)
    return steps


ASKED = recipe(seconds=LONG)


@cache
def made(asked: Recipe = ASKED) -> tuple[RenderResult, list[Step]]:
    """Return a riff and what was told while it was made, once for all tests that only look at it."""
    steps: list[Step] = []
    return render(RenderRequest(asked, PARAMS), steps.append), steps


def sections_of(steps: Sequence[Step]) -> list[Section]:
    return [step.partial for step in steps if isinstance(step.partial, Section)]


# The plan


def borders(planned: Sequence[SectionPlan]) -> list[int]:
    return [planned[0].first_changed, *(border for one in planned for border in one.borders[1:])]


@pytest.mark.parametrize("latents", [1, 3, 16, 17, 28, 29, 60, 64, 76, 77, 500])
def test_sections_follow_each_other_and_cover_a_riff_once(latents: int) -> None:
    planned = plan_sections(latents, WIDTH)
    assert borders(planned) == sorted(set(borders(planned)))
    assert (planned[0].start, planned[0].first_changed, planned[-1].ready, planned[-1].end) == (0, 0, latents, latents)
    assert all(one.ready == after.first_changed for one, after in pairwise(planned))
    assert [one.windows for one in planned[:-1]] == ([1] + [AT_ONCE] * len(planned))[: len(planned) - 1]
    for one, after in pairwise(planned):
        # What it takes over is what was made before it, and what is final is not touched again.
        assert after.start + after.tail == one.end
        assert after.first_changed >= one.ready
    for one in planned:
        assert one.end - one.start <= WIDTH + (AT_ONCE - 1) * STRIDE
        assert one.start % STRIDE == 0


def test_a_longer_riff_has_the_same_sections_and_more() -> None:
    short, long = plan_sections(64, WIDTH), plan_sections(300, WIDTH)
    assert long[: len(short) - 1] == short[:-1]


@pytest.mark.parametrize(("first", "stop"), [(0, 1), (40, 41), (100, 140), (297, 300)])
def test_only_windows_that_touch_what_is_wanted_are_made(first: int, stop: int) -> None:
    wanted = np.zeros(300, bool)
    wanted[first:stop] = True
    planned = plan_sections(300, WIDTH, wanted)
    assert borders(planned) == sorted(set(borders(planned)))
    made = [one for one in planned if one.is_rendered]
    touching = [start for start in range(0, 300 - SHARED, STRIDE) if start < stop and start + WIDTH > first]
    assert sum(one.windows for one in made) == len(touching)
    assert made[0].start == touching[0]
    assert made[-1].end == min(300, touching[-1] + WIDTH)


# What is sent on


def put_together(request: RenderRequest, sections: Sequence[Section]) -> tuple[Array, Array]:
    """Return ink and sound of sections, each of which must begin where the one before ends."""
    for one, after in pairwise(sections):
        assert (one.stop, one.column + one.ink.shape[-1]) == (after.first, after.column)
        assert one.sample + one.audio.shape[-1] == after.sample
    ink, audio = (
        np.concatenate(parts, axis=-1) for parts in zip(*((one.ink, one.audio) for one in sections), strict=True)
    )
    assert (ink.shape[-1], audio.shape[-1]) == (request.columns, request.samples)
    return ink, audio


@pytest.mark.parametrize("stereo", [False, True])
@pytest.mark.parametrize("seconds", [0.5, WINDOW, 1.5, LONG])
def test_sections_put_together_are_the_riff(seconds: float, stereo: bool) -> None:
    params = replace(PARAMS, stereo=stereo)
    request = RenderRequest(recipe(seconds=seconds), params)
    steps: list[Step] = []
    riff = render(request, steps.append)
    ink, audio = put_together(request, sections_of(steps))
    assert np.array_equal(ink, riff.ink)
    assert np.array_equal(audio, riff.audio)
    assert np.array_equal(audio, np.concatenate([one.audio for one in render_sections(request)], axis=1))


def test_a_plan_comes_first_and_windows_are_worked_on_and_ready_in_order_of_time() -> None:
    _, steps = made()
    plan, *others = [step.partial for step in steps if isinstance(step.partial, (Plan, Working, Section))]
    assert isinstance(plan, Plan)
    assert (plan.windows[0][0], plan.windows[-1][1]) == (0, LONG)
    assert all(one[1] == after[0] for one, after in pairwise(plan.windows))
    ready = 0
    for one in others:
        assert one.first == ready
        if isinstance(one, Section):
            # Windows that are ready are heard, but for what the next window's sound may still change.
            heard = (one.sample + one.audio.shape[-1]) / PARAMS.sample_rate
            assert plan.windows[one.stop - 1][1] - heard < 0.3
            ready = one.stop
        else:
            assert one.stop <= len(plan.windows)
    assert ready == len(plan.windows)
    share = [step.done / step.total for step in steps if step.total and step.total % 1000 == 0]
    assert share == sorted(share)


def test_the_first_sound_is_that_of_the_first_window_alone() -> None:
    short = render(RenderRequest(recipe(seconds=WINDOW), PARAMS))
    long, steps = made()
    first = sections_of(steps)[0]
    kept = first.ink.shape[-1]
    assert 90 <= kept <= 128
    # A whole riff's level is set by all of its sound, a longer one's by its first section's.
    level = np.median(long.ink[:, :kept] / short.ink[:, :kept])
    assert np.abs(short.ink[:, :kept] * level - long.ink[:, :kept]).max() < 1e-4
    before_first = [one.partial for one in steps[: [step.partial for step in steps].index(first)]]
    assert {one.stop for one in before_first if isinstance(one, Working)} == {1}


def test_a_cancel_between_sections_ends_it() -> None:
    cancel = threading.Event()
    seen: list[Section] = []

    def on_step(step: Step) -> None:
        if isinstance(step.partial, Section):
            seen.append(step.partial)
            cancel.set()

    with pytest.raises(Cancelled):
        render(RenderRequest(recipe(seconds=LONG), PARAMS), on_step, cancel)
    assert len(seen) == 1


# Where they join


def column_steps(ink: Array) -> Array:
    return np.asarray(np.abs(np.diff(ink, axis=-1)).mean(axis=-2))


def test_no_seam_where_sections_and_windows_join() -> None:
    """Random weights do not go on from what is kept as a trained network does, so this takes the shipped model."""
    params = SpectrogramParams()
    asked = recipe(prompt="organ drone", seconds=21.0, steps=4, model="starter", seed=2)  # no note begins at a join
    request = RenderRequest(asked, params)
    steps: list[Step] = []
    riff = render(request, steps.append)
    (plan,) = [step.partial for step in steps if isinstance(step.partial, Plan)]
    assert len(sections_of(steps)) == 3
    change, patch = column_steps(riff.ink), 16
    # Its autoencoder's own patches can be seen a little; beside their other edges, joins cannot.
    edges = np.arange(patch, riff.ink.shape[-1], patch)
    joins = np.array([round(stop * params.columns_per_second) for _, stop in plan.windows[:-1]])
    assert np.isin(joins, edges).all()
    elsewhere = change[np.setdiff1d(edges, joins) - 1].mean()
    assert change[joins - 1].mean() < 1.2 * elsewhere
    # What is heard: the steps where sections join are as everywhere, and it sounds as it looks there too.
    jumps = np.abs(np.diff(riff.audio[0]))
    at = np.array([one.sample for one in sections_of(steps)[1:]])
    assert jumps[at - 1].max() <= 2 * np.percentile(jumps, 99)
    # It sounds as it looks, there as elsewhere.
    wanted = mel_from_ink(riff.ink, params)
    wrong = (mel_amplitudes(riff.audio[0], params)[..., : wanted.shape[-1]] - wanted) ** 2
    near = np.zeros(wanted.shape[-1], bool)
    for join in at // params.hop:
        near[join - 10 : join + 10] = True
    worse = (wrong[:, near].sum() / (wanted[:, near] ** 2).sum()) / (wrong.sum() / (wanted**2).sum())
    assert 10 * np.log10(worse) < 1.5


def test_a_section_that_would_peak_higher_is_turned_down_and_never_up() -> None:
    riff, _ = made()
    assert np.abs(riff.audio).max() <= 10 ** (-3 / 20) * 1.01
    heard = sounding(riff.ink)
    # One gain for ink and sound: rendered from its ink, the riff is as loud everywhere as it sounds.
    for start in range(0, riff.audio.shape[-1] - PARAMS.sample_rate, PARAMS.sample_rate):
        part = slice(start, start + PARAMS.sample_rate)
        ratio = np.sqrt((riff.audio[0, part] ** 2).mean() / (heard[0, part] ** 2).mean())
        assert 20 * np.log10(ratio) == pytest.approx(0, abs=1.0)


# What the timeline has changed


FIVE = tuple(
    Keyframe(2.0 * number, words, seed=number, guidance=3.0)
    for number, words in enumerate(("piano", "drums", "slow jazz", "piano and drums", "jazz"))
)


def remade(frames: Sequence[Keyframe]) -> tuple[RenderRequest, RenderRequest, Array, Array]:
    """Return the request of five keyframes and that of what changed with others, and ink and sound of the first."""
    asked = recipe(*FIVE, seconds=9.5)
    request = RenderRequest(asked, PARAMS)
    before, _ = made(asked)
    mask = np.zeros((64, request.columns), np.float32)
    for start, stop in changed_spans(FIVE, frames, 9.5):
        mask[:, round(start * 100) : round(stop * 100)] = 1
    changed = replace(asked, keyframes=tuple(frames))
    return (
        request,
        RenderRequest(changed, PARAMS, before.ink, mask, before.audio, from_noise=True),
        before.ink,
        before.audio,
    )


def test_moving_the_last_of_five_keyframes_makes_only_the_windows_after_the_fourth_anew() -> None:
    request, changed, ink, audio = remade([*FIVE[:4], replace(FIVE[4], seconds=8.8)])
    (all_windows,) = [one.partial for one in made(request.recipe)[1] if isinstance(one.partial, Plan)]
    steps: list[Step] = []
    riff = render(changed, steps.append)
    (plan,) = [one.partial for one in steps if isinstance(one.partial, Plan)]
    fourth = FIVE[3].seconds
    # A window that reaches beyond the fourth keyframe begins at most a window before it.
    touching = sum(1 for number in range(len(all_windows.windows)) if number * STRIDE * 0.08 + WINDOW > fourth)
    assert len(plan.windows) <= touching < len(all_windows.windows)
    assert sum(one.stop - one.first for one in sections_of(steps)) == len(plan.windows)
    feather, first = 8, round(fourth * 100)
    assert np.array_equal(riff.ink[:, : first - feather], ink[:, : first - feather])
    kept = (first - feather) * HOP - PARAMS.window
    assert np.array_equal(riff.audio[:, :kept], audio[:, :kept])
    assert alike(riff.ink[:, first + 60 :], ink[:, first + 60 :]) < 0.99


def test_editing_a_keyframe_in_the_middle_keeps_both_sides() -> None:
    _, changed, ink, audio = remade([*FIVE[:2], replace(FIVE[2], prompt="drums", seed=77), *FIVE[3:]])
    steps: list[Step] = []
    riff = render(changed, steps.append)
    feather, span = 8, (200, 600)
    for kept in (slice(0, span[0] - feather), slice(span[1] + feather, None)):
        assert np.array_equal(riff.ink[:, kept], ink[:, kept])
    for heard in (
        slice(0, (span[0] - feather) * HOP - PARAMS.window),
        slice((span[1] + feather) * HOP + PARAMS.window, None),
    ):
        assert np.array_equal(riff.audio[:, heard], audio[:, heard])
    middle = slice(360, 440)
    assert alike(riff.ink[:, middle], ink[:, middle]) < 0.9
    # What is sent on are the windows that reach into what has changed, and the sound of a window around.
    sent = sections_of(steps)
    assert sent[0].sample >= (span[0] - 128) * HOP - PARAMS.window
    assert sent[-1].sample + sent[-1].audio.shape[-1] <= (span[1] + 128) * HOP + PARAMS.window


def test_a_small_repaint_of_a_long_riff_makes_no_more_than_its_windows() -> None:
    init = drawing(1_000)
    mask = np.zeros((64, 1_000), np.float32)
    mask[20:40, 500:550] = 1
    steps = told(RenderRequest(recipe(seconds=10.0), PARAMS, init, mask, sounding(init)))
    (plan,) = [one.partial for one in steps if isinstance(one.partial, Plan)]
    assert 1 <= len(plan.windows) <= 3
    (section,) = sections_of(steps)
    assert section.ink.shape[-1] < 3 * 128


# How loud what is made anew is


def loud(part: Array) -> float:
    return float(20 * np.log10(np.sqrt((part**2).mean())))


def test_what_is_made_anew_of_a_riff_that_was_turned_down_is_as_loud_as_it_was() -> None:
    """Asked for the same again, a riff's end is the same riff: its level was that of its own, not of its beginning."""
    asked = recipe(prompt="drums", seconds=LONG)
    before, _ = made(asked)
    # A beginning that is far louder on paper than in the ear makes the init's blackest cell black.
    init, audio = before.ink.copy(), before.audio.copy()
    init[10, 20:24] = 1.3 * init.max()
    mask = np.zeros((64, before.ink.shape[-1]), np.float32)
    mask[:, 250:] = 1
    riff = render(RenderRequest(asked, PARAMS, init, mask, audio, from_noise=True))
    feather = 8
    assert np.array_equal(riff.ink[:, : 250 - feather], init[:, : 250 - feather])
    kept = (250 - feather) * HOP - PARAMS.window
    assert np.array_equal(riff.audio[:, :kept], audio[:, :kept])
    assert np.abs(riff.audio).max() <= 10 ** (-3 / 20) * 1.01
    # One gain for ink and sound, once more.
    end = slice(450 * HOP, 590 * HOP)
    heard = sounding(riff.ink)
    assert loud(riff.audio[0, end]) == pytest.approx(loud(heard[0, end]), abs=1.0)


def test_what_is_kept_may_be_louder_and_then_so_may_what_goes_on_from_it() -> None:
    asked = recipe(prompt="drums", seconds=LONG)
    before, _ = made(asked)
    gain = np.float32(1.3)
    init, audio = before.ink * gain**PARAMS.power, before.audio * gain
    mask = np.zeros((64, before.ink.shape[-1]), np.float32)
    mask[:, 200:] = 1
    riff = render(RenderRequest(asked, PARAMS, init, mask, audio, from_noise=True))
    peak = np.abs(riff.audio[:, : 190 * HOP]).max()
    assert peak > 10 ** (-3 / 20) * 1.1
    assert np.abs(riff.audio).max() <= peak * 1.01
