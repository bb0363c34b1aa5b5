"""The main window: its commands and menus, its start and its end."""
