"""What listeners are told: just what has changed, and only what they have asked for."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.sketch.events import (
    DocumentOpened,
    FieldsChanged,
    HistoryChanged,
    InkChanged,
    LayerChanged,
    LayersChanged,
    SoundChanged,
)
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import empty_state


@pytest.fixture
def sketch() -> Sketch:
    return Sketch()


def told(sketch: Sketch) -> list[object]:
    events: list[object] = []
    sketch.subscribe(events.append)
    return events


def test_a_stroke_tells_of_its_columns_and_of_nothing_else(sketch: Sketch) -> None:
    events, layer = told(sketch), sketch.layers[0].id
    Stroke(sketch, BrushTip(10, 1.0, 0.5), (100, 200)).commit()
    assert {type(event) for event in events} == {InkChanged, SoundChanged, HistoryChanged}
    (ink,) = (event for event in events if isinstance(event, InkChanged))
    assert ink.layer_id == layer
    assert 93 <= ink.columns[0] <= 97
    assert 104 <= ink.columns[1] <= 108
    assert not ink.resized
    events.clear()
    sketch.undo()
    assert {type(event) for event in events} == {InkChanged, SoundChanged, HistoryChanged}


def test_a_fader_tells_of_that_fader_alone(sketch: Sketch) -> None:
    layer = sketch.layers[0].id
    events = told(sketch)
    sketch.set_layer(layer, gain_db=-6.0)
    assert events == [LayerChanged(layer, frozenset({"gain_db"})), HistoryChanged()]


def test_fields_layers_and_lengths_are_told_apart(sketch: Sketch) -> None:
    Stroke(sketch, BrushTip(10, 1.0, 0.5), (100, 200)).commit()  # an empty sketch changes its length with its tempo
    first = sketch.layers[0].id
    events = told(sketch)
    sketch.set_tempo(90)
    assert events == [FieldsChanged(frozenset({"tempo"})), HistoryChanged()]
    events.clear()
    second = sketch.new_layer().id
    assert events == [
        LayersChanged(frozenset({second}), frozenset()),
        FieldsChanged(frozenset({"active"})),
        HistoryChanged(),
    ]
    events.clear()
    sketch.set_length(10)
    assert [event for event in events if isinstance(event, InkChanged)] == [
        InkChanged(layer, (0, 1_000), resized=True) for layer in (first, second)
    ]
    assert FieldsChanged(frozenset({"samples", "columns"})) in events


def test_a_listener_is_told_of_what_it_asks_for_and_no_longer_than_it_wants(sketch: Sketch) -> None:
    Stroke(sketch, BrushTip(10, 1.0, 0.5), (300, 200)).commit()
    heard: list[object] = []
    sketch.subscribe(heard.append, FieldsChanged, LayersChanged)
    sketch.set_tempo(90)
    Stroke(sketch, BrushTip(10, 1.0, 0.5), (100, 200)).commit()
    assert heard == [FieldsChanged(frozenset({"tempo"}))]
    sketch.unsubscribe(heard.append)
    sketch.set_tempo(91)
    assert len(heard) == 1


def test_another_document_is_told_of_first(sketch: Sketch) -> None:
    events = told(sketch)
    sketch.open(empty_state())
    assert isinstance(events[0], DocumentOpened)
    assert isinstance(events[-1], HistoryChanged)


def test_a_layer_that_comes_to_sound_as_before_tells_nothing_of_ink(sketch: Sketch) -> None:
    sketch.add_layer(Layer(np.full((512, 512), 0.2, np.float32)))
    events = told(sketch)
    sketch.mark_draft(sketch.state.active, (0, 10))
    assert events == [SoundChanged(sketch.state.active)]
