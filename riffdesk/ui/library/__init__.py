"""The library in the window: its panel, its folders, and the riffs that are added to it."""
