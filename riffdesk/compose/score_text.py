"""Writes a score as a line of JSON for recipes, and reads and checks it."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

from riffdesk import strict_json
from riffdesk.compose.score import MAX_BEATS, MAX_SECONDS, MAX_TEMPO, MIN_TEMPO, ROLES, DrumPiece, Note, Score
from riffdesk.errors import UserError
from riffdesk.language import tr

MAX_LENGTH = 3_500_000
"""Characters."""

_DIGITS = 4  # of a beat: a hundredth of a millisecond
_MAX_NOTES, _MAX_PARTS = 50_000, 64


def text_of(score: Score) -> str:
    """Return a score as one line of JSON, the same for equal scores; starts and lengths are rounded.

    Raises
    ------
    UserError
        If it is too long for a recipe.
    """
    content = score.to_json()
    for part in content["parts"]:
        part["notes"] = [[*_rounded_times(n[0], n[1]), *n[2:]] for n in part["notes"]]
    text = json.dumps(content, separators=(",", ":"), allow_nan=False)
    if len(text) > MAX_LENGTH:
        raise UserError(tr("This score has too many notes for a recipe. Cut it in a sequencer."))
    return text


def rounded(note: Note) -> Note:
    """Return a note as it is read from the text that it is written to."""
    start, length = _rounded_times(note.start, note.length)
    return replace(note, start=start, length=length)


def score_of_text(text: str) -> Score:
    """Return the score of a text from `text_of`.

    Raises
    ------
    UserError
        If it is damaged or its values are out of range.
    """
    try:
        content = strict_json.parse(text, max_size=MAX_LENGTH)
        score = Score.of_json(content)
        _check(score)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UserError(tr("The score of this riff is damaged. Open it again, as a MIDI file.")) from error
    return score


def _rounded_times(start: float, length: float) -> tuple[float, float]:
    return round(start, _DIGITS), max(round(length, _DIGITS), 1e-4)


def _check(score: Score) -> None:
    """Raise ValueError for values out of range."""
    notes = [note for part in score.parts for note in part.notes]
    numbers = [score.tempo, *(number for note in notes for number in (note.start, note.length))]
    in_order = all(
        note.start <= following.start
        for part in score.parts
        for note, following in zip(part.notes, part.notes[1:], strict=False)
    )
    for ok in (
        all(_is_number(number) for number in numbers),
        MIN_TEMPO <= score.tempo <= MAX_TEMPO,
        type(score.bars) is int and score.bars >= 1 and type(score.beats_per_bar) is int,
        1 <= score.beats_per_bar <= MAX_BEATS,
        0 < score.seconds(score.beats) <= MAX_SECONDS + 60,
        score.key.tonic in range(12) and score.key.mode in ("major", "minor"),
        len(notes) <= _MAX_NOTES and len(score.parts) <= _MAX_PARTS,
        all(part.role in ROLES and isinstance(part.instrument, str) for part in score.parts),
        all(0 <= note.start < score.beats and 0 < note.length <= 4 * score.beats for note in notes),
        all(isinstance(note.pitch, DrumPiece) or type(note.pitch) is int for note in notes),
        all(0 <= note.pitch <= 127 and type(note.velocity) is int and 1 <= note.velocity <= 127 for note in notes),
        in_order,
    ):
        if not ok:
            raise ValueError("no score")


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value)
