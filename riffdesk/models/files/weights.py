"""Files of weights: which files a model has, what kind they are, and their headers. Nothing is unpickled."""

from __future__ import annotations

import io
import pickletools
import re
import struct
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
from riffdesk.language import tr, translated
from riffdesk.models.files.lora_names import is_embedding, is_lora
from riffdesk.models.layout import read_json
from riffdesk.models.unsupported import SUPPORTED_MODELS, inpainting_error, xl_error

if TYPE_CHECKING:
    from torch import Tensor

Shapes = Mapping[str, tuple[int, ...]]
Kind = Literal["file", "lora", "embedding"]

SAFE, PICKLED = ".safetensors", ".bin"
"""Endings of the weights in a model folder."""

SUFFIXES = (SAFE, ".ckpt", ".pt", ".pth", PICKLED)
"""Suffixes, in upper or lower case, of a single file of weights. They do not determine its kind."""

_STEMS = {"text_encoder": ("model", "pytorch_model"), "unet": ("diffusion_pytorch_model",)}
_STEMS |= dict.fromkeys(("vae", "transformer", "duration_embedder"), _STEMS["unet"])
_PREFIXES = {
    "text_encoder": "cond_stage_model.transformer.",
    "unet": "model.diffusion_model.",
    "vae": "first_stage_model.",
}
_MAX_PICKLES = 4  # in a file older than torch 1.6; the last has the table of weights
_MAX_TABLE_BYTES = 256 * 2**20  # of a pickle without its numbers
_MAX_INVERSION_BYTES = 2**20
_START_BYTES = 256
_WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head)\b", re.IGNORECASE)
_POINTER = b"version https://git-lfs"


@dataclass(frozen=True)
class Weights:
    """The files with the weights of one component.

    Parameters
    ----------
    names : tuple of str
        Names of the files: one, or an index and its shards.
    variant : str, optional
        ``fp16`` if there is only that precision.
    """

    names: tuple[str, ...]
    variant: str | None

    @property
    def safe(self) -> bool:
        """Whether they are safetensors, which contain numbers only."""
        return self.names[-1].endswith(SAFE)


def choose_weights(part: str, names: Collection[str]) -> Weights | None:
    """Return the files of a component to use: safetensors before pickles, full precision before half.

    Parameters
    ----------
    part : str
        Name of its folder, such as ``text_encoder``, ``unet`` or ``vae``.
    names : collection of str
        Names of the files in its folder.
    """
    names = [name for name in names if not set(name) & {"/", "\\"}]  # none leads out of the folder
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
        weights = choose_weights(part, [path.name for path in (folder / part).iterdir()])
    except OSError as error:
        raise UserError(tr("Could not read {folder}: {reason}.", folder=folder / part, reason=reason(error))) from error
    if weights is None:
        raise UserError(
            tr("The model in {folder} is not complete: there are no weights in {part}.", folder=folder, part=part)
        )
    for name in weights.names:
        if name.endswith(SAFE):
            shapes_in(folder / part / name)
    if weights.names[0].endswith(".json"):
        _check_index(folder / part / weights.names[0], weights.names[1:])
    return weights


def shapes_in(path: Path) -> Shapes:
    """Return the names and shapes of the tensors in a file of weights; of a safetensors file, only its header is read.

    Raises
    ------
    UserError
        If it cannot be read, is truncated, or is a pickle that names harmful functions.
    """
    if is_pickle(path):
        return {name: tuple(value.shape) for name, value in read_tensors(path).items()}
    with _open_safetensors(path) as file:
        return {name: tuple(file.get_slice(name).get_shape()) for name in file.keys()}  # noqa: SIM118


def names_in(path: Path) -> frozenset[str]:
    """Return the names of the tensors in a file of weights; of a pickle, all strings in it, without building objects.

    Raises
    ------
    UserError
        If it cannot be read or is truncated.
    """
    if not is_pickle(path):
        return frozenset(shapes_in(path))
    stat = path.stat()
    return _texts_of(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=64)
