"""Scores as MIDI files."""
