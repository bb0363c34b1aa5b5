"""Takes of a riff: the next one stands in the place of the last until one is kept."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from riffdesk.sketch.layer import Layer
from riffdesk.sketch.length import delayed
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe, is_variation
from riffdesk.sketch.sections.incoming_sections import add_riff, lengthen
from riffdesk.sketch.sections.section_merge import Kept
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.takes import MAX_TAKES, as_take, with_kept
from tests.sketch.checked_machine import Part


def generated(sketch: Sketch, level: float) -> Layer:
    """Add a riff as Generate does."""
    takes = [layer.id for layer in sketch.layers if layer.takes is not None]
    riff = as_take(Layer(np.full((512, sketch.columns), level, np.float32), f"riff {level:g}"))
    sound = Sound(np.full((1, sketch.samples), level, np.float32))
    return sketch.add_layer(riff, sound, samples=sketch.samples, take_of=takes[-1] if takes else None, name="Generate")


@pytest.fixture
def sketch() -> Sketch:
    return Sketch()


def level(sketch: Sketch) -> float:
    return round(float(sketch.active_layer.ink.max()), 3)


def test_a_second_riff_takes_the_place_of_the_first_and_of_its_faders(sketch: Sketch) -> None:
    first = generated(sketch, 0.1)
    sketch.set_layer(first.id, gain_db=-6.0, pan=0.5, colour="#123456")
    second = generated(sketch, 0.2)
    assert [layer.id for layer in sketch.layers] == [second.id]
    assert (second.gain_db, second.pan, second.colour) == (-6.0, 0.5, "#123456")
    assert (second.takes.number, second.takes.count) == (2, 2)
    sketch.undo()
    assert [layer.id for layer in sketch.layers] == [first.id]


def test_the_takes_are_heard_one_after_the_other_in_one_step(sketch: Sketch) -> None:
    for number in (0.1, 0.2, 0.3):
        generated(sketch, number)
    sketch.hear_take(-1)
    assert (level(sketch), sketch.active_layer.takes.number) == (0.2, 2)
    assert float(sketch.active_layer.sound.audio.max()) == pytest.approx(0.2)
    sketch.hear_take(-1)
    assert level(sketch) == 0.1
    sketch.hear_take(-1)
    assert level(sketch) == 0.1, "there is none before"
    sketch.hear_take(+2)
    assert level(sketch) == 0.3
    sketch.undo()
    assert level(sketch) == 0.3
    assert sketch.history.undo_name == "Generate"


def test_what_is_kept_stays_and_the_next_riff_is_another_layer(sketch: Sketch) -> None:
    generated(sketch, 0.1)
    kept = generated(sketch, 0.2)
    sketch.keep_take()
    assert sketch.active_layer.takes is None
    third = generated(sketch, 0.3)
    assert [layer.id for layer in sketch.layers] == [kept.id, third.id]
    assert third.takes.count == 1


def test_two_takes_are_compared_however_far_apart_they_are(sketch: Sketch) -> None:
    sketch.compare_takes()
    generated(sketch, 0.1)
    before = sketch.state
    sketch.compare_takes()
    assert sketch.state is before, "there is no other"
    for number in (0.2, 0.3, 0.4):
        generated(sketch, number)
    assert [heard_after(sketch) for _ in range(3)] == [0.3, 0.4, 0.3]
    sketch.hear_take(-2)
    assert [heard_after(sketch) for _ in range(3)] == [0.3, 0.1, 0.3]
    sketch.set_length(2.0)
    assert [heard_after(sketch) for _ in range(2)] == [0.1, 0.3]


def heard_after(sketch: Sketch) -> float:
    """Compare takes; return the level of the one that is heard then."""
    sketch.compare_takes()
    return level(sketch)


def test_a_take_keeps_the_strokes_on_it_and_fits_a_length_that_has_changed_since(sketch: Sketch) -> None:
    generated(sketch, 0.1)
    edit = sketch.begin_stroke("Test")
    edit.write(10, np.full((512, 5), 0.9, np.float32))
    edit.commit()
    generated(sketch, 0.2)
    sketch.set_length(2.0)
    sketch.hear_take(-1)
    assert sketch.active_layer.columns == 200
    assert sketch.active_layer.ink[0, 12] == np.float32(0.9)
    assert all(stop <= 200 for _, stop in sketch.active_layer.sound.stale)


def test_no_more_takes_are_held_than_anyone_compares_and_the_history_counts_them(sketch: Sketch) -> None:
    for number in range(MAX_TAKES + 4):
        generated(sketch, 0.1 + number / 100)
    assert sketch.active_layer.takes.count == MAX_TAKES
    copy = sketch.duplicate_layer(sketch.state.active)
    assert copy.takes is None
    assert sketch.history.size > 0


def test_a_riff_on_a_layer_that_was_kept_or_is_none_is_left_alone(sketch: Sketch) -> None:
    before = sketch.state
    sketch.hear_take(-1)
    sketch.keep_take()
    assert sketch.state is before
    layer = replace(before.layers[0], name="x")
    assert as_take(layer, before.layers[0]).takes.count == 1


A, B = Keyframe(prompt="a", seed=1), Keyframe(4.0, prompt="b", seed=5)
KEPT = (replace(A, seed=4), replace(B, seed=8))


def test_another_variation_has_another_seed_at_every_keyframe_and_nothing_else() -> None:
    assert is_variation((A, B), KEPT)
    for other in ((A, B), (replace(A, seed=4), B), KEPT[:1], (KEPT[0], replace(KEPT[1], prompt="c"))):
        assert not is_variation((A, B), other)


@pytest.mark.parametrize(
    ("now", "after", "about_it"),
    [
        ((A, B), KEPT, True),  # as it was asked for: it takes the seeds of what is kept
        (KEPT, KEPT, True),
        ((replace(A, seed=9), replace(B, seed=9)), (replace(A, seed=9), replace(B, seed=9)), False),  # edited since
        ((replace(A, prompt="c"), B), (replace(A, prompt="c"), B), False),
    ],
)
def test_what_is_kept_brings_its_seeds_to_a_timeline_that_was_not_edited_since(
    sketch: Sketch, now: tuple[Keyframe, ...], after: tuple[Keyframe, ...], about_it: bool
) -> None:
    state = with_kept(replace(sketch.state, keyframes=now), KEPT, (A, B))
    assert state.keyframes == after
    assert (state.made_from == KEPT) is about_it


def test_time_that_is_added_at_the_beginning_keeps_a_riff_the_one_that_the_timeline_is_about(sketch: Sketch) -> None:
    state = replace(sketch.state, keyframes=(A, B), made_from=KEPT)
    later = delayed(state, 100)
    assert [one.seconds for one in later.made_from] == [one.seconds for one in later.keyframes] == [1.0, 5.0]


def test_the_other_takes_come_later_too_where_time_is_added_at_the_beginning(sketch: Sketch) -> None:
    first, second = (generated(sketch, one) for one in (0.1, 0.2))
    kept = Kept(second.tiles, second.sound.waveform)
    recipe = Recipe("starter", (Keyframe(),), 5.12, 12)
    samples = (sketch.columns + 100) * 441
    lengthen(sketch, second.id, "Continue", recipe, kept, before=100, samples=samples)
    sketch.hear_take(-1)
    take = sketch.active_layer
    assert take.id == first.id
    assert not take.ink[:, :100].any()
    assert (take.ink[:, 100:] == np.float32(0.1)).all()
    assert not take.sound.audio[:, : 100 * 441].any()
    assert (take.sound.audio[:, 100 * 441 :] == np.float32(0.1)).all()


def test_a_continuation_goes_on_in_the_take_that_it_was_asked_for_though_another_is_heard(sketch: Sketch) -> None:
    first, second = (generated(sketch, one) for one in (0.1, 0.2))
    kept, columns = Kept(second.tiles, second.sound.waveform), sketch.columns
    recipe = Recipe("starter", (Keyframe(),), 6.12, 12)
    made_from = sketch.state.made_from
    sketch.hear_take(-1)
    riff = lengthen(sketch, second.id, "Continue", recipe, kept, before=0, samples=(columns + 100) * 441)
    assert riff.is_other_take
    ink, audio = np.full((512, 100), 0.5, np.float32), np.full((1, 100 * 441), 0.5, np.float32)
    riff.take(Part(columns, ink, columns * 441, audio))
    assert sketch.active_layer.id == first.id
    assert not sketch.active_layer.ink[:, columns:].any()
    assert (sketch.active_layer.recipe, sketch.state.made_from) == (None, made_from)
    sketch.hear_take(+1)
    assert not riff.is_other_take
    take = sketch.active_layer
    assert (take.id, take.recipe) == (second.id, recipe)
    assert (take.ink[:, :columns] == np.float32(0.2)).all()
    assert (take.ink[:, columns:] == np.float32(0.5)).all()
    assert (take.sound.audio[:, columns * 441 :] == np.float32(0.5)).all()
    assert take.sound.stale == ()


def test_the_other_takes_become_a_loop_and_a_draft_as_the_one_that_is_heard(sketch: Sketch) -> None:
    generated(sketch, 0.1)
    generated(sketch, 0.2)
    sketch.set_circular(True)
    sketch.set_render(quality="best" if sketch.render.quality != "best" else "good")
    heard = sketch.active_layer.sound
    sketch.hear_take(-1)
    assert level(sketch) == 0.1
    assert sketch.active_layer.sound.stale == heard.stale == ((0, 10), (502, 512))
    assert sketch.active_layer.sound.draft == heard.draft == ((0, 512),)


def test_a_take_that_is_not_heard_has_the_section_that_came_meanwhile(sketch: Sketch) -> None:
    first = generated(sketch, 0.1)
    ink = np.full((512, 100), 0.5, np.float32)
    audio = np.full((1, 100 * 441), 0.5, np.float32)
    parts = [SimpleNamespace(column=at, ink=ink, sample=at * 441, audio=audio) for at in (0, 100, 200)]
    layer = as_take(Layer(np.zeros((512, 512), np.float32), "riff"))
    riff = add_riff(sketch, layer, parts[0], samples=sketch.samples, take_of=first.id)
    sketch.hear_take(-1)
    sketch.set_tempo(90)
    index = sketch.history.index
    sketch.hear_take(+1)
    riff.take(parts[1])
    sketch.go(index)
    assert level(sketch) == 0.1
    riff.take(parts[2])
    sketch.hear_take(+1)
    now = sketch.active_layer
    assert (now.ink[:, :300] == np.float32(0.5)).all()
    assert (now.sound.audio[:, : 300 * 441] == np.float32(0.5)).all()
    assert now.sound.stale == ()
