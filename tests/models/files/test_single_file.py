"""One file of weights, with configs that are shipped; and LoRAs on top of a model."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from riffdesk import paths
from riffdesk.diffusion.conditioning import Conditioning, PromptPoint
from riffdesk.diffusion.denoising import render_strips
from riffdesk.diffusion.loading import load_model
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.schedulers import SCHEDULERS, new_scheduler
from riffdesk.diffusion.strip import Strip
from riffdesk.errors import UserError
from riffdesk.models import layout
from riffdesk.models.files.single_file import _dotted_name
from riffdesk.models.files.weights import kind_of
from riffdesk.models.layout import single_file_layout
from riffdesk.models.model_entry import ModelEntry
from tests.diffusion.test_loading import Trap
from tests.diffusion.tiny import tiny_entry, tiny_folder, tiny_model
from tests.models.checkpoints import SINGLE, Weights, checkpoint_weights, write_checkpoint, write_lora


@pytest.fixture
def tiny_configs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a single file read with the configs of a tiny model instead of Stable Diffusion's."""
    resources = tmp_path / "resources"
    configs = resources / "models" / "sd1-configs"
    shutil.copytree(tiny_folder(SINGLE), configs, ignore=shutil.ignore_patterns("*.safetensors"))
    shutil.copy(single_file_layout().folder / "model_index.json", configs)
    monkeypatch.setattr(layout.paths, "resources_dir", lambda: resources)


def load(path: Path, **options: Any) -> Model:
    return load_model(ModelEntry(path.stem, path, "file", "added"), **options)


def differing(one: Model, other: Model) -> list[str]:
    """Return the names of weights that are not the same in two models."""
    names = []
    for part in ("text_encoder", "unet", "vae"):
        ours, theirs = getattr(one, part).state_dict(), getattr(other, part).state_dict()
        assert ours.keys() == theirs.keys()
        names += [name for name in ours if not torch.equal(ours[name], theirs[name])]
    return names


@pytest.mark.usefixtures("tiny_configs")
@pytest.mark.parametrize("suffix", [".safetensors", ".ckpt"])
def test_a_single_file_is_the_model_it_was_made_of(tmp_path: Path, suffix: str) -> None:
    model = load(write_checkpoint(tmp_path / f"one{suffix}"))
    assert differing(model, tiny_model(SINGLE)) == []
    assert model.tokenizer("slow jazz").input_ids == tiny_model(SINGLE).tokenizer("slow jazz").input_ids
    assert model.scheduler_config["beta_end"] == 0.012


def test_the_shipped_configs_are_those_of_stable_diffusion() -> None:
    configs = single_file_layout()
    assert configs.unet["block_out_channels"] == [320, 640, 1280, 1280]
    assert (configs.unet["cross_attention_dim"], configs.text_encoder["num_hidden_layers"]) == (768, 12)
    assert (configs.vae["latent_channels"], configs.columns, configs.params.bands) == (4, 512, 512)
    assert not list(configs.folder.rglob("*.safetensors"))


def test_the_shipped_vocabulary_numbers_words_as_clip_does() -> None:
    from transformers import CLIPTokenizer

    tokenizer = CLIPTokenizer.from_pretrained(paths.resources_dir() / "models" / "sd1-configs" / "tokenizer")
    assert len(tokenizer) == 49_408
    # As published in many an example: start, a, photo, of, a, cat, end.
    assert tokenizer("a photo of a cat").input_ids == [49406, 320, 1125, 539, 320, 2368, 49407]


def renamed(weights: Weights, old: str, new: str) -> Weights:
    return {name.replace(old, new): value for name, value in weights.items()}


def as_mean(weights: Weights) -> Weights:
    """Return a checkpoint whose network is there as its moving average alone."""
    network = {name for name in weights if name.startswith("model.diffusion_model.")}
    mean = {"model_ema." + name.removeprefix("model.").replace(".", ""): weights[name] for name in network}
    rest = {name: value for name, value in weights.items() if name not in network}
    return rest | mean | {"model_ema.decay": torch.tensor(0.999), "model_ema.num_updates": torch.tensor(5)}


TEXT = "cond_stage_model.transformer."
POSITIONS = "embeddings.position_ids"
AS_FOUND: dict[str, Callable[[Weights], Weights]] = {
    "older names of the text encoder": lambda one: renamed(one, f"{TEXT}text_model.", TEXT),
    "positions": lambda one: one | {f"{TEXT}text_model.{POSITIONS}": torch.arange(77).reshape(1, 77)},
    "older names and rounded positions": lambda one: (
        renamed(one, f"{TEXT}text_model.", TEXT) | {f"{TEXT}{POSITIONS}": torch.arange(77.0)[None] - 0.4}
    ),
    "moving average alone": as_mean,
    "moving average as well": lambda one: (
        one | {name: value + 1 for name, value in as_mean(one).items() if name.startswith("model_ema.diffusion")}
    ),
    "training buffers": lambda one: one | {"betas": torch.rand(1000), "logvar": torch.rand(1000)},
}


