"""Names of the layers of Stable Diffusion's network: diffusers' and those of LDM, the original program. No torch.

LDM numbers all blocks of the encoder and of the decoder in sequence, diffusers within each size of the image.
Checkpoints in one file have LDM's names, and so have some LoRAs.
"""

from __future__ import annotations

import re
from collections.abc import Collection

_ENDS = {
    "conv_in": "input_blocks.0.0",
    "time_embedding.linear_1": "time_embed.0",
    "time_embedding.linear_2": "time_embed.2",
    "conv_norm_out": "out.0",
    "conv_out": "out.2",
}
_RESNET = {
    "norm1": "in_layers.0",
    "conv1": "in_layers.2",
    "time_emb_proj": "emb_layers.1",
    "norm2": "out_layers.0",
    "conv2": "out_layers.3",
    "conv_shortcut": "skip_connection",
}
_BLOCK = re.compile(
    r"(?:(?P<way>down|up)_blocks\.(?P<block>\d+)|mid_block)\.(?P<kind>resnets|attentions|downsamplers|upsamplers)"
    r"\.(?P<number>\d+)\.(?P<rest>.+)"
)


def ldm_names(names: Collection[str]) -> dict[str, str]:
    """Return LDM's names of the layers, or of the weights, of a network.

    Parameters
    ----------
    names : collection of str
        All their names in diffusers, with points.

    Returns
    -------
    dict of str to str
        LDM's name by diffusers' name, without those that LDM has no name for, such as lists of blocks.

    Examples
    --------
    >>> names = ["down_blocks.0.resnets.0.conv1", "down_blocks.0.resnets.1.conv1", "down_blocks.1.attentions.0.proj_in"]
    >>> ldm_names(names)["down_blocks.1.attentions.0.proj_in"]
    'input_blocks.4.1.proj_in'
    """
    resnets = [re.match(r"down_blocks\.0\.resnets\.(\d+)\.", name) for name in names]
    layers = 1 + max((int(found[1]) for found in resnets if found is not None), default=0)
    attending = {name.split(".")[1] for name in names if re.match(r"up_blocks\.\d+\.attentions\.", name)}
    found = {name: _ldm_name(name, layers, attending) for name in names}
    return {name: other for name, other in found.items() if other is not None}


def _ldm_name(name: str, layers: int, attending: Collection[str]) -> str | None:
    for end, other in _ENDS.items():
        if name == end or name.startswith(f"{end}."):
            return other + name.removeprefix(end)
    match = _BLOCK.fullmatch(name)
    if match is None:
        return None
    kind, number, rest = match["kind"], int(match["number"]), match["rest"]
    if kind == "resnets":
        part, point, last = rest.partition(".")
        rest = _RESNET.get(part, part) + point + last
    if match["way"] is None:
        return f"middle_block.{2 * number if kind == 'resnets' else 1}.{rest}"
    if kind in ("downsamplers", "upsamplers"):
        number = layers
    place = int(match["block"]) * (layers + 1) + number
    if match["way"] == "down":
        rest = rest.replace("conv", "op", 1) if kind == "downsamplers" else rest
        return f"input_blocks.{1 + place}.{1 if kind == 'attentions' else 0}.{rest}"
    inside = {"resnets": 0, "attentions": 1, "upsamplers": 2 if match["block"] in attending else 1}[kind]
    return f"output_blocks.{place}.{inside}.{rest}"
