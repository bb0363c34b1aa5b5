"""The notes of a riff: composed or given, shown to a model or drawn as ink for it, and cut into parts."""
