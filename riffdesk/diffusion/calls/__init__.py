"""Calls of networks: how many rows at once, and recorded on a graphics card."""
