from __future__ import annotations

import numpy as np
import pytest

from riffdesk.errors import UserError
from riffdesk.sketch.events import HistoryChanged, MaskChanged
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip, EraserTip
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound, SoundPatch, Waveform
from riffdesk.sketch.state import MAX_LAYERS


@pytest.fixture
def sketch() -> Sketch:
    return Sketch()


def imported(columns: int, samples: int, name: str = "clip") -> tuple[Layer, Sound, int]:
    rng = np.random.default_rng(5)
    ink, audio = rng.random((512, columns), np.float32), rng.random((1, samples), np.float32)
    return Layer(ink.copy(), name, source=Source(audio, ink)), Sound(audio), samples


def dab(sketch: Sketch, column: float = 100) -> None:
    Stroke(sketch, BrushTip(10, 1.0, 0.5), (column, 200)).commit()


def test_a_new_sketch_is_one_empty_layer_of_512_columns(sketch: Sketch) -> None:
    assert [layer.ink.shape for layer in sketch.layers] == [(512, 512)]
    assert sketch.layers[0].ink.dtype == np.float32
    assert sketch.seconds == pytest.approx(5.12)
    assert sketch.untouched
    assert not sketch.modified


def test_the_first_import_replaces_the_empty_layer_and_sets_the_exact_length(sketch: Sketch) -> None:
    layer, sound, samples = imported(568, 250_400)
    added = sketch.add_layer(layer, sound, samples=samples)
    assert sketch.layers == (added,)
    assert (sketch.columns, sketch.samples) == (568, 250_400)
    assert sketch.sound(added.id).pending is None
    sketch.undo()
    assert sketch.columns == 512


def test_a_later_import_keeps_what_is_there_and_grows_the_sketch_if_longer(sketch: Sketch) -> None:
    dab(sketch)
    short, sound, samples = imported(200, 200 * 441 - 300)
    sketch.add_layer(short, sound, samples=samples)
    assert [layer.columns for layer in sketch.layers] == [512, 512]
    assert sketch.samples == 512 * 441
    long, sound, samples = imported(700, 700 * 441 - 100)
    sketch.add_layer(long, sound, samples=samples)
    assert [layer.columns for layer in sketch.layers] == [700] * 3
    assert sketch.samples == 700 * 441 - 100
    assert sketch.layers[0].ink[200, 100] == pytest.approx(0.5)
    assert len({layer.colour for layer in sketch.layers}) == 3


def waveform(level: float = 0.0, samples: int = 512 * 441) -> Waveform:
    return Waveform.of(np.full((1, samples), level, np.float32))


def rendered(sketch: Sketch, columns: tuple[int, int], level: float = 0.0, *, draft: bool = True) -> None:
    assert sketch.take_sound(sketch.layers[0], columns, waveform(level), draft=draft)


def test_painting_makes_columns_stale_and_undo_brings_the_sound_back(sketch: Sketch) -> None:
    layer = sketch.layers[0].id
    dab(sketch, 100)
    before = sketch.sound(layer)
    dab(sketch, 300)
    (first, _), (_, last) = sketch.sound(layer).stale
    assert 94 <= first <= 97
    assert 304 <= last <= 307
    assert sketch.sound(layer).pending == (first, last)
    rendered(sketch, (first, last))
    assert sketch.sound(layer).pending is None
    assert sketch.sound(layer).draft == ((first, last),)
    sketch.undo()
    assert sketch.sound(layer) is before
    sketch.redo()
    assert sketch.sound(layer).pending is None


def test_ink_is_stale_while_the_stroke_goes_on(sketch: Sketch) -> None:
    layer = sketch.layers[0].id
    stroke = Stroke(sketch, BrushTip(8), (50, 100))
    assert sketch.sound(layer).stale
    rendered(sketch, (0, 512))
    stroke.commit()
    assert sketch.sound(layer).stale == ()  # nothing was painted since


def test_a_stroke_that_is_aborted_leaves_ink_and_sound_as_they_were(sketch: Sketch) -> None:
    dab(sketch, 300)
    before = sketch.layers[0]
    stroke = Stroke(sketch, BrushTip(8), (50, 100))
    rendered(sketch, (0, 512), 0.5)
    stroke.abort()
    assert sketch.layers[0].tiles is before.tiles
    assert sketch.layers[0].sound is before.sound


def test_strokes_during_a_render_stay_stale_after_it(sketch: Sketch) -> None:
    layer = sketch.layers[0].id
    dab(sketch, 100)
    then = sketch.layers[0]
    dab(sketch, 400)
    Stroke(sketch, BrushTip(10, 1.0, 0.9), (100, 200)).commit()
    assert sketch.take_sound(then, (90, 110), waveform(), draft=True)
    assert [90 <= start < 100 or 390 < start < 400 for start, _ in sketch.sound(layer).stale] == [True, True]


