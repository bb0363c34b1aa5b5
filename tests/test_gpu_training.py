"""The training on a graphics card, with stand-ins on the processor."""

from __future__ import annotations

import argparse
import copy
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from riffdesk.diffusion.starter.score_unet import CLEAN, VARIED, ScoreUNet
from riffdesk.errors import UserError
from riffdesk.training.clips.clip_rendering import SAMPLES, image_of_audio, images_of
from riffdesk.training.config import load_config
from riffdesk.training.networks.sampling import load_components
from tests.diffusion.calls.test_recorded_calls import Recorder

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def gpu() -> Any:
    """Return the modules of packaging/gpu: of the training, of clip makers, of the store."""
    sys.path.insert(0, str(ROOT / "packaging" / "gpu"))
    try:
        import clip_makers
        import clip_store
        import gradients
        import train_gpu
    finally:
        sys.path.pop(0)
    return argparse.Namespace(makers=clip_makers, store=clip_store, train=train_gpu, gradients=gradients)


def some_clips(gpu: Any, count: int, seed: int = 0) -> Any:
    rng = np.random.default_rng(seed)
    sounds = (rng.standard_normal((count, SAMPLES)) * np.linspace(0, 0.3, SAMPLES)).astype(np.float32)
    return gpu.makers.Clips(
        False,
        sounds,
        rng.integers(0, 256, (count, *gpu.makers.PICTURES)).astype(np.uint8),
        rng.integers(0, 1000, (count, gpu.makers.CAPTIONS, 77)).astype(np.int16),
        np.arange(count) % 2 == 0,
        np.arange(count) % 2 == 0,
    )


@pytest.fixture(scope="module")
def starter() -> Any:
    return load_components(ROOT / "resources" / "models" / "starter")


@pytest.fixture(scope="module")
def parts(starter: Any) -> Any:
    """Return the starter with a network of its structure that has few channels."""
    torch.manual_seed(0)
    unet = ScoreUNet.from_config({**starter.unet.config, "block_out_channels": (16, 32, 32)})
    torch.nn.init.normal_(unet.conv_in.weight, std=0.02)  # so that the score matters
    return replace(starter, unet=unet.eval().to(memory_format=torch.channels_last))


@pytest.fixture(scope="module")
def store(gpu: Any, starter: Any) -> Any:
    """Return a store of four clips, of which each test has a copy."""
    store = gpu.store.ClipStore(4, starter.vae, "cpu")
    store.add(some_clips(gpu, 4))
    return store


def training_of(gpu: Any, parts: Any, folder: Path) -> Any:
    options = argparse.Namespace(output=folder, device="cpu", held_out=2, clips=4)
    settings = replace(load_config(gpu.train.SETTINGS).denoiser, batch=2, warmup_steps=1)
    return gpu.train.Training(options, settings, parts, None, gpu.train.Clock(60))


