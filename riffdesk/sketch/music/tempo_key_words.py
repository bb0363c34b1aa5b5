"""Tempo and key in a prompt: the ones that it names, and adding the sketch's where it names none."""

from __future__ import annotations

import re

from riffdesk.sketch.music.key import key_in
from riffdesk.sketch.music.tempo import MAX_TEMPO, MIN_TEMPO
from riffdesk.values import decimal

_TEMPO = re.compile(
    r"(?<![\d.,])(?P<before>\d{2,3}(?:[.,]\d+)?)[\s\u200b]*-?\s*(?:bpm|beats per minute|beats/min(?:ute)?)\b"
    r"|(?:\b(?:tempo|bpm)|♩)\s*(?:of|at|:|=)?\s*(?P<after>\d{2,3}(?:[.,]\d+)?)(?![\d.,]*\d)"
    r"|\bat\s+(?P<bare>\d{2,3})(?=\s*(?:[,;.](?!\d)|$)|\s+(?:with|and|plus|for|on|but|without)\b)"
    r"|(?:^|[,;])\s*(?P<alone>\d{2,3})\s*(?=[,;](?!\d)|$)",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\b(?:bpm|tempo|beats per minute|beats/min(?:ute)?)\b", re.IGNORECASE)
_BARE_TEMPOS = (50, 240)
"""Range of the numbers without a unit that are tempos, beats per minute."""


def tempo_in(prompt: str) -> float | None:
    """Return the tempo in beats per minute that a prompt names; None if it names none from 20 to 400.

    Examples
    --------
    >>> tempo_in("techno at 128 bpm"), tempo_in("tempo 92,5"), tempo_in("an 808")
    (128.0, 92.5, None)
    >>> tempo_in("dubstep at 140 with a wobble"), tempo_in("disco, 118"), tempo_in("at 3 in the morning")
    (140.0, 118.0, None)
    """
    found = _find_tempo(prompt)
    return None if found is None else found[1]


def _find_tempo(prompt: str) -> tuple[slice, float] | None:
    """Return the place of the first tempo in a prompt, and the tempo."""
    for match in _TEMPO.finditer(prompt):
        group = match.lastgroup
        assert group is not None
        tempo = decimal(match[group])
        lowest, highest = _BARE_TEMPOS if group in ("bare", "alone") else (MIN_TEMPO, MAX_TEMPO)
        if lowest <= tempo <= highest:
            return slice(*match.span(group)), tempo
    return None


def with_tempo_and_key(prompt: str, tempo: float, key: str, stretched: float = 1.0) -> str:
    """Return a prompt with a tempo and a key added, unless it names its own.

    Parameters
    ----------
    tempo : float
        In beats per minute, written as a whole number; 0 for none.
    key : str
        See `riffdesk.sketch.music.key`; '' for none.
    stretched : float
        Factor by which the sound is stretched after it is made: tempos in the prompt are multiplied by it.

    Examples
    --------
    >>> with_tempo_and_key("house drums", 90, "C minor")
    'house drums, in C minor, 90 bpm'
    >>> with_tempo_and_key("house drums at 128 bpm", 90, "")
    'house drums at 128 bpm'
    >>> with_tempo_and_key("house drums at 120 bpm", 90, "", stretched=1.05)
    'house drums at 126 bpm'
    """
    found = _find_tempo(prompt)
    if found is not None and stretched != 1:
        place, prompt_tempo = found
        prompt = f"{prompt[: place.start]}{prompt_tempo * stretched:.0f}{prompt[place.stop :]}"
    words = [prompt] if prompt.strip() else []
    if key and not key_in(prompt):
        words.append(f"in {key.replace('♯', ' sharp')}")
    if found is not None and not _UNIT.search(prompt):
        words.append(f"{found[1] * stretched:.0f} bpm")  # models know the number by its unit
    elif tempo and found is None:
        words.append(f"{tempo * stretched:.0f} bpm")  # models are trained with whole numbers
    return ", ".join(words) if len(words) > 1 or not prompt.strip() else prompt
