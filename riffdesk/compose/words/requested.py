"""The requested and negated phrases of a prompt, and random generators for everything else."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from riffdesk.compose.words.phrase import Phrase
from riffdesk.compose.words.phrases import phrases_in, tokens_of
from riffdesk.language import tr

GUITARS = ("acoustic guitar", "distorted guitar")
PLAIN_GUITAR = ("guitar", "guitars", "guitarist")
"""Words that mean either guitar."""

_DRAWS = ("genre", "instrument", "sound", "playing", "groove", "bass", "tempo", "mode", "tonic")


class DrawnSentence(str):
    """A sentence about a random choice, which does not hold for another seed."""

    __slots__ = ()


@dataclass
class RequestedMusic:
    """The phrases of a prompt, and sentences for the user on how they were understood.

    Parameters
    ----------
    prompt, negative : str
    seed : int
    """

    prompt: str
    negative: str
    seed: int
    phrases: list[Phrase] = field(init=False)
    absent: list[Phrase] = field(init=False)
    tokens: list[str] = field(init=False)
    sentences: list[str] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        phrases = phrases_in(self.prompt)
        self.phrases = [phrase for phrase in phrases if not phrase.negated]
        negative = [phrase for phrase in phrases_in(self.negative) if not phrase.negated]
        self.absent = [phrase for phrase in phrases if phrase.negated] + negative
        self.tokens = tokens_of(self.prompt)

    def add_sentence(self, sentence: str, *, drawn: bool = False) -> None:
        """Add a sentence for the user, which is given without its full stop, and whether it is a random choice."""
        self.sentences.append(
            DrawnSentence(tr("{choice}, drawn from the seed.", choice=sentence)) if drawn else f"{sentence}."
        )

    def rng(self, purpose: str) -> np.random.Generator:
        """Return the random generator for one purpose; it does not depend on the others."""
        return np.random.default_rng([self.seed, 7, _DRAWS.index(purpose)])

    def values(self, kind: str) -> list[str]:
        """Return the requested values of a kind that are not negated, in the order of the prompt."""
        found = [meaning.value for phrase in self.phrases if (meaning := phrase.of(kind))]
        return [value for value in found if not self.is_absent(kind, value)]

    def negated(self, kind: str) -> list[str]:
        """Return the negated values of a kind."""
        values = [meaning.value for phrase in self.absent if (meaning := phrase.of(kind))]
        if kind == "instrument" and any(phrase.words in PLAIN_GUITAR for phrase in self.absent):
            values += GUITARS
        return values

    def is_absent(self, kind: str, value: str = "") -> bool:
        """Whether a value of a kind is negated."""
        return value in self.negated(kind)

    @property
    def alone(self) -> bool:
        """Whether the prompt requests an instrument alone."""
        return any(phrase.of("alone") for phrase in self.phrases)

    def phrase_after(self, phrase: Phrase) -> Phrase | None:
        """Return the phrase directly after another; None if there is none."""
        return next((other for other in self.phrases if other.start == phrase.end), None)
