"""Line breaks in tooltips."""

from __future__ import annotations

import textwrap

_WIDTH = 72  # characters


def wrapped(text: str) -> str:
    """Return a text in lines of at most 72 characters, as Qt does not wrap plain tooltips."""
    return "\n".join(
        textwrap.fill(line, _WIDTH, break_long_words=False, break_on_hyphens=False) for line in text.splitlines()
    )
