"""Training clips: captions, sound, pictures, and the shards that keep them."""
