"""Playing on the sound card, and sound files."""
