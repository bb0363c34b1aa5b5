"""Finds the words and phrases of the vocabulary in a prompt, and which of them are negated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
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
from riffdesk.compose.words.negations import negated_phrases
from riffdesk.compose.words.phrase import BREAK, Meaning, Phrase
from riffdesk.compose.words.synonyms import DRUM_WORDS, METER_WORDS, SOUND_ALIKES, SYNONYMS

_TOKEN = re.compile(r"\d+/\d+|[\w&♯#']+|[,.;:!?|()\[\]\n–—]")
_WEIGHT = re.compile(r":\s*\d+(?:\.\d+)?\s*\)")
_EXACT = {"vibes", "keys", "breaks", "runs", "blues", "eighties", "drums"}
_SHORT = re.compile(r"\bw/o\s")
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
    negated = negated_phrases(tokens, phrases)
    return [replace(phrase, negated=number in negated) for number, phrase in enumerate(phrases)]


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
