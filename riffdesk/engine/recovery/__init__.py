"""Unfinished riffs on disk: what a kill leaves of a render, so that it can be continued."""
