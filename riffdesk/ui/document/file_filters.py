"""Kinds of files that dialogs offer."""

from __future__ import annotations

SOUNDS = (".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aif", ".aiff")


def file_filter(title: str, suffixes: tuple[str, ...]) -> str:
    """Return a filter of a file dialog."""
    return f"{title} ({' '.join('*' + suffix for suffix in suffixes)})"
