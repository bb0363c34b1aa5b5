"""The seed timeline and the selection of its keyframes."""
