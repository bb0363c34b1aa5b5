"""Sends small values to a graphics card without waiting for its earlier work."""

from __future__ import annotations

import torch
from torch import Tensor

from riffdesk.devices import device_of


def sent(values: Tensor, device: torch.device, dtype: torch.dtype | None = None) -> Tensor:
    """Return values on a device, in their own type or another.

    By default torch waits for a card's earlier work before it copies from the processor's memory. On a device that
    `copies_aside` this does not, and the values may change once it returns; on others it waits.
    """
    return values.to(device, dtype, non_blocking=device_of(device).copies_aside)


def sent_number(value: Tensor | float, device: torch.device) -> Tensor:
    """Return a number as a tensor on a device, where a recorded call can read it."""
    return sent(torch.as_tensor(value), device, torch.float32)
