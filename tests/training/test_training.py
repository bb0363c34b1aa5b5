"""The whole way on tiny networks: autoencoder, denoiser, a kill in between, export, and an image from a prompt."""

from __future__ import annotations

import copy
import csv
import json
import shutil
import threading
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from safetensors import safe_open

from riffdesk.compose.composition import compose
from riffdesk.compose.score import Score
from riffdesk.diffusion.starter.score_unet import CLEAN, SCORE_FEATURES, VARIED
from riffdesk.errors import UserError
from riffdesk.training.checkpoint import load_checkpoint, save_checkpoint
from riffdesk.training.config import TrainingConfig
from riffdesk.training.model_export import export_model
from riffdesk.training.networks.autoencoder import (
    as_tensor,
    fit_components,
    fit_latent_scale,
    held_out_psnr,
    load_images,
    new_autoencoder,
    train_autoencoder,
)
from riffdesk.training.networks.denoiser import Run, Trainer, noise_levels, train_denoiser
from riffdesk.training.networks.latents import Latents, score_of_clip
from riffdesk.training.networks.sampling import generate, load_components, new_scheduler
from tests.training.specs import spec, stripes, tiny_config, write_data

# Diffusers' schedulers take arrays of tensors in a way that numpy 2 warns of.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept:DeprecationWarning")


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> TrainingConfig:
    config = tiny_config(tmp_path_factory.mktemp("training"))
    write_data(config)
    train_autoencoder(config)
    return config


@pytest.fixture(scope="module")
def trained(config: TrainingConfig) -> TrainingConfig:
    train_denoiser(config)
    return config


@pytest.fixture(scope="module")
def model(trained: TrainingConfig) -> Path:
    target = trained.folder / "model"
    export_model(trained.folder / "denoiser", trained.folder / "autoencoder" / "vae", target)
    return target


def with_time_left(config: TrainingConfig) -> TrainingConfig:
    """Return a configuration in which some time is left to train, however long the steps so far took."""
    trained = load_checkpoint(config.folder / "denoiser" / "checkpoint.safetensors", {}, None)
    assert trained is not None
    return replace(config, denoiser=replace(config.denoiser, minutes=(trained["seconds"] + 0.05) / 60))


def test_more_components_give_a_truer_image_before_any_training(config: TrainingConfig) -> None:
    images = load_images(config, False, 8)
    psnr = []
    for channels in (2, 6, 12):
        model = new_autoencoder(replace(config.autoencoder, latent_channels=channels))
        fit_components(model, images)
        psnr.append(held_out_psnr(model, images, "cpu"))
    assert psnr[0] < psnr[1] < psnr[2]


def test_latents_have_unit_variance_and_measuring_it_changes_no_image(config: TrainingConfig) -> None:
    images = load_images(config, False, 8)
    model = new_autoencoder(config.autoencoder)
    fit_components(model, images)
    torch.nn.init.normal_(model.decoder[-2].weight, std=0.1)  # so that the decoder says something
    before = held_out_psnr(model, images, "cpu")
    model.analysis.weight.data *= 1.5
    model.synthesis.weight.data /= 1.5
    model.latent_scale *= 1.5
    fit_latent_scale(model, images, "cpu")
    assert held_out_psnr(model, images, "cpu") == pytest.approx(before, abs=0.3)
    latents = model.encode(as_tensor(images)).latent_dist.mode().detach()
    assert float(latents.var(dim=(0, 2, 3)).mean()) == pytest.approx(1, rel=0.1)


def test_training_leaves_progress_losses_and_sheets(trained: TrainingConfig) -> None:
    for stage, sheet in (("autoencoder", "reconstructions.png"), ("denoiser", "sheets/*.png")):
        assert list((trained.folder / stage).glob(sheet))
    with (trained.folder / "autoencoder" / "log.csv").open() as file:
        assert float(list(csv.DictReader(file))[-1]["psnr"]) > 10
    assert (trained.folder / "denoiser" / "held-out.csv").is_file()


def test_a_finished_run_goes_on_from_its_checkpoint(trained: TrainingConfig) -> None:
    def steps() -> int:
        with (trained.folder / "denoiser" / "held-out.csv").open() as file:
            return int(float(list(csv.DictReader(file))[-1]["steps"]))

    before = steps()
    train_denoiser(trained)
    assert steps() == before  # its time was over
    train_denoiser(with_time_left(trained))
    assert steps() > before


def test_a_checkpoint_brings_back_weights_and_momentum_and_a_damaged_one_counts_as_none(tmp_path: Path) -> None:
    def network() -> tuple[torch.nn.Linear, torch.optim.Optimizer]:
        linear = torch.nn.Linear(3, 2)
        return linear, torch.optim.AdamW(linear.parameters(), 0.1)

    first, optimizer = network()
    for _ in range(3):
        first(torch.ones(1, 3)).sum().backward()
        optimizer.step()
    path = tmp_path / "checkpoint.safetensors"
    save_checkpoint(path, {"net": first}, optimizer, {"steps": 3})
    second, other = network()
    assert load_checkpoint(path, {"net": second}, other) == {"steps": 3}
    for both in ((first, optimizer), (second, other)):
        both[1].zero_grad()
        both[0](torch.ones(1, 3)).sum().backward()
        both[1].step()
    assert torch.equal(first.weight, second.weight)
    assert load_checkpoint(path, {"net": torch.nn.Linear(4, 2)}, None) is None
    path.write_bytes(path.read_bytes()[:-5])
    assert load_checkpoint(path, {"net": second}, None) is None
    assert load_checkpoint(tmp_path / "none", {"net": second}, None) is None


