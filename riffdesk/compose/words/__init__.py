"""From the words of a prompt to the spec of a riff."""
