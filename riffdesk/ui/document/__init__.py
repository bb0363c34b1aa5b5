"""The document in the window: opening, saving, import, export, and the panels of layers and history."""
