"""Analyses of the layers on the canvas: the partials of the ink, and the waveform of the sound."""
