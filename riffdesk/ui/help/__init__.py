"""Finding out what one can do: command palette, shortcuts, tour, messages."""
