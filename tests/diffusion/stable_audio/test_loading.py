"""Damage in a folder of Stable Audio 3 is found while it is loaded, and weights may be stored in any format."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from riffdesk.diffusion.stable_audio.loading import load_sound_model
from riffdesk.diffusion.stable_audio.sampling import Task, sample
from riffdesk.diffusion.stable_audio.sound_model import SoundModel
from riffdesk.errors import Cancelled, UserError
from riffdesk.models.model_entry import ModelEntry
from riffdesk.models.registry import add_model
from tests.models.stable_audio import tiny_stable_audio

TASK = Task("slow piano", "", seed=5, seconds=0.5, latents=22, steps=2, guidance=1.0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of the tiny model that may be changed."""
    return Path(shutil.copytree(tiny_stable_audio(), tmp_path / "copy"))


def loaded(folder: Path) -> SoundModel:
    return load_sound_model(ModelEntry("copy", folder, "folder", "added"))


def weights_in(folder: Path, part: str) -> Path:
    (path,) = (folder / part).glob("*.safetensors")
    return path


def rewrite(path: Path, change: Callable[[torch.Tensor], torch.Tensor]) -> None:
    save_file({name: change(value).contiguous() for name, value in load_file(path).items()}, path, {"format": "pt"})


@pytest.mark.parametrize(
    ("part", "name", "value"),
    [
        ("transformer", "ff_mult", "four"), ("transformer", "num_heads", 3), ("transformer", "ff_mult", 1.5),
        ("transformer", "use_differential_attention", False), ("vae", "dim_heads", 8),
        ("vae", "decoder_sinusoidal_blocks", [0, 0, 0]), ("duration_embedder", "min_freq", -1),
        ("duration_embedder", "fourier_dim", 6),
        ("scheduler", "shift", 0), ("scheduler", "shift", "x"), ("scheduler", "use_dynamic_shifting", True),
        ("scheduler", "num_train_timesteps", None), ("scheduler", "shift_terminal", 3.0),
        ("tokenizer", "pad_token", None), ("tokenizer", "model_max_length", 0),
    ],
)  # fmt: skip
def test_a_config_that_its_files_contradict_is_a_sentence_before_anything_is_rendered(
    folder: Path, part: str, name: str, value: object
) -> None:
    names = {"scheduler": "scheduler_config.json", "tokenizer": "tokenizer_config.json"}
    path = folder / part / names.get(part, "config.json")
    content = json.loads(path.read_text("utf-8"))
    assert name in content
    path.write_text(json.dumps(content | {name: value}), "utf-8")
    with pytest.raises(UserError, match=r"cannot be loaded: its files do not match|is not complete"):
        loaded(folder)


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16], ids=str)
def test_weights_may_be_stored_in_half_precision(folder: Path, dtype: torch.dtype) -> None:
    original = sample(loaded(folder), TASK)
    for part in ("text_encoder", "transformer", "vae"):
        rewrite(weights_in(folder, part), lambda value: value.to(dtype))
    again = sample(loaded(folder), TASK)
    assert 0 < float((again - original).std() / original.std()) < 0.1


def test_weights_may_lie_in_a_file_of_their_variant_or_in_several(folder: Path) -> None:
    original = sample(loaded(folder), TASK)
    path = weights_in(folder, "vae")
    path.rename(path.with_name("diffusion_pytorch_model.fp16.safetensors"))
    path = weights_in(folder, "transformer")
    values = load_file(path)
    names = [f"diffusion_pytorch_model-0000{number}-of-00002.safetensors" for number in (1, 2)]
    shard_of = {name: names[number % 2] for number, name in enumerate(sorted(values))}
    for shard in names:
        save_file({name: values[name] for name in values if shard_of[name] == shard}, path.with_name(shard))
    index = path.with_name("diffusion_pytorch_model.safetensors.index.json")
    index.write_text(json.dumps({"metadata": {}, "weight_map": shard_of}))
    path.unlink()
    assert torch.equal(sample(loaded(folder), TASK), original)
    (folder / "transformer" / names[1]).unlink()
    with pytest.raises(UserError, match=r"is not complete: .*00002-of-00002\.safetensors is missing"):
        add_model(folder)


@pytest.mark.parametrize("part", ["text_encoder", "duration_embedder", "transformer", "vae"])
def test_weights_that_were_cut_off_are_found_when_the_model_is_added(folder: Path, part: str) -> None:
    path = weights_in(folder, part)
    path.write_bytes(path.read_bytes()[:-7])
    with pytest.raises(UserError, match="is damaged or was not copied to its end"):
        add_model(folder)


@pytest.mark.parametrize("part", ["text_encoder", "transformer", "vae"])
def test_weights_that_are_no_numbers_are_told_instead_of_heard(folder: Path, part: str) -> None:
    rewrite(weights_in(folder, part), lambda value: torch.full_like(value, torch.nan))
    model = loaded(folder)
    with pytest.raises(UserError, match="computed invalid numbers: its weights are damaged"):
        model.decode(sample(model, TASK))


def test_a_cancel_is_read_within_the_text_encoder() -> None:
    model, cancel, calls = loaded(tiny_stable_audio()), threading.Event(), []

    def first(*_: object) -> None:
        calls.append(1)
        cancel.set()

    handle = model.text_encoder.encoder.layers[0].register_forward_hook(first)
    with pytest.raises(Cancelled):
        model.condition("slow piano", cancel)
    handle.remove()
    assert calls == [1]
    assert model.condition("slow piano").states.isfinite().all()


def test_a_network_that_does_not_fit_in_full_precision_stays_in_half(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = loaded(folder)
    model.dtype = torch.float16
    network: Any = model.vae.to(torch.float16)
    convert = network.to

    def out_of_memory(dtype: torch.dtype) -> Any:
        if dtype == torch.float32:
            network.encoder.proj.to(dtype)
            raise MemoryError
        return convert(dtype)

    monkeypatch.setattr(network, "to", out_of_memory)
    with pytest.raises(MemoryError):
        model._in_working_precision(network, lambda _: torch.full((1, 1), torch.inf), 1, "this")
    assert {value.dtype for value in network.state_dict().values()} == {torch.float16}
