"""What a prompt and a negative prompt ask for and deny, and what the seed draws beside."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from riffdesk.compose.words.phrases import Phrase, phrases_in, tokens_of

DRAWN = ", drawn from the seed"
"""What a sentence ends with that tells of something that the words leave open."""
GUITARS = ("acoustic guitar", "distorted guitar")
PLAIN_GUITAR = ("guitar", "guitars", "guitarist")
"""Words that mean either guitar."""

_DRAWS = ("genre", "instrument", "sound", "playing", "groove", "bass", "tempo", "mode", "tonic")


@dataclass
class Asked:
    """The phrases of a prompt, and the sentences that say how they were understood.

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
    said: list[str] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        found = phrases_in(self.prompt)
        self.phrases = [phrase for phrase in found if not phrase.denied]
        unwanted = [phrase for phrase in phrases_in(self.negative) if not phrase.denied]
        self.absent = [phrase for phrase in found if phrase.denied] + unwanted
        self.tokens = tokens_of(self.prompt)

    def say(self, sentence: str) -> None:
        """Add a sentence to what was understood."""
        self.said.append(sentence)

    def rng(self, what: str) -> np.random.Generator:
        """Return the generator of one thing, so that a word for another changes nothing of it."""
        return np.random.default_rng([self.seed, 7, _DRAWS.index(what)])

    def values(self, kind: str) -> list[str]:
        """Return what is asked for of a kind and not denied elsewhere, in the order of the prompt."""
        named = [meaning.value for phrase in self.phrases if (meaning := phrase.of(kind))]
        return [value for value in named if not self.is_absent(kind, value)]

    def denied(self, kind: str) -> list[str]:
        """Return what of a kind is to be absent."""
        values = [meaning.value for phrase in self.absent if (meaning := phrase.of(kind))]
        if kind == "instrument" and any(phrase.words in PLAIN_GUITAR for phrase in self.absent):
            values += GUITARS
        return values

    def is_absent(self, kind: str, value: str = "") -> bool:
        """Return whether something is to be absent."""
        return value in self.denied(kind)

    @property
    def alone(self) -> bool:
        """Whether the prompt says that something plays alone."""
        return any(phrase.of("alone") for phrase in self.phrases)

    def behind(self, phrase: Phrase) -> Phrase | None:
        """Return the phrase that follows another without a word between."""
        return next((other for other in self.phrases if other.place == phrase.end), None)
