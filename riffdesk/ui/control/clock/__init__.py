"""The MIDI clock and Ableton Link in the window."""
