"""A layer that is made piece by piece: what is there of it, what undo brings back, what is painted meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from riffdesk.sketch.growth import Growth, Kept, grow_inside, grow_longer, grow_new

from riffdesk.sketch.brush import BrushTip, Stroke
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.recipe import Recipe
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound, SoundPatch
from riffdesk.sketch.timeline import Keyframe

HOP = 441
RECIPE = Recipe("starter", (Keyframe(prompt="flute"),), 10.0, 12)


@dataclass(frozen=True, eq=False)
class Part:
    column: int
    ink: np.ndarray
    sample: int
    audio: np.ndarray


def part(start: int, stop: int, level: float = 0.5, lag: int = 10) -> Part:
    """Ink of columns, and the sound of as many that are ``lag`` columns earlier, but for the first."""
    first, last = max(0, start - lag) * HOP, (stop - lag) * HOP
    rng = np.random.default_rng(start)
    ink = (level * (0.5 + 0.5 * rng.random((512, stop - start)))).astype(np.float32)
    return Part(start, ink, first, (level * rng.standard_normal((1, last - first))).astype(np.float32))


@pytest.fixture
def sketch() -> Sketch:
    return Sketch()


def begun(sketch: Sketch, columns: int = 1_000) -> Growth:
    layer = Layer(np.zeros((512, columns), np.float32), "riff", recipe=RECIPE)
    return grow_new(sketch, layer, part(0, 300), samples=columns * HOP)


def whole(sketch: Sketch) -> Layer:
    """A layer of 1,000 columns with sound."""
    sounding = part(0, 1_000, 0.3, lag=0)
    layer = Layer(sounding.ink.copy(), "riff", recipe=RECIPE)
    return sketch.add_layer(layer, Sound(sounding.audio.copy()), samples=1_000 * HOP)


def audio_of(sketch: Sketch, layer_id: str) -> np.ndarray:
    audio = sketch.sound(layer_id).audio
    assert audio is not None
    return audio


def test_a_layer_appears_with_its_first_piece_and_grows_to_what_all_pieces_are(sketch: Sketch) -> None:
    told: list[Change] = []
    growth = begun(sketch)
    assert sketch.columns == 1_000
    assert audio_of(sketch, growth.layer_id).shape == (1, 290 * HOP)
    assert not sketch.active_layer.ink[:, 300:].any()
    sketch.subscribe(told.append)
    pieces = [
        part(300, 700),
        part(700, 1_000),
        Part(1_000, np.zeros((512, 0), np.float32), 990 * HOP, part(0, 20).audio),
    ]
    for piece in pieces:
        growth.grow(piece)
    assert [change.columns for change in told if change.what == "ink"] == [(300, 700), (700, 1_000), (1_000, 1_000)]
    assert [change.what for change in told if change.what == "state"] == []
    expected = [part(0, 300), *pieces]
    layer = sketch.active_layer
    assert (layer.ink == np.concatenate([one.ink for one in expected], axis=1)).all()
    assert (audio_of(sketch, layer.id) == np.concatenate([one.audio for one in expected], axis=1)).all()
    assert sketch.sound(layer.id).unfinished is None


def test_what_was_handed_out_never_changes_and_nothing_is_copied(sketch: Sketch) -> None:
    growth = begun(sketch)
    first = audio_of(sketch, growth.layer_id)
    before = first.copy()
    growth.grow(part(300, 700))
    second = audio_of(sketch, growth.layer_id)
    assert second is not first
    assert second.base is first.base
    assert (first == before).all()


def test_a_growing_layer_is_one_step_and_undo_takes_it_away_with_what_came_since(sketch: Sketch) -> None:
    growth = begun(sketch)
    growth.grow(part(300, 700))
    assert growth.alive
    sketch.undo()
    assert not growth.alive
    assert len(sketch.layers) == 1
    assert sketch.columns == 512
    sketch.redo()
    assert growth.alive
    assert sketch.active_layer.ink[:, 300:700].all()
    assert audio_of(sketch, growth.layer_id).shape[1] == 690 * HOP


def test_a_stroke_on_what_is_there_stays_and_so_does_one_where_nothing_was_yet(sketch: Sketch) -> None:
    growth = begun(sketch)
    Stroke(sketch, BrushTip(10, 1.0, 1.0), (100, 200)).commit()
    Stroke(sketch, BrushTip(10, 1.0, 1.0), (500, 200)).commit()
    growth.grow(part(300, 700))
    ink = sketch.active_layer.ink
    assert (ink[200, 100], ink[200, 500]) == (1, 1)
    assert ink[100, 500] == part(300, 700).ink[100, 200]
    stale = sketch.sound(growth.layer_id).stale
    assert [start <= place < stop for (start, stop), place in zip(stale, (100, 500), strict=True)] == [True, True]


def test_a_draft_made_meanwhile_stays_and_the_riff_goes_on(sketch: Sketch) -> None:
    growth = begun(sketch)
    before = audio_of(sketch, growth.layer_id)
    sketch.ink_changed(growth.layer_id, (50, 60))
    sketch.begin_rendering(growth.layer_id, (50, 60))
    patch = np.full((1, 10 * HOP), 0.25, np.float32)
    sketch.end_rendering(growth.layer_id, SoundPatch(50 * HOP, patch, 1_000 * HOP))
    growth.grow(part(300, 700))
    audio = audio_of(sketch, growth.layer_id)
    assert (audio[:, 50 * HOP : 60 * HOP] == 0.25).all()
    assert (audio[:, : 50 * HOP] == before[:, : 50 * HOP]).all()
    assert (audio[:, 290 * HOP : 690 * HOP] == part(300, 700).audio).all()


def test_a_change_of_length_meanwhile_can_be_undone_and_nothing_is_missing(sketch: Sketch) -> None:
    growth = begun(sketch)
    sketch.set_length(5.0)
    growth.grow(part(300, 700))
    assert sketch.active_layer.ink.shape == (512, 500)
    assert sketch.active_layer.ink[:, 300:].all()
    sketch.undo()
    growth.grow(part(700, 1_000))
    assert sketch.active_layer.ink.all()


def test_a_part_that_is_made_anew_comes_back_by_undo_in_ink_and_sound(sketch: Sketch) -> None:
    layer = whole(sketch)
    ink, audio = layer.ink.copy(), audio_of(sketch, layer.id).copy()
    recipe = Recipe("starter", (Keyframe(prompt="drums"),), 10.0, 12)
    growth = grow_inside(sketch, layer.id, "Repaint", recipe, Kept(ink, audio_of(sketch, layer.id)))
    pieces = (part(200, 400, 0.9), part(400, 600, 0.9))
    for piece in pieces:
        growth.grow(piece)
    assert sketch.history.undo_name == "Repaint"
    assert sketch.active_layer.recipe == recipe
    assert (layer.ink[:, 200:600] == np.concatenate([piece.ink for piece in pieces], axis=1)).all()
    after_ink, after = layer.ink.copy(), audio_of(sketch, layer.id).copy()
    assert (after[:, 190 * HOP : 590 * HOP] == np.concatenate([piece.audio for piece in pieces], axis=1)).all()
    assert (after[:, : 190 * HOP] == audio[:, : 190 * HOP]).all()
    assert sketch.sound(layer.id).unfinished is None
    sketch.undo()
    assert not growth.alive
    assert sketch.active_layer.recipe == RECIPE
    assert (layer.ink == ink).all()
    assert (audio_of(sketch, layer.id) == audio).all()
    assert sketch.sound(layer.id).unfinished is None
    sketch.redo()
    assert (layer.ink == after_ink).all()
    assert (audio_of(sketch, layer.id) == after).all()
    assert sketch.active_layer.recipe == recipe


def test_sound_that_is_not_as_it_was_around_a_new_part_has_that_part_made_to_fit(sketch: Sketch) -> None:
    layer = whole(sketch)
    growth = grow_inside(sketch, layer.id, "Repaint", RECIPE, Kept(layer.ink.copy(), audio_of(sketch, layer.id)))
    other = np.full((1, 1_000 * HOP), 0.1, np.float32)
    sketch.refine(layer.id, (0, 100), SoundPatch(0, other, other.shape[1]))
    growth.grow(part(200, 400))
    assert audio_of(sketch, layer.id) is other
    assert sketch.sound(layer.id).stale == ((200, 400),)


def test_sound_refined_elsewhere_meanwhile_does_not_matter(sketch: Sketch) -> None:
    layer = whole(sketch)
    growth = grow_inside(sketch, layer.id, "Repaint", RECIPE, Kept(layer.ink.copy(), audio_of(sketch, layer.id)))
    other = audio_of(sketch, layer.id).copy()
    other[:, : 100 * HOP] = 0.1
    sketch.refine(layer.id, (0, 100), SoundPatch(0, other, other.shape[1]))
    growth.grow(part(200, 400))
    growth.grow(part(400, 600))
    audio = audio_of(sketch, layer.id)
    assert sketch.sound(layer.id).stale == ()
    assert (audio[:, 190 * HOP : 390 * HOP] == part(200, 400).audio).all()
    assert (audio[:, : 100 * HOP] == 0.1).all()


def test_a_riff_goes_on_to_the_right_in_a_longer_sketch(sketch: Sketch) -> None:
    layer = whole(sketch)
    ink, audio = layer.ink.copy(), audio_of(sketch, layer.id)
    other = sketch.new_layer()
    kept = Kept(np.pad(ink, ((0, 0), (0, 300))), np.pad(audio, ((0, 0), (0, 300 * HOP))))
    growth = grow_longer(sketch, layer.id, "Continue", RECIPE, kept, before=0, samples=1_300 * HOP)
    growth.grow(part(990, 1_150))  # it begins in the last of what was there, which fades into it
    growth.grow(part(1_150, 1_300))
    assert sketch.samples == 1_300 * HOP
    assert sketch.layer(other.id).columns == 1_300
    now = sketch.layer(layer.id).ink
    assert (now[:, :990] == ink[:, :990]).all()
    assert (now[:, 990:1_150] == part(990, 1_150).ink).all()
    assert (audio_of(sketch, layer.id)[:, : 980 * HOP] == audio[:, : 980 * HOP]).all()
    assert (audio_of(sketch, layer.id)[:, 980 * HOP : 1_140 * HOP] == part(990, 1_150).audio).all()
    sketch.undo()
    assert sketch.samples == 1_000 * HOP
    assert (sketch.layer(layer.id).ink == ink).all()
    assert (audio_of(sketch, layer.id) == audio).all()
    assert sketch.sound(layer.id).unfinished is None
    sketch.redo()
    assert sketch.layer(layer.id).ink[:, 1_299].any()
    assert audio_of(sketch, layer.id).shape[1] >= 1_290 * HOP


def test_time_before_the_beginning_moves_all_that_is_there_and_undo_moves_it_back(sketch: Sketch) -> None:
    layer = whole(sketch)
    source = part(0, 1_000, 0.2, lag=0)
    clip = sketch.add_layer(Layer(source.ink.copy(), source=Source(source.audio, source.ink)), Sound(source.audio))
    sketch.set_keyframes((Keyframe(1.0), Keyframe(4.0)))
    before = {one.id: (one.ink.copy(), audio_of(sketch, one.id)) for one in (layer, clip)}
    kept = Kept(np.pad(layer.ink, ((0, 0), (200, 0))), np.pad(audio_of(sketch, layer.id), ((0, 0), (200 * HOP, 0))))
    growth = grow_longer(sketch, layer.id, "Continue", RECIPE, kept, before=200, samples=1_200 * HOP)
    growth.grow(part(0, 205, lag=-5))
    assert [one.seconds for one in sketch.state.keyframes] == [3.0, 6.0]
    assert (sketch.layer(layer.id).ink[:, :205] == part(0, 205).ink).all()
    assert (sketch.layer(layer.id).ink[:, 205:] == before[layer.id][0][:, 5:]).all()
    for one in (layer, clip):
        assert (audio_of(sketch, one.id)[:, 210 * HOP :] == before[one.id][1][:, 10 * HOP :]).all()
        assert sketch.sound(one.id).unfinished is None
    moved = sketch.layer(clip.id)
    assert moved.source is not None
    assert (moved.source.audio[:, 200 * HOP :] == source.audio).all()
    assert (moved.source.ink == moved.ink).all()
    sketch.undo()
    assert [one.seconds for one in sketch.state.keyframes] == [1.0, 4.0]
    for one in (layer, clip):
        assert (sketch.layer(one.id).ink == before[one.id][0]).all()
        assert (audio_of(sketch, one.id) == before[one.id][1]).all()


def test_what_was_saved_while_a_layer_grows_is_not_all_of_it(sketch: Sketch) -> None:
    growth = begun(sketch)
    asked = sketch.history.position  # and written to disk only when more is there
    growth.grow(part(300, 600))
    sketch.mark_saved(asked)
    assert sketch.modified
    sketch.mark_saved(sketch.history.position)
    assert not sketch.modified
    told: list[str] = []
    sketch.subscribe(lambda change: told.append(change.what))
    growth.grow(part(600, 1_000))
    assert sketch.modified
    assert "state" in told
    sketch.undo()
    assert not growth.alive
    sketch.redo()
    assert growth.alive


def test_a_saved_sketch_is_as_saved_when_what_grew_since_is_undone(sketch: Sketch) -> None:
    layer = whole(sketch)
    before = Kept(layer.ink.copy(), audio_of(sketch, layer.id).copy())
    sketch.mark_saved(sketch.history.position)
    growth = grow_inside(sketch, layer.id, "Repaint", RECIPE, before)
    for start in (300, 400):
        growth.grow(part(start, start + 100, lag=0))
    assert sketch.modified
    sketch.undo()
    assert not sketch.modified
    assert (layer.ink == before.ink).all()
    sketch.redo()
    assert sketch.modified
    assert (layer.ink[:, 300:500] != before.ink[:, 300:500]).any()
