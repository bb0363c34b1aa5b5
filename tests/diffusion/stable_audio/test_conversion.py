"""Published weights of Stable Audio 3 become a folder in diffusers layout with the same numbers."""

from __future__ import annotations

import json
import os
import pickle
import re
import signal
import threading
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers import StableAudio3DiTModel
from safetensors.torch import load_file, save_file

from riffdesk.diffusion.stable_audio import conversion
from riffdesk.diffusion.stable_audio.chunked_autoencoder import ChunkedAutoencoder
from riffdesk.diffusion.stable_audio.conversion import convert_stable_audio
from riffdesk.diffusion.stable_audio.loading import load_sound_model
from riffdesk.diffusion.stable_audio.sampling import Task, sample
from riffdesk.errors import Cancelled, UserError
from riffdesk.models import registry
from riffdesk.models.registry import add_model, describe
from riffdesk.models.stable_audio import BASE, TUNED, read_stable_audio
from riffdesk.paths import models_dir
from riffdesk.progress import Step
from tests.disk import full_disk
from tests.models.checkpoints import write_checkpoint
from tests.models.published_audio import published
from tests.models.stable_audio import PER_LATENT, pipeline

__all__ = ["full_disk"]


@pytest.mark.parametrize("small", [True, False], ids=["small", "medium"])
def test_all_weights_are_those_that_were_published(tmp_path: Path, small: bool) -> None:
    transformer, vae = published(tmp_path / "there", small=small)
    steps: list[Step] = []
    convert_stable_audio(tmp_path / "there" / "model.safetensors", tmp_path / "model", on_step=steps.append)
    assert [step.done for step in steps] == [0, 1, 2, 3]
    entry = add_model(tmp_path / "model")
    facts, layout = describe(entry), read_stable_audio(tmp_path / "model")
    assert facts.suggestion == (TUNED if small else BASE)
    assert facts.licence == tmp_path / "model" / "LICENSE.md"
    assert layout.max_seconds == 2.0
    assert layout.autoencoder == ("ChunkedAutoencoder" if small else "AutoencoderSAME")
    model = load_sound_model(entry)
    original = pipeline()
    for ours, theirs in (
        (model.transformer, transformer),
        (model.vae, vae),
        (model.duration_embedder, original.duration_embedder),
        (model.text_encoder.encoder, original.text_encoder.encoder),
    ):
        mine, other = ours.state_dict(), theirs.state_dict()
        assert mine.keys() == other.keys()
        assert [name for name in mine if not torch.equal(mine[name], other[name])] == []
    assert model.vae.config.patch_size == vae.config.patch_size
    latents = sample(model, Task("piano", "", 1, 1.0, 44, 2, 1.0))
    assert model.decode(latents).shape == (2, 44 * PER_LATENT)


def edited(path: Path, change: Callable[[Any], object]) -> None:
    config = json.loads(path.read_text())
    change(config)
    path.write_text(json.dumps(config))


def test_another_model_is_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    there = tmp_path / "there"
    published(there, small=True)
    weights, target = there / "model.safetensors", tmp_path / "model"
    config = (there / "model_config.json").read_text()

    def refused(said: str) -> None:
        with pytest.raises(UserError, match=said):
            convert_stable_audio(weights, target)
        assert [path.name for path in tmp_path.iterdir() if path.name != "riffdesk-home"] == ["there"]

    for change in (
        lambda one: one.pop("sample_size"),
        lambda one: one["model"].pop("conditioning"),
        lambda one: one["model"]["pretransform"]["config"]["encoder"]["config"].pop("chunk_midpoint_shift"),
    ):
        edited(there / "model_config.json", change)
        refused("is not the config of a Stable Audio 3")
        (there / "model_config.json").write_text(config)
    values = load_file(weights)
    missing = dict(values)
    missing.pop("model.model.transformer.project_in.weight")
    save_file(missing, weights)
    refused(r"of its weights, proj_in\.weight does not fit")
    save_file(values | {"model.model.conformer.weight": torch.ones(1)}, weights)
    refused(r"of its weights, conformer\.weight does not fit")
    save_file(values | {"model.model.transformer.project_in.weight": torch.ones(3, 3)}, weights)
    refused("project_in.weight has another size")
    save_file(values, weights)
    tokenizer = there / "t5gemma-b-b-ul2" / "tokenizer.json"
    for damaged in ("{}", tokenizer.read_text()[:100]):
        tokenizer.write_text(damaged)
        refused("text encoder in .* cannot be read: tokenizer.json: ")
    tokenizer.unlink()
    refused("holds no text encoder")
    target.mkdir()
    with pytest.raises(UserError, match="already"):
        convert_stable_audio(weights, target)


