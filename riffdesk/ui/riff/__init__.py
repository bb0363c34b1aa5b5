"""Riffs in the window: generation, continuation, variations, and the progress of renders."""
