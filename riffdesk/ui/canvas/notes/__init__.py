"""The notes of the active layer on the canvas: their edits, their places, and their drawing."""
