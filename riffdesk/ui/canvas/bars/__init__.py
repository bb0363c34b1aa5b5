"""Bars of buttons around the canvas: tools, and modifiers of their marks."""
