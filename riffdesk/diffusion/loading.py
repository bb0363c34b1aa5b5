"""Loads a model's networks onto the device that will compute. Nothing is fetched, and nothing is ever unpickled."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import diffusers.utils.logging
import torch
import transformers.utils.logging
from diffusers import AutoencoderKL, UNet2DConditionModel
from transformers import CLIPTextModel, CLIPTokenizer

from riffdesk.diffusion import memory
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.starter.patch_autoencoder import PatchAutoencoder
from riffdesk.diffusion.starter.riff_unet import RiffUNet
from riffdesk.diffusion.starter.score_unet import ScoreUNet
from riffdesk.errors import UserError, reason
from riffdesk.models.files.pickles import strict_shapes
from riffdesk.models.files.single_file import read_single_file, scheduler_of
from riffdesk.models.files.textual_inversion import read_inversions
from riffdesk.models.files.weights import parameter_count, weights_of
from riffdesk.models.layout import NETWORKS, Layout, check_vocabulary, read_layout, single_file_layout
from riffdesk.models.model_entry import ModelEntry
from riffdesk.progress import OnStep, Step, check, ignore_steps

# What goes wrong is raised here in one sentence; their own log lines and bars would stand between riffdesk's.
diffusers.utils.logging.set_verbosity_error()
diffusers.utils.logging.disable_progress_bar()
transformers.utils.logging.set_verbosity_error()
transformers.utils.logging.disable_progress_bar()

Read = Callable[[], dict[str, Any]]

CLASSES = {
    "CLIPTextModel": CLIPTextModel,
    "UNet2DConditionModel": UNet2DConditionModel,
    "RiffUNet": RiffUNet,
    "ScoreUNet": ScoreUNet,
    "AutoencoderKL": AutoencoderKL,
    "PatchAutoencoder": PatchAutoencoder,
}
"""Loader of each network class, by its name in `COMPONENT_CLASSES`."""


def load_model(
    entry: ModelEntry,
    *,
    loras: Sequence[tuple[Path, float]] = (),
    words: Sequence[tuple[str, Path]] = (),
    device: str | None = None,
    compiled: bool = False,
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
    words : sequence of (str, Path)
        Textual inversions whose names shall be words of it; one for another text encoder is left out.
    device : str, optional
        ``cuda``, ``mps`` or ``cpu``; the best there is if it is not given. fp16 on ``cuda``, else fp32.
    compiled : bool
        Whether the network is compiled on a graphics card (torch.compile), which takes minutes at the
        first render and makes the others faster.

    Raises
    ------
    UserError
        If it cannot be read, is damaged, not complete or of another kind, or does not fit into memory.
    Cancelled
        If ``cancel`` was set.
    """
    check(cancel)
    place = _place(device)
    dtype = torch.float16 if place.type == "cuda" else torch.float32
    layout, numbers, reads = _single_file(entry, dtype) if entry.kind == "file" else _folder(entry, dtype)
    row = memory.row_bytes(layout.unet, dtype, score=layout.takes_score)
    weights = numbers * dtype.itemsize
    work = max(2 * row, memory.image_bytes(layout.unet, layout.vae, dtype))
    memory.check_room(entry.name, weights + work, place)
    parts: dict[str, Any] = {}
    for number, read in enumerate(reads):
        on_step(Step(number, len(reads), f"Loading the model {entry.name}", ahead=True))
        check(cancel)
        with _calmly(entry):
            parts |= read()
    _check_words(parts, entry)
    if loras:
        from riffdesk.models.files.lora import add_loras  # it imports what takes seconds

        add_loras(parts, loras)
    added = read_inversions(words, parts["text_encoder"].config.hidden_size)
    check(cancel)
    with _calmly(entry):
        for part in NETWORKS:
            parts[part].requires_grad_(False).eval().to(place)
        # Convolutions are faster with the channels innermost, on graphics cards and processors alike.
        parts["unet"].to(memory_format=torch.channels_last)
    if place.type == "cuda":
        torch.backends.cudnn.deterministic = True  # the same recipe gives the same samples
        if compiled:
            parts["unet"].compile()
    on_step(Step(len(reads), len(reads), f"Loading the model {entry.name}", ahead=True))
    return Model(
        name=entry.name,
        **parts,
        scheduler_config=layout.scheduler,
        params=layout.params,
        device=place,
        dtype=dtype,
        suggestion=layout.suggestion,
        absences=layout.absences,
        words={name: vectors.to(place, dtype) for name, vectors in added.items()},
        rows=memory.rows_at_a_time(place, weights, row),
    )


