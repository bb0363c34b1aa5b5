"""Which files hold a model's weights, and what their headers say; no weight is read and nothing is unpickled."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any, Literal

from safetensors import SafetensorError, safe_open

from riffdesk.diffusion.layout import WHAT_IS_PLAYED, inpainting, xl
from riffdesk.errors import UserError, reason

Shapes = Mapping[str, tuple[int, ...]]

SAFE, PICKLED = ".safetensors", (".bin", ".ckpt")

_STEMS = {"text_encoder": ("model", "pytorch_model"), "unet": ("diffusion_pytorch_model",)}
_STEMS["vae"] = _STEMS["unet"]
_PREFIXES = {
    "text_encoder": "cond_stage_model.transformer.",
    "unet": "model.diffusion_model.",
    "vae": "first_stage_model.",
}
_POINTER = b"version https://git-lfs"


@dataclass(frozen=True)
class Weights:
    """The files with one component's weights.

    Parameters
    ----------
    names : tuple of str
        Of the files: one, or several shards after their index.
    variant : str, optional
        ``fp16`` if only that precision is there.
    """

    names: tuple[str, ...]
    variant: str | None

    @property
    def safe(self) -> bool:
        """Whether they are safetensors, which hold numbers and nothing else."""
        return self.names[-1].endswith(SAFE)


def choose_weights(part: str, names: Collection[str]) -> Weights | None:
    """Return which of a component's files to use: safetensors before pickles, full precision before half.

    Parameters
    ----------
    part : str
        ``text_encoder``, ``unet`` or ``vae``.
    names : collection of str
        What is in its folder.
    """
    for suffix in (SAFE, PICKLED[0]):
        for variant in (None, "fp16"):
            for stem in _STEMS[part]:
                middle = f"{stem}.{variant}" if variant else stem
                if middle + suffix in names:
                    return Weights((middle + suffix,), variant)
                shards = sorted(name for name in names if name.startswith(f"{middle}-") and name.endswith(suffix))
                for index in (f"{stem}{suffix}.index.json", f"{stem}{suffix}.index.{variant}.json"):
                    if index in names and shards:
                        return Weights((index, *shards), variant)
    return None


def weights_of(folder: Path, part: str) -> Weights:
    """Return the files with the weights of a component of a model folder.

    Raises
    ------
    UserError
        If there are none, or one is damaged.
    """
    try:
        found = choose_weights(part, [path.name for path in (folder / part).iterdir()])
    except OSError as error:
        raise UserError(f"Could not read {folder / part}: {reason(error)}.") from error
    if found is None:
        raise UserError(f"The model in {folder} is not complete: there are no weights in {part}.")
    for name in found.names:
        if name.endswith(SAFE):
            shapes_in(folder / part / name)
    return found


def shapes_in(path: Path) -> Shapes:
    """Return the names and shapes of the tensors in a safetensors file, from its header alone.

    Raises
    ------
    UserError
        If it cannot be read, is no safetensors file, or is cut short.
    """
    try:
        with path.open("rb") as file:
            if file.read(len(_POINTER)) == _POINTER:
                raise UserError(f"{path} is only a pointer of Git LFS. Run 'git lfs pull' in its folder.")
        with safe_open(path, framework="numpy") as file:
            return {name: tuple(file.get_slice(name).get_shape()) for name in file.keys()}  # noqa: SIM118
    except FileNotFoundError as error:
        raise UserError(f"{path} is no longer there.") from error
    except OSError as error:
        raise UserError(f"Could not read {path}: {reason(error)}.") from error
    except SafetensorError as error:
        raise UserError(f"{path} is damaged or was not copied to its end. Get it again.") from error


def kind_of(path: Path) -> Literal["file", "lora"]:
    """Return what a single file of weights is: a whole model, or a LoRA to add to one.

    Raises
    ------
    UserError
        If it is neither, or cannot be read.
    """
    if path.suffix == PICKLED[1]:
        return "file"
    if path.suffix != SAFE:
        raise UserError(f"{path} is no model: it must be a folder, a .safetensors or a .ckpt file.")
    shapes = shapes_in(path)
    if any(name.startswith(_PREFIXES["unet"]) for name in shapes):
        return "file"
    if any("lora" in name for name in shapes):
        return "lora"
    raise UserError(f"{path} holds neither a Stable Diffusion 1.x model nor a LoRA for one.")


def check_checkpoint(path: Path, shapes: Shapes, unet: Mapping[str, Any]) -> None:
    """Refuse a single file of weights that is not of the kind its configs are for.

    Parameters
    ----------
    path : Path
        For the message.
    shapes : mapping of str to tuple
        What is in it.
    unet : dict
        Config of the network that it should hold.

    Raises
    ------
    UserError
        If it is a model of another kind, or a part is missing.
    """
    if any(name.startswith(("conditioner.", "model.diffusion_model.label_emb.")) for name in shapes):
        raise xl(path)
    for part, prefix in _PREFIXES.items():
        if not any(name.startswith(prefix) for name in shapes):
            raise UserError(f"The model in {path} is not complete: it has no {part}. {WHAT_IS_PLAYED}")
    channels = shapes.get("model.diffusion_model.input_blocks.0.0.weight", (0, 0))[1]
    if channels == 2 * unet["in_channels"] + 1:
        raise inpainting(path, channels)
    words = {shape[-1] for name, shape in shapes.items() if name.endswith("attn2.to_k.weight")}
    if channels != unet["in_channels"] or words != {unet["cross_attention_dim"]}:
        raise UserError(f"{path} is a model of another kind. {WHAT_IS_PLAYED}")


def numbers_in(path: Path) -> int:
    """Return how many numbers a file of weights holds; of a pickle, what its size tells, if they are fp32."""
    if path.suffix == SAFE:
        return sum(prod(shape) for shape in shapes_in(path).values())
    return path.stat().st_size // 4
