"""Copies of immutable values with other fields, and numbers as people write them."""

from __future__ import annotations

from typing import TypeVar

_Value = TypeVar("_Value")


def with_fields(value: _Value, **fields: object) -> _Value:
    """Return a copy of a frozen dataclass with other values of some fields.

    Unlike `dataclasses.replace` it does not call ``__init__`` and ``__post_init__``, which takes five times as long,
    for each movement of a stroke: the values must be of the fields' types already.
    """
    copy = object.__new__(type(value))
    copy.__dict__.update(value.__dict__, **fields)
    return copy


def decimal(text: str) -> float:
    """Return a number that is written with a decimal point or a comma; a ValueError if it is none."""
    return float(text.replace(",", "."))
