"""Parts that are composed to an existing score."""
