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
from riffdesk.compose.words.synonyms import DRUM_WORDS, METER_WORDS, SOUND_ALIKES, SYNONYMS


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
    denied : bool
        Whether it is negated.
    """

    words: str
    start: int
    end: int
    meanings: tuple[Meaning, ...]
    denied: bool = False

    def of(self, kind: str) -> Meaning | None:
        """Return the meaning of a kind; None if it has none."""
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
    ("rather", "than"),
    ("other", "than"),
    ("anything", "but"),
    ("everything", "but"),
}
_FILLERS = {"a", "an", "any", "the", "of", "kind", "sort", "too", "so", "very", "more", "at", "all", "loud", "want",
            "use", "add", "need", "play", "single", "much", "some",
            "have", "having", "with", "other", "instrument", "instruments"}  # fmt: skip
_CONJUNCTIONS = {"or", "and", "nor", "&", "plus"}
_MAX_WORDS = 5


def phrases_in(prompt: str) -> list[Phrase]:
    """Return the phrases of the vocabulary in a prompt, in order; the longest of overlapping ones."""
    tokens = tokens_of(prompt)
    phrases: list[Phrase] = []
    start = 0
    while start < len(tokens):
        phrase = _longest(tokens, start)
        if phrase is None:
            start += 1
        else:
            phrases.append(phrase)
            start = phrase.end
    denied = _denied_phrases(tokens, phrases)
    return [
        Phrase(phrase.words, phrase.start, phrase.end, phrase.meanings, denied=number in denied)
        for number, phrase in enumerate(phrases)
    ]


@cache
def known_phrases() -> tuple[str, ...]:
    """Return all phrases of the vocabulary and their synonyms, as they are written in prompts."""
    return tuple(dict.fromkeys(text for text, _ in _phrases()))


def tokens_of(text: str) -> list[str]:
    """Return the words of a prompt in lower case, with `BREAK` between clauses, without weights."""
    plain = _SHORT.sub("without ", _WEIGHT.sub(")", text).lower()).replace("’", "'").replace("-", " ")
    tokens = [token if token[0].isalnum() or token[0] in "&'♯#_" else BREAK for token in _TOKEN.findall(plain)]
    return [token.removesuffix("'s") for token in tokens]


def _longest(tokens: list[str], start: int) -> Phrase | None:
    for length in range(min(_MAX_WORDS, len(tokens) - start), 0, -1):
        words = tokens[start : start + length]
        meanings = _table().get(tuple(map(_singular, words)))
        if meanings:
            return Phrase(" ".join(words), start, start + length, meanings)
    return None


def _denied_phrases(tokens: list[str], phrases: list[Phrase]) -> set[int]:
    """Return the numbers of the phrases that are negated by words such as 'no', 'without' or 'free'."""
    by_start = {phrase.start: number for number, phrase in enumerate(phrases)}
    denied: set[int] = set()
    for start in range(len(tokens)):
        end = start + _denial(tokens, start)
        while end > start:
            while end < len(tokens) and end not in by_start and tokens[end] in _FILLERS:
                end += 1
            if end not in by_start:
                break
            denied.add(by_start[end])
            end = phrases[by_start[end]].end
            if end + 1 < len(tokens) and tokens[end] in _CONJUNCTIONS and end + 1 in by_start:
                end += 1
            elif end not in by_start or not _is_one_name(phrases[by_start[end]], phrases[by_start[end] - 1]):
                break
    return denied | {number for number, phrase in enumerate(phrases) if _is_denied_after(tokens, phrase)}


def _denial(tokens: list[str], start: int) -> int:
    """Return the number of tokens of a negation at a position; 0 if there is none."""
    if tuple(tokens[start : start + 2]) in _DENYING_PHRASES:
        return 2
    return int(tokens[start] in _DENIALS)


def _is_one_name(phrase: Phrase, before: Phrase) -> bool:
    """Whether two adjacent phrases are one name, such as 'rock' and 'drums'."""
    return phrase.of("drums") is not None and before.of("groove") is not None


def _is_denied_after(tokens: list[str], phrase: Phrase) -> bool:
    """Whether a phrase is negated by the word after it, as in 'drum free'."""
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
    yield from ((word, Meaning("meter", beats)) for beats, words in METER_WORDS.items() for word in words)
    yield from ((word, Meaning("drums")) for word in (*DRUM_NOUNS, *DRUM_WORDS))
    yield from ((word, Meaning("alone")) for word in (*ALONE_WORDS, *SYNONYMS["alone"]["alone"]))
    yield from ((word, Meaning("no drums")) for word in SYNONYMS["no drums"]["no drums"])
