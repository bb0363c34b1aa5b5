"""Finds the phrases of a prompt that are negated, such as drums in 'no drums', 'without drums' or 'drum free'."""

from __future__ import annotations

from collections.abc import Sequence

from riffdesk.compose.words.phrase import Phrase

_NEGATIONS = {"no", "without", "minus", "sans", "not", "zero", "lacking", "never", "neither", "non", "dont", "don't"}
_NEGATING_PHRASES = {(first, "the") for first in ("hold", "skip", "drop", "mute", "cut")} | {
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


def negated_phrases(tokens: Sequence[str], phrases: Sequence[Phrase]) -> set[int]:
    """Return the numbers of the phrases that are negated by words such as 'no', 'without' or 'free'."""
    by_start = {phrase.start: number for number, phrase in enumerate(phrases)}
    negated: set[int] = set()
    for start in range(len(tokens)):
        end = start + _negation(tokens, start)
        while end > start:
            while end < len(tokens) and end not in by_start and tokens[end] in _FILLERS:
                end += 1
            if end not in by_start:
                break
            negated.add(by_start[end])
            end = phrases[by_start[end]].end
            if end + 1 < len(tokens) and tokens[end] in _CONJUNCTIONS and end + 1 in by_start:
                end += 1
            elif end not in by_start or not _is_one_name(phrases[by_start[end]], phrases[by_start[end] - 1]):
                break
    return negated | {number for number, phrase in enumerate(phrases) if _is_negated_after(tokens, phrase)}


def _negation(tokens: Sequence[str], start: int) -> int:
    """Return the number of tokens of a negation at a position; 0 if there is none."""
    if tuple(tokens[start : start + 2]) in _NEGATING_PHRASES:
        return 2
    return int(tokens[start] in _NEGATIONS)


def _is_one_name(phrase: Phrase, before: Phrase) -> bool:
    """Whether two adjacent phrases are one name, such as 'rock' and 'drums'."""
    return phrase.of("drums") is not None and before.of("groove") is not None


def _is_negated_after(tokens: Sequence[str], phrase: Phrase) -> bool:
    """Whether a phrase is negated by the word after it, as in 'drum free'."""
    return phrase.end < len(tokens) and tokens[phrase.end] in ("free", "less") and bool(phrase.of("drums"))
