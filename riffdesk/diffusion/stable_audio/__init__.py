"""Stable Audio 3: its loaded networks, and its sampler."""
