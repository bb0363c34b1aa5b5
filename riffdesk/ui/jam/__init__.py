"""The jam: its dock, what goes on while it plays, and what is kept of it."""
