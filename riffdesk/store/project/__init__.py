"""Project files: written, read, locked, and their earlier versions."""
