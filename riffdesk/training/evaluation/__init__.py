"""Evaluation of a model: measures, independent judges, reports."""
