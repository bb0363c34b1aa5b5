"""Conversion between ink, images and latents, window by window, and weights of masks.

An autoencoder with attention has not enough memory for a minute at once, so windows are decoded with their overlaps
and cross-faded as ink.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from riffdesk.arrays import Array
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.overlapping_windows import Windows


def images_of(ink: Array, stereo: bool) -> Tensor:
    """Return ink as images in Riffusion's convention: float32 ``[1, 3, bands, columns]``, -1 (loud) to 1.

    Parameters
    ----------
    ink : float32 ``[bands, columns]``, or ``[2, bands, columns]`` for stereo
        Clipped to 0 .. 1.
    stereo : bool
        Whether left and right are in green and blue, with red dark, instead of three equal channels.
    """
    inverted = 1 - 2 * torch.from_numpy(np.ascontiguousarray(ink[..., ::-1, :], np.float32)).clamp(0, 1)
    channels = torch.stack([torch.full_like(inverted[0], -1), *inverted]) if stereo else inverted.expand(3, -1, -1)
    return channels[None]


def ink_of(image: Tensor, stereo: bool) -> Tensor:
    """Return the ink of an image ``[3, bands, columns]``: 0 .. 1, in the shape that `images_of` takes."""
    dark = ((1 - image) / 2).clamp(0, 1).flip(-2)
    return dark[1:] if stereo else dark.mean(dim=0)


def encoded(
    model: Model,
    images: Tensor,
    windows: Windows,
    on_window: Callable[[], None],
    selection: Collection[int] | None = None,
) -> tuple[Tensor, Tensor]:
    """Return the distribution of the latents of a strip's image.

    Parameters
    ----------
    model : Model
    images : float32 ``[1, 3, bands, columns]``
    windows : Windows
        Windows of the latents.
    on_window : callable
        Called before each window.
    selection : collection of int, optional
        Numbers of the windows to encode, at least one; the others are zeros. All by default.

    Returns
    -------
    mean, deviation : float32 ``[1, channels, height, windows.length]``
    """
    moments = {}
    for number, image in enumerate(windows.scaled(model.factor).cut(images)):
        if selection is None or number in selection:
            on_window()
            moments[number] = torch.cat(model.encode(image), dim=1)
    zeros = torch.zeros_like(next(iter(moments.values())))
    complete = [moments.get(number, zeros) for number in range(len(windows.starts))]
    mean, deviation = windows.joined(complete).chunk(2, dim=1)
    return mean, deviation


def decoded(model: Model, latents: Tensor, windows: Windows, on_window: Callable[[], None]) -> Array:
    """Return the ink of a strip's latents ``[1, channels, height, windows.length]``; see `encoded` and `images_of`."""
    inks = []
    for window_latents in windows.cut(latents):
        on_window()
        inks.append(ink_of(model.decode(window_latents)[0], model.params.stereo).cpu())
    ink: Array = windows.scaled(model.factor).joined(inks).numpy()
    return ink


def tiled(values: Array, columns: int) -> Array:
    """Return ink with ``columns`` columns: cut, or repeated from its beginning."""
    repeats = -(-columns // values.shape[-1])
    return np.tile(values, repeats)[..., :columns] if repeats > 1 else values[..., :columns]


def repaint_weight(mask: Array, factor: int, circular: bool) -> Array:
    """Return the weight of new ink in each cell: 1 where a mask is above 0, falling to 0 over ``factor`` cells around.

    Cells of weight 0 are restored exactly. The feather is outside the mask, so that no old ink is left within it.
    """
    reach = factor // 2
    weight = torch.from_numpy((mask > 0).astype(np.float32))[None]
    if bool((weight == 1).all()):
        return weight[0].numpy()
    for axis in range(2):
        # Along time, then along frequency, by transposing in between.
        mode = "circular" if circular and axis == 0 and weight.shape[-1] > 2 * reach else "replicate"
        padded = functional.pad(weight, (2 * reach, 2 * reach), mode=mode)
        weight = functional.avg_pool1d(functional.max_pool1d(padded, 2 * reach + 1, 1), 2 * reach + 1, 1)
        weight = weight.transpose(-1, -2)
    return weight[0].numpy()


def latent_mask(masks: Sequence[Array], factor: int) -> Tensor:
    """Return masks at the latents' resolution, each cell the mean: float32 ``[n, 1, height, width]``."""
    rows = torch.from_numpy(np.stack([mask[::-1] for mask in masks]))[:, None]
    return functional.avg_pool2d(rows, factor)