def test_sound_is_refused_where_another_has_come_meanwhile_or_the_layer_is_gone(sketch: Sketch) -> None:
    dab(sketch, 100)
    then = sketch.layers[0]
    rendered(sketch, (90, 110), 0.5)
    assert not sketch.take_sound(then, (90, 110), waveform(0.1), draft=True)
    assert float(sketch.sound(then.id).audio.max()) == 0.5
    sketch.new_layer()
    then = sketch.layer(then.id)
    sketch.remove_layer(then.id)
    assert not sketch.take_sound(then, (90, 110), waveform(0.1), draft=True)


def test_only_the_columns_that_are_rendered_are_no_longer_stale(sketch: Sketch) -> None:
    layer = sketch.layers[0].id
    sketch.set_sound(layer, Sound(None, ((0, 500),)))
    rendered(sketch, (100, 200))
    assert sketch.sound(layer).stale == ((0, 100), (200, 500))
    assert sketch.sound(layer).unfinished == ((0, 500),)


def test_a_patch_changes_its_own_samples_only_and_shares_the_rest() -> None:
    sound = Sound(waveform(0.25, 200_000))
    before = sound.audio
    patched = sound.patched_waveform(SoundPatch(100_000, np.full((1, 300), 0.5, np.float32), 200_000))
    assert before is not None
    assert (before == 0.25).all()  # the player may still be reading it
    assert (patched[:, 100_000:100_300] == 0.5).all()
    assert (np.delete(patched.array, slice(100_000, 100_300), axis=1) == 0.25).all()
    assert sound.waveform is not None
    assert (
        sum(one is two for one, two in zip(patched.tiles, sound.waveform.tiles, strict=True)) == len(patched.tiles) - 1
    )


def test_a_patch_of_a_loop_goes_on_at_its_beginning() -> None:
    sound = Sound(waveform(0.25, 50_000))
    patched = sound.patched_waveform(SoundPatch(-100, np.full((1, 300), 0.5, np.float32), 50_000, circular=True))
    assert patched.shape == (1, 50_000)
    assert (patched[:, -100:] == 0.5).all()
    assert (patched[:, :200] == 0.5).all()
    assert (patched[:, 200:-100] == 0.25).all()


def test_every_property_is_one_undo_step_and_a_drag_of_one_too(sketch: Sketch) -> None:
    layer = sketch.layers[0].id
    for db in (-1.0, -2.0, -3.0):
        sketch.set_layer(layer, gain_db=db)
    sketch.set_layer(layer, mute=True)
    sketch.set_tempo(90)
    assert (sketch.layers[0].gain_db, sketch.layers[0].mute, sketch.state.tempo) == (-3.0, True, 90)
    sketch.undo()
    sketch.undo()
    assert (sketch.layers[0].gain_db, sketch.layers[0].mute, sketch.state.tempo) == (-3.0, False, 120)
    sketch.undo()
    assert sketch.layers[0].gain_db == 0
    assert sketch.history.undo_name is None


def test_strokes_and_layers_and_lengths_undo_in_order(sketch: Sketch) -> None:
    dab(sketch, 100)
    second = sketch.new_layer()
    dab(sketch, 50)
    sketch.set_length(2.0)
    sketch.remove_layer(second.id)
    assert len(sketch.layers) == 1
    assert sketch.layers[0].columns == 200
    sketch.undo()
    sketch.undo()
    assert sketch.columns == 512
    assert sketch.layer(second.id).ink[200, 50] == pytest.approx(0.5)
    sketch.undo()
    assert not sketch.layer(second.id).ink.any()
    sketch.undo()
    sketch.undo()
    assert not sketch.layers[0].ink.any()
    for _ in range(5):
        sketch.redo()
    assert len(sketch.layers) == 1
    assert sketch.columns == 200
    assert sketch.layers[0].ink[200, 100] == pytest.approx(0.5)


def test_a_length_that_is_dragged_back_has_cut_nothing(sketch: Sketch) -> None:
    dab(sketch, 400)
    sketch.set_length(1.0)
    sketch.set_length(5.12)
    assert sketch.layers[0].ink[200, 400] == pytest.approx(0.5)
    sketch.undo()
    sketch.undo()
    assert not sketch.layers[0].ink.any()


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf"), 601])
def test_impossible_lengths_are_refused(sketch: Sketch, seconds: float) -> None:
    with pytest.raises(UserError, match="long"):
        sketch.set_length(seconds)


@pytest.mark.parametrize("tempo", [0, 10_000, float("nan")])
def test_impossible_tempos_are_refused(sketch: Sketch, tempo: float) -> None:
    with pytest.raises(UserError, match="tempo"):
        sketch.set_tempo(tempo)
    with pytest.raises(UserError, match="beats"):
        sketch.set_beats_per_bar(0)


