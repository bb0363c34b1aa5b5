"""Lengths in bars, loops of an exact length, and the sound that goes stale when a length changes."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.errors import UserError
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.state import empty_state

HOP = 441
ENDS = 10  # columns of a window


def drawn(columns: int = 512) -> tuple[Sketch, str]:
    """Return a sketch with a layer that sounds as it looks, and that layer's id."""
    sketch = Sketch()
    layer = Layer(np.full((512, columns), 0.3, np.float32))
    audio = np.full((1, columns * HOP), 0.1, np.float32)
    added = sketch.add_layer(layer, Sound(audio), samples=columns * HOP)
    assert sketch.sound(added.id).pending is None
    return sketch, added.id


@pytest.mark.parametrize("bars", [1, 2, 3.5])
@pytest.mark.parametrize("circular", [False, True])
def test_bars_at_a_tempo_are_the_nearest_sample(bars: float, circular: bool) -> None:
    sketch = Sketch()
    sketch.set_circular(circular)
    sketch.set_tempo(123)
    sketch.set_beats_per_bar(3)
    sketch.set_bars(bars)
    assert sketch.samples == round(bars * 3 * 60 / 123 * 44_100)
    columns = sketch.samples / HOP
    assert sketch.columns == (round(columns) if circular else int(np.ceil(columns)))
    assert {layer.columns for layer in sketch.layers} == {sketch.columns}


def test_zero_bars_and_bars_beyond_ten_minutes_are_refused() -> None:
    sketch = Sketch()
    with pytest.raises(UserError, match="bars"):
        sketch.set_bars(0)
    with pytest.raises(UserError, match="600 seconds"):
        sketch.set_bars(1_000)


def test_joining_the_ends_keeps_the_length_to_the_sample_and_takes_the_nearest_columns() -> None:
    sketch, layer = drawn()
    sketch.set_length(2.003)
    assert (sketch.samples, sketch.columns) == (88_332, 201)
    sketch.set_circular(True)
    assert (sketch.samples, sketch.columns, sketch.state.loop) == (88_332, 200, 88_332)
    assert sketch.layer(layer).columns == 200
    sketch.set_circular(False)
    assert (sketch.samples, sketch.columns, sketch.state.loop) == (88_332, 201, None)
    sketch.undo()
    sketch.undo()
    assert sketch.layer(layer).columns == 201


@pytest.mark.parametrize("on", [True, False])
def test_ends_that_are_joined_or_no_longer_are_go_stale_and_undo_brings_their_sound_back(on: bool) -> None:
    sketch, layer = drawn()
    sketch.set_circular(not on)
    whole = Sound(np.full((1, 512 * HOP), 0.1, np.float32))
    sketch.set_sound(layer, whole)
    sketch.set_circular(on)
    assert sketch.sound(layer).stale == ((0, ENDS), (512 - ENDS, 512))
    sketch.undo()
    assert sketch.sound(layer) is whole


def test_what_is_no_loop_keeps_its_sound_when_it_is_cut() -> None:
    sketch, layer = drawn()
    sketch.set_length(2.0)
    sketch.undo()
    assert sketch.sound(layer).pending is None


def test_a_loop_that_becomes_shorter_or_longer_is_joined_anew() -> None:
    sketch, layer = drawn()
    sketch.set_circular(True)
    sketch.set_sound(layer, Sound(np.full((1, 512 * HOP), 0.1, np.float32)))
    sketch.set_length(2.003)
    assert sketch.sound(layer).stale == ((0, ENDS), (200 - ENDS, 200))
    sketch.set_sound(layer, Sound(np.full((1, 88_332), 0.1, np.float32)))
    sketch.undo()
    assert sketch.sound(layer).waveform.length == 512 * HOP
    assert sketch.sound(layer).stale == ()


def test_sound_that_was_cut_off_by_a_stroke_comes_back_with_the_length() -> None:
    sketch, layer = drawn()
    before = sketch.sound(layer)
    sketch.set_length(2.0)
    sketch.set_sound(
        layer, Sound(np.full((1, 200 * HOP), 0.1, np.float32))
    )  # a stroke's patch is as long as the sketch
    sketch.undo()
    assert sketch.sound(layer) is before


def test_a_longer_length_leaves_silence_that_is_not_to_be_rendered() -> None:
    sketch, layer = drawn()
    sketch.set_length(10.0)
    assert sketch.sound(layer).stale == ()
    assert not sketch.layer(layer).ink[:, 512:].any()


def test_a_layer_that_is_added_to_a_loop_has_its_columns() -> None:
    sketch = Sketch()
    sketch.set_circular(True)
    sketch.set_length(2.003)
    clip = Layer(np.full((512, 201), 0.2, np.float32))  # as an import has them: one more than the samples fill
    assert sketch.add_layer(clip, Sound(np.zeros((1, 88_332), np.float32)), samples=88_332).columns == 200
    assert (sketch.columns, sketch.samples) == (200, 88_332)
    longer = Layer(np.full((512, 301), 0.2, np.float32))
    sketch.add_layer(longer, Sound(np.zeros((1, 132_400), np.float32)), samples=132_400)
    assert (sketch.columns, sketch.samples) == (300, 132_400)
    assert [layer.columns for layer in sketch.layers] == [300, 300]


def test_the_length_goes_on_being_dragged_with_the_layer_and_the_settings_that_were_chosen_meanwhile() -> None:
    sketch, layer_id = drawn()
    other = sketch.new_layer()
    sketch.set_length(3.0)
    sketch.select_layer(layer_id)
    sketch.update_render(quality="best")
    sketch.set_length(4.0)
    assert sketch.history.undo_name == "Length"
    assert sketch.state.active == layer_id
    assert sketch.render.quality == "best"
    assert sketch.sound(layer_id).draft
    sketch.undo()
    assert sketch.state.active == other.id


def test_time_that_a_length_adds_has_nothing_to_be_rendered_in_another_quality() -> None:
    sketch, layer_id = drawn(100)
    sketch.set_length(3.0)
    sketch.update_render(quality="best")  # of all that is there now, silence as well
    sketch.set_length(3.1)
    assert sketch.sound(layer_id).draft == ((0, 100),)


def test_an_empty_sketch_keeps_its_bars_at_another_tempo_and_a_drawn_one_its_seconds() -> None:
    sketch = Sketch(empty_state(bars=4))
    assert sketch.seconds == 8
    sketch.set_tempo(90)
    assert sketch.samples == round(4 * 4 * 60 / 90 * 44_100)
    sketch.set_beats_per_bar(3)
    assert sketch.samples == round(4 * 3 * 60 / 90 * 44_100)
    Stroke(sketch, BrushTip(10), (100, 200)).commit()
    before = sketch.samples
    sketch.set_tempo(140)
    assert sketch.samples == before
    sketch.undo()
    sketch.undo()
    sketch.undo()
    sketch.undo()
    assert (sketch.state.tempo, sketch.seconds) == (120, 8)


def test_an_import_gives_a_new_sketch_its_length_whatever_the_tempo() -> None:
    sketch = Sketch(empty_state(bars=4))
    sketch.set_tempo(90)
    clip = Layer(np.full((512, 300), 0.2, np.float32))
    sketch.add_layer(clip, Sound(np.zeros((1, 132_000), np.float32)), samples=132_000)
    assert (sketch.samples, sketch.columns) == (132_000, 300)
