"""What a model folder says of itself: read from its JSON alone, so that listing models loads no network."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from riffdesk import paths, strict_json
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError, reason
from riffdesk.models.class_paths import PATCH_AUTOENCODER, RIFF_UNET, SCORE_UNET, current_path
from riffdesk.models.suggestion import Suggestion

KNOWN: Mapping[str, tuple[tuple[str, str], ...]] = {
    "tokenizer": (("transformers", "CLIPTokenizer"), ("transformers", "CLIPTokenizerFast")),
    "text_encoder": (("transformers", "CLIPTextModel"),),
    "unet": (("diffusers", "UNet2DConditionModel"), (RIFF_UNET, "RiffUNet"), (SCORE_UNET, "ScoreUNet")),
    "vae": (("diffusers", "AutoencoderKL"), (PATCH_AUTOENCODER, "PatchAutoencoder")),
}
"""The classes that a component may have. A model's own files never decide what code is imported."""

NETWORKS = ("text_encoder", "unet", "vae")
SCORE_NETWORK, SCORE_FACTOR = "ScoreUNet", 16
"""The class of a denoiser that takes a score, and how many pixels of the image one of its latents must stand for."""
INDEX = "model_index.json"
SETTINGS_FILE = "riffdesk.json"
"""In a model folder: how its spectrograms are spaced, which settings it does well with, its words of absence."""

SOURCE_FILE = "riffdesk-source.json"
"""In a model that was fetched: where it is from."""

_LONGEST_VOCABULARY = 64 * 2**20  # bytes
_MOST_LAYERS = 200  # of a network, or of one of its blocks

WHAT_IS_PLAYED = "riffdesk plays models of the Stable Diffusion 1.x family, such as riffusion-model-v1."


@dataclass(frozen=True)
class Layout:
    """The configs of a model folder, checked.

    Parameters
    ----------
    folder : Path
        Where it is.
    text_encoder, unet, vae, scheduler : dict
        The components' configs.
    classes : dict
        The names of the networks' classes, each one of `KNOWN`.
    params : SpectrogramParams
        How its images are spaced.
    suggestion : Suggestion
        Settings with which it does well.
    absences : dict
        What it has words of absence for, see `riffdesk.diffusion.model.Model`.
    """

    folder: Path
    text_encoder: dict[str, Any]
    unet: dict[str, Any]
    vae: dict[str, Any]
    scheduler: dict[str, Any]
    classes: Mapping[str, str]
    params: SpectrogramParams
    suggestion: Suggestion
    absences: Mapping[str, str]

    @property
    def columns(self) -> int:
        """Columns of ink in one window."""
        return latent_size(self.unet)[1] * factor(self.vae)

    @property
    def is_foreign(self) -> bool:
        """Whether riffdesk's settings are not in it: one of Riffusion's own, or of others that are made for it."""
        return not (self.folder / SETTINGS_FILE).is_file()

    @property
    def takes_score(self) -> bool:
        """Whether its denoiser is shown the notes that it plays."""
        return self.classes["unet"] == SCORE_NETWORK


def read_layout(folder: Path) -> Layout:
    """Read and check the configs of a model folder.

    Raises
    ------
    UserError
        If it is no model folder, lacks a component, or is a model of another kind.
    """
    if not os.path.isfile(folder / INDEX):  # also of a path that is too long
        raise UserError(f"{folder} is not a model folder: it has no {INDEX}.")
    index = read_json(folder / INDEX)
    _check_kind(folder, str(index.get("_class_name", "")))
    for part, known in KNOWN.items():
        _check_part(folder, part, current_path(index.get(part)), known)
    configs = {part: read_json(folder / part / "config.json") for part in NETWORKS}
    check_networks(folder, configs)
    if index["unet"][1] == SCORE_NETWORK:
        _check_score_network(folder, configs)
    params, suggestion, absences = _settings(folder, configs)
    return Layout(
        folder,
        **configs,
        scheduler=read_json(folder / "scheduler" / "scheduler_config.json"),
        classes={part: index[part][1] for part in NETWORKS},
        params=params,
        suggestion=suggestion,
        absences=absences,
    )


def single_file_layout() -> Layout:
    """Return the layout of a single file of weights: the configs of Stable Diffusion 1.x that come with riffdesk."""
    return read_layout(paths.resources_dir() / "models" / "sd1-configs")


