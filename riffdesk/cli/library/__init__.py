"""``riffdesk library``."""
