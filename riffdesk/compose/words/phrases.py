"""Finds the words and phrases of the vocabulary in a prompt, and which of them are denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from riffdesk.compose.genres import GENRES
from riffdesk.compose.vocabulary import (
    ALONE_WORDS,
    DENSITY_WORDS,
    DRUM_NOUNS,
    FAMILIES,
    GROOVE_WORDS,
    MODE_WORDS,
    PLAYING_WORDS,
    REGISTER_WORDS,
    TEMPO_WORDS,
    WALTZ_WORDS,
)
from riffdesk.compose.words.synonyms import DRUM_WORDS, SOUND_ALIKES, SYNONYMS


@dataclass(frozen=True)
class Meaning:
    """What a phrase asks for.

    Parameters
    ----------
    kind : str
        'instrument', 'drums', 'groove', 'genre', 'playing', 'mode', 'mood', 'tempo', 'register', 'density', 'alone',
        'no drums' or 'meter'.
    value : str
        Such as 'piano' or 'swing'.
    sound : int or str, optional
        Of an instrument: the one program or synth that the phrase means.
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
        As they stand in the prompt.
    place, end : int
        Numbers of its first token, and of the one after its last.
    meanings : tuple of Meaning
    denied : bool
        Whether it is to be absent.
    """

    words: str
    place: int
    end: int
    meanings: tuple[Meaning, ...]
    denied: bool = False

    def of(self, kind: str) -> Meaning | None:
        """Return the meaning of a kind, None if it has none."""
        return next((meaning for meaning in self.meanings if meaning.kind == kind), None)


BREAK = ","
"""The token between two clauses."""

_TOKEN = re.compile(r"\d+/\d+|[\w&♯#']+|[,.;:!?|()\[\]\n–—]")
_WEIGHT = re.compile(r":\s*\d+(?:\.\d+)?\s*\)")
_EXACT = {"vibes", "keys", "breaks", "runs", "blues", "eighties", "drums"}
_SHORT = re.compile(r"\bw/o\s")
_DENIALS = {"no", "without", "minus", "sans", "not", "zero", "lacking", "never", "neither", "non", "dont", "don't"}
_DENYING_PHRASES = {(first, "the") for first in ("hold", "skip", "drop", "mute", "cut")} | {
    ("leave", "out"),
    ("free", "of"),
    ("instead", "of"),
}
_FILLERS = {"a", "an", "any", "the", "of", "kind", "sort", "too", "so", "very", "more", "at", "all", "loud", "want",
            "use", "add", "need", "play", "single", "much", "some"}  # fmt: skip
_JOINTS = {"or", "and", "nor", "&", "plus"}
_LONGEST = 5


def phrases_in(prompt: str) -> list[Phrase]:
    """Return the phrases of the vocabulary in a prompt, in order; of overlapping ones the longest."""
    tokens = tokens_of(prompt)
    found: list[Phrase] = []
    place = 0
    while place < len(tokens):
        phrase = _longest(tokens, place)
        if phrase is None:
            place += 1
        else:
            found.append(phrase)
            place = phrase.end
    denied = _denied(tokens, found)
    return [
        Phrase(one.words, one.place, one.end, one.meanings, denied=number in denied) for number, one in enumerate(found)
    ]


def tokens_of(text: str) -> list[str]:
    """Return the words of a prompt in lower case, and `BREAK` where a clause ends; weights are left out."""
    plain = _SHORT.sub("without ", _WEIGHT.sub(")", text).lower()).replace("’", "'").replace("-", " ")
    tokens = [token if token[0].isalnum() or token[0] in "&'♯#_" else BREAK for token in _TOKEN.findall(plain)]
    return [token.removesuffix("'s") for token in tokens]


def _longest(tokens: list[str], place: int) -> Phrase | None:
    for length in range(min(_LONGEST, len(tokens) - place), 0, -1):
        words = tokens[place : place + length]
        meanings = _table().get(tuple(map(_singular, words)))
        if meanings:
            return Phrase(" ".join(words), place, place + length, meanings)
    return None


def _denied(tokens: list[str], found: list[Phrase]) -> set[int]:
    """Return the numbers of the phrases that a word such as 'no' or 'without' stands before."""
    at = {phrase.place: number for number, phrase in enumerate(found)}
    denied: set[int] = set()
    for place in range(len(tokens)):
        here = place + _denial(tokens, place)
        while here > place:
            while here < len(tokens) and here not in at and tokens[here] in _FILLERS:
                here += 1
            if here not in at:
                break
            denied.add(at[here])
            here = found[at[here]].end
            if here + 1 < len(tokens) and tokens[here] in _JOINTS and here + 1 in at:
                here += 1
            elif here not in at or not _of_one_thing(found[at[here]], found[at[here] - 1]):
                break
    return denied | {number for number, phrase in enumerate(found) if _taken_away_behind(tokens, phrase)}


def _denial(tokens: list[str], place: int) -> int:
    """Return how many tokens of a denial begin at a place; 0 for none."""
    if tuple(tokens[place : place + 2]) in _DENYING_PHRASES:
        return 2
    return int(tokens[place] in _DENIALS)


def _of_one_thing(phrase: Phrase, before: Phrase) -> bool:
    """Return whether two phrases without a word between are one thing, such as 'rock' and 'drums'."""
    return phrase.of("drums") is not None and before.of("groove") is not None


def _taken_away_behind(tokens: list[str], phrase: Phrase) -> bool:
    """Return whether a phrase is followed by 'free', as in 'drum free'."""
    return phrase.end < len(tokens) and tokens[phrase.end] in ("free", "less") and bool(phrase.of("drums"))


def _singular(word: str) -> str:
    if word in _EXACT or len(word) < 4 or word.endswith("ss") or not word.endswith("s"):
        return word
    return word[:-1]


@cache
def _table() -> dict[tuple[str, ...], tuple[Meaning, ...]]:
    """Return the meanings of every phrase; a phrase of several kinds has one of each."""
    table: dict[tuple[str, ...], dict[str, Meaning]] = {}
    for text, meaning in _phrases():
        key = tuple(_singular(word) for word in tokens_of(text))
        table.setdefault(key, {}).setdefault(meaning.kind, meaning)
    return {key: tuple(kinds.values()) for key, kinds in table.items()}


def _phrases() -> Iterator[tuple[str, Meaning]]:
    """Yield all phrases, the specific ones first."""
    for name, family in FAMILIES.items():
        for sound, words in family.specific.items():
            yield from ((word, Meaning("instrument", name, sound)) for word in words)
    for name, family in FAMILIES.items():
        yield from ((word, Meaning("instrument", name)) for word in family.words)
    for word, (name, alike) in SOUND_ALIKES.items():
        yield word, Meaning("instrument", name, alike)
    tables = {
        "groove": GROOVE_WORDS,
        "genre": {name: genre.words for name, genre in GENRES.items()},
        "playing": PLAYING_WORDS,
        "mood": MODE_WORDS,
        "tempo": TEMPO_WORDS,
        "register": REGISTER_WORDS,
        "density": DENSITY_WORDS,
    }
    for kind, table in tables.items():
        for name, words in table.items():
            yield from ((word, Meaning(kind, name)) for word in (*words, *SYNONYMS.get(kind, {}).get(name, ())))
    for mode in MODE_WORDS:
        yield from ((word, Meaning("mode", mode)) for word in (mode, f"{mode} key", f"in {mode}", f"{mode} mode"))
    yield from ((word, Meaning("groove", "march")) for word in WALTZ_WORDS)
    yield from ((word, Meaning("meter", "3")) for word in WALTZ_WORDS)
    yield from ((word, Meaning("drums")) for word in (*DRUM_NOUNS, *DRUM_WORDS))
    yield from ((word, Meaning("alone")) for word in (*ALONE_WORDS, *SYNONYMS["alone"]["alone"]))
    yield from ((word, Meaning("no drums")) for word in SYNONYMS["no drums"]["no drums"])
