"""Names of the tensors in LoRA files and textual inversions, as written by common training programs. No torch."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from riffdesk.errors import UserError
from riffdesk.language import mark, tr, translated

Shapes = Mapping[str, tuple[int, ...]]

_LORA_NAMES = re.compile(
    r"lora_|\.lora\.|_lora\.|\.hada_|\.lokr_|\.oft_|\.dora_scale$|\.on_input$|\.w_norm$|^lycoris_|\.diff$|\.[ab][12]\.weight$"
)
_ROLES = (
    # LoRA, by kohya, PEFT, and three generations of diffusers; "mid" is the core of a Tucker decomposition.
    (re.compile(r"\.lora_(?P<role>down|up|mid)\.weight$"), ""),
    (re.compile(r"\.lora_(?P<role>[AB])(?:\.(?!weight$)\w+)?\.weight$"), ""),
    (re.compile(r"\.(?:lora|lora_linear_layer)\.(?P<role>down|up)\.weight$"), ""),
    (re.compile(r"(?:\.processor)?\.to_(?P<end>q|k|v|out)_lora\.(?P<role>down|up)\.weight$"), "end"),
    # LyCORIS: Hadamard and Kronecker products, and full differences.
    (re.compile(r"\.(?P<role>hada_(?:w[12]_[ab]|t[12])|lokr_(?:w[12](?:_[ab])?|t2))$"), ""),
    (re.compile(r"\.(?P<role>alpha|scalar|diff|diff_b|w_norm|b_norm|on_input)$"), ""),
    (re.compile(r"\.(?P<role>weight)$"), ""),  # IA3, together with on_input
)
_ROLE_ALIASES = {"A": "down", "B": "up", "w_norm": "diff", "b_norm": "diff_b"}
_PREFIXES = (
    ("lora_unet_", "unet"),
    ("lora_te1_", "text_encoder"),
    ("lora_te_", "text_encoder"),
    ("unet.", "unet"),
    ("model.diffusion_model.", "unet"),
    ("diffusion_model.", "unet"),
    ("text_encoder.", "text_encoder"),
    ("lycoris_", ""),
)
_PEFT = "base_model.model."
_XL = re.compile(r"lora_te2_|text_encoder_2|^clip_g$")
_OTHER = re.compile(
    r"(?:double|single|joint)_(?:transformer_)?blocks|^(?:transformer|lora_transformer|prior)[._]|lora_te3_"
    r"|^diffusion_model[._](?!(?:in|out)put_blocks[._]|middle_block[._]|time_embed[._]|out[._])"
)
_UNSUPPORTED = (
    (
        re.compile(r"\.dora_scale$|lora_magnitude_vector"),
        mark(
            "{path} is a DoRA, which also rescales the weights that it changes. "
            "riffdesk cannot do that: look for a plain LoRA of it."
        ),
    ),
    (
        re.compile(r"\.oft_(?:blocks|diag)|\.boft_"),
        mark(
            "{path} is an OFT, which turns weights instead of adding to them. "
            "riffdesk cannot do that: look for a plain LoRA of it."
        ),
    ),
    (
        re.compile(r"\.[ab][12]\.weight$"),
        mark(
            "{path} is a GLoRA, which multiplies weights as well as adding to them. "
            "riffdesk cannot do that: look for a plain LoRA of it."
        ),
    ),
)
_SCHEDULERS = (
    (re.compile(r"(?<![a-z])lcm(?![a-z])"), "LCM"),
    (re.compile(r"(?<![a-z])tcd(?![a-z])|hyper[-_ ]?sd"), "TCD"),  # Hyper-SD's are for it too
)
_CROSS_ATTENTION = re.compile(r"attn2[._]to_[kv]\b.*\.(?:lora_down|lora_A)\b|attn2[._]to_[kv]\.hada_w1_b$")
_WIDTHS = {2048: "Stable Diffusion XL", 1024: "Stable Diffusion 2"}
_BASES = (
    (re.compile(r"sdxl|xl-v1|\bxl\b"), "Stable Diffusion XL"),
    (re.compile(r"sd_v2|stable-diffusion-v2|sd_2"), "Stable Diffusion 2"),
    (re.compile(r"flux"), "Flux"),
    (re.compile(r"sd3|stable-diffusion-3"), "Stable Diffusion 3"),
)


@dataclass(frozen=True)
class Place:
    """The layer that a tensor of a LoRA file changes, and the tensor's role in that.

    Parameters
    ----------
    part : str
        ``unet``, ``text_encoder``, or '' if the name does not include it.
    module : str
        Name of the layer, diffusers' or LDM's, with underscores for points, as kohya writes it.
    role : str
        ``down``, ``up``, ``alpha``, ``hada_w1_a`` and so on.
    """

    part: str
    module: str
    role: str


def place_of(name: str) -> Place | None:
    """Return the layer and the role of a tensor; None for an unknown name.

    Examples
    --------
    >>> place_of("lora_te1_text_model_encoder_layers_0_mlp_fc1.lora_up.weight")
    Place(part='text_encoder', module='encoder_layers_0_mlp_fc1', role='up')
    >>> place_of("unet.mid_block.attentions.0.attn1.processor.to_out_lora.down.weight")
    Place(part='unet', module='mid_block_attentions_0_attn1_to_out_0', role='down')
    """
    for pattern, group in _ROLES:
        match = pattern.search(name)
        if match is None:
            continue
        stem, role = name[: match.start()].removeprefix(_PEFT), match["role"]
        part = ""
        for prefix, prefix_part in _PREFIXES:
            if stem.startswith(prefix):
                stem, part = stem.removeprefix(prefix), prefix_part
                break
        stem = stem.removeprefix(_PEFT)
        if group:
            end = match["end"]
            projection = "to_out.0" if end == "out" else f"to_{end}"
            stem += f".{end}_proj" if "self_attn" in stem else f".{projection}"
        module = stem.replace(".", "_").removeprefix("text_model_")
        return Place(part, module, _ROLE_ALIASES.get(role, role))
    return None


def is_lora(names: Collection[str]) -> bool:
    """Whether tensors of these names are a LoRA of any kind."""
    return any(_LORA_NAMES.search(name) for name in names)


def scheduler_in(name: str) -> str:
    """Return the scheduler that a LoRA for few steps was made for, by its name; '' for a name that has none.

    Its tensors are those of any LoRA: only people can tell.

    Examples
    --------
    >>> scheduler_in("lcm-lora-sdv1-5"), scheduler_in("Hyper-SD15-8steps-CFG-lora"), scheduler_in("funk")
    ('LCM', 'TCD', '')
    """
    return next((scheduler for pattern, scheduler in _SCHEDULERS if pattern.search(name.lower())), "")


def is_embedding(shapes: Shapes) -> bool:
    """Whether tensors of these shapes are a textual inversion: the vectors of one or more words."""
    if "emb_params" in shapes or any(name.startswith("string_to_param") for name in shapes):
        return True
    if shapes and shapes.keys() <= {"clip_l", "clip_g"}:
        return True
    only = next(iter(shapes.items())) if len(shapes) == 1 else None
    return only is not None and only[0] not in ("weight", "bias") and "." not in only[0] and len(only[1]) in (1, 2)


def check_lora(path: Path, shapes: Shapes, metadata: Mapping[str, str]) -> None:
    """Check that a LoRA can be added to the models that riffdesk plays.

    Parameters
    ----------
    path : Path
        Its file, for the message.
    shapes : mapping of str to tuple
        Shapes of its tensors by name; empty tuples if unknown.
    metadata : mapping of str to str
        Metadata of the safetensors file.

    Raises
    ------
    UserError
        If it was made for a model of another kind, or is of a kind that riffdesk does not support.
    """
    declared = f"{metadata.get('ss_base_model_version', '')} {metadata.get('modelspec.architecture', '')}".lower()
    bases = [base for pattern, base in _BASES if pattern.search(declared)]
    bases += [base for name, shape in shapes.items() if _CROSS_ATTENTION.search(name) for base in _of_width(shape)]
    if any(_XL.search(name) for name in shapes):
        bases.append("Stable Diffusion XL")
    if bases:
        raise UserError(
            tr(
                "{path} was made for a {base} model, so it cannot be added to one that riffdesk plays.",
                path=path,
                base=bases[0],
            )
        )
    if any(_OTHER.search(name.removeprefix("lora_unet_").removeprefix(_PEFT)) for name in shapes):
        raise UserError(
            tr(
                "{path} was made for a model of another kind (Flux, Stable Diffusion 3 or the like), so "
                "it cannot be added to one that riffdesk plays.",
                path=path,
            )
        )
    for pattern, problem in _UNSUPPORTED:
        if any(pattern.search(name) for name in shapes):
            raise UserError(translated(problem).format(path=path))


def _of_width(shape: tuple[int, ...]) -> list[str]:
    """Return the unsupported kind of model that a cross-attention weight of this shape belongs to, if any."""
    return [_WIDTHS[shape[1]]] if len(shape) > 1 and shape[1] in _WIDTHS else []
