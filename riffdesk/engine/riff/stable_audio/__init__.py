"""Riffs with Stable Audio 3, which makes sound; the ink follows from it."""
