"""What a riff is asked for besides its keyframes: a part of the document, so that it is saved and undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from riffdesk.sketch.recipe import Recipe

if TYPE_CHECKING:
    from riffdesk.dsp.phase import Quality


@dataclass(frozen=True)
class RenderSettings:
    """Settings of the riffs to come. `riffdesk.sketch.recipe.Recipe` has what each value means.

    Parameters
    ----------
    model, scheduler : str
    loras : tuple of (name, weight)
    steps : int
        Of the denoising, 1 to 1,000.
    seconds : float
        Length of a new riff, 0.1 to 600.
    start : str
        The rhythm that a new riff starts from; '' for words alone.
    clips : bool
    quality : str
        What drafts of sound are refined to, here and in riffs.
    """

    model: str = "starter"
    scheduler: str = "DPM++ 2M Karras"
    loras: tuple[tuple[str, float], ...] = ()
    steps: int = 30
    seconds: float = 5.12
    start: str = ""
    clips: bool = False
    quality: Quality = "good"

    @classmethod
    def of(cls, recipe: Recipe) -> RenderSettings:
        """Return what a riff was asked for; sound in draft quality is refined to good."""
        quality = recipe.quality if recipe.quality != "draft" else "good"
        return cls(
            model=recipe.model,
            scheduler=recipe.scheduler,
            loras=recipe.loras,
            steps=recipe.steps,
            seconds=recipe.seconds,
            start=recipe.init,
            clips=recipe.clips,
            quality=quality,
        )
