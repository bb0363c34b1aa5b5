"""The settings of new riffs besides their keyframes; a part of the document, so that they are saved and undone."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from riffdesk.dsp.phase.quality import QUALITIES, Quality
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.sketch.recipe.recipe import MAX_STEPS, Recipe

SECONDS = (0.01, 600.0)
MAX_LORAS = 100
MAX_WEIGHT = 1e6
MAX_NAME = 1_000
MAX_SCORE = 4_000_000


@dataclass(frozen=True)
class RenderSettings:
    """Settings of new riffs; `riffdesk.sketch.recipe.recipe.Recipe` describes each value.

    Parameters
    ----------
    model, scheduler : str
    loras : tuple of (name, weight)
    steps : int
        Steps of the denoising, 1 to 1,000.
    seconds : float
        Length of a new riff, 0.01 to 600; 0 for that of the sketch.
    start : str
        The rhythm that a new riff starts from, ``guide`` for composed notes, or ``none`` for words alone; '' for
        the model's default.
    clips : bool
    quality : str
        Quality to which drafts of sound are refined, in the sketch and in riffs.
    in_time : bool
        Whether riffs are made at the sketch's tempo and in its key, where their prompts name none.
    score : str
        Notes that new riffs play, as in `riffdesk.sketch.recipe.recipe.Recipe`; '' for those that are composed.
    score_name : str
        Name of their file; '' for the notes of a riff.

    Raises
    ------
    UserError
        If a value is out of range, with its name.
    """

    model: str = "starter"
    scheduler: str = "DPM++ 2M Karras"
    loras: tuple[tuple[str, float], ...] = ()
    steps: int = 30
    seconds: float = 0.0
    start: str = ""
    clips: bool = False
    quality: Quality = "good"
    in_time: bool = True
    score: str = ""
    score_name: str = ""

    def __post_init__(self) -> None:
        """Check the values."""
        weights = [weight for _, weight in self.loras]
        names = [self.model, self.scheduler, self.start, self.score_name, *(name for name, _ in self.loras)]
        for ok, setting in (
            (
                1 <= self.steps <= MAX_STEPS,
                tr("{steps} steps: 1 to {max_steps:,} are possible", steps=self.steps, max_steps=MAX_STEPS),
            ),
            (
                self.seconds == 0 or SECONDS[0] <= self.seconds <= SECONDS[1],
                tr(
                    "{seconds:g} seconds: {low:g} to {high:g} are possible",
                    seconds=self.seconds,
                    low=SECONDS[0],
                    high=SECONDS[1],
                ),
            ),
            (
                len(self.loras) <= MAX_LORAS,
                tr("{count} LoRAs: {max_loras} are possible", count=len(self.loras), max_loras=MAX_LORAS),
            ),
            (
                all(abs(weight) <= MAX_WEIGHT for weight in weights),
                tr("LoRAs of these weights: {weights}", weights=weights[:5]),
            ),
            (all(len(name) <= MAX_NAME for name in names), tr("names of more than a thousand characters")),
            (len(self.score) <= MAX_SCORE, tr("so many notes")),
            (
                self.quality in QUALITIES,
                tr(
                    "sound in {quality!r:.40} quality: {qualities} are possible",
                    quality=self.quality,
                    qualities=", ".join(QUALITIES),
                ),
            ),
        ):
            if not ok:
                raise UserError(tr("A riff cannot have {setting}. Choose another value.", setting=setting))

    @classmethod
    def of(cls, recipe: Recipe) -> RenderSettings:
        """Return the settings of a recipe, clipped to their ranges and `refined`."""
        loras = [(name[:MAX_NAME], weight) for name, weight in recipe.loras if math.isfinite(weight)]
        settings = cls(
            model=recipe.model[:MAX_NAME],
            scheduler=recipe.scheduler[:MAX_NAME],
            loras=tuple((name, min(max(weight, -MAX_WEIGHT), MAX_WEIGHT)) for name, weight in loras[:MAX_LORAS]),
            steps=recipe.steps,
            seconds=min(max(recipe.seconds, SECONDS[0]), SECONDS[1]),
            start=recipe.init[:MAX_NAME],
            clips=recipe.clips,
            quality=recipe.quality,
            in_time=recipe.in_time,
            score=recipe.score[:MAX_SCORE],
        )
        return settings.refined()

    def refined(self) -> RenderSettings:
        """Return the settings for the window, where no sound stays a draft: draft quality becomes good."""
        return replace(self, quality="good") if self.quality == "draft" else self
