"""Events of the engine while a riff is rendered, and the result."""

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
        Spectrogram of the riff, in the spacing and with the channels of ``params``.
    audio : float32 ``[channels, samples]``
        Sound of the riff, at ``params.sample_rate``.
    recipe : Recipe
        The recipe that renders it again.
    params : SpectrogramParams
    """

    ink: Array
    audio: Array
    recipe: Recipe
    params: SpectrogramParams


@dataclass(frozen=True, eq=False)
class Plan:
    """The first `Step.partial` of a render: its windows, in order of time.

    Parameters
    ----------
    windows : tuple of (start, stop)
        Seconds of the riff that each window adds.
    """

    windows: tuple[tuple[float, float], ...]


@dataclass(frozen=True, eq=False)
class Resumed:
    """The `Step.partial` when a render continues an unfinished riff, after the sections that were stored.

    Parameters
    ----------
    seconds : float
        Length of the stored sections.
    """

    seconds: float


@dataclass(frozen=True, eq=False)
class Preview:
    """The `Step.partial` with an approximation of the ink, during denoising.

    Parameters
    ----------
    index : int
        Number of the variation; 0 for a single riff.
    ink : float32 ``[bands, n]`` or ``[2, bands, n]``
        A part of the riff, spaced as in `RenderResult`.
    column : int
        First column of the part.
    """

    index: int
    ink: Array
    column: int = 0


@dataclass(frozen=True, eq=False)
class Working:
    """The `Step.partial` while the network denoises windows ``[first, stop)`` of the `Plan`.

    Parameters
    ----------
    first, stop : int
    step, steps : int
        Number of the denoising step, and of all steps.
    preview : Preview, optional
        Preview of the windows, every few steps.
    """

    first: int
    stop: int
    step: int
    steps: int
    preview: Preview | None = None


@dataclass(frozen=True, eq=False)
class Section:
    """The `Step.partial` when windows ``[first, stop)`` of the `Plan` are finished: the ink and sound final with them.

    The sections of a render are consecutive, without overlap. Together, over the kept ink and sound, they are the
    result, bit for bit.

    Parameters
    ----------
    column, ink : int, float32 ``[bands, n]`` or ``[2, bands, n]``
        First column in the riff, and the final ink from there.
    sample, audio : int, float32 ``[channels, m]``
        First sample in the riff, and the final sound from there.
    """

    first: int
    stop: int
    column: int
    ink: Array
    sample: int
    audio: Array


@dataclass(frozen=True, eq=False)
class Ready:
    """The `Step.partial` when one of several riffs is finished.

    Parameters
    ----------
    index : int
        Number of the variation.
    result : RenderResult
    """

    index: int
    result: RenderResult


@dataclass(frozen=True)
class Forecast:
    """The `Step.partial` before the first step of work that may take long: the expected duration, and its factors.

    Parameters
    ----------
    seconds : float
        Expected duration of all riffs.
    model : str
    device : str
        Kind of graphics card; '' for the processor.
    steps, windows, riffs : int
        Steps of a window, windows of a riff, and riffs.
    window_seconds : float
        Length of a window.
    """

    seconds: float
    model: str
    device: str
    steps: int
    windows: int
    window_seconds: float
    riffs: int = 1