def test_the_small_model_at_its_full_size_has_as_many_weights_as_were_published() -> None:
    with torch.device("meta"), warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        autoencoder = ChunkedAutoencoder()
        transformer = StableAudio3DiTModel(
            embed_dim=1024, depth=20, num_heads=16, use_differential_attention=False
        ).state_dict()
    layers = [layer for side in (autoencoder.encoder, autoencoder.decoder) for layer in side.blocks[0].transformers]
    ignored = len(layers) + 1  # frequencies of positions, and an empty scale of noise
    embedder = 2
    assert len(transformer) + len(autoencoder.state_dict()) + ignored + embedder == 685
    assert transformer["transformer_blocks.19.self_attn.to_qkv.weight"].shape == (3072, 1024)
    assert transformer["transformer_blocks.0.ff.proj_in.weight"].shape == (8192, 1024)
    assert autoencoder.reach == 4


def test_what_is_no_published_file_is_a_sentence_that_says_what_to_give(tmp_path: Path) -> None:
    there = tmp_path / "there"
    published(there, small=True)
    weights = there / "model.safetensors"
    whole = weights.read_bytes()
    for name, content, said in (
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "is damaged or was not copied to its end"),
        ("empty.safetensors", b"", "is damaged or was not copied to its end"),
        ("model.gguf", b"GGUF\3\0\0\0" + bytes(100), "is damaged or was not copied to its end"),
        ("cut.safetensors", whole[: len(whole) // 2], "is damaged or was not copied to its end"),
        ("model.ckpt", pickle.dumps({"state_dict": 1}), "is a pickle. Get the published model.safetensors"),
    ):
        (there / name).write_bytes(content)
        with pytest.raises(UserError, match=said):
            convert_stable_audio(there / name, tmp_path / "model")
    write_checkpoint(there / "sd.safetensors")
    with pytest.raises(UserError, match="is not the config of a Stable Audio 3 that belongs to these weights"):
        convert_stable_audio(there / "sd.safetensors", tmp_path / "model")
    with pytest.raises(UserError, match=r"is a folder. Name the file with the weights"):
        convert_stable_audio(there, tmp_path / "model")
    with pytest.raises(UserError, match=r"There is no .*nothing"):
        convert_stable_audio(there / "nothing", tmp_path / "model")
    with pytest.raises(UserError, match=r"model_config\.json is missing"):
        convert_stable_audio(write_checkpoint(tmp_path / "sd.safetensors"), tmp_path / "model")
    assert not (tmp_path / "model").exists()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("sample_rate",), "44100"), (("sample_rate",), 0), (("sample_size",), -1), (("audio_channels",), None),
        (("model", "pretransform", "config", "encoder", "config", "channels"), "many"),
        (("model", "pretransform", "config", "encoder", "config", "strides"), [0]),
        (("model", "pretransform", "config", "encoder", "config", "dim_heads"), 0),
        (("model", "pretransform", "config", "encoder", "config", "chunk_size"), 33),
        (("model", "conditioning", "configs"), []),
    ],
)  # fmt: skip
def test_a_damaged_config_is_named(tmp_path: Path, path: tuple[str, ...], value: object) -> None:
    published(tmp_path / "there", small=True)

    def change(config: Any) -> None:
        for key in path[:-1]:
            config = config[key]
        config[path[-1]] = value

    edited(tmp_path / "there" / "model_config.json", change)
    with pytest.raises(UserError) as caught:
        convert_stable_audio(tmp_path / "there" / "model.safetensors", tmp_path / "model")
    assert re.search(r"model_config\.json is not the config of a Stable Audio 3|has another size", str(caught.value))
    assert {one.name for one in tmp_path.iterdir()} - {"riffdesk-home"} == {"there"}


