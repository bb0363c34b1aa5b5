"""Export: the mix and one file per layer, their names, samples and levels."""
