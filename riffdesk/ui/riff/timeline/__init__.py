"""The seed timeline, and which of its keyframes are selected."""
