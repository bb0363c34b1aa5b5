"""Riffs from a request to ink and sound, with a tiny model of random weights."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from riffdesk.diffusion import denoising as strips
from riffdesk.dsp.mix import db_of, true_peak
from riffdesk.engine import loaded_model
from riffdesk.engine.events import Plan, Working
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.render import render
from riffdesk.errors import UserError
from riffdesk.progress import Step
from riffdesk.sketch.recipe.timeline import Keyframe
from tests.engine.riffs import PARAMS, WINDOW, Array, alike, drawing, recipe, same, sounding
from tests.measure import convergence_db

HOP = PARAMS.hop


pytestmark = pytest.mark.usefixtures("tiny")


# From words


def test_words_become_ink_and_sound_that_looks_like_it() -> None:
    request = RenderRequest(recipe(seconds=2.0, quality="good"), PARAMS)
    riff = render(request)
    assert riff.ink.shape == (64, 200)
    assert riff.audio.shape == (1, 88_200)
    assert riff.ink.dtype == riff.audio.dtype == np.float32
    assert (riff.recipe, riff.params) == (request.recipe, PARAMS)
    assert riff.ink.min() >= 0
    assert riff.ink.std() > 0.01
    assert convergence_db(riff.ink[None], riff.audio, PARAMS) < -6


def test_the_same_recipe_gives_the_same_samples_and_another_one_does_not() -> None:
    first = render(RenderRequest(recipe(), PARAMS))
    assert same(first, render(RenderRequest(recipe(), PARAMS)))
    for other in (recipe(seed=2), recipe(prompt="drums"), recipe(steps=4), recipe(scheduler="DDIM")):
        assert alike(first.ink, render(RenderRequest(other, PARAMS)).ink) < 0.9999


@pytest.mark.parametrize("seconds", [0.004, 0.3, 0.777, WINDOW, 1.3, 5.12])
def test_a_riff_is_as_long_as_it_is_asked_to_be(seconds: float) -> None:
    riff = render(RenderRequest(recipe(seconds=seconds, steps=1), PARAMS))
    samples = round(seconds * 44_100)
    assert riff.audio.shape == (1, samples)
    assert riff.ink.shape == (64, -(-samples // HOP))


def test_a_short_riff_is_the_beginning_of_a_long_one() -> None:
    short, window = (render(RenderRequest(recipe(seconds=seconds), PARAMS)) for seconds in (0.4, WINDOW))
    level = np.median(window.ink[:, :40] / short.ink)
    assert np.abs(short.ink * level - window.ink[:, :40]).max() < 1e-4


def test_a_riff_is_never_louder_than_3_db_below_full_scale_and_its_ink_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    black = np.full((64, 128), 1.0, np.float32)
    monkeypatch.setattr(strips, "render_strips", lambda *args, **options: [black])
    riff = render(RenderRequest(recipe(), PARAMS))
    assert db_of(true_peak(riff.audio)) == pytest.approx(-3, abs=0.01)
    assert riff.ink.max() < 1
    # One gain for both: the sound of the ink is the sound.
    assert true_peak(sounding(riff.ink)) == pytest.approx(true_peak(riff.audio), rel=1e-3)
    monkeypatch.setattr(strips, "render_strips", lambda *args, **options: [black * np.float32(0.05)])
    assert render(RenderRequest(recipe(), PARAMS)).ink.max() == np.float32(0.05)


@pytest.mark.parametrize("prompt", ["", "🎸🥁", "piano " * 500, "(((((", "x\ny\0"], ids=lambda text: repr(text[:9]))
def test_any_prompt_makes_a_riff(prompt: str) -> None:
    riff = render(RenderRequest(recipe(prompt=prompt, steps=1), PARAMS))
    assert np.isfinite(riff.audio).all()
    assert riff.audio.any()


# Keyframes


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[strips.Strip]:
    """Return a list that the strips which the network is asked for go to; no network runs."""
    seen: list[strips.Strip] = []

    def remember(model: Any, given: Any, **options: Any) -> list[Array]:
        seen.extend(given)
        return [np.full((64, len(one.walk) * model.factor), 0.1, np.float32) for one in given]

    monkeypatch.setattr(strips, "render_strips", remember)
    return seen


def test_the_walk_goes_from_keyframe_to_keyframe(asked: list[strips.Strip]) -> None:
    frames = (Keyframe(0.0, "a", seed=1), Keyframe(1.6, "b", seed=2, guidance=3.0), Keyframe(3.2, "c", seed=3))
    render(RenderRequest(recipe(*frames, seconds=3.84), PARAMS))
    placed = {strip.first + place: one for strip in asked for place, one in enumerate(strip.walk)}
    assert sum(len(strip.walk) for strip in asked) > len(placed)  # they overlap, and agree there
    assert all(placed[strip.first + place] == one for strip in asked for place, one in enumerate(strip.walk))
    walk = [placed[latent] for latent in range(48)]  # of 80 ms
    assert len(placed) == 48
    assert [(one.start.prompt, one.end.prompt) for one in walk] == (
        [("a", "b")] * 20 + [("b", "c")] * 20 + [("c", "c")] * 8
    )
    assert [one.alpha for one in walk[:40]] == pytest.approx([(n % 20 + 0.5) / 20 for n in range(40)])
    assert walk[30].guidance == pytest.approx(3 + 4 * 10.5 / 20)
    assert asked[0].init is None
    assert all(strip.from_noise for strip in asked)


def test_without_an_init_everything_comes_from_noise(asked: list[strips.Strip]) -> None:
    render(RenderRequest(recipe(denoising=0.2), PARAMS))
    render(RenderRequest(recipe(denoising=0.2), PARAMS, drawing()))
    assert [one.walk[0].denoising for one in asked] == [1.0, 0.2]


def test_equal_keyframes_are_as_one() -> None:
    frames = [Keyframe(seconds, "piano", seed=1, guidance=3.0) for seconds in (0.0, 0.5, 1.0)]
    assert same(
        replace(render(RenderRequest(recipe(*frames), PARAMS)), recipe=recipe()),
        render(RenderRequest(recipe(), PARAMS)),
    )


def test_a_loop_walks_back_to_its_first_keyframe(asked: list[strips.Strip]) -> None:
    frames = (Keyframe(0.0, "a"), Keyframe(0.64, "b"))
    render(RenderRequest(recipe(*frames, circular=True), PARAMS))
    (strip,) = asked
    assert strip.circular
    assert [(one.start.prompt, one.end.prompt) for one in strip.walk] == [("a", "b")] * 8 + [("b", "a")] * 8


# From ink


def test_an_init_gives_a_riff_that_resembles_it_the_more_the_less_denoising() -> None:
    init = drawing()
    little, much, none = (
        render(RenderRequest(recipe(denoising=denoising, steps=10), PARAMS, start)).ink
        for denoising, start in ((0.1, init), (0.9, init), (0.9, None))
    )
    assert alike(little, init) > alike(much, init)
    assert not np.array_equal(little, init)
    assert not np.array_equal(much, none)


def test_without_denoising_the_init_comes_back_bit_by_bit_and_no_model_is_needed() -> None:
    init, audio = drawing(), sounding(drawing(), channels=2)
    kept = render(RenderRequest(recipe(denoising=0, model="none of these"), PARAMS, init, None, audio))
    assert kept.ink.tobytes() == init.tobytes()
    assert kept.audio.tobytes() == audio.tobytes()
    drawn = render(RenderRequest(recipe(denoising=0, model="none of these"), PARAMS, init))
    assert drawn.ink.tobytes() == init.tobytes()
    assert drawn.audio.tobytes() == sounding(init).tobytes()


def test_the_sound_of_an_init_repeats_as_its_ink_does() -> None:
    init, audio = drawing(48), sounding(drawing(48))
    mask = np.zeros((64, 128), np.float32)
    mask[:, 100:110] = 1
    for given in (recipe(denoising=0), recipe(denoising=0.5)):
        made = render(RenderRequest(given, PARAMS, init, None if given.keyframes[0].denoising == 0 else mask, audio))
        assert (made.ink[:, :80] == np.tile(init, 3)[:, :80]).all()
        assert (made.audio[:, : 80 * 441] == np.tile(audio, 3)[:, : 80 * 441]).all()


def test_a_riff_is_at_the_level_of_its_init() -> None:
    loud, quiet = (
        render(RenderRequest(recipe(denoising=0.5), PARAMS, drawing() * np.float32(level))) for level in (1, 0.25)
    )
    assert np.abs(quiet.ink - 0.25 * loud.ink).max() < 1e-4
    assert 0.25 < loud.ink.max() <= 0.5 + 1e-6


def test_an_init_of_silence_or_of_damaged_numbers_makes_a_riff() -> None:
    silence = np.zeros((64, 128), np.float32)
    damaged = drawing()
    damaged[3, 4], damaged[5, 6], damaged[7, 8] = np.nan, np.inf, -3
    for init in (silence, damaged):
        riff = render(RenderRequest(recipe(), PARAMS, init))
        assert np.isfinite(riff.ink).all()
        assert np.isfinite(riff.audio).all()
        assert true_peak(riff.audio) < 4
    assert true_peak(render(RenderRequest(recipe(), PARAMS, silence)).audio) <= 10 ** (-3 / 20) * 1.001


def test_an_init_repeats_under_a_longer_riff_and_is_cut_for_a_shorter_one(asked: list[strips.Strip]) -> None:
    init = drawing(48)
    for seconds in (WINDOW, 0.32):
        render(RenderRequest(recipe(seconds=seconds), PARAMS, init))
    long, short = (one.init for one in asked)
    assert long is not None
    assert short is not None
    np.testing.assert_allclose(long, np.tile(init, 3)[:, :128] / init.max(), rtol=1e-6)
    np.testing.assert_allclose(short, init[:, :32] / init[:, :32].max(), rtol=1e-6)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"recipe": recipe(seconds=601)}, "10 minutes at most, not 601 s"),
        ({"init": np.zeros((64, 0), np.float32)}, "is empty"),
        ({"mask": np.ones((64, 128), np.float32)}, "Choose an image or a sound to start from"),
        (
            {"init": drawing(), "mask": np.ones((32, 100), np.float32)},
            "100 x 32 pixels, and the riff one of 128 x 64",
        ),
        ({"init": drawing(), "mask": np.zeros((64, 128), np.float32)}, "mask is empty"),
        ({"init": drawing(), "mask": np.full((64, 128), np.nan, np.float32)}, "mask is empty"),
        ({"recipe": recipe(model="tino")}, "no model called 'tino'. Did you mean 'tiny'"),
        ({"recipe": recipe(loras=(("tape", 1.0),))}, "no model called 'tape'"),
        ({"recipe": recipe(scheduler="Eulr")}, "no scheduler"),
        ({"recipe": recipe(prompt="piano " * 10_000)}, "10,000 words make 10,000 tokens"),
    ],
)
def test_what_cannot_be_made_is_refused_in_a_sentence(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        render(replace(RenderRequest(recipe(), PARAMS), **changes))


# Steps and memory


def test_steps_tell_of_loading_denoising_and_sound_and_show_where_it_is_going() -> None:
    loaded_model.unload()
    steps: list[Step] = []
    riff = render(RenderRequest(recipe(steps=8), replace(PARAMS, bands=100)), steps.append)
    words = " ".join(dict.fromkeys(step.what for step in steps))
    assert words.startswith("Loading the model tiny")
    assert "Step 8 of 8" in words
    assert words.endswith("Making sound")
    shown = [step.partial.preview for step in steps if isinstance(step.partial, Working)]
    previews = [one for one in shown if one is not None]
    assert len(previews) >= 2
    assert all(one.ink.shape == riff.ink.shape for one in previews)
    first = next(number for number, step in enumerate(steps) if isinstance(step.partial, Plan))
    loading, making = steps[:first], [step for step in steps[first:] if step.total]
    for phase in (loading, making):  # each is one bar, which starts empty, never goes back, and ends full
        done = [step.done for step in phase]
        assert done == sorted(done)
        assert (done[0], done[-1]) == (0, phase[0].total)
        assert {step.total for step in phase} == {phase[0].total}
    working = [step.partial.step for step in making if isinstance(step.partial, Working)]
    assert sorted(set(working)) == list(range(1, 9))
    denoising = [step.done for step in making if isinstance(step.partial, Working)]
    assert len(set(denoising)) >= 8, "each of the network's steps moves it"


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried"),
        RuntimeError("CUDA out of memory."),
    ],
)
def test_too_little_memory_is_one_sentence(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fails(*args: Any, **options: Any) -> Any:
        raise error

    monkeypatch.setattr(strips, "render_strips", fails)
    with pytest.raises(UserError, match="not enough memory"):
        render(RenderRequest(recipe(), PARAMS))


def test_a_bug_is_not_taken_for_a_lack_of_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*args: Any, **options: Any) -> Any:
        raise RuntimeError("shapes do not match")

    monkeypatch.setattr(strips, "render_strips", fails)
    with pytest.raises(RuntimeError, match="shapes"):
        render(RenderRequest(recipe(), PARAMS))
