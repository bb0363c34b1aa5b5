"""A layer that is made piece by piece: what is there of it, what undo brings back, what is painted meanwhile."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.errors import UserError
from riffdesk.sketch.events import HistoryChanged, InkChanged
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.paint.originals import original_of
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip, EraserTip
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.sections.incoming_sections import IncomingSections, add_riff, lengthen, regenerate
from riffdesk.sketch.sections.section_merge import Kept
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound, SoundPatch
from tests.sketch.checked_machine import Part

HOP = 441
RECIPE = Recipe("starter", (Keyframe(prompt="flute"),), 10.0, 12)


def part(start: int, stop: int, level: float = 0.5, lag: int = 10) -> Part:
    """Ink of columns, and the sound of as many that are ``lag`` columns earlier, but for the first."""
    first, last = max(0, start - lag) * HOP, (stop - lag) * HOP
    rng = np.random.default_rng(start)
    ink = (level * (0.5 + 0.5 * rng.random((512, stop - start)))).astype(np.float32)
    return Part(start, ink, first, (level * rng.standard_normal((1, last - first))).astype(np.float32))


@pytest.fixture
def sketch() -> Sketch:
    return Sketch()


def begun(sketch: Sketch, columns: int = 1_000) -> IncomingSections:
    layer = Layer(np.zeros((512, columns), np.float32), "riff", recipe=RECIPE)
    return add_riff(sketch, layer, part(0, 300), samples=columns * HOP)


def whole(sketch: Sketch) -> Layer:
    """A layer of 1,000 columns with sound."""
    sounding = part(0, 1_000, 0.3, lag=0)
    layer = Layer(sounding.ink.copy(), "riff", recipe=RECIPE)
    return sketch.add_layer(layer, Sound(sounding.audio.copy()), samples=1_000 * HOP)


def kept(layer: Layer) -> Kept:
    return Kept(layer.tiles, layer.sound.waveform)


def draft(sketch: Sketch, layer_id: str, columns: tuple[int, int], audio: np.ndarray) -> None:
    """Take sound for columns of a layer, from the first of them on."""
    layer = sketch.layer(layer_id)
    patched = layer.sound.patched_waveform(SoundPatch(columns[0] * HOP, audio, 1_000 * HOP))
    assert sketch.take_sound(layer, columns, patched, draft=False)


def audio_of(sketch: Sketch, layer_id: str) -> np.ndarray:
    audio = sketch.sound(layer_id).audio
    assert audio is not None
    return audio


def test_a_layer_appears_with_its_first_piece_and_grows_to_what_all_pieces_are(sketch: Sketch) -> None:
    told: list[InkChanged] = []
    riff = begun(sketch)
    assert sketch.columns == 1_000
    assert audio_of(sketch, riff.layer_id).shape == (1, 290 * HOP)
    assert not sketch.active_layer.ink[:, 300:].any()
    sketch.subscribe(told.append, InkChanged)
    pieces = [
        part(300, 700),
        part(700, 1_000),
        Part(1_000, np.zeros((512, 0), np.float32), 990 * HOP, part(0, 20).audio),
    ]
    for piece in pieces:
        riff.take(piece)
    assert [event.columns for event in told] == [(300, 700), (700, 1_000)]
    expected = [part(0, 300), *pieces]
    layer = sketch.active_layer
    assert (layer.ink == np.concatenate([one.ink for one in expected], axis=1)).all()
    assert (audio_of(sketch, layer.id) == np.concatenate([one.audio for one in expected], axis=1)).all()
    assert sketch.sound(layer.id).unfinished == ()


def test_what_was_handed_out_never_changes_and_what_was_there_is_shared(sketch: Sketch) -> None:
    riff = begun(sketch)
    first = sketch.active_layer
    before = first.ink.copy(), audio_of(sketch, riff.layer_id).copy()
    riff.take(part(300, 700))
    second = sketch.active_layer
    assert (first.ink == before[0]).all()
    assert (first.sound.audio == before[1]).all()
    assert all(one is two for one, two in zip(first.tiles.tiles[:4], second.tiles.tiles[:4], strict=True))
    assert all(
        one is two for one, two in zip(first.sound.waveform.tiles[:4], second.sound.waveform.tiles, strict=False)
    )


def test_a_growing_layer_is_one_step_and_undo_takes_it_away_with_what_came_since(sketch: Sketch) -> None:
    riff = begun(sketch)
    riff.take(part(300, 700))
    assert riff.alive
    sketch.undo()
    assert not riff.alive
    assert len(sketch.layers) == 1
    assert sketch.columns == 512
    sketch.redo()
    assert riff.alive
    assert sketch.active_layer.ink[:, 300:700].all()
    assert audio_of(sketch, riff.layer_id).shape[1] == 690 * HOP


def test_a_stroke_on_what_is_there_stays_and_so_does_one_where_nothing_was_yet(sketch: Sketch) -> None:
    riff = begun(sketch)
    Stroke(sketch, BrushTip(10, 1.0, 1.0), (100, 200)).commit()
    Stroke(sketch, BrushTip(10, 1.0, 1.0), (500, 200)).commit()
    riff.take(part(300, 700))
    ink = sketch.active_layer.ink
    assert (ink[200, 100], ink[200, 500]) == (1, 1)
    assert ink[100, 500] == part(300, 700).ink[100, 200]
    stale = sketch.sound(riff.layer_id).stale
    assert [start <= place < stop for (start, stop), place in zip(stale, (100, 500), strict=True)] == [True, True]


def test_a_draft_made_meanwhile_stays_and_the_riff_goes_on(sketch: Sketch) -> None:
    riff = begun(sketch)
    before = audio_of(sketch, riff.layer_id)
    draft(sketch, riff.layer_id, (50, 60), np.full((1, 10 * HOP), 0.25, np.float32))
    riff.take(part(300, 700))
    audio = audio_of(sketch, riff.layer_id)
    assert (audio[:, 50 * HOP : 60 * HOP] == 0.25).all()
    assert (audio[:, : 50 * HOP] == before[:, : 50 * HOP]).all()
    assert (audio[:, 290 * HOP : 690 * HOP] == part(300, 700).audio).all()


def test_a_change_of_length_meanwhile_can_be_undone_and_nothing_is_missing(sketch: Sketch) -> None:
    riff = begun(sketch)
    sketch.set_length(5.0)
    riff.take(part(300, 700))
    assert sketch.active_layer.ink.shape == (512, 500)
    assert sketch.active_layer.ink[:, 300:].all()
    sketch.undo()
    riff.take(part(700, 1_000))
    assert sketch.active_layer.ink.all()


def test_a_part_that_is_made_anew_comes_back_by_undo_in_ink_and_sound(sketch: Sketch) -> None:
    before = whole(sketch)
    recipe = Recipe("starter", (Keyframe(prompt="drums"),), 10.0, 12)
    riff = regenerate(sketch, before.id, "Repaint", recipe, kept(before))
    pieces = (part(200, 400, 0.9), part(400, 600, 0.9))
    for piece in pieces:
        riff.take(piece)
    assert sketch.history.undo_name == "Repaint"
    after = sketch.active_layer
    assert after.recipe == recipe
    assert (after.ink[:, 200:600] == np.concatenate([piece.ink for piece in pieces], axis=1)).all()
    sounds = np.concatenate([piece.audio for piece in pieces], axis=1)
    assert (after.sound.audio[:, 190 * HOP : 590 * HOP] == sounds).all()
    assert (after.sound.audio[:, : 190 * HOP] == before.sound.audio[:, : 190 * HOP]).all()
    assert after.sound.unfinished == ()
    sketch.undo()
    assert not riff.alive
    assert sketch.active_layer.recipe == RECIPE
    assert sketch.active_layer.tiles is before.tiles
    assert sketch.active_layer.sound is before.sound
    sketch.redo()
    assert sketch.active_layer is after


def test_sound_that_is_not_as_it_was_around_a_new_part_has_that_part_made_to_fit(sketch: Sketch) -> None:
    layer = whole(sketch)
    riff = regenerate(sketch, layer.id, "Repaint", RECIPE, kept(layer))
    other = np.full((1, 1_000 * HOP), 0.1, np.float32)
    draft(sketch, layer.id, (0, 100), other)
    riff.take(part(200, 400))
    assert (audio_of(sketch, layer.id) == other).all()
    assert sketch.sound(layer.id).stale == ((200, 400),)


def test_sound_refined_elsewhere_meanwhile_does_not_matter(sketch: Sketch) -> None:
    layer = whole(sketch)
    riff = regenerate(sketch, layer.id, "Repaint", RECIPE, kept(layer))
    draft(sketch, layer.id, (0, 100), np.full((1, 100 * HOP), 0.1, np.float32))
    riff.take(part(200, 400))
    riff.take(part(400, 600))
    audio = audio_of(sketch, layer.id)
    assert sketch.sound(layer.id).stale == ()
    assert (audio[:, 190 * HOP : 390 * HOP] == part(200, 400).audio).all()
    assert (audio[:, : 100 * HOP] == 0.1).all()


def test_a_riff_goes_on_to_the_right_in_a_longer_sketch(sketch: Sketch) -> None:
    layer = whole(sketch)
    ink, audio = layer.ink.copy(), audio_of(sketch, layer.id)
    other = sketch.new_layer()
    riff = lengthen(sketch, layer.id, "Continue", RECIPE, kept(layer), before=0, samples=1_300 * HOP)
    riff.take(part(990, 1_150))  # it begins in the last of what was there, which fades into it
    riff.take(part(1_150, 1_300))
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
    assert sketch.sound(layer.id).unfinished == ()
    sketch.redo()
    assert sketch.layer(layer.id).ink[:, 1_299].any()
    assert audio_of(sketch, layer.id).shape[1] >= 1_290 * HOP


def test_time_before_the_beginning_moves_all_that_is_there_and_undo_moves_it_back(sketch: Sketch) -> None:
    layer = whole(sketch)
    source = part(0, 1_000, 0.2, lag=0)
    clip = sketch.add_layer(Layer(source.ink.copy(), source=Source(source.audio, source.ink)), Sound(source.audio))
    sketch.set_keyframes((Keyframe(1.0), Keyframe(4.0)))
    before = {one.id: (one.ink.copy(), audio_of(sketch, one.id)) for one in (layer, clip)}
    riff = lengthen(sketch, layer.id, "Continue", RECIPE, kept(layer), before=200, samples=1_200 * HOP)
    riff.take(part(0, 205, lag=-5))
    assert [one.seconds for one in sketch.state.keyframes] == [3.0, 6.0]
    assert (sketch.layer(layer.id).ink[:, :205] == part(0, 205).ink).all()
    assert (sketch.layer(layer.id).ink[:, 205:] == before[layer.id][0][:, 5:]).all()
    for one in (layer, clip):
        assert (audio_of(sketch, one.id)[:, 210 * HOP :] == before[one.id][1][:, 10 * HOP :]).all()
        assert sketch.sound(one.id).unfinished == ()
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
    riff = begun(sketch)
    asked = sketch.history.position  # and written to disk only when more is there
    riff.take(part(300, 600))
    sketch.mark_saved(asked)
    assert sketch.modified
    sketch.mark_saved(sketch.history.position)
    assert not sketch.modified
    told: list[object] = []
    sketch.subscribe(told.append, HistoryChanged)
    riff.take(part(600, 1_000))
    assert sketch.modified
    assert told
    sketch.undo()
    assert not riff.alive
    sketch.redo()
    assert riff.alive


def test_a_saved_sketch_is_as_saved_when_what_grew_since_is_undone(sketch: Sketch) -> None:
    layer = whole(sketch)
    before = kept(layer)
    sketch.mark_saved(sketch.history.position)
    riff = regenerate(sketch, layer.id, "Repaint", RECIPE, before)
    for start in (300, 400):
        riff.take(part(start, start + 100, lag=0))
    assert sketch.modified
    sketch.undo()
    assert not sketch.modified
    assert sketch.active_layer.tiles is layer.tiles
    sketch.redo()
    assert sketch.modified
    assert (sketch.active_layer.ink[:, 300:500] != layer.ink[:, 300:500]).any()


# What was found: strokes, undo, redo and lengths while a riff grows


def test_undo_of_a_stroke_ahead_of_a_riff_takes_no_section_away(sketch: Sketch) -> None:
    riff = begun(sketch)
    Stroke(sketch, BrushTip(20, 1.0, 1.0), (500, 200)).commit()
    riff.take(part(300, 700))
    riff.take(part(700, 1_000))
    sketch.undo()
    expected = np.concatenate([part(0, 300).ink, part(300, 700).ink, part(700, 1_000).ink], axis=1)
    assert (sketch.active_layer.ink == expected).all()
    assert sketch.sound(riff.layer_id).stale == ()
    assert (audio_of(sketch, riff.layer_id)[:, 290 * HOP : 690 * HOP] == part(300, 700).audio).all()
    sketch.redo()
    assert sketch.active_layer.ink[200, 500] == 1
    assert sketch.active_layer.ink[100, 500] == expected[100, 500]


def test_undo_of_a_regenerated_part_leaves_nothing_of_it_and_nothing_of_a_stroke_into_it(sketch: Sketch) -> None:
    layer = whole(sketch)
    riff = regenerate(sketch, layer.id, "Repaint", RECIPE, kept(layer))
    riff.take(part(200, 400, 0.9))
    Stroke(sketch, BrushTip(20, 1.0, 1.0), (450, 200)).commit()
    riff.take(part(400, 600, 0.9))
    sketch.undo()
    sketch.undo()
    assert sketch.active_layer.tiles is layer.tiles
    assert sketch.active_layer.sound is layer.sound


def test_redo_of_a_length_has_the_section_that_came_meanwhile_in_ink_and_sound(sketch: Sketch) -> None:
    riff = begun(sketch)
    sketch.set_length(8.0)
    sketch.undo()
    riff.take(part(300, 700))
    sketch.redo()
    assert sketch.columns == 800
    assert (sketch.active_layer.ink[:, 300:700] == part(300, 700).ink).all()
    assert (audio_of(sketch, riff.layer_id)[:, 290 * HOP : 690 * HOP] == part(300, 700).audio).all()


def test_a_section_arrives_also_where_the_riff_is_undone_or_its_layer_removed(sketch: Sketch) -> None:
    riff = begun(sketch)
    sketch.remove_layer(riff.layer_id)
    riff.take(part(300, 700))
    assert not riff.alive
    sketch.undo()
    assert (sketch.layer(riff.layer_id).ink[:, 300:700] == part(300, 700).ink).all()
    sketch.undo()
    riff.take(part(700, 1_000))
    sketch.redo()
    assert sketch.layer(riff.layer_id).ink.all()


def test_a_riff_that_was_given_up_for_something_else_takes_no_section(sketch: Sketch) -> None:
    layer = whole(sketch)
    riff = regenerate(sketch, layer.id, "Repaint", RECIPE, kept(layer))
    sketch.undo()
    sketch.set_tempo(90)
    riff.take(part(200, 400, 0.9))
    assert riff.discarded
    assert sketch.active_layer.tiles is layer.tiles


def test_a_stroke_where_the_sound_of_the_next_section_begins_is_heard_after_it(sketch: Sketch) -> None:
    riff = begun(sketch)
    Stroke(sketch, BrushTip(6, 1.0, 1.0), (295, 200)).commit()  # its sound comes with the next section, 10 columns late
    stroke = sketch.sound(riff.layer_id).stale
    draft(sketch, riff.layer_id, stroke[0], np.full((1, 8 * HOP), 0.25, np.float32))
    riff.take(part(300, 700))
    assert any(start <= 293 and stop >= 298 for start, stop in sketch.sound(riff.layer_id).stale)


def test_a_duplicate_of_a_layer_that_grows_stays_as_it_was(sketch: Sketch) -> None:
    riff = begun(sketch)
    copy = sketch.duplicate_layer(riff.layer_id)
    riff.take(part(300, 700))
    assert sketch.layer(copy.id).tiles is copy.tiles
    assert sketch.layer(riff.layer_id).ink[:, 300:700].all()


def test_a_section_that_comes_during_a_stroke_stays_when_the_stroke_is_aborted(sketch: Sketch) -> None:
    riff = begun(sketch)
    stroke = Stroke(sketch, BrushTip(20, 1.0, 1.0), (500, 200))
    riff.take(part(300, 700))
    assert sketch.active_layer.ink[200, 500] == 1
    stroke.abort()
    assert (sketch.active_layer.ink[:, 300:700] == part(300, 700).ink).all()


@pytest.mark.parametrize("stop_after", [1, 2, 3])
@pytest.mark.parametrize("new", [True, False])
def test_interrupted_and_gone_on_with_it_is_what_it_would_have_been(new: bool, stop_after: int) -> None:
    parts = [part(0, 300), part(300, 700), part(700, 1_000)]

    def begin(sketch: Sketch) -> IncomingSections:
        if new:
            return begun(sketch)
        layer = whole(sketch)
        incoming = regenerate(sketch, layer.id, "Repaint", RECIPE, kept(layer))
        incoming.take(parts[0])
        return incoming

    def paint(sketch: Sketch) -> None:
        edit = sketch.begin_stroke("Brush")
        edit.write(200, np.full((512, 20), 0.9, np.float32))
        edit.write(800, np.full((512, 20), 0.8, np.float32))
        edit.write(100, np.zeros((512, 20), np.float32))
        edit.commit()

    uninterrupted, interrupted = Sketch(), Sketch()
    one, two = begin(uninterrupted), begin(interrupted)
    for sketch, riff in ((uninterrupted, one), (interrupted, two)):
        for piece in parts[1:stop_after]:
            riff.take(piece)
        paint(sketch)
    for piece in parts[stop_after:]:
        one.take(piece)

    again = Sketch()
    again.open(interrupted.state)
    before = again.state
    resumed = IncomingSections.resumed(again, two.partial, "Go on")
    assert resumed.partial.sections == stop_after
    for piece in parts:  # what is stored of them comes again
        resumed.take(piece)
    assert resumed.partial.sections == 3
    expected, got = uninterrupted.layer(one.layer_id), again.layer(two.layer_id)
    assert (got.ink == expected.ink).all()
    assert (got.ink[:, 100:120] == 0).all(), "what was erased stays erased"
    assert (audio_of(again, two.layer_id) == audio_of(uninterrupted, one.layer_id)).all()
    assert again.sound(two.layer_id).stale == uninterrupted.sound(one.layer_id).stale
    again.undo()
    assert again.layer(two.layer_id).tiles == before.layer(two.layer_id).tiles


def test_what_cannot_be_gone_on_with_because_its_layer_is_gone_says_so(sketch: Sketch) -> None:
    riff = begun(sketch)
    with pytest.raises(UserError, match="was removed"):
        IncomingSections.resumed(Sketch(), riff.partial, "Go on")


def test_a_section_leaves_no_trace_where_the_riff_is_undone_and_a_stroke_is_aborted(sketch: Sketch) -> None:
    layer = whole(sketch)
    riff = regenerate(sketch, layer.id, "Repaint", RECIPE, kept(layer))
    sketch.undo()
    stroke = Stroke(sketch, BrushTip(20, 1.0, 1.0), (500, 200))
    riff.take(part(200, 400, 0.9))
    stroke.abort()
    assert sketch.active_layer.tiles == layer.tiles
    sketch.redo()
    assert (sketch.active_layer.ink[:, 200:400] == part(200, 400, 0.9).ink).all()


def test_an_eraser_takes_from_the_section_that_comes_under_it_and_not_from_what_was_there(sketch: Sketch) -> None:
    riff = begun(sketch)
    stroke = Stroke(sketch, EraserTip(20, 1.0, 0.5), (500, 200))
    riff.take(part(300, 700))
    stroke.move((505, 200))
    stroke.commit()
    assert sketch.active_layer.ink[200, 500] == part(300, 700).ink[200, 200] / 2
    sketch.undo()
    assert (sketch.active_layer.ink[:, 300:700] == part(300, 700).ink).all()


def test_a_stroke_that_changes_nothing_is_no_step_though_a_section_came_meanwhile(sketch: Sketch) -> None:
    riff = begun(sketch)
    stroke = Stroke(sketch, BrushTip(20, 1.0, 0.0), (500, 200))
    riff.take(part(300, 700))
    assert stroke.commit() is None
    assert sketch.history.undo_name == "Generate"


def test_sound_refined_beyond_the_end_of_a_riff_has_its_last_section_made_to_fit(sketch: Sketch) -> None:
    layer = whole(sketch)
    riff = regenerate(sketch, layer.id, "Repaint", RECIPE, kept(layer))
    draft(sketch, layer.id, (600, 700), np.full((1, 100 * HOP), 0.1, np.float32))
    riff.take(part(200, 400, lag=0))
    assert sketch.sound(layer.id).stale == ()
    riff.take(part(400, 600, lag=0))
    assert sketch.sound(layer.id).stale == ((400, 600),)


def test_a_section_finds_its_place_though_time_was_added_before_the_beginning_since(sketch: Sketch) -> None:
    layer = whole(sketch)
    riff = regenerate(sketch, layer.id, "Repaint", RECIPE, kept(layer))
    lengthen(sketch, layer.id, "Continue", RECIPE, kept(layer), before=200, samples=1_200 * HOP)
    riff.take(part(400, 600, 0.9, lag=0))
    now = sketch.layer(layer.id)
    assert (now.ink[:, 600:800] == part(400, 600, 0.9).ink).all()
    assert (now.ink[:, 400:600] == layer.ink[:, 200:400]).all()
    assert (now.sound.audio[:, 600 * HOP : 800 * HOP] == part(400, 600, 0.9, lag=0).audio).all()
    assert now.sound.stale == ()
    sketch.undo()
    assert (sketch.layer(layer.id).ink[:, 400:600] == part(400, 600, 0.9).ink).all()


def test_a_section_at_the_beginning_is_made_to_fit_what_another_riff_brought_before_it(sketch: Sketch) -> None:
    layer = whole(sketch)
    riff = regenerate(sketch, layer.id, "Repaint", RECIPE, kept(layer))
    other = lengthen(sketch, layer.id, "Continue", RECIPE, kept(layer), before=200, samples=1_200 * HOP)
    brought = part(0, 200, 0.7, lag=0)
    other.take(brought)
    riff.take(part(0, 150, 0.9, lag=0))
    riff.take(part(150, 300, 0.8, lag=0))
    now = sketch.layer(layer.id)
    assert (now.ink[:, 200:350] == part(0, 150, 0.9).ink).all()
    assert (audio_of(sketch, layer.id)[:, : 200 * HOP] == brought.audio).all()
    assert now.sound.stale == ((200, 350),)  # it was rendered with silence before it
    assert (audio_of(sketch, layer.id)[:, 350 * HOP : 500 * HOP] == part(150, 300, 0.8, lag=0).audio).all()


def test_a_section_for_a_document_that_is_closed_does_not_go_into_the_same_one_opened_again(sketch: Sketch) -> None:
    layer = whole(sketch)
    riff = regenerate(sketch, layer.id, "Repaint", RECIPE, kept(layer))
    sketch.open(sketch.state)
    for tempo in (90, 91):
        sketch.set_keyframes((Keyframe(seed=tempo),))
    riff.take(part(200, 400, 0.9))
    assert riff.discarded
    assert not riff.alive
    assert sketch.layer(layer.id).tiles is layer.tiles


def test_a_section_is_in_memory_once_however_many_strokes_were_painted_since_the_riff_began(sketch: Sketch) -> None:
    riff = begun(sketch)
    for number in range(20):
        Stroke(sketch, BrushTip(10, 1.0, 1.0), (400 + 10 * number, 200)).commit()
    riff.take(part(300, 700))
    tiles: dict[int, int] = {}
    for step in sketch.history.steps[1:]:
        layer = step.state.layer(riff.layer_id) if step is not sketch.history.step else sketch.layer(riff.layer_id)
        assert layer.sound.waveform is not None
        tiles |= {id(tile): tile.nbytes for tile in (*layer.tiles.tiles, *layer.sound.waveform.tiles)}
    strokes = 20 * 2 * layer.tiles.tiles[0].nbytes
    assert sum(tiles.values()) <= layer.tiles.nbytes + layer.sound.waveform.nbytes + strokes


def test_a_riff_that_stops_has_the_ink_rendered_whose_audio_has_not_come(sketch: Sketch) -> None:
    riff = begun(sketch)  # 300 columns of ink, and audio for 290
    Stroke(sketch, BrushTip(6, 1.0, 1.0), (100, 200)).commit()
    riff.stop()
    sketch.undo()
    assert sketch.sound(riff.layer_id).stale == ((290, 300),)
    sketch.redo()
    assert (290, 300) in sketch.sound(riff.layer_id).stale


def test_what_was_made_is_all_sections_and_nothing_of_what_was_painted_meanwhile(sketch: Sketch) -> None:
    riff = begun(sketch)
    Stroke(sketch, BrushTip(30), (150, 200)).commit()
    riff.take(part(300, 700))
    Stroke(sketch, EraserTip(60), (500, 200)).commit()
    riff.take(part(700, 1_000))
    expected = np.concatenate([part(0, 300).ink, part(300, 700).ink, part(700, 1_000).ink], axis=1)
    layer = sketch.active_layer
    assert (original_of(sketch).array == expected).all()
    assert (layer.ink != expected).any(axis=0)[150]
    assert (layer.ink != expected).any(axis=0)[500]
    reopened = Sketch(sketch.state)
    assert (original_of(reopened).array == expected).all()
    sketch.undo()
    sketch.undo()
    assert (original_of(sketch).array == sketch.active_layer.ink).all()


def test_a_continuation_is_part_of_what_was_made_and_a_repaint_is_not(sketch: Sketch) -> None:
    layer = whole(sketch)
    made = layer.ink.copy()
    Stroke(sketch, EraserTip(60), (500, 200)).commit()
    again = regenerate(sketch, layer.id, "Repaint", RECIPE, kept(sketch.active_layer))
    again.take(part(200, 400))
    assert (original_of(sketch).array == made).all()
    grown = lengthen(sketch, layer.id, "Continue", RECIPE, kept(sketch.active_layer), before=200, samples=1_200 * HOP)
    grown.take(part(0, 200))
    expected = np.concatenate([part(0, 200).ink, made], axis=1)
    assert (original_of(sketch).array == expected).all()
    assert grown.partial.extends
    assert not again.partial.extends
