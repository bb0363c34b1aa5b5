"""The configs of a model folder, read from its JSON files alone, so that listing models loads no network."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from riffdesk import paths, strict_json
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError, reason
from riffdesk.language import tr, translated
from riffdesk.models.class_paths import PATCH_AUTOENCODER, RIFF_UNET, SCORE_UNET, current_path
from riffdesk.models.suggestion import Suggestion, known_fields, part_of, suggestion_in
from riffdesk.models.unsupported import SUPPORTED_MODELS, inpainting_error, other_kind_error, xl_error

COMPONENT_CLASSES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "tokenizer": (("transformers", "CLIPTokenizer"), ("transformers", "CLIPTokenizerFast")),
    "text_encoder": (("transformers", "CLIPTextModel"),),
    "unet": (("diffusers", "UNet2DConditionModel"), (RIFF_UNET, "RiffUNet"), (SCORE_UNET, "ScoreUNet")),
    "vae": (("diffusers", "AutoencoderKL"), (PATCH_AUTOENCODER, "PatchAutoencoder")),
}
"""The classes that a component may have. A model's own files never decide what code is imported."""

NETWORKS = ("text_encoder", "unet", "vae")
SCORE_NETWORK, SCORE_FACTOR = "ScoreUNet", 16
"""The class of a denoiser that takes a score, and the required number of pixels of the image per latent."""
INDEX = "model_index.json"
SETTINGS_FILE = "riffdesk.json"
"""Name of the file of a model folder with its spectrogram parameters, suggested settings and words of absence."""

SOURCE_FILE = "riffdesk-source.json"
"""Name of the file of a downloaded model with its repository and revision."""

_LONGEST_VOCABULARY = 64 * 2**20  # bytes
_MOST_LAYERS = 200  # of a network, or of one of its blocks
_REQUIRED = {
    "text_encoder": ("hidden_size", "vocab_size"),
    "unet": ("sample_size", "in_channels", "out_channels", "cross_attention_dim", "block_out_channels"),
    "vae": ("latent_channels", "block_out_channels"),
}
"""Sizes that the config of each network must have."""


@dataclass(frozen=True)
class Layout:
    """The configs of a model folder, checked.

    Parameters
    ----------
    folder : Path
        The model folder.
    text_encoder, unet, vae, scheduler : dict
        The components' configs.
    classes : dict
        The names of the networks' classes, each one of `COMPONENT_CLASSES`.
    params : SpectrogramParams
        Parameters of its images.
    suggestion : Suggestion
        Settings that it recommends.
    absences : dict
        Words of absence by the absent thing, see `riffdesk.diffusion.model.Model`.
    pickled : tuple of str
        Names of the networks whose weights are pickles, where the weights have been looked for.
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
    pickled: tuple[str, ...]

    @property
    def columns(self) -> int:
        """Columns of ink in one window."""
        return latent_size(self.unet)[1] * factor(self.vae)

    @property
    def is_foreign(self) -> bool:
        """Whether it was not made for riffdesk: one of Riffusion's models, or of others derived from them."""
        return not (self.folder / SETTINGS_FILE).is_file()

    @property
    def makes_whole(self) -> bool:
        """Whether a riff is made as a whole: never, it is made in windows."""
        return False

    @property
    def is_stable_diffusion(self) -> bool:
        """Whether its denoiser is that of Stable Diffusion 1.x, and not one of riffdesk's own."""
        return self.classes["unet"] == "UNet2DConditionModel"

    @property
    def terms(self) -> str:
        """Licences that are known beside what its files state: none."""
        return ""

    @property
    def takes_score(self) -> bool:
        """Whether its denoiser takes the notes of a score as input."""
        return self.classes["unet"] == SCORE_NETWORK


def read_layout(folder: Path) -> Layout:
    """Read and check the configs of a model folder.

    Raises
    ------
    UserError
        If it is no model folder, a component is missing, or it is a model of another kind.
    """
    if not os.path.isfile(folder / INDEX):  # also of a path that is too long
        raise UserError(tr("{folder} is not a model folder: it has no {index}.", folder=folder, index=INDEX))
    index = read_json(folder / INDEX)
    _check_kind(folder, str(index.get("_class_name", "")))
    for part, classes in COMPONENT_CLASSES.items():
        check_part(folder, part, current_path(index.get(part)), classes)
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
        pickled=(),
    )


def single_file_layout() -> Layout:
    """Return the layout of a single file of weights: the configs of Stable Diffusion 1.x that come with riffdesk."""
    return read_layout(paths.resources_dir() / "models" / "sd1-configs")


