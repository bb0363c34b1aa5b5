"""How the ink of a sketch lies on the images of a model, whose bands, hop, length and channels may be others."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from riffdesk.dsp.mel import convert_ink, mean_ink
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.state import Array


@dataclass(frozen=True)
class Fit:
    """A riff's length and spacing on both sides.

    Parameters
    ----------
    sketch, model : SpectrogramParams
        How ink and images are spaced, and whether they have one channel or two.
    columns : int
        Of the riff's ink.
    factor : int
        Columns of an image for each latent.
    circular : bool
        Whether the end flows into the beginning: such a riff is stretched a little to a whole number of latents,
        others end within the last one.
    """

    sketch: SpectrogramParams
    model: SpectrogramParams
    columns: int
    factor: int
    circular: bool = False

    @property
    def latents(self) -> int:
        """Latents of the riff."""
        needed = self._needed / self.factor
        return max(1, round(needed)) if self.circular else math.ceil(needed)

    @property
    def seconds_per_latent(self) -> float:
        """How long one latent sounds."""
        if self.circular:
            return self.columns / self.sketch.columns_per_second / self.latents
        return self.factor / self.model.columns_per_second

    def to_model(self, ink: Array) -> Array:
        """Return the sketch's ink on the model's images: float32 ``[(2,) bands, latents * factor]``, repeated."""
        if self.model.stereo and ink.ndim == 2:
            ink = np.stack((ink, ink))
        elif not self.model.stereo and ink.ndim == 3:
            ink = mean_ink(ink, self.sketch)
        fitted = _converted(ink, self.sketch, self.model)
        length = self.latents * self.factor
        return _stretched(fitted, length) if self.circular else repeated(fitted, length)

    def mask_to_model(self, mask: Array) -> Array:
        """Return a mask of the sketch on the model's images: float32 ``[bands, latents * factor]``."""
        # Where both have one power, ink is interpolated as it is, which is what a mask needs too.
        target = replace(self.model, power=self.sketch.power)
        fitted = _converted(mask, self.sketch, target)
        length = self.latents * self.factor
        return np.clip(_stretched(fitted, length) if self.circular else _held(fitted, length), 0, 1)

    def to_sketch(self, image: Array) -> Array:
        """Return an image of the model as the sketch's ink: float32 ``[(2,) bands, columns]``."""
        needed = image[..., : self._needed] if not self.circular else _stretched(image, self._needed)
        ink = _converted(needed, self.model, self.sketch)
        if self.sketch.stereo and ink.ndim == 2:
            ink = np.stack((ink, ink))
        elif not self.sketch.stereo and ink.ndim == 3:
            ink = mean_ink(ink, self.sketch)
        return _held(ink, self.columns)

    @property
    def _needed(self) -> int:
        """Columns of the riff at the model's hop."""
        return max(1, round(self.columns * self.model.columns_per_second / self.sketch.columns_per_second))


def repeated(values: Array, columns: int) -> Array:
    """Return ``[..., columns]`` of values, from the beginning again and again as far as they do not reach."""
    return np.ascontiguousarray(values[..., np.arange(columns) % values.shape[-1]])


def _held(values: Array, columns: int) -> Array:
    """Return ``[..., columns]`` of values, the last one held as far as they do not reach."""
    return np.ascontiguousarray(values[..., np.minimum(np.arange(columns), values.shape[-1] - 1)])


def _converted(ink: Array, source: SpectrogramParams, target: SpectrogramParams) -> Array:
    """Return ink fitted to other settings; the very same ink where they space it alike."""
    if replace(source, stereo=target.stereo) == target:
        return ink
    return convert_ink(ink, source, target)


def _stretched(values: Array, columns: int) -> Array:
    """Return a loop with another number of columns."""
    before = values.shape[-1]
    if before == columns:
        return values
    places = np.arange(columns) * (before / columns)
    low = np.floor(places).astype(int)
    part = (places - low).astype(np.float32)
    return np.asarray(values[..., low] * (1 - part) + values[..., (low + 1) % before] * part, np.float32)
