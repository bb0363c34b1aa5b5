"""Help: command palette, keyboard shortcuts, tour and messages."""
