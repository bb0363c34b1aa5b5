"""Requests for riffs: frozen dataclasses that cross to the engine's process."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.state import columns_of


@dataclass(frozen=True, eq=False)
class RenderRequest:
    """Make a riff. See `riffdesk.engine.riff.render`.

    Parameters
    ----------
    recipe : Recipe
        What is asked for. Without an init, the denoisings of its keyframes count as 1. One that starts from a guide
        (see `riffdesk.engine.seed_images.GUIDE`) needs no init here.
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
    downbeat : float
        Second of the riff at which bar 1 of its score begins.
    compiled : bool
        Whether the model is compiled where there is a graphics card.
    """

    recipe: Recipe
    params: SpectrogramParams = field(default_factory=SpectrogramParams)
    init: Array | None = None
    mask: Array | None = None
    audio: Array | None = None
    from_noise: bool = False
    downbeat: float = 0.0
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
