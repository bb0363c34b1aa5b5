"""Loads a model's networks onto a device. Nothing is downloaded or unpickled."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import torch

from riffdesk.devices import ON_THE_PROCESSOR, chosen, release
from riffdesk.diffusion import libraries
from riffdesk.diffusion.calls import memory
from riffdesk.diffusion.calls.recorded_calls import RecordedCalls
from riffdesk.diffusion.model import Model, call_network
from riffdesk.diffusion.starter import text_encoder
from riffdesk.diffusion.starter.patch_autoencoder import PatchAutoencoder
from riffdesk.diffusion.starter.riff_unet import RiffUNet
from riffdesk.diffusion.starter.score_unet import ScoreUNet
from riffdesk.errors import UserError, is_out_of_memory, reason
from riffdesk.language import tr, translated
from riffdesk.models.files.pickles import strict_shapes
from riffdesk.models.files.single_file import read_single_file, scheduler_of
from riffdesk.models.files.textual_inversion import read_inversions
from riffdesk.models.files.weights import parameter_count, weights_of
from riffdesk.models.layout import NETWORKS, Layout, check_vocabulary, read_layout, single_file_layout
from riffdesk.models.model_entry import ModelEntry
from riffdesk.progress import OnStep, Step, check, ignore_steps

Reader = Callable[[], dict[str, Any]]

_OWN_CLASSES = {"RiffUNet": RiffUNet, "ScoreUNet": ScoreUNet, "PatchAutoencoder": PatchAutoencoder}
_OTHER_CLASSES = {
    "CLIPTextModel": "transformers",
    "UNet2DConditionModel": "diffusers",
    "AutoencoderKL": "diffusers",
}


def network_class(name: str) -> Any:
    """Return a class of networks by its name in `COMPONENT_CLASSES`."""
    if name in _OWN_CLASSES:
        return _OWN_CLASSES[name]
    import_all_networks()
    return getattr(importlib.import_module(_OTHER_CLASSES[name]), name)


def import_all_networks() -> None:
    """Import diffusers and transformers for networks that are not the starter's."""
    libraries.import_all()
    _silence("diffusers")
    _silence("transformers")


def _silence(library: str) -> None:
    """Have a library log nothing but errors: riffdesk raises its own, and shows its own progress."""
    logging = importlib.import_module(f"{library}.utils.logging")
    logging.set_verbosity_error()
    logging.disable_progress_bar()


_silence("diffusers")


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
        The model's entry in the list.
    loras : sequence of (Path, weight)
        LoRA files to add to it; a weight of 1 adds one in full, 0 not at all.
    words : sequence of (str, Path)
        Names and files of textual inversions to add; one for another text encoder is left out.
    device : str, optional
        Its name in `riffdesk.devices`, which also says in which number format it computes; by default the chosen one.
    compiled : bool
        Whether the network is compiled where that pays (torch.compile): the first render takes minutes longer, later
        ones are faster.

    Raises
    ------
    UserError
        If it cannot be read, is damaged, not complete or of another kind, or does not fit into memory.
    Cancelled
        If ``cancel`` was set.
    """
    check(cancel)
    computing = chosen(device)
    compute_device, dtype = torch.device(computing.type), computing.dtype()
    layout, parameters, readers = _single_file(entry, dtype) if entry.kind == "file" else _folder(entry, dtype)
    row_size = memory.row_bytes(layout.unet, dtype, score=layout.takes_score)
    weight_bytes = parameters * dtype.itemsize
    work_bytes = max(2 * row_size, memory.image_bytes(layout.unet, layout.vae, dtype))
    memory.check_free_memory(entry.name, weight_bytes + work_bytes, computing)
    parts: dict[str, Any] = {}
    for number, reader in enumerate(readers):
        on_step(Step(number, len(readers), tr("Loading the model {name}", name=entry.name), ahead=True))
        check(cancel)
        with loading_errors(entry):
            parts |= reader()
    _check_vocabulary_size(parts, entry)
    if loras:
        from riffdesk.models.files.lora import add_loras  # slow to import

        add_loras(parts, loras)
    added = read_inversions(words, parts["text_encoder"].config.hidden_size)
    check(cancel)
    with loading_errors(entry):
        for part in NETWORKS:
            parts[part].requires_grad_(False).eval().to(compute_device)
        parts["unet"].to(memory_format=computing.layout())
    computing.make_deterministic()  # the same recipe gives the same samples
    recorded = None
    if compiled and computing.compiles():
        parts["unet"].compile()
    elif computing.records():
        recorded = RecordedCalls(partial(call_network, parts["unet"]), computing, row_size)
    on_step(Step(len(readers), len(readers), tr("Loading the model {name}", name=entry.name), ahead=True))
    return Model(
        name=entry.name,
        **parts,
        scheduler_config=layout.scheduler,
        params=layout.params,
        device=compute_device,
        dtype=dtype,
        suggestion=layout.suggestion,
        absences=layout.absences,
        words={name: vectors.to(compute_device, dtype) for name, vectors in added.items()},
        rows=memory.rows_at_a_time(computing, weight_bytes, row_size),
        recorded=recorded,
    )


def _folder(entry: ModelEntry, dtype: torch.dtype) -> tuple[Layout, int, list[Reader]]:
    """Return a folder's layout, its number of parameters, and the readers of its components."""
    if entry.kind == "lora":
        raise UserError(
            tr("{name} is a LoRA: it changes another model and makes no sound of its own.", name=entry.name)
        )
    if entry.kind == "embedding":
        raise UserError(
            tr("{name} is a textual inversion: a word for prompts, and no model of its own.", name=entry.name)
        )
    layout = read_layout(entry.path)
    own_text = layout.classes["unet"] in _OWN_CLASSES and text_encoder.readable(layout.folder, layout.text_encoder)
    classes = {
        part: None if own_text and part == "text_encoder" else network_class(name)
        for part, name in layout.classes.items()
    }
    parameters = 0
    readers: list[Reader] = [lambda: {"tokenizer": _tokenizer(layout.folder, own=own_text)}]
    for part, kind in classes.items():
        files = weights_of(layout.folder, part)
        parameters += sum(
            parameter_count(layout.folder / part / name) for name in files.names if not name.endswith("json")
        )
        if kind is None:
            readers.append(lambda: {"text_encoder": _text_encoder(layout, dtype)})
        else:
            readers.append(lambda part=part, kind=kind: {part: read_network(kind, layout.folder, part, dtype)})  # type: ignore[misc]
    return layout, parameters, readers


