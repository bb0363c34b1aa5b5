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
    named = _tempo_of(prompt)
    return None if named is None else named[1]


def _tempo_of(prompt: str) -> tuple[slice, float] | None:
    """Return where the first tempo stands in a prompt, and what it is."""
    for match in _TEMPO.finditer(prompt):
        group = "before" if match["before"] else "after"
        tempo = float(match[group].replace(",", "."))
        if MIN_TEMPO <= tempo <= MAX_TEMPO:
            return slice(*match.span(group)), tempo
    return None


def fitted(prompt: str, tempo: float, key: str, stretched: float = 1.0) -> str:
    """Return a prompt that also names a tempo and a key, unless it names others.

    Parameters
    ----------
    tempo : float
        In beats per minute, told to the nearest whole one; 0 for none.
    key : str
        See `riffdesk.sketch.music.key`; '' for none.
    stretched : float
        How much longer what is made for the prompt sounds than it is made: any tempo is told so much faster.

    Examples
    --------
    >>> fitted("house drums", 90, "C minor")
    'house drums, in C minor, 90 bpm'
    >>> fitted("house drums at 128 bpm", 90, "")
    'house drums at 128 bpm'
    >>> fitted("house drums at 120 bpm", 90, "", stretched=1.05)
    'house drums at 126 bpm'
    """
    named = _tempo_of(prompt)
    if named is not None and stretched != 1:
        place, own = named
        prompt = f"{prompt[: place.start]}{own * stretched:.0f}{prompt[place.stop :]}"
    words = [prompt] if prompt.strip() else []
    if key and not key_in(prompt):
        words.append(f"in {key.replace('♯', ' sharp')}")
    if tempo and named is None:
        words.append(f"{tempo * stretched:.0f} bpm")  # whole numbers are what models have read
    return ", ".join(words) if len(words) > 1 or not prompt.strip() else prompt
