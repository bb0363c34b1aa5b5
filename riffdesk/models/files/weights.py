"""Which files hold a model's weights, and what their headers say; no weight is read and nothing is unpickled."""

from __future__ import annotations

import io
import pickletools
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal

from safetensors import SafetensorError, safe_open

from riffdesk.errors import UserError, reason
from riffdesk.models.files.lora_names import is_embedding, is_lora
from riffdesk.models.layout import WHAT_IS_PLAYED, inpainting, read_json, xl

if TYPE_CHECKING:
    from torch import Tensor

Shapes = Mapping[str, tuple[int, ...]]
Kind = Literal["file", "lora", "embedding"]

SAFE, PICKLED = ".safetensors", ".bin"
"""Endings of the weights in a model folder."""

SUFFIXES = (SAFE, ".ckpt", ".pt", ".pth", PICKLED)
"""Endings, in any case, of a single file of weights. What is in it does not follow from them."""

_STEMS = {"text_encoder": ("model", "pytorch_model"), "unet": ("diffusion_pytorch_model",)}
_STEMS["vae"] = _STEMS["unet"]
_PREFIXES = {
    "text_encoder": "cond_stage_model.transformer.",
    "unet": "model.diffusion_model.",
    "vae": "first_stage_model.",
}
_PICKLES = 4  # of a file older than torch 1.6, up to the one with the table of weights
_LARGEST_TABLE = 256 * 2**20  # bytes of a pickle without its numbers
_SMALL = 2**20  # bytes of the pickle of a textual inversion
_BEGIN = 256  # bytes
_WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head)\b", re.IGNORECASE)
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
    names = [name for name in names if not set(name) & {"/", "\\"}]  # a server's may point elsewhere
    for suffix in (SAFE, PICKLED):
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
    if found.names[0].endswith(".json"):
        _check_index(folder / part / found.names[0], found.names[1:])
    return found


def shapes_in(path: Path) -> Shapes:
    """Return the names and shapes of the tensors in a file of weights: of a safetensors file from its header alone.

    Raises
    ------
    UserError
        If it cannot be read, is cut short, or is a pickle that names what could do harm.
    """
    if is_pickle(path):
        return {name: tuple(value.shape) for name, value in read_tensors(path).items()}
    with _opened(path) as file:
        return {name: tuple(file.get_slice(name).get_shape()) for name in file.keys()}  # noqa: SIM118


def names_in(path: Path) -> frozenset[str]:
    """Return the names of the tensors in a file of weights; of a pickle, every text in it, and nothing is built.

    Raises
    ------
    UserError
        If it cannot be read or is cut short.
    """
    if not is_pickle(path):
        return frozenset(shapes_in(path))
    about = path.stat()
    return _texts_of(path, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=64)
def _texts_of(path: Path, written: int, size: int) -> frozenset[str]:
    """Return the texts in a pickle, read once for each time that it was written."""
    try:
        if not zipfile.is_zipfile(path):
            with path.open("rb") as file:
                return frozenset(text for _ in range(_PICKLES) for text in _texts_in(file))
        with zipfile.ZipFile(path) as archive:
            name = next(name for name in archive.namelist() if name.rpartition("/")[2] == "data.pkl")
            if archive.getinfo(name).file_size > _LARGEST_TABLE:
                raise ValueError("its table of weights is too large")
            return frozenset(_texts_in(io.BytesIO(archive.read(name))))
    except (OSError, ValueError, LookupError, EOFError, StopIteration, zipfile.BadZipFile) as error:
        raise UserError(f"{path} is damaged or was not copied to its end. Get it again.") from error


def metadata_in(path: Path) -> Mapping[str, str]:
    """Return what a safetensors file says of itself; nothing, if it says nothing or is a pickle."""
    if is_pickle(path):
        return {}
    with _opened(path) as file:
        return dict(file.metadata() or {})


def read_tensors(path: Path) -> dict[str, Tensor]:
    """Return the tensors in a file of weights, mapped from the disk where that is possible.

    Raises
    ------
    UserError
        As `shapes_in` does.
    """
    if is_pickle(path):
        from riffdesk.models.files.pickles import tensors_in  # torch, which listing models goes without

        return tensors_in(path)
    from safetensors.torch import load_file

    shapes_in(path)  # says in a sentence what is wrong
    return load_file(path)


