"""The spectrogram canvas: images of the layers, overlays, axes, and the tools."""
