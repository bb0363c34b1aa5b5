"""Writes and reads recipes as JSON, for projects and for the metadata of sounds and images."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import Field, fields
from typing import Any

from riffdesk import strict_json
from riffdesk.dsp.phase.quality import QUALITIES
from riffdesk.errors import UserError
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe

VERSION = 1
SCORE_VERSION = 1
"""Version of the score in a recipe; a newer one is left out."""

_KIND = "riffdesk recipe"
_MAX_LENGTH = 4_000_000
_MAX_KEYFRAMES = 10_000
_MAX_LORAS = 100
_MAX_BLENDED = 100
_TYPES: dict[str, Callable[[Any], object]] = {"str": str, "Quality": str, "int": int, "float": float, "bool": bool}


def to_text(recipe: Recipe) -> str:
    """Return a recipe as one line of ASCII."""
    return json.dumps(to_json(recipe), allow_nan=False)


def from_text(text: object) -> Recipe | None:
    """Return the recipe in a file's metadata; None if it is invalid or of a newer riffdesk.

    Parameters
    ----------
    text : object
        Value of the metadata, of any type.
    """
    if not isinstance(text, str) or len(text) > _MAX_LENGTH:
        return None
    try:
        return from_json(strict_json.parse(text, max_size=_MAX_LENGTH))
    except ValueError:
        return None


def to_json(recipe: Recipe) -> dict[str, object]:
    """Return a recipe as an object for `json`, equal for equal recipes."""
    keyframes = [_json_values(keyframe) | blend_json(keyframe) for keyframe in recipe.keyframes]
    loras = [[name, float(weight)] for name, weight in recipe.loras]
    content = {_KIND: VERSION, **_json_values(recipe), "keyframes": keyframes, "loras": loras}
    del content["score"]
    return content | ({"score": {"version": SCORE_VERSION, "text": recipe.score}} if recipe.score else {})


def from_json(content: object) -> Recipe:
    """Return the recipe of an object from `json`.

    Raises
    ------
    ValueError
        If it is no recipe, is of a newer riffdesk, or has an invalid value.
    """
    if not isinstance(content, dict) or not 1 <= _typed("int", content.get(_KIND)) <= VERSION:
        raise ValueError("this is no recipe, or one of a newer riffdesk")
    try:
        values = _simple_values(Recipe, content | {"score": _score(content)})
        keyframes = tuple(
            Keyframe(**_simple_values(Keyframe, item), blend=_pairs(item, "blend", _MAX_BLENDED))
            for item in _items(content, "keyframes", _MAX_KEYFRAMES)
        )
        return Recipe(**{**values, "keyframes": keyframes, "loras": _pairs(content, "loras", _MAX_LORAS)})
    except UserError as error:
        raise ValueError(str(error)) from error


def blend_json(keyframe: Keyframe) -> dict[str, object]:
    """Return the blend of a keyframe for `json`; nothing if it has none."""
    return {"blend": [[prompt, float(weight)] for prompt, weight in keyframe.blend]} if keyframe.blend else {}


def has_newer_score(content: object) -> bool:
    """Whether the object of a recipe has a score of a newer riffdesk, which `from_json` leaves out."""
    score = content.get("score") if isinstance(content, dict) else None
    return isinstance(score, dict) and type(score.get("version")) is int and score["version"] > SCORE_VERSION


def text_has_newer_score(text: object) -> bool:
    """Whether the text in a file's metadata is a recipe with a score of a newer riffdesk."""
    if not isinstance(text, str) or len(text) > _MAX_LENGTH:
        return False
    try:
        return has_newer_score(strict_json.parse(text, max_size=_MAX_LENGTH))
    except ValueError:
        return False


def _score(content: dict[str, object]) -> str:
    """Return the text of a recipe's score; '' for none, or one of a newer riffdesk."""
    score = content.get("score")
    if score is None or has_newer_score(content):
        return ""
    if not isinstance(score, dict) or not isinstance(score.get("text"), str):
        raise ValueError("score makes no sense")
    return str(score["text"])


def _simple_values(kind: type, content: object) -> dict[str, Any]:
    """Return the values of a dataclass's simple fields, with defaults for missing ones."""
    if not isinstance(content, dict):
        raise ValueError(f"{kind.__name__} is no object")
    return {
        field.name: _typed(str(field.type), content.get(field.name, field.default)) for field in _simple_fields(kind)
    }


def _json_values(value: Recipe | Keyframe) -> dict[str, object]:
    """Return a dataclass's simple fields converted to their types, such as 7.0 for a float of 7."""
    return {field.name: _TYPES[str(field.type)](getattr(value, field.name)) for field in _simple_fields(type(value))}


def _simple_fields(kind: type) -> list[Field[Any]]:
    return [field for field in fields(kind) if str(field.type) in _TYPES]


def _typed(kind: str, value: object) -> Any:
    """Return a value if it has a field's type; else raise ValueError."""
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


def _items(content: dict[str, object], key: str, maximum: int) -> list[object]:
    items = content.get(key, [])
    if not isinstance(items, list) or len(items) > maximum:
        raise ValueError(f"{key} makes no sense")
    return items


def _pairs(content: Any, key: str, maximum: int) -> tuple[tuple[str, float], ...]:
    """Return pairs of a text and a number; none where the key is missing."""
    pairs = []
    for pair in _items(content, key, maximum):
        if not isinstance(pair, list) or len(pair) != 2:
            raise ValueError(f"{key} makes no sense")
        pairs.append((_typed("str", pair[0]), _typed("float", pair[1])))
    return tuple(pairs)
