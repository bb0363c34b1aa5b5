"""Analysis of riffs and sounds for the library: length, loudness, tempo, key, picture, features."""