def test_removing_the_last_layer_leaves_an_empty_one(sketch: Sketch) -> None:
    dab(sketch)
    sketch.remove_layer(sketch.layers[0].id)
    assert len(sketch.layers) == 1
    assert not sketch.layers[0].ink.any()


def test_there_is_a_limit_to_layers(sketch: Sketch) -> None:
    for _ in range(MAX_LAYERS - 1):
        sketch.new_layer()
    dab(sketch)
    with pytest.raises(UserError, match=str(MAX_LAYERS)):
        sketch.new_layer()


def test_layers_move_and_duplicate(sketch: Sketch) -> None:
    dab(sketch)
    first = sketch.layers[0].id
    copy = sketch.duplicate_layer(first)
    np.testing.assert_array_equal(copy.ink, sketch.layers[0].ink)
    assert copy.tiles is sketch.layers[0].tiles  # which nobody ever writes to
    sketch.move_layer(copy.id, 0)
    assert [layer.id for layer in sketch.layers] == [copy.id, first]


def test_modified_follows_save_undo_and_redo(sketch: Sketch) -> None:
    dab(sketch)
    assert sketch.modified
    sketch.mark_saved(sketch.history.position)
    assert not sketch.modified
    sketch.set_tempo(100)
    assert sketch.modified
    sketch.undo()
    assert not sketch.modified
    sketch.undo()
    assert sketch.modified


def test_a_change_after_saving_is_never_merged_into_the_saved_step(sketch: Sketch) -> None:
    sketch.set_tempo(100)
    sketch.mark_saved(sketch.history.position)
    sketch.set_tempo(101)
    assert sketch.modified
    sketch.undo()
    assert sketch.state.tempo == 100


def test_a_document_is_a_value_that_painting_does_not_reach(sketch: Sketch) -> None:
    dab(sketch, 100)
    document = sketch.state
    dab(sketch, 300)
    assert document.layers[0].ink[200, 100] == pytest.approx(0.5)
    assert not document.layers[0].ink[:, 290:310].any()
    with pytest.raises(ValueError, match="read-only"):
        sketch.active_layer.ink[0, 0] = 1


def test_opening_another_document_forgets_the_history(sketch: Sketch) -> None:
    dab(sketch)
    other = Sketch()
    dab(other, 50)
    sketch.open(other.state)
    assert sketch.history.undo_name is None
    assert not sketch.modified
    assert sketch.layers[0].ink[200, 50] == pytest.approx(0.5)


def test_a_stroke_in_progress_is_kept_when_something_else_is_done(sketch: Sketch) -> None:
    stroke = Stroke(sketch, BrushTip(10, 1.0, 0.5), (100, 200))
    sketch.set_length(3.0)
    stroke.move((250, 200))  # after its end: goes nowhere
    assert stroke.commit() is None
    assert sketch.layers[0].ink[200, 100] == pytest.approx(0.5)
    assert not sketch.layers[0].ink[:, 150:].any()
    sketch.undo()
    assert sketch.columns == 512
    sketch.undo()
    assert not sketch.layers[0].ink.any()
    sketch.redo()
    assert sketch.layers[0].ink[200, 100] == pytest.approx(0.5)


def test_removing_the_layer_under_a_stroke_and_undoing_it_brings_the_stroke_back(sketch: Sketch) -> None:
    other = sketch.new_layer()
    stroke = Stroke(sketch, BrushTip(10, 1.0, 0.5), (100, 200))
    sketch.remove_layer(other.id)
    stroke.abort()
    sketch.undo()
    assert sketch.layer(other.id).ink[200, 100] == pytest.approx(0.5)


def test_another_document_ends_the_stroke(sketch: Sketch) -> None:
    stroke = Stroke(sketch, BrushTip(10, 1.0, 0.5), (100, 200))
    sketch.open()
    stroke.move((200, 200))
    stroke.abort()
    assert not sketch.layers[0].ink.any()
    assert not sketch.modified


def test_the_mask_is_painted_undone_and_cleared_like_ink_and_makes_no_layer_stale(sketch: Sketch) -> None:
    assert sketch.mask is None
    told: list[object] = []
    sketch.subscribe(told.append)
    Stroke(sketch, BrushTip(20, 0.5, 1.0), (100, 50), on_mask=True).commit()
    assert sketch.mask is not None
    assert sketch.mask.shape == (512, sketch.columns)
    assert sketch.mask[50, 100] == 1
    assert sketch.mask[50, 150] == 0
    assert {type(event) for event in told} == {MaskChanged, HistoryChanged}
    assert sketch.sound(sketch.layers[0].id).stale == ()
    sketch.undo()
    assert sketch.mask is None
    sketch.redo()
    sketch.clear_mask()
    assert not sketch.mask.any()
    sketch.undo()
    assert sketch.mask[50, 100] == 1


