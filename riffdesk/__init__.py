"""riffdesk: a desktop music sketchpad. Draw a spectrogram, hear it, export stems."""

__version__ = "0.1.0"
