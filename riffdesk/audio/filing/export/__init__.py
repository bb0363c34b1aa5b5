"""Export: the mix and one file per layer, from what is written to how loud it is."""
