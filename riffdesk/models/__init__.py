"""Models on disk: search, description, download, and the reading of their files."""