def is_pickle(path: Path) -> bool:
    """Return whether a file of weights is one of torch's pickles, whatever its name says.

    Raises
    ------
    UserError
        If it cannot be read.
    """
    try:
        with path.open("rb") as file:
            start = file.read(9)
    except FileNotFoundError as error:
        raise UserError(f"{path} is no longer there.") from error
    except OSError as error:
        raise UserError(f"Could not read {path}: {reason(error)}.") from error
    # A safetensors file begins with the length of its header, eight bytes, and a brace.
    return (start[:4] == b"PK\3\4" or start[:1] == b"\x80") and start[8:] != b"{"


def kind_of(path: Path) -> Kind:
    """Return what a single file of weights is: a whole model, a LoRA to add to one, or a textual inversion.

    Raises
    ------
    UserError
        If it is none of these, or cannot be read.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise UserError(f"{path} is no model: it must be a folder, a .safetensors, .ckpt, .pt or .bin file.")
    pickled = is_pickle(path)  # refuses what is not there
    about = path.stat()
    return _kind_in(path, pickled, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=256)
def _kind_in(path: Path, pickled: bool, written: int, size: int) -> Kind:
    """Return what a file is, looked at once for each time that it was written."""
    names = names_in(path)
    if any(name.startswith((_PREFIXES["unet"], "model_ema.diffusion_model")) for name in names):
        return "file"
    if any(name.startswith(_PREFIXES["text_encoder"]) for name in names):
        return "file"  # which says what it lacks
    if is_lora(names):
        return "lora"
    small = not pickled or size < _SMALL  # a larger pickle is not read for that
    if "string_to_param" in names or (small and is_embedding(shapes_in(path))):
        return "embedding"
    if "input_blocks.0.0.weight" in names or "down_blocks.0.resnets.0.conv1.weight" in names:
        raise UserError(
            f"{path} holds the network of a model alone, without its text encoder and its autoencoder. {WHAT_IS_PLAYED}"
        )
    if any(name.startswith(("encoder.", "decoder.", "first_stage_model.")) for name in names):
        raise UserError(f"{path} is an autoencoder (VAE) and no model of its own. {WHAT_IS_PLAYED}")
    if any(name.startswith(("control_model.", "controlnet_")) for name in names):
        raise UserError(f"{path} is a ControlNet, which riffdesk does not use. {WHAT_IS_PLAYED}")
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
    if any(name.startswith("cond_stage_model.model.") for name in shapes):
        raise UserError(f"{path} is a Stable Diffusion 2 model. {WHAT_IS_PLAYED}")
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
    if not is_pickle(path):
        return sum(prod(shape) for shape in shapes_in(path).values())
    return path.stat().st_size // 4


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """Open a safetensors file; what is wrong with it is raised in one sentence."""
    try:
        with path.open("rb") as file:
            begin = file.read(_BEGIN)
        if begin.startswith(_POINTER):
            raise UserError(f"{path} is only a pointer of Git LFS. Run 'git lfs pull' in its folder.")
        if _WEB_PAGE.match(begin):
            raise UserError(f"{path} is a web page and no model: its site wanted a login or a click. Get it anew.")
        with safe_open(path, framework="numpy") as file:
            yield file
    except FileNotFoundError as error:
        raise UserError(f"{path} is no longer there.") from error
    except OSError as error:
        raise UserError(f"Could not read {path}: {reason(error)}.") from error
    except SafetensorError as error:
        raise UserError(f"{path} is damaged or was not copied to its end. Get it again.") from error


def _texts_in(file: IO[bytes]) -> Iterator[str]:
    """Yield the texts of the next pickle in a file, without building anything."""
    for _, argument, _ in pickletools.genops(file):
        if isinstance(argument, str):
            yield argument


def _check_index(index: Path, shards: Collection[str]) -> None:
    """Refuse an index of shards that names others than those beside it."""
    told = read_json(index)
    named = told.get("weight_map")
    if not isinstance(named, dict) or not all(isinstance(name, str) for name in named.values()):
        raise UserError(f"{index} is damaged: it does not say which weights are where. Get the model again.")
    for name in dict.fromkeys(named.values()):
        if set(name) & {"/", "\\"} or name in ("", ".", ".."):
            raise UserError(f"{index} names a file outside of its folder, and was refused: {name[:80]}")
        if name not in shards:
            raise UserError(f"The model in {index.parent.parent} is not complete: {index.parent / name} is missing.")