def check_vocabulary(folder: Path) -> None:
    """Check the JSON files of a model folder's tokenizer, which another library will read.

    Raises
    ------
    UserError
        If one of its files is no JSON object, nested too deeply, or longer than 64 MB.
    """
    for path in sorted((folder / "tokenizer").glob("*.json")):
        read_json(path, max_bytes=_LONGEST_VOCABULARY)


def read_json(path: Path, max_bytes: int = strict_json.MAX_BYTES) -> dict[str, Any]:
    """Return the JSON object in a file; UserError if there is none, or the file is longer than ``max_bytes``."""
    try:
        content = strict_json.read(path, max_size=max_bytes)
    except FileNotFoundError as error:
        raise UserError(
            tr("The model in {parent} is not complete: {path} is missing.", parent=path.parent, path=path)
        ) from error
    except OSError as error:
        raise UserError(tr("Could not read {path}: {reason}.", path=path, reason=reason(error))) from error
    except ValueError as error:
        problem = str(error).partition(" (")[0] if isinstance(error, strict_json.InvalidJson) else tr("it is no JSON")
        raise UserError(tr("{path} is damaged: {problem}. Get the model again.", path=path, problem=problem)) from error
    if not isinstance(content, dict):
        raise UserError(tr("{path} is damaged: it holds no JSON object. Get the model again.", path=path))
    return content


def factor(vae: Mapping[str, Any]) -> int:
    """Return the pixels of the image per latent, along each side, from the autoencoder's config."""
    return int(2 ** (len(vae["block_out_channels"]) - 1))


def latent_size(unet: Mapping[str, Any]) -> tuple[int, int]:
    """Return height and width of the latents that a network was trained on, from its config."""
    size = unet["sample_size"]
    height, width = (size, size) if isinstance(size, int) else size
    return int(height), int(width)


def check_networks(source: Path, configs: Mapping[str, dict[str, Any]]) -> None:
    """Raise UserError, with the source's name, for networks that do not match each other or are of another kind."""
    _check_sizes(source, configs)
    _check_layer_counts(source, configs)
    _check_kinds(source, configs)
    text, unet, vae = (configs[part] for part in NETWORKS)
    channels, latents = unet["in_channels"], vae["latent_channels"]
    if channels == 2 * latents + 1:
        raise inpainting_error(source, channels)
    if channels != latents or unet["out_channels"] != latents:
        raise UserError(
            tr(
                "The parts of {source} do not match: its unet takes {channels} channels and its vae "
                "makes {value}. {supported}",
                source=source,
                channels=channels,
                value=latents,
                supported=translated(SUPPORTED_MODELS),
            )
        )
    if unet["cross_attention_dim"] != text["hidden_size"]:
        raise UserError(
            tr(
                "The parts of {source} do not match: its unet takes words of width {unet} and its "
                "text_encoder makes {text}.",
                source=source,
                unet=unet["cross_attention_dim"],
                text=text["hidden_size"],
            )
        )


def _check_sizes(source: Path, configs: Mapping[str, dict[str, Any]]) -> None:
    """Raise UserError for configs without the sizes that are needed, or with damaged ones."""
    for part, required in _REQUIRED.items():
        if lacking := [name for name in required if not configs[part].get(name)]:
            raise UserError(
                tr(
                    "The config of the {part} in {source} is damaged: it has no {lacking}.",
                    part=part,
                    source=source,
                    lacking=lacking[0],
                )
            )
    unet, vae = configs["unet"], configs["vae"]
    try:
        latent_size(unet), factor(vae)
        if not all(isinstance(size, int) for size in (unet["in_channels"], vae["latent_channels"])):
            raise TypeError
    except (TypeError, ValueError) as error:
        raise UserError(
            tr("The configs of {source} are damaged: a size in them is no number.", source=source)
        ) from error


def _check_layer_counts(source: Path, configs: Mapping[str, dict[str, Any]]) -> None:
    """Raise UserError for numbers of layers that are damaged, or so large that loading would exhaust the memory."""
    for part in NETWORKS:
        name = "num_hidden_layers" if part == "text_encoder" else "layers_per_block"
        counts = configs[part].get(name, 1)
        for count in counts if isinstance(counts, list) else [counts]:
            if isinstance(count, bool) or not isinstance(count, int) or not 0 <= count <= _MOST_LAYERS:
                raise UserError(
                    tr(
                        "The config of the {part} in {source} is damaged: its {name} makes no sense.",
                        part=part,
                        source=source,
                        name=name,
                    )
                )


