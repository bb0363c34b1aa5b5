"""The device that riffs are computed on."""
