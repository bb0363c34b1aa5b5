"""Autosave, and what is offered after a crash."""