def _check_kinds(source: Path, configs: Mapping[str, dict[str, Any]]) -> None:
    """Raise UserError for a text encoder other than CLIP, or a denoiser with other conditions than words."""
    text, unet = configs["text_encoder"], configs["unet"]
    if text.get("model_type") not in ("clip_text_model", "clip"):
        raise UserError(
            tr(
                "The text_encoder in {source} is no CLIP text model. {supported}",
                source=source,
                supported=translated(SUPPORTED_MODELS),
            )
        )
    # "text" is pooled from the same hidden states by the network itself.
    embedding_type = unet.get("addition_embed_type")
    if embedding_type == "text_time":
        raise xl_error(source)
    if embedding_type not in (None, "text"):
        raise UserError(
            tr(
                "The unet in {source} has other conditions than words ({embedding_type}). {supported}",
                source=source,
                embedding_type=embedding_type,
                supported=translated(SUPPORTED_MODELS),
            )
        )


def _check_score_network(folder: Path, configs: Mapping[str, dict[str, Any]]) -> None:
    """Raise UserError for a denoiser with a score whose autoencoder has latents of another size than the score."""
    class_name, pixels = configs["unet"].get("_class_name", SCORE_NETWORK), factor(configs["vae"])
    if class_name != SCORE_NETWORK:
        raise UserError(
            tr(
                "The unet in {folder} is a {class_name}, and {index} says that it is a {score_network}.",
                folder=folder,
                class_name=class_name,
                index=INDEX,
                score_network=SCORE_NETWORK,
            )
        )
    if pixels != SCORE_FACTOR:
        raise UserError(
            tr(
                "The parts of {folder} do not match: its unet takes a score in squares of {score_factor} "
                "pixels, and its vae makes latents of {pixels}.",
                folder=folder,
                score_factor=SCORE_FACTOR,
                pixels=pixels,
            )
        )


def _settings(
    folder: Path, configs: Mapping[str, dict[str, Any]]
) -> tuple[SpectrogramParams, Suggestion, Mapping[str, str]]:
    """Return a model's spectrogram parameters, suggested settings and words of absence.

    ``riffdesk.json`` is ``{"spectrogram": {...}, "suggestion": {...}, "absences": {"drums": "no drums", ...}}``, each
    optional. By default a model has Riffusion's parameters, with as many bands as its images are high.
    """
    path = folder / SETTINGS_FILE
    if not path.is_file():
        return _params(folder, {}, configs), Suggestion(), {}
    stored = read_json(path)
    absences = part_of(path, "absences", stored)
    if not all(isinstance(words, str) for words in absences.values()):
        raise UserError(tr("{path} is damaged: its words of absence are no text.", path=path))
    params = _params(path, known_fields(path, "spectrogram", stored, SpectrogramParams), configs)
    return params, suggestion_in(path, stored, Suggestion()), absences


def _params(source: Path, fixed: Mapping[str, Any], configs: Mapping[str, dict[str, Any]]) -> SpectrogramParams:
    bands = latent_size(configs["unet"])[0] * factor(configs["vae"])
    if fixed.get("bands", bands) != bands:
        raise UserError(
            tr(
                "{source} says {fixed} mel bands, but the model's images have {bands}.",
                source=source,
                fixed=fixed["bands"],
                bands=bands,
            )
        )
    try:
        return SpectrogramParams(**{**fixed, "bands": bands})
    except UserError as error:
        raise UserError(
            tr("The images of the model in {source} cannot be played: {error}", source=source, error=error)
        ) from error


def _check_kind(folder: Path, pipeline: str) -> None:
    if "XL" in pipeline:
        raise xl_error(folder)
    if pipeline.endswith("InpaintPipeline") or not pipeline.startswith(("StableDiffusion", "Riffusion")):
        raise other_kind_error(folder, pipeline)


def check_part(folder: Path, part: str, component: object, classes: tuple[tuple[str, str], ...]) -> None:
    """Raise UserError for a component of a `model_index.json` that is missing, or of a class that is not known."""
    if not isinstance(component, list) or len(component) != 2 or component == [None, None]:
        raise UserError(
            tr(
                "The model in {folder} is not complete: its {index} names no {part}.",
                folder=folder,
                index=INDEX,
                part=part,
            )
        )
    if tuple(component) not in classes:
        raise UserError(
            tr(
                "The {part} of the model in {folder} is a {component}, which riffdesk does not know.",
                part=part,
                folder=folder,
                component=component[1],
            )
        )
    if not (folder / part).is_dir():
        raise UserError(
            tr("The model in {folder} is not complete: the folder {part} is missing.", folder=folder, part=part)
        )
