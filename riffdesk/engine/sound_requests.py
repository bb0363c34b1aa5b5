"""Requests for the sound of a layer."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.quality import LiveQuality
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.tiles.ranges import Columns
from riffdesk.sketch.tiles.tiles import Tiles

_MARGIN_WINDOWS = 4  # windows of ink and sound on each side of the changed columns


@dataclass(frozen=True, eq=False)
class ConvertRequest:
    """Request to convert ink to other spectrogram parameters.

    Parameters
    ----------
    ink : float32 ``[..., bands, columns]``
    source, target : SpectrogramParams
        Present and new parameters of the ink.
    """

    ink: Array
    source: SpectrogramParams
    target: SpectrogramParams


@dataclass(frozen=True, eq=False)
class Original:
    """A part of the imported original of a layer.

    Parameters
    ----------
    audio : float32 ``[channels, samples]``
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
        As wide as the part.
    """

    audio: Array
    ink: Array


@dataclass(frozen=True, eq=False)
class SoundRequest:
    """Request for the sound of a part of a layer. See `sound_request`, which makes one.

    Parameters
    ----------
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
        Present ink of the part.
    audio : float32 ``[channels, samples]``, optional
        Present sound of the part; None if the layer has no sound yet.
    source : Original, optional
        The imported original of the part.
    changed : (start, stop)
        The changed columns, counted within the part.
    first : int
        The part's first column in the layer; in a loop it may be negative.
    columns : int
        Columns of the layer.
    params : SpectrogramParams
        Parameters of the ink.
    quality : str
        See `riffdesk.dsp.phase.reconstruct`.
    loop : int, optional
        Samples of the layer if it is a loop.
    """

    ink: Array
    audio: Array | None
    source: Original | None
    changed: Columns
    first: int
    columns: int
    params: SpectrogramParams
    quality: LiveQuality
    loop: int | None = None

    @property
    def closed(self) -> bool:
        """Whether the part is a complete loop, whose first column follows its last."""
        return self.loop is not None and self.ink.shape[-1] == self.columns

    @property
    def start(self) -> int:
        """Sample of the layer that the part begins with; in a loop it may be negative."""
        return self._sample(self.first)

    @property
    def samples(self) -> int:
        """Samples of the part."""
        return self._sample(self.first + self.ink.shape[-1]) - self.start

    @property
    def total(self) -> int:
        """Samples of the layer."""
        return self._sample(self.columns)

    def _sample(self, column: int) -> int:
        return column * self.params.hop if self.loop is None else round(column * self.loop / self.columns)


def sound_request(
    layer: Layer, columns: Columns, params: SpectrogramParams, quality: LiveQuality, *, loop: int | None = None
) -> SoundRequest:
    """Return a request for columns of a layer, with a copy of the part of it that the engine needs.

    Parameters
    ----------
    layer : Layer
        The layer with its present ink and sound.
    columns : (start, stop)
        The columns to render.
    loop : int, optional
        Samples of the layer if it is a loop.
    """
    margin = _MARGIN_WINDOWS * params.window_columns
    first, last = columns[0] - margin, columns[1] + margin
    if loop is None:
        first, last = max(0, first), min(layer.columns, last)
    elif last - first >= layer.columns:
        first, last = 0, layer.columns
    request = SoundRequest(
        ink=_part(layer.tiles, first, last, None if loop is None else layer.columns),
        audio=None,
        source=None,
        changed=(columns[0] - first, columns[1] - first),
        first=first,
        columns=layer.columns,
        params=params,
        quality=quality,
        loop=loop,
    )
    start, stop = request.start, request.start + request.samples
    if layer.sound.waveform is not None:
        request = replace(request, audio=_part(layer.sound.waveform, start, stop, loop))
    if layer.source is not None:
        ink = _part(layer.source.tiles, first, last, None if loop is None else layer.columns)
        request = replace(request, source=Original(_part(layer.source.waveform, start, stop, loop), ink))
    return request


def _part(tiles: Tiles, start: int, stop: int, period: int | None) -> Array:
    """Return a part of tiles, which wraps around after ``period`` if there is one."""
    if period is None or (start >= 0 and stop <= period):
        return tiles.read(start, stop)
    loop_starts = range(start // period * period, stop, period)
    parts = (tiles.read(max(start - loop_start, 0), min(stop - loop_start, period)) for loop_start in loop_starts)
    return np.concatenate(list(parts), axis=-1)
