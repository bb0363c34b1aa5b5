"""Reads the score of a drawing, or of a hummed or imported line, for the instrument of a prompt. No torch."""

from __future__ import annotations

import math
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.compose.harmony import key_named, key_of_notes
from riffdesk.compose.notes.ink_notes import VOICES, notes_of_ink, tonal_share
from riffdesk.compose.notes.note_edits import lasting
from riffdesk.compose.score import Note, Part, Score
from riffdesk.compose.score_text import score_of_text, text_of
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.progress import OnStep, ignore_steps
from riffdesk.sketch.recipe.recipe import Recipe

TONAL = 0.8
"""Share of the ink on the partials of its notes from which on a drawing is one of notes alone."""

_DEFAULT_TEMPO = 120.0
_BASS = 48  # MIDI note below which the middle note of a line is a bass's


@dataclass(frozen=True, eq=False)
class DrawingRequest:
    """Read the notes of ink.

    Parameters
    ----------
    recipe : Recipe
        Its prompt names the instrument; its tempo, meter and key are those of the score.
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
    params : SpectrogramParams
        Parameters of the ink.
    single : bool
        Whether it is a single line, as of a voice.
    """

    recipe: Recipe
    ink: Array
    params: SpectrogramParams
    single: bool = False


@dataclass(frozen=True)
class DrawnScore:
    """The notes of ink.

    Parameters
    ----------
    text : str
        As `riffdesk.compose.score_text` writes them; '' for none.
    notes : int
        Number of notes.
    tonal : bool
        Whether the ink consists of these notes alone.
    """

    text: str = ""
    notes: int = 0
    tonal: bool = False


def read_drawing(
    request: DrawingRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> DrawnScore:
    """Return the notes of ink, as the score of the instrument that a recipe's prompt names.

    Raises
    ------
    UserError
        If there are more notes than a score may have, or the recipe's chords are invalid.
    """
    recipe, params = request.recipe, request.params
    tempo = recipe.tempo or _DEFAULT_TEMPO
    notes = notes_of_ink(request.ink, params, tempo, voices=1 if request.single else VOICES)
    if not notes:
        return DrawnScore()
    seconds = request.ink.shape[-1] / params.columns_per_second
    bars = max(1, math.ceil(seconds * tempo / 60 / recipe.beats_per_bar - 1e-6))
    key = key_named(recipe.key) or key_of_notes([(note.pitch, note.length) for note in notes])
    part = replace(part_for(recipe, _middle(notes)), notes=notes)
    score = Score(tempo, recipe.beats_per_bar, key, bars, (), (part,))
    tonal = tonal_share(request.ink, notes, params, tempo) >= TONAL
    return DrawnScore(text_of(lasting(score, seconds)), len(notes), tonal)


def part_for(recipe: Recipe, pitch: float) -> Part:
    """Return an empty part for notes of about a MIDI pitch: of the instrument that a recipe's prompt names for them."""
    from riffdesk.engine.riff.score.riff_score import score_for_file  # not needed for the window to appear

    composed = score_for_file(replace(recipe, score="", init="", mask="", circular=False))
    pitched = [part for part in composed.parts if part.role != "drums"]
    wanted = ("bass",) if pitch < _BASS else ("melody", "chords")
    for part in (*(part for part in pitched if part.role in wanted), *pitched):
        return replace(part, notes=())
    return Part("bass", "bass", 33, ()) if pitch < _BASS else Part("melody", "piano", 0, ())


def notes_for_prompt(notes: str, recipe: Recipe) -> str:
    """Return the notes of a drawing for the instruments that a recipe's prompt names, which may have changed since.

    Parameters
    ----------
    notes : str
        As `Layer.notes`.
    """
    score = score_of_text(notes)
    parts = tuple(
        part
        if part.role == "drums" or not part.notes
        else replace(part_for(recipe, _middle(part.notes)), notes=part.notes)
        for part in score.parts
    )
    return text_of(replace(score, parts=parts))


def _middle(notes: Sequence[Note]) -> float:
    return float(np.median([note.pitch for note in notes]))
