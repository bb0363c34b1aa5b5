"""Where sound is computed: on the graphics card if torch can use one, else on the processor."""

from __future__ import annotations

from functools import cache


@cache
def sound_device() -> str:
    """Return ``cuda`` or ``cpu``."""
    import torch

    return "cuda" if torch.cuda.is_available() else "cpu"
