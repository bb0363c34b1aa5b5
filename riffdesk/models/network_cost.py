"""The work of a denoiser for one window, counted from its config; without torch, as the network is not loaded yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from riffdesk.models.layout import latent_size

_WORDS = 77  # tokens of a prompt


def row_operations(unet: Mapping[str, Any]) -> float:
    """Return the additions and multiplications of convolutions, attention and linear layers for one row.

    A row is one window, with the prompt or without.

    Parameters
    ----------
    unet : mapping
        Config of a ``UNet2DConditionModel`` of diffusers.
    """
    height, width = latent_size(unet)
    channels, layers = tuple(unet["block_out_channels"]), int(unet["layers_per_block"])
    text = int(unet["cross_attention_dim"])
    cells = height * width
    total = _convolution(unet["in_channels"], channels[0], cells) + _convolution(
        channels[0], unet["out_channels"], cells
    )
    skips, before = [channels[0]], channels[0]
    for number, (kind, now) in enumerate(zip(unet["down_block_types"], channels, strict=True)):
        for _ in range(layers):
            total += _residual(before, now, cells) + ("CrossAttn" in kind) * _attention(now, text, cells)
            before = now
            skips.append(now)
        if number + 1 < len(channels):
            cells //= 4
            total += _convolution(now, now, cells)
            skips.append(now)
    total += 2 * _residual(before, before, cells) + _attention(before, text, cells)
    for number, (kind, now) in enumerate(zip(unet["up_block_types"], reversed(channels), strict=True)):
        for _ in range(layers + 1):
            total += _residual(before + skips.pop(), now, cells) + ("CrossAttn" in kind) * _attention(now, text, cells)
            before = now
        if number + 1 < len(channels):
            cells *= 4
            total += _convolution(now, now, cells)
    return 2.0 * total


def _convolution(before: int, after: int, cells: int) -> int:
    return 9 * before * after * cells


def _residual(before: int, after: int, cells: int) -> int:
    shortcut = before * after * cells if before != after else 0
    return _convolution(before, after, cells) + _convolution(after, after, cells) + shortcut


def _attention(width: int, text: int, cells: int) -> int:
    """Return the work of a transformer block: both projections, attention to itself and to the text, feed-forward."""
    itself = 4 * width * width * cells + 2 * width * cells * cells
    to_text = 2 * width * width * cells + 2 * _WORDS * text * width + 2 * width * cells * _WORDS
    return 2 * width * width * cells + itself + to_text + 12 * width * width * cells
