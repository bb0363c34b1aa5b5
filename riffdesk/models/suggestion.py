"""Settings that a model folder suggests."""

from __future__ import annotations

from dataclasses import dataclass

MAX_STEPS, MAX_GUIDANCE = 1_000, 30.0
"""Limits of what a recipe takes (`riffdesk.sketch.recipe`)."""


@dataclass(frozen=True)
class Suggestion:
    """Settings that a model recommends."""

    steps: int = 30
    guidance: float = 7.0
