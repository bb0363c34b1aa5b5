"""The Python API, and how its arguments become requests of the engine."""
