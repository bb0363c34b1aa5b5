"""Painting: brush tips, strokes, and edits of a selection."""
