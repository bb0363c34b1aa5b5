"""A riff as parts: one request for each instrument, rendered alone with its share of the score, at one tempo."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from riffdesk.compose.riff_spec import RiffSpec
from riffdesk.compose.score import Part
from riffdesk.compose.score_text import text_of
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.score.riff_score import RiffScore, riff_score
from riffdesk.engine.seed_images import GUIDE
from riffdesk.errors import UserError
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe

LOUDNESS = {"drums": -19.0, "bass": -20.0, "melody": -21.0, "chords": -24.0}
"""LUFS of parts of each role in a mix."""

_BEYOND = 12.0  # seconds that a score goes on for after the riff, where the model looks


@dataclass(frozen=True, eq=False)
class PartRequest:
    """What makes one part of a riff.

    Parameters
    ----------
    name : str
        What the part is called, such as 'drums'; each has a name of its own.
    role : str
        One of `riffdesk.compose.score.ROLES`.
    request : RenderRequest
    """

    name: str
    role: str
    request: RenderRequest


def part_requests(request: RenderRequest) -> tuple[PartRequest, ...]:
    """Return what makes each part of a riff that is composed or carries its score; drums first, then bass.

    Raises
    ------
    UserError
        If it starts from a picture or a sound, and as `riff_score` does.
    """
    if request.init is not None:
        raise UserError("A riff is made in parts from words or a score alone. Let it start from nothing else.")
    recipe = request.recipe
    played = riff_score(recipe, downbeat=request.downbeat, beyond=_BEYOND)
    length = recipe.seconds * played.tempo / 60
    heard = [part for part in played.score.parts if any(note.start < length for note in part.notes)]
    order = {"drums": 0, "bass": 1}
    heard.sort(key=lambda part: order.get(part.role, 2))
    names = _names(heard)
    return tuple(
        PartRequest(name, part.role, replace(request, recipe=_recipe_of(recipe, played, part)))
        for name, part in zip(names, heard, strict=True)
    )


def _names(parts: list[Part]) -> list[str]:
    """Return a name for each part: its role, with the instrument where several have it, and a number if need be."""
    roles = Counter(part.role for part in parts)
    plain = [part.role if roles[part.role] == 1 else f"{part.role} {part.instrument}" for part in parts]
    seen: Counter[str] = Counter()
    names = []
    for name in plain:
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return names


def _recipe_of(recipe: Recipe, played: RiffScore, part: Part) -> Recipe:
    """Return the recipe of one part: its words, and its notes."""
    first = min(recipe.keyframes, key=lambda one: one.seconds)
    words = _words(part, played.spec_at(first))

    def alone(keyframe: Keyframe) -> Keyframe:
        return replace(keyframe, prompt=words, chords="")

    return replace(
        recipe,
        keyframes=tuple(alone(one) for one in recipe.keyframes),
        score=text_of(replace(played.score, parts=(part,))),
        tempo=played.tempo,
        beats_per_bar=played.score.beats_per_bar,
        key=played.key_at(first),
        in_time=True,
        init=GUIDE if recipe.init == GUIDE else "",
    )


def _words(part: Part, spec: RiffSpec | None) -> str:
    """Return a prompt for a part alone, in the words that the starter knows."""
    if part.role == "drums":
        return f"{spec.groove} drums" if spec is not None and spec.drums else "drums"
    playings = {player.family: player.playing for player in spec.players} if spec is not None else {}
    playing = playings.get(part.instrument, {"bass": "bass line"}.get(part.role, part.role))
    return f"{part.instrument} {playing}, no drums"
