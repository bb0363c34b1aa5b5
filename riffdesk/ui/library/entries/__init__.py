"""The list and grid of the library: what is drawn of each entry, and where."""
