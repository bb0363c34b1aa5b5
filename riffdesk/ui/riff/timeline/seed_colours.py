"""Colours of seeds, and of the transitions between them."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor

from riffdesk.sketch.recipe.timeline import RANDOM_SEED, Walk

_YELLOW, _VIOLET = 0.12, 0.82  # the range of hues


def seed_colour(seed: int) -> QColor:
    """Return the colour of a seed; consecutive seeds have different hues, and RANDOM_SEED is grey.

    No seed is red, which would look like a warning.
    """
    if seed == RANDOM_SEED:
        return QColor.fromHsvF(0.0, 0.0, 0.6)
    return QColor.fromHsvF(_YELLOW + (_VIOLET - _YELLOW) * (seed * 0.618033988749895 % 1.0), 0.55, 0.85)


def colour_at(walk: Walk, seconds: float) -> QColor:
    """Return the colour at a time: the colours of its two keyframes, mixed in the proportion of the render."""
    position = walk.at(seconds)
    start, end = _rgb(position.start.seed), _rgb(position.end.seed)
    return QColor.fromRgbF(
        *((1 - position.alpha) * first + position.alpha * second for first, second in zip(start, end, strict=True))
    )


@lru_cache(maxsize=4_096)
def _rgb(seed: int) -> tuple[float, float, float]:
    colour = seed_colour(seed)
    return colour.redF(), colour.greenF(), colour.blueF()
