"""The plot of the canvas: axes, images of the layers, notes, and what is drawn over them."""
