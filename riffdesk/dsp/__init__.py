"""Arrays in, arrays out: audio to ink and back."""
