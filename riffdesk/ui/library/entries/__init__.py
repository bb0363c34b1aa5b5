"""The list and grid of the library: the drawing and the layout of each entry."""
