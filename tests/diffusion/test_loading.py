"""Model folders: what loads, on which terms, and the sentence for each one that does not."""

from __future__ import annotations

import json
import pickle
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from riffdesk.devices import chosen
from riffdesk.diffusion.calls import memory
from riffdesk.diffusion.loading import load_model
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.starter.patch_autoencoder import PATCH
from riffdesk.diffusion.starter.score_unet import SCORE_WIDTH
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import Cancelled, UserError
from riffdesk.models.layout import SCORE_FACTOR, read_layout
from riffdesk.models.model_entry import ModelEntry
from riffdesk.models.registry import describe, find_model
from riffdesk.models.suggestion import Suggestion
from riffdesk.progress import Step
from tests.diffusion.tiny import Tiny, tiny_entry, tiny_folder, tiny_model

Change = Callable[[Path], object]


def entry(folder: Path) -> ModelEntry:
    return ModelEntry("changed", folder, "folder", "added")


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., ModelEntry]:
    """Return a function that copies a tiny model, changes it, and returns its entry."""

    def change(how: Change, tiny: Tiny | None = None) -> ModelEntry:
        folder = tmp_path / "model"
        shutil.copytree(tiny_folder(tiny or Tiny()), folder)
        how(folder)
        return entry(folder)

    return change


def edit(name: str, **values: Any) -> Change:
    def change(folder: Path) -> None:
        path = folder / name
        path.write_text(json.dumps(json.loads(path.read_text()) | values))

    return change


def cut(name: str) -> Change:
    return lambda folder: (folder / name).write_bytes((folder / name).read_bytes()[:-40])


def outputs(model: Model) -> list[torch.Tensor]:
    """Return what each network makes of the same input."""
    ids = model.tokenizer("slow jazz drums", padding="max_length", return_tensors="pt").input_ids
    text = model.text_encoder(ids).last_hidden_state
    height, width = model.latent_size
    latents = torch.randn(1, model.channels, height, width, generator=torch.Generator().manual_seed(1))
    return [text, model.predict(latents, 300, text), model.decode(latents)]


# What loads


def test_a_folder_becomes_networks_that_compute_in_full_precision_on_the_processor() -> None:
    model = tiny_model()
    assert (model.factor, model.channels, model.latent_size, model.columns) == (8, 4, (64, 64), 512)
    assert model.params == SpectrogramParams()
    assert model.suggestion == Suggestion(30, 7.0)
    assert model.scheduler_config["_class_name"] == "PNDMScheduler"
    for network in (model.text_encoder, model.unet, model.vae):
        assert not network.training
        assert {weight.dtype for weight in network.parameters()} == {torch.float32}
        assert not any(weight.requires_grad for weight in network.parameters())


@pytest.mark.parametrize(
    ("tiny", "factor", "channels", "bands", "columns"),
    [
        (Tiny(vae="patch", latent_channels=8, latent_height=16, latent_width=16), 16, 8, 256, 256),
        (Tiny(halvings=2, latent_channels=6, latent_height=32, latent_width=48), 4, 6, 128, 192),
        (Tiny(stereo=True), 8, 4, 512, 512),
    ],
)
def test_sizes_are_read_from_the_configs(tiny: Tiny, factor: int, channels: int, bands: int, columns: int) -> None:
    model = tiny_model(tiny)
    assert (model.factor, model.channels, model.params.bands, model.columns) == (factor, channels, bands, columns)
    assert model.params.stereo == tiny.stereo
    assert outputs(model)[2].shape == (1, 3, bands, columns)


def test_pickled_weights_are_the_same_numbers() -> None:
    for one, other in zip(outputs(tiny_model()), outputs(tiny_model(Tiny(weights="bin"))), strict=True):
        assert torch.equal(one, other)


def test_half_precision_weights_are_found_by_their_names(changed: Callable[..., ModelEntry]) -> None:
    def halve(folder: Path) -> None:
        for path in folder.rglob("*.safetensors"):
            save_file({name: value.half() for name, value in load_file(path).items()}, path, {"format": "pt"})
            path.rename(path.with_name(f"{path.stem}.fp16.safetensors"))

    model = load_model(changed(halve))
    assert model.dtype == torch.float32
    for one, other in zip(outputs(tiny_model()), outputs(model), strict=True):
        assert torch.allclose(one, other, atol=0.05)


def test_weights_in_several_files_are_read_by_their_index(changed: Callable[..., ModelEntry]) -> None:
    def split(folder: Path) -> None:
        from diffusers import UNet2DConditionModel

        unet = UNet2DConditionModel.from_pretrained(folder / "unet")
        shutil.rmtree(folder / "unet")
        unet.save_pretrained(folder / "unet", max_shard_size="100KB")
        assert len(list((folder / "unet").glob("*.safetensors"))) > 1

    assert torch.equal(outputs(load_model(changed(split)))[1], outputs(tiny_model())[1])


