"""The document in the window: files, export, history, layers."""
