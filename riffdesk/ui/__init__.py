"""The only Qt in riffdesk."""
