"""What riffs and sounds are like, measured for the library: length, loudness, tempo, key, picture, features."""
