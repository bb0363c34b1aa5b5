"""A phrase of a prompt and its meanings."""

from __future__ import annotations

from dataclasses import dataclass

BREAK = ","
"""The token between two clauses."""


@dataclass(frozen=True)
class Meaning:
    """The meaning of a phrase.

    Parameters
    ----------
    kind : str
        'instrument', 'drums', 'groove', 'genre', 'playing', 'mode', 'mood', 'tempo', 'register', 'density', 'alone',
        'no drums' or 'meter'.
    value : str
        Such as 'piano' or 'swing'.
    sound : int or str, optional
        The program or synth of an instrument, if the phrase means one only.
    """

    kind: str
    value: str = ""
    sound: int | str | None = None


@dataclass(frozen=True)
class Phrase:
    """A phrase of a prompt.

    Parameters
    ----------
    words : str
        Its words in the prompt, in lower case.
    start, end : int
        Numbers of its first token, and of the one after its last.
    meanings : tuple of Meaning
    negated : bool
        Whether it is negated.
    """

    words: str
    start: int
    end: int
    meanings: tuple[Meaning, ...]
    negated: bool = False

    def of(self, kind: str) -> Meaning | None:
        """Return the meaning of a kind; None if it has none."""
        return next((meaning for meaning in self.meanings if meaning.kind == kind), None)
