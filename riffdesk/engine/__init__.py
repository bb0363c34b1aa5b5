"""Requests in, results out; nothing here knows a window."""
