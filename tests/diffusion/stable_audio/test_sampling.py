"""Stable Audio 3's networks and sampler compute what diffusers' own pipelines compute."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers import StableAudio3AudioToAudioPipeline, StableAudio3InpaintPipeline
from diffusers.schedulers import scheduling_flow_match_euler_discrete
from torch import Tensor

from riffdesk.diffusion.noise import seed_noise, step_noise
from riffdesk.diffusion.stable_audio import sound_model
from riffdesk.diffusion.stable_audio.loading import load_sound_model
from riffdesk.diffusion.stable_audio.sampling import NOISE_BLOCK, Task, sample
from riffdesk.diffusion.stable_audio.sound_model import SoundModel
from riffdesk.errors import Cancelled, UserError
from riffdesk.models.model_entry import ModelEntry
from tests.models.stable_audio import LATENTS, PER_LATENT, RATE, pipeline, tiny_stable_audio
from tests.simulated_cards import simulated

COUNT, SECONDS = 130, 3.0
TASK = Task("slow piano", "", seed=5, seconds=SECONDS, latents=COUNT, steps=2, guidance=1.0)


@cache
def loaded(*, tuned: bool = True) -> SoundModel:
    return load_sound_model(ModelEntry("tiny-audio", tiny_stable_audio(tuned=tuned), "folder", "added"))


@cache
def theirs(*, tuned: bool = True) -> Any:
    made = pipeline(tuned=tuned)
    made.set_progress_bar_config(disable=True)
    return made


def noise(seed: int = 5) -> Tensor:
    return seed_noise([seed] * COUNT, 0, LATENTS, 1, NOISE_BLOCK)[:, 0][None]


@pytest.fixture(autouse=True)
def same_noise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have diffusers' scheduler add riffdesk's noise."""
    drawn = iter(range(1000))

    def of_step(*_: object, **__: object) -> Tensor:
        return step_noise(5, next(drawn), COUNT, LATENTS, 1, NOISE_BLOCK)[:, 0][None]

    monkeypatch.setattr(scheduling_flow_match_euler_discrete, "randn_tensor", of_step)


def sound(seconds: float = SECONDS) -> Tensor:
    times = torch.arange(int(seconds * RATE)) / RATE
    return torch.stack([0.3 * torch.sin(440 * times), 0.2 * torch.sin(990 * times)])


def error(one: Tensor, other: Tensor) -> float:
    """Return the RMS of the difference between latents, over that of the second."""
    return float((one - other).std() / other.std())


@torch.no_grad()
def call(one: Any, **options: Any) -> Tensor:
    given = {"prompt": "slow piano", "duration": SECONDS, "num_inference_steps": 2, "latents": noise()}
    latents: Tensor = one(**given | options, output_type="latent").audios
    return latents


def test_text_to_sound_is_that_of_diffusers() -> None:
    assert error(sample(loaded(), TASK), call(theirs())) < 1e-4


def test_a_base_model_takes_euler_steps_with_guidance_and_a_negative_prompt() -> None:
    ours = sample(loaded(tuned=False), replace(TASK, guidance=3.0, negative="drums"))
    other = call(theirs(tuned=False), guidance_scale=3.0, negative_prompt="drums")
    assert error(ours, other) < 1e-4
    assert error(ours, sample(loaded(tuned=False), replace(TASK, guidance=3.0))) > 0.01


def test_sound_to_sound_is_that_of_diffusers() -> None:
    model = loaded()
    other = StableAudio3AudioToAudioPipeline(**theirs().components)
    other.set_progress_bar_config(disable=True)
    ours = sample(model, replace(TASK, denoising=0.6), init=model.encode(sound()))
    assert error(ours, call(other, audio=sound()[None], init_noise_level=0.6)) < 1e-4


def test_repainting_in_time_is_that_of_diffusers() -> None:
    model = loaded()
    other = StableAudio3InpaintPipeline(**theirs().components)
    other.set_progress_bar_config(disable=True)
    kept = torch.ones(COUNT, dtype=torch.bool)
    kept[40:90] = False
    ours = sample(model, TASK, init=model.encode(sound()), kept=kept)
    assert error(ours, call(other, audio=sound()[None], mask=kept.float()[None, None])) < 1e-4
    assert error(ours, sample(model, TASK)) > 0.01


