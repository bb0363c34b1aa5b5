"""What the engine answers: events while a riff is rendered, and its result."""

from __future__ import annotations

from dataclasses import dataclass

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.recipe.recipe import Recipe


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