def check_vocabulary(folder: Path) -> None:
    """Refuse a model folder with JSON of the tokenizer that the library which reads it would stumble over.

    Raises
    ------
    UserError
        If one of its files is no JSON object, nested too deeply, or longer than 64 MB.
    """
    for path in sorted((folder / "tokenizer").glob("*.json")):
        read_json(path, longest=_LONGEST_VOCABULARY)


def read_json(path: Path, longest: int = strict_json.MAX_BYTES) -> dict[str, Any]:
    """Return the JSON object in a file; UserError if there is none, or it is longer than so many bytes."""
    try:
        found = strict_json.read(path, max_size=longest)
    except FileNotFoundError as error:
        raise UserError(f"The model in {path.parent} is not complete: {path} is missing.") from error
    except OSError as error:
        raise UserError(f"Could not read {path}: {reason(error)}.") from error
    except ValueError as error:
        what = str(error).partition(" (")[0] if isinstance(error, strict_json.InvalidJson) else "it is no JSON"
        raise UserError(f"{path} is damaged: {what}. Get the model again.") from error
    if not isinstance(found, dict):
        raise UserError(f"{path} is damaged: it holds no JSON object. Get the model again.")
    return found


def factor(vae: Mapping[str, Any]) -> int:
    """Return the pixels of the image for each latent, along either side, from the autoencoder's config."""
    return int(2 ** (len(vae["block_out_channels"]) - 1))


def latent_size(unet: Mapping[str, Any]) -> tuple[int, int]:
    """Return height and width of the latents that a network was trained on, from its config."""
    size = unet["sample_size"]
    height, width = (size, size) if isinstance(size, int) else size
    return int(height), int(width)


def check_networks(source: Path, configs: Mapping[str, dict[str, Any]]) -> None:
    """Refuse networks that do not fit each other or are of another kind; UserError names the source."""
    text, unet, vae = (configs[part] for part in NETWORKS)
    for part, config, needed in (
        ("text_encoder", text, ("hidden_size", "vocab_size")),
        ("unet", unet, ("sample_size", "in_channels", "out_channels", "cross_attention_dim", "block_out_channels")),
        ("vae", vae, ("latent_channels", "block_out_channels")),
    ):
        if lacking := [name for name in needed if not config.get(name)]:
            raise UserError(f"The config of the {part} in {source} is damaged: it does not tell its {lacking[0]}.")
    try:
        latent_size(unet), factor(vae)
        if not all(isinstance(size, int) for size in (unet["in_channels"], vae["latent_channels"])):
            raise TypeError
    except (TypeError, ValueError) as error:
        raise UserError(f"The configs of {source} are damaged: a size in them is no number.") from error
    for part in NETWORKS:
        name = "num_hidden_layers" if part == "text_encoder" else "layers_per_block"
        said = configs[part].get(name, 1)
        for count in said if isinstance(said, list) else [said]:
            if isinstance(count, bool) or not isinstance(count, int) or not 0 <= count <= _MOST_LAYERS:
                raise UserError(f"The config of the {part} in {source} is damaged: its {name} makes no sense.")
    if text.get("model_type") not in ("clip_text_model", "clip"):
        raise UserError(f"The text_encoder in {source} is no CLIP text model. {WHAT_IS_PLAYED}")
    # "text" is a whole caption's own way into each block, of the same hidden states, which the network finds itself.
    beside = unet.get("addition_embed_type")
    if beside == "text_time":
        raise xl(source)
    if beside not in (None, "text"):
        raise UserError(f"The unet in {source} listens to more than words ({beside}). {WHAT_IS_PLAYED}")
    channels, latents = unet["in_channels"], vae["latent_channels"]
    if channels == 2 * latents + 1:
        raise inpainting(source, channels)
    if channels != latents or unet["out_channels"] != latents:
        raise UserError(
            f"The parts of {source} do not fit: its unet takes {channels} channels and its vae makes {latents}. "
            f"{WHAT_IS_PLAYED}"
        )
    if unet["cross_attention_dim"] != text["hidden_size"]:
        raise UserError(
            f"The parts of {source} do not fit: its unet listens to words of width {unet['cross_attention_dim']} "
            f"and its text_encoder makes {text['hidden_size']}."
        )