def test_sound_in_parts_is_that_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    model = loaded()
    latents = model.encode(sound(5.0))
    with torch.no_grad():
        whole = model.vae.encode(torch.nn.functional.pad(sound(5.0), (0, -(5 * RATE) % PER_LATENT))[None]).latents
        assert torch.allclose(latents, whole, atol=1e-5)
        assert torch.allclose(model.decode(latents), model.vae.decode(latents).sample[0], atol=1e-5)
    monkeypatch.setattr(sound_model, "_LATENTS_AT_ONCE", 7)
    assert torch.allclose(model.encode(sound(5.0)), latents, atol=1e-5)


def test_a_longer_riff_begins_with_the_same_noise() -> None:
    longer = seed_noise([5] * 300, 0, LATENTS, 1, NOISE_BLOCK)
    assert torch.equal(longer[:, 0, :COUNT], noise()[0])
    assert torch.equal(
        step_noise(5, 3, 300, LATENTS, 1, NOISE_BLOCK)[..., :COUNT], step_noise(5, 3, COUNT, LATENTS, 1, NOISE_BLOCK)
    )
    assert not torch.equal(noise(5), noise(6))


def test_a_cancel_is_read_within_a_step_and_within_the_decoder() -> None:
    model, cancel = loaded(), threading.Event()
    calls: list[int] = []

    def second(*_: object) -> None:
        calls.append(1)
        if len(calls) == 1:
            cancel.set()

    for network, work in (
        (model.transformer.transformer_blocks[0], lambda: sample(model, TASK, cancel=cancel)),
        (model.vae.decoder.blocks[0].transformers[0], lambda: model.decode(noise(), cancel)),
    ):
        handle = network.register_forward_hook(second)
        with pytest.raises(Cancelled):
            work()
        handle.remove()
        assert len(calls) == 1
        calls.clear()
        cancel.clear()
    assert model.decode(noise()).shape == (2, COUNT * PER_LATENT)


def test_a_prompt_that_is_too_long_is_refused_and_not_cut() -> None:
    with pytest.raises(UserError, match=r"The prompt has \d+ tokens, and tiny-audio takes 64 at most"):
        loaded().condition("piano " * 30)


def test_too_little_memory_halves_the_batch_and_then_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    model = load_sound_model(ModelEntry("tiny-audio", tiny_stable_audio(tuned=False), "folder", "added"))
    task = replace(TASK, guidance=3.0, negative="drums")
    expected = sample(model, task)
    forward = model.transformer.forward
    most = 1

    def limited(latents: Tensor, *values: Any, **options: Any) -> Any:
        if len(latents) > most:
            raise RuntimeError("CUDA out of memory")
        return forward(latents, *values, **options)

    monkeypatch.setattr(model.transformer, "forward", limited)
    assert error(sample(model, task), expected) < 1e-4
    assert model.rows == 1
    most = 0
    with pytest.raises(UserError, match="There is not enough memory for a riff with this model"):
        sample(model, task)


def test_weights_that_are_no_numbers_are_reported(tmp_path: Path) -> None:
    model = load_sound_model(ModelEntry("tiny-audio", tiny_stable_audio(), "folder", "added"))
    with torch.no_grad():
        model.transformer.proj_out.weight.fill_(torch.nan)
    with pytest.raises(UserError, match="tiny-audio computed invalid numbers"):
        model.decode(sample(model, TASK))


def test_a_card_computes_in_half_precision_with_noise_of_the_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    with simulated(monkeypatch, "cuda") as card:
        model = load_sound_model(ModelEntry("tiny-audio", tiny_stable_audio(), "folder", "added"), device="cuda")
        assert model.dtype == torch.float16
        assert model.transformer.dtype == torch.float16
        latents = sample(model, replace(TASK, steps=1))
        decoded = model.decode(latents)
    assert torch.float16 in card.dtypes
    assert error(latents, sample(loaded(), replace(TASK, steps=1))) < 0.02
    assert decoded.dtype == torch.float32
