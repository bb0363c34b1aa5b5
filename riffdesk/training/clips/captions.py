"""Captions of clips in varied words: with synonyms, in any order, with omissions and with meaningless words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from riffdesk.compose.clip_spec import ClipSpec
from riffdesk.compose.genres import GENRES
from riffdesk.compose.vocabulary import (
    ALONE_WORDS,
    DENSITY_WORDS,
    DRUM_NOUNS,
    FAMILIES,
    GROOVE_WORDS,
    GROOVES,
    HOME_TONIC,
    MODE_WORDS,
    NO_DRUMS_WORDS,
    PLAYING_WORDS,
    REGISTER_WORDS,
    TEMPO_WORDS,
    TONIC_NAMES,
    WALTZ_WORDS,
    instrument_name,
)

_NEUTRAL = (
    "music", "sound", "recording", "track", "piece", "nice", "beautiful", "great", "some", "please", "make", "me",
    "with", "the", "of", "my", "style", "vibe", "feel", "good", "cool", "warm", "studio", "quality", "old", "new",
    "song", "playing", "in", "for", "from", "hello", "something", "like", "very", "really", "a bit", "best",
)  # fmt: skip
_PLAIN_SHARE = 0.12
_RETRACTED_SHARE = 0.03
"""Share of the captions without drums that name drums and then exclude them."""


def caption_of(spec: ClipSpec, rng: np.random.Generator) -> str:
    """Return a caption of a clip. Different generators give different words, order and completeness.

    If the genre usually has drums and the clip has none, the caption says so. A few captions name drums and exclude
    them at the end, as negative prompts are passed to the model.
    """
    if rng.random() < _PLAIN_SHARE:
        return plain_prompt(spec)
    phrases: list[str] = []
    key, may_say_mode = _key(spec, rng)
    genre_said = bool(spec.genre) and rng.random() < 0.85
    if genre_said:
        phrases.append(_genre_phrase(spec, rng))
    if spec.family and rng.random() < (0.45 if genre_said else 0.97):
        phrases.append(_instrument_phrase(spec, may_say_mode, rng))
    if spec.drums and rng.random() < (0.4 if genre_said else 0.96 if spec.family else 1.0):
        phrases.append(_drum_phrase(spec, rng))
    if spec.bass and rng.random() < (0.4 if genre_said else 0.92):
        phrases.append(_pick(("bass", "a bass line", "bass", "bassline", "bass guitar"), rng))
    expected = genre_said and "" not in GENRES[spec.genre].grooves
    if not spec.drums and (expected or rng.random() < 0.4):
        phrases.append(_pick(NO_DRUMS_WORDS, rng))
    phrases += _details(spec, rng)
    phrases += [key] if key else []
    if rng.random() < 0.5:
        order = rng.permutation(len(phrases))
        phrases = [phrases[i] for i in order]
    text = _joined(phrases, rng)
    if rng.random() < 0.25:
        text = _with_noise(text, rng)
    if not spec.drums and rng.random() < _RETRACTED_SHARE:
        drums = _drum_phrase(replace(spec, groove=_pick(GROOVES, rng)), rng)
        text = _joined([text, drums], rng) + ", " + _pick(NO_DRUMS_WORDS, rng)
    return text.upper() if rng.random() < 0.02 else text


def says_tempo(caption: str, spec: ClipSpec) -> bool:
    """Return whether a caption names a clip's tempo as a number."""
    return re.search(rf"(?<!\d){spec.bpm}(?!\d)", caption) is not None


def says_key(caption: str, spec: ClipSpec) -> bool:
    """Return whether a caption names a clip's key, or, for the home key, its mode alone."""
    if not _has_name(spec):
        return False
    key = f"{TONIC_NAMES[spec.tonic]} {spec.mode}"
    words = [key, *MODE_WORDS[spec.mode]] if _is_home_key(spec) else [key]
    return re.search(rf"\b(?:{'|'.join(words)})\b", caption, re.IGNORECASE) is not None


