"""What a riff is made of: keyframes, render settings, and the recipe that keeps both."""
