"""Riffs with Stable Audio 3 at the edges: rates, lengths, masks, memory that runs out, and cancels in every phase."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import pytest
import torch

import riffdesk
from riffdesk.diffusion.stable_audio import loading, sampling
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine import loaded_model
from riffdesk.engine.events import RenderResult
from riffdesk.engine.requests import RenderRequest, VariationsRequest
from riffdesk.engine.riff.continuation import continued
from riffdesk.engine.riff.render import render, render_variations
from riffdesk.engine.riff.stable_audio import generator
from riffdesk.errors import Cancelled, UserError
from riffdesk.progress import Step
from riffdesk.scripting.parts import render_parts
from riffdesk.sketch.recipe.timeline import Keyframe
from tests.engine.riff.stable_audio.test_generator import HOP, asked, kept, recipe, repaint
from tests.engine.riffs import PARAMS, same
from tests.models.stable_audio import LONGEST, PER_LATENT, RATE, add_stable_audio

SLOW = SpectrogramParams(sample_rate=8_000, bands=32, max_hz=4_000)
FAST = SpectrogramParams(sample_rate=48_000, bands=64, stereo=True, min_hz=20, max_hz=20_000)
UNEVEN = SpectrogramParams(sample_rate=32_000, bands=48, step_ms=7, window_ms=40, padded_ms=90)


@pytest.fixture(autouse=True)
def model() -> None:
    """Have a tiny Stable Audio 3 in the list, which stays loaded from test to test."""
    add_stable_audio()


@pytest.fixture(autouse=True, scope="module")
def unloaded() -> Iterator[None]:
    yield
    loaded_model.unload()


def ink_of(audio: np.ndarray[Any, Any], params: SpectrogramParams, columns: int) -> np.ndarray[Any, Any]:
    ink = analyse(audio, params)[..., :columns]
    return np.asarray(ink if params.stereo else ink[0])


# Rates and lengths


@pytest.mark.parametrize("params", [SLOW, FAST, UNEVEN, PARAMS], ids=["8 kHz", "48 kHz stereo", "7 ms", "44.1 kHz"])
@pytest.mark.parametrize("seconds", [1 / RATE, 0.1, PER_LATENT / RATE, 1.2345, LONGEST])
def test_every_rate_and_length_gives_its_samples_and_their_ink(params: SpectrogramParams, seconds: float) -> None:
    request = asked(params=params, seconds=seconds)
    riff = render(request)
    assert riff.audio.shape == (2 if params.stereo else 1, max(1, round(seconds * params.sample_rate)))
    assert riff.ink.shape[-1] == request.columns
    assert riff.audio.any()
    assert np.allclose(riff.ink, ink_of(riff.audio, params, request.columns), atol=2e-3)


@pytest.mark.parametrize("params", [SLOW, FAST, UNEVEN, PARAMS], ids=["8 kHz", "48 kHz stereo", "7 ms", "44.1 kHz"])
def test_a_part_is_made_anew_at_every_rate(params: SpectrogramParams) -> None:
    audio = np.float32(0.1 * np.random.default_rng(1).normal(size=(2 if params.stereo else 1, params.sample_rate)))
    columns = RenderRequest(recipe(seconds=1.0), params).columns
    before = RenderResult(ink_of(audio, params, columns), audio, recipe(seconds=1.0), params)
    for start, stop in ((0, 20), (columns - 20, columns), (columns - 1, columns), (0, columns), (50, 51)):
        after = render(repaint(before, start, stop))
        changed = np.flatnonzero((after.audio != audio).any(axis=0))
        assert len(changed)
        assert changed.min() >= start * params.hop
        assert changed.max() < stop * params.hop
        some_bands = repaint(before, start, stop)
        assert some_bands.mask is not None
        some_bands.mask[10:] = 0
        after = render(some_bands)
        assert after.audio.shape == audio.shape
        assert np.array_equal(after.ink[..., 10:, :], before.ink[..., 10:, :])


def test_pieces_of_a_mask_are_made_anew_and_what_lies_between_is_kept() -> None:
    before = kept()
    request = repaint(before, 20, 40)
    assert request.mask is not None
    request.mask[:, 60:62] = 1
    request.mask[:, 64:100] = 0.5
    request.mask[:, -30:] = 1
    after = render(request)
    is_new = np.repeat((request.mask > 0).any(axis=0), HOP)
    assert np.array_equal(after.audio[:, ~is_new], before.audio[:, ~is_new])
    for piece in (slice(25, 35), slice(60, 62), slice(70, 90), slice(275, 295)):
        inside = slice(piece.start * HOP, piece.stop * HOP)
        assert not np.array_equal(after.audio[:, inside], before.audio[:, inside])


def test_a_mask_of_nothing_is_refused() -> None:
    with pytest.raises(UserError, match="The mask is empty"):
        render(repaint(kept(), 50, 50))


@pytest.mark.parametrize("seconds", [1.505, 1.0001])
def test_some_bands_of_a_riff_whose_last_column_is_not_full(seconds: float) -> None:
    before = kept(seconds)
    columns = before.ink.shape[-1]
    for start, stop in ((10, 40), (columns - 5, columns)):
        request = repaint(before, start, stop)
        assert request.mask is not None
        request.mask[30:] = 0
        after = render(request)
        assert after.audio.shape == before.audio.shape
        assert np.array_equal(after.ink[30:], before.ink[30:])
        assert not np.array_equal(after.audio, before.audio)


def test_a_continuation_of_more_than_the_model_makes_says_so() -> None:
    before = kept(2.0)
    request = continued(recipe(), PARAMS, before.ink, before.audio, left=3.0, right=3.0)
    with pytest.raises(UserError, match=r"makes 6 s at most, and what is made anew reaches over 8 s\. Make less anew"):
        render(request)


# What is asked


def test_guidance_of_one_and_less_is_none_and_much_of_it_is_still_sound() -> None:
    def made(guidance: float) -> RenderResult:
        return render(asked(keyframes=(Keyframe(prompt="piano", negative="drums", seed=1, guidance=guidance),)))

    assert same(made(0.0), made(1.0))
    loud = made(20.0)
    assert np.isfinite(loud.audio).all()
    assert not same(loud, made(1.0))


@pytest.mark.parametrize("steps", [1, 501])
def test_few_and_many_steps(steps: int) -> None:
    riff = render(asked(steps=steps, seconds=0.2))
    assert np.isfinite(riff.audio).all()
    assert riff.audio.any()


def test_a_little_denoising_still_makes_sound_and_none_keeps_every_sample() -> None:
    before = kept(1.0)

    def made(denoising: float) -> RenderResult:
        return render(RenderRequest(recipe(seconds=1.0, denoising=denoising), PARAMS, before.ink, audio=before.audio))

    assert np.array_equal(made(0.0).audio, before.audio)
    little = made(0.01)
    assert np.isfinite(little.audio).all()
    assert not np.array_equal(little.audio, before.audio)


@pytest.mark.parametrize("prompt", ["", "é漢字🎷", "BREAK", "(", "a\0b", "caf\udce9"])
def test_any_text_is_a_prompt(prompt: str) -> None:
    assert render(asked(prompt, seconds=0.2)).audio.any()


def test_a_scheduler_has_no_effect_and_a_script_is_told(caplog: pytest.LogCaptureFixture) -> None:
    first = render(asked(scheduler="Euler", seconds=0.3))
    assert np.array_equal(first.audio, render(asked(scheduler="LCM", seconds=0.3)).audio)
    riffdesk.render("piano", model="tiny-audio", seconds=0.3, seed=1, scheduler="Euler")
    assert "The scheduler has no effect: tiny-audio has its own." in caplog.text
    caplog.clear()
    riffdesk.render("piano", model="tiny-audio", seconds=0.3, seed=1)
    assert caplog.text == ""


def test_variations_tell_their_numbers_and_progress_over_all() -> None:
    steps: list[Step] = []
    render_variations(VariationsRequest(asked(seconds=0.3), (3, 8, 9)), steps.append)
    made = [step for step in steps if "step 2 of 2" in step.what]
    assert [step.what.partition(":")[0] for step in made] == ["Riff 1 of 3", "Riff 2 of 3", "Riff 3 of 3"]
    shares = [step.done / step.total for step in made]
    assert np.allclose(np.diff(shares), 1 / 3, atol=1e-3)
    assert all(step.partial is None for step in made)


def test_notes_are_a_picture_to_start_from() -> None:
    one = riffdesk.render("piano", model="tiny-audio", seconds=1.0, seed=1, chords="C | G")
    assert one.recipe.init == "guide"
    other = riffdesk.render("piano", model="tiny-audio", seconds=1.0, seed=1, chords="F# | Bb")
    assert not np.array_equal(one.audio, other.audio)


# Memory, and cancels


def network_called(name: str) -> Any:
    network: Any = loaded_model.generator_of(recipe())
    assert isinstance(network, generator.SoundGenerator)
    found: Any = network.sound_model
    for part in name.split("."):
        found = getattr(found, part)
    return found


@cache
def partly() -> RenderRequest:
    """Return a request that goes through every phase."""
    request = repaint(kept(1.0), 30, 60)
    assert request.mask is not None
    request.mask[:10] = 0
    return request


@cache
def made_partly() -> RenderResult:
    """Return its riff."""
    return render(partly())


@pytest.mark.parametrize("where", ["text_encoder", "duration_embedder", "transformer", "vae.encoder", "vae.decoder"])
@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("CUDA out of memory.")], ids=["system", "card"])
def test_too_little_memory_is_a_sentence_and_the_next_riff_is_as_ever(
    monkeypatch: pytest.MonkeyPatch, where: str, error: Exception
) -> None:
    expected = made_partly()

    def exhausted(*_: object, **__: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(network_called(where), "forward", exhausted)
        with pytest.raises(UserError, match="There is not enough memory for"):
            render(partly())
    assert same(render(partly()), expected)


@pytest.mark.parametrize("where", ["analyse", "resampled", "repainted"])
def test_too_little_memory_for_the_sound_is_a_sentence(monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    def exhausted(*_: object, **__: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(generator, where, exhausted)
        with pytest.raises(UserError, match="There is not enough memory for this riff"):
            render(partly())
    assert render(partly()).audio.any()


def test_too_little_memory_to_load_it_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded_model.unload()

    def exhausted(*_: object, **__: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(loading, "read_network", exhausted)
        with pytest.raises(UserError, match="There is not enough memory for tiny-audio"):
            render(asked())
    assert render(asked()).audio.any()


@pytest.mark.parametrize(
    "where",
    [
        "text_encoder.encoder.layers.0", "transformer.transformer_blocks.0", "vae.encoder.blocks.0.transformers.0",
        "vae.decoder.blocks.0.transformers.0",
    ],
)  # fmt: skip
def test_a_cancel_ends_every_phase_at_the_next_layer(where: str) -> None:
    expected, cancel = made_partly(), threading.Event()
    network, calls = network_called(where), []

    def first(*_: object) -> None:
        calls.append(where)
        cancel.set()

    handle = network.register_forward_hook(first)
    with pytest.raises(Cancelled):
        render(partly(), cancel=cancel)
    handle.remove()
    assert calls == [where]
    assert same(render(partly()), expected)


def test_a_cancel_is_read_while_the_ink_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    cancel = threading.Event()

    def cancelled(*arguments: Any, **options: Any) -> Any:
        cancel.set()
        return analyse(*arguments, **options)

    monkeypatch.setattr(generator, "analyse", cancelled)
    with pytest.raises(Cancelled):
        render(asked(seconds=3.0), cancel=cancel)


def test_no_hook_stays_on_the_networks() -> None:
    render(partly(), cancel=threading.Event())
    sound_model = network_called("transformer")
    assert all(not module._forward_pre_hooks for module in sound_model.modules())


def test_noise_levels_of_a_config_are_those_of_diffusers() -> None:
    scheduler = sampling.scheduler_of({"stochastic_sampling": True, "num_train_timesteps": 1}, 8)
    assert scheduler.sigmas[0] == 1
    assert scheduler.sigmas[-1] == 0
    assert torch.equal(scheduler.timesteps, scheduler.sigmas[:-1])


def test_parts_are_made_one_after_the_other() -> None:
    made = render_parts("piano and bass", model="tiny-audio", seconds=0.5, seed=1)
    assert list(made.parts) == ["bass", "melody"]
    assert all(part.audio.shape == (2, RATE // 2) and part.audio.any() for part in made.parts.values())
    assert not np.array_equal(made.parts["bass"].audio, made.parts["melody"].audio)
