"""What a process of riffdesk's own imports for the starter, and what other models still get after it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from riffdesk.paths import child_environment
from tests.diffusion.tiny import tiny_folder

SCRIPT = """
import json, sys
from pathlib import Path
import torch
from riffdesk.diffusion import libraries
libraries.import_few()
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
told["other"] = outcome(ModelEntry("tiny", Path(sys.argv[1]), "folder", "added"), "LMS")
told["starter again"] = outcome(find_model("starter"), "LMS")
from diffusers import StableDiffusionPipeline, UNet2DConditionModel
told["whole"] = "scipy" in sys.modules and StableDiffusionPipeline.__name__ == "StableDiffusionPipeline"
print(json.dumps(told))
"""


def told_by(script: str) -> dict:
    command = [sys.executable, "-c", script, str(tiny_folder())]
    env = child_environment() | {"PYTHONPATH": ":".join(sys.path)}
    return json.loads(subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout)


@pytest.fixture(scope="module")
def few() -> dict:
    return told_by(SCRIPT)


def test_the_starter_is_loaded_without_libraries_that_it_does_not_need(few: dict) -> None:
    assert few["slow"] == []


def test_models_compute_the_same_with_few_modules_and_with_all_in_any_order(few: dict) -> None:
    whole = told_by(SCRIPT.replace("libraries.import_few()", ""))
    assert whole["slow"] != []
    assert {name: few[name] for name in ("starter", "other", "starter again")} == {
        name: whole[name] for name in ("starter", "other", "starter again")
    }


def test_after_another_model_was_loaded_diffusers_is_whole(few: dict) -> None:
    assert few["whole"] is True
