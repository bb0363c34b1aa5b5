"""Tempo and meter: conversion between bars, beats and seconds."""

from __future__ import annotations

import math

from riffdesk.errors import UserError
from riffdesk.language import tr

MIN_TEMPO, MAX_TEMPO = 20, 400
MAX_BEATS = 16


def check_tempo(tempo: float) -> None:
    """Raise UserError unless a tempo is between 20 and 400 beats per minute."""
    if not MIN_TEMPO <= tempo <= MAX_TEMPO:
        raise UserError(
            tr(
                "The tempo must be between {min_tempo} and {max_tempo} bpm, not {tempo:g}.",
                min_tempo=MIN_TEMPO,
                max_tempo=MAX_TEMPO,
                tempo=tempo,
            )
        )


def check_meter(beats_per_bar: int) -> None:
    """Raise UserError unless a bar has 1 to 16 beats."""
    if not 1 <= beats_per_bar <= MAX_BEATS:
        raise UserError(
            tr(
                "A bar has 1 to {max_beats} beats, not {beats_per_bar}.",
                max_beats=MAX_BEATS,
                beats_per_bar=beats_per_bar,
            )
        )


def bar_seconds(tempo: float, beats_per_bar: int) -> float:
    """Return the length of a bar in seconds."""
    return 60 * beats_per_bar / tempo


def seconds_of(bars: float, tempo: float, beats_per_bar: int) -> float:
    """Return the length of some bars in seconds.

    Raises
    ------
    UserError
        If the tempo, the meter or the number of bars is out of range.
    """
    check_tempo(tempo)
    check_meter(beats_per_bar)
    if not 0 < bars < math.inf:
        raise UserError(tr("A length in bars is more than 0, not {bars:g}.", bars=bars))
    return bars * bar_seconds(tempo, beats_per_bar)


def whole_beats(samples: int, rate: int, tempo: float) -> int | None:
    """Return a length in beats if it is a whole number of beats to the sample, else None.

    Parameters
    ----------
    tempo : float
        In beats per minute; 0 if it is unknown.
    """
    if tempo <= 0:
        return None
    beat = 60 / tempo * rate
    beats = round(samples / beat)
    return beats if beats and abs(samples - beats * beat) < 1 else None
