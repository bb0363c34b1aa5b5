"""Recording from a sound input: the device, the thread that reads it, and where in the sketch a recording belongs."""
