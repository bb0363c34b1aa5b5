"""Composes riffs: what is asked for to a score of notes. No torch; milliseconds."""
