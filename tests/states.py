"""Documents for tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from riffdesk.sketch.sound import Sound
from riffdesk.sketch.state import State


def with_sounds(state: State, sounds: Mapping[str, Sound]) -> State:
    """Return a document whose layers sound like this, by id; like nothing where they are not named."""
    return replace(state, layers=tuple(replace(layer, sound=sounds.get(layer.id, Sound())) for layer in state.layers))
