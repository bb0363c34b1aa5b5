"""Adds LoRA files (Hu et al. 2021) to a loaded model, for good: a render then costs what it did without.

A LoRA is a change of weights, written as a product of small matrices. Each is multiplied out and added. Those of
LyCORIS are products of another kind (Yeh et al. 2023): LoHa's of Hadamard, LoKr's of Kronecker.
"""

from __future__ import annotations

import logging
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from riffdesk import strict_json
from riffdesk.errors import UserError
from riffdesk.models.files.ldm_names import ldm_names
from riffdesk.models.files.lora_names import check_lora, is_embedding, place_of
from riffdesk.models.files.weights import metadata_in, read_tensors

_log = logging.getLogger(__name__)

_PEFT_CONFIG = "adapter_config.json"

Roles = dict[str, Tensor]
"""The tensors of one layer's change, by their roles; see `riffdesk.models.files.lora_names.Place`."""


def add_loras(parts: Mapping[str, Any], loras: Sequence[tuple[Path, float]]) -> None:
    """Add LoRAs to the text encoder and the network of a model, in place.

    Parameters
    ----------
    parts : mapping
        text_encoder and unet.
    loras : sequence of (Path, weight)
        Files of kohya's, diffusers' and PEFT's programs, and LyCORIS' LoCon, LoHa, LoKr, IA3 and whole differences.

    Raises
    ------
    UserError
        If one cannot be read or was made for a model of another shape; the model is of no use then.
    """
    layers = _layers(parts)
    for path, weight in loras:
        if not math.isfinite(weight):
            raise UserError(f"A weight of {weight} for {path.name} makes no sense.")
        tensors = read_tensors(path)
        shapes = {name: tuple(value.shape) for name, value in tensors.items()}
        if is_embedding(shapes):
            raise UserError(f"{path} is a textual inversion: a word for prompts, and no LoRA. Add it to the models.")
        check_lora(path, shapes, metadata_in(path))
        alpha = _peft_alpha(path) if any(name.startswith("base_model.") for name in tensors) else None
        _add(path, _changes(tensors), layers, weight, alpha)


def change_of(roles: Mapping[str, Tensor], weight: Tensor, alpha: float | None = None) -> Tensor:
    """Return the change of one layer's weight, multiplied out.

    Parameters
    ----------
    roles : mapping of str to tensor
        The tensors that make it.
    weight : tensor
        The layer's own, whose shape it takes.
    alpha : float, optional
        Scale of a file that does not tell it; by default the rank, so that the scale is 1.

    Returns
    -------
    float32 tensor of ``weight``'s shape

    Raises
    ------
    ValueError
        If the tensors are not those of any kind that is known, or of another shape.
    """
    given = {role: tensor.float() for role, tensor in roles.items()}
    told = float(given["alpha"]) if "alpha" in given else alpha

    def scale(rank: int) -> float:
        return 1.0 if told is None else told / rank

    if "down" in given:
        down, up = given["down"], given["up"]
        core = given.get("mid")
        made = up.flatten(1) @ down.flatten(1) if core is None else _tucker(core, up.flatten(1).T, down.flatten(1))
        made = made * scale(len(down))
    elif "hada_w1_a" in given:
        first, second = (_product(given, f"hada_w{n}", f"hada_t{n}") for n in (1, 2))
        made = first * second * scale(len(given["hada_w1_b"]))
    elif any(role.startswith("lokr_") for role in given):
        first, second = _product(given, "lokr_w1", ""), _product(given, "lokr_w2", "lokr_t2")
        rank = next((len(given[f"lokr_w{n}_b"]) for n in (1, 2) if f"lokr_w{n}_b" in given), None)
        first = first.reshape(*first.shape, *[1] * (second.ndim - first.ndim))
        made = torch.kron(first.contiguous(), second.contiguous())
        made = made * (1.0 if rank is None else scale(rank))
    elif "on_input" in given:
        along = [1, -1] if bool(given["on_input"]) else [-1, 1]
        made = weight.float() * given["weight"].reshape(along + [1] * (weight.ndim - 2))
    elif "diff" in given:
        made = given["diff"]
    else:
        raise ValueError(f"no kind of LoRA has {', '.join(sorted(given))} alone")
    made = made * float(given.get("scalar", torch.tensor(1.0)))
    if made.numel() != weight.numel():
        raise ValueError(f"it changes {tuple(made.shape)} and the weight is {tuple(weight.shape)}")
    return made.reshape(weight.shape)


