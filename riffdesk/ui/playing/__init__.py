"""Playback in the window: transport, metronome, and the sound updates that follow the ink."""