def _texts_of(path: Path, modified: int, size: int) -> frozenset[str]:
    """Return the strings in a pickle; cached until the file changes."""
    try:
        if not zipfile.is_zipfile(path):
            with path.open("rb") as file:
                return frozenset(text for _ in range(_MAX_PICKLES) for text in _texts_in(file))
        with zipfile.ZipFile(path) as archive:
            name = next(name for name in archive.namelist() if name.rpartition("/")[2] == "data.pkl")
            if archive.getinfo(name).file_size > _MAX_TABLE_BYTES:
                raise ValueError("its table of weights is too large")
            return frozenset(_texts_in(io.BytesIO(archive.read(name))))
    except (
        OSError, ValueError, LookupError, EOFError, StopIteration, RuntimeError, struct.error, zipfile.BadZipFile
    ) as error:  # fmt: skip
        raise UserError(tr("{path} is damaged or was not copied to its end. Get it again.", path=path)) from error


def metadata_in(path: Path) -> Mapping[str, str]:
    """Return the metadata of a safetensors file; empty if it has none or is a pickle."""
    if is_pickle(path):
        return {}
    with _open_safetensors(path) as file:
        return dict(file.metadata() or {})


def read_tensors(path: Path) -> dict[str, Tensor]:
    """Return the tensors in a file of weights by name, mapped from the disk where possible.

    Raises
    ------
    UserError
        As `shapes_in` does.
    """
    if is_pickle(path):
        from riffdesk.models.files.pickles import tensors_in  # imports torch, which listing models does not need

        return tensors_in(path)
    from safetensors.torch import load_file

    shapes_in(path)  # raises UserError if the file is damaged
    return load_file(path)


def is_pickle(path: Path) -> bool:
    """Whether a file of weights is a pickle of torch, by its content.

    Raises
    ------
    UserError
        If it cannot be read.
    """
    try:
        with path.open("rb") as file:
            start = file.read(9)
    except FileNotFoundError as error:
        raise UserError(tr("{path} no longer exists.", path=path)) from error
    except OSError as error:
        raise UserError(tr("Could not read {path}: {reason}.", path=path, reason=reason(error))) from error
    # A safetensors file begins with the length of its header in eight bytes, then a brace.
    return (start[:4] == b"PK\3\4" or start[:1] == b"\x80") and start[8:] != b"{"