def test_riffdesk_json_tells_settings_spectrogram_and_words_of_absence(changed: Callable[..., ModelEntry]) -> None:
    said = {
        "suggestion": {"steps": 12, "guidance": 3.0, "later": 1},
        "spectrogram": {"step_ms": 20},
        "absences": {"drums": "no drums"},
        "more": {},
    }
    model = load_model(changed(lambda folder: (folder / "riffdesk.json").write_text(json.dumps(said))))
    assert model.suggestion == Suggestion(12, 3.0)
    assert model.absences == {"drums": "no drums"}
    assert model.params == replace(SpectrogramParams(), step_ms=20)


def test_safety_checker_and_feature_extractor_are_not_needed() -> None:
    index = json.loads((tiny_folder() / "model_index.json").read_text())
    assert index["safety_checker"][1] == "StableDiffusionSafetyChecker"  # named, and not there
    assert not (tiny_folder() / "safety_checker").exists()


def test_the_starter_loads_with_its_own_settings() -> None:
    model = load_model(find_model("starter"), device="cpu")
    assert model.factor == 16
    assert model.suggestion == Suggestion(16, 1.5)
    assert model.absences["drums"] == "no drums"
    assert model.params == SpectrogramParams()
    assert type(model.vae).__name__ == "PatchAutoencoder"


def test_loading_says_how_far_it_is_and_goes_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("it went online")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    steps: list[Step] = []
    load_model(tiny_entry(), on_step=steps.append)
    assert [step.done for step in steps] == [0, 1, 2, 3, 4]
    assert {step.total for step in steps} == {4}


@pytest.mark.parametrize("when", range(5))
def test_a_cancel_is_heard_at_every_step(when: int) -> None:
    cancel = threading.Event()

    def on_step(step: Step) -> None:
        if step.done == when:
            cancel.set()

    if when == 4:  # all is there
        load_model(tiny_entry(), on_step=on_step, cancel=cancel)
        return
    with pytest.raises(Cancelled):
        load_model(tiny_entry(), on_step=on_step, cancel=cancel)


