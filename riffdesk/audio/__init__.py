"""The sound card and sound files."""
