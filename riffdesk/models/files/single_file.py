"""Reads a model that is one file of weights; its configs come with riffdesk. Nothing is unpickled."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from riffdesk.errors import UserError
from riffdesk.models.files.ldm_names import ldm_names
from riffdesk.models.files.weights import check_checkpoint, metadata_in, names_in, read_tensors
from riffdesk.models.layout import Layout

_log = logging.getLogger(__name__)

_TEXT, _UNET = "cond_stage_model.transformer.", "model.diffusion_model."
_MEAN = "model_ema.diffusion_model"
"""Prefix of the network's moving average (EMA), whose names have lost their points."""

_WORDS_OF_A_NAME = re.compile(
    r"(?:input|output)_blocks|middle_block|time_embed|in_layers|emb_layers|out_layers|skip_connection"
    r"|transformer_blocks|attn[12]|to_[qkv]|to_out|ff|net|proj_in|proj_out|proj|norm[123]?|op|conv|out|weight|bias|\d"
)
_YAML = (".yaml", ".yml")
_LARGEST_YAML = 2**20  # bytes
_TRUE = ("true", "1", "yes")


def read_single_file(path: Path, layout: Layout, dtype: torch.dtype) -> dict[str, Any]:
    """Return tokenizer, text_encoder, unet and vae of a Stable Diffusion 1.x checkpoint.

    Parameters
    ----------
    path : Path
        A file of weights; safetensors or a pickle.
    layout : Layout
        The configs that it lacks.
    dtype : torch.dtype
        What the weights become.

    Raises
    ------
    UserError
        If it is of another kind, not complete, or more than numbers would have to be read from it.
    """
    from diffusers import AutoencoderKL  # seconds that a folder need not wait for
    from transformers import CLIPTokenizer

    weights = dict(_usual_names(read_tensors(path)))
    check_checkpoint(path, {name: tuple(value.shape) for name, value in weights.items()}, layout.unet)
    missing = UserError(f"The model in {path} is not complete: some of its weights are missing. Get it again.")
    parts: dict[str, Any] = {"tokenizer": CLIPTokenizer.from_pretrained(layout.folder / "tokenizer")}
    parts["text_encoder"] = _text_encoder(layout.folder, weights, dtype)
    parts["unet"] = _network(layout.folder, weights, dtype)
    try:
        parts["vae"] = AutoencoderKL.from_single_file(
            weights, config=str(layout.folder), subfolder="vae", torch_dtype=dtype, local_files_only=True
        )
    except NotImplementedError as error:  # a weight that is not in the file stays without a value
        raise missing from error
    if any(weight.is_meta for part in ("text_encoder", "unet", "vae") for weight in parts[part].parameters()):
        raise missing
    return parts


def scheduler_of(path: Path, layout: Layout) -> dict[str, Any]:
    """Return the config of the scheduler that a single file of weights wants.

    What the network predicts, and whether its noise goes down to a signal of zero (Lin et al. 2023), is said by keys
    among the weights (``v_pred``, ``ztsnr``), by the metadata of a safetensors file, or by a .yaml beside it.

    Raises
    ------
    UserError
        If the file cannot be read.
    """
    names, told = names_in(path), metadata_in(path)
    beside = _told_beside(path)
    prediction = {one.lower() for one in (told.get("modelspec.prediction_type", ""), told.get("prediction_type", ""))}
    velocity = (
        "v_pred" in names
        or not prediction.isdisjoint(("v", "v_prediction", "v-prediction", "v_pred", "velocity"))
        or told.get("ss_v_parameterization", "").lower() in _TRUE
        or beside.get("parameterization") == "v"
    )
    zero = (
        "ztsnr" in names
        or any(told.get(name, "").lower() in _TRUE for name in ("ztsnr", "ss_zero_terminal_snr"))
        or any(str(beside.get(name, "")).lower() in _TRUE for name in ("ztsnr", "zero_terminal_snr"))
    )
    config = dict(layout.scheduler)
    if velocity:
        config["prediction_type"] = "v_prediction"
    if zero:
        # The last step is pure noise, so the first one must be it.
        config |= {"rescale_betas_zero_snr": True, "timestep_spacing": "trailing"}
    return config


