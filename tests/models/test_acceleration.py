"""LoRAs for few steps: how they are recognised, corrected, and chosen, and what is said where there is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from riffdesk import paths
from riffdesk.errors import UserError
from riffdesk.models.acceleration import FastSettings, fast_settings, is_fast, set_scheduler
from riffdesk.models.files.lora_names import scheduler_in
from riffdesk.models.model_list import list_problem, stated_schedulers
from riffdesk.models.registry import add_model, find_model, remove_model
from riffdesk.models.suggestion import Suggestion
from tests.engine.riffs import add_tiny
from tests.models.checkpoints import write_lora
from tests.models.stable_audio import tiny_stable_audio

NAMES = {
    "lcm-lora-sdv1-5": "LCM",
    "LCM_LoRA_SDv15": "LCM",
    "pytorch_lora_weights": "",
    "TCD-SD15-LoRA": "TCD",
    "Hyper-SD15-8steps-CFG-lora": "TCD",
    "hyper_sd15_4steps": "TCD",
    "lcmusic": "",
    "funk": "",
}


def added(tmp_path: Path, name: str) -> str:
    return add_model(write_lora(tmp_path / f"{name}.safetensors")).name


@pytest.mark.parametrize("name", NAMES)
def test_names_tell_the_scheduler_of_published_loras(name: str) -> None:
    assert scheduler_in(name) == NAMES[name]


def test_what_a_name_tells_can_be_corrected_and_is_forgotten_with_the_lora(tmp_path: Path) -> None:
    fast, funk = added(tmp_path, "my-lcm"), added(tmp_path, "funk")
    assert (find_model(fast).scheduler, find_model(funk).scheduler) == ("LCM", "")
    assert set_scheduler(fast, "").scheduler == find_model(fast).scheduler == ""
    assert set_scheduler(funk, "TCD").scheduler == "TCD"
    assert list_problem() == ""
    remove_model(fast)
    assert stated_schedulers() == {funk: "TCD"}
    assert added(tmp_path, "my-lcm") == fast
    assert find_model(fast).scheduler == "LCM"
    with pytest.raises(UserError, match="starter is no LoRA"):
        set_scheduler("starter", "LCM")


def test_a_lora_that_is_called_as_all_are_is_named_after_its_repository_or_folder(tmp_path: Path) -> None:
    snapshot = tmp_path / "models--h1t--TCD-SD15-LoRA" / "snapshots" / "abc"
    clone, downloads = tmp_path / "lcm-lora-sdv1-5", tmp_path / "downloads"
    names = []
    for folder in (snapshot, clone, downloads):
        folder.mkdir(parents=True)
        names.append(add_model(write_lora(folder / "pytorch_lora_weights.safetensors")).name)
    assert names == ["TCD-SD15-LoRA", "lcm-lora-sdv1-5", "pytorch_lora_weights"]
    assert [find_model(name).scheduler for name in names] == ["TCD", "LCM", ""]


def test_nonsense_in_the_list_is_ignored_and_told_of(tmp_path: Path) -> None:
    added(tmp_path, "funk")
    path = paths.data_dir() / "models.json"
    content = json.loads(path.read_text())
    path.write_text(json.dumps({**content, "schedulers": {"funk": "LCM", "a": 3, "b": "Euler", "c": ["LCM"]}}))
    assert find_model("funk").scheduler == "LCM"
    assert "is damaged" in list_problem()
    path.write_text(json.dumps({**content, "schedulers": "LCM"}))
    assert find_model("funk").scheduler == ""


def test_the_settings_are_those_of_the_lora(tmp_path: Path) -> None:
    add_tiny()
    with pytest.raises(UserError, match=r"There is no LoRA for few steps\. Get latent-consistency/lcm-lora-sdv1-5"):
        fast_settings("tiny")
    lcm, funk = added(tmp_path, "lcm"), added(tmp_path, "funk")
    suggestion = Suggestion(steps=4, guidance=1.0)
    assert fast_settings("tiny") == FastSettings(suggestion, "LCM", lcm)
    assert fast_settings("tiny").with_lora(((funk, 0.5), (lcm, 0.0))) == ((funk, 0.5), (lcm, 1.0))
    assert fast_settings("tiny").with_lora(((lcm, 0.7), (funk, 0.5))) == ((lcm, 0.7), (funk, 0.5))
    with pytest.raises(UserError, match="need the scheduler of their LoRA, LCM or TCD, and not DDIM"):
        fast_settings("tiny", scheduler="DDIM")
    with pytest.raises(UserError, match="There is no LoRA for few steps with TCD"):
        fast_settings("tiny", scheduler="TCD")


def test_of_several_the_one_in_use_counts_then_the_scheduler_then_the_name(tmp_path: Path) -> None:
    add_tiny()
    lcm, tcd = added(tmp_path, "lcm"), added(tmp_path, "tcd")
    assert fast_settings("tiny") == FastSettings(Suggestion(4, 1.0), "LCM", lcm, (tcd,))
    assert fast_settings("tiny", scheduler="TCD") == FastSettings(Suggestion(4, 1.0), "TCD", tcd)
    assert fast_settings("tiny", [(tcd, 0.8), (lcm, 0.0)]) == FastSettings(Suggestion(4, 1.0), "TCD", tcd)
    with pytest.raises(UserError, match="lcm and tcd are both LoRAs for few steps"):
        fast_settings("tiny", [(lcm, 1.0), (tcd, 1.0)])
    with pytest.raises(UserError, match="tcd was made for the scheduler TCD, and not for LCM"):
        fast_settings("tiny", [(tcd, 1.0)], "LCM")


def test_models_that_no_such_lora_fits_take_fewer_steps(tmp_path: Path) -> None:
    added(tmp_path, "lcm")
    assert fast_settings("starter") == FastSettings(Suggestion(8, 1.5))
    assert is_fast("starter", (), "DDIM", 8)
    assert not is_fast("starter", (), "DDIM", 16)
    audio = add_model(tiny_stable_audio()).name
    with pytest.raises(UserError, match="makes riffs in few steps already, 8"):
        fast_settings(audio)


def test_loras_that_cannot_do_it_are_not_chosen(tmp_path: Path) -> None:
    add_tiny()
    words = {
        f"lora_te_text_model_encoder_layers_0_mlp_fc1.lora_{end}.weight": torch.zeros(2, 16) for end in ("down", "up")
    }
    save_file(words, tmp_path / "lcm-words.safetensors")
    assert add_model(tmp_path / "lcm-words.safetensors").scheduler == "LCM"
    folder = paths.models_dir() / "lcm-lora-sdxl"
    folder.mkdir(parents=True)
    (folder / "riffdesk-source.json").write_text("{}")
    write_lora(folder / "pytorch_lora_weights.safetensors", width=2048)
    assert find_model("lcm-lora-sdxl").scheduler == "LCM"
    with pytest.raises(UserError, match="There is no LoRA for few steps"):
        fast_settings("tiny")
    with pytest.raises(UserError, match="was made for a Stable Diffusion XL model"):
        add_model(write_lora(tmp_path / "lcm.safetensors", width=2048))


@pytest.mark.parametrize("scheduler", ["", "LCM"])
def test_a_damaged_lora_is_named_where_it_was_the_only_one(tmp_path: Path, scheduler: str) -> None:
    add_tiny()
    file = write_lora(tmp_path / "my-lcm-lora.safetensors")
    add_model(file)
    file.write_bytes(file.read_bytes()[:100])
    with pytest.raises(UserError, match=r"that can be used\. .*my-lcm-lora.* is damaged"):
        fast_settings("tiny", scheduler=scheduler)
    with pytest.raises(UserError, match=r"There is no LoRA for few steps with TCD\."):
        fast_settings("tiny", scheduler="TCD")


@pytest.mark.parametrize(("scheduler", "weight", "on"), [("LCM", 1.0, True), ("LCM", 0.0, False), ("DDIM", 1.0, False)])
def test_a_riff_is_fast_with_a_lora_and_its_scheduler(tmp_path: Path, scheduler: str, weight: float, on: bool) -> None:
    add_tiny()
    assert is_fast("tiny", ((added(tmp_path, "lcm"), weight),), scheduler, 4) == on
