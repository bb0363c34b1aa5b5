"""Sections of a riff, and their merge into a layer."""
