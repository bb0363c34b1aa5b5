"""Reads checkpoints of Stable Diffusion 1.x in one file; their configs come with riffdesk. Nothing is unpickled."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.models.files.ldm_names import ldm_names
from riffdesk.models.files.weights import check_checkpoint, metadata_in, names_in, read_tensors
from riffdesk.models.layout import Layout

_log = logging.getLogger(__name__)

_TEXT, _UNET = "cond_stage_model.transformer.", "model.diffusion_model."
_EMA = "model_ema.diffusion_model"
"""Prefix of the network's moving average (EMA), whose names have lost their points."""

_WORDS_OF_A_NAME = re.compile(
    r"(?:input|output)_blocks|middle_block|time_embed|in_layers|emb_layers|out_layers|skip_connection"
    r"|transformer_blocks|attn[12]|to_[qkv]|to_out|ff|net|proj_in|proj_out|proj|norm[123]?|op|conv|out|weight|bias|\d"
)
_YAML = (".yaml", ".yml")
_MAX_YAML_BYTES = 2**20  # bytes
_TRUE = ("true", "1", "yes")


def read_single_file(path: Path, layout: Layout, dtype: torch.dtype) -> dict[str, Any]:
    """Return tokenizer, text_encoder, unet and vae of a Stable Diffusion 1.x checkpoint.

    Parameters
    ----------
    path : Path
        A file of weights; safetensors or a pickle.
    layout : Layout
        The configs, which a checkpoint does not contain.
    dtype : torch.dtype
        Type of the loaded weights.

    Raises
    ------
    UserError
        If it is a model of another kind, not complete, or a pickle that is not read.
    """
    from diffusers import AutoencoderKL  # slow, and not needed for a folder
    from transformers import CLIPTokenizer

    weights = dict(_standard_names(read_tensors(path)))
    check_checkpoint(path, {name: tuple(value.shape) for name, value in weights.items()}, layout.unet)
    missing = UserError(
        tr("The model in {path} is not complete: some of its weights are missing. Get it again.", path=path)
    )
    parts: dict[str, Any] = {"tokenizer": CLIPTokenizer.from_pretrained(layout.folder / "tokenizer")}
    parts["text_encoder"] = _text_encoder(layout.folder, weights, dtype)
    parts["unet"] = _network(layout.folder, weights, dtype)
    try:
        parts["vae"] = AutoencoderKL.from_single_file(
            weights, config=str(layout.folder), subfolder="vae", torch_dtype=dtype, local_files_only=True
        )
    except NotImplementedError as error:  # a missing weight
        raise missing from error
    if any(weight.is_meta for part in ("text_encoder", "unet", "vae") for weight in parts[part].parameters()):
        raise missing
    return parts


def scheduler_of(path: Path, layout: Layout) -> dict[str, Any]:
    """Return the config of the scheduler for a single file of weights.

    The prediction type, and whether the terminal signal-to-noise ratio is zero (Lin et al. 2023), are stated by keys
    among the weights (``v_pred``, ``ztsnr``), by the metadata of a safetensors file, or by a .yaml beside it.

    Raises
    ------
    UserError
        If the file cannot be read.
    """
    names, metadata = names_in(path), metadata_in(path)
    parameters = _yaml_parameters(path)
    prediction = {
        value.lower() for value in (metadata.get("modelspec.prediction_type", ""), metadata.get("prediction_type", ""))
    }
    predicts_velocity = (
        "v_pred" in names
        or not prediction.isdisjoint(("v", "v_prediction", "v-prediction", "v_pred", "velocity"))
        or metadata.get("ss_v_parameterization", "").lower() in _TRUE
        or parameters.get("parameterization") == "v"
    )
    zero_snr = (
        "ztsnr" in names
        or any(metadata.get(name, "").lower() in _TRUE for name in ("ztsnr", "ss_zero_terminal_snr"))
        or any(str(parameters.get(name, "")).lower() in _TRUE for name in ("ztsnr", "zero_terminal_snr"))
    )
    config = dict(layout.scheduler)
    if predicts_velocity:
        config["prediction_type"] = "v_prediction"
    if zero_snr:
        # The noise schedule ends in pure noise, so sampling must begin at its last step.
        config |= {"rescale_betas_zero_snr": True, "timestep_spacing": "trailing"}
    return config


