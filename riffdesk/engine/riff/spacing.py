"""Conversion of ink between a sketch and a model with other bands, hop, length and channels."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.mel import convert_bands, mean_ink
from riffdesk.dsp.params import SpectrogramParams

_MAX_STRETCH = 0.05


@dataclass(frozen=True)
class Spacing:
    """Length and spectrogram parameters of a riff in the sketch and in the model.

    Parameters
    ----------
    sketch, model : SpectrogramParams
        Parameters of the ink and of the images.
    columns : int
        Columns of the riff's ink.
    factor : int
        Columns of an image per latent.
    circular : bool
        Whether the riff is a loop, which is stretched slightly to a whole number of latents; others end within the
        last latent.
    samples : int, optional
        Samples of a loop, if they are no whole number of columns.
    parts : tuple of int
        Numbers of equal parts of a loop, the largest first: beats, pairs of beats, bars. The loop is stretched so that
        each part is a whole number of latents, for the first of these that needs 5% at most: a network keeps time
        better if all beats lie alike on the latents.
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
            rounded = (parts * round(exact / parts) for parts in self.parts)
            return next((count for count in rounded if abs(count / exact - 1) <= _MAX_STRETCH), max(1, round(exact)))
        return math.ceil(self._model_columns / self.factor)

    @property
    def seconds_per_latent(self) -> float:
        """Duration of one latent in seconds."""
        if self.circular:
            return self._seconds / self.latents
        return self.factor / self.model.columns_per_second

    @property
    def ratio(self) -> float:
        """Columns of an image per column of the sketch."""
        if self.circular:
            return self.latents * self.factor / self.columns
        return self.model.columns_per_second / self.sketch.columns_per_second

    def columns_before(self, latent: int) -> int:
        """Return the number of the sketch's columns that depend only on the image before a latent."""
        return max(0, min(self.columns, math.floor((latent * self.factor - 1) / self.ratio) + 1))

    def to_model(self, ink: Array, start: int = 0, end: int | None = None) -> Array:
        """Return a part of the sketch's ink as an image of the model.

        Parameters
        ----------
        ink : float32 ``[(2,) bands, columns]``
            The riff's ink, repeated if it is shorter than the riff.
        start, end : int
            First latent, and the one after the last; beyond the end of the riff it repeats.

        Returns
        -------
        float32 ``[(2,) bands, (end - start) * factor]``
        """
        positions = self._image_columns(start, end)
        is_complete = self.circular and (start, end or self.latents) == (0, self.latents)
        first, stop = (0, self.columns) if is_complete else (math.floor(positions[0]), math.floor(positions[-1]) + 2)
        part = _picked(ink, np.arange(first, stop) % self.columns % ink.shape[-1])
        part = _with_bands(with_channels(part, self.sketch, self.model.stereo), self.sketch, self.model)
        return _interpolated_loop(part, positions) if is_complete else _interpolated(part, positions - first)

    def mask_to_model(self, mask: Array, start: int = 0, end: int | None = None) -> Array:
        """Return a part of a mask at the resolution of the images: float32 ``[bands, (end - start) * factor]``."""
        positions = self._image_columns(start, end)
        first, stop = math.floor(positions[0]), math.floor(positions[-1]) + 2
        columns = np.arange(first, stop)
        columns = columns % self.columns if self.circular else np.minimum(columns, self.columns - 1)
        # With equal powers the values are interpolated linearly, as a mask needs.
        target = replace(self.model, power=self.sketch.power)
        return np.clip(_interpolated(_with_bands(_picked(mask, columns), self.sketch, target), positions - first), 0, 1)

    def to_sketch(self, image: Array, start: int = 0, columns: tuple[int, int] | None = None) -> Array:
        """Return columns of the sketch's ink from an image of the model.

        Parameters
        ----------
        image : float32 ``[(2,) bands, n]``
        start : int
            First latent of the image.
        columns : (start, stop), optional
            Columns of the sketch, all by default. Beyond the image its last column is repeated; a complete loop
            continues with its first one.

        Returns
        -------
        float32 ``[(2,) bands, stop - start]``
        """
        first, stop = columns or (0, self.columns)
        positions = np.arange(first, stop) * np.float64(self.ratio) - start * self.factor
        image = _with_bands(image, self.model, self.sketch)
        ink = (
            _interpolated_loop(image, positions)
            if self.circular and columns is None
            else _interpolated(image, positions)
        )
        return with_channels(ink, self.sketch, self.sketch.stereo)

    def _image_columns(self, start: int, end: int | None) -> NDArray[np.float64]:
        """Return the positions of a part of the image's columns, in columns of the sketch."""
        end = self.latents if end is None else end
        return np.arange(start * self.factor, end * self.factor) / self.ratio

    @property
    def _seconds(self) -> float:
        samples = self.columns * self.sketch.hop if self.samples is None else self.samples
        return samples / self.sketch.sample_rate

    @property
    def _model_columns(self) -> int:
        """Columns of the riff at the model's hop."""
        return max(1, round(self.columns * self.model.columns_per_second / self.sketch.columns_per_second))


def repeated(values: Array, columns: int) -> Array:
    """Return values ``[..., columns]``, cut or repeated from the beginning."""
    return _picked(values, np.arange(columns) % values.shape[-1])


def _picked(values: Array, columns: NDArray[np.int64]) -> Array:
    return np.ascontiguousarray(values[..., columns])


def with_channels(ink: Array, params: SpectrogramParams, stereo: bool) -> Array:
    """Return ink with two channels, or with their mean."""
    if stereo and ink.ndim == 2:
        return np.stack((ink, ink))
    return mean_ink(ink, params) if not stereo and ink.ndim == 3 else ink


def _with_bands(ink: Array, source: SpectrogramParams, target: SpectrogramParams) -> Array:
    """Return ink with the bands and the power of other parameters; unchanged if those are equal."""
    if (source.bands, source.min_hz, source.max_hz, source.power) == (
        target.bands,
        target.min_hz,
        target.max_hz,
        target.power,
    ):
        return ink
    return convert_bands(ink, source, target)


def _interpolated(values: Array, positions: NDArray[np.float64]) -> Array:
    """Return columns linearly interpolated at positions, the last one repeated; exact at whole positions."""
    index = np.floor(positions).astype(int)
    fraction = (positions - index).astype(np.float32)
    last = values.shape[-1] - 1
    lower = _picked(values, np.minimum(index, last))
    if not fraction.any():
        return lower
    return np.asarray(lower * (1 - fraction) + values[..., np.minimum(index + 1, last)] * fraction, np.float32)


def _interpolated_loop(values: Array, positions: NDArray[np.float64]) -> Array:
    """Return columns of a loop interpolated at positions; exact at whole positions.

    With a periodic cubic spline: linear interpolation would blur positions between two columns, and so leave the
    loop's ends, which are at whole positions, sharper than the rest.
    """
    count, index = values.shape[-1], np.floor(positions).astype(int)
    if (positions == index).all():
        return _picked(values, index % count)
    from scipy.ndimage import spline_filter1d

    knots = spline_filter1d(values, 3, axis=-1, output=np.float32, mode="grid-wrap")
    after = (positions - index).astype(np.float32)
    before = 1 - after
    # Weights of the four knots around a position in a cubic B-spline (Unser 1999).
    weights = before**3 / 6, 2 / 3 - after**2 * (1 - after / 2), 2 / 3 - before**2 * (1 - before / 2), after**3 / 6
    interpolated = sum(weight * knots[..., (index + offset) % count] for offset, weight in enumerate(weights, -1))
    return np.asarray(np.maximum(interpolated, 0), np.float32)
