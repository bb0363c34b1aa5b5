"""Recording from a sound input into a layer, while the sketch plays."""
