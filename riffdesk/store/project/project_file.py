"""The .riff project file, a zip of JSON and arrays: names and shapes of its parts."""

from __future__ import annotations

from riffdesk.store.project.array_files import (
    Shape,
)
from riffdesk.store.project.project_facts import ProjectFacts

PROJECT = ".riff"
MAX_BYTES = 4 * 2**30  # unpacked, as a sketch is held in memory

JSON_PART = "project.json"


def is_layer_ink(shape: Shape, facts: ProjectFacts) -> bool:
    """Return whether a shape is that of a layer's ink."""
    return shape[:-2] in ((), (2,)) and shape[-2:] == (facts.params.bands, facts.columns)


def is_layer_sound(shape: Shape) -> bool:
    """Return whether a shape is that of mono or stereo sound."""
    return len(shape) == 2 and shape[0] in (1, 2)


def part_name(number: int, file: str) -> str:
    """Return the name in the zip of a file of a layer; layers are numbered from 1."""
    return f"layers/{number:02}/{file}"
