"""The request for a part that is added to a sketch."""

from __future__ import annotations

from dataclasses import replace

from riffdesk.compose.accompaniment.added_part import AddedPart, compose_part
from riffdesk.compose.notes.note_edits import delayed
from riffdesk.compose.score_text import text_of
from riffdesk.compose.vocabulary import instrument_name
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.score.parts import PartRequest
from riffdesk.engine.riff.score.sketch_music import SketchMusic
from riffdesk.sketch.recipe.recipe import Recipe


def part_to_add(
    recipe: Recipe, params: SpectrogramParams, music: SketchMusic, kind: str, instrument: str = ""
) -> PartRequest:
    """Return the request for a new part that is composed to the music of a sketch.

    Parameters
    ----------
    recipe : Recipe
        Model, steps and all other settings; the seed of its first keyframe is that of the part.
    params : SpectrogramParams
        Those of the sketch.
    music : SketchMusic
    kind : str
        One of `riffdesk.compose.accompaniment.added_part.KINDS`.
    instrument : str
        One of `riffdesk.compose.accompaniment.added_part.instruments_for`; empty for any.

    Returns
    -------
    PartRequest
        Named after the kind, with the length of the sketch and the part's level in the mix.

    Raises
    ------
    UserError
        As in `riffdesk.compose.accompaniment.added_part.compose_part`, and if the score is too long.
    """
    pickup = music.downbeat * music.tempo / 60  # beats of the sketch before its first bar line
    first = min(recipe.keyframes, key=lambda keyframe: keyframe.seconds)
    added = compose_part(music.score, kind, instrument=instrument, groove=music.groove, seed=first.seed)
    keyframe = replace(first, seconds=0.0, prompt=_words(added), blend=(), negative="", chords="")
    own = replace(
        recipe,
        keyframes=(keyframe,),
        seconds=music.seconds,
        circular=music.circular,
        clips=False,
        init="",
        mask="",
        tempo=music.tempo,
        beats_per_bar=music.beats_per_bar,
        key=music.key.name,
        in_time=True,
        score=text_of(delayed(replace(music.score, parts=(added.part,)), pickup)),
    )
    return PartRequest(kind, added.part.role, RenderRequest(own, params), music.level_db)


def _words(added: AddedPart) -> str:
    """Return a prompt for the part, in words that the starter knows."""
    part = added.part
    if part.role == "drums":
        return f"{added.playing} drums"
    return f"{instrument_name(part.instrument, part.sound)} {added.playing}, no drums"