def best_device() -> str:
    """Return ``cuda``, ``mps`` or ``cpu``: the fastest there is."""
    return next(name for name, is_there in _devices().items() if is_there)


def _devices() -> dict[str, bool]:
    return {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}


def _place(device: str | None) -> torch.device:
    there = _devices()
    if device is not None and not there.get(device, False):
        choice = ", ".join(name for name, is_there in there.items() if is_there)
        raise UserError(f"There is no '{device}' to compute on here. There is: {choice}.")
    return torch.device(device or best_device())


def _folder(entry: ModelEntry, dtype: torch.dtype) -> tuple[Layout, int, list[Read]]:
    """Return a folder's layout, how many numbers its weights are, and what reads its parts."""
    if entry.kind == "lora":
        raise UserError(f"{entry.name} is a LoRA: it changes another model and makes no sound of its own.")
    if entry.kind == "embedding":
        raise UserError(f"{entry.name} is a textual inversion: a word for prompts, and no model of its own.")
    layout = read_layout(entry.path)
    classes = {part: CLASSES[name] for part, name in layout.classes.items()}
    numbers = 0
    reads: list[Read] = [lambda: {"tokenizer": _tokenizer(layout.folder)}]
    for part, kind in classes.items():
        files = weights_of(layout.folder, part)
        numbers += sum(
            parameter_count(layout.folder / part / name) for name in files.names if not name.endswith("json")
        )
        reads.append(lambda part=part, kind=kind: {part: _network(kind, layout.folder, part, dtype)})  # type: ignore[misc]
    return layout, numbers, reads


def _single_file(entry: ModelEntry, dtype: torch.dtype) -> tuple[Layout, int, list[Read]]:
    if not entry.path.is_file():
        raise UserError(f"{entry.path} is no longer there.")
    layout = single_file_layout()
    layout = replace(layout, scheduler=scheduler_of(entry.path, layout))
    return layout, parameter_count(entry.path), [lambda: read_single_file(entry.path, layout, dtype)]


def _tokenizer(folder: Path) -> Any:
    home = folder / "tokenizer"
    if not (home / "tokenizer.json").is_file() and not (
        (home / "vocab.json").is_file() and (home / "merges.txt").is_file()
    ):
        raise UserError(f"The model in {folder} is not complete: its tokenizer has no vocabulary.")
    check_vocabulary(folder)
    return CLIPTokenizer.from_pretrained(home, local_files_only=True)


def _network(kind: Any, folder: Path, part: str, dtype: torch.dtype) -> Any:
    files = weights_of(folder, part)
    for name in files.names:
        if not files.safe and not name.endswith("json"):
            strict_shapes(folder / part / name)
    network, info = kind.from_pretrained(
        folder / part,
        dtype=dtype,
        variant=files.variant,
        use_safetensors=files.safe,
        local_files_only=True,
        output_loading_info=True,
    )
    if missing := len(info["missing_keys"]):
        raise UserError(f"The {part} in {folder} is not complete: {missing} of its weights are missing. Get it again.")
    return network


def _check_words(parts: dict[str, Any], entry: ModelEntry) -> None:
    words, known = len(parts["tokenizer"]), parts["text_encoder"].config.vocab_size
    if words > known:
        raise UserError(
            f"The parts of {entry.path} do not fit: its tokenizer has {words} words and its text_encoder {known}."
        )


@contextmanager
def _calmly(entry: ModelEntry) -> Iterator[None]:
    """Turn what the libraries raise over files that make no sense into one sentence."""
    try:
        yield
    except torch.OutOfMemoryError as error:
        memory.release()
        raise UserError(
            f"There is not enough memory on the graphics card for {entry.name}. Close other programs that use it, "
            f"use a smaller model, {memory.ON_THE_PROCESSOR}."
        ) from error
    except (OSError, ValueError, RuntimeError, KeyError, TypeError) as error:
        first = " ".join(reason(error).split()).split(". ")[0][:200].rstrip(".!")
        raise UserError(f"{entry.path} cannot be loaded, for its files do not fit each other: {first}.") from error
