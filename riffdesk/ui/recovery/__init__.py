"""Autosave, and the recovery of sketches and riffs after a crash."""
