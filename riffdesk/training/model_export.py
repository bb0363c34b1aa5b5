"""Writing a trained model as a diffusers folder: fp16 safetensors and JSON."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from riffdesk.compose.vocabulary import ABSENCES
from riffdesk.errors import UserError
from riffdesk.models.layout import COMPONENT_CLASSES, INDEX, SETTINGS_FILE, read_json
from riffdesk.training.checkpoint import writing
from riffdesk.training.clips.captions import prompt_phrases
from riffdesk.training.config import GUIDANCE, STEPS
from riffdesk.training.networks.sampling import new_scheduler

MAX_BYTES = 30_000_000
"""Maximum size of the shipped model."""

_SETTINGS = {"suggestion": {"steps": STEPS, "guidance": GUIDANCE}, "absences": ABSENCES}


def export_model(denoiser: Path, autoencoder: Path, target: Path) -> int:
    """Write the trained parts as one model folder and return its size in bytes.

    Beside diffusers' files it has ``prompt_words.json``, the phrases that the model knows, by kind, and
    ``riffdesk.json``, its suggested settings and its words of absence.

    Parameters
    ----------
    denoiser : Path
        Folder with ``unet`` and ``text_encoder`` from `riffdesk.training.networks.denoiser`.
    autoencoder : Path
        Folder with the autoencoder's weights and config.
    target : Path
        The model folder. Its parts are replaced; a README.md in it is not changed.

    Raises
    ------
    UserError
        If a part is missing or the folder cannot be written.
    """
    import torch
    from transformers import CLIPTextModel

    from riffdesk.diffusion.loading import network_class
    from riffdesk.diffusion.starter.patch_autoencoder import PatchAutoencoder

    for part in (denoiser / "unet", denoiser / "text_encoder", autoencoder):
        if not (part / "config.json").is_file():
            raise UserError(f"There is no trained network in {part}. Train it first.")
    module, unet = _class_of(denoiser / "unet")
    parts: dict[str, Any] = {
        "unet": network_class(unet).from_pretrained(denoiser / "unet"),
        "text_encoder": CLIPTextModel.from_pretrained(denoiser / "text_encoder"),
        "vae": PatchAutoencoder.from_pretrained(autoencoder),
    }
    with writing(target):
        target.mkdir(parents=True, exist_ok=True)
        for name, part in parts.items():
            shutil.rmtree(target / name, ignore_errors=True)
            if hasattr(part, "register_to_config"):
                part.register_to_config(_name_or_path="")  # not the folder it was trained in
            # The memory format of training, channels last, is not stored.
            part.to(torch.float16, memory_format=torch.contiguous_format).save_pretrained(target / name)
        shutil.rmtree(target / "tokenizer", ignore_errors=True)
        shutil.copytree(denoiser / "tokenizer", target / "tokenizer")
        # The other options are those of riffusion's own folder, so that schedulers made from both behave alike.
        scheduler = new_scheduler("DDIMScheduler", clip_sample=False, set_alpha_to_one=False, steps_offset=1)
        scheduler.save_pretrained(target / "scheduler")
        (target / "prompt_words.json").write_text(json.dumps(prompt_phrases(), indent=1) + "\n")
        (target / SETTINGS_FILE).write_text(json.dumps(_SETTINGS, indent=2) + "\n")
        (target / INDEX).write_text(json.dumps(_index(module, unet), indent=2) + "\n")
    return sum(file.stat().st_size for file in target.rglob("*") if file.is_file())


def _class_of(unet: Path) -> tuple[str, str]:
    """Return module and name of a network's class; a fine-tuned model has the class of its base."""
    name = read_json(unet / "config.json")["_class_name"]
    return next(entry for entry in COMPONENT_CLASSES["unet"] if entry[1] == name)


def _index(module: str, unet: str) -> dict[str, Any]:
    """Return diffusers' model index: the class of each part."""
    import diffusers

    return {
        "_class_name": "StableDiffusionPipeline",
        "_diffusers_version": diffusers.__version__,
        "feature_extractor": [None, None],
        "requires_safety_checker": False,
        "safety_checker": [None, None],
        "scheduler": ["diffusers", "DDIMScheduler"],
        "text_encoder": ["transformers", "CLIPTextModel"],
        "tokenizer": ["transformers", "CLIPTokenizer"],
        "unet": [module, unet],
        "vae": ["riffdesk.diffusion.starter.patch_autoencoder", "PatchAutoencoder"],
    }
