"""Settings that a model folder suggests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass


@dataclass(frozen=True)
class Suggestion:
    """Settings with which a model does well."""

    steps: int = 30
    guidance: float = 7.0
