"""Pictures of what is worked out from the layers: the partials of the ink, and the waveform of the sound."""
