"""Tools that select a part of the picture."""
