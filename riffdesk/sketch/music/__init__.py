"""Tempo, meter and key of a sketch."""
