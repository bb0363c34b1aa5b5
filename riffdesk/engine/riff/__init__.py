"""The render of a riff: request -> model input -> strip -> ink -> sound -> sections."""
