"""Colours of seeds and of the walks between them."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import (
    QColor,
)

from riffdesk.sketch.recipe.timeline import RANDOM_SEED, Walk

_YELLOW, _VIOLET = 0.12, 0.82  # the hues that seeds have, from the one to the other


def seed_colour(seed: int) -> QColor:
    """Return the colour that stands for a seed; near seeds have unlike colours, and a random one is grey.

    None is red, which would look like a warning.
    """
    if seed == RANDOM_SEED:
        return QColor.fromHsvF(0.0, 0.0, 0.6)
    return QColor.fromHsvF(_YELLOW + (_VIOLET - _YELLOW) * (seed * 0.618033988749895 % 1.0), 0.55, 0.85)


def colour_at(walk: Walk, seconds: float) -> QColor:
    """Return the colour of a time: its keyframes' colours, mixed as far as the render mixes what they ask for."""
    here = walk.at(seconds)
    start, end = _parts(here.start.seed), _parts(here.end.seed)
    return QColor.fromRgbF(
        *((1 - here.alpha) * one + here.alpha * other for one, other in zip(start, end, strict=True))
    )


@lru_cache(maxsize=4_096)
def _parts(seed: int) -> tuple[float, float, float]:
    colour = seed_colour(seed)
    return colour.redF(), colour.greenF(), colour.blueF()
