"""Playing in the window: transport, metronome, sound that follows the ink."""
