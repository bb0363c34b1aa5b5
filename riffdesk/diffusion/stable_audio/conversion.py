"""Converts published weights of Stable Audio 3, in the layout of stable-audio-tools, to diffusers layout.

The published files are ``model.safetensors`` with the transformer, the autoencoder and the embedding of the length,
``model_config.json``, and a folder with T5Gemma. Names of weights are translated by a table; fused projections of
differential attention, ``[q, k, v, q2, k2]``, are put into diffusers' order, ``[q, q2, k, k2, v]``.
"""

from __future__ import annotations

import importlib
import json
import math
import os
import re
import shutil
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from riffdesk.diffusion.loading import import_all_networks
from riffdesk.diffusion.stable_audio.loading import CLASSES
from riffdesk.errors import UserError, is_out_of_memory, reason
from riffdesk.files import write_folder
from riffdesk.language import tr
from riffdesk.models.class_paths import CHUNKED_AUTOENCODER
from riffdesk.models.files.weights import Shapes, is_pickle, shapes_in
from riffdesk.models.layout import INDEX, SETTINGS_FILE, read_json
from riffdesk.models.stable_audio import PIPELINE, describe_stable_audio
from riffdesk.progress import OnStep, Step, check, ignore_steps

CONFIG, TEXT_ENCODER = "model_config.json", "t5gemma-b-b-ul2"
"""Names of the published config, and of the folder with the text encoder, beside the weights."""

_TUNED = "rf_denoiser"  # the objective of a model for few steps; that of a base model is rectified_flow
_TRANSFORMER, _AUTOENCODER = "model.model.", "pretransform.model."
_LENGTH = "conditioner.conditioners.seconds_total.embedder.embedding.1."
_PADDING = "conditioner.conditioners.prompt.padding_embedding"
_UNUSED = re.compile(r".*(rope\.inv_freq|noise_scaling_factor|embedding\.0\.weights)")
_RENAMED = (
    (r"^transformer\.layers\.(\d+)\.", r"transformer_blocks.\1."),
    (r"^transformer\.project_(in|out)\.", r"proj_\1."),
    (r"^transformer\.", ""),
    (r"\bff\.ff\.0\.proj\.", "ff.proj_in."),
    (r"\bff\.ff\.2\.", "ff.proj_out."),
)
_RENAMED_IN_AUTOENCODER = (
    (r"^bottleneck\.scaling_factor$", "bottleneck.scale"),
    (r"\.pre_norm\.", ".norm_attn."),
    (r"\.ff_norm\.", ".norm_ff."),
    (r"\.self_attn\.", ".attn."),
    *_RENAMED[3:],
)


