"""Denoising: cells up to the level of a noise profile are turned down."""

from __future__ import annotations

import numpy as np

from riffdesk.arrays import Array
from riffdesk.language import mark
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.paint.effects.effect import Effect, Parameter, Place, Values
from riffdesk.sketch.paint.effects.levels import factor_of
from riffdesk.sketch.paint.region import Region

_QUIETEST = 0.2  # quantile of the columns that is taken for the noise where there is no profile
_SOFT_DB = 12.0  # above the threshold, over which the reduction fades out


def noise_profile(tiles: Ink, region: Region) -> Array:
    """Return the level of the noise in each band: float32 ``[bands]``, ink.

    It is the mean of the cells in the region. Bands that have no cell in it have the level of the nearest one.
    """
    ink = tiles.read(region.start, region.stop, region.bands)
    ink = ink if ink.ndim == 2 else ink.max(axis=0)
    weights = region.weights(region.start, region.stop, region.bands)
    count = weights.sum(axis=-1)
    known = np.flatnonzero(count > 0)
    levels = (ink * weights).sum(axis=-1)[known] / count[known]
    return np.asarray(np.interp(np.arange(tiles.lead[-1]), known + region.low, levels), np.float32)


def denoised(ink: Array, place: Place, values: Values) -> Array:
    """Return ink in which cells up to the level of the noise are quieter by ``reduction``, 1 to 120 dB.

    Parameters
    ----------
    values : mapping
        margin: level above the profile up to which sound counts as noise, 0 to 30 dB. Above it the reduction fades out
        over 12 dB.

    Notes
    -----
    The noise is ``place.noise``; without one it is the 20th percentile of each band of the ink.
    """
    if place.noise is not None and len(place.noise) == place.params.bands:
        noise = place.noise[place.low : place.low + ink.shape[-2], None]
    else:
        noise = np.quantile(ink, _QUIETEST, axis=-1, keepdims=True).astype(np.float32)
    threshold = np.maximum(noise * factor_of(values["margin"], place), np.float32(1e-6))
    power = place.params.power
    with np.errstate(divide="ignore"):
        above = 20 / power * np.log10(ink / threshold)
    part = 1 - np.clip(above / _SOFT_DB, 0, 1)
    return np.asarray(ink * 10 ** (-values["reduction"] * part * power / 20), np.float32)


DENOISE = Effect(
    mark("Denoise"),
    mark("Turn down everything up to the level of the noise; first take a noise profile where there is only noise"),
    denoised,
    (
        Parameter("reduction", mark("Reduction"), mark("Attenuation of the noise"), 24, 1, 120, " dB", 1),
        Parameter(
            "margin", mark("Margin"), mark("Level above the profile that still counts as noise"), 6, 0, 30, " dB", 1
        ),
    ),
    along="bands",
)
