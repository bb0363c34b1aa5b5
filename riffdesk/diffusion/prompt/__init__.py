"""Prompts: their syntax, their embeddings, and notes on words that a model does not know."""
