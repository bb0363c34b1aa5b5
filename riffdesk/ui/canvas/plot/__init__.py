"""The plot of the canvas: axes, images of the layers, notes, and overlays."""
