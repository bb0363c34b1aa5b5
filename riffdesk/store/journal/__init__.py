"""The journal of an unsaved sketch: autosave and recovery after a crash."""