def convert_stable_audio(
    weights: Path,
    target: Path,
    *,
    config: Path | None = None,
    text_encoder: Path | None = None,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> None:
    """Convert published weights to a new folder in diffusers layout.

    Parameters
    ----------
    weights : Path
        The file with the weights, ``model.safetensors``.
    target : Path
        The folder; there must be nothing of its name.
    config : Path, optional
        The published config; by default `CONFIG` beside the weights.
    text_encoder : Path, optional
        The folder with T5Gemma's config, weights and tokenizer; by default `TEXT_ENCODER` beside the weights.

    Raises
    ------
    UserError
        If a file is missing, damaged, or of a model that riffdesk does not know, or the folder cannot be written.
    Cancelled
        If ``cancel`` was set. Nothing is left of the folder then, nor after an error.
    """
    _check_file(weights)
    text_encoder = text_encoder or weights.parent / TEXT_ENCODER
    config = config or weights.parent / CONFIG
    published = read_json(config)
    shapes = shapes_in(weights)
    with _damaged(config):
        networks = (
            ("vae", *_autoencoder_of(published)),
            ("duration_embedder", *_embedder_of(published, shapes)),
            ("transformer", *CLASSES["transformer"], _transformer_config(shapes), _transformer_name),
        )
        longest = published["sample_size"] / published["sample_rate"]
        if not longest > 0:
            raise ValueError
        tuned = published["model"]["diffusion"].get("diffusion_objective") == _TUNED
    with write_folder(target) as part, _writing_errors(target):
        import_all_networks()
        for number, (name, module, class_name, sizes, rename) in enumerate(networks):
            on_step(Step(number, len(networks) + 1, tr("Converting the {name}", name=name.replace("_", " "))))
            check(cancel)
            kind = getattr(importlib.import_module(module), class_name)
            with _damaged(config):
                empty = _empty(kind, sizes)
            _write_network(empty, _named(shapes, rename), weights, part / name)
        on_step(Step(len(networks), len(networks) + 1, tr("Converting the text encoder")))
        check(cancel)
        _write_text_encoder(text_encoder, part)
        _write_small_files(part, {name: (module, kind) for name, module, kind, *_ in networks}, tuned, longest)
        for path in weights.parent.iterdir():
            if path.is_file() and path.name.lower().startswith(("licen", "readme", "notice")):
                shutil.copyfile(path, part / path.name)
        try:
            describe_stable_audio(part)
        except UserError as error:
            raise UserError(str(error).replace(str(part), str(target))) from error
        check(cancel)


def _check_file(weights: Path) -> None:
    """Raise UserError if the weights are no file of safetensors."""
    if os.path.isdir(weights):
        raise UserError(
            tr(
                "{folder} is a folder. Name the file with the weights in it, model.safetensors.",
                folder=weights.absolute(),
            )
        )
    if not os.path.exists(weights):  # False of a path that is too long
        raise UserError(
            tr("There is no {weights}. Name the published file with the weights, model.safetensors.", weights=weights)
        )
    if is_pickle(weights):
        raise UserError(tr("{weights} is a pickle. Get the published model.safetensors.", weights=weights))


@contextmanager
def _writing_errors(target: Path) -> Iterator[None]:
    """Raise errors of safetensors over a full disk, and a lack of memory, as UserError."""
    try:
        yield
    except SafetensorError as error:
        raise UserError(tr("Could not write {target}: {reason}.", target=target, reason=reason(error))) from error
    except (MemoryError, RuntimeError) as error:
        if is_out_of_memory(error):
            raise UserError(tr("There is not enough memory to convert this model. Close other programs.")) from error
        raise


@contextmanager
def _damaged(path: Path) -> Iterator[None]:
    """Raise errors over values that are missing or of another kind as UserError."""
    try:
        yield
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RuntimeError) as error:
        raise UserError(
            tr("{path} is not the config of a Stable Audio 3 that belongs to these weights.", path=path)
        ) from error


_Network = tuple[str, str, dict[str, Any], Callable[[str], str | None]]
"""Module and name of a network's class, its sizes, and the new name of a published weight; None if it has none."""


def _autoencoder_of(published: Mapping[str, Any]) -> _Network:
    """Return the autoencoder of a published config."""
    whole = published["model"]["pretransform"]["config"]
    encoder, decoder = whole["encoder"]["config"], whole["decoder"]["config"]
    strides, depths = list(encoder["strides"]), list(encoder["transformer_depths"])
    waves = [list(one.get("sinusoidal_blocks") or [0] * len(strides)) for one in (encoder, decoder)]
    sizes = {
        "audio_channels": published["audio_channels"],
        "patch_size": whole["downsampling_ratio"] // math.prod(strides),
        "encoder_channels": encoder["channels"],
        "encoder_c_mults": list(encoder["c_mults"]),
        "encoder_strides": strides,
        "encoder_transformer_depths": depths,
        "latent_dim": encoder["latent_dim"],
        "use_differential_attention": bool(encoder.get("differential", True)),
        "dim_heads": encoder["dim_heads"],
        "ff_mult": encoder.get("ff_mult", 3),
        "sampling_rate": published["sample_rate"],
    }
    rename = _autoencoder_names(len(strides))
    if window := encoder.get("sliding_window"):
        if decoder.get("conv_mapping") or list(decoder["sliding_window"]) != [window[0]] * 2:
            raise ValueError
        sizes |= {"sliding_window": window[0], "encoder_sinusoidal_blocks": waves[0]}
        return "diffusers", "AutoencoderSAME", sizes | {"decoder_sinusoidal_blocks": waves[1]}, rename
    shifted = encoder.get("chunk_midpoint_shift") and decoder.get("chunk_midpoint_shift")
    if not shifted or any(map(any, waves)) or encoder.get("conv_mapping") or len(strides) > 1:
        raise ValueError
    if encoder["chunk_size"] != decoder["chunk_size"]:
        raise ValueError
    sizes |= {"chunk_size": encoder["chunk_size"], "decoder_kernel": 3 if decoder.get("conv_mapping") else 1}
    return CHUNKED_AUTOENCODER, "ChunkedAutoencoder", sizes, rename


