"""Commands on the selection, and their dialogs."""