@pytest.mark.usefixtures("tiny_configs")
@pytest.mark.parametrize(
    ("how", "suffix"),
    [
        *((how, suffix) for how in AS_FOUND for suffix in (".safetensors", ".ckpt")),
        ("training buffers", ".SAFETENSORS"),
        ("training buffers", ".pt"),
    ],
)
def test_checkpoints_of_every_age_are_the_same_model(tmp_path: Path, how: str, suffix: str) -> None:
    path = tmp_path / f"one{suffix}"
    weights = {name: value.clone() for name, value in AS_FOUND[how](checkpoint_weights()).items()}
    if suffix.lower() == ".safetensors":
        save_file(weights, path)
    else:
        torch.save({"state_dict": weights}, path)
    assert kind_of(path) == "file"
    assert differing(load(path), tiny_model(SINGLE)) == []


@pytest.mark.usefixtures("tiny_configs")
@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
@pytest.mark.parametrize("suffix", [".safetensors", ".ckpt"])
def test_half_precision_becomes_full(tmp_path: Path, dtype: torch.dtype, suffix: str) -> None:
    halved = {name: value.to(dtype) for name, value in checkpoint_weights().items()}
    model = load(write_checkpoint(tmp_path / f"one{suffix}", halved))
    for part in ("text_encoder", "unet", "vae"):
        ours, theirs = getattr(model, part).state_dict(), getattr(tiny_model(SINGLE), part).state_dict()
        assert all(torch.equal(ours[name], theirs[name].to(dtype).float()) for name in theirs)


@pytest.mark.usefixtures("tiny_configs")
def test_what_a_file_is_does_not_follow_from_its_name(tmp_path: Path) -> None:
    write_checkpoint(tmp_path / "a.ckpt").rename(tmp_path / "one.safetensors")
    write_checkpoint(tmp_path / "b.safetensors").rename(tmp_path / "two.ckpt")
    for name in ("one.safetensors", "two.ckpt"):
        assert differing(load(tmp_path / name), tiny_model(SINGLE)) == []


def test_the_names_of_a_moving_average_get_their_points_back() -> None:
    from diffusers.loaders.single_file_utils import DIFFUSERS_TO_LDM_MAPPING

    names = [name.removeprefix("model.diffusion_model.") for name in checkpoint_weights() if "diffusion_model" in name]
    names += [one for one in DIFFUSERS_TO_LDM_MAPPING["unet"]["layers"].values() if "label_emb" not in one]
    names += ["input_blocks.11.1.transformer_blocks.0.attn1.to_q.weight", "output_blocks.10.0.in_layers.2.bias"]
    names += ["input_blocks.0.0.weight", "output_blocks.2.1.conv.weight", "input_blocks.3.0.op.bias", "out.0.weight"]
    names += ["middle_block.1.transformer_blocks.0.ff.net.0.proj.weight", "middle_block.1.norm.weight"]
    for name in names:
        assert _dotted_name(name.replace(".", "")) == name


# What the network predicts


@pytest.mark.usefixtures("tiny_configs")
@pytest.mark.parametrize(
    ("key", "metadata", "beside", "prediction", "zero"),
    [
        (None, {}, None, "epsilon", False),
        ("v_pred", {}, None, "v_prediction", False),
        ("ztsnr", {}, None, "epsilon", True),
        (None, {"modelspec.prediction_type": "v"}, None, "v_prediction", False),
        (None, {"modelspec.prediction_type": "epsilon"}, None, "epsilon", False),
        (None, {"prediction_type": "v_prediction", "ztsnr": "True"}, None, "v_prediction", True),
        (None, {"ss_v_parameterization": "True", "ss_zero_terminal_snr": "True"}, None, "v_prediction", True),
        (None, {}, 'model:\n  params:\n    parameterization: "v"\n', "v_prediction", False),
        (None, {}, "model:\n  params:\n    parameterization: v\n    zero_terminal_snr: true\n", "v_prediction", True),
        (None, {}, "model:\n  params:\n    parameterization: eps\n", "epsilon", False),
        (None, {}, "model: [1, 2", "epsilon", False),
        (None, {}, "[" * 10_000, "epsilon", False),
        (None, {}, "- a\n- b\n", "epsilon", False),
        (None, {}, "model: &a\n  params: *a\n", "epsilon", False),
    ],
)
def test_what_a_checkpoint_predicts_is_read_from_wherever_it_is_said(
    tmp_path: Path, key: str | None, metadata: dict[str, str], beside: str | None, prediction: str, zero: bool
) -> None:
    weights = checkpoint_weights() | ({key: torch.tensor([])} if key else {})
    save_file(weights, tmp_path / "one.safetensors", metadata)
    if beside:
        (tmp_path / "one.yaml").write_text(beside)
    config = load(tmp_path / "one.safetensors").scheduler_config
    assert config.get("prediction_type", "epsilon") == prediction
    assert config.get("rescale_betas_zero_snr", False) == zero
    scheduler = new_scheduler(config, "DDIM", 10)
    assert scheduler.config.prediction_type == prediction
    assert (float(scheduler.alphas_cumprod[-1]) < 1e-9) == zero
    assert (int(scheduler.timesteps[0]) == 999) == zero


