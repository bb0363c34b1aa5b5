"""Notes to the user about marks and words in a prompt that are not understood. No torch: the window calls this."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from riffdesk import strict_json
from riffdesk.diffusion.prompt.syntax import BREAK, loras_in, networks_in, parse_prompt, words_at
from riffdesk.language import mark, tr, translated

WORDS_FILE = "prompt_words.json"
"""Name of the file of a model folder with the phrases that the model knows, by kind."""

_MAX_WORDS = 5  # words named in one note
_EMPTY = mark("The prompt is empty: the model plays any music.")
_AND = re.compile(r"\bAND\b")
_ALTERNATION = re.compile(r"\[[^\[\]]*\|[^\[\]]*\]")
_CHOICE = re.compile(r"\{[^{}]*\|[^{}]*\}|__[\w/-]+__")
_NO_WEIGHT = re.compile(r"\([^()\[\]]*:\s*(?P<said>[+-]?[\d.,]*\d[\d.,]*)\s*\)")
_SETTINGS = re.compile(r"^(?P<title>Negative prompt|Steps):", re.MULTILINE)
_LINE_OF_EDIT = re.compile(r"\[[^\[\]:]*:[^\[\]]*\]")
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’]|-(?=[^\W_]))*")
_SPECIAL = re.compile(r"[\[\](){}|<>]")
_STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be but by for from has have i if in into is it its like more most my no not of off on one "
        "or over so some something such that the their them then there this to two under up very where which while "
        "with without your bpm tempo beats per minute key sharp flat major minor",
    )
)


def notes_of(prompt: str, known_loras: Collection[str], known_words: Collection[str] = ()) -> tuple[str, ...]:
    """Return sentences about the parts of a prompt that are not understood; empty if all of it is.

    Parameters
    ----------
    prompt : str
        The user's prompt.
    known_loras : collection of str
        Names of the available LoRAs and textual inversions.
    known_words : collection of str
        Phrases that the model knows, see `words_by_kind`. If empty, no word is reported as unknown.
    """
    if not prompt.strip():
        return (translated(_EMPTY),)
    notes = [*_notes_of_networks(prompt, known_loras), *_notes_of_marks(prompt)]
    parts = parse_prompt(f"{words_at(prompt, 0, 1)} {words_at(prompt, 1, 1)}")
    text = " ".join(part for part, _ in parts if part != BREAK)
    if not text.strip():
        notes.append(translated(_EMPTY))
    if unknown := _unknown(text, known_loras, known_words):
        quoted = ", ".join(f"“{word}”" for word in unknown[:_MAX_WORDS])
        rest = " " + tr("and {count} more", count=len(unknown) - _MAX_WORDS) if len(unknown) > _MAX_WORDS else ""
        notes.append(
            tr("The model does not know {quoted}{rest}: it may play something else.", quoted=quoted, rest=rest)
        )
    return tuple(dict.fromkeys(notes))


def words_by_kind(folder: Path) -> dict[str, tuple[str, ...]]:
    """Return the phrases that a model knows, by kind, from its folder; empty if it lists none."""
    try:
        words = strict_json.read(folder / WORDS_FILE)
    except (OSError, ValueError):
        return {}
    groups = words.items() if isinstance(words, dict) else ()
    texts = {
        str(kind): tuple(dict.fromkeys(phrase for phrase in phrases if isinstance(phrase, str)))
        for kind, phrases in groups
        if isinstance(phrases, list)
    }
    return {kind: phrases for kind, phrases in texts.items() if phrases}


def _notes_of_networks(prompt: str, known_loras: Collection[str]) -> Iterator[str]:
    for network in networks_in(prompt):
        if not network.is_lora:
            yield tr("{text} adds nothing: riffdesk knows <lora:NAME:WEIGHT> only.", text=network.text)
        elif not loras_in(network.text, known_loras):
            yield (
                tr(
                    "There is no LoRA called “{name}” here, so {text} adds nothing. Add its file to the models.",
                    name=network.name,
                    text=network.text,
                )
            )
        elif not network.has_valid_weight:
            yield tr("The weight in {text} is no number, so the LoRA is added with a weight of 1.", text=network.text)


def _notes_of_marks(prompt: str) -> Iterator[str]:
    if match := _SETTINGS.search(prompt):
        yield tr("The text after “{text}:” is read as words. Settings have their own fields.", text=match["title"])
    if _AND.search(prompt):
        yield tr(
            "AND does not blend prompts here: all of it is read as one prompt. A timeline walks from one to another."
        )
    for found in _ALTERNATION.findall(words_at(prompt, 0, 1)):
        yield tr(
            "{mark} does not alternate here: it is read as words. [a:b:0.5] walks from one to another.", mark=found
        )
    for found in _CHOICE.findall(prompt):
        yield tr("{mark} is no random choice here: it is read as words.", mark=found)
    for match in _LINE_OF_EDIT.finditer(words_at(prompt, 0, 1)):
        if "|" not in match[0]:
            yield tr("{text} does not say where it changes, as [a:b:0.5] does: it is read as words.", text=match[0])
    for match in _NO_WEIGHT.finditer(prompt):
        if any(match["said"] in text for text, _ in parse_prompt(match[0])):
            yield tr(
                "“{word}” in {text} is no weight, such as 1.3: it is read as words.",
                word=match["said"],
                text=match[0],
            )


def _unknown(text: str, loras: Collection[str], phrases: Collection[str]) -> list[str]:
    """Return the words of a text, without stop words, that are in no phrase of the model."""
    if not phrases:
        return []
    known = {word for phrase in (*phrases, *loras) for word in _words(phrase)}
    known |= {part for word in known for part in word.split("-")} | _STOP_WORDS
    return [
        word
        for word in dict.fromkeys(_words(text))
        if len(word) > 1 and word not in known and not known.issuperset(word.split("-")) and not _plural(word, known)
    ]


def _plural(word: str, known: Collection[str]) -> bool:
    """Whether the plural or the singular of a word is known."""
    return f"{word}s" in known or (word.endswith("s") and word[:-1] in known)


def _words(text: str) -> list[str]:
    return [match[0].casefold() for match in _WORD.finditer(_SPECIAL.sub(" ", text))]
