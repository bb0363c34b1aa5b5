"""Tempo and time that are shared with other programs: the MIDI clock, sent and followed, and Ableton Link."""
