"""Project files of the riffdesk whose format was 4 still open, with every number that is in them."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from riffdesk.sketch.state import State
from riffdesk.store.project.opening import OpenRequest, load_project
from tests.store.project.kept import documents

DATA = Path(__file__).parent / "data"


def opened(name: str) -> State:
    return load_project(OpenRequest(DATA / f"{name}.riff"))


def test_there_is_a_file_for_each() -> None:
    assert sorted(path.stem for path in DATA.glob("*.riff")) == sorted(documents())
    assert sum(path.stat().st_size for path in DATA.glob("*.riff")) < 300_000


@pytest.mark.parametrize("name", sorted(documents()))
def test_what_is_said_about_the_sketch_and_its_layers_is_as_it_was(name: str) -> None:
    kept, after = documents()[name], opened(name)
    for field in fields(State):
        if field.name not in ("layers", "made_from"):
            assert getattr(after, field.name) == getattr(kept, field.name), field.name
    assert after.made_from == after.keyframes, "which older files do not tell"
    for one, other in zip(kept.layers, after.layers, strict=True):
        for field_name in ("id", "name", "colour", "gain_db", "pan", "mute", "solo", "recipe"):
            assert getattr(other, field_name) == getattr(one, field_name), (one.id, field_name)


@pytest.mark.parametrize("name", sorted(documents()))
def test_ink_and_sound_are_as_they_were_to_the_bit(name: str) -> None:
    kept, after = documents()[name], opened(name)
    for one, other in zip(kept.layers, after.layers, strict=True):
        np.testing.assert_array_equal(np.asarray(other.ink), np.asarray(one.ink))
        assert (one.source is None) == (other.source is None)
        if one.source is not None and other.source is not None:
            np.testing.assert_array_equal(np.asarray(other.source.audio), np.asarray(one.source.audio))
            np.testing.assert_array_equal(np.asarray(other.source.ink), np.asarray(one.source.ink))
        before, now = one.sound.audio, other.sound.audio
        assert (before is None) == (now is None)
        if before is not None:
            np.testing.assert_array_equal(np.asarray(now), np.asarray(before))


def test_columns_that_were_not_finished_are_to_be_rendered() -> None:
    """Format 4 keeps them from the first to the last, drafts among them."""
    kept = {"layers": {"b": (3, 12), "c": (0, 20), "e": (4, 6)}, "loop": {"s": (22, 23)}, "drawn": {"x": (50, 150)}}
    for name, unfinished in kept.items():
        there = {layer.id: layer.sound.pending for layer in opened(name).layers}
        assert {layer: pending for layer, pending in there.items() if pending} == unfinished


def test_a_few_numbers_of_each_by_hand() -> None:
    layers = opened("layers")
    assert np.asarray(layers.layers[0].ink)[0, :4].tolist() == [0.125, 0.5625, 0.0, 0.25]
    assert layers.keyframes[2].prompt == "slow jazz, (sax:1.2)"
    recipe = layers.layers[4].recipe
    assert recipe is not None
    assert (recipe.loras, recipe.quality) == ((("old tape", 0.5), ("funk", -0.125)), "best")
    loop = opened("loop")
    assert (loop.circular, loop.samples, loop.columns, loop.loop) == (True, 10_290, 23, 10_290)
    drawn = np.asarray(opened("drawn").layers[0].ink)
    assert (drawn.shape, np.count_nonzero(drawn), float(drawn.max())) == ((512, 512), 1_000, 0.75)
