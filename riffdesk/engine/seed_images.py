"""Named inits of riffs: the seed images, rhythms and textures of 5.12 s, and a composed guide.

The images are made by ``python -m riffdesk.training seeds``; the guide is composed for each riff.
"""

from __future__ import annotations

from pathlib import Path

from riffdesk.paths import resources_dir

GUIDE = "guide"
"""Name of the guide: a picture of the score composed for a riff's prompts."""
WORDS_ALONE = "none"
"""Name of an empty init: the riff is made from words alone."""


def init_of_layer(layer: str) -> str:
    """Return how a recipe names a layer that a riff is made from: by its name, unless an init here has that name."""
    return f"{layer} (layer)" if layer in (GUIDE, WORDS_ALONE, *seed_images()) else layer


def seed_images() -> dict[str, Path]:
    """Return the image of each seed by its name, in alphabetical order."""
    return {path.stem: path for path in sorted((resources_dir() / "seeds").glob("*.png"))}