def _told_beside(path: Path) -> Mapping[str, Any]:
    """Return the parameters of the model in the .yaml beside a file of weights; nothing if there is none."""
    import yaml

    found = [one for one in (path.with_suffix(suffix) for suffix in _YAML) if one.is_file()]
    if not found:
        return {}
    try:
        with found[0].open("rb") as file:
            told: Any = yaml.safe_load(file.read(_LARGEST_YAML))
        for key in ("model", "params"):
            told = told.get(key) if isinstance(told, dict) else None
    except (OSError, yaml.YAMLError, ValueError, RecursionError) as error:
        _log.warning("%s cannot be read, and what it says of the model beside it is not heeded: %s", found[0], error)
        return {}
    return told if isinstance(told, dict) else {}


def _usual_names(weights: Mapping[str, Tensor]) -> Iterator[tuple[str, Tensor]]:
    """Yield the weights of a checkpoint under the names that most have.

    Older ones leave a part out of the text encoder's; in some, the network is there as its moving average alone.
    """
    only_mean = not any(name.startswith(_UNET) for name in weights)
    for name, value in weights.items():
        if name.startswith(_TEXT):
            inner = name.removeprefix(_TEXT).removeprefix("text_model.")
            if inner != "embeddings.position_ids":  # 0, 1, 2 ..., which some programs have rounded to wrong ones
                yield f"{_TEXT}text_model.{inner}", value
        elif name.startswith(_MEAN):
            if only_mean:
                yield _UNET + _with_points(name.removeprefix(_MEAN)), value
        elif not name.startswith("model_ema."):
            yield name, value


def _with_points(name: str) -> str:
    """Return the name of a weight of the network with the points that its moving average has lost.

    Examples
    --------
    >>> _with_points("input_blocks111transformer_blocks0attn1to_qweight")
    'input_blocks.11.1.transformer_blocks.0.attn1.to_q.weight'
    """
    words = _WORDS_OF_A_NAME.findall(name)
    # A block of the way in or out has a number of one digit or two, and what is in it has one of one digit.
    if words[0] in ("input_blocks", "output_blocks") and len(words) > 3 and words[3].isdigit():
        words[1:3] = [words[1] + words[2]]
    return ".".join(words)


def _text_encoder(folder: Path, weights: Mapping[str, Tensor], dtype: torch.dtype) -> Any:
    """Return the text encoder of a checkpoint; weights that it lacks stay on the device ``meta``."""
    from accelerate import init_empty_weights
    from transformers import CLIPTextConfig, CLIPTextModel

    config = CLIPTextConfig.from_pretrained(folder / "text_encoder")
    with init_empty_weights(include_buffers=False):
        encoder = CLIPTextModel(config)
    there = {
        name.removeprefix(f"{_TEXT}text_model."): value.to(dtype)
        for name, value in weights.items()
        if name.startswith(_TEXT)
    }
    wanted = {name: there.get(name.removeprefix("text_model.")) for name in encoder.state_dict()}
    encoder.load_state_dict({name: one for name, one in wanted.items() if one is not None}, strict=False, assign=True)
    return encoder


def _network(folder: Path, weights: Mapping[str, Tensor], dtype: torch.dtype) -> Any:
    """Return the network of a checkpoint; weights that it lacks stay on the device ``meta``."""
    from accelerate import init_empty_weights
    from diffusers import UNet2DConditionModel

    config = UNet2DConditionModel.load_config(folder, subfolder="unet", local_files_only=True)
    with init_empty_weights(include_buffers=False):
        network: Any = UNet2DConditionModel.from_config(config)
    there = {
        name: weights[_UNET + other].to(dtype)
        for name, other in ldm_names(network.state_dict()).items()
        if _UNET + other in weights
    }
    network.load_state_dict(there, strict=False, assign=True)
    return network
