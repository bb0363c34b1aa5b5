"""Spectrogram images, masks and other pictures as files."""