def _check_score_network(folder: Path, configs: Mapping[str, dict[str, Any]]) -> None:
    """Refuse a denoiser that takes a score beside an autoencoder whose latents are of another size than its notes."""
    told, found = configs["unet"].get("_class_name", SCORE_NETWORK), factor(configs["vae"])
    if told != SCORE_NETWORK:
        raise UserError(f"The unet in {folder} is a {told}, and {INDEX} says that it is a {SCORE_NETWORK}.")
    if found != SCORE_FACTOR:
        raise UserError(
            f"The parts of {folder} do not fit: its unet takes a score in squares of {SCORE_FACTOR} pixels, and its "
            f"vae makes latents of {found}."
        )


def xl(source: Path) -> UserError:
    """Return what to say of a Stable Diffusion XL model."""
    return UserError(f"{source} is a Stable Diffusion XL model. {WHAT_IS_PLAYED}")


def inpainting(source: Path, channels: int) -> UserError:
    """Return what to say of a model that was made for inpainting only."""
    return UserError(
        f"{source} is an inpainting model, with {channels} channels going in. riffdesk repaints with any "
        "ordinary model: add the one that this was made from."
    )


def _settings(
    folder: Path, configs: Mapping[str, dict[str, Any]]
) -> tuple[SpectrogramParams, Suggestion, Mapping[str, str]]:
    """Return how a model's spectrograms are spaced, settings it does well with and its words of absence.

    ``riffdesk.json`` is ``{"spectrogram": {...}, "suggestion": {...}, "absences": {"drums": "no drums", ...}}``, each
    optional. A model that says nothing of itself has Riffusion's spectrogram, as high as its images.
    """
    path = folder / SETTINGS_FILE
    if not path.is_file():
        return _params(folder, {}, configs), Suggestion(), {}
    stored = read_json(path)
    suggestion = _only_known(path, "suggestion", stored, Suggestion)
    absences = _part(path, "absences", stored)
    if not all(isinstance(words, str) for words in absences.values()):
        raise UserError(f"{path} is damaged: its words of absence are no text.")
    try:
        suggested = Suggestion(**suggestion)
        if suggested.steps < 1 or suggested.guidance < 0:
            raise ValueError
    except (TypeError, ValueError) as error:
        raise UserError(f"{path} suggests settings that make no sense: {suggestion}.") from error
    params = _params(path, _only_known(path, "spectrogram", stored, SpectrogramParams), configs)
    return params, suggested, absences


def _params(source: Path, fixed: Mapping[str, Any], configs: Mapping[str, dict[str, Any]]) -> SpectrogramParams:
    bands = latent_size(configs["unet"])[0] * factor(configs["vae"])
    if fixed.get("bands", bands) != bands:
        raise UserError(f"{source} says {fixed['bands']} mel bands, but the model's images have {bands}.")
    try:
        return SpectrogramParams(**{**fixed, "bands": bands})
    except TypeError as error:
        raise UserError(f"{source} is damaged: a setting of its spectrogram is no number.") from error
    except UserError as error:
        raise UserError(f"The images of the model in {source} cannot be heard: {error}") from error


def _only_known(path: Path, name: str, stored: Mapping[str, Any], kind: type) -> dict[str, Any]:
    """Return one part of riffdesk.json; what a later version may have added is left out."""
    known = {field.name for field in fields(kind)}
    return {key: value for key, value in _part(path, name, stored).items() if key in known}


def _part(path: Path, name: str, stored: Mapping[str, Any]) -> dict[str, Any]:
    part = stored.get(name, {})
    if not isinstance(part, dict):
        raise UserError(f"{path} is damaged: its {name} is no JSON object.")
    return part


def _check_kind(folder: Path, pipeline: str) -> None:
    if "XL" in pipeline:
        raise xl(folder)
    if pipeline.endswith("InpaintPipeline") or not pipeline.startswith(("StableDiffusion", "Riffusion")):
        raise UserError(
            f"{folder} is a model of another kind ({pipeline or 'it does not say which'}). {WHAT_IS_PLAYED}"
        )


def _check_part(folder: Path, part: str, said: object, known: tuple[tuple[str, str], ...]) -> None:
    if not isinstance(said, list) or len(said) != 2 or said == [None, None]:
        raise UserError(f"The model in {folder} is not complete: its {INDEX} names no {part}.")
    if tuple(said) not in known:
        raise UserError(f"The {part} of the model in {folder} is a {said[1]}, which riffdesk does not know.")
    if not (folder / part).is_dir():
        raise UserError(f"The model in {folder} is not complete: the folder {part} is missing.")
