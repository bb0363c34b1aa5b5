"""Loads a model's networks onto the device that will compute. Nothing is fetched, and nothing is ever unpickled."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import diffusers.utils.logging
import torch
import transformers.utils.logging
from diffusers import AutoencoderKL, UNet2DConditionModel
from transformers import CLIPTextModel, CLIPTokenizer

from riffdesk.diffusion.layout import Layout, read_layout
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.patch_autoencoder import PatchAutoencoder
from riffdesk.diffusion.registry import ModelEntry
from riffdesk.errors import UserError
from riffdesk.progress import OnStep, Step, check, ignore_steps

# What goes wrong is raised here in one sentence; their own log lines and bars would stand between riffdesk's.
diffusers.utils.logging.set_verbosity_error()
transformers.utils.logging.set_verbosity_error()
transformers.utils.logging.disable_progress_bar()

_VAES = {"AutoencoderKL": AutoencoderKL, "PatchAutoencoder": PatchAutoencoder}


def load_model(
    entry: ModelEntry,
    *,
    loras: Sequence[tuple[Path, float]] = (),
    device: str | None = None,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> Model:
    """Load a model.

    Parameters
    ----------
    entry : ModelEntry
        Which one.
    loras : sequence of (Path, weight)
        LoRA files to add to it; a weight of 1 adds one as it was trained, 0 not at all.
    device : str, optional
        ``cuda``, ``mps`` or ``cpu``; the best there is if it is not given.

    Raises
    ------
    UserError
        If it cannot be read, is damaged, not complete or of another kind, or does not fit into memory.
    Cancelled
        If ``cancel`` was set.
    """
    place = torch.device(device or best_device())
    dtype = torch.float16 if place.type == "cuda" else torch.float32
    layout = read_layout(entry.path)
    readers: dict[str, Callable[[], Any]] = {
        "tokenizer": lambda: _tokenizer(layout),
        "text_encoder": lambda: _network(CLIPTextModel, layout, "text_encoder", dtype),
        "unet": lambda: _network(UNet2DConditionModel, layout, "unet", dtype),
        "vae": lambda: _network(_VAES[layout.vae_class], layout, "vae", dtype),
    }
    parts: dict[str, Any] = {}
    for number, (part, read) in enumerate(readers.items()):
        check(cancel)
        on_step(Step(number, len(readers), f"Loading {entry.name}"))
        parts[part] = read()
    on_step(Step(len(readers), len(readers), f"Loading {entry.name}"))
    for part in ("text_encoder", "unet", "vae"):
        parts[part].requires_grad_(False).eval().to(place)
    return Model(
        name=entry.name,
        **parts,
        scheduler_config=layout.scheduler,
        params=layout.params,
        device=place,
        dtype=dtype,
        suggestion=layout.suggestion,
    )


def best_device() -> str:
    """Return ``cuda``, ``mps`` or ``cpu``: the fastest there is."""
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def _tokenizer(layout: Layout) -> Any:
    return CLIPTokenizer.from_pretrained(layout.folder / "tokenizer", local_files_only=True)


def _network(kind: Any, layout: Layout, part: str, dtype: torch.dtype) -> Any:
    folder = layout.folder / part
    network, info = kind.from_pretrained(folder, dtype=dtype, local_files_only=True, output_loading_info=True)
    if missing := sorted(info["missing_keys"]):
        raise UserError(f"The {part} in {folder} is not complete: {len(missing)} weights are missing.")
    return network
