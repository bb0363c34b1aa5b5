"""Sound files: read as samples and ink, written, exported."""
