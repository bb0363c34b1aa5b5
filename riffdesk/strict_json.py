"""Parsing JSON from untrusted files, with limits of size and depth, and finite numbers.

A number that no float can hold (``NaN``, ``Infinity``, ``1e999``, four hundred digits) is read as null, so that a
reader can reject the field rather than the file.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

MAX_BYTES = 16 * 2**20
"""Default maximum size of a text."""
MAX_DEPTH = 64
"""Maximum depth of nested lists and objects; riffdesk writes 7."""

_MAX_INTEGER_DIGITS = 20  # digits of 2**64 - 1; longer numbers are read as floats


class InvalidJson(ValueError):
    """The text is no JSON, too long, or nested too deeply."""


def parse(text: str | bytes, *, max_size: int = MAX_BYTES) -> Any:
    """Return the value of a JSON text.

    Parameters
    ----------
    text : str or bytes
        Bytes are UTF-8, with or without a byte order mark.
    max_size : int
        Maximum length in characters or bytes.

    Returns
    -------
    dict, list, str, int, float, bool or None
        Integers have at most 20 digits; longer ones are floats. All floats are finite.

    Raises
    ------
    InvalidJson
        If it is no JSON, too long, or nested more than 64 deep.
    """
    if len(text) > max_size:
        raise InvalidJson(f"it is longer than {max_size:,} bytes")
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
        parsed = json.loads(text, parse_constant=_null, parse_float=_decimal, parse_int=_integer)
    except RecursionError as error:
        raise InvalidJson("it is nested too deeply") from error
    except ValueError as error:
        raise InvalidJson(f"it is no JSON ({error})") from error
    _check_depth(parsed)
    return parsed


def read(path: Path, *, max_size: int = MAX_BYTES) -> Any:
    """Return the value of a JSON file; see `parse`.

    Raises
    ------
    InvalidJson
        As in `parse`.
    OSError
        If it cannot be read.
    """
    with path.open("rb") as file:
        return parse(file.read(max_size + 1), max_size=max_size)


def finite(value: object) -> float | None:
    """Return a finite number as a float; None for any other value, and for bool."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _null(text: str) -> None:
    return None


def _decimal(text: str) -> float | None:
    return finite(float(text))


def _integer(text: str) -> int | float | None:
    return int(text) if len(text) <= _MAX_INTEGER_DIGITS else _decimal(text)


def _check_depth(parsed: object) -> None:
    level = [parsed]
    for _ in range(MAX_DEPTH):
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
