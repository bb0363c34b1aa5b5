"""The document: plain data and numpy, no Qt."""
