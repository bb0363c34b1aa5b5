"""What lasts: pictures and projects on disk."""
