"""Painting: brush tips, strokes, and what is done to a selection."""
