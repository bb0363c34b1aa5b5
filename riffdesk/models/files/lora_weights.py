"""Reads how much of each LoRA is used, which is written as ``NAME:WEIGHT``."""

from __future__ import annotations

import math
from collections.abc import Iterable
from contextlib import suppress

from riffdesk.values import decimal


def name_and_weight(text: str) -> tuple[str, float]:
    """Return name and weight of a LoRA written as ``NAME:WEIGHT``; of ``NAME`` alone the weight is 1.

    Raises
    ------
    ValueError
        If the weight is no number.
    """
    name, colon, weight = text.rpartition(":")
    return (name, decimal(weight)) if colon else (text, 1.0)


def valid_weights(texts: Iterable[str]) -> tuple[tuple[str, float], ...]:
    """Return name and weight of each LoRA; entries that are invalid, or have no weight, are left out."""
    weights = []
    for text in texts:
        with suppress(ValueError):
            name, weight = name_and_weight(text)
            if name and ":" in text and math.isfinite(weight):
                weights.append((name, weight))
    return tuple(weights)
