"""The seed images that come with riffdesk: rhythms and textures of 5.12 s that riffs can start from.

They are made by ``python -m riffdesk.training seeds``.
"""

from __future__ import annotations

from pathlib import Path

from riffdesk.paths import resources_dir


def seed_images() -> dict[str, Path]:
    """Return the image of each seed by its name, in alphabetical order."""
    return {path.stem: path for path in sorted((resources_dir() / "seeds").glob("*.png"))}