def test_the_mask_grows_with_the_sketch_and_goes_with_the_document(sketch: Sketch) -> None:
    Stroke(sketch, BrushTip(20, 0.5, 1.0), (100, 50), on_mask=True).commit()
    sketch.set_length(10)
    assert sketch.mask is not None
    assert sketch.mask.shape[1] == 1_000
    assert sketch.mask[50, 100] == 1
    sketch.open()
    assert sketch.mask is None


def test_strokes_on_the_mask_are_undone_and_redone_across_changes_of_length(sketch: Sketch) -> None:
    Stroke(sketch, BrushTip(20, 0.5, 1.0), (100, 50), on_mask=True).commit()
    sketch.set_length(10)
    Stroke(sketch, BrushTip(20, 0.5, 1.0), (800, 50), on_mask=True).commit()
    seen = sketch.mask
    assert seen is not None
    for _ in range(3):
        sketch.undo()
    assert sketch.mask is None
    sketch.redo()
    assert sketch.mask.shape == (512, 512)
    for _ in range(2):
        sketch.redo()
    assert (sketch.mask == seen).all()
    assert (seen[50, 100], seen[50, 800]) == (1, 1)


def test_what_riffs_are_asked_for_is_undone_and_another_quality_makes_all_sound_a_draft(sketch: Sketch) -> None:
    dab(sketch, 100)
    rendered(sketch, (0, 512), draft=False)
    sketch.set_render(model="other", loras=(("a", 0.123456789),))
    sketch.set_render(quality="best")
    assert sketch.sound(sketch.layers[0].id).draft == ((0, 512),)
    sketch.undo()
    assert (sketch.render.quality, sketch.sound(sketch.layers[0].id).draft) == ("good", ())
    assert sketch.render.loras == (("a", 0.123456789),)
    sketch.undo()
    assert sketch.render.model == "starter"


def test_a_jump_in_the_history_leads_to_that_step(sketch: Sketch) -> None:
    for column in (100, 200, 300):
        dab(sketch, column)
    assert [step.name for step in sketch.history.steps] == ["New sketch", "Brush", "Brush", "Brush"]
    sketch.go(1)
    assert sketch.layers[0].ink[200, 100] > 0
    assert not sketch.layers[0].ink[:, 150:].any()
    sketch.go(3)
    assert sketch.layers[0].ink[200, 300] > 0
    sketch.go(0)
    assert sketch.layers[0].tiles.is_silent


@pytest.mark.parametrize("fields", [{"gain_db": 90}, {"gain_db": float("nan")}, {"pan": -1.5}])
def test_levels_that_no_mixer_has_are_refused(sketch: Sketch, fields: dict[str, float]) -> None:
    with pytest.raises(UserError, match="gain"):
        sketch.set_layer(sketch.layers[0].id, **fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"seconds": 0.005}, {"seconds": 700}, {"seconds": float("nan")}, {"steps": 0}, {"steps": 1_001},
        {"loras": (("a", 1e7),)}, {"loras": (("a", float("nan")),)}, {"loras": (("a", 1.0),) * 101},
        {"model": "m" * 1_001}, {"start": "s" * 1_001}, {"quality": "loud"},
    ],
)  # fmt: skip
def test_riffs_are_not_asked_for_with_what_no_project_could_hold(sketch: Sketch, fields: dict[str, object]) -> None:
    with pytest.raises(UserError, match="riff"):
        sketch.set_render(**fields)


def test_a_recipe_beyond_what_is_possible_is_brought_within_it() -> None:
    recipe = Recipe("m" * 2_000, (Keyframe(),), 7_000.0, 5, loras=(("a", 1e7), ("b", -1e9)))
    render = RenderSettings.of(recipe)
    assert (len(render.model), render.seconds, render.loras) == (1_000, 600, (("a", 1e6), ("b", -1e6)))


def test_a_stroke_in_the_making_that_changes_nothing_leaves_the_sketch_as_it_is() -> None:
    sketch = Sketch()
    before = sketch.state
    Stroke(sketch, BrushTip(10, 1.0, 0.0), (10, 10))
    Stroke(sketch, EraserTip(10, 1.0, 1.0), (10, 10), on_mask=True)
    assert sketch.state is before
    assert not sketch.modified


def test_a_change_that_is_refused_does_not_end_a_stroke() -> None:
    sketch = Sketch()
    edit = sketch.begin_stroke("Brush")
    edit.write(0, np.ones((512, 2), np.float32))
    for act in (lambda: sketch.set_layer(sketch.state.active, gain_db=99.0), lambda: sketch.set_length(601.0)):
        with pytest.raises(UserError):
            act()
    edit.write(2, np.ones((512, 2), np.float32))
    edit.commit()
    assert [step.name for step in sketch.history.steps] == ["New sketch", "Brush"]
    assert sketch.active_layer.ink[:, :4].all()