def test_names_with_spaces_and_umlauts_and_a_folder_that_is_made(tmp_path: Path) -> None:
    published(tmp_path / "schön und klein", small=True)
    target = tmp_path / "neue Modelle" / "kleine Töne"
    convert_stable_audio(tmp_path / "schön und klein" / "model.safetensors", target)
    assert add_model(target).name == "kleine Töne"
    assert [path.name for path in target.parent.iterdir()] == ["kleine Töne"]


def test_a_target_that_cannot_be_written_is_told_before_anything_is_converted(tmp_path: Path) -> None:
    published(tmp_path / "there", small=True)
    weights = tmp_path / "there" / "model.safetensors"
    (tmp_path / "file").write_text("mine")
    steps: list[Step] = []
    for target, said in (
        (tmp_path / "file", "There is .*file already"),
        (tmp_path / "file" / "model", "Could not write .*Not a directory"),
        (tmp_path / ("x" * 300), "Could not write .*File name too long"),
    ):
        with pytest.raises(UserError, match=said):
            convert_stable_audio(weights, target, on_step=steps.append)
    assert steps == []
    assert (tmp_path / "file").read_text() == "mine"


def test_a_full_disk_and_a_lack_of_memory_leave_nothing(
    tmp_path: Path, full_disk: Callable[[int], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    published(tmp_path / "there", small=True)
    weights, target = tmp_path / "there" / "model.safetensors", tmp_path / "model"
    with full_disk(50_000), pytest.raises(UserError, match=r"Could not write .*model: "):
        convert_stable_audio(weights, target)

    def out_of_memory(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(conversion, "save_file", out_of_memory)
    with pytest.raises(UserError, match="not enough memory to convert this model"):
        convert_stable_audio(weights, target)
    monkeypatch.undo()
    assert {path.name for path in tmp_path.iterdir()} - {"riffdesk-home"} == {"there"}
    convert_stable_audio(weights, target)


def test_a_conversion_that_is_killed_leaves_nothing_that_looks_like_a_model(tmp_path: Path) -> None:
    there, models = tmp_path / "there", models_dir()
    published(there, small=True)

    def on_step(step: Step) -> None:
        if step.done == 3:
            os.kill(os.getpid(), signal.SIGKILL)

    pid = os.fork()
    if pid == 0:
        try:
            torch.set_num_threads(1)  # others' threads are not there
            convert_stable_audio(there / "model.safetensors", models / "small", on_step=on_step)
        finally:
            os._exit(1)
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    (left,) = models.iterdir()
    assert left.name.startswith(".")
    assert [entry.name for entry in registry.models()] == ["starter"]
    convert_stable_audio(there / "model.safetensors", models / "small")
    assert [path.name for path in models.iterdir()] == ["small"]


def test_a_cancel_leaves_nothing(tmp_path: Path) -> None:
    published(tmp_path / "there", small=True)
    for at in range(4):
        cancel = threading.Event()

        def on_step(step: Step, at: int = at, cancel: threading.Event = cancel) -> None:
            if step.done == at:
                cancel.set()

        with pytest.raises(Cancelled):
            convert_stable_audio(
                tmp_path / "there" / "model.safetensors", tmp_path / "model", on_step=on_step, cancel=cancel
            )
        assert {path.name for path in tmp_path.iterdir()} - {"riffdesk-home"} == {"there"}
