"""The user's language: the texts of the window are written in English, and `tr` and `plural` translate them.

The language is the environment variable ``RIFFDESK_LANGUAGE``, so that engine processes inherit it. It is read when the
first text is needed. Without it texts stay English, as they do for the command line. The start of the window sets it.

Every text is a literal in the source, for `riffdesk.language.sources` collects the texts for the translators.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Mapping, Sequence

from riffdesk.language.catalogs import Messages, catalog_path, read_catalog

VARIABLE = "RIFFDESK_LANGUAGE"
ENGLISH = "en"
PSEUDO = "xx"
"""Not a language: every translated text is shown in ⟦these brackets⟧, so that others are seen."""
LANGUAGES = {"en": "English", "de": "Deutsch", "es": "Español"}
"""The languages of the window by code, in their own words."""


def use(code: str) -> None:
    """Set the language of this process and of the processes that it starts.

    Parameters
    ----------
    code : str
        A key of `LANGUAGES`, or `PSEUDO`. Texts are English for any other code.
    """
    os.environ[VARIABLE] = code
    _messages.cache_clear()
    language.cache_clear()


@functools.cache
def language() -> str:
    """Return the code of the language in use."""
    return os.environ.get(VARIABLE, "") or ENGLISH


def tr(text: str, /, *, meaning: str = "", **values: object) -> str:
    """Return a text in the user's language.

    Parameters
    ----------
    text : str
        The English text, a literal; with fields of `str.format` if there are values.
    meaning : str
        Tells apart two meanings of the same English text.
    **values
        Put into the fields. A text without values is not formatted, so that its braces stay.

    Examples
    --------
    >>> tr("Could not open {name}: {reason}", name="song.riff", reason="it is empty")
    'Could not open song.riff: it is empty'
    """
    messages = _messages()
    if messages is None:
        return text.format(**values) if values else text
    (translated,) = messages.get((text, meaning)) or (_marked(text),)
    return _filled(translated, text, values)


def plural(count: float, one: str, many: str, /, *, meaning: str = "", **values: object) -> str:
    """Return a text that depends on a number, in the user's language.

    Parameters
    ----------
    count : int or float
        The number; the field ``{count}`` of the texts.
    one, many : str
        The English texts for 1 and for every other number, both literals.
    meaning, **values
        As in `tr`.

    Examples
    --------
    >>> plural(3, "{count} layer", "{count} layers")
    '3 layers'
    """
    text = one if count == 1 else many
    messages = _messages()
    if messages is None:
        return text.format(count=count, **values)
    forms = messages.get((many, meaning))
    translated = forms[0 if count == 1 else 1] if forms else _marked(text)
    return _filled(translated, text, {"count": count, **values})


def mark(text: str) -> str:
    """Return a text unchanged: it is in a table that is made before the language is known, or that is a key.

    `translated` shows it in the user's language.
    """
    return text


def translated(text: str) -> str:
    """Return a text that was marked in its source in the user's language; another text as it is."""
    messages = _messages()
    if messages is None or not text:
        return text
    return (messages.get((text, "")) or (_marked(text),))[0]


def within(title: str) -> str:
    """Return a title as it is written within a sentence: in English with a small first letter, else unchanged."""
    return title[:1].lower() + title[1:] if language() == ENGLISH else title


def capital(text: str) -> str:
    """Return a text with a capital first letter."""
    return text[:1].upper() + text[1:]


def all_of(words: Sequence[str]) -> str:
    """Return words as a list: ``drums, bass and chords``."""
    return tr("{first} and {last}", first=", ".join(words[:-1]), last=words[-1]) if words[1:] else "".join(words)


def any_of(words: Sequence[str]) -> str:
    """Return words as a choice: ``drums, bass or chords``."""
    return tr("{first} or {last}", first=", ".join(words[:-1]), last=words[-1]) if words[1:] else "".join(words)


@functools.cache
def _messages() -> Messages | None:
    """Return the translations, which are read once; None for English."""
    code = language()
    if code == PSEUDO:
        return {}
    return read_catalog(catalog_path(code)) if code in LANGUAGES and code != ENGLISH else None


def _marked(text: str) -> str:
    return f"⟦{text}⟧" if language() == PSEUDO else text


def _filled(translated: str, text: str, values: Mapping[str, object]) -> str:
    """Return a translation with its values; the English text if it has other fields."""
    if not values:
        return translated
    try:
        return translated.format(**values)
    except (KeyError, IndexError, ValueError):
        return text.format(**values)
