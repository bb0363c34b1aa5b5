"""Undo and redo as assignments, and how much memory they hold."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from riffdesk.sketch.history import MIN_STEPS, History
from riffdesk.sketch.ink import TILE_COLUMNS, Ink
from riffdesk.sketch.layer import Layer, Takes
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip, EraserTip
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound, SoundPatch
from riffdesk.sketch.state import State, empty_state

TILE = 512 * TILE_COLUMNS * 4


def filled(state: State, level: float) -> State:
    """Return a state with one layer of 8 tiles, none of which any other has."""
    ink = Ink.of(np.full((512, state.columns), level, np.float32))
    return state.with_layer(replace(state.layers[0], tiles=ink))


def test_two_hundred_strokes_undo_and_redo_exactly() -> None:
    sketch = Sketch()
    rng = np.random.default_rng(3)
    pictures = [sketch.layers[0].ink]
    for number in range(200):
        # Each a little stronger than the last, so that none of them changes nothing.
        stroke = Stroke(sketch, BrushTip(24, 0.5, 0.2 + number / 250), tuple(rng.uniform(0, 512, 2)))
        stroke.move(tuple(rng.uniform(0, 512, 2)))
        stroke.commit()
        pictures.append(sketch.layers[0].ink)
    for picture in reversed(pictures[:-1]):
        sketch.undo()
        np.testing.assert_array_equal(sketch.layers[0].ink, picture)
    assert sketch.history.undo_name is None
    for picture in pictures[1:]:
        sketch.redo()
        np.testing.assert_array_equal(sketch.layers[0].ink, picture)


def test_undo_and_redo_at_the_ends_do_nothing() -> None:
    sketch = Sketch()
    before = sketch.state
    sketch.undo()
    sketch.redo()
    assert sketch.state is before


def test_a_stroke_holds_the_tiles_that_it_touched_and_no_more() -> None:
    sketch = Sketch()
    sketch.set_length(600)
    Stroke(sketch, BrushTip(20), (30_000, 100)).commit()
    assert sketch.history.size == 0  # what was there before was silent
    Stroke(sketch, EraserTip(20), (30_000, 100)).commit()
    assert sketch.history.size <= 2 * TILE


def test_the_oldest_steps_are_forgotten_at_the_limit_but_the_newest_20_stay() -> None:
    state = empty_state()
    history, present = History(state, limit=4 * 8 * TILE), state
    for number in range(60):
        after = filled(present, 0.1 + number / 100)
        history.push(f"step {number}", present, after)
        present = after
    assert len(history.steps) == MIN_STEPS
    assert history.steps[-1].name == "step 59"
    assert history.index == MIN_STEPS - 1
    assert history.size == (MIN_STEPS - 1) * 8 * TILE  # of one level each, so that none can be packed


def test_what_is_quick_to_tell_is_the_size_but_for_tiles_that_were_gone_meanwhile() -> None:
    sketch = Sketch(filled(empty_state(), 0.5))
    for place in range(40):
        Stroke(sketch, EraserTip(20), (10 * place, 100)).commit()
    assert sketch.history.rough_size == sketch.history.size > 0
    tiles = sketch.active_layer.tiles
    sketch.duplicate_layer(sketch.active_layer.id)
    sketch.remove_layer(sketch.layers[0].id)  # whose tiles are the copy's as well
    assert sketch.history.rough_size == sketch.history.size + tiles.nbytes


def test_what_a_length_takes_away_counts_and_so_does_the_sound_of_a_layer_that_is_gone() -> None:
    audio = np.full((1, 1_000 * 441), 0.1, np.float32)
    layer = Layer(np.full((512, 1_000), 0.3, np.float32), sound=Sound(audio))
    sketch = Sketch(replace(empty_state(), samples=1_000 * 441, columns=1_000, layers=(layer,), active=layer.id))
    assert sketch.history.size == 0
    sketch.set_length(1.0)
    assert sketch.history.size >= 14 * TILE
    sketch.remove_layer(layer.id)
    assert sketch.history.size >= 16 * TILE + audio.nbytes


def test_what_a_length_takes_away_from_a_layer_that_was_made_stays_its_original_and_does_not_count() -> None:
    sketch = Sketch()
    layer = sketch.add_layer(Layer(np.full((512, 1_000), 0.3, np.float32)), samples=1_000 * 441)
    sketch.set_length(1.0)
    assert sketch.history.size <= 2 * TILE
    sketch.remove_layer(layer.id)
    assert sketch.history.size >= 16 * TILE


def test_takes_that_only_older_steps_hold_are_forgotten_at_the_limit_too() -> None:
    state = empty_state()
    takes = Takes(tuple(replace(filled(state, number / 10).layers[0], id=str(number)) for number in range(1, 5)))
    taken = state.with_layer(replace(state.layers[0], takes=takes))
    history, present = History(state, limit=2 * 8 * TILE), taken
    history.push("Generate", state, taken)
    for number in range(MIN_STEPS):
        after = replace(present, tempo=60.0 + number)
        history.push("Tempo", present, after)
        present = after
    assert len(history.steps) == MIN_STEPS + 2
    history.push("Keep", present, state)
    for number in range(2 * MIN_STEPS):
        history.push("Tempo", state, replace(state, tempo=60.0 + number))
    assert history.size <= history.limit


def test_sound_that_was_only_rendered_meanwhile_is_not_held_for_each_step() -> None:
    sketch = Sketch()
    layer = sketch.layers[0].id
    for number in range(10):
        sketch.set_tempo(100 + number)
        sketch.mark_saved(sketch.history.position)  # so that no step is merged
        sketch.set_sound(layer, Sound(np.full((1, 100_000), number / 10, np.float32)))
    tiles = sum(tile.nbytes for tile in sketch.sound(layer).waveform.tiles)
    assert sketch.history.size <= 9 * tiles


def test_a_step_that_was_given_up_says_so() -> None:
    sketch = Sketch()
    sketch.set_tempo(100)
    step = sketch.history.step
    assert sketch.history.is_done(step)
    sketch.undo()
    assert not sketch.history.is_done(step)
    assert not step.discarded
    sketch.set_beats_per_bar(3)
    assert step.discarded
    assert not sketch.history.is_done(step)


def test_a_line_drawn_with_shift_erases_along_itself_only() -> None:
    sketch = Sketch()
    sketch.add_layer(Layer(np.full((512, 512), 0.5, np.float32)))
    stroke = Stroke(sketch, EraserTip(9, 1.0, 1.0), (100, 100))
    stroke.line((300, 400))
    stroke.line((300, 100))
    stroke.commit()
    ink = sketch.active_layer.ink
    assert not ink[100, 100:301].any()
    assert (ink[110:] == 0.5).all()


def test_sound_of_older_steps_is_packed_where_a_stroke_has_changed_a_part_of_it() -> None:
    sketch, rng = Sketch(), np.random.default_rng(0)
    audio = rng.standard_normal((1, 512 * 441), np.float32)
    sketch.add_layer(Layer(np.full((512, 512), 0.5, np.float32)), Sound(audio))
    heard = []
    for number in range(40):
        Stroke(sketch, EraserTip(8, 0.5, 0.3), (20, 10 * number)).commit()
        layer = sketch.active_layer
        patch = SoundPatch(4_000, rng.standard_normal((1, 9_000), np.float32), audio.shape[1])
        sketch.set_sound(layer.id, layer.sound.rendered(layer.patched_waveform(patch), (0, 40)))
        heard.append(sketch.active_layer.sound.audio)
    assert sketch.history.size < 40 * 9_000 * 4 + 4 * 2 * TILE
    for audio in reversed(heard):
        assert (sketch.active_layer.sound.audio == audio).all()
        sketch.undo()


def test_the_ink_of_older_steps_is_packed_and_undo_brings_it_back_bit_by_bit() -> None:
    sketch = Sketch()
    pictures = []
    for number in range(80):
        Stroke(sketch, BrushTip(12, 0.5, 0.1 + number / 100), (5, 5 + 6 * number)).commit()
        stroke = Stroke(sketch, EraserTip(8, 0.5, 0.3), (0, 6 * number))
        stroke.move((511, 6 * number))
        stroke.commit()
        pictures.append(sketch.active_layer.ink)
    assert sketch.history.size < 2 * 8 * TILE + 160 * 8 * TILE / 50
    for picture in reversed(pictures):
        assert (sketch.active_layer.ink == picture).all()
        sketch.undo()
        sketch.undo()
    for picture in pictures:
        sketch.redo()
        sketch.redo()
        assert (sketch.active_layer.ink == picture).all()
