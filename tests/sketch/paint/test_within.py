"""Strokes and edits within a region."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.paint.excerpt import excerpt
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.selection import copy, delete, new_layer_of, paste, transpose
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip, EraserTip, Tip, ToneTip
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound, Waveform


def circle(sketch: Sketch, column: int = 200, band: int = 200, radius: int = 40) -> Region:
    x, y = np.arange(sketch.columns)[None, :], np.arange(sketch.params.bands)[:, None]
    region = Region.of((x - column) ** 2 + (y - band) ** 2 < radius**2)
    assert region is not None
    return region


def noisy(seed: int = 1) -> Sketch:
    sketch = Sketch()
    edit = sketch.begin_stroke("Noise")
    edit.write(0, np.random.default_rng(seed).random((512, 512), np.float32))
    edit.commit()
    return sketch


def cells(sketch: Sketch, region: Region) -> np.ndarray:
    return region.weights(0, sketch.columns, slice(0, sketch.params.bands))


@pytest.mark.parametrize("tip", [BrushTip(50, 0.5, 0.9), EraserTip(50, 0.5, 0.7), ToneTip(0.9, 8)])
def test_a_stroke_changes_the_region_as_it_would_without_and_nothing_outside(tip: Tip) -> None:
    limited, free = noisy(), noisy()
    before = limited.layers[0].ink.copy()
    region = circle(limited)
    for sketch, within in ((limited, region), (free, None)):
        stroke = Stroke(sketch, tip, (150, 190), within=within)
        for point in ((180, 195), (230, 205), (170, 200), (260, 200)):
            stroke.move(point)
        stroke.commit()
    inside = cells(limited, region) > 0
    ink = limited.layers[0].ink
    np.testing.assert_array_equal(ink[~inside], before[~inside])
    np.testing.assert_array_equal(ink[inside], free.layers[0].ink[inside])
    assert (ink != before).any()
    limited.undo()
    np.testing.assert_array_equal(limited.layers[0].ink, before)


def test_a_soft_edge_is_mixed_once_however_often_the_brush_passes() -> None:
    sketch = Sketch()
    region = circle(sketch).feathered(20, sketch)
    assert region is not None
    stroke = Stroke(sketch, BrushTip(256, 1.0, 0.8), (200, 200), within=region)
    for number in range(20):
        stroke.move((200 + number % 2, 200))
    stroke.commit()
    painted = sketch.layers[0].ink
    near = (slice(130, 270), slice(130, 270))
    np.testing.assert_allclose(painted[near], 0.8 * cells(sketch, region)[near], atol=1e-3)


def test_a_straight_line_within_a_region_replaces_what_the_stroke_has_painted() -> None:
    sketch, direct = Sketch(), Sketch()
    region = circle(sketch)
    stroke = Stroke(sketch, BrushTip(30), (150, 200), within=region)
    stroke.move((200, 230))
    stroke.line((250, 200))
    stroke.commit()
    other = Stroke(direct, BrushTip(30), (150, 200), within=region)
    other.line((250, 200))
    other.commit()
    np.testing.assert_array_equal(sketch.layers[0].ink, direct.layers[0].ink)


def test_a_stroke_outside_of_the_region_knows_that_it_missed() -> None:
    sketch = Sketch()
    outside = Stroke(sketch, BrushTip(10), (400, 400), within=circle(sketch))
    inside = Stroke(sketch, BrushTip(10), (200, 200), within=circle(sketch))
    assert outside.missed
    assert not inside.missed
    assert not Stroke(sketch, BrushTip(10), (400, 400)).missed


def test_the_mask_too_is_painted_within_the_region_only() -> None:
    sketch = Sketch()
    region = circle(sketch)
    Stroke(sketch, BrushTip(256, 1.0, 1.0), (200, 200), on_mask=True, within=region).commit()
    np.testing.assert_array_equal(sketch.mask, cells(sketch, region))


def test_delete_copy_and_paste_take_the_shape_of_the_region() -> None:
    sketch = noisy()
    before, region = sketch.layers[0].ink.copy(), circle(sketch)
    clip = copy(sketch, region)
    delete(sketch, region)
    inside = cells(sketch, region) > 0
    assert not sketch.layers[0].ink[inside].any()
    np.testing.assert_array_equal(sketch.layers[0].ink[~inside], before[~inside])
    assert paste(sketch, clip, region.start) == region
    np.testing.assert_array_equal(sketch.layers[0].ink, before)
    place = paste(sketch, clip, sketch.columns - 40)
    assert place is not None
    assert place.stop == sketch.columns
    assert place.mask is not None


def test_what_is_transposed_comes_from_the_region_alone() -> None:
    sketch = Sketch()
    edit = sketch.begin_stroke("Two marks")
    for band in (200, 230):
        edit.write(180, np.full((3, 40), 0.6, np.float32), slice(band, band + 3))
    edit.commit()
    region = circle(sketch, band=200, radius=25)
    place = transpose(sketch, region, 12)
    ink = sketch.layers[0].ink
    assert ink[230:233, 180:220].min() == pytest.approx(0.6)
    assert not ink[200:203, 185:215].any()
    assert place.mask is not None
    assert ink[place.low : place.high, 190:210].max() > 0.4


def test_a_layer_from_the_selection_has_the_shape_of_it_and_its_sound_is_made_of_the_layers() -> None:
    sketch = noisy()
    region = circle(sketch)
    original = sketch.layers[0]
    sketch.set_sound(original.id, Sound(Waveform.of(np.ones((1, sketch.samples), np.float32))))
    new_layer_of(sketch, region)
    part = sketch.active_layer
    np.testing.assert_array_equal(part.ink, original.ink * cells(sketch, region))
    assert part.sound.waveform is not None
    assert sketch.layers[0].tiles is original.tiles
    assert sketch.history.undo_name == "New layer from selection"
    sketch.undo()
    assert len(sketch.layers) == 1


def test_an_excerpt_of_all_frequencies_keeps_every_sample() -> None:
    sketch, samples = Sketch(), np.random.default_rng(5).standard_normal((1, 512 * 441)).astype(np.float32)
    ink = Ink.of(np.random.default_rng(6).random((512, 512), np.float32))
    sound = Sound(Waveform.of(samples), draft=((90, 130), (300, 310)))
    sketch.add_layer(Layer(ink, source=Source(Waveform.of(samples), ink), mute=True), sound)
    part = excerpt(sketch.state, Region(100, 180, 0, 512))
    (layer,) = part.layers
    assert (part.columns, part.samples) == (80, 80 * 441)
    np.testing.assert_array_equal(layer.sound.audio, samples[:, 100 * 441 : 180 * 441])
    np.testing.assert_array_equal(layer.ink, ink.array[:, 100:180])
    assert layer.sound.stale == ()
    assert layer.sound.draft == ((0, 30),)
    assert layer.is_as_imported
    assert not layer.mute


def test_an_excerpt_of_some_frequencies_is_silent_in_the_others_and_its_sound_is_made_anew() -> None:
    sketch = noisy()
    region = circle(sketch)
    part = excerpt(sketch.state, region)
    np.testing.assert_array_equal(
        part.layers[0].ink, (sketch.layers[0].ink * cells(sketch, region))[:, region.start : region.stop]
    )
    assert part.layers[0].sound.pending == (0, part.columns)
