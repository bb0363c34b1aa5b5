"""Training clips: captions, sound, images, and the shards in which they are stored."""
