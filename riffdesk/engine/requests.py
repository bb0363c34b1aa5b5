"""Requests for riffs: frozen dataclasses that are sent to the engine's process."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.state import columns_needed


@dataclass(frozen=True, eq=False)
class RenderRequest:
    """Request for a riff. See `riffdesk.engine.riff.render`.

    Parameters
    ----------
    recipe : Recipe
        Prompts and settings. Without an init, the denoisings of its keyframes count as 1. One that starts from a guide
        (see `riffdesk.engine.seed_images.GUIDE`) needs no init here.
    params : SpectrogramParams
        Parameters of the result's ink, ``init`` and ``mask``: those of the sketch.
    init : float32 ``[bands, columns]`` or ``[2, bands, columns]``, optional
        Ink to start from. It is repeated if it is shorter than the riff, and cut if it is longer.
    mask : float32 ``[bands, columns]``, optional
        Where to regenerate the init: 1 = anew, 0 = keep, soft between. Needs an init as long as the riff.
    audio : float32 ``[channels, samples]``, optional
        Sound of the init. Kept parts keep it bit for bit.
    from_noise : bool
        Whether regenerated parts start from noise alone, as a riff from words does: the init is used only where it is
        kept, and denoisings count as 1.
    downbeat : float
        Time of bar 1 of its score, in seconds of the riff.
    compiled : bool
        Whether the model is compiled on a graphics card.
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
        """Columns of the result, see `columns_needed`; one more if the init has that many."""
        existing = self.init if self.mask is not None or not self.recipe.circular else None
        if existing is not None and existing.shape[-1] == self.params.columns_of(self.samples):
            return int(existing.shape[-1])
        return columns_needed(self.samples, self.params, circular=self.recipe.circular)


@dataclass(frozen=True, eq=False)
class VariationsRequest:
    """Request for a riff several times, each with another seed.

    Parameters
    ----------
    request : RenderRequest
        The common request.
    seeds : tuple of int
        Seeds of the first keyframe; those of the others are shifted by the same amount.
    denoisings : tuple of float
        Denoising of all keyframes of each, 0 to 1; () for their own.
    """

    request: RenderRequest
    seeds: tuple[int, ...]
    denoisings: tuple[float, ...] = ()


def with_compiled(request: object, compiled: bool) -> object:
    """Return a request, or one that has a `RenderRequest` as ``request``, with ``compiled`` set.

    One without a model is returned unchanged.
    """
    inner = getattr(request, "request", None)
    if isinstance(inner, RenderRequest):
        return replace(request, request=replace(inner, compiled=compiled))  # type: ignore[type-var]
    return replace(request, compiled=compiled) if isinstance(request, RenderRequest) else request