def plain_prompt(spec: ClipSpec) -> str:
    """Return the plain prompt of a spec: all of it in the usual words, except the tonic of the home key."""
    parts = []
    if spec.family:
        parts.append(f"{name_of(spec)} {spec.playing}")
    parts.append(f"{'waltz' if spec.waltz else spec.groove} drums" if spec.drums else "no drums")
    if spec.bass:
        parts.append("bass")
    if spec.family and _has_name(spec):
        parts.append(spec.mode if _is_home_key(spec) else f"{TONIC_NAMES[spec.tonic]} {spec.mode}")
    return ", ".join([*parts, f"{spec.bpm} bpm"])


def name_of(spec: ClipSpec) -> str:
    """Return the usual name of a spec's instrument, more specific than the family where there is one."""
    return instrument_name(spec.family, spec.sound)


def prompt_phrases() -> dict[str, list[str]]:
    """Return the phrases that the model knows, by kind, the usual ones first, for completion in the prompt field."""
    specific = [name for family in FAMILIES.values() for names in family.specific.values() for name in names]
    tables: dict[str, list[tuple[str, ...]]] = {
        "instrument": [family.words for family in FAMILIES.values()] + [tuple(specific)],
        "drums": [tuple(f"{word} drums" for word in words) for words in (*GROOVE_WORDS.values(), WALTZ_WORDS)],
        "playing": list(PLAYING_WORDS.values()),
        "genre": [genre.words for genre in GENRES.values()],
        "tempo": list(TEMPO_WORDS.values()),
        "key": [tuple(f"{tonic} {mode}" for tonic in TONIC_NAMES.values()) for mode in MODE_WORDS],
        "mood": list(MODE_WORDS.values()),
        "register": list(REGISTER_WORDS.values()),
        "density": list(DENSITY_WORDS.values()),
        "without": [NO_DRUMS_WORDS],
    }
    return {kind: list(dict.fromkeys(word for words in table for word in words)) for kind, table in tables.items()}


def caption_words() -> list[str]:
    """Return all words of captions, for the tokenizer."""
    from riffdesk.compose.vocabulary import HIGHEST_BPM, LOWEST_BPM

    phrases: list[str] = [*_NEUTRAL, *NO_DRUMS_WORDS, *ALONE_WORDS, *DRUM_NOUNS, *WALTZ_WORDS, *_TEMPLATE_WORDS]
    for family in FAMILIES.values():
        phrases += family.words
        for names in family.specific.values():
            phrases += names
    for table in (GROOVE_WORDS, PLAYING_WORDS, MODE_WORDS, TEMPO_WORDS, REGISTER_WORDS, DENSITY_WORDS):
        for words in table.values():
            phrases += words
    for genre in GENRES.values():
        phrases += genre.words
    phrases += TONIC_NAMES.values()
    phrases += [str(bpm) for bpm in range(LOWEST_BPM, HIGHEST_BPM + 1)]
    return sorted({word for phrase in phrases for word in phrase.lower().split()})


_TEMPLATE_WORDS = (
    "a", "an", "the", "and", "with", "over", "on", "in", "at", "of", "for", "by", "to", "played", "playing", "plays",
    "play", "bpm", "beats", "per", "minute", "tempo", "key", "music", "song", "track", "piece", "beat", "style",
    "groove", "loop", "solo", "instrument", "feel", "alone", "bass", "line", "guitar", "notes", "note", "band", "duo",
    ",", ".", "!", "?", "-", "s", "'", "(", ")", ":", ";", "/", "&",
)  # fmt: skip


def _pick(options: Sequence[str], rng: np.random.Generator) -> str:
    return options[int(rng.integers(len(options)))]


def _has_name(spec: ClipSpec) -> bool:
    """Return whether the clip is in a key with a name in the vocabulary."""
    return bool(spec.mode) and spec.tonic in TONIC_NAMES


def _is_home_key(spec: ClipSpec) -> bool:
    return spec.tonic == HOME_TONIC


def _genre_phrase(spec: ClipSpec, rng: np.random.Generator) -> str:
    word = _pick(GENRES[spec.genre].words, rng)
    return _pick(("{}", "{}", "{} music", "a {} song", "{} track", "{} style", "{} loop"), rng).format(word)