def kind_of(path: Path) -> Kind:
    """Return the kind of a single file of weights: a model, a LoRA, or a textual inversion.

    Raises
    ------
    UserError
        If it is none of these, or cannot be read.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise UserError(
            tr("{path} is no model: it must be a folder, a .safetensors, .ckpt, .pt or .bin file.", path=path)
        )
    pickled = is_pickle(path)  # raises UserError if the file is missing
    stat = path.stat()
    return _kind_in(path, pickled, stat.st_mtime_ns, stat.st_size)


def kind_or_file(path: Path) -> Kind:
    """Return the kind of a file; ``file`` for a damaged one, which is listed and reported when it is used."""
    try:
        return kind_of(path)
    except UserError:
        return "file"


@lru_cache(maxsize=256)
def _kind_in(path: Path, pickled: bool, modified: int, size: int) -> Kind:
    """Return the kind of a file; cached until the file changes."""
    names = names_in(path)
    if any(name.startswith((_PREFIXES["unet"], "model_ema.diffusion_model")) for name in names):
        return "file"
    if any(name.startswith(_PREFIXES["text_encoder"]) for name in names):
        return "file"  # not complete; loading it reports the missing weights
    if is_lora(names):
        return "lora"
    small = not pickled or size < _MAX_INVERSION_BYTES  # shapes are not read from a larger pickle
    if "string_to_param" in names or (small and is_embedding(shapes_in(path))):
        return "embedding"
    if "input_blocks.0.0.weight" in names or "down_blocks.0.resnets.0.conv1.weight" in names:
        raise UserError(
            tr(
                "{path} holds the network of a model alone, without its text encoder and its autoencoder. {supported}",
                path=path,
                supported=translated(SUPPORTED_MODELS),
            )
        )
    if any(name.startswith(("encoder.", "decoder.", "first_stage_model.")) for name in names):
        raise UserError(
            tr(
                "{path} is an autoencoder (VAE) and no model of its own. {supported}",
                path=path,
                supported=translated(SUPPORTED_MODELS),
            )
        )
    if any(name.startswith(("control_model.", "controlnet_")) for name in names):
        raise UserError(
            tr(
                "{path} is a ControlNet, which riffdesk does not use. {supported}",
                path=path,
                supported=translated(SUPPORTED_MODELS),
            )
        )
    raise UserError(tr("{path} holds neither a Stable Diffusion 1.x model nor a LoRA for one.", path=path))


def check_checkpoint(path: Path, shapes: Shapes, unet: Mapping[str, Any]) -> None:
    """Check that a single file of weights is a complete model of the supported kind.

    Parameters
    ----------
    path : Path
        The file, for the message.
    shapes : mapping of str to tuple
        Names and shapes of its tensors.
    unet : dict
        Config of the network.

    Raises
    ------
    UserError
        If it is a model of another kind, or a part is missing.
    """
    if any(name.startswith(("conditioner.", "model.diffusion_model.label_emb.")) for name in shapes):
        raise xl_error(path)
    if any(name.startswith("cond_stage_model.model.") for name in shapes):
        raise UserError(
            tr("{path} is a Stable Diffusion 2 model. {supported}", path=path, supported=translated(SUPPORTED_MODELS))
        )
    for part, prefix in _PREFIXES.items():
        if not any(name.startswith(prefix) for name in shapes):
            raise UserError(
                tr(
                    "The model in {path} is not complete: it has no {part}. {supported}",
                    path=path,
                    part=part,
                    supported=translated(SUPPORTED_MODELS),
                )
            )
    channels = shapes.get("model.diffusion_model.input_blocks.0.0.weight", (0, 0))[1]
    if channels == 2 * unet["in_channels"] + 1:
        raise inpainting_error(path, channels)
    widths = {shape[-1] for name, shape in shapes.items() if name.endswith("attn2.to_k.weight")}
    if channels != unet["in_channels"] or widths != {unet["cross_attention_dim"]}:
        raise UserError(
            tr("{path} is a model of another kind. {supported}", path=path, supported=translated(SUPPORTED_MODELS))
        )


def parameter_count(path: Path) -> int:
    """Return the number of parameters in a file of weights; of a pickle, estimated from its size as fp32."""
    if not is_pickle(path):
        return sum(prod(shape) for shape in shapes_in(path).values())
    return path.stat().st_size // 4


@contextmanager
def _open_safetensors(path: Path) -> Iterator[Any]:
    """Open a safetensors file; errors are raised as UserError."""
    try:
        with path.open("rb") as file:
            start = file.read(_START_BYTES)
        if start.startswith(_POINTER):
            raise UserError(tr("{path} is only a pointer of Git LFS. Run 'git lfs pull' in its folder.", path=path))
        if _WEB_PAGE.match(start):
            raise UserError(
                tr(
                    "{path} is a web page and no model: its site requires a login or a click. Download it again.",
                    path=path,
                )
            )
        with safe_open(path, framework="numpy") as file:
            yield file
    except FileNotFoundError as error:
        raise UserError(tr("{path} no longer exists.", path=path)) from error
    except OSError as error:
        raise UserError(tr("Could not read {path}: {reason}.", path=path, reason=reason(error))) from error
    except SafetensorError as error:
        raise UserError(tr("{path} is damaged or was not copied to its end. Get it again.", path=path)) from error


def _texts_in(file: IO[bytes]) -> Iterator[str]:
    """Yield the strings of the next pickle in a file, without building objects."""
    for _, argument, _ in pickletools.genops(file):
        if isinstance(argument, str):
            yield argument


def _check_index(index: Path, shards: Collection[str]) -> None:
    """Raise UserError if an index of shards names files that are not beside it."""
    content = read_json(index)
    weight_map = content.get("weight_map")
    if not isinstance(weight_map, dict) or not all(isinstance(name, str) for name in weight_map.values()):
        raise UserError(
            tr("{index} is damaged: it does not list the files of the weights. Get the model again.", index=index)
        )
    for name in dict.fromkeys(weight_map.values()):
        if set(name) & {"/", "\\"} or name in ("", ".", ".."):
            raise UserError(
                tr("{index} names a file outside of its folder, and was refused: {name}", index=index, name=name[:80])
            )
        if name not in shards:
            raise UserError(
                tr(
                    "The model in {parent} is not complete: {file} is missing.",
                    parent=index.parent.parent,
                    file=index.parent / name,
                )
            )
