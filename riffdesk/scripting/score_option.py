"""The option ``score``: a recipe that plays a MIDI file."""

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

_SETTINGS_OF_SCORE = {"chords": "chords", "key": "key", "beats": "meter"}


def with_score(recipe: Recipe, options: Mapping[str, Any]) -> Recipe:
    """Return a recipe that plays a MIDI file, with its tempo, meter, key and length.

    Parameters
    ----------
    recipe : Recipe
    options : mapping
        Options of `riffdesk.scripting.api.render`: ``score`` is the file, ``bpm`` replaces its tempo.

    Raises
    ------
    UserError
        If the MIDI file cannot be played, or an option contradicts it.
    """
    for name, setting in _SETTINGS_OF_SCORE.items():
        if name in options:
            raise UserError(f"A score has its own {setting}. Leave that out, or compose without --score.")
    imported = read_midi(Path(options["score"]))
    for notice in imported.notices:
        _log.warning("%s", notice)
    score = imported.score
    if "bpm" in options:
        score = replace(score, tempo=float(options["bpm"]))
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
