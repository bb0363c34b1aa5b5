"""Requests for the parts of a riff: one for each instrument, with its notes of the score."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from riffdesk.compose.riff_spec import RiffSpec
from riffdesk.compose.score import Part
from riffdesk.compose.score_text import text_of
from riffdesk.compose.vocabulary import instrument_name
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.score.riff_score import RiffScore, riff_score
from riffdesk.engine.seed_images import GUIDE
from riffdesk.errors import UserError
from riffdesk.language import tr, translated
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe

LOUDNESS = {"drums": -21.5, "bass": -22.5, "melody": -21.0, "chords": -22.0}
"""LUFS of parts of each role in a mix: their medians in soundfont renders of whole scores, as riffs are trained on
(docs/decisions/0017-score.md)."""

_BEYOND = 12.0  # seconds of score after the end of the riff, which the model sees


@dataclass(frozen=True, eq=False)
class PartRequest:
    """The request for one part of a riff.

    Parameters
    ----------
    name : str
        Unique name of the part, such as 'drums'.
    role : str
        One of `riffdesk.compose.score.ROLES`.
    request : RenderRequest
    level_db : float
        Its level relative to `LOUDNESS`.
    """

    name: str
    role: str
    request: RenderRequest
    level_db: float = 0.0


def part_requests(request: RenderRequest) -> tuple[PartRequest, ...]:
    """Return the requests for the parts of a riff that is composed or has a score; drums first, then bass.

    Raises
    ------
    UserError
        If the riff starts from a picture or a sound, and as `riff_score` does.
    """
    if request.init is not None:
        raise UserError(tr("A riff in parts is made from words or a score alone. Remove its starting image or sound."))
    recipe = request.recipe
    played = riff_score(recipe, downbeat=request.downbeat, beyond=_BEYOND)
    length = recipe.seconds * played.tempo / 60
    sounding = [part for part in played.score.parts if any(note.start < length for note in part.notes)]
    order = {"drums": 0, "bass": 1}
    sounding.sort(key=lambda part: order.get(part.role, 2))
    names = _names(sounding)
    return tuple(
        PartRequest(name, part.role, replace(request, recipe=_recipe_of(recipe, played, part)))
        for name, part in zip(names, sounding, strict=True)
    )


def _names(parts: list[Part]) -> list[str]:
    """Return a unique name for each part: its role, with the instrument and a number where needed."""
    roles = Counter(part.role for part in parts)
    base_names = [
        translated(part.role) if roles[part.role] == 1 else f"{translated(part.role)} {part.instrument}"
        for part in parts
    ]
    counts: Counter[str] = Counter()
    names = []
    for name in base_names:
        counts[name] += 1
        names.append(name if counts[name] == 1 else f"{name} {counts[name]}")
    return names


def _recipe_of(recipe: Recipe, played: RiffScore, part: Part) -> Recipe:
    """Return the recipe of one part, with its words and its notes."""
    first = min(recipe.keyframes, key=lambda keyframe: keyframe.seconds)
    words = _words(part, played.spec_at(first))

    def keyframe_of_part(keyframe: Keyframe) -> Keyframe:
        return replace(keyframe, prompt=words, blend=(), chords="")

    return replace(
        recipe,
        keyframes=tuple(keyframe_of_part(keyframe) for keyframe in recipe.keyframes),
        score=text_of(replace(played.score, parts=(part,))),
        tempo=played.tempo,
        beats_per_bar=played.score.beats_per_bar,
        key=played.key_at(first),
        in_time=True,
        init=GUIDE if recipe.init == GUIDE else "",
    )


def _words(part: Part, spec: RiffSpec | None) -> str:
    """Return a prompt for a single part, in words that the starter knows."""
    if part.role == "drums":
        return f"{spec.groove} drums" if spec is not None and spec.drums else "drums"
    playings = {player.family: player.playing for player in spec.players} if spec is not None else {}
    playing = playings.get(part.instrument, {"bass": "bass line"}.get(part.role, part.role))
    return f"{instrument_name(part.instrument, part.sound)} {playing}, no drums"
