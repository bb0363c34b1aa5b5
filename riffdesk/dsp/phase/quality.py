"""The qualities of a reconstructed sound, which sketches and riffs are saved with."""

from __future__ import annotations

from typing import Literal, get_args

Quality = Literal["draft", "good", "best", "reference"]
LiveQuality = Quality | Literal["instant"]
"""Those, and the one of strokes in progress."""

QUALITIES: tuple[Quality, ...] = get_args(Quality)
