"""Small values that are sent to a graphics card without waiting until it has computed what it was given before."""

from __future__ import annotations

import torch
from torch import Tensor

from riffdesk.devices import device_of


def sent(values: Tensor, device: torch.device, dtype: torch.dtype | None = None) -> Tensor:
    """Return values on a device, in their own type or another.

    Torch waits for all that a card is still computing before it copies from the processor's memory, unless it is told
    not to. On a device that `copies_aside` the values may change once this returns; others are waited for.
    """
    return values.to(device, dtype, non_blocking=device_of(device).copies_aside)


def sent_number(value: Tensor | float, device: torch.device) -> Tensor:
    """Return a number as a tensor on a device, where a recorded call can read it."""
    return sent(torch.as_tensor(value), device, torch.float32)
