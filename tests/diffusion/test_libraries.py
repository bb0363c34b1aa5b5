"""What a process of riffdesk's own imports for the starter, and what other models still get after it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import torch

from riffdesk.paths import child_environment
from tests.diffusion.tiny import tiny_folder

SCRIPT = """
import sys
from pathlib import Path
import torch
from riffdesk.diffusion.loading import load_model
from riffdesk.diffusion.prompt.embeddings import embedding
from riffdesk.diffusion.schedulers import new_scheduler
from riffdesk.models.model_entry import ModelEntry
from riffdesk.models.registry import find_model

def outcome(entry, scheduler):
    model = load_model(entry, device="cpu")
    latents = torch.randn(1, model.channels, 32, 32, generator=torch.Generator().manual_seed(0))
    text = embedding(model, "slow jazz piano")
    with torch.inference_mode():
        predicted = model.predict(latents, 500.0, text)
    steps = new_scheduler(model.scheduler_config, scheduler, 5).timesteps
    return [text.double().sum().item(), predicted.double().sum().item(), steps.double().sum().item()]

def loaded(*names):
    return [name for name in names if name in sys.modules]

slow = "transformers", "scipy", "peft", "torch._dynamo", "sympy", "torchaudio", "diffusers.models.unets.unet_1d"
told = {"starter": outcome(find_model("starter"), "DPM++ 2M Karras"), "slow": loaded(*slow)}
told["other"] = outcome(ModelEntry("tiny", Path(folder), "folder", "added"), "LMS")
told["starter again"] = outcome(find_model("starter"), "LMS")
from diffusers import StableDiffusionPipeline, UNet2DConditionModel
told["whole"] = "scipy" in sys.modules and StableDiffusionPipeline.__name__ == "StableDiffusionPipeline"
"""
BEFORE = """
import sys, torch
from riffdesk.diffusion import libraries
torch.set_num_threads(1)
libraries.import_few()
folder = sys.argv[1]
"""
AFTER = """
import json
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def few() -> dict[str, Any]:
    command = [sys.executable, "-c", BEFORE + SCRIPT + AFTER, str(tiny_folder())]
    env = child_environment() | {"PYTHONPATH": ":".join(sys.path)}
    return dict(json.loads(subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout))


@pytest.fixture
def one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def test_the_starter_is_loaded_without_libraries_that_it_does_not_need(few: dict[str, Any]) -> None:
    assert few["slow"] == []


@pytest.mark.usefixtures("one_thread")
def test_models_compute_the_same_with_few_modules_and_with_all_in_any_order(few: dict[str, Any]) -> None:
    space: dict[str, Any] = {"folder": str(tiny_folder())}  # making it has imported all
    exec(SCRIPT, space)
    whole = space["told"]
    assert whole["slow"] != []
    assert {name: few[name] for name in ("starter", "other", "starter again")} == {
        name: whole[name] for name in ("starter", "other", "starter again")
    }


def test_after_another_model_was_loaded_diffusers_is_whole(few: dict[str, Any]) -> None:
    assert few["whole"] is True
