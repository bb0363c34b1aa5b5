"""Line breaks in tooltips."""

from __future__ import annotations

import textwrap
from functools import lru_cache

_WIDTH = 72  # characters


@lru_cache(maxsize=1_024)
def wrapped(text: str) -> str:
    """Return a text in lines of at most 72 characters, as Qt does not wrap plain tooltips."""
    if len(text) <= _WIDTH:
        return text
    return "\n".join(
        textwrap.fill(line, _WIDTH, break_long_words=False, break_on_hyphens=False) for line in text.splitlines()
    )
