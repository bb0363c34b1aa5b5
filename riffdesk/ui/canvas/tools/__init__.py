"""The tools of the canvas: one module for each, and `all_tools`, which lists them."""
