"""The score of a command for the text that the user types in the command palette."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"\w+")
_MIN_LETTERS = 2  # of a typed word for matches of initials and of letters in order
_EQUAL, _PREFIX, _INSIDE, _INITIALS, _IN_ORDER = 10.0, 8.0, 5.0, 4.0, 2.0
_IN_PATH = 0.5  # factor for words of the menus
_BEGINNING = 3.0  # bonus if the title begins with the typed text


def match_score(typed: str, text: str, path: Iterable[str] = ()) -> float | None:
    """Return the score of a command for a typed text, higher for a better match; None if it does not match.

    Each typed word must match: a word of the title, the beginning or a part of one, the initials of several, or letters
    of one in order. Words of the command's menus count half.

    Parameters
    ----------
    typed : str
        Words in any order; case and accents are ignored.
    text : str
        Title of the command.
    path : iterable of str
        Titles of its menus.
    """
    words, titles = _words(text), [word for title in path for word in _words(title)]
    typed_words = _words(typed)
    total = 0.0
    for word in typed_words:
        score = max(_word_score(word, words), _IN_PATH * _word_score(word, titles))
        if not score:
            return None
        total += score
    if not typed_words:
        return 0.0
    is_beginning = " ".join(words).startswith(" ".join(typed_words))
    return total / len(typed_words) + (_BEGINNING if is_beginning else 0.0) - len(text) / 1_000


def _words(text: str) -> list[str]:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(letter for letter in decomposed if not unicodedata.combining(letter)))


def _word_score(typed: str, words: list[str]) -> float:
    """Return the score of a typed word among others; 0 if it does not match."""
    if typed in words:
        return _EQUAL
    if any(word.startswith(typed) for word in words):
        return _PREFIX
    if any(typed in word for word in words):
        return _INSIDE
    if len(typed) >= _MIN_LETTERS:
        if typed in "".join(word[0] for word in words):
            return _INITIALS
        if any(_has_in_order(typed, word) for word in words):
            return _IN_ORDER
    return 0.0


def _has_in_order(typed: str, word: str) -> bool:
    """Return whether a word begins with the first typed letter and has the others in order."""
    rest = iter(word)
    return word[0] == typed[0] and all(letter in rest for letter in typed)
