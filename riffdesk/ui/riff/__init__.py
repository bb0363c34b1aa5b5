"""From a prompt to a layer: generation, progress, continuing, variations."""
