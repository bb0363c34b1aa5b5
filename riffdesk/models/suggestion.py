"""Settings that a model folder suggests."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Suggestion:
    """Settings that a model recommends."""

    steps: int = 30
    guidance: float = 7.0
