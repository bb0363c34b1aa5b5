"""The dock for control from outside: MIDI notes, controllers and clock."""
