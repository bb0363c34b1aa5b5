"""Parts that are composed to a score that is there."""
