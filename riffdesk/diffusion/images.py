"""Ink to the images that networks see and back, through the autoencoder window by window, and kept ink put back.

An autoencoder with attention cannot take a minute at once; windows are decoded with their overlaps, and feathered
together as ink.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from riffdesk.diffusion.model import Model
from riffdesk.diffusion.windows import Windows

Array = NDArray[np.float32]


def images_of(ink: Array, stereo: bool) -> Tensor:
    """Return ink as images in Riffusion's convention: float32 ``[1, 3, bands, columns]``, -1 (loud) to 1.

    Parameters
    ----------
    ink : float32 ``[bands, columns]``, or ``[2, bands, columns]`` for stereo
        What is beyond 0 .. 1 is clipped.
    stereo : bool
        Left and right go into green and blue, and red stays dark, instead of three equal channels.
    """
    bright = 1 - 2 * torch.from_numpy(np.ascontiguousarray(ink[..., ::-1, :], np.float32)).clamp(0, 1)
    channels = torch.stack([torch.full_like(bright[0], -1), *bright]) if stereo else bright.expand(3, -1, -1)
    return channels[None]


def ink_of(image: Tensor, stereo: bool) -> Tensor:
    """Return the ink of an image ``[3, bands, columns]``: 0 .. 1, shaped as `images_of` takes it."""
    dark = ((1 - image) / 2).clamp(0, 1).flip(-2)
    return dark[1:] if stereo else dark.mean(dim=0)


def encoded(
    model: Model, images: Tensor, windows: Windows, each: Callable[[], None], read: Collection[int] | None = None
) -> tuple[Tensor, Tensor]:
    """Return the distribution of the latents of a strip's image.

    Parameters
    ----------
    model : Model
    images : float32 ``[1, 3, bands, columns]``
    windows : Windows
        Of the latents.
    each : callable
        Called before each window.
    read : collection of int, optional
        Which windows to encode, at least one; the others count as zeros. All by default.

    Returns
    -------
    mean, deviation : float32 ``[1, channels, height, windows.length]``
    """
    found = {}
    for number, piece in enumerate(windows.scaled(model.factor).cut(images)):
        if read is None or number in read:
            each()
            found[number] = torch.cat(model.encode(piece), dim=1)
    nothing = torch.zeros_like(next(iter(found.values())))
    pieces = [found.get(number, nothing) for number in range(len(windows.starts))]
    mean, deviation = windows.joined(pieces).chunk(2, dim=1)
    return mean, deviation


def decoded(model: Model, latents: Tensor, windows: Windows, each: Callable[[], None]) -> Array:
    """Return the ink of a strip's latents ``[1, channels, height, windows.length]``; see `encoded` and `images_of`."""
    pieces = []
    for piece in windows.cut(latents):
        each()
        pieces.append(ink_of(model.decode(piece)[0], model.params.stereo).cpu())
    ink: Array = windows.scaled(model.factor).joined(pieces).numpy()
    return ink


def tiled(values: Array, columns: int) -> Array:
    """Return ink with exactly so many columns: cut, or repeated from its beginning."""
    repeats = -(-columns // values.shape[-1])
    return np.tile(values, repeats)[..., :columns] if repeats > 1 else values[..., :columns]


def repaint_weight(mask: Array, factor: int, circular: bool) -> Array:
    """Return how much of each cell is new: 1 wherever a mask is above 0, falling to 0 over ``factor`` cells around it.

    What is 0 there is put back exactly. The feather lies outside of what is repainted: what was there
    before must not shine through.
    """
    reach = factor // 2
    weight = torch.from_numpy((mask > 0).astype(np.float32))[None]
    if bool((weight == 1).all()):
        return weight[0].numpy()
    for turn in range(2):
        # Along time, then along frequency, by transposing in between.
        around = "circular" if circular and turn == 0 and weight.shape[-1] > 2 * reach else "replicate"
        padded = functional.pad(weight, (2 * reach, 2 * reach), mode=around)
        weight = functional.avg_pool1d(functional.max_pool1d(padded, 2 * reach + 1, 1), 2 * reach + 1, 1)
        weight = weight.transpose(-1, -2)
    return weight[0].numpy()


def latent_mask(masks: Sequence[Array], factor: int) -> Tensor:
    """Return masks at the latents' resolution, each cell the mean: float32 ``[n, 1, height, width]``."""
    rows = torch.from_numpy(np.stack([mask[::-1] for mask in masks]))[:, None]
    return functional.avg_pool2d(rows, factor)