def _layers(parts: Mapping[str, Any]) -> dict[tuple[str, str], nn.Module]:
    """Return the layers of the text encoder and the network by part and name, with underscores for points.

    Those of the network are there under LDM's names as well.
    """
    layers: dict[tuple[str, str], nn.Module] = {}
    for part in ("unet", "text_encoder"):
        modules: dict[str, nn.Module] = dict(parts[part].named_modules())
        also = ldm_names(modules) if part == "unet" else {}
        for name, module in modules.items():
            if isinstance(getattr(module, "weight", None), Tensor):
                for one in (name, also.get(name, name)):
                    flat = one.replace(".", "_").removeprefix("text_model_")
                    layers[part, flat] = layers["", flat] = module
    return layers


def _changes(tensors: Mapping[str, Tensor]) -> dict[tuple[str, str], Roles]:
    """Return the tensors of a file by the layer that they change; names that say nothing are under ('', '')."""
    changes: dict[tuple[str, str], Roles] = defaultdict(dict)
    for name, tensor in tensors.items():
        place = place_of(name)
        if place is None:
            changes["", ""][name] = tensor
        else:
            changes[place.part, place.module][place.role] = tensor
    return changes


@torch.no_grad()
def _add(
    path: Path,
    changes: dict[tuple[str, str], Roles],
    layers: Mapping[tuple[str, str], nn.Module],
    weight: float,
    alpha: float | None,
) -> None:
    unknown = changes.pop(("", ""), {})
    here = {place: roles for place, roles in changes.items() if place in layers and set(roles) != {"alpha"}}
    if not here:
        raise UserError(f"{path} does not fit this model: none of its parts is in it.")
    if left := len(changes) - len(here) + len(unknown):
        _log.warning("%s changes parts that are not in this model: %d of them, which are left out.", path.name, left)
    for place, roles in here.items():
        module: Any = layers[place]
        bias = roles.pop("diff_b", None)
        try:
            if roles.keys() - {"alpha", "scalar"}:
                change = change_of(roles, module.weight, alpha)
                if not bool(change.isfinite().all()):
                    raise UserError(f"{path} holds values that are no numbers: it is damaged. Get it again.")
                module.weight.copy_(module.weight.float() + weight * change)
            if bias is not None:
                module.bias.copy_(module.bias.float() + weight * bias.float())
        except (ValueError, RuntimeError, KeyError, AttributeError, TypeError) as error:
            raise UserError(
                f"{path} does not fit this model: it was made for another one, whose {place[1]} is of another shape."
            ) from error


def _product(given: Mapping[str, Tensor], name: str, core: str) -> Tensor:
    """Return a factor of a change: as it is, or the product of its two parts, with a core between them or without."""
    if name in given:
        return given[name]
    first, second = given[f"{name}_a"], given[f"{name}_b"]
    return _tucker(given[core], first, second) if core in given else first @ second


def _tucker(core: Tensor, outer: Tensor, inner: Tensor) -> Tensor:
    """Return the product of a core ``[p, q, ...]`` with ``[p, out]`` and ``[q, in]``: ``[out, in, ...]``."""
    return torch.einsum("pq...,po,qi->oi...", core, outer, inner)


def _peft_alpha(path: Path) -> float | None:
    """Return the scale that PEFT's config beside a file tells; None if there is none."""
    try:
        told = strict_json.read(path.parent / _PEFT_CONFIG)
    except (OSError, ValueError):
        return None
    told = told if isinstance(told, dict) else {}
    alpha, rank = strict_json.finite(told.get("lora_alpha")), strict_json.finite(told.get("r"))
    return alpha * math.sqrt(rank) if alpha and rank and rank > 0 and told.get("use_rslora") else alpha
