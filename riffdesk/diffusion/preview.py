"""Fast previews of a riff while it is denoised: ink as a linear map of the latents, fitted once per model."""

from __future__ import annotations

from weakref import WeakKeyDictionary

import torch
from torch import Tensor

from riffdesk.arrays import Array
from riffdesk.diffusion.images import images_of
from riffdesk.diffusion.model import Model

_SIDE, _SAMPLES = 16, 4  # latents along the side of a sample for the fit, and number of samples

_maps: WeakKeyDictionary[Model, Tensor] = WeakKeyDictionary()


def preview_map(model: Model) -> Tensor:
    """Return the map from a latent and a constant to its cells of ink: ``[channels + 1, n * factor * factor]``.

    n is 2 for stereo models, else 1. Fitted by least squares to synthetic spectrograms, encoded and decoded; cached.
    """
    if model not in _maps:
        _maps[model] = _fit_map(model)
    return _maps[model]


@torch.inference_mode()
def preview(model: Model, latents: Tensor) -> list[Array]:
    """Return an approximation of decoded latents.

    Parameters
    ----------
    model : Model
    latents : float32 ``[n, channels, height, width]``

    Returns
    -------
    list of float32 ``[bands, columns]``, or ``[2, bands, columns]`` for stereo
    """
    factor = model.factor
    coefficients = preview_map(model)
    count, _, height, width = latents.shape
    cells = latents.movedim(1, -1) @ coefficients[:-1] + coefficients[-1]
    rows = cells.clamp_(0, 1).reshape(count, height, width, -1, factor, factor).permute(0, 3, 1, 4, 2, 5)
    inks = rows.reshape(count, -1, height * factor, width * factor).flip(-2).cpu().numpy()
    return list(inks if model.params.stereo else inks[:, 0])


@torch.inference_mode()
def _fit_map(model: Model) -> Tensor:
    side = _SIDE * model.factor
    generator = torch.Generator().manual_seed(0)
    stereo, factor = model.params.stereo, model.factor
    images = torch.cat([images_of(_synthetic_ink(side, stereo, generator), stereo) for _ in range(_SAMPLES)])
    latents = model.encode(images)[0]
    dark = (1 - model.decode(latents)) / 2
    dark = dark[:, 1:] if stereo else dark.mean(dim=1, keepdim=True)
    cells = dark.reshape(_SAMPLES, -1, _SIDE, factor, _SIDE, factor)
    targets = cells.permute(0, 2, 4, 1, 3, 5).reshape(_SAMPLES * _SIDE**2, -1)
    inputs = latents.movedim(1, -1).reshape(_SAMPLES * _SIDE**2, -1)
    inputs = torch.cat([inputs, torch.ones_like(inputs[:, :1])], dim=1)
    # On the CPU: not every device solves least squares, and the columns may be nearly dependent.
    solution = torch.linalg.lstsq(inputs.cpu().double(), targets.cpu().double(), driver="gelsd").solution
    coefficients: Tensor = solution.float().to(latents.device)
    return coefficients


def _synthetic_ink(side: int, stereo: bool, generator: torch.Generator) -> Array:
    """Return ink with lines, beats and a floor of noise: float32 ``[side, side]`` or ``[2, side, side]``."""
    shape = (2, side) if stereo else (side,)

    def uniform(*size: int) -> Tensor:
        return torch.rand(size, generator=generator)

    lines = uniform(*shape, 1) ** 6
    beats = uniform(*shape[:-1], 1, side) ** 12
    floor = 0.3 * uniform(*shape, side) * uniform(*shape, 1) * uniform(*shape[:-1], 1, side)
    ink: Array = (lines + beats + floor).clamp(0, 1).numpy()
    return ink