def test_without_an_autoencoder_the_denoiser_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"riffdesk\.training autoencoder"):
        train_denoiser(tiny_config(tmp_path))
    with pytest.raises(UserError, match="unet"):
        export_model(tmp_path, tmp_path, tmp_path / "model")


def test_the_model_folder_is_fp16_safetensors_and_json(model: Path) -> None:
    files = [file for file in model.rglob("*") if file.is_file()]
    assert {file.suffix for file in files} == {".safetensors", ".json", ".txt"}
    index = json.loads((model / "model_index.json").read_text())
    assert {name for name, value in index.items() if isinstance(value, list) and value[0]} == {
        "scheduler",
        "text_encoder",
        "tokenizer",
        "unet",
        "vae",
    }
    assert index["unet"] == ["riffdesk.diffusion.starter.riff_unet", "RiffUNet"]
    said = json.loads((model / "riffdesk.json").read_text())
    assert said["suggestion"] == {"steps": 16, "guidance": 1.5}
    assert said["absences"]["drums"] == "no drums"
    unet = json.loads((model / "unet" / "config.json").read_text())
    assert unet["_name_or_path"] == ""
    from safetensors import safe_open

    with safe_open(model / "unet" / "diffusion_pytorch_model.safetensors", "pt") as weights:
        assert weights.get_slice(next(iter(weights.keys()))).get_dtype() == "F16"


def test_an_image_depends_on_prompt_and_seed_and_not_on_its_batch(model: Path) -> None:
    parts = load_components(model)
    three = generate(parts, ["piano", "piano", "rock drums"], seed=5, steps=2)
    assert three.shape == (3, 512, 512)
    assert not np.array_equal(three[0], three[1])
    alone = generate(parts, ["piano"], seed=6, steps=2)[0]
    assert np.abs(alone.astype(int) - three[1]).max() <= 1
    assert not np.array_equal(generate(parts, ["rock drums"], seed=6, steps=2)[0], alone)


def test_diffusers_own_pipeline_reads_the_folder(model: Path) -> None:
    from diffusers import StableDiffusionPipeline

    pipeline = StableDiffusionPipeline.from_pretrained(model, dtype=torch.float32)
    pipeline.set_progress_bar_config(disable=True)
    image = pipeline("piano", num_inference_steps=2, guidance_scale=3.0).images[0]
    assert image.size == (512, 512)
    assert type(pipeline.vae).__name__ == "PatchAutoencoder"


def test_thenoise_levels_end_strong_and_finite() -> None:
    levels = new_scheduler("EulerDiscreteScheduler")
    levels.set_timesteps(10)
    assert 50 < float(levels.sigmas.max()) < 200


def testnoise_levels_come_from_the_strong_end_and_the_middle_as_often_as_set(tmp_path: Path) -> None:
    settings = replace(tiny_config(tmp_path).denoiser, batch=100, strong_noise=0.2, middle_noise=0.4)
    levels = np.concatenate([noise_levels(settings, np.random.default_rng(n)) for n in range(20)])
    shares = [np.mean((low <= levels) & (levels < high)) for low, high in ((0, 100), (100, 600), (600, 1000))]
    assert np.allclose(shares, (0.04, 0.4 + 0.2, 0.2 + 0.16), atol=0.02)


