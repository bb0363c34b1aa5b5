"""The notes of the active layer on the canvas: which they are, where they are, and how they are drawn."""
