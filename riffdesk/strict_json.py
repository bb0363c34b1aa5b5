"""JSON from files that nobody vouches for: bounded in size and depth, and its numbers are finite.

A number that no float can hold (``NaN``, ``Infinity``, ``1e999``, four hundred digits) is read as null, so that who
asks for a number refuses that field and not the whole file.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

LONGEST = 16 * 2**20
"""Bytes of the longest text that is read where nothing else is said."""
DEEPEST = 64
"""Lists and objects that may lie in each other: what riffdesk writes needs 7."""

_WHOLE_DIGITS = 20  # of 2**64 - 1; a longer number is one of those that floats are written as


class InvalidJson(ValueError):
    """The text is no JSON, too long, or too deep; the message says which."""


def parse(text: str | bytes, *, longest: int = LONGEST) -> Any:
    """Return what a JSON text says.

    Parameters
    ----------
    text : str or bytes
        Bytes are UTF-8, with or without a byte order mark.
    longest : int
        Characters or bytes that it may have.

    Returns
    -------
    dict, list, str, int, float, bool or None
        Whole numbers have at most 20 digits; a longer one is a float. All floats are finite.

    Raises
    ------
    InvalidJson
        If it is no JSON, longer than that, or lists and objects lie in each other more than 64 deep.
    """
    if len(text) > longest:
        raise InvalidJson(f"it is longer than {longest:,} bytes")
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
        found = json.loads(text, parse_constant=_no_number, parse_float=_decimal, parse_int=_whole)
    except RecursionError as error:
        raise InvalidJson("it is nested too deeply") from error
    except ValueError as error:
        raise InvalidJson(f"it is no JSON ({error})") from error
    _check_depth(found)
    return found


def read(path: Path, *, longest: int = LONGEST) -> Any:
    """Return what a JSON file says; see `parse`.

    Raises
    ------
    InvalidJson
        As `parse` does.
    OSError
        If it cannot be read.
    """
    with path.open("rb") as file:
        return parse(file.read(longest + 1), longest=longest)


def finite(value: object) -> float | None:
    """Return a number as a float; None if it is none, a truth value, or no float can hold it."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _no_number(text: str) -> None:
    return None


def _decimal(text: str) -> float | None:
    return finite(float(text))


def _whole(text: str) -> int | float | None:
    return int(text) if len(text) <= _WHOLE_DIGITS else _decimal(text)


def _check_depth(found: object) -> None:
    level = [found]
    for _ in range(DEEPEST):
        level = [
            inner
            for outer in level
            if isinstance(outer, (dict, list))
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, (dict, list))
        ]
        if not level:
            return
    raise InvalidJson("it is nested too deeply")
