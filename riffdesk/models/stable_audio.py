"""The configs of a Stable Audio 3 folder in diffusers layout, read from its JSON files alone.

Stable Audio 3 is a diffusion transformer on latents of sound (Evans et al. 2026, arXiv 2605.17991). Its components are
a tokenizer and the encoder of T5Gemma, an embedding of the length in seconds, the transformer, and the SAME
autoencoder, which makes one latent of some thousand samples.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError
from riffdesk.language import mark, tr
from riffdesk.models.class_paths import CHUNKED_AUTOENCODER
from riffdesk.models.files.weights import weights_of
from riffdesk.models.layout import INDEX, SETTINGS_FILE, check_part, read_json
from riffdesk.models.suggestion import Suggestion, known_fields, suggestion_in
from riffdesk.strict_json import finite

PIPELINE = "StableAudio3"
"""Beginning of the names of its pipelines in ``model_index.json``."""

_OWN = "stable_audio_3"  # the name that diffusers writes for classes in the folder of a pipeline
COMPONENT_CLASSES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "tokenizer": (("transformers", "GemmaTokenizer"), ("transformers", "GemmaTokenizerFast")),
    "text_encoder": (("transformers", "T5GemmaEncoderModel"),),
    "duration_embedder": ((_OWN, "StableAudio3DurationEmbedder"), ("diffusers", "StableAudio3DurationEmbedder")),
    "transformer": (("diffusers", "StableAudio3DiTModel"),),
    "vae": (("diffusers", "AutoencoderSAME"), (CHUNKED_AUTOENCODER, "ChunkedAutoencoder")),
    "scheduler": (("diffusers", "FlowMatchEulerDiscreteScheduler"),),
}
"""The classes that a component may have. A model's own files never decide what code is imported."""

NETWORKS = ("text_encoder", "duration_embedder", "transformer", "vae")

TUNED, BASE = Suggestion(steps=8, guidance=1.0), Suggestion(steps=50, guidance=7.0)
"""Settings for a model that was tuned for few steps, whose scheduler adds noise at each, and for a base model."""

TERMS = mark(
    "The weights of Stable Audio 3 are under the Stability AI Community License (https://stability.ai/license), and "
    "those of its text encoder T5Gemma under the Gemma Terms of Use (https://ai.google.dev/gemma/terms)."
)
"""The licences of the published weights."""

_USUAL_SECONDS = 10.0  # length of a riff if none is given
_LARGEST = 1_000_000  # of a size in a config
_MOST_LAYERS = 200
_MOST_MEMORY_TOKENS = 10_000  # which are made before their weights are read
_LONGEST = 3_600.0  # seconds of a riff that a config can ask for
_RATES = 8_000, 192_000  # samples per second, as those of a sketch
_SIZES = {
    "duration_embedder": ("output_dim", "fourier_dim"),
    "transformer": ("io_channels", "embed_dim", "depth", "num_heads", "cond_token_dim", "global_cond_dim"),
    "vae": ("audio_channels", "patch_size", "encoder_channels", "latent_dim", "sampling_rate"),
}
"""Sizes that the config of each network must have; those of the text encoder are in a part of it."""
_OTHER_SIZES = {
    "transformer": ("patch_size", "local_add_cond_dim", "timestep_features_dim"),
    "vae": ("dim_heads", "sliding_window", "chunk_size", "decoder_kernel"),
}
"""Sizes that have a default."""
_LEVELS = ("encoder_c_mults", "encoder_strides", "encoder_transformer_depths")
"""Sizes of each level of the autoencoder."""


