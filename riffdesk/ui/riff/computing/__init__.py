"""What riffs are computed on: the choice of a device."""
