"""What the engine is asked for: frozen dataclasses that cross to the worker and the command line."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase import Quality
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.ranges import Columns
from riffdesk.sketch.recipe import Recipe
from riffdesk.sketch.state import columns_of
from riffdesk.sketch.tile import Array
from riffdesk.sketch.tiles import Tiles

_AROUND = 4  # windows of ink and sound on each side of what has changed


@dataclass(frozen=True, eq=False)
class RenderRequest:
    """Make a riff. See `riffdesk.engine.render`.

    Parameters
    ----------
    recipe : Recipe
        What is asked for. Without an init, the denoisings of its keyframes count as 1.
    params : SpectrogramParams
        How the result's ink shall be spaced (the sketch's), and how ``init`` and ``mask`` are.
    init : float32 ``[bands, columns]`` or ``[2, bands, columns]``, optional
        What to start from. It repeats where it is shorter than the riff, and is cut where it is longer.
    mask : float32 ``[bands, columns]``, optional
        Where to make the init anew: 1 = anew, 0 = keep, and everything between. Needs an init as long as the riff.
    audio : float32 ``[channels, samples]``, optional
        What the init sounds like. What is kept keeps it, bit for bit.
    from_noise : bool
        Whether what is made anew starts from noise alone, as a riff from words does: the init is there for what is
        kept, and denoisings count as 1.
    compiled : bool
        Whether the model is compiled where there is a graphics card.
    """

    recipe: Recipe
    params: SpectrogramParams = field(default_factory=SpectrogramParams)
    init: Array | None = None
    mask: Array | None = None
    audio: Array | None = None
    from_noise: bool = False
    compiled: bool = False

    @property
    def samples(self) -> int:
        """Samples of the result."""
        return max(1, round(self.recipe.seconds * self.params.sample_rate))

    @property
    def columns(self) -> int:
        """Columns of the result, see `columns_of`; or one more if what is there already has that."""
        there = self.init if self.mask is not None or not self.recipe.circular else None
        if there is not None and there.shape[-1] == self.params.columns_of(self.samples):
            return int(there.shape[-1])
        return columns_of(self.samples, self.params, circular=self.recipe.circular)


@dataclass(frozen=True, eq=False)
class VariationsRequest:
    """Make a riff several times, with another seed each time.

    Parameters
    ----------
    request : RenderRequest
        What they have in common.
    seeds : tuple of int
        Of their first keyframes; the seeds of the others move along with it.
    """

    request: RenderRequest
    seeds: tuple[int, ...]


def with_compiled(request: object, compiled: bool) -> object:
    """Return a request that says whether its model is compiled; one without a model is returned as it is."""
    if isinstance(request, VariationsRequest):
        return replace(request, request=replace(request.request, compiled=compiled))
    return replace(request, compiled=compiled) if isinstance(request, RenderRequest) else request


@dataclass(frozen=True, eq=False)
class RenderResult:
    """A riff.

    Parameters
    ----------
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
        Spaced and with as many channels as ``params`` say.
    audio : float32 ``[channels, samples]``
        What it sounds like, at ``params.sample_rate``.
    recipe : Recipe
        What makes it again.
    params : SpectrogramParams
    """

    ink: Array
    audio: Array
    recipe: Recipe
    params: SpectrogramParams


@dataclass(frozen=True, eq=False)
class Plan:
    """What a `Step.partial` is once, before anything is made: the windows to come, in order of time.

    Parameters
    ----------
    windows : tuple of (start, stop)
        Seconds of the riff that each window adds to the ones before it.
    """

    windows: tuple[tuple[float, float], ...]


@dataclass(frozen=True, eq=False)
class Resumed:
    """What a `Step.partial` is where a riff goes on from what an earlier render has left of it.

    Parameters
    ----------
    seconds : float
        Of what is to be made, how much was there. Its sections have come before this.
    """

    seconds: float


@dataclass(frozen=True, eq=False)
class Preview:
    """What a `Step.partial` is while a riff takes shape: roughly what it will look like.

    Parameters
    ----------
    index : int
        Which of the variations it is; 0 for a single riff.
    ink : float32 ``[bands, n]`` or ``[2, bands, n]``
        Spaced as in `RenderResult`; a part of the riff.
    column : int
        First column of it.
    """

    index: int
    ink: Array
    column: int = 0


@dataclass(frozen=True, eq=False)
class Working:
    """What a `Step.partial` is while the network has windows ``[first, stop)`` of the `Plan` in work.

    Parameters
    ----------
    first, stop : int
    step, steps : int
        How far they are.
    preview : Preview, optional
        What they look like, every few steps.
    """

    first: int
    stop: int
    step: int
    steps: int
    preview: Preview | None = None


@dataclass(frozen=True, eq=False)
class Section:
    """What a `Step.partial` is when windows ``[first, stop)`` of the `Plan` are ready: what is final with them.

    The sections of one render follow one upon the other without overlap. Put together, over what was kept, they are
    the result, bit for bit.

    Parameters
    ----------
    column, ink : int, float32 ``[bands, n]`` or ``[2, bands, n]``
        New final ink, from a column of the riff on.
    sample, audio : int, float32 ``[channels, m]``
        New final sound, from a sample of the riff on.
    """

    first: int
    stop: int
    column: int
    ink: Array
    sample: int
    audio: Array


@dataclass(frozen=True, eq=False)
class Ready:
    """What a `Step.partial` is when one of several riffs is finished.

    Parameters
    ----------
    index : int
        Which of the variations it is.
    result : RenderResult
    """

    index: int
    result: RenderResult


@dataclass(frozen=True, eq=False)
class ConvertRequest:
    """Fit ink to a sketch with other settings.

    Parameters
    ----------
    ink : float32 ``[..., bands, columns]``
    source, target : SpectrogramParams
        How the ink is spaced, and how it shall be.
    """

    ink: Array
    source: SpectrogramParams
    target: SpectrogramParams


@dataclass(frozen=True, eq=False)
class Original:
    """What a part of a layer was when it was imported.

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
    """Make a part of a layer sound as it looks. See `sound_request`, which cuts it out.

    Parameters
    ----------
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
        Of the part, as it is now.
    audio : float32 ``[channels, samples]``, optional
        What the part sounds like; None if the layer has no sound at all yet.
    source : Original, optional
        What the part was when it was imported.
    changed : (start, stop)
        The columns that have changed, counted within the part.
    first : int
        The part's first column in the layer; in a loop it may be negative.
    columns : int
        Of the layer.
    params : SpectrogramParams
        How the ink is spaced.
    quality : str
        See `riffdesk.dsp.phase.reconstruct`.
    loop : int, optional
        Samples of the layer if its last column flows into its first.
    """

    ink: Array
    audio: Array | None
    source: Original | None
    changed: Columns
    first: int
    columns: int
    params: SpectrogramParams
    quality: Quality
    loop: int | None = None

    @property
    def closed(self) -> bool:
        """Whether the part is a whole loop, whose last column flows into its first."""
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
    layer: Layer, columns: Columns, params: SpectrogramParams, quality: Quality, *, loop: int | None = None
) -> SoundRequest:
    """Return a request for columns of a layer, with a copy of no more of it than the engine has to see.

    Parameters
    ----------
    layer : Layer
        With its ink and its sound as they are now.
    columns : (start, stop)
        The columns to render.
    loop : int, optional
        Samples of the layer if its last column flows into its first.
    """
    around = _AROUND * -(-params.window // params.hop)
    first, last = columns[0] - around, columns[1] + around
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
    """Return a part that may go round after a period; it is silent where there is nothing."""
    if period is None or (start >= 0 and stop <= period):
        return tiles.read(start, stop)
    turns = range(start // period * period, stop, period)
    parts = (tiles.read(max(start - turn, 0), min(stop - turn, period)) for turn in turns)
    return np.concatenate(list(parts), axis=-1)
