"""Keeps the networks within the memory there is: an estimate beforehand, and smaller batches when it runs out."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import psutil
import torch

from riffdesk.diffusion.starter.score_unet import SCORE_FEATURES, SCORE_WIDTH
from riffdesk.errors import UserError
from riffdesk.models.layout import factor, latent_size

if TYPE_CHECKING:
    from torch import Tensor

ON_THE_PROCESSOR = "or render on the processor: start riffdesk with CUDA_VISIBLE_DEVICES=-1"

_MOST_ROWS = 16  # eight windows with their guidance: enough to keep a graphics card busy
_SHARE = 0.5  # of a card's memory beside the weights; the rest is for the desktop, the decoder and fragments
# How many images of the first block's width are held at a time: with Stable Diffusion 1.5 on a processor 35 in
# the network and 12.5 in the decoder were measured; a quarter is added for what graphics cards hold beside them.
_UNET_IMAGES, _VAE_IMAGES = 44, 16


def rows_at_a_time(device: torch.device, weights: int, row: int) -> int:
    """Return how many rows (one window, with or without the prompt, is one) go through the network together.

    It follows from the size of the card and not from what happens to be free, since a batch of another
    size may round differently and the same recipe shall give the same samples. On the CPU it is always a
    window and its guidance pair: more is no faster there.

    Parameters
    ----------
    device : torch.device
        Where the network is.
    weights, row : int
        Bytes of all weights, and those that one row takes, see `row_bytes`.
    """
    if device.type != "cuda":
        return 2
    whole = torch.cuda.get_device_properties(device).total_memory
    return max(1, min(_MOST_ROWS, int(_SHARE * (whole - weights)) // row))


def row_bytes(unet: Mapping[str, Any], dtype: torch.dtype, *, score: bool = False) -> int:
    """Return about how much memory the network needs for one row of its own size, from its config.

    With a score, that is held as well: as it comes, in the network's precision, and as the features made of it.
    """
    height, width = latent_size(unet)
    images = _UNET_IMAGES * unet["block_out_channels"][0]
    shown = SCORE_WIDTH * (4 // dtype.itemsize + 1) + 4 * SCORE_FEATURES if score else 0
    return int((images + shown) * height * width * dtype.itemsize)


def image_bytes(unet: Mapping[str, Any], vae: Mapping[str, Any], dtype: torch.dtype) -> int:
    """Return about how much memory decoding one image takes, from the configs."""
    height, width = (side * factor(vae) for side in latent_size(unet))
    return int(_VAE_IMAGES * height * width * vae["block_out_channels"][0] * dtype.itemsize)


def check_room(name: str, needed: int, device: torch.device) -> None:
    """Raise `UserError` if a model that needs ``needed`` bytes, weights and work, does not fit into what is free."""
    free = free_bytes(device)
    if needed <= free:
        return
    where, what = "memory", "Close other programs, or use a smaller model."
    if device.type == "cuda":
        where = "memory on the graphics card"
        what = f"Close other programs that use the card, use a smaller model, {ON_THE_PROCESSOR}."
    raise UserError(f"{name} needs about {needed / 1e9:.1f} GB of {where}, and {free / 1e9:.1f} GB are free. {what}")


def free_bytes(device: torch.device) -> int:
    """Return how many bytes of memory can still be had for a device."""
    if device.type == "cuda":
        cached = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
        return int(torch.cuda.mem_get_info(device)[0]) + cached
    return int(psutil.virtual_memory().available)


def in_batches(call: Callable[[slice], Tensor], rows: int, most: int, what: str) -> tuple[Tensor, int]:
    """Return ``call`` of all rows, in batches, and how large the batches were in the end.

    Parameters
    ----------
    call : callable
        Computes some of the rows.
    rows : int
        How many there are, >= 1.
    most : int
        How many to compute together; halved, and tried again, where memory runs out.
    what : str
        What is being done, for the message.

    Raises
    ------
    UserError
        If there is too little memory for a single row.
    """
    done: list[Tensor] = []
    start = 0
    while start < rows:
        part = _unless_out_of_memory(call, slice(start, min(rows, start + most)))
        if part is not None:
            done.append(part)
            start += most
        elif min(most, rows) == 1:
            raise UserError(
                f"There is not enough memory for {what}. Close other programs, use a smaller model, {ON_THE_PROCESSOR}."
            )
        else:
            most = (min(most, rows) + 1) // 2
    return torch.cat(done), most


def release() -> None:
    """Give memory that nothing uses any more back to the system and the graphics card."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()


def _unless_out_of_memory(call: Callable[[slice], Tensor], rows: slice) -> Tensor | None:
    """Return ``call(rows)``, or None if memory ran out."""
    try:
        return call(rows)
    except torch.OutOfMemoryError:
        pass
    except RuntimeError as error:
        # What the processor's allocator and Apple's say; CUDA's has a class of its own.
        if "not enough memory" not in str(error) and "out of memory" not in str(error):
            raise
    release()  # here, where the failed call's own tensors are no longer held by its traceback
    return None
