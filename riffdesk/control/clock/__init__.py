"""Tempo and time that are shared with others: the MIDI clock, sent and followed, and Ableton Link."""
