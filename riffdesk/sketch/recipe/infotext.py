"""Generation parameters as AUTOMATIC1111's web UI writes them, into its images and onto the clipboard."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

from riffdesk.errors import UserError
from riffdesk.sketch.recipe.recipe import MAX_STEPS, Recipe
from riffdesk.sketch.recipe.timeline import MAX_GUIDANCE, MAX_SEED, Keyframe

_MAX_LENGTH = 1_000_000  # characters
_NEGATIVE = re.compile(r"^Negative prompt:[ \t]*", re.MULTILINE)
_SETTING = re.compile(r'\s*(?P<key>\w[\w \-/]*):\s*(?P<value>"(?:\\.|[^\\"])*"|[^,]*)(?:,|$)')
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Infotext:
    """The parameters in such a text; None or '' where it has none.

    Parameters
    ----------
    prompt, negative : str
    seed, steps : int, optional
    guidance, denoising : float, optional
    scheduler : str
        Its name in the text, which for most schedulers is that in riffdesk.
    model : str
        The name of the checkpoint's file, without its suffix.
    """

    prompt: str
    negative: str = ""
    seed: int | None = None
    steps: int | None = None
    guidance: float | None = None
    denoising: float | None = None
    scheduler: str = ""
    model: str = ""

    @property
    def keyframe(self) -> dict[str, Any]:
        """Its fields of a `Keyframe`, without those that depend on the model."""
        seed = {} if self.seed is None else {"seed": self.seed}
        return {"prompt": self.prompt, "negative": self.negative, **seed}

    @property
    def model_keyframe(self) -> dict[str, Any]:
        """Its fields of a `Keyframe` that depend on the model."""
        values = {"guidance": self.guidance, "denoising": self.denoising}
        return {name: value for name, value in values.items() if value is not None}

    @property
    def render(self) -> dict[str, Any]:
        """Its fields of `RenderSettings`, all of which depend on the model."""
        values = {"model": self.model, "steps": self.steps, "scheduler": self.scheduler}
        return {name: value for name, value in values.items() if value}


def infotext_in(text: object) -> Infotext | None:
    r"""Return the parameters in a text; None if it is no infotext.

    An infotext has the prompt, then the negative prompt after its title, then a line of settings; one of the latter
    two is required. Invalid values are left out.

    Examples
    --------
    >>> found = infotext_in("funk\nNegative prompt: drums\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 5")
    >>> found.prompt, found.negative, found.steps, found.scheduler, found.guidance, found.seed
    ('funk', 'drums', 20, 'Euler a', 7.0, 5)
    >>> infotext_in("funk, Steps: many")
    """
    if not isinstance(text, str) or len(text) > _MAX_LENGTH:
        return None
    words, _, last = text.strip().rpartition("\n")
    settings = _settings(last)
    if not settings:
        words = text.strip()
    prompt, title, negative = _split(words)
    if not settings and not title:
        return None
    return Infotext(
        prompt,
        negative,
        seed=_integer(settings.get("Seed"), MAX_SEED),
        steps=_integer(settings.get("Steps"), MAX_STEPS) or None,
        guidance=_number(settings.get("CFG scale"), MAX_GUIDANCE),
        denoising=_number(settings.get("Denoising strength"), 1),
        scheduler=_scheduler(settings),
        model=settings.get("Model", ""),
    )


def recipe_in(text: object, seconds: float) -> Recipe | None:
    """Return the recipe of an image with an infotext; None if model, seed or steps are missing.

    Parameters
    ----------
    seconds : float
        Duration of the image.
    """
    infotext = infotext_in(text)
    if infotext is None or not infotext.model or infotext.seed is None or infotext.steps is None:
        return None
    try:
        keyframe = Keyframe(**infotext.keyframe, **infotext.model_keyframe)
        return Recipe(keyframes=(keyframe,), seconds=seconds, **infotext.render)
    except UserError:
        return None


def _split(words: str) -> tuple[str, str, str]:
    """Return prompt, title of the negative prompt if there is one, and negative prompt."""
    match = _NEGATIVE.search(words)
    if match is None:
        return words.strip(), "", ""
    return words[: match.start()].strip(), match[0], words[match.end() :].strip()


def _settings(line: str) -> dict[str, str]:
    """Return the settings in a line; empty if it is no line of settings."""
    if not re.match(r"\s*Steps:\s*\d", line):
        return {}
    values = {match["key"]: match["value"].strip() for match in _SETTING.finditer(line)}
    return {key: value[1:-1] if value.startswith('"') else value for key, value in values.items()}


def _scheduler(settings: dict[str, str]) -> str:
    """Return the scheduler's name; later versions write its noise levels separately."""
    sampler, levels = settings.get("Sampler", ""), settings.get("Schedule type", "")
    return f"{sampler} {levels}" if sampler and levels not in ("", "Automatic", "Uniform") else sampler


def _integer(value: str | None, maximum: int) -> int | None:
    return int(value) if value and value.isdecimal() and len(value) < 20 and int(value) <= maximum else None


def _number(value: str | None, maximum: float) -> float | None:
    number = float(value) if value and _NUMBER.fullmatch(value) else math.inf
    return number if number <= maximum else None
