"""The dock for control from outside: MIDI, OSC and shared tempo."""
