"""A score as a line of text, which recipes carry: written, and read with distrust."""

from __future__ import annotations

import json
import math
from typing import Any

from riffdesk import strict_json
from riffdesk.compose.score import LEAST_TEMPO, MOST_BEATS, MOST_SECONDS, MOST_TEMPO, ROLES, DrumPiece, Score
from riffdesk.errors import UserError

LONGEST = 3_500_000
"""Characters."""

_DIGITS = 4  # of a beat: a hundredth of a millisecond
_MOST_NOTES, _MOST_PARTS = 50_000, 64


def text_of(score: Score) -> str:
    """Return a score as one line of JSON, always the same for the same score; starts and lengths are rounded.

    Raises
    ------
    UserError
        If it has more notes or parts than a recipe can carry.
    """
    told = score.to_json()
    for part in told["parts"]:
        part["notes"] = [[round(n[0], _DIGITS), max(round(n[1], _DIGITS), 1e-4), *n[2:]] for n in part["notes"]]
    text = json.dumps(told, separators=(",", ":"), allow_nan=False)
    if len(text) > LONGEST:
        raise UserError("This score has too many notes for a recipe to carry. Cut it in a sequencer.")
    return text


def score_of_text(text: str) -> Score:
    """Return the score of a text that `text_of` wrote.

    Raises
    ------
    UserError
        If it is none, or one that nobody could play.
    """
    try:
        told = strict_json.parse(text, max_size=LONGEST)
        score = Score.of_json(told)
        _check(score)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UserError("The score that this riff was made of is damaged. Give it again, as a MIDI file.") from error
    return score


def _check(score: Score) -> None:
    """Raise ValueError for what is no score."""
    notes = [note for part in score.parts for note in part.notes]
    numbers = [score.tempo, *(number for note in notes for number in (note.start, note.length))]
    in_order = all(
        one.start <= other.start for part in score.parts for one, other in zip(part.notes, part.notes[1:], strict=False)
    )
    for ok in (
        all(_is_number(number) for number in numbers),
        LEAST_TEMPO <= score.tempo <= MOST_TEMPO,
        type(score.bars) is int and score.bars >= 1 and type(score.beats_per_bar) is int,
        1 <= score.beats_per_bar <= MOST_BEATS,
        0 < score.seconds(score.beats) <= MOST_SECONDS + 60,
        score.key.tonic in range(12) and score.key.mode in ("major", "minor"),
        0 < len(notes) <= _MOST_NOTES and len(score.parts) <= _MOST_PARTS,
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
