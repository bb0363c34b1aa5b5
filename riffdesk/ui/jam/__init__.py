"""The jam: its dock, its playback, and the bars that are kept of it."""
