"""Riffs with Stable Audio 3: from words, from a sound, and parts anew, in all the ways that other models are asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soxr

import riffdesk
from riffdesk.diffusion.stable_audio import loading
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.mix import true_peak
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine import loaded_model
from riffdesk.engine.events import Plan, Ready, RenderResult, Section, Working
from riffdesk.engine.preparation import prepare
from riffdesk.engine.requests import RenderRequest, VariationsRequest
from riffdesk.engine.riff.continuation import continued
from riffdesk.engine.riff.render import render, render_variations
from riffdesk.engine.riff.stable_audio.generator import SoundGenerator
from riffdesk.engine.session.jam import jam
from riffdesk.engine.session.jam_request import JamRequest
from riffdesk.errors import Cancelled, UserError
from riffdesk.models.registry import add_model, remove_model
from riffdesk.progress import Step
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from tests.engine.riffs import PARAMS, alike, drawing, same
from tests.models.checkpoints import write_lora
from tests.models.stable_audio import LONGEST, add_stable_audio

STEREO = replace(PARAMS, stereo=True)
HOP = PARAMS.hop


@pytest.fixture(autouse=True)
def model() -> None:
    """Have a tiny Stable Audio 3 in the list, which stays loaded from test to test."""
    add_stable_audio()


@pytest.fixture(autouse=True, scope="module")
def unloaded() -> Iterator[None]:
    yield
    loaded_model.unload()


def recipe(prompt: str = "slow piano", *, seconds: float = 1.5, seed: int = 3, **fields: Any) -> Recipe:
    keyframe = Keyframe(prompt=prompt, seed=seed, guidance=1.0, denoising=fields.pop("denoising", 1.0))
    given = {"model": "tiny-audio", "keyframes": (keyframe,), "seconds": seconds, "steps": 2, "quality": "draft"}
    return Recipe(**given | fields)


def asked(prompt: str = "slow piano", params: SpectrogramParams = PARAMS, **fields: Any) -> RenderRequest:
    return RenderRequest(recipe(prompt, **fields), params)


def tone(seconds: float, channels: int = 1, hertz: float = 440.0) -> np.ndarray[Any, Any]:
    wave = 0.3 * np.sin(2 * np.pi * hertz * np.arange(round(seconds * 44_100)) / 44_100)
    return np.float32(np.stack([wave] * channels))


@cache
def kept(seconds: float = 3.0, params: SpectrogramParams = PARAMS) -> RenderResult:
    """Return a tone of three seconds as a riff."""
    audio = tone(seconds, 2 if params.stereo else 1)
    made = RenderRequest(recipe(seconds=seconds), params)
    ink = analyse(audio, params)[..., : made.columns]
    return RenderResult(ink if params.stereo else ink[0], audio, made.recipe, params)


@cache
def first_riff() -> RenderResult:
    """Return what is made of words alone."""
    return render(asked())


def repaint(before: RenderResult, start: int, stop: int, **fields: Any) -> RenderRequest:
    """Return the request that makes columns ``start`` to ``stop`` anew."""
    mask = np.zeros((before.params.bands, before.ink.shape[-1]), np.float32)
    mask[:, start:stop] = 1
    seconds = before.audio.shape[-1] / before.params.sample_rate
    return RenderRequest(recipe(seconds=seconds, **fields), before.params, before.ink, mask, before.audio)


# From words


@pytest.mark.parametrize("params", [PARAMS, STEREO], ids=["mono", "stereo"])
def test_words_give_sound_and_the_ink_follows(params: SpectrogramParams) -> None:
    riff = render(asked(params=params))
    assert riff.audio.shape == (2 if params.stereo else 1, 66_150)
    assert riff.ink.shape == ((2, 64, 150) if params.stereo else (64, 150))
    assert np.abs(riff.audio).max() > 0.01
    assert true_peak(riff.audio) <= 10 ** (-3 / 20) * 1.01
    expected = analyse(riff.audio, params)[..., :150]
    assert np.allclose(riff.ink, expected if params.stereo else expected[0], atol=1e-3)


def test_the_same_recipe_gives_the_same_samples_and_each_part_of_it_counts() -> None:
    riff = first_riff()
    assert same(riff, render(asked()))
    loaded_model.unload()
    assert same(riff, render(asked()))
    for other in (asked("loud drums"), asked(seed=4), asked(steps=3)):
        assert not same(render(other), riff)


def test_guidance_and_the_negative_prompt_count_if_guidance_is_on() -> None:
    def made(guidance: float, negative: str = "") -> RenderResult:
        frame = Keyframe(prompt="slow piano", negative=negative, seed=3, guidance=guidance)
        return render(asked(keyframes=(frame,)))

    assert same(made(1.0), made(1.0, "drums"))
    assert not same(made(3.0), made(1.0))
    assert not same(made(3.0), made(3.0, "drums"))


def test_marks_of_other_models_are_no_words_for_it_and_tempo_and_key_are() -> None:
    assert same(render(asked("slow (piano:1.3)")), first_riff())
    timed = asked(tempo=90.0, key="C minor", in_time=True)
    assert not same(render(timed), first_riff())


def test_another_sample_rate_is_resampled() -> None:
    slower = replace(PARAMS, sample_rate=22_050, max_hz=10_000)
    riff, original = render(asked(params=slower)), first_riff()
    assert riff.audio.shape == (1, 33_075)
    expected = soxr.resample(original.audio[0], 44_100, 22_050, quality="VHQ")
    assert alike(riff.audio[0, 500:-500], expected[500:33_075][: 33_075 - 1000]) > 0.99


def test_a_mono_model_fills_both_channels() -> None:
    loaded_model.unload()
    remove_model("tiny-audio")
    add_stable_audio(channels=1)
    riff = render(asked(params=STEREO))
    assert np.array_equal(riff.audio[0], riff.audio[1])


def test_progress_is_told_at_each_step_and_the_riff_is_one_section() -> None:
    steps: list[Step] = []
    render(asked(steps=4), steps.append)
    partials = [step.partial for step in steps]
    assert [one.windows for one in partials if isinstance(one, Plan)] == [((0.0, 1.5),)]
    assert [(one.step, one.steps) for one in partials if isinstance(one, Working)] == [(n, 4) for n in (1, 2, 3, 4)]
    assert [(one.first, one.stop) for one in partials if isinstance(one, Section)] == [(0, 1)]
    done = [step.done / step.total for step in steps if step.total and not step.ahead]
    assert done == sorted(done)


@pytest.mark.parametrize("at", [1, 2])
def test_a_cancel_is_read_at_each_step(at: int) -> None:
    cancel = threading.Event()
    heard: list[int] = []

    def on_step(step: Step) -> None:
        if isinstance(step.partial, Working):
            heard.append(step.partial.step)
            if step.partial.step == at:
                cancel.set()

    with pytest.raises(Cancelled):
        render(asked(), on_step, cancel)
    assert heard == [*range(1, at + 1)]


def test_variations_are_the_riffs_of_their_seeds() -> None:
    steps: list[Step] = []
    assert render_variations(VariationsRequest(asked(), (3, 8)), steps.append) == 2
    first, second = (step.partial.result for step in steps if isinstance(step.partial, Ready))
    assert same(first, first_riff())
    assert same(second, render(asked(seed=8)))


def test_the_script_uses_what_the_model_suggests(tmp_path: Path) -> None:
    riff = riffdesk.render("slow piano", model="tiny-audio", seconds=1.0, seed=2)
    assert (riff.recipe.steps, riff.recipe.keyframes[0].guidance, riff.recipe.init) == (8, 1.0, "")
    assert riff.audio.shape == (2, 44_100)
    riff.save(tmp_path / "riff.wav")
    again = riffdesk.render("slow piano", model="tiny-audio", seconds=1.0, seed=2)
    assert again.audio.tobytes() == riff.audio.tobytes()


def test_preparing_loads_it() -> None:
    loaded_model.unload()
    prepare(asked())
    assert isinstance(loaded_model.generator_of(recipe()), SoundGenerator)


# From a sound


def test_a_lower_denoising_keeps_more_of_the_sound() -> None:
    before = kept(1.5)

    @cache
    def made(denoising: float) -> RenderResult:
        return render(RenderRequest(recipe(denoising=denoising), PARAMS, before.ink, audio=before.audio))

    nothing = first_riff()
    assert alike(made(1.0).audio, nothing.audio) > 0.999
    assert not same(made(0.5), made(1.0))
    assert np.array_equal(made(0.0).audio, before.audio)
    other = RenderRequest(recipe(denoising=0.5), PARAMS, before.ink, audio=tone(1.5, hertz=200))
    assert not same(made(0.5), render(other))


def test_a_drawing_without_sound_is_heard_first() -> None:
    ink = drawing(150)
    riff = render(RenderRequest(recipe(denoising=0.5), PARAMS, ink))
    assert riff.audio.shape == (1, 66_150)
    assert not same(riff, render(RenderRequest(recipe(denoising=0.5), PARAMS, ink[::-1].copy())))


# Parts anew


@pytest.mark.parametrize("params", [PARAMS, STEREO], ids=["mono", "stereo"])
def test_samples_and_ink_outside_the_masked_time_are_kept_exactly(params: SpectrogramParams) -> None:
    before = kept(params=params)
    after = render(repaint(before, 100, 200))
    same_samples = np.ones(before.audio.shape[-1], bool)
    same_samples[100 * HOP : 200 * HOP] = False
    assert np.array_equal(after.audio[:, same_samples], before.audio[:, same_samples])
    assert np.array_equal(after.ink[..., :100], before.ink[..., :100])
    assert np.array_equal(after.ink[..., 200:], before.ink[..., 200:])
    inside = slice(105 * HOP, 195 * HOP)
    assert alike(after.audio[:, inside], before.audio[:, inside]) < 0.9
    steps = np.abs(np.diff(after.audio, axis=-1))
    edges = [100 * HOP - 1, 200 * HOP - 1]
    assert steps[:, edges].max() < 2 * np.abs(np.diff(before.audio)).max()


def test_the_kept_sound_is_heard_by_the_model() -> None:
    before = kept()
    other = replace(before, audio=tone(3.0, hertz=200))
    inside = slice(110 * HOP, 190 * HOP)
    one, two = render(repaint(before, 100, 200)), render(repaint(other, 100, 200))
    assert not np.array_equal(one.audio[:, inside], two.audio[:, inside])


def test_a_mask_of_some_bands_keeps_the_ink_of_the_others() -> None:
    before = kept()
    request = repaint(before, 100, 200)
    assert request.mask is not None
    request.mask[32:] = 0
    after = render(request)
    assert np.array_equal(after.ink[32:], before.ink[32:])
    assert not np.array_equal(after.ink[:32, 100:200], before.ink[:32, 100:200])
    assert np.array_equal(after.audio[:, : 85 * HOP], before.audio[:, : 85 * HOP])
    assert np.array_equal(after.audio[:, 215 * HOP :], before.audio[:, 215 * HOP :])


@pytest.mark.parametrize(("left", "right"), [(0.0, 1.0), (1.0, 0.0), (0.5, 0.5)])
def test_a_riff_is_continued_on_both_sides(left: float, right: float) -> None:
    before = kept(1.505)  # its last column is not full
    request = continued(recipe(), PARAMS, before.ink, before.audio, left=left, right=right)
    after = render(request)
    start, width = round(left * 44_100), before.audio.shape[-1]
    assert after.audio.shape[-1] == round(width + (left + right) * 44_100)
    window = PARAMS.window
    middle = slice(window, width - window)
    assert np.array_equal(after.audio[:, start:][:, middle], before.audio[:, middle])
    if left:
        assert after.audio[:, : start - window].any()
    if right:
        assert after.audio[:, start + width + window :].any()
        join = after.audio[0, start + width - window : start + width + window]
        assert np.abs(join.reshape(20, -1)).max(axis=1).min() > 0, "a gap at the join"


def test_a_part_of_a_riff_that_is_longer_than_the_model_allows_is_made_anew() -> None:
    before = kept(LONGEST + 5)
    columns = before.ink.shape[-1]
    after = render(repaint(before, columns - 120, columns - 20))
    assert np.array_equal(after.audio[:, : (columns - 120) * HOP], before.audio[:, : (columns - 120) * HOP])
    assert not np.array_equal(after.audio[:, -100 * HOP :], before.audio[:, -100 * HOP :])


# What it cannot do


def test_what_it_cannot_do_is_a_sentence_before_it_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_lora(tmp_path / "funk.safetensors")
    add_model(tmp_path / "funk.safetensors")
    loaded_model.unload()
    monkeypatch.setattr(loading, "load_sound_model", None)
    walk = Keyframe(prompt="piano", guidance=1.0), Keyframe(1.0, "drums", guidance=1.0)
    blend = (Keyframe(prompt="piano", blend=(("piano", 0.5), ("drums", 0.5))),)
    long = kept(LONGEST + 5)
    for request, said in (
        (asked(circular=True), "cannot make loops"),
        (asked(clips=True), "not as clips"),
        (asked(keyframes=walk), "cannot walk between prompts or seeds"),
        (asked("[piano:drums:0.5]"), "cannot walk between prompts or seeds"),
        (asked(keyframes=blend), "cannot blend prompts"),
        (asked(loras=(("funk", 1.0),)), "takes no LoRAs"),
        (asked("piano <lora:funk:0.5>"), "takes no LoRAs"),
        (asked(seconds=LONGEST + 1), "makes 6 s at most, not 7 s"),
        (repaint(long, 0, long.ink.shape[-1] - 10), "makes 6 s at most, and what is made anew reaches over 10.9 s"),
    ):
        with pytest.raises(UserError, match=said):
            render(request)


def test_it_cannot_jam() -> None:
    with pytest.raises(UserError, match="tiny-audio can only make complete riffs and cannot jam"):
        jam(JamRequest(recipe(), PARAMS, bars=1))
