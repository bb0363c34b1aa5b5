"""Adds LoRA files (Hu et al. 2021) to the weights of a loaded model; a render then takes no longer than without.

A LoRA is a change of weights as a product of small matrices. Each product is computed and added. Those of LyCORIS
(Yeh et al. 2023) are of other kinds: LoHa's of Hadamard, LoKr's of Kronecker.
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
from riffdesk.language import tr
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
        Files in the formats of kohya, diffusers and PEFT, and LyCORIS' LoCon, LoHa, LoKr, IA3 and full differences.

    Raises
    ------
    UserError
        If one cannot be read or was made for a model of another shape; the model must then not be used.
    """
    layers = _layers(parts)
    for path, weight in loras:
        if not math.isfinite(weight):
            raise UserError(tr("A weight of {weight} for {name} makes no sense.", weight=weight, name=path.name))
        tensors = read_tensors(path)
        shapes = {name: tuple(value.shape) for name, value in tensors.items()}
        if is_embedding(shapes):
            raise UserError(
                tr("{path} is a textual inversion: a word for prompts, and no LoRA. Add it to the models.", path=path)
            )
        check_lora(path, shapes, metadata_in(path))
        alpha = _peft_alpha(path) if any(name.startswith("base_model.") for name in tensors) else None
        _add(path, _changes(tensors), layers, weight, alpha)


def change_of(roles: Mapping[str, Tensor], weight: Tensor, alpha: float | None = None) -> Tensor:
    """Return the change of one layer's weight.

    Parameters
    ----------
    roles : mapping of str to tensor
        The factors of the change.
    weight : tensor
        The layer's weight; the change has its shape.
    alpha : float, optional
        Numerator of the scale ``alpha / rank`` if the tensors have none; by default the rank, for a scale of 1.

    Returns
    -------
    float32 tensor of ``weight``'s shape

    Raises
    ------
    ValueError
        If the tensors are of no supported kind, or of another shape.
    """
    factors = {role: tensor.float() for role, tensor in roles.items()}
    alpha = float(factors["alpha"]) if "alpha" in factors else alpha

    def scale(rank: int) -> float:
        return 1.0 if alpha is None else alpha / rank

    if "down" in factors:
        down, up = factors["down"], factors["up"]
        core = factors.get("mid")
        change = up.flatten(1) @ down.flatten(1) if core is None else _tucker(core, up.flatten(1).T, down.flatten(1))
        change = change * scale(len(down))
    elif "hada_w1_a" in factors:
        first, second = (_product(factors, f"hada_w{n}", f"hada_t{n}") for n in (1, 2))
        change = first * second * scale(len(factors["hada_w1_b"]))
    elif any(role.startswith("lokr_") for role in factors):
        first, second = _product(factors, "lokr_w1", ""), _product(factors, "lokr_w2", "lokr_t2")
        rank = next((len(factors[f"lokr_w{n}_b"]) for n in (1, 2) if f"lokr_w{n}_b" in factors), None)
        first = first.reshape(*first.shape, *[1] * (second.ndim - first.ndim))
        change = torch.kron(first.contiguous(), second.contiguous())
        change = change * (1.0 if rank is None else scale(rank))
    elif "on_input" in factors:
        shape = [1, -1] if bool(factors["on_input"]) else [-1, 1]
        change = weight.float() * factors["weight"].reshape(shape + [1] * (weight.ndim - 2))
    elif "diff" in factors:
        change = factors["diff"]
    else:
        raise ValueError(f"no kind of LoRA has {', '.join(sorted(factors))} alone")
    change = change * float(factors.get("scalar", torch.tensor(1.0)))
    if change.numel() != weight.numel():
        raise ValueError(f"it changes {tuple(change.shape)} and the weight is {tuple(weight.shape)}")
    return change.reshape(weight.shape)


def _layers(parts: Mapping[str, Any]) -> dict[tuple[str, str], nn.Module]:
    """Return the layers of the text encoder and the network by part and name, with underscores for points.

    Those of the network are listed under LDM's names too.
    """
    layers: dict[tuple[str, str], nn.Module] = {}
    for part in ("unet", "text_encoder"):
        modules: dict[str, nn.Module] = dict(parts[part].named_modules())
        ldm_name_of = ldm_names(modules) if part == "unet" else {}
        for name, module in modules.items():
            if isinstance(getattr(module, "weight", None), Tensor):
                for alias in (name, ldm_name_of.get(name, name)):
                    flat = alias.replace(".", "_").removeprefix("text_model_")
                    layers[part, flat] = layers["", flat] = module
    return layers


def _changes(tensors: Mapping[str, Tensor]) -> dict[tuple[str, str], Roles]:
    """Return the tensors of a file by the layer that they change; those with unknown names under ('', '')."""
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
    matched = {place: roles for place, roles in changes.items() if place in layers and set(roles) != {"alpha"}}
    if not matched:
        raise UserError(tr("{path} does not match this model, which has none of its layers.", path=path))
    if unmatched := len(changes) - len(matched) + len(unknown):
        _log.warning("%s changes %d layers that this model does not have; they are left out.", path.name, unmatched)
    for place, roles in matched.items():
        module: Any = layers[place]
        bias = roles.pop("diff_b", None)
        try:
            if roles.keys() - {"alpha", "scalar"}:
                change = change_of(roles, module.weight, alpha)
                if not bool(change.isfinite().all()):
                    raise UserError(
                        tr("{path} holds values that are no numbers: it is damaged. Get it again.", path=path)
                    )
                module.weight.copy_(module.weight.float() + weight * change)
            if bias is not None:
                module.bias.copy_(module.bias.float() + weight * bias.float())
        except (ValueError, RuntimeError, KeyError, AttributeError, TypeError) as error:
            raise UserError(
                tr(
                    "{path} does not match this model: it was made for another one, whose {place} has another shape.",
                    path=path,
                    place=place[1],
                )
            ) from error


def _product(factors: Mapping[str, Tensor], name: str, core: str) -> Tensor:
    """Return a factor of a change: the stored tensor, or the product of its two parts, with a core or without."""
    if name in factors:
        return factors[name]
    first, second = factors[f"{name}_a"], factors[f"{name}_b"]
    return _tucker(factors[core], first, second) if core in factors else first @ second


def _tucker(core: Tensor, outer: Tensor, inner: Tensor) -> Tensor:
    """Return the product of a core ``[p, q, ...]`` with ``[p, out]`` and ``[q, in]``: ``[out, in, ...]``."""
    return torch.einsum("pq...,po,qi->oi...", core, outer, inner)


def _peft_alpha(path: Path) -> float | None:
    """Return the alpha in PEFT's config beside a file; None if there is none."""
    try:
        config = strict_json.read(path.parent / _PEFT_CONFIG)
    except (OSError, ValueError):
        return None
    config = config if isinstance(config, dict) else {}
    alpha, rank = strict_json.finite(config.get("lora_alpha")), strict_json.finite(config.get("r"))
    return alpha * math.sqrt(rank) if alpha and rank and rank > 0 and config.get("use_rslora") else alpha
