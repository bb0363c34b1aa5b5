"""Control from outside by MIDI: ports, messages, held keys, controllers and the clock."""
