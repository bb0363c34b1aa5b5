"""A recipe as JSON: in projects, and as the text that sounds and images carry along."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import Field, fields
from typing import Any

from riffdesk import strict_json
from riffdesk.dsp.phase import QUALITIES
from riffdesk.errors import UserError
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe

VERSION = 1
SCORE_VERSION = 1
"""Of the score that a recipe may carry; a recipe with a newer one is read without it."""

_KIND = "riffdesk recipe"
_LONGEST = 4_000_000
_MOST_KEYFRAMES = 10_000
_MOST_LORAS = 100
_TYPES: dict[str, Callable[[Any], object]] = {"str": str, "Quality": str, "int": int, "float": float, "bool": bool}


def to_text(recipe: Recipe) -> str:
    """Return a recipe as one line of ASCII."""
    return json.dumps(to_json(recipe), allow_nan=False)


def from_text(text: object) -> Recipe | None:
    """Return the recipe that a file carries along; None if there is none in it, or one of a newer riffdesk.

    Parameters
    ----------
    text : object
        Whatever was found there.
    """
    if not isinstance(text, str) or len(text) > _LONGEST:
        return None
    try:
        return from_json(strict_json.parse(text, max_size=_LONGEST))
    except ValueError:
        return None


def to_json(recipe: Recipe) -> dict[str, object]:
    """Return a recipe as an object for `json`, always the same for the same recipe."""
    keyframes = [_written(keyframe) for keyframe in recipe.keyframes]
    loras = [[name, float(weight)] for name, weight in recipe.loras]
    told = {_KIND: VERSION, **_written(recipe), "keyframes": keyframes, "loras": loras}
    del told["score"]
    return told | ({"score": {"version": SCORE_VERSION, "text": recipe.score}} if recipe.score else {})


def from_json(told: object) -> Recipe:
    """Return the recipe of an object from `json`.

    Raises
    ------
    ValueError
        If it is none, is one of a newer riffdesk, or holds a value that makes no sense.
    """
    if not isinstance(told, dict) or not 1 <= _typed("int", told.get(_KIND)) <= VERSION:
        raise ValueError("this is no recipe, or one of a newer riffdesk")
    try:
        plain = _plain(Recipe, told | {"score": _score(told)})
        keyframes = tuple(Keyframe(**_plain(Keyframe, one)) for one in _items(told, "keyframes", _MOST_KEYFRAMES))
        return Recipe(**{**plain, "keyframes": keyframes, "loras": _loras(told)})
    except UserError as error:
        raise ValueError(str(error)) from error


def has_newer_score(told: object) -> bool:
    """Return whether the object of a recipe has a score that a newer riffdesk wrote, which `from_json` leaves out."""
    score = told.get("score") if isinstance(told, dict) else None
    return isinstance(score, dict) and type(score.get("version")) is int and score["version"] > SCORE_VERSION


def text_has_newer_score(text: object) -> bool:
    """Return whether the text that a file carries along is a recipe with a score that a newer riffdesk wrote."""
    if not isinstance(text, str) or len(text) > _LONGEST:
        return False
    try:
        return has_newer_score(strict_json.parse(text, max_size=_LONGEST))
    except ValueError:
        return False


def _score(told: dict[str, object]) -> str:
    """Return the text of a recipe's score; '' for none, or one of a newer riffdesk."""
    score = told.get("score")
    if score is None or has_newer_score(told):
        return ""
    if not isinstance(score, dict) or not isinstance(score.get("text"), str):
        raise ValueError("score makes no sense")
    return str(score["text"])


def _plain(kind: type, told: object) -> dict[str, Any]:
    """Return the texts and numbers among a dataclass's fields, each of its type; defaults for what is missing."""
    if not isinstance(told, dict):
        raise ValueError(f"{kind.__name__} is no object")
    return {field.name: _typed(str(field.type), told.get(field.name, field.default)) for field in _simple(kind)}


def _written(value: Recipe | Keyframe) -> dict[str, object]:
    """Return the texts and numbers among a dataclass's fields, each as its field's type: 7.0 for a float of 7."""
    return {field.name: _TYPES[str(field.type)](getattr(value, field.name)) for field in _simple(type(value))}


def _simple(kind: type) -> list[Field[Any]]:
    return [field for field in fields(kind) if str(field.type) in _TYPES]


def _typed(kind: str, value: object) -> Any:
    """Return a value if it is of a field's type."""
    number = strict_json.finite(value)
    match kind:
        case "str" if isinstance(value, str):
            return value.encode(errors="replace").decode()  # JSON can hold half a character, files and Qt cannot
        case "Quality" if isinstance(value, str) and value in QUALITIES:
            return value
        case "bool" if isinstance(value, bool):
            return value
        case "int" if number is not None and isinstance(value, int):
            return value
        case "float" if number is not None:
            return number
    raise ValueError(f"{value!r:.80} is no {kind}")


def _items(told: dict[str, object], key: str, most: int) -> list[object]:
    items = told.get(key, [])
    if not isinstance(items, list) or len(items) > most:
        raise ValueError(f"{key} makes no sense")
    return items


def _loras(told: dict[str, object]) -> tuple[tuple[str, float], ...]:
    loras = []
    for pair in _items(told, "loras", _MOST_LORAS):
        if not isinstance(pair, list) or len(pair) != 2:
            raise ValueError("loras makes no sense")
        loras.append((_typed("str", pair[0]), _typed("float", pair[1])))
    return tuple(loras)