@pytest.mark.usefixtures("tiny_configs")
def test_a_pickle_says_it_by_a_key_or_the_yaml_too(tmp_path: Path) -> None:
    write_checkpoint(tmp_path / "one.ckpt")
    assert load(tmp_path / "one.ckpt").scheduler_config["prediction_type"] == "epsilon"
    (tmp_path / "one.yaml").write_text("model:\n  params:\n    parameterization: v\n")
    assert load(tmp_path / "one.ckpt").scheduler_config["prediction_type"] == "v_prediction"
    write_checkpoint(tmp_path / "two.ckpt", checkpoint_weights() | {"v_pred": torch.tensor([])})
    assert load(tmp_path / "two.ckpt").scheduler_config["prediction_type"] == "v_prediction"


@pytest.mark.usefixtures("tiny_configs")
@pytest.mark.parametrize("scheduler", SCHEDULERS)
def test_every_scheduler_plays_velocity_down_to_no_signal(tmp_path: Path, scheduler: str) -> None:
    weights = checkpoint_weights() | {"v_pred": torch.tensor([]), "ztsnr": torch.tensor([])}
    model = load(write_checkpoint(tmp_path / "one.safetensors", weights))
    asked = Conditioning(PromptPoint("jazz"), PromptPoint("jazz"))
    (ink,) = render_strips(model, [Strip((asked,) * 32)], steps=4, scheduler=scheduler, preview=True)
    assert np.isfinite(ink).all()
    assert ink.std() > 0


def change(name: str, shape: tuple[int, ...]) -> Callable[[Weights], None]:
    def how(weights: Weights) -> None:
        weights[name] = torch.zeros(shape)

    return how


def drop(prefix: str) -> Callable[[Weights], None]:
    def how(weights: Weights) -> None:
        for name in [name for name in weights if name.startswith(prefix)]:
            del weights[name]

    return how


@pytest.mark.usefixtures("tiny_configs")
@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        (change("conditioner.embedders.1.model.ln_final.weight", (1280,)), "is a Stable Diffusion XL model"),
        (
            change("model.diffusion_model.input_blocks.0.0.weight", (8, 9, 3, 3)),
            "inpainting model, with 9 input channels",
        ),
        (change("model.diffusion_model.input_blocks.0.0.weight", (8, 5, 3, 3)), "a model of another kind"),
        (
            change("model.diffusion_model.input_blocks.3.1.transformer_blocks.0.attn2.to_k.weight", (16, 1024)),
            "a model of another kind",
        ),
        (change("cond_stage_model.model.ln_final.weight", (1024,)), "is a Stable Diffusion 2 model"),
        (drop("first_stage_model."), "it has no vae"),
        (drop("cond_stage_model."), "it has no text_encoder"),
        (drop("model.diffusion_model."), "it has no unet"),
        (drop("model.diffusion_model.out.2."), "some of its weights are missing"),
        (drop("first_stage_model.decoder.conv_in."), "some of its weights are missing"),
        (drop("cond_stage_model.transformer.text_model.final_layer_norm."), "some of its weights are missing"),
    ],
)
@pytest.mark.parametrize("suffix", [".safetensors", ".ckpt"])
def test_a_single_file_of_another_kind_is_refused(
    tmp_path: Path, how: Callable[[Weights], None], sentence: str, suffix: str
) -> None:
    weights = checkpoint_weights()
    how(weights)
    with pytest.raises(UserError, match=sentence) as refused:
        load(write_checkpoint(tmp_path / f"one{suffix}", weights))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"not a safetensors file at all", None])
@pytest.mark.parametrize("suffix", [".safetensors", ".ckpt"])
def test_a_damaged_single_file_is_refused(tmp_path: Path, content: bytes | None, suffix: str) -> None:
    path = tmp_path / f"one{suffix}"
    if content is None:
        content = write_checkpoint(path).read_bytes()[:-100]
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"is damaged|was refused"):
        load(path)
    path.unlink()
    with pytest.raises(UserError, match="no longer exists"):
        load(path)


