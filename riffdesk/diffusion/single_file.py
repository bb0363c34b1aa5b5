"""Reads a model that is one file of weights; its configs come with riffdesk. Nothing is unpickled."""

from __future__ import annotations

import pickle
import re
import zipfile
from pathlib import Path
from typing import Any

import torch

from riffdesk.diffusion.layout import Layout
from riffdesk.diffusion.weights import SAFE, Shapes, check_checkpoint, shapes_in
from riffdesk.errors import UserError


def read_single_file(path: Path, layout: Layout, dtype: torch.dtype) -> dict[str, Any]:
    """Return tokenizer, text_encoder, unet and vae of a Stable Diffusion 1.x checkpoint.

    Parameters
    ----------
    path : Path
        A .safetensors or a .ckpt file.
    layout : Layout
        The configs that it lacks.
    dtype : torch.dtype
        What the weights become.

    Raises
    ------
    UserError
        If it is of another kind, not complete, or more than numbers would have to be read from it.
    """
    from diffusers import StableDiffusionPipeline  # seconds that a folder need not wait for

    check_checkpoint(path, shapes_in(path) if path.suffix == SAFE else pickled_shapes(path), layout.unet)
    missing = UserError(f"The model in {path} is not complete: some of its weights are missing. Get it again.")
    try:
        pipeline = StableDiffusionPipeline.from_single_file(
            str(path), config=str(layout.folder), torch_dtype=dtype, local_files_only=True
        )
    except NotImplementedError as error:  # a weight that is not in the file stays without a value
        raise missing from error
    parts = {part: getattr(pipeline, part) for part in ("tokenizer", "text_encoder", "unet", "vae")}
    if any(weight.is_meta for weight in parts["text_encoder"].parameters()):
        raise missing
    return parts


def pickled_shapes(path: Path) -> Shapes:
    """Return names and shapes of the tensors in a pickle, read as numbers only.

    Raises
    ------
    UserError
        If it holds anything else, or cannot be read.
    """
    try:
        found = torch.load(path, map_location="cpu", weights_only=True, mmap=zipfile.is_zipfile(path))
    except FileNotFoundError as error:
        raise UserError(f"{path} is no longer there.") from error
    except pickle.UnpicklingError as error:
        named = re.search(r"GLOBAL (\S+)", str(error))
        what = f"'{named[1].rstrip('.')}'" if named else "something"
        raise UserError(
            f"{path} was refused: beside numbers it holds {what}, and to read that would be to run what somebody "
            "put into the file. Look for a .safetensors version of it."
        ) from error
    except (OSError, RuntimeError, EOFError) as error:
        raise UserError(f"{path} is damaged or was not copied to its end. Get it again.") from error
    while isinstance(found, dict) and isinstance(found.get("state_dict"), dict):
        found = found["state_dict"]
    if not isinstance(found, dict):
        raise UserError(f"{path} holds no table of weights.")
    return {name: tuple(value.shape) for name, value in found.items() if isinstance(value, torch.Tensor)}
