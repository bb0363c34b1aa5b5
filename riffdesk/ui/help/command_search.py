"""How well a command fits what is typed to find it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"\w+")
_LEAST_LETTERS = 2  # of a word that may leave letters out
_WHOLE, _BEGUN, _INSIDE, _INITIALS, _LOOSE = 10.0, 8.0, 5.0, 4.0, 2.0
_IN_PATH = 0.5
_BEGINNING = 3.0  # for what the text of the command begins with


def fit(typed: str, text: str, path: Iterable[str] = ()) -> float | None:
    """Return how well a command fits what is typed, the higher the better; None if it does not.

    Each word that is typed must be found: as a word of the text or its beginning, inside of one, as the first letters
    of several, or with letters left out. Words of the menus that lead to the command count half.

    Parameters
    ----------
    typed : str
        Words in any order; case and accents do not matter.
    text : str
        Of the command.
    path : iterable of str
        Titles of its menus.
    """
    words, titles = _words(text), [word for title in path for word in _words(title)]
    asked = _words(typed)
    total = 0.0
    for word in asked:
        found = max(_fit_of(word, words), _IN_PATH * _fit_of(word, titles))
        if not found:
            return None
        total += found
    if not asked:
        return 0.0
    begun = " ".join(words).startswith(" ".join(asked))
    return total / len(asked) + (_BEGINNING if begun else 0.0) - len(text) / 1_000


def _words(text: str) -> list[str]:
    split = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(letter for letter in split if not unicodedata.combining(letter)))


def _fit_of(asked: str, words: list[str]) -> float:
    """Return how well one word is found among others; 0 if it is not."""
    if asked in words:
        return _WHOLE
    if any(word.startswith(asked) for word in words):
        return _BEGUN
    if any(asked in word for word in words):
        return _INSIDE
    if len(asked) >= _LEAST_LETTERS:
        if asked in "".join(word[0] for word in words):
            return _INITIALS
        if any(_has_in_order(asked, word) for word in words):
            return _LOOSE
    return 0.0


def _has_in_order(asked: str, word: str) -> bool:
    """Return whether a word begins as asked and has the other letters in this order."""
    rest = iter(word)
    return word[0] == asked[0] and all(letter in rest for letter in asked)