def _key(spec: ClipSpec, rng: np.random.Generator) -> tuple[str, bool]:
    """Return the phrase for the key, '' for none, and whether other phrases may name the mode.

    A mode without a tonic means the home key, so for other keys it is not named.
    """
    if not spec.family or not _has_name(spec):
        return "", False
    at_home = _is_home_key(spec)
    if rng.random() < (0.25 if at_home else 0.5):
        shape = _pick(("in {} {}", "in {} {}", "{} {}", "in the key of {} {}"), rng)
        return shape.format(TONIC_NAMES[spec.tonic], spec.mode), True
    if at_home and rng.random() < 0.6:
        return _pick(MODE_WORDS[spec.mode], rng), True
    return "", at_home


def _instrument_phrase(spec: ClipSpec, may_say_mode: bool, rng: np.random.Generator) -> str:
    family = FAMILIES[spec.family]
    specific = family.specific.get(spec.sound)
    options = specific if specific and rng.random() < (0.85 if spec.family in ("brass", "mallets") else 0.5) else None
    name = _pick(options or family.words, rng)
    details = []
    if spec.register != "middle" and rng.random() < 0.55:
        details.append(_pick(REGISTER_WORDS[spec.register], rng))
    if spec.density != "medium" and rng.random() < 0.45:
        details.append(_pick(DENSITY_WORDS[spec.density], rng))
    if may_say_mode and rng.random() < 0.35:
        details.append(_pick(MODE_WORDS[spec.mode], rng))
    prefix = " ".join(details)
    if rng.random() < 0.2:
        return _pick(("{0} {1}", "a {0} {1}", "{1} {0}"), rng).format(prefix, name).strip()
    playing = _pick(PLAYING_WORDS[spec.playing], rng)
    shapes = (
        "{0} {1} {2}", "{0} {1} {2}", "{0} {2} on {1}", "{0} {2} played on a {1}", "a {1} playing a {0} {2}",
        "{1} {2} {0}", "{0} {1}, {2}", "a {0} {1} {2}", "{1} plays {0} {2}", "{2}, {0} {1}",
    )  # fmt: skip
    return _pick(shapes, rng).format(prefix, name, playing)


def _drum_phrase(spec: ClipSpec, rng: np.random.Generator) -> str:
    noun = _pick(DRUM_NOUNS, rng)
    if spec.family and rng.random() < 0.12:
        return noun
    words = WALTZ_WORDS if spec.waltz else GROOVE_WORDS[spec.groove]
    word = _pick(words[:2] if rng.random() < 0.5 else words, rng)
    details = []
    if not spec.family and spec.density != "medium" and rng.random() < 0.6:
        details.append(_pick(DENSITY_WORDS[spec.density], rng))
    if not spec.family and rng.random() < 0.3:
        details.append(_pick(TEMPO_WORDS[spec.tempo], rng))
    shape = _pick(("{0} {1} {2}", "{0} {1} {2}", "{0} {1} {2}", "a {0} {1} {2}", "{0} {2}, {1}"), rng)
    text = shape.format(" ".join(details), word, noun)
    return text + (" " + _pick(ALONE_WORDS, rng) if not spec.family and rng.random() < 0.15 else "")


def _details(spec: ClipSpec, rng: np.random.Generator) -> list[str]:
    details = []
    if rng.random() < 0.7:
        shape = _pick(("{} bpm", "{} bpm", "at {} bpm", "{}bpm", "{} beats per minute", "tempo {}"), rng)
        details.append(shape.format(spec.bpm))
    if rng.random() < 0.35:
        details.append(_pick(TEMPO_WORDS[spec.tempo], rng))
    return details


def _joined(phrases: list[str], rng: np.random.Generator) -> str:
    if not phrases:
        return ""
    joints = (", ", ", ", " ", " with ", " and ", " over ", " - ", ". ")
    text = phrases[0]
    for phrase in phrases[1:]:
        text += _pick(joints, rng) + phrase
    return " ".join(text.split())


def _with_noise(text: str, rng: np.random.Generator) -> str:
    """Return a text with one to three meaningless words, real or invented, which the model has to ignore."""
    words = text.split()
    for _ in range(int(rng.integers(1, 4))):
        if rng.random() < 0.5:
            extra = _pick(_NEUTRAL, rng)
        else:
            letters = "etaoinshrdlucmfwypvbgkjqxz"
            extra = "".join(_pick(letters, rng) for _ in range(int(rng.integers(3, 11))))
        words.insert(int(rng.integers(len(words) + 1)), extra)
    return " ".join(words)
