"""Unfinished riffs on disk, so that an interrupted render can be continued."""
