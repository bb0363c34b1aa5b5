"""The library in the window: its panel, and what is kept in it."""