def test_a_run_that_is_told_to_stop_keeps_its_last_step(
    config: TrainingConfig, model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = shutil.copytree(config.folder / "data", tmp_path / "data").parent
    config = replace(config, folder=own, denoiser=replace(config.denoiser, minutes=60))
    stop, step = threading.Event(), Trainer.__call__

    def told_to_stop(
        trainer: Trainer, data: Latents, share: float, steps: int, generator: np.random.Generator
    ) -> float:
        if steps == 2:
            stop.set()
        return step(trainer, data, share, steps, generator)

    monkeypatch.setattr(Trainer, "__call__", told_to_stop)
    train_denoiser(config, start_from=model, stop=stop)
    with safe_open(tmp_path / "denoiser" / "checkpoint.safetensors", "pt") as file:
        assert json.loads(file.metadata()["progress"])["steps"] == 3
    assert not (tmp_path / "denoiser" / "held-out.csv").exists()  # which takes minutes


def test_a_clip_that_no_words_tell_is_never_shown_without_its_score(tmp_path: Path) -> None:
    settings = replace(tiny_config(tmp_path).denoiser, empty_scores=1.0, crop=16)
    score = compose(spec(), 1, 4).to_json()
    labels = [spec().label() | {"score": score, "begin": 0.0, "score_only": only} for only in (True, False)]
    data = Latents(np.zeros((2, 6, 32, 32), np.float16), labels)
    run = SimpleNamespace(networks={"unet": None}, tokenizer=None, settings=settings, device="cpu", compiled=False)
    shown = Trainer(run, {}, None)._scores(data, np.array([0, 1]), 0, np.random.default_rng(0))
    assert shown[0].any()
    assert not shown[1].any()


def test_a_batch_that_threads_share_teaches_the_same_as_a_whole_one(model: Path) -> None:
    labels = [stripes(number)[1] for number in range(4)]
    values = np.random.default_rng(0).normal(size=(4, 6, 32, 32)).astype(np.float16)
    learned = []
    for shares in (1, 2):
        parts = load_components(model)
        settings = replace(tiny_config(model.parent).denoiser, shares=shares, batch=4)
        networks = {"unet": parts.unet.train(), "text_encoder": parts.text_encoder.requires_grad_(False)}
        run = Run(model.parent, settings, 0, parts.tokenizer, parts.vae, networks)
        averages = {f"{name} average": copy.deepcopy(network) for name, network in networks.items()}
        group = {"params": list(parts.unet.requires_grad_(True).parameters()), "full": 0.1}
        torch.manual_seed(3)
        Trainer(run, averages, torch.optim.SGD([group]))(Latents(values, labels), 0.5, 200, np.random.default_rng(3))
        learned.append(parts.unet.conv_in.weight.detach().clone())
    before = load_components(model).unet.conv_in.weight
    assert (learned[0] - before).abs().max() > 1e-5
    assert torch.allclose(learned[0], learned[1], atol=1e-6)


@pytest.fixture(scope="module")
def scored(trained: TrainingConfig, model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a model that was shown scores, begun from one that was not."""
    config = tiny_config(tmp_path_factory.mktemp("scored"))
    config = replace(config, denoiser=replace(config.denoiser, scores=True, bf16=True, crop=16))
    write_data(config)
    train_denoiser(config, start_from=model)
    with (config.folder / "denoiser" / "held-out.csv").open() as file:
        assert float(next(csv.DictReader(file))["loss_with_score"]) > 0
    target = config.folder / "model"
    export_model(config.folder / "denoiser", model / "vae", target)
    return target


def test_a_network_that_is_shown_scores_goes_on_from_one_that_is_not_and_from_its_own_checkpoint(scored: Path) -> None:
    index = json.loads((scored / "model_index.json").read_text())
    assert index["unet"] == ["riffdesk.diffusion.starter.score_unet", "ScoreUNet"]
    config = tiny_config(scored.parent)
    config = replace(config, denoiser=replace(config.denoiser, scores=True, bf16=True, crop=32))
    with (config.folder / "denoiser" / "held-out.csv").open() as file:
        before = len(list(csv.DictReader(file)))
    train_denoiser(with_time_left(config), start_from=scored)
    with (config.folder / "denoiser" / "held-out.csv").open() as file:
        steps = [float(row["steps"]) for row in csv.DictReader(file)]
    assert len(steps) > before
    assert steps[-1] > steps[-2]


def test_the_score_changes_the_image_and_without_one_the_model_plays_as_well(scored: Path) -> None:
    parts = load_components(scored)
    score = torch.stack([score_of_clip(compose(spec(playing=kind), 1, 4), 0.0, 32) for kind in ("melody", "chords")])
    parts.unet.conv_in.weight.data[:, -SCORE_FEATURES:] += 0.1
    prompts = ["piano", "piano"]
    images = generate(parts, prompts, seed=5, steps=2, scores=score)
    assert not np.array_equal(images[0], generate(parts, prompts, seed=5, steps=2, scores=score[[1, 0]])[0])
    none = generate(parts, prompts, seed=5, steps=2)
    assert np.array_equal(none, generate(parts, prompts, seed=5, steps=2, scores=torch.zeros_like(score)))
    guided = generate(parts, prompts, seed=5, steps=2, scores=score, guide_notes=True)
    assert not np.array_equal(guided, images)


def test_the_pictures_of_a_clip_are_those_of_its_score_from_its_second_on() -> None:
    label = stripes(3)[1]
    latents = Latents(np.zeros((1, 6, 32, 32), np.float16), [label])
    score = Score.of_json(label["score"])
    assert torch.equal(latents.score(0, 0, 32), score_of_clip(score, 0.5, 32))
    varied = Latents(latents.values, [label | {"clean": False}])
    assert torch.equal(varied.score(0, 0, 32), score_of_clip(score, 0.5, 32, clean=False))
    assert (varied.score(0, 0, 32)[0] == VARIED).all()
    assert (latents.score(0, 0, 32)[0] == CLEAN).all()
    assert torch.allclose(latents.score(0, 16, 16), latents.score(0, 0, 32)[..., 16:], atol=1e-4)
    assert not Latents(latents.values, [{"caption": "piano"}]).score(0, 0, 32).any()