# What does not


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        (lambda folder: (folder / "model_index.json").unlink(), "is not a model folder"),
        (lambda folder: shutil.rmtree(folder / "vae"), "not complete: the folder vae is missing"),
        (lambda folder: shutil.rmtree(folder / "scheduler"), "not complete: .*scheduler_config.json is missing"),
        (lambda folder: (folder / "unet/config.json").unlink(), "not complete: .*config.json is missing"),
        (lambda folder: (folder / "tokenizer/tokenizer.json").unlink(), "tokenizer has no vocabulary"),
        (lambda folder: (folder / "text_encoder/model.safetensors").unlink(), "no weights in text_encoder"),
        (edit("model_index.json", unet=[None, None]), "names no unet"),
        (edit("model_index.json", unet=["os", "system"]), "unet .* is a system, which riffdesk does not know"),
        (edit("model_index.json", _class_name="StableDiffusionXLPipeline"), "is a Stable Diffusion XL model"),
        (edit("model_index.json", _class_name="FluxPipeline"), r"another kind \(FluxPipeline\)"),
        (edit("unet/config.json", in_channels=9), "is an inpainting model, with 9 input channels"),
        (edit("unet/config.json", in_channels=8), "takes 8 channels and its vae makes 4"),
        (edit("unet/config.json", cross_attention_dim=768), "width 768 and its text_encoder makes 16"),
        (edit("unet/config.json", addition_embed_type="text_time"), "is a Stable Diffusion XL model"),
        (edit("unet/config.json", addition_embed_type="image"), "has other conditions than words"),
        (edit("unet/config.json", sample_size="wide"), "a size in them is no number"),
        (edit("unet/config.json", sample_size=None), "has no sample_size"),
        (edit("unet/config.json", block_out_channels=[16, 16]), "do not match"),
        (edit("unet/config.json", down_block_types="nonsense"), "do not match"),
        (edit("text_encoder/config.json", num_hidden_layers=3), "text_encoder .* 16 of its weights are missing"),
        (edit("text_encoder/config.json", model_type="t5"), "no CLIP text model"),
        (edit("text_encoder/config.json", vocab_size=100), "text_encoder|do not match"),
        (edit("text_encoder/config.json", num_hidden_layers=10**9), "its num_hidden_layers makes no sense"),
        (edit("unet/config.json", layers_per_block=10**9), "its layers_per_block makes no sense"),
        (edit("vae/config.json", layers_per_block="many"), "its layers_per_block makes no sense"),
        (lambda folder: (folder / "tokenizer/tokenizer.json").write_text("[" * 100_000), "nested too deeply"),
        (
            lambda folder: (folder / "tokenizer/tokenizer.json").write_bytes(b" " * (2**26 + 1)),
            "longer than 67,108,864",
        ),
        (lambda folder: (folder / "tokenizer/more.json").write_text('{"a":' * 9_999), "nested too deeply"),
        (lambda folder: (folder / "scheduler/scheduler_config.json").write_text('{"a":' * 9_999), "nested too deeply"),
        (lambda folder: (folder / "unet/config.json").write_bytes(b" " * (2**24 + 1)), "longer than 16,777,216 bytes"),
        (cut("unet/diffusion_pytorch_model.safetensors"), "is damaged or was not copied to its end"),
        (cut("text_encoder/model.safetensors"), "is damaged or was not copied to its end"),
        (lambda folder: (folder / "vae/config.json").write_text("{"), "is no JSON"),
        (lambda folder: (folder / "vae/config.json").write_text("[]"), "holds no JSON object"),
        (
            lambda folder: (folder / "vae/diffusion_pytorch_model.safetensors").write_text(
                "version https://git-lfs.github.com/spec/v1\noid sha256:0"
            ),
            "only a pointer of Git LFS",
        ),
        (
            lambda folder: (folder / "vae/diffusion_pytorch_model.safetensors").write_text(
                "\n<!DOCTYPE html>\n<html><head><title>Log in</title></head></html>"
            ),
            "is a web page and no model",
        ),
        (lambda folder: (folder / "riffdesk.json").write_text('{"spectrogram": {"bands": 80}}'), "80 mel bands, but"),
        (lambda folder: (folder / "riffdesk.json").write_text('{"spectrogram": {"max_hz": 50}}'), "cannot be played"),
        (lambda folder: (folder / "riffdesk.json").write_text('{"spectrogram": {"max_hz": "x"}}'), "makes no sense"),
        (lambda folder: (folder / "riffdesk.json").write_text('{"suggestion": {"steps": 0}}'), "make no sense"),
        (lambda folder: (folder / "riffdesk.json").write_text('{"suggestion": {"steps": "x"}}'), "makes no sense"),
        (lambda folder: (folder / "riffdesk.json").write_text('{"absences": ["drums"]}'), "absences is no JSON object"),
        (lambda folder: (folder / "riffdesk.json").write_text('{"absences": {"drums": 0}}'), "absence are no text"),
    ],
)
def test_what_is_no_model_for_riffdesk_is_refused_in_one_sentence(
    changed: Callable[..., ModelEntry], how: Change, sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence) as refused:
        load_model(changed(how))
    assert "\n" not in str(refused.value)


class Trap:
    """Runs code when it is unpickled, as any pickle may."""

    def __reduce__(self) -> tuple[Any, ...]:
        return (open, (str(self.path), "w"))

    def __init__(self, path: Path) -> None:
        self.path = path


@pytest.mark.parametrize("name", ["unet/diffusion_pytorch_model.bin", "text_encoder/pytorch_model.bin"])
def test_nothing_is_unpickled(changed: Callable[..., ModelEntry], tmp_path: Path, name: str) -> None:
    trap = Trap(tmp_path / "sprung")
    trapped = changed(lambda folder: torch.save({"a": torch.ones(1), "b": trap}, folder / name), Tiny(weights="bin"))
    with pytest.raises(UserError, match=r"was refused: beside numbers it holds .*open"):
        load_model(trapped)
    assert not trap.path.exists()
    pickle.loads(pickle.dumps(trap)).close()  # the trap does work
    assert trap.path.exists()


def test_a_pickle_that_was_cut_short_is_called_damaged(changed: Callable[..., ModelEntry]) -> None:
    with pytest.raises(UserError, match="is damaged"):
        load_model(changed(cut("vae/diffusion_pytorch_model.bin"), Tiny(weights="bin")))


def test_a_model_index_imports_nothing_of_its_own(
    changed: Callable[..., ModelEntry], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "trap_module.py").write_text("raise SystemExit('it was imported')")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(UserError, match="which riffdesk does not know"):
        load_model(changed(edit("model_index.json", vae=["trap_module", "Autoencoder"])))
    assert "trap_module" not in sys.modules


def test_a_device_that_is_not_there_is_named() -> None:
    with pytest.raises(UserError, match=r"This machine has no device 'abacus'. It has: .*cpu"):
        load_model(tiny_entry(), device="abacus")


def test_a_model_larger_than_the_memory_is_refused_before_it_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:

    monkeypatch.setattr(type(chosen()), "free_bytes", lambda device: 1_000_000)
    with pytest.raises(UserError, match=r"tiny needs about [\d.]+ GB of memory, and 0.0 GB are free"):
        load_model(tiny_entry())