def _single_file(entry: ModelEntry, dtype: torch.dtype) -> tuple[Layout, int, list[Reader]]:
    if not entry.path.is_file():
        raise UserError(tr("{path} no longer exists.", path=entry.path))
    layout = single_file_layout()
    layout = replace(layout, scheduler=scheduler_of(entry.path, layout))
    import_all_networks()
    return layout, parameter_count(entry.path), [lambda: read_single_file(entry.path, layout, dtype)]


def _tokenizer(folder: Path, *, own: bool) -> Any:
    tokenizer_folder = folder / "tokenizer"
    if not (tokenizer_folder / "tokenizer.json").is_file() and not (
        (tokenizer_folder / "vocab.json").is_file() and (tokenizer_folder / "merges.txt").is_file()
    ):
        raise UserError(tr("The model in {folder} is not complete: its tokenizer has no vocabulary.", folder=folder))
    check_vocabulary(folder)
    if own:
        return text_encoder.Tokenizer(tokenizer_folder)
    _silence("transformers")
    from transformers import CLIPTokenizer

    return CLIPTokenizer.from_pretrained(tokenizer_folder, local_files_only=True)


def _text_encoder(layout: Layout, dtype: torch.dtype) -> text_encoder.TextEncoder:
    network, missing = text_encoder.read_text_encoder(layout.folder, layout.text_encoder, dtype)
    _check_complete(layout.folder, "text_encoder", missing)
    return network


def read_network(kind: Any, folder: Path, part: str, dtype: torch.dtype) -> Any:
    """Return a network of a model folder, of a given class, in a number format; UserError if weights are missing."""
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
    _check_complete(folder, part, info["missing_keys"])
    return network


def _check_complete(folder: Path, part: str, missing: Collection[str]) -> None:
    """Raise `UserError` if weights of a component are missing."""
    if missing:
        count = len(missing)
        raise UserError(
            tr(
                "The {part} in {folder} is not complete: {count} of its weights are missing. Get it again.",
                part=part,
                folder=folder,
                count=count,
            )
        )


def _check_vocabulary_size(parts: dict[str, Any], entry: ModelEntry) -> None:
    words, embeddings = len(parts["tokenizer"]), parts["text_encoder"].config.vocab_size
    if words > embeddings:
        raise UserError(
            tr(
                "The parts of {path} do not match: its tokenizer has {words} words, its text_encoder {embeddings}.",
                path=entry.path,
                words=words,
                embeddings=embeddings,
            )
        )


@contextmanager
def loading_errors(entry: ModelEntry) -> Iterator[None]:
    """Raise the libraries' errors over invalid files as UserError."""
    try:
        yield
    except (
        OSError, ValueError, RuntimeError, LookupError, ArithmeticError, AttributeError, TypeError, MemoryError
    ) as error:  # fmt: skip
        if is_out_of_memory(error):
            release()
            raise UserError(
                tr(
                    "There is not enough memory for {name}. Close other programs, use a smaller model, {other}.",
                    name=entry.name,
                    other=translated(ON_THE_PROCESSOR),
                )
            ) from error
        first = " ".join(reason(error).split()).split(". ")[0][:200].rstrip(".!")
        raise UserError(
            tr("{path} cannot be loaded: its files do not match: {first}.", path=entry.path, first=first)
        ) from error
