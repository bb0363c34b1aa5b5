"""Tools that drag a tip across the active layer or the mask."""