def test_a_ckpt_that_holds_more_than_numbers_is_refused_and_not_run(tmp_path: Path) -> None:
    trap = Trap(tmp_path / "sprung")
    path = tmp_path / "one.ckpt"
    torch.save({"state_dict": checkpoint_weights(), "callback": trap}, path)
    with pytest.raises(UserError, match=r"was refused: beside numbers it holds .*open.*Look for a \.safetensors"):
        load(path)
    assert not trap.path.exists()


def test_what_a_single_file_is_stands_in_its_header(tmp_path: Path) -> None:
    assert kind_of(write_checkpoint(tmp_path / "model.safetensors")) == "file"
    assert kind_of(write_lora(tmp_path / "lora.safetensors")) == "lora"
    assert kind_of(write_lora(tmp_path / "kohya.safetensors", kohya=True)) == "lora"
    with pytest.raises(UserError, match=r"neither a Stable Diffusion 1.x model nor a LoRA"):
        kind_of(write_checkpoint(tmp_path / "other.safetensors", {"weight": torch.ones(2)}))
    (tmp_path / "notes.txt").touch()
    with pytest.raises(UserError, match="is no model: it must be"):
        kind_of(tmp_path / "notes.txt")


@pytest.mark.parametrize("kohya", [False, True])
def test_a_lora_changes_what_it_was_trained_for_by_its_weight(tmp_path: Path, kohya: bool) -> None:
    path = write_lora(tmp_path / "funk.safetensors", kohya=kohya)
    plain = tiny_model(SINGLE).unet.state_dict()
    added = load_model(tiny_entry(SINGLE), loras=[(path, 1.0)]).unet.state_dict()
    half = load_model(tiny_entry(SINGLE), loras=[(path, 0.5)]).unet.state_dict()
    assert plain.keys() == added.keys()
    changed = [name for name in plain if not torch.equal(plain[name], added[name])]
    stem = "down_blocks.1.attentions.0.transformer_blocks.0"
    assert sorted(changed) == [f"{stem}.attn1.to_q.weight", f"{stem}.attn2.to_v.weight"]
    from safetensors.torch import load_file

    factors = list(load_file(path).items())
    down = next(value for name, value in factors if "attn1" in name and ("lora_A" in name or "lora_down" in name))
    up = next(value for name, value in factors if "attn1" in name and ("lora_B" in name or "lora_up" in name))
    name = f"{stem}.attn1.to_q.weight"
    assert torch.allclose(added[name] - plain[name], up @ down, atol=1e-5)
    assert torch.allclose(half[name] - plain[name], 0.5 * up @ down, atol=1e-5)


def test_loras_add_up_and_a_weight_of_zero_adds_nothing(tmp_path: Path) -> None:
    path = write_lora(tmp_path / "funk.safetensors")
    assert differing(load_model(tiny_entry(SINGLE), loras=[(path, 0.0)]), tiny_model(SINGLE)) == []
    twice = load_model(tiny_entry(SINGLE), loras=[(path, 0.5), (path, 0.5)])
    once = load_model(tiny_entry(SINGLE), loras=[(path, 1.0)])
    for one, other in zip(twice.unet.state_dict().values(), once.unet.state_dict().values(), strict=True):
        assert torch.allclose(one, other, atol=1e-5)


def test_a_lora_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    def refused(path: Path, sentence: str, weight: float = 1.0) -> None:
        with pytest.raises(UserError, match=sentence):
            load_model(tiny_entry(SINGLE), loras=[(path, weight)])

    refused(write_lora(tmp_path / "wide.safetensors", width=768), "does not match this model")
    refused(write_checkpoint(tmp_path / "no.safetensors", {"weight": torch.ones(2)}), "does not match this model")
    refused(tmp_path / "gone.safetensors", "no longer exists")
    refused(write_lora(tmp_path / "good.safetensors"), "weight of nan .* makes no sense", float("nan"))
    xl = {"lora_te2_text_model_encoder_layers_0.lora_down.weight": torch.ones(2, 2)}
    refused(write_checkpoint(tmp_path / "xl.safetensors", xl), "made for a Stable Diffusion XL model")
    cut = tmp_path / "cut.safetensors"
    cut.write_bytes((tmp_path / "good.safetensors").read_bytes()[:-10])
    refused(cut, "is damaged")


def test_a_lora_alone_is_no_model(tmp_path: Path) -> None:
    path = write_lora(tmp_path / "funk.safetensors")
    with pytest.raises(UserError, match="is a LoRA: it changes another model"):
        load_model(ModelEntry("funk", path, "lora", "added"))