def _embedder_of(published: Mapping[str, Any], shapes: Shapes) -> _Network:
    """Return the embedding of the length of a published config and its weights."""
    conditions = published["model"]["conditioning"]["configs"]
    (length,) = (one["config"] for one in conditions if one["id"] == "seconds_total")
    width, features = shapes[f"{_LENGTH}weight"]
    sizes = {
        "output_dim": width,
        "fourier_dim": features,
        "min_val": float(length["min_val"]),
        "max_val": float(length["max_val"]),
    }

    def rename(name: str) -> str | None:
        return f"linear.{name.removeprefix(_LENGTH)}" if name.startswith(_LENGTH) else None

    return *CLASSES["duration_embedder"], sizes, rename


def _transformer_config(shapes: Shapes) -> dict[str, Any]:
    """Return the transformer's sizes, all of which follow from its weights."""
    layer = f"{_TRANSFORMER}transformer.layers."
    width, features = shapes[f"{_TRANSFORMER}to_timestep_embed.0.weight"]
    depth = len({name.split(".")[4] for name in shapes if name.startswith(layer)})
    return {
        "io_channels": shapes[f"{_TRANSFORMER}preprocess_conv.weight"][0],
        "embed_dim": width,
        "depth": depth,
        "num_heads": width // shapes[f"{layer}0.self_attn.q_norm.gamma"][0],
        "cond_token_dim": shapes[f"{_TRANSFORMER}to_cond_embed.0.weight"][1],
        "global_cond_dim": shapes[f"{_TRANSFORMER}to_global_embed.0.weight"][1],
        "local_add_cond_dim": shapes[f"{layer}0.to_local_embed.0.weight"][1],
        "timestep_features_dim": features,
        "ff_mult": shapes[f"{layer}0.ff.ff.2.weight"][1] / width,
        "num_memory_tokens": shapes[f"{_TRANSFORMER}transformer.memory_tokens"][0],
        "use_differential_attention": shapes[f"{layer}0.self_attn.to_qkv.weight"][0] == 5 * width,
    }


def _transformer_name(name: str) -> str | None:
    """Return diffusers' name of a weight of the transformer; None for other weights."""
    if name == _PADDING:
        return "prompt_padding_embedding"
    return _renamed(name.removeprefix(_TRANSFORMER), _RENAMED) if name.startswith(_TRANSFORMER) else None


def _autoencoder_names(levels: int) -> Callable[[str], str | None]:
    """Return the function that translates names of the autoencoder's weights.

    Published layers are counted with those that have no weights: the encoder's projection is the second one after its
    blocks, the decoder's is number 1, and its blocks begin with number 3.
    """
    layers = {f"encoder.layers.{levels + 1}": "encoder.proj", "decoder.layers.1": "decoder.proj"}
    for level in range(levels):
        layers[f"encoder.layers.{level}"] = f"encoder.blocks.{level}"
        layers[f"decoder.layers.{level + 3}"] = f"decoder.blocks.{level}"

    def rename(name: str) -> str | None:
        if not name.startswith(_AUTOENCODER):
            return None
        local = name.removeprefix(_AUTOENCODER)
        start = re.match(r"(en|de)coder\.layers\.\d+", local)
        if start and start[0] in layers:
            local = layers[start[0]] + local[start.end() :]
        return _renamed(local, _RENAMED_IN_AUTOENCODER)

    return rename


def _renamed(name: str, rules: tuple[tuple[str, str], ...]) -> str:
    for pattern, replacement in rules:
        name = re.sub(pattern, replacement, name)
    return name


def _named(shapes: Shapes, rename: Callable[[str], str | None]) -> dict[str, str]:
    """Return the published name of each weight of a network, by its name in diffusers."""
    names = {name: rename(name) for name in shapes if not _UNUSED.fullmatch(name)}
    return {new: name for name, new in names.items() if new is not None}


def _empty(kind: Any, sizes: Mapping[str, Any]) -> Any:
    """Return a network without memory for its weights."""
    with torch.device("meta"), warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # the autoencoder uses torch's older weight norm
        return kind(**sizes)


