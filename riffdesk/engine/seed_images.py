"""What riffs can start from by name: the seed images, rhythms and textures of 5.12 s, and a composed guide.

The images are made by ``python -m riffdesk.training seeds``; the guide is composed for each riff.
"""

from __future__ import annotations

from pathlib import Path

from riffdesk.paths import resources_dir

GUIDE = "guide"
"""Names a picture of what is composed of a riff's prompts, in its tempo and key and as long as it."""
WORDS_ALONE = "none"
"""Names no start at all."""


def seed_images() -> dict[str, Path]:
    """Return the image of each seed by its name, in alphabetical order."""
    return {path.stem: path for path in sorted((resources_dir() / "seeds").glob("*.png"))}
