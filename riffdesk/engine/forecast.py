"""Forecast of the time that a render takes; in the engine's process, as torch is not in the window's."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from riffdesk.devices import Device, device_of
from riffdesk.engine.events import Forecast
from riffdesk.engine.requests import RenderRequest
from riffdesk.models.model_entry import FEW_STEPS_SCHEDULERS
from riffdesk.models.network_cost import row_operations

if TYPE_CHECKING:
    from riffdesk.diffusion.model import Model

_ROWS_OF_DECODING = 3  # rows of Stable Diffusion's network that are as much work as decoding its image
_SURELY_QUICK = 5e11  # operations: a minute at a sixth of one core's speed
_MEASURED_SECONDS = 0.2
_NETWORK_SHARE = 0.75  # of the convolution's speed: 54 and 72 billion operations a second on two processor cores
_WIDTH, _SIDE = 320, 32  # of the convolution that is timed

_paces: dict[tuple[str, str], float] = {}
"""Operations a second of the last riff, by model and device."""


def forecast(request: RenderRequest, model: Model, windows: int, riffs: int = 1) -> Forecast | None:
    """Return the expected duration of riffs; None if it is a few seconds on any device.

    Parameters
    ----------
    windows : int
        Windows of one riff that are rendered.
    riffs : int
        Number of riffs.
    """
    operations = riffs * work_of(request, model, windows)
    if operations < _SURELY_QUICK:
        return None
    device = device_of(model.device)
    pace = _paces.get((model.name, device.name)) or _measured_pace(device)
    return Forecast(
        seconds=operations / pace,
        model=model.name,
        device=device.title if device.is_card else "",
        steps=request.recipe.steps,
        windows=windows,
        window_seconds=model.columns / model.params.columns_per_second,
        riffs=riffs,
    )


def work_of(request: RenderRequest, model: Model, windows: int) -> float:
    """Return the operations of a riff: those of the network and of decoding."""
    keyframes = request.recipe.keyframes
    all_steps = request.init is None or request.from_noise or request.recipe.scheduler in FEW_STEPS_SCHEDULERS
    denoising = 1.0 if all_steps else max(one.denoising for one in keyframes)
    rows = 2 if any(one.guidance > 1 for one in keyframes) else 1
    return windows * (request.recipe.steps * denoising * rows + _ROWS_OF_DECODING) * row_operations(model.unet.config)


def remember_pace(model: Model, operations: float, seconds: float) -> None:
    """Store the measured time of a riff, from which the next forecast for a model is made."""
    _paces[model.name, device_of(model.device).name] = operations / max(seconds, 1e-3)


def _measured_pace(device: Device) -> float:
    """Return the operations a second of Stable Diffusion, by one of its convolutions, timed for a fifth of a second."""
    import torch

    dtype, place = device.dtype(), torch.device(device.type)
    weight = torch.ones(_WIDTH, _WIDTH, 3, 3, dtype=dtype, device=place).to(memory_format=device.layout())
    image = torch.ones(2, _WIDTH, _SIDE, _SIDE, dtype=dtype, device=place).to(memory_format=device.layout())
    count, began = 0, 0.0
    with torch.no_grad():
        while True:
            torch.nn.functional.conv2d(image, weight, padding=1)
            device.synchronise()
            now = time.perf_counter()
            if not count:
                began = now  # the first includes one-time initialisation
            elif now - began > _MEASURED_SECONDS:
                break
            count += 1
    return _NETWORK_SHARE * 2 * 9 * _WIDTH**2 * image[:, 0].numel() * count / (now - began)