def _write_network(empty: Any, names: dict[str, str], weights: Path, folder: Path) -> None:
    """Write one network of the published weights; UserError if a weight is missing, unknown or of another shape."""
    expected: dict[str, Tensor] = empty.state_dict()
    computed = {"freqs"} & expected.keys()  # of the embedding of the length; it follows from its config
    if wrong := sorted((expected.keys() - computed) ^ names.keys()):
        raise UserError(
            tr(
                "{weights} is no Stable Audio 3 that riffdesk knows: of its weights, {wrong} does not fit.",
                weights=weights,
                wrong=wrong[0],
            )
        )
    values: dict[str, Tensor] = {}
    with safe_open(weights, framework="pt") as file:
        for name, published in names.items():
            value = file.get_tensor(published)
            if name.endswith("attn.to_qkv.weight") and empty.config.use_differential_attention:
                query, key, value1, query2, key2 = value.chunk(5)
                value = torch.cat([query, query2, key, key2, value1])
            if value.shape != expected[name].shape:
                raise UserError(
                    tr(
                        "{weights} is no Stable Audio 3 that riffdesk knows: {published} has another size.",
                        weights=weights,
                        published=published,
                    )
                )
            values[name] = value.contiguous()
    if computed:
        values["freqs"] = type(empty).from_config(empty.config).freqs
    folder.mkdir()
    save_file(values, folder / "diffusion_pytorch_model.safetensors", metadata={"format": "pt"})
    empty.save_config(folder)


def _write_text_encoder(source: Path, target: Path) -> None:
    """Write the text encoder and its tokenizer."""
    if not (source / "config.json").is_file() or not (source / "tokenizer.json").is_file():
        raise UserError(
            tr(
                "{source} holds no text encoder: it needs T5Gemma's config.json, model.safetensors and tokenizer.json.",
                source=source,
            )
        )
    read_json(source / "config.json")
    from tokenizers import Tokenizer
    from transformers import T5GemmaConfig, T5GemmaEncoderModel

    try:
        config = T5GemmaConfig.from_pretrained(source, is_encoder_decoder=False)
        encoder, info = T5GemmaEncoderModel.from_pretrained(
            source, config=config, local_files_only=True, use_safetensors=True, output_loading_info=True
        )
    except (
        OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RuntimeError, SafetensorError
    ) as error:  # fmt: skip
        if is_out_of_memory(error):
            raise
        raise UserError(
            tr(
                "The text encoder in {source} cannot be read: {reason}.",
                source=source,
                reason=reason(error).splitlines()[0],
            )
        ) from error
    try:
        Tokenizer.from_buffer((source / "tokenizer.json").read_bytes())
    except Exception as error:  # tokenizers has no class of its own for what is wrong with a file
        raise UserError(
            tr(
                "The text encoder in {source} cannot be read: {reason}.",
                source=source,
                reason=f"tokenizer.json: {reason(error)}",
            )
        ) from error
    if info["missing_keys"]:
        raise UserError(tr("The text encoder in {source} is not complete. Get it again.", source=source))
    encoder.save_pretrained(target / "text_encoder")
    (target / "tokenizer").mkdir()
    for name in ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json"):
        if (source / name).is_file():
            shutil.copyfile(source / name, target / "tokenizer" / name)


def _write_small_files(folder: Path, classes: Mapping[str, tuple[str, str]], tuned: bool, longest: float) -> None:
    """Write the index, the scheduler's config, and the length of the longest riff."""
    from diffusers import FlowMatchEulerDiscreteScheduler

    scheduler = FlowMatchEulerDiscreteScheduler(num_train_timesteps=1, stochastic_sampling=tuned)
    scheduler.save_pretrained(folder / "scheduler")
    index: dict[str, object] = {
        "_class_name": f"{PIPELINE}Pipeline",
        "scheduler": ["diffusers", "FlowMatchEulerDiscreteScheduler"],
        "text_encoder": ["transformers", "T5GemmaEncoderModel"],
        "tokenizer": ["transformers", "GemmaTokenizer"],
    }
    for name, (module, kind) in classes.items():
        library = "stable_audio_3" if "stable_audio_3" in module else module
        index[name] = [library, kind]
    (folder / INDEX).write_text(json.dumps(index, indent=2), encoding="utf-8")
    (folder / SETTINGS_FILE).write_text(json.dumps({"max_seconds": longest}), encoding="utf-8")
