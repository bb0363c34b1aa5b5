"""A score that is given as a MIDI file, in a recipe."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from riffdesk.compose.midi.score_midi import read_midi
from riffdesk.compose.score_text import text_of
from riffdesk.dsp.pitch import NAMES
from riffdesk.errors import UserError
from riffdesk.sketch.recipe.recipe import Recipe

_log = logging.getLogger(__name__)

_OF_A_SCORE = {"chords": "chords", "key": "key", "beats": "meter"}


def with_score(recipe: Recipe, given: Mapping[str, Any]) -> Recipe:
    """Return a recipe that plays a MIDI file, in its tempo, meter and key, and as long as it.

    Parameters
    ----------
    recipe : Recipe
    given : mapping
        Options of `riffdesk.scripting.api.render`: ``score`` is the file, and ``bpm`` may be another tempo for it.

    Raises
    ------
    UserError
        If it is no MIDI file that can be played, or something is told beside it that it has itself.
    """
    for name, what in _OF_A_SCORE.items():
        if name in given:
            raise UserError(f"A score has its own {what}. Leave that out, or compose without --score.")
    imported = read_midi(Path(given["score"]))
    for notice in imported.notices:
        _log.warning("%s", notice)
    score = imported.score
    if "bpm" in given:
        score = replace(score, tempo=float(given["bpm"]))
    key = f"{NAMES[score.key.tonic]} {score.key.mode}"
    return replace(
        recipe,
        score=text_of(score),
        seconds=score.seconds(score.beats),
        tempo=score.tempo,
        beats_per_bar=score.beats_per_bar,
        key=key,
        in_time=True,
    )
