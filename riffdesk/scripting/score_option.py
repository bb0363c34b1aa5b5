"""The option ``score``: a recipe that plays a MIDI file, or the notes of a drawing or of a hummed line."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from riffdesk.compose.midi.score_midi import read_midi
from riffdesk.compose.score_text import score_of_text
from riffdesk.engine.riff.score.drawn_score import DrawingRequest, read_drawing
from riffdesk.engine.riff.score.layer_score import with_score as played_from
from riffdesk.engine.riff.score.score_files import SCORES
from riffdesk.errors import UserError
from riffdesk.progress import ignore_steps
from riffdesk.scripting.starts import facts_of, read_start
from riffdesk.sketch.music.key import key_of
from riffdesk.sketch.music.tempo_key_words import tempo_in
from riffdesk.sketch.recipe.recipe import Recipe

_TEMPO = 120.0
_log = logging.getLogger(__name__)

_SETTINGS_OF_SCORE = {"chords": "chords", "key": "key", "beats": "meter"}


def with_score(recipe: Recipe, options: Mapping[str, Any]) -> Recipe:
    """Return a recipe that plays a MIDI file, or the notes of an image or a sound, with their tempo, meter and key.

    Parameters
    ----------
    recipe : Recipe
    options : mapping
        Options of `riffdesk.scripting.api.render`: ``score`` is the file, ``bpm`` replaces its tempo. Notes of an
        image or a sound are in the tempo, meter and key of the options.

    Raises
    ------
    UserError
        If the file cannot be played or has no notes, or an option contradicts it.
    """
    path = Path(options["score"])
    if path.suffix.lower() not in SCORES and "chords" not in options:
        return _with_drawing(recipe, options, path)
    for name, setting in _SETTINGS_OF_SCORE.items():
        if name in options:
            raise UserError(f"A score has its own {setting}. Leave that out, or compose without --score.")
    imported = read_midi(path)
    for notice in imported.notices:
        _log.warning("%s", notice)
    score = imported.score
    if "bpm" in options:
        score = replace(score, tempo=float(options["bpm"]))
    return replace(played_from(recipe, score), seconds=score.seconds(score.beats))


def _with_drawing(recipe: Recipe, options: Mapping[str, Any], path: Path) -> Recipe:
    """Return a recipe that plays the notes of an image or a sound, with its length."""
    params = facts_of(options.get("model", recipe.model)).params
    assert params is not None
    start = read_start(path, params, ignore_steps, None)
    if start.ink is None:
        raise UserError(f"{path.name} has no picture to read notes from. Choose a MIDI file, an image or a sound.")
    tempo = float(options.get("bpm", recipe.tempo or tempo_in(recipe.keyframes[0].prompt) or _TEMPO))
    key = key_of(options["key"]) if "key" in options else recipe.key
    asked = replace(
        recipe, tempo=tempo, beats_per_bar=options.get("beats", recipe.beats_per_bar), key=key, in_time=True,
        seconds=start.seconds,
    )  # fmt: skip
    drawn = read_drawing(DrawingRequest(asked, start.ink, start.params, single=start.audio is not None))
    if not drawn.text:
        raise UserError(
            f"No notes were found in {path.name}: they are read from lines at a pitch. Choose another file, or start "
            "from it with --init."
        )
    _log.info("%d notes were read from %s.", drawn.notes, path.name)
    return replace(played_from(asked, score_of_text(drawn.text)), seconds=start.seconds)
