"""Memory of networks: estimates before loading, and smaller batches when it runs out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import torch

from riffdesk.devices import ON_THE_PROCESSOR, Device, release
from riffdesk.diffusion.calls.recorded_calls import forget_recordings
from riffdesk.diffusion.starter.score_unet import SCORE_FEATURES, SCORE_WIDTH
from riffdesk.errors import UserError, is_out_of_memory
from riffdesk.language import tr, translated
from riffdesk.models.layout import factor, latent_size

if TYPE_CHECKING:
    from torch import Tensor

_MAX_ROWS = 16  # eight windows with their guidance: enough to keep a graphics card busy
_SHARE = 0.5  # of a card's memory beside the weights; the rest is for the desktop, the decoder and fragments
# How many images of the first block's width are held at a time: with Stable Diffusion 1.5 on a processor 35 in
# the network and 12.5 in the decoder were measured; a quarter is added for other memory on graphics cards.
_UNET_IMAGES, _VAE_IMAGES = 44, 16


def rows_at_a_time(device: Device, weights: int, row: int) -> int:
    """Return how many rows go through the network together; a row is one window, with the prompt or without.

    It depends on the size of the card and not on its free memory, since batches of other sizes may round differently
    and the same recipe must give the same samples. On the CPU it is always 2, a window with and without the prompt:
    more is no faster.

    Parameters
    ----------
    device : Device
        The network's device.
    weights, row : int
        Bytes of all weights, and of one row, see `row_bytes`.
    """
    if not device.is_card:
        return 2
    return max(1, min(_MAX_ROWS, int(_SHARE * (device.total_bytes() - weights)) // row))


def row_bytes(unet: Mapping[str, Any], dtype: torch.dtype, *, score: bool = False) -> int:
    """Return the estimated bytes that the network needs for one row of its own size, from its config.

    A score adds its pictures, in float32 and in the network's precision, and their features.
    """
    height, width = latent_size(unet)
    images = _UNET_IMAGES * unet["block_out_channels"][0]
    score_features = SCORE_WIDTH * (4 // dtype.itemsize + 1) + 4 * SCORE_FEATURES if score else 0
    return int((images + score_features) * height * width * dtype.itemsize)


def image_bytes(unet: Mapping[str, Any], vae: Mapping[str, Any], dtype: torch.dtype) -> int:
    """Return the estimated bytes for decoding one image, from the configs."""
    height, width = (side * factor(vae) for side in latent_size(unet))
    return int(_VAE_IMAGES * height * width * vae["block_out_channels"][0] * dtype.itemsize)


def check_free_memory(name: str, needed: int, device: Device) -> None:
    """Raise `UserError` if a model that needs ``needed`` bytes, weights and work, exceeds the free memory."""
    free = device.free_bytes()
    if needed <= free:
        return
    if device.is_card:
        raise UserError(
            tr(
                "{name} needs about {needed:.1f} GB of memory on the graphics card, and {free:.1f} GB are free. Close "
                "other programs that use the card, use a smaller model, {other}.",
                name=name,
                needed=needed / 1e9,
                free=free / 1e9,
                other=translated(ON_THE_PROCESSOR),
            )
        )
    raise UserError(
        tr(
            "{name} needs about {needed:.1f} GB of memory, and {free:.1f} GB are free. Close other programs, or use a "
            "smaller model.",
            name=name,
            needed=needed / 1e9,
            free=free / 1e9,
        )
    )


def in_batches(call: Callable[[slice], Tensor], rows: int, batch: int, task: str) -> tuple[Tensor, int]:
    """Return the results of ``call`` for all rows, computed in batches, and the final size of a batch.

    Parameters
    ----------
    call : callable
        Computes a slice of the rows.
    rows : int
        Number of rows, >= 1.
    batch : int
        Size of a batch. When memory runs out, it is tried again without recordings, then halved and tried again.
    task : str
        The task, for the message.

    Raises
    ------
    UserError
        If there is too little memory for a single row.
    """
    results: list[Tensor] = []
    start = 0
    while start < rows:
        result = _unless_out_of_memory(call, slice(start, min(rows, start + batch)))
        if result is not None:
            results.append(result)
            start += batch
        elif forget_recordings():
            release()
        elif min(batch, rows) == 1:
            raise UserError(
                tr(
                    "There is not enough memory for {task}. Close other programs, use a smaller model, {other}.",
                    task=task,
                    other=translated(ON_THE_PROCESSOR),
                )
            )
        else:
            batch = (min(batch, rows) + 1) // 2
    return torch.cat(results), batch


def _unless_out_of_memory(call: Callable[[slice], Tensor], rows: slice) -> Tensor | None:
    """Return ``call(rows)``, or None if memory ran out."""
    try:
        return call(rows)
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
    release()  # after the except block, whose traceback would hold the failed call's tensors
    return None
