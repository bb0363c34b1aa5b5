"""Composes scores of notes from prompts. No torch; takes milliseconds."""
