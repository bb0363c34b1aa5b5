"""The main window: its start, its parts and their connections, and its end."""