def _yaml_parameters(path: Path) -> Mapping[str, Any]:
    """Return the model's parameters in the .yaml beside a file of weights; empty if there is none."""
    import yaml

    files = [file for file in (path.with_suffix(suffix) for suffix in _YAML) if file.is_file()]
    if not files:
        return {}
    try:
        with files[0].open("rb") as file:
            parameters: Any = yaml.safe_load(file.read(_MAX_YAML_BYTES))
        for key in ("model", "params"):
            parameters = parameters.get(key) if isinstance(parameters, dict) else None
    except (OSError, yaml.YAMLError, ValueError, RecursionError) as error:
        _log.warning("%s cannot be read, so its settings for the model beside it are ignored: %s", files[0], error)
        return {}
    return parameters if isinstance(parameters, dict) else {}


def _standard_names(weights: Mapping[str, Tensor]) -> Iterator[tuple[str, Tensor]]:
    """Yield the weights of a checkpoint under their usual names.

    Older ones lack a part of the text encoder's names; some contain only the moving average (EMA) of the network.
    """
    only_ema = not any(name.startswith(_UNET) for name in weights)
    for name, value in weights.items():
        if name.startswith(_TEXT):
            inner = name.removeprefix(_TEXT).removeprefix("text_model.")
            if inner != "embeddings.position_ids":  # 0, 1, 2 ..., stored with rounding errors by some programs
                yield f"{_TEXT}text_model.{inner}", value
        elif name.startswith(_EMA):
            if only_ema:
                yield _UNET + _dotted_name(name.removeprefix(_EMA)), value
        elif not name.startswith("model_ema."):
            yield name, value


def _dotted_name(name: str) -> str:
    """Return the name of a weight of the network with the points that its moving average has lost.

    Examples
    --------
    >>> _dotted_name("input_blocks111transformer_blocks0attn1to_qweight")
    'input_blocks.11.1.transformer_blocks.0.attn1.to_q.weight'
    """
    words = _WORDS_OF_A_NAME.findall(name)
    # Blocks of the encoder and the decoder have one digit or two, their parts one.
    if words[0] in ("input_blocks", "output_blocks") and len(words) > 3 and words[3].isdigit():
        words[1:3] = [words[1] + words[2]]
    return ".".join(words)


def _text_encoder(folder: Path, weights: Mapping[str, Tensor], dtype: torch.dtype) -> Any:
    """Return the text encoder of a checkpoint; missing weights stay on the device ``meta``."""
    from accelerate import init_empty_weights
    from transformers import CLIPTextConfig, CLIPTextModel

    config = CLIPTextConfig.from_pretrained(folder / "text_encoder")
    with init_empty_weights(include_buffers=False):
        encoder = CLIPTextModel(config)
    stored = {
        name.removeprefix(f"{_TEXT}text_model."): value.to(dtype)
        for name, value in weights.items()
        if name.startswith(_TEXT)
    }
    state = {name: stored.get(name.removeprefix("text_model.")) for name in encoder.state_dict()}
    encoder.load_state_dict(
        {name: value for name, value in state.items() if value is not None}, strict=False, assign=True
    )
    return encoder


def _network(folder: Path, weights: Mapping[str, Tensor], dtype: torch.dtype) -> Any:
    """Return the network of a checkpoint; missing weights stay on the device ``meta``."""
    from accelerate import init_empty_weights
    from diffusers import UNet2DConditionModel

    config = UNet2DConditionModel.load_config(folder, subfolder="unet", local_files_only=True)
    with init_empty_weights(include_buffers=False):
        network: Any = UNet2DConditionModel.from_config(config)
    stored = {
        name: weights[_UNET + other].to(dtype)
        for name, other in ldm_names(network.state_dict()).items()
        if _UNET + other in weights
    }
    network.load_state_dict(stored, strict=False, assign=True)
    return network
