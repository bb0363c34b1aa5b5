"""The tools of the canvas: a module for each, and their list in `all_tools`."""
