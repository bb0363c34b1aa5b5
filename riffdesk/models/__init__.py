"""Models as they lie on disk: found, described, fetched, and their files read."""
