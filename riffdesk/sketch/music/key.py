"""Keys: a tonic and a mode, as musicians write them."""

from __future__ import annotations

import re

from riffdesk.dsp.pitch import MODES, NAMES
from riffdesk.errors import UserError
from riffdesk.language import tr

KEYS = tuple(f"{name} {mode}" for mode in MODES for name in NAMES)
"""Names of all keys, such as ``C major`` and ``F♯ minor``."""

_LETTERS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_ACCIDENTALS = {"": 0, "#": 1, "♯": 1, "sharp": 1, "b": -1, "♭": -1, "flat": -1}
_NOTE = (
    r"(?P<letter>[A-G])[\s\u2011-]?(?P<accidental>#|♯|♭|sharp|flat|b(?=(?:m|maj|min|moll|dur|major|minor)?(?![a-z])))?"
)
_MODE = r"(?P<mode>major|minor|maj|min|moll|dur|m(?![a-z]))"
_KEY = re.compile(rf"\s*{_NOTE}\s*-?\s*{_MODE}?\s*", re.IGNORECASE)
_KEY_IN_PROMPT = re.compile(
    rf"(?<![\w#♯♭]){_NOTE}[\s\u2011-]?(?P<mode>major|minor|maj|min|moll|dur)(?!\w)", re.IGNORECASE
)
_SHORT_KEY = re.compile(rf"\b(?:in|key(?:\s+of|\s*[:=])?)\s+{_NOTE}(?P<mode>m)(?!\w)", re.IGNORECASE)


def key_of(text: str) -> str:
    """Return the normalised name of a key, one of `KEYS`; '' for none.

    Parameters
    ----------
    text : str
        Such as ``C minor``, ``Cm``, ``F# major``, ``Bb`` (which is major), ``none`` or ''.

    Raises
    ------
    UserError
        If it is no key.

    Examples
    --------
    >>> key_of("bbm"), key_of("G"), key_of("")
    ('A♯ minor', 'G major', '')
    """
    if text.strip().lower() in ("", "none"):
        return ""
    match = _KEY.fullmatch(text)
    if match is None:
        raise UserError(tr("{text!r} is no key. Write it as in C minor, F# major or Bb.", text=text))
    return _name(match)


def key_in(prompt: str) -> str:
    """Return the key that a prompt names, such as ``in A minor``; '' if it names none.

    A letter alone is none: "a major hit" has no key, "in A major" has one. ``Am`` is one after "in" or "key" only, as
    it is a chord, too.
    """
    for match in _KEY_IN_PROMPT.finditer(prompt):
        if match["letter"].isupper() or match["accidental"] or prompt[: match.start()].lower().rstrip().endswith("in"):
            return _name(match)
    short = next((match for match in _SHORT_KEY.finditer(prompt) if match["letter"].isupper()), None)
    return "" if short is None else _name(short)


def _name(match: re.Match[str]) -> str:
    mode_text = match["mode"] or "major"
    mode = "minor" if mode_text == "m" or mode_text.lower() in ("minor", "min", "moll") else "major"
    accidental = _ACCIDENTALS[(match["accidental"] or "").lower()]
    return f"{NAMES[(_LETTERS[match['letter'].upper()] + accidental) % 12]} {mode}"
