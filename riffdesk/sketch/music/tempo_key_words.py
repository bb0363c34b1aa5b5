"""Tempo and key in the words of a prompt: what it names, and what the sketch adds where it names nothing."""

from __future__ import annotations

import re

from riffdesk.sketch.music.key import key_in
from riffdesk.sketch.music.tempo import MAX_TEMPO, MIN_TEMPO

_TEMPO = re.compile(
    r"(?<![\d.,])(?P<before>\d{2,3}(?:[.,]\d+)?)\s*-?\s*(?:bpm|beats per minute)\b"
    r"|\b(?:tempo|bpm)\s*(?:of|at|:|=)?\s*(?P<after>\d{2,3}(?:[.,]\d+)?)(?![\d.,]*\d)",
    re.IGNORECASE,
)


def tempo_in(prompt: str) -> float | None:
    """Return the tempo in beats per minute that a prompt names; None if it names none, or one that is no tempo.

    Examples
    --------
    >>> tempo_in("techno at 128 bpm"), tempo_in("tempo 92,5"), tempo_in("an 808")
    (128.0, 92.5, None)
    """
    for match in _TEMPO.finditer(prompt):
        tempo = float((match["before"] or match["after"]).replace(",", "."))
        if MIN_TEMPO <= tempo <= MAX_TEMPO:
            return tempo
    return None


def fitted(prompt: str, tempo: float, key: str) -> str:
    """Return a prompt that also names a tempo and a key, unless it names others.

    Parameters
    ----------
    tempo : float
        In beats per minute, told to the nearest whole one; 0 for none.
    key : str
        See `riffdesk.sketch.music.key`; '' for none.

    Examples
    --------
    >>> fitted("house drums", 90, "C minor")
    'house drums, in C minor, 90 bpm'
    >>> fitted("house drums at 128 bpm", 90, "")
    'house drums at 128 bpm'
    """
    words = [prompt] if prompt.strip() else []
    if key and not key_in(prompt):
        words.append(f"in {key.replace('♯', ' sharp')}")
    if tempo and tempo_in(prompt) is None:
        words.append(f"{tempo:.0f} bpm")  # whole numbers are what models have read
    return ", ".join(words) if len(words) > 1 or not prompt.strip() else prompt
