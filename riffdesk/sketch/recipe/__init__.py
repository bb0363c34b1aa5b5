"""The settings of riffs: keyframes, render settings, and the recipe, which has both."""
