"""How the ink of a sketch lies on the images of a model, whose bands, hop, length and channels may be others."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from riffdesk.dsp.mel import convert_bands, convert_ink, mean_ink
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
    samples : int, optional
        Of such a loop, where that is no whole number of columns.
    """

    sketch: SpectrogramParams
    model: SpectrogramParams
    columns: int
    factor: int
    circular: bool = False
    samples: int | None = None

    @property
    def latents(self) -> int:
        """Latents of the riff."""
        if self.circular:
            return max(1, round(self._seconds * self.model.columns_per_second / self.factor))
        return math.ceil(self._needed / self.factor)

    @property
    def seconds_per_latent(self) -> float:
        """How long one latent sounds."""
        if self.circular:
            return self._seconds / self.latents
        return self.factor / self.model.columns_per_second

    def to_model(self, ink: Array) -> Array:
        """Return the sketch's ink on the model's images: float32 ``[(2,) bands, latents * factor]``, repeated."""
        if self.model.stereo and ink.ndim == 2:
            ink = np.stack((ink, ink))
        elif not self.model.stereo and ink.ndim == 3:
            ink = mean_ink(ink, self.sketch)
        length = self.latents * self.factor
        if self.circular:
            return _stretched(_with_bands(ink, self.sketch, self.model), length)
        return repeated(_converted(ink, self.sketch, self.model), length)

    def mask_to_model(self, mask: Array) -> Array:
        """Return a mask of the sketch on the model's images: float32 ``[bands, latents * factor]``."""
        # Where both have one power, ink is interpolated as it is, which is what a mask needs too.
        target = replace(self.model, power=self.sketch.power)
        length = self.latents * self.factor
        if self.circular:
            return np.clip(_stretched(_with_bands(mask, self.sketch, target), length), 0, 1)
        return np.clip(_held(_converted(mask, self.sketch, target), length), 0, 1)

    def to_sketch(self, image: Array) -> Array:
        """Return an image of the model as the sketch's ink: float32 ``[(2,) bands, columns]``."""
        if self.circular:
            ink = _stretched(_with_bands(image, self.model, self.sketch), self.columns)
        else:
            ink = _converted(image[..., : self._needed], self.model, self.sketch)
        if self.sketch.stereo and ink.ndim == 2:
            ink = np.stack((ink, ink))
        elif not self.sketch.stereo and ink.ndim == 3:
            ink = mean_ink(ink, self.sketch)
        return _held(ink, self.columns)

    @property
    def _seconds(self) -> float:
        samples = self.columns * self.sketch.hop if self.samples is None else self.samples
        return samples / self.sketch.sample_rate

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


def _with_bands(ink: Array, source: SpectrogramParams, target: SpectrogramParams) -> Array:
    """Return ink with the bands and the power of other settings; the very same ink where those are alike."""
    if (source.bands, source.min_hz, source.max_hz, source.power) == (
        target.bands,
        target.min_hz,
        target.max_hz,
        target.power,
    ):
        return ink
    return convert_bands(ink, source, target)


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
