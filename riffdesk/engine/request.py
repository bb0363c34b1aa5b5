"""What the engine is asked for: frozen dataclasses that cross to the worker and the command line."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase import Quality
from riffdesk.sketch.ranges import Columns
from riffdesk.sketch.recipe import Recipe
from riffdesk.sketch.state import Array, Layer, Sound, Source, columns_of

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
class SoundRequest:
    """Make a part of a layer sound as it looks. See `sound_request`, which cuts it out.

    Parameters
    ----------
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
        Of the part, as it is now.
    audio : float32 ``[channels, samples]``, optional
        What the part sounds like; None if the layer has no sound at all yet.
    source : Source, optional
        The part of what was imported: ink as wide as the part, and audio as long.
    changed : (start, stop)
        The columns that have changed, counted within the part.
    first : int
        The part's first column in the layer.
    columns : int
        Of the layer.
    params : SpectrogramParams
        How the ink is spaced.
    quality : str
        See `riffdesk.dsp.phase.reconstruct`.
    loop : int, optional
        Samples of the layer if its last column flows into its first; the part is the whole layer then.
    """

    ink: Array
    audio: Array | None
    source: Source | None
    changed: Columns
    first: int
    columns: int
    params: SpectrogramParams
    quality: Quality
    loop: int | None = None

    @property
    def samples(self) -> int:
        """Samples of the part."""
        return self.ink.shape[-1] * self.params.hop if self.loop is None else self.loop


def sound_request(
    layer: Layer,
    sound: Sound,
    columns: Columns,
    params: SpectrogramParams,
    quality: Quality,
    *,
    loop: int | None = None,
) -> SoundRequest:
    """Return a request for columns of a layer, with a copy of no more of it than the engine has to see.

    Parameters
    ----------
    layer : Layer
        With the ink as it is now.
    sound : Sound
        What it sounded like before.
    columns : (start, stop)
        The columns to render.
    loop : int, optional
        Samples of the layer if its last column flows into its first.
    """
    around = _AROUND * -(-params.window // params.hop)
    first, last = (0, layer.columns) if loop is not None else (columns[0] - around, columns[1] + around)
    first, last = max(0, first), min(layer.columns, last)
    start, length = first * params.hop, (last - first) * params.hop if loop is None else loop
    source = layer.source
    if source is not None:
        source = Source(_samples(source.audio, start, length), _columns(source.ink, first, last))
    return SoundRequest(
        ink=_columns(layer.ink, first, last),
        audio=None if sound.audio is None else _samples(sound.audio, start, length),
        source=source,
        changed=(columns[0] - first, columns[1] - first),
        first=first,
        columns=layer.columns,
        params=params,
        quality=quality,
        loop=loop,
    )


def _columns(ink: Array, first: int, last: int) -> Array:
    """Return a copy of columns, silent where the ink has ended."""
    out = np.zeros((*ink.shape[:-1], last - first), np.float32)
    part = ink[..., first:last]
    out[..., : part.shape[-1]] = part
    return out


def _samples(audio: Array, start: int, length: int) -> Array:
    """Return a copy of samples, silent where the sound has ended."""
    out = np.zeros((audio.shape[0], length), np.float32)
    part = audio[:, start : start + length]
    out[:, : part.shape[-1]] = part
    return out
