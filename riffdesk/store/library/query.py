"""Searches in the library: the words that a user types, as a condition of SQL."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.sketch.music.key import key_of
from riffdesk.store.library.entry import KINDS, MAX_STARS, clean_tag
from riffdesk.values import decimal

FIELDS = ("key", "bpm", "stars", "model", "tag", "kind", "seconds", "seed", "folder", "like")
"""Fields of a search, as in ``field:value``."""

_TERM = re.compile(r'(?:(?P<field>[A-Za-z]+):)?(?P<value>"[^"]*"?|\S+)')
_RANGE = re.compile(r"(?P<low>\d+(?:[.,]\d+)?)?(?P<dash>-)?(?P<high>\d+(?:[.,]\d+)?)?")
_MAX_TERMS = 32
_MAX_LENGTH = 1_000
_MAX_DIGITS = 13
_BPM_TOLERANCE = 0.5

Value = str | float | int


@dataclass(frozen=True)
class Query:
    """A search as parts of an SQL statement.

    Parameters
    ----------
    words : str
        Expression for FTS5; '' for any words.
    condition : str
        Condition on the table entries; '' for none.
    values : tuple
        Values of its parameters.
    problems : tuple of str
        Sentences for the user about terms that were left out.
    like : int
        Id of an entry; results are ordered by similarity to it. 0 for none.
    """

    words: str = ""
    condition: str = ""
    values: tuple[Value, ...] = ()
    problems: tuple[str, ...] = ()
    like: int = 0


def query_of(text: str) -> Query:
    """Return the query of a text such as ``slow piano key:Am bpm:80-100 stars:3 model:starter tag:night``.

    Words match the beginnings of words of name, prompt, tags and model. ``stars:3`` means three or more. Terms that
    make no sense are left out, with a sentence; nothing is an error.
    """
    words: list[str] = []
    conditions: list[str] = []
    values: list[Value] = []
    problems: list[str] = []
    like = 0
    for count, match in enumerate(_TERM.finditer(text[:_MAX_LENGTH])):
        if count == _MAX_TERMS:
            problems.append(tr("Only the first {max_terms} words of the search count.", max_terms=_MAX_TERMS))
            break
        field, value = (match["field"] or "").lower(), match["value"].strip('"')
        if not field:
            words.extend(_word(value))
        elif field == "like" and value.isdecimal() and len(value) < _MAX_DIGITS:
            like = int(value)
        elif field not in _CONDITIONS:
            problems.append(
                tr(
                    "There is no {field}: to search for, only {fields}",
                    field=field,
                    fields=", ".join(f"{name}:" for name in FIELDS),
                )
            )
            words.extend(_word(value))
        else:
            try:
                condition, more = _CONDITIONS[field](value)
            except ValueError as error:
                problems.append(str(error))
            else:
                conditions.append(condition)
                values.extend(more)
    return Query(" AND ".join(words), " AND ".join(conditions), tuple(values), tuple(dict.fromkeys(problems)), like)


def query_of_ids(ids: Iterable[int]) -> Query:
    """Return the query that finds entries by id."""
    return Query(condition=f"entries.id IN ({','.join(str(int(one)) for one in ids)})")


def _word(value: str) -> list[str]:
    """Return a word as a prefix for FTS5, or a phrase as of ``hip-hop``; none if it has no letter or digit."""
    kept = value.replace('"', " ").replace("\0", " ")
    return [f'"{kept}"*'] if any(letter.isalnum() for letter in kept) else []


def _key(value: str) -> tuple[str, list[Value]]:
    try:
        return "entries.key = ?", [key_of(value)]
    except UserError as error:
        raise ValueError(str(error)) from error


def _bpm(value: str) -> tuple[str, list[Value]]:
    low, high = _range("bpm", value, "80-100")
    if low == high:
        low, high = low - _BPM_TOLERANCE, high + _BPM_TOLERANCE
    return "entries.tempo BETWEEN ? AND ?", [max(low, 1.0), high]


def _seconds(value: str) -> tuple[str, list[Value]]:
    low, high = _range("seconds", value, "4-10")
    return "entries.seconds BETWEEN ? AND ?", [low, high + 0.05 if low == high else high]


def _stars(value: str) -> tuple[str, list[Value]]:
    low, high = _range("stars", value, "3")
    if not 0 <= low <= MAX_STARS:
        raise ValueError(f"stars: is from 0 to {MAX_STARS}, not {value}.")
    return ("entries.stars >= ?", [low]) if low == high and low else ("entries.stars BETWEEN ? AND ?", [low, high])


def _seed(value: str) -> tuple[str, list[Value]]:
    if not value.isdecimal() or len(value) >= _MAX_DIGITS:
        raise ValueError(f"seed: needs a whole number, not {value!r:.40}.")
    return "entries.seed = ?", [int(value)]


def _model(value: str) -> tuple[str, list[Value]]:
    return r"entries.model LIKE ? ESCAPE '\'", [f"{_escaped(value)}%"]


def _tag(value: str) -> tuple[str, list[Value]]:
    if not clean_tag(value):
        raise ValueError("tag: needs a tag, as in tag:night.")
    return "entries.id IN (SELECT id FROM entry_tags WHERE tag = ?)", [clean_tag(value)]


def _kind(value: str) -> tuple[str, list[Value]]:
    if value.lower() not in KINDS:
        raise ValueError(f"kind: is one of {', '.join(KINDS)}, not {value!r:.40}.")
    return "entries.kind = ?", [value.lower()]


def _range(field: str, value: str, example: str) -> tuple[float, float]:
    """Return the bounds of a number or a range such as ``80-100``, ``80-`` or ``-100``."""
    match = _RANGE.fullmatch(value)
    if match is None or not (match["low"] or match["high"]):
        raise ValueError(f"{field}: needs a number, or a range as in {field}:{example}, not {value!r:.40}.")
    if not match["dash"]:
        return decimal(value), decimal(value)
    low = decimal(match["low"]) if match["low"] else 0.0
    high = decimal(match["high"]) if match["high"] else math.inf
    return min(low, high), max(low, high)


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _folder(value: str) -> tuple[str, list[Value]]:
    if not value:
        raise ValueError('folder: needs the name of a folder, as in folder:drums or folder:"my sounds".')
    files = r"SELECT id FROM folder_files WHERE folder IS NOT NULL AND place LIKE ? ESCAPE '\'"
    return f"entries.id IN ({files})", [f"%{_escaped(value)}%"]


def _like(value: str) -> tuple[str, list[Value]]:
    raise ValueError(f"like: needs the number of a riff, as riffdesk library list shows it, not {value!r:.40}.")


_CONDITIONS: dict[str, Callable[[str], tuple[str, list[Value]]]] = {
    "key": _key, "bpm": _bpm, "stars": _stars, "model": _model, "tag": _tag, "kind": _kind, "seconds": _seconds,
    "seed": _seed, "folder": _folder, "like": _like,
}  # fmt: skip
