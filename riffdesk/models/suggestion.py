"""Settings that a model folder suggests, and the other parts of its riffdesk.json."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from riffdesk.errors import UserError
from riffdesk.language import tr

MAX_STEPS, MAX_GUIDANCE = 1_000, 30.0
"""Limits of what a recipe takes (`riffdesk.sketch.recipe`)."""
_TYPES: Mapping[str, tuple[type, ...]] = {"int": (int,), "float": (int, float), "bool": (bool,)}
"""Types in JSON of a field of a dataclass, by its annotation."""


@dataclass(frozen=True)
class Suggestion:
    """Settings that a model recommends."""

    steps: int = 30
    guidance: float = 7.0


def suggestion_in(path: Path, stored: Mapping[str, Any], usual: Suggestion) -> Suggestion:
    """Return the settings that riffdesk.json suggests, or else the usual ones; UserError for impossible ones."""
    given = known_fields(path, "suggestion", stored, Suggestion)
    suggested = replace(usual, **given)
    if not 1 <= suggested.steps <= MAX_STEPS or not 0 <= suggested.guidance <= MAX_GUIDANCE:
        raise UserError(tr("{path} suggests settings that make no sense: {given}.", path=path, given=given))
    return suggested


def known_fields(path: Path, name: str, stored: Mapping[str, Any], kind: type) -> dict[str, Any]:
    """Return the fields of a dataclass in one part of riffdesk.json, without keys that a later version may have added.

    Raises
    ------
    UserError
        If the value of a field is of another type.
    """
    types = {field.name: _TYPES[str(field.type)] for field in fields(kind)}
    known = {key: value for key, value in part_of(path, name, stored).items() if key in types}
    for key, value in known.items():
        if not isinstance(value, types[key]) or (isinstance(value, bool) and bool not in types[key]):
            raise UserError(
                tr("{path} is damaged: the {key} of its {name} makes no sense.", path=path, key=key, name=name)
            )
    return known


def part_of(path: Path, name: str, stored: Mapping[str, Any]) -> dict[str, Any]:
    """Return one part of riffdesk.json; UserError if it is no JSON object."""
    part = stored.get(name, {})
    if not isinstance(part, dict):
        raise UserError(tr("{path} is damaged: its {name} is no JSON object.", path=path, name=name))
    return part
