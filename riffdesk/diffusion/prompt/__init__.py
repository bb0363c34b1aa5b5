"""Prompts: their syntax, their embeddings, and notes on what a model does not understand."""