@dataclass(frozen=True)
class StableAudioLayout:
    """The configs of a Stable Audio 3 folder, checked; a `riffdesk.models.families.Description`.

    Parameters
    ----------
    folder : Path
        The model folder.
    text_encoder, duration_embedder, transformer, vae, scheduler : dict
        The components' configs.
    autoencoder : str
        The name of its autoencoder's class, one of `COMPONENT_CLASSES`.
    params : SpectrogramParams
        Parameters of the ink of its riffs, unless a sketch has others.
    suggestion : Suggestion
        Settings that it recommends.
    max_seconds : float
        Length of its longest riff.
    """

    folder: Path
    text_encoder: dict[str, Any]
    duration_embedder: dict[str, Any]
    transformer: dict[str, Any]
    vae: dict[str, Any]
    scheduler: dict[str, Any]
    autoencoder: str
    params: SpectrogramParams
    suggestion: Suggestion
    max_seconds: float

    pickled = ()  # see `describe_stable_audio`
    terms = TERMS
    takes_score = False
    makes_whole = True
    is_stable_diffusion = False
    is_foreign = False  # it starts from words; a picture of the notes is none of its inputs

    @property
    def columns(self) -> int:
        """Columns of ink of a riff of the usual length."""
        return max(1, round(min(_USUAL_SECONDS, self.max_seconds) * self.params.columns_per_second))

    @property
    def samples_per_latent(self) -> int:
        """Samples of sound, at the model's rate, per latent."""
        return int(self.vae["patch_size"] * math.prod(self.vae["encoder_strides"]))

    @property
    def repaints(self) -> bool:
        """Whether its transformer takes the kept sound beside a mask."""
        return bool(self.transformer.get("local_add_cond_dim") == 1 + self.vae["latent_dim"])


def read_stable_audio(folder: Path) -> StableAudioLayout:
    """Read and check the configs of a Stable Audio 3 folder, without its weights.

    Raises
    ------
    UserError
        If a component is missing, of another class, or does not match the others.
    """
    index = read_json(folder / INDEX)
    for part, classes in COMPONENT_CLASSES.items():
        check_part(folder, part, index.get(part), classes)
    configs = {part: read_json(folder / part / "config.json") for part in NETWORKS}
    scheduler = read_json(folder / "scheduler" / "scheduler_config.json")
    _check_sizes(folder, configs)
    _check_match(folder, configs)
    params, suggestion, longest = _settings(folder, configs["vae"], scheduler)
    return StableAudioLayout(
        folder,
        **configs,
        scheduler=scheduler,
        autoencoder=index["vae"][1],
        params=params,
        suggestion=suggestion,
        max_seconds=min(longest, float(configs["duration_embedder"]["max_val"])),
    )


def describe_stable_audio(folder: Path) -> StableAudioLayout:
    """Return the layout of a folder whose networks all have weights as safetensors.

    Raises
    ------
    UserError
        As `read_stable_audio` does, and if a network has no weights, or pickled ones.
    """
    layout = read_stable_audio(folder)
    for part in NETWORKS:
        if not weights_of(folder, part).safe:
            raise UserError(
                tr(
                    "The weights of the {part} in {folder} are pickles. Get the model in another version, "
                    "with safetensors.",
                    part=part,
                    folder=folder,
                )
            )
    return layout


def text_width(text_encoder: Mapping[str, Any]) -> object:
    """Return the width of the text encoder's hidden states, from its config."""
    encoder = text_encoder.get("encoder")
    return encoder.get("hidden_size") if isinstance(encoder, dict) else None


def _check_sizes(folder: Path, configs: Mapping[str, dict[str, Any]]) -> None:
    """Raise UserError for configs without the sizes that are needed, or with damaged ones."""
    for part in NETWORKS:
        given = [name for name in _OTHER_SIZES.get(part, ()) if name in configs[part]]
        for name in (*_SIZES.get(part, ()), *given):
            if not _is_size(configs[part].get(name)):
                raise _damaged(folder, part, name)
    _check_autoencoder(folder, configs["vae"])
    tokens = configs["transformer"].get("num_memory_tokens", 0)
    if tokens != 0 and not (_is_size(tokens) and tokens <= _MOST_MEMORY_TOKENS):
        raise _damaged(folder, "transformer", "num_memory_tokens")
    layers = [configs["transformer"]["depth"], *configs["vae"]["encoder_transformer_depths"]]
    text, embedder = configs["text_encoder"].get("encoder"), configs["duration_embedder"]
    if isinstance(text, dict):
        layers.append(text.get("num_hidden_layers"))
    if not all(_is_size(count) and count <= _MOST_LAYERS for count in layers):
        raise UserError(
            tr("The configs of {folder} are damaged: a number of layers in them makes no sense.", folder=folder)
        )
    lowest, highest = finite(embedder.get("min_val", 0.0)), finite(embedder.get("max_val"))
    if lowest is None or lowest < 0:
        raise _damaged(folder, "duration_embedder", "min_val")
    if highest is None or not lowest < highest <= _LONGEST:
        raise _damaged(folder, "duration_embedder", "max_val")


