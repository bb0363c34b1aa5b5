"""The user's own folders in the library: added, read in the background, shown and removed."""
