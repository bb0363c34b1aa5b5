"""Tooltips: what something does and why, on lines that are short enough to read."""

from __future__ import annotations

import textwrap

_WIDTH = 72  # letters


def wrapped(text: str) -> str:
    """Return a text in lines of at most 72 letters; Qt does not break the lines of plain tooltips."""
    return "\n".join(
        textwrap.fill(line, _WIDTH, break_long_words=False, break_on_hyphens=False) for line in text.splitlines()
    )