def _check_autoencoder(folder: Path, vae: Mapping[str, Any]) -> None:
    """Raise UserError for levels of an autoencoder or a rate that make no sense; its other sizes are checked."""
    for name in _LEVELS:
        sizes = vae.get(name)
        if not isinstance(sizes, list) or not 1 <= len(sizes) <= _MOST_LAYERS or not all(map(_is_size, sizes)):
            raise _damaged(folder, "vae", name)
    if len({len(vae[name]) for name in _LEVELS}) > 1:
        raise UserError(
            tr(
                "The config of the vae in {folder} is damaged: its {names} differ in length.",
                folder=folder,
                names=", ".join(_LEVELS),
            )
        )
    if not _RATES[0] <= vae["sampling_rate"] <= _RATES[1]:
        raise _damaged(folder, "vae", "sampling_rate")
    if vae["patch_size"] * math.prod(vae["encoder_strides"]) > vae["sampling_rate"]:  # no latent is longer than 1 s
        raise _damaged(folder, "vae", "encoder_strides")


def _damaged(folder: Path, part: str, name: str) -> UserError:
    return UserError(
        tr(
            "The config of the {part} in {folder} is damaged: its {name} makes no sense.",
            part=part,
            folder=folder,
            name=name,
        )
    )


def _is_size(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _LARGEST


def _check_match(folder: Path, configs: Mapping[str, dict[str, Any]]) -> None:
    """Raise UserError for networks that do not match each other."""
    transformer, vae, embedder = configs["transformer"], configs["vae"], configs["duration_embedder"]
    text = text_width(configs["text_encoder"])
    if not _is_size(text):
        raise UserError(
            tr(
                "The text_encoder in {folder} is no T5Gemma encoder: its config has no encoder with a width.",
                folder=folder,
            )
        )
    problem = ""
    if transformer["io_channels"] != vae["latent_dim"]:
        problem = tr(
            "its transformer takes {transformer} channels and its vae makes {vae}",
            transformer=transformer["io_channels"],
            vae=vae["latent_dim"],
        )
    elif transformer["cond_token_dim"] != text:
        problem = tr(
            "its transformer takes words of width {transformer} and its text_encoder makes {text}",
            transformer=transformer["cond_token_dim"],
            text=text,
        )
    elif {transformer["global_cond_dim"], text} != {embedder["output_dim"]}:
        problem = tr(
            "its duration_embedder makes a width of {embedder}, which its transformer does not take",
            embedder=embedder["output_dim"],
        )
    elif vae["audio_channels"] not in (1, 2):
        problem = tr("its vae makes sound with {vae} channels, not with one or two", vae=vae["audio_channels"])
    elif transformer.get("patch_size", 1) != 1:
        problem = tr("its transformer joins several latents, which riffdesk does not know")
    if problem:
        raise UserError(tr("The parts of {folder} do not match: {problem}.", folder=folder, problem=problem))


def _settings(
    folder: Path, vae: Mapping[str, Any], scheduler: Mapping[str, Any]
) -> tuple[SpectrogramParams, Suggestion, float]:
    """Return a model's parameters, suggestion and longest riff in seconds: those in riffdesk.json, or the usual ones.

    Its embedding of the length may be made for more seconds than the model is, as with the small model.
    """
    params = SpectrogramParams.wide_stereo() if vae["audio_channels"] == 2 else SpectrogramParams()
    suggestion = TUNED if scheduler.get("stochastic_sampling") else BASE
    path = folder / SETTINGS_FILE
    if not path.is_file():
        return params, suggestion, _LONGEST
    stored = read_json(path)
    fields = known_fields(path, "spectrogram", stored, SpectrogramParams)
    try:
        params = replace(params, **fields)
    except UserError as error:
        raise UserError(tr("{path} is damaged: {error}", path=path, error=error)) from error
    longest = finite(stored.get("max_seconds", _LONGEST))
    if longest is None or longest <= 0:
        raise UserError(tr("{path} is damaged: its max_seconds makes no sense.", path=path))
    return params, suggestion_in(path, stored, suggestion), longest
