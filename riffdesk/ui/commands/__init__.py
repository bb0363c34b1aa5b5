"""The commands of the window, and its menus."""
