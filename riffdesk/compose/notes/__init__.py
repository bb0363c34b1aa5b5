"""Notes of a score that are edited by hand, or read from ink."""
