"""How the ink of a sketch lies on the images of a model, whose bands, hop, length and channels may be others."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.mel import convert_bands, mean_ink
from riffdesk.dsp.params import SpectrogramParams

_MOST_STRETCHED = 0.05


@dataclass(frozen=True)
class Spacing:
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
    parts : tuple of int
        How many equal parts such a loop has, the most first: beats, pairs of beats, bars. Each is a whole number of
        latents, for the first of these that can be had by stretching the loop by 5% at most. A network that draws
        every beat alike keeps time.
    """

    sketch: SpectrogramParams
    model: SpectrogramParams
    columns: int
    factor: int
    circular: bool = False
    samples: int | None = None
    parts: tuple[int, ...] = ()

    @property
    def latents(self) -> int:
        """Latents of the riff."""
        if self.circular:
            exact = self._seconds * self.model.columns_per_second / self.factor
            whole = (parts * round(exact / parts) for parts in self.parts)
            return next((one for one in whole if abs(one / exact - 1) <= _MOST_STRETCHED), max(1, round(exact)))
        return math.ceil(self._needed / self.factor)

    @property
    def seconds_per_latent(self) -> float:
        """How long one latent sounds."""
        if self.circular:
            return self._seconds / self.latents
        return self.factor / self.model.columns_per_second

    @property
    def ratio(self) -> float:
        """Columns of an image for each column of the sketch."""
        if self.circular:
            return self.latents * self.factor / self.columns
        return self.model.columns_per_second / self.sketch.columns_per_second

    def columns_before(self, latent: int) -> int:
        """Return how many of the sketch's columns need nothing of the image from a latent on."""
        return max(0, min(self.columns, math.floor((latent * self.factor - 1) / self.ratio) + 1))

    def to_model(self, ink: Array, start: int = 0, end: int | None = None) -> Array:
        """Return a part of the sketch's ink on the model's images, from one latent to another.

        Parameters
        ----------
        ink : float32 ``[(2,) bands, columns]``
            The riff's ink, repeated from its beginning where it is shorter.
        start, end : int
            Latents; what is beyond the riff's last one begins again.

        Returns
        -------
        float32 ``[(2,) bands, (end - start) * factor]``
        """
        places = self._image_columns(start, end)
        whole = self.circular and (start, end or self.latents) == (0, self.latents)
        first, stop = (0, self.columns) if whole else (math.floor(places[0]), math.floor(places[-1]) + 2)
        part = _picked(ink, np.arange(first, stop) % self.columns % ink.shape[-1])
        part = _with_bands(_with_channels(part, self.sketch, self.model.stereo), self.sketch, self.model)
        return _at_round(part, places) if whole else _at(part, places - first)

    def mask_to_model(self, mask: Array, start: int = 0, end: int | None = None) -> Array:
        """Return a mask of the sketch on the model's images: float32 ``[bands, (end - start) * factor]``."""
        places = self._image_columns(start, end)
        first, stop = math.floor(places[0]), math.floor(places[-1]) + 2
        columns = np.arange(first, stop)
        columns = columns % self.columns if self.circular else np.minimum(columns, self.columns - 1)
        # Where both have one power, ink is interpolated as it is, which is what a mask needs too.
        target = replace(self.model, power=self.sketch.power)
        return np.clip(_at(_with_bands(_picked(mask, columns), self.sketch, target), places - first), 0, 1)

    def to_sketch(self, image: Array, start: int = 0, columns: tuple[int, int] | None = None) -> Array:
        """Return a part of the riff's image as ink of the sketch.

        Parameters
        ----------
        image : float32 ``[(2,) bands, n]``
        start : int
            Latent that it begins with.
        columns : (start, stop), optional
            Of the sketch, all by default. Where they lie beyond the image, its last column is held; a whole loop's
            first one follows.

        Returns
        -------
        float32 ``[(2,) bands, stop - start]``
        """
        first, stop = columns or (0, self.columns)
        places = np.arange(first, stop) * np.float64(self.ratio) - start * self.factor
        image = _with_bands(image, self.model, self.sketch)
        ink = _at_round(image, places) if self.circular and columns is None else _at(image, places)
        return _with_channels(ink, self.sketch, self.sketch.stereo)

    def _image_columns(self, start: int, end: int | None) -> NDArray[np.float64]:
        """Return where the columns of a part of the image lie, in columns of the sketch."""
        end = self.latents if end is None else end
        return np.arange(start * self.factor, end * self.factor) / self.ratio

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
    return _picked(values, np.arange(columns) % values.shape[-1])


def _picked(values: Array, columns: NDArray[np.int64]) -> Array:
    return np.ascontiguousarray(values[..., columns])


def _with_channels(ink: Array, params: SpectrogramParams, stereo: bool) -> Array:
    """Return ink with two channels, or with their mean."""
    if stereo and ink.ndim == 2:
        return np.stack((ink, ink))
    return mean_ink(ink, params) if not stereo and ink.ndim == 3 else ink


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


def _at(values: Array, places: NDArray[np.float64]) -> Array:
    """Return columns at places between columns, the last one held; the very same ones where the places are whole."""
    low = np.floor(places).astype(int)
    part = (places - low).astype(np.float32)
    last = values.shape[-1] - 1
    here = _picked(values, np.minimum(low, last))
    if not part.any():
        return here
    return np.asarray(here * (1 - part) + values[..., np.minimum(low + 1, last)] * part, np.float32)


def _at_round(values: Array, places: NDArray[np.float64]) -> Array:
    """Return columns of a loop at places between columns; the very same ones where the places are whole.

    Along a periodic cubic spline: a straight line from column to column would blur those half-way between two, and so
    leave the loop's ends, which lie on columns, sharper than all the rest.
    """
    count, low = values.shape[-1], np.floor(places).astype(int)
    if (places == low).all():
        return _picked(values, low % count)
    from scipy.ndimage import spline_filter1d

    knots = spline_filter1d(values, 3, axis=-1, output=np.float32, mode="grid-wrap")
    after = (places - low).astype(np.float32)
    before = 1 - after
    # What a cubic B-spline is of the four knots around a place (Unser 1999).
    weights = before**3 / 6, 2 / 3 - after**2 * (1 - after / 2), 2 / 3 - before**2 * (1 - before / 2), after**3 / 6
    out = sum(weight * knots[..., (low + turn) % count] for turn, weight in enumerate(weights, -1))
    return np.asarray(np.maximum(out, 0), np.float32)
