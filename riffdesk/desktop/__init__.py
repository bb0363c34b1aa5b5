"""The Linux desktop around riffdesk: its entry in the menu, the type of its files, and their thumbnails."""
