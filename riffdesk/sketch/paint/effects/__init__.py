"""Commands on the ink of a region: a module for each family, and their list in `catalogue`."""
