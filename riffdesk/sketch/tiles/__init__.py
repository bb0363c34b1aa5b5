"""Immutable arrays in tiles along time, and sets of columns."""
