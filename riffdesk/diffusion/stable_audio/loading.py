"""Loads the networks of Stable Audio 3 onto a device. Nothing is downloaded or unpickled."""

from __future__ import annotations

import importlib
import threading
import warnings
from pathlib import Path
from typing import Any

import torch

from riffdesk.devices import chosen
from riffdesk.diffusion.calls import memory
from riffdesk.diffusion.loading import import_all_networks, loading_errors, read_network
from riffdesk.diffusion.stable_audio.sampling import scheduler_of
from riffdesk.diffusion.stable_audio.sound_model import SoundModel, tokens_of
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.models.class_paths import CHUNKED_AUTOENCODER
from riffdesk.models.files.weights import parameter_count, weights_of
from riffdesk.models.layout import check_vocabulary
from riffdesk.models.model_entry import ModelEntry
from riffdesk.models.stable_audio import NETWORKS, StableAudioLayout, describe_stable_audio
from riffdesk.progress import OnStep, Step, check, ignore_steps

CLASSES = {
    "text_encoder": ("transformers", "T5GemmaEncoderModel"),
    "duration_embedder": (
        "diffusers.pipelines.stable_audio_3.modeling_stable_audio_3",
        "StableAudio3DurationEmbedder",
    ),
    "transformer": ("diffusers", "StableAudio3DiTModel"),
}
"""Module and name of the classes of networks other than the autoencoder."""

_AUTOENCODERS = {"AutoencoderSAME": "diffusers", "ChunkedAutoencoder": CHUNKED_AUTOENCODER}
_VALUES_PER_TOKEN = 40  # of a block that are held at a time, as multiples of its width; estimated


def load_sound_model(
    entry: ModelEntry,
    *,
    device: str | None = None,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> SoundModel:
    """Load a Stable Audio 3 in diffusers layout.

    Parameters
    ----------
    entry : ModelEntry
        The model's entry in the list.
    device : str, optional
        Its name in `riffdesk.devices`; by default the chosen one.

    Raises
    ------
    UserError
        If it is damaged, not complete or of another kind, or does not fit into memory.
    Cancelled
        If ``cancel`` was set.
    """
    check(cancel)
    computing = chosen(device)
    place, dtype = torch.device(computing.type), computing.dtype()
    layout = describe_stable_audio(entry.path)
    needed = work_bytes(layout, dtype)
    for part in NETWORKS:
        names = [name for name in weights_of(layout.folder, part).names if not name.endswith("json")]
        needed += dtype.itemsize * sum(parameter_count(layout.folder / part / name) for name in names)
    memory.check_free_memory(entry.name, needed, computing)
    import_all_networks()
    parts: dict[str, Any] = {}
    for number, part in enumerate(NETWORKS):
        on_step(Step(number, len(NETWORKS), tr("Loading the model {name}", name=entry.name), ahead=True))
        check(cancel)
        module, name = CLASSES.get(part) or (_AUTOENCODERS[layout.autoencoder], layout.autoencoder)
        with loading_errors(entry), warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # the autoencoder uses torch's older weight norm
            network = read_network(getattr(importlib.import_module(module), name), layout.folder, part, dtype)
            parts[part] = network.requires_grad_(False).eval().to(place)
    with loading_errors(entry):
        tokenizer = _tokenizer(layout.folder)
        tokens_of(tokenizer, "")
        scheduler_of(layout.scheduler, layout.suggestion.steps)
    words, embeddings = len(tokenizer), parts["text_encoder"].config.encoder.vocab_size
    if words > embeddings:
        raise UserError(
            tr(
                "The parts of {path} do not match: its tokenizer has {words} words, its text_encoder {embeddings}.",
                path=entry.path,
                words=words,
                embeddings=embeddings,
            )
        )
    computing.make_deterministic()  # the same recipe gives the same samples
    on_step(Step(len(NETWORKS), len(NETWORKS), tr("Loading the model {name}", name=entry.name), ahead=True))
    return SoundModel(
        name=entry.name,
        tokenizer=tokenizer,
        **parts,
        scheduler_config=layout.scheduler,
        device=place,
        dtype=dtype,
        max_seconds=layout.max_seconds,
    )


def work_bytes(layout: StableAudioLayout, dtype: torch.dtype) -> int:
    """Return the estimated bytes that the transformer needs for its longest riff, with and without the prompt."""
    latents = layout.max_seconds * layout.vae["sampling_rate"] / layout.samples_per_latent
    return int(2 * _VALUES_PER_TOKEN * latents * layout.transformer["embed_dim"] * dtype.itemsize)


def _tokenizer(folder: Path) -> Any:
    if not (folder / "tokenizer" / "tokenizer.json").is_file():
        raise UserError(
            tr("The model in {folder} is not complete: its tokenizer has no tokenizer.json.", folder=folder)
        )
    check_vocabulary(folder)
    from transformers import GemmaTokenizer

    return GemmaTokenizer.from_pretrained(folder / "tokenizer", local_files_only=True)