@pytest.fixture
def training(gpu: Any, parts: Any, store: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(gpu.gradients, "_TIMED", 1)
    result = training_of(gpu, parts, tmp_path)
    result.store = copy.deepcopy(store, {id(parts.vae): parts.vae})
    return result


def test_the_store_has_the_latents_of_the_images_and_the_scores(gpu: Any, parts: Any) -> None:
    store = gpu.store.ClipStore(3, parts.vae, "cpu")
    clips = some_clips(gpu, 2)
    store.add(clips)
    batch = store.in_order(0, 2)
    with torch.no_grad():
        images = np.stack([image_of_audio(sound) for sound in clips.sounds])
        wanted = parts.vae.encode(torch.from_numpy(images)[:, None] / 127.5 - 1).latent_dist.mode()
    assert (batch.latents - wanted).abs().max() < 0.02  # of half precision, and of values between two of a byte
    marks = torch.tensor([CLEAN, VARIED])
    assert torch.equal(batch.scores[:, 0], marks[:, None, None].expand(2, 32, 32))
    assert torch.allclose(batch.scores[:, 1:], torch.from_numpy(clips.pictures).float() / 255)
    assert torch.equal(batch.tokens, torch.from_numpy(clips.tokens[:, 0]).long())
    assert batch.score_only.tolist() == [True, False]
    store.add(some_clips(gpu, 2, seed=1))
    assert (len(store), store.made) == (3, 4)
    newest = torch.from_numpy(some_clips(gpu, 2, seed=1).pictures[1]).float() / 255
    assert torch.allclose(store.in_order(0, 1).scores[0, 1:], newest)


def test_a_step_changes_the_weights_and_their_averages(training: Any) -> None:
    before = [weight.clone() for weight in training.parameters], [weight.clone() for weight in training.averages]
    assert np.isfinite(training._step(0.1, 1).item())
    for weights, kept in zip((training.parameters, training.averages), before, strict=True):
        assert any(not torch.equal(weight, old) for weight, old in zip(weights, kept, strict=True))


def test_the_step_is_that_of_clipped_gradients(training: Any) -> None:
    """Fused AdamW itself divides gradients by the norm and leaves a step out; beside it torch clips them."""
    weights = [weight.detach().clone().requires_grad_(True) for weight in training.parameters]
    plain = torch.optim.AdamW(weights, lr=1e-3, betas=(0.9, 0.99), weight_decay=0.01)
    for step, size in enumerate((3.0, 0.001, torch.inf, 5.0)):
        for mine, other in zip(training.parameters, weights, strict=True):
            mine.grad = torch.full_like(mine, size)
            other.grad = torch.full_like(other, size)
        for group in training.optimizer.param_groups:
            group["lr"] = 1e-3
        training._move(step)
        if np.isfinite(size):
            torch.nn.utils.clip_grad_norm_(weights, 1.0)
            plain.step()
    for mine, other in zip(training.parameters, weights, strict=True):
        assert torch.allclose(mine, other, rtol=1e-4, atol=1e-6)
    assert training.failures.item() == 0


def test_the_quickest_way_leaves_gradients_as_they_were(training: Any) -> None:
    batch = training.store.random(2)
    said = list[str]()
    layout = training.gradients.choose(batch, [training.parts.unet], said.append)
    assert said[-1].startswith(f"Taken: {layout}")
    assert len(said) == 5
    assert not list(training.gradients.unclear())
    assert training.parameters[0].grad is not None


def test_what_is_recorded_is_the_same_step(gpu: Any, training: Any) -> None:
    """On a device that records on the processor."""
    batch, times = training.store.random(2), torch.tensor([100, 700])
    gradients, said = training.gradients, list[str]()

    def computed() -> list[torch.Tensor]:
        torch.manual_seed(3)
        loss = gradients(batch, times)
        return [loss, *(weight.grad.clone() for weight in training.parameters if weight.grad is not None)]

    gradients.computing = Recorder()
    layout = gradients.choose(batch, [training.parts.unet], said.append)
    assert [line.partition(":")[0].partition(", ")[2] for line in said[:6]] == [
        "not recorded, norms in single precision",
        "recorded, norms in single precision",
        "recorded, norms in half precision",
    ] * 2
    # The quickest layout is not always the same one, and half precision adds in another order in another.
    batch = batch.arranged(gpu.gradients.LAYOUTS[layout])
    gpu.gradients._set_norms(gradients.network, half=False)
    gradients.forget()
    plain = computed()
    gradients._recorded = gradients.computing.record(gradients._computed, gradients._inputs(batch, times))
    assert all(torch.allclose(one, other, atol=1e-5) for one, other in zip(plain, computed(), strict=True))
    gradients.forget()
    assert gradients._recorded is None


def test_a_step_without_a_gradient_changes_nothing_and_ends_in_an_error(gpu: Any, training: Any) -> None:
    training.precautions = [("less haste", lambda: taken.append("less haste")), ("more", lambda: taken.append("more"))]
    taken = list[str]()
    training.store._latents[:] = torch.nan
    before = [weight.clone() for weight in training.parameters]
    looks = [gpu.train._CHECKED_STEPS * number for number in range(9)]
    for step in looks[:-1]:
        training._step(0.1, step)
    with pytest.raises(UserError, match="gradient is no number"):
        training._step(0.1, looks[-1])
    assert taken == ["less haste", "more"]
    assert all(torch.equal(weight, old) for weight, old in zip(training.parameters, before, strict=True))


def test_the_weights_come_back_in_pieces_and_become_a_model_again(gpu: Any, starter: Any, tmp_path: Path) -> None:
    training = training_of(gpu, starter, tmp_path)
    training._save()
    pieces = sorted(tmp_path.glob("weights-*.safetensors"))
    assert [piece.stat().st_size < 16e6 for piece in pieces] == [True, True]
    (tmp_path / "model" / "unet").mkdir(parents=True)
    gpu.train.keep(tmp_path, tmp_path / "model")
    kept = load_file(tmp_path / "model" / gpu.train.WEIGHTS)
    weights = training.parts.unet.state_dict()
    assert kept.keys() == weights.keys()
    assert all(torch.equal(kept[key], weights[key].half()) for key in weights)


def test_losses_are_measured_on_held_out_clips(gpu: Any, training: Any, tmp_path: Path) -> None:
    training.held_out.add(some_clips(gpu, 2, seed=5))
    training._measure(7)
    header, line = (tmp_path / "held-out.csv").read_text().split()
    assert header == "steps,seconds,clips,loss,loss_with_score"
    assert line.startswith("7,")
    assert all(float(value) > 0 for value in line.split(",")[3:])


@pytest.mark.cuda
def test_recorded_gradients_are_those_of_a_step_that_is_not_recorded(gpu: Any) -> None:
    parts = load_components(ROOT / "resources" / "models" / "starter", "cuda")
    gradients = gpu.gradients.Gradients(parts.unet, parts.text_encoder, "cuda")
    store = gpu.store.ClipStore(4, parts.vae, "cuda")
    store.add(some_clips(gpu, 4))
    examples = [store.in_order(first, 2) for first in (0, 2)]
    times = torch.tensor([100, 700], device="cuda")

    def computed(batch: Any) -> list[torch.Tensor]:
        torch.manual_seed(3)
        loss = gradients(batch, times)
        return [loss, *(weight.grad.clone() for weight in parts.unet.parameters() if weight.grad is not None)]

    plain = [computed(batch) for batch in examples]
    gradients._recorded = gradients.computing.record(gradients._computed, gradients._inputs(examples[0], times))
    replayed = [computed(batch) for batch in examples]
    for wanted, values in zip(plain, replayed, strict=True):
        assert len(wanted) == len(values)
        for one, other in zip(wanted, values, strict=True):
            assert one.isfinite().all()
            assert (one - other).norm() <= 0.05 * one.norm() + 1e-6  # sums on a card are of no certain order


@pytest.mark.cuda
def test_images_of_clips_are_the_same_on_a_card(gpu: Any) -> None:
    sounds = torch.from_numpy(some_clips(gpu, 2).sounds)
    here, there = images_of(sounds).int(), images_of(sounds.cuda()).cpu().int()
    assert (here - there).abs().max() <= 1


def test_norms_in_half_precision_change_the_gradients_by_rounding_only(gpu: Any, training: Any) -> None:
    gradients = training.gradients
    batch, times = training.store.in_order(0, 4), torch.tensor([100, 300, 500, 900])
    inputs = gradients._inputs(batch, times)
    loss = gradients._computed(*inputs)
    exact = [parameter.grad.clone() for parameter in training.parameters]
    gpu.gradients._set_norms(gradients.network, half=True)
    half_loss = gradients._computed(*inputs)
    assert half_loss.item() != loss.item()
    assert half_loss.item() == pytest.approx(loss.item(), rel=0.01)
    for one, other in zip(exact, training.parameters, strict=True):
        assert (one - other.grad).norm() < 0.1 * exact[0].norm() + 0.1 * one.norm()
    gpu.gradients._set_norms(gradients.network, half=False)
    assert gradients._computed(*inputs).item() == loss.item()
