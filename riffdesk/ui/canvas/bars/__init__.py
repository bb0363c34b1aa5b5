"""Bars of buttons around the canvas: tools, and what changes their marks."""