def test_configs_are_read_without_torch() -> None:
    code = (
        "import sys; from pathlib import Path; from riffdesk.models import layout, registry;"
        "from riffdesk.diffusion import schedulers;"
        f"found = layout.read_layout(Path({str(tiny_folder())!r})); assert found.columns == 512;"
        "registry.describe(registry.models()[0]);"
        "sys.exit(any(name in sys.modules for name in ('torch', 'diffusers', 'transformers', 'huggingface_hub')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert read_layout(tiny_folder()).columns == 512


RIFF = Tiny(vae="patch", unet="riff", latent_height=8, latent_width=32)
FORMER_PATHS = {
    "unet": ["riffdesk.diffusion.riff_unet", "RiffUNet"],
    "vae": ["riffdesk.diffusion.patch_autoencoder", "PatchAutoencoder"],
}


@pytest.mark.parametrize("part", sorted(FORMER_PATHS))
def test_a_folder_with_the_class_paths_of_an_earlier_version_loads_as_the_same_networks(
    changed: Callable[..., ModelEntry], part: str
) -> None:
    former = load_model(changed(edit("model_index.json", **{part: FORMER_PATHS[part]}), RIFF))
    for one, other in zip(outputs(former), outputs(tiny_model(RIFF)), strict=True):
        assert torch.equal(one, other)


def test_only_known_class_paths_load(changed: Callable[..., ModelEntry]) -> None:
    foreign = edit("model_index.json", unet=["riffdesk.diffusion.elsewhere", "RiffUNet"])
    with pytest.raises(UserError, match="which riffdesk does not know"):
        load_model(changed(foreign, RIFF))


# Networks that take a score


SCORE = Tiny(vae="patch", unet="score", latent_channels=8, latent_height=8, latent_width=16)


def test_a_folder_whose_denoiser_takes_a_score_says_so_and_plays_it(changed: Callable[..., ModelEntry]) -> None:
    assert read_layout(tiny_folder(SCORE)).takes_score
    assert not read_layout(tiny_folder(RIFF)).takes_score
    assert describe(tiny_entry(SCORE)).takes_score
    model, other = tiny_model(SCORE), tiny_model(RIFF)
    assert (model.takes_score, other.takes_score) == (True, False)
    latents, text, score = torch.randn(1, 8, 8, 16), torch.randn(1, 77, 16), torch.rand(1, SCORE_WIDTH, 8, 16)
    silent = model.predict(latents, 300, text)
    assert torch.equal(model.predict(latents, 300, text, torch.zeros_like(score)), silent)
    assert not torch.allclose(model.predict(latents, 300, text, score), silent, atol=0.01)
    former = load_model(changed(edit("model_index.json", unet=["riffdesk.diffusion.score_unet", "ScoreUNet"]), SCORE))
    assert torch.equal(former.predict(latents, 300, text, score), model.predict(latents, 300, text, score))


def test_half_precision_weights_of_a_score_network_compute_in_full_precision_on_the_processor(
    changed: Callable[..., ModelEntry],
) -> None:
    def halve(folder: Path) -> None:
        for path in folder.rglob("*.safetensors"):
            save_file({name: value.half() for name, value in load_file(path).items()}, path, {"format": "pt"})

    model = load_model(changed(halve, SCORE))
    assert {weight.dtype for weight in model.unet.parameters()} == {torch.float32}
    latents, text, score = torch.randn(1, 8, 8, 16), torch.randn(1, 77, 16), torch.rand(1, SCORE_WIDTH, 8, 16)
    expected = tiny_model(SCORE).predict(latents, 300, text, score)
    assert torch.allclose(model.predict(latents, 300, text, score), expected, atol=0.05)


def test_what_a_score_takes_counts_as_memory() -> None:
    unet = read_layout(tiny_folder(SCORE)).unet
    more = memory.row_bytes(unet, torch.float32, score=True) - memory.row_bytes(unet, torch.float32)
    assert more >= 4 * SCORE_WIDTH * 8 * 16


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (edit("vae/config.json", block_out_channels=[8, 8, 8, 8]), "squares of 16 pixels, and its vae makes latents"),
        (edit("unet/config.json", _class_name="RiffUNet"), "is a RiffUNet, and model_index.json says"),
    ],
)
def test_a_score_network_beside_parts_that_do_not_fit_is_refused(
    changed: Callable[..., ModelEntry], change: Change, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        load_model(changed(change, SCORE))


def test_a_latent_is_as_large_as_the_network_draws_its_notes() -> None:
    assert SCORE_FACTOR == PATCH
