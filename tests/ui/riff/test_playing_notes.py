"""Notes are read from a drawing, played, changed, played again and carried on; the test is the engine."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from riffdesk.compose.harmony import Key
from riffdesk.compose.notes import note_edits
from riffdesk.compose.score import Note, Part, Score
from riffdesk.compose.score_text import score_of_text, text_of
from riffdesk.engine.riff.score.layer_score import layer_score, played_score_of
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import ToneTip
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.canvas.notes.active_notes import set_notes
from riffdesk.ui.notices import Notice
from riffdesk.ui.riff.continuation import Continuation
from riffdesk.ui.riff.generation import Generation
from riffdesk.ui.riff.incoming_riffs import IncomingRiffs
from riffdesk.ui.riff.playing_notes import PlayingNotes
from riffdesk.ui.riff.recipe_maker import RecipeMaker
from tests.ui.riff.test_generation import Engine, engine, generation, growing, notice, sketch  # noqa: F401


@pytest.fixture
def requests(sketch: Sketch, engine: Engine, notice: Notice) -> RecipeMaker:  # noqa: F811
    return RecipeMaker(sketch, engine, notice, {})


@pytest.fixture
def playing(
    sketch: Sketch, engine: Engine, notice: Notice, requests: RecipeMaker, generation: Generation  # noqa: F811
) -> PlayingNotes:  # fmt: skip
    return PlayingNotes(sketch, engine, notice, requests, generation)


@pytest.fixture
def continuing(
    sketch: Sketch, notice: Notice, requests: RecipeMaker, generation: Generation, growing: IncomingRiffs  # noqa: F811
) -> Continuation:  # fmt: skip
    return Continuation(sketch, notice, requests, generation, growing)


def draw_line(sketch: Sketch) -> None:  # noqa: F811
    """Draw three notes with the tone brush."""
    for start, hertz in ((50, 220.0), (150, 246.94), (250, 261.63)):
        band = float(sketch.params.band_of(hertz))
        stroke = Stroke(sketch, ToneTip(), (float(start), band))
        stroke.move((float(start + 59), band))
        stroke.commit()


def pitches(text: str) -> list[int]:
    return [note.pitch for part in score_of_text(text).parts for note in part.notes]


def edit(sketch: Sketch, beat: float, semitones: int) -> None:  # noqa: F811
    """Move the first note at or after a beat of the active layer."""
    score = layer_score(sketch.active_layer, played=True)
    assert score is not None
    number, note = min(
        ((number, note) for number, part in enumerate(score.parts) for note in part.notes if note.start >= beat),
        key=lambda one: one[1].start,
    )
    chosen = frozenset({(number, note)})
    if score.parts[number].role == "drums":
        after, _ = note_edits.louder(score, chosen, -9)
    else:
        after, _ = note_edits.moved(score, chosen, 0.0, semitones)
    set_notes(sketch, sketch.active_layer.id, text_of(after), "Move notes")


def test_notes_of_a_drawing_are_read_as_one_step_for_the_instrument_of_the_prompt(
    playing: PlayingNotes, sketch: Sketch, notice: Notice  # noqa: F811
) -> None:  # fmt: skip
    draw_line(sketch)
    sketch.set_keyframes((replace(sketch.state.keyframes[0], prompt="violin melody"),))
    shown = []
    playing.show = lambda: shown.append(True)
    playing.read_drawing()
    score = score_of_text(sketch.active_layer.notes)
    assert [(part.instrument, part.role) for part in score.parts] == [("violin", "melody")]
    assert pitches(sketch.active_layer.notes) == [57, 59, 60]
    assert [round(score.seconds(note.start), 2) for note in score.parts[0].notes] == [0.5, 1.5, 2.5]
    assert sketch.history.undo_name == "Notes from the drawing"
    assert shown
    assert notice.said[-1].startswith("3 notes were read")
    sketch.undo()
    assert sketch.active_layer.notes == ""


def test_nothing_drawn_and_nothing_tonal_is_told(playing: PlayingNotes, sketch: Sketch, notice: Notice) -> None:  # noqa: F811
    playing.read_drawing()
    assert "nothing drawn" in notice.said[-1]
    sketch.add_layer(Layer(np.full((512, 512), 0.5, np.float32)))
    playing.read_drawing()
    assert "No notes were found" in notice.said[-1]
    assert sketch.active_layer.notes == ""


def test_playing_a_drawings_notes_makes_a_layer_in_its_place(
    playing: PlayingNotes, engine: Engine, sketch: Sketch  # noqa: F811
) -> None:  # fmt: skip
    draw_line(sketch)
    drawn = sketch.active_layer
    playing.read_drawing()
    edit(sketch, 0.0, 12)
    playing.play_again()
    assert pitches(engine.request.recipe.score) == [69, 59, 60]
    engine.answer()
    assert sketch.layer(drawn.id).mute
    assert sketch.layer(drawn.id).tiles is drawn.tiles
    assert sketch.active_layer.recipe == engine.request.recipe


@pytest.mark.parametrize("drawn", [True, False])
def test_the_instrument_is_that_of_the_prompt_when_the_notes_are_played(
    playing: PlayingNotes, engine: Engine, sketch: Sketch, drawn: bool  # noqa: F811
) -> None:  # fmt: skip
    if drawn:
        draw_line(sketch)
        playing.read_drawing()
    else:  # as the note tool adds them to an empty layer
        part = replace(playing.part_for(60), notes=(Note(0.0, 1.0, 60, 90), Note(1.0, 1.0, 64, 90)))
        set_notes(sketch, sketch.active_layer.id, text_of(Score(120.0, 4, Key(0, "major"), 2, (), (part,))), "Add note")
    before = pitches(sketch.active_layer.notes)
    for words in ("violin melody", "flute melody"):
        sketch.set_keyframes((replace(sketch.state.keyframes[0], prompt=words),))
        playing.play_again()
        score = score_of_text(engine.request.recipe.score)
        assert [part.instrument for part in score.parts] == [words.split()[0]]
        assert pitches(engine.request.recipe.score) == before


def test_making_a_drawn_line_real_plays_its_notes(generation: Generation, engine: Engine, sketch: Sketch) -> None:  # noqa: F811
    draw_line(sketch)
    generation.make_real(all_layers=False)
    assert pitches(engine.request.recipe.score) == [57, 59, 60]
    assert engine.request.init is not None


def test_making_noise_real_plays_no_notes(generation: Generation, engine: Engine, sketch: Sketch) -> None:  # noqa: F811
    draw_line(sketch)
    edit_ = sketch.begin_stroke("noise")
    noise = edit_.read(0, 512).copy()
    noise[200:500] = 0.6
    edit_.write(0, noise)
    edit_.commit()
    generation.make_real(all_layers=False)
    assert engine.request.recipe.score == ""


def test_only_bars_whose_notes_changed_are_played_again_in_the_same_layer_as_one_step(
    playing: PlayingNotes, generation: Generation, engine: Engine, sketch: Sketch  # noqa: F811
) -> None:  # fmt: skip
    sketch.set_length(8.0)
    generation.generate()
    made = engine.answer().recipe
    layer = sketch.active_layer
    edit(sketch, 4.0, 1)
    changed = sketch.active_layer.notes
    assert sketch.active_layer.recipe == made, "what made the sound"
    playing.play_again()
    request = engine.request
    assert request.mask is not None
    columns = np.flatnonzero(request.mask.any(axis=0))
    assert columns[0] == 200
    assert columns[-1] in (399, 599, 799), "whole bars of two seconds"
    assert request.mask[:, columns].all()
    assert [keyframe.seed for keyframe in request.recipe.keyframes] == [keyframe.seed for keyframe in made.keyframes]
    assert score_of_text(request.recipe.score) == score_of_text(changed)
    steps = len(sketch.history.steps)
    engine.answer(0.7)
    after = sketch.active_layer
    assert (after.id, after.notes, after.recipe) == (layer.id, "", request.recipe)
    assert np.array_equal(after.ink[:, :200], layer.ink[:, :200])
    assert len(sketch.history.steps) == steps + 1
    assert sketch.history.undo_name == "Play the notes again"
    sketch.undo()
    assert (sketch.active_layer.notes, sketch.active_layer.recipe) == (changed, made)
    playing_again = layer_score(sketch.active_layer, played=True)
    assert playing_again is not None
    assert text_of(playing_again) == changed


def test_without_changed_notes_there_is_nothing_to_play(
    playing: PlayingNotes, generation: Generation, engine: Engine, notice: Notice  # noqa: F811
) -> None:  # fmt: skip
    generation.generate()
    engine.answer()
    jobs = len(engine.jobs)
    playing.play_again()
    assert len(engine.jobs) == jobs
    assert "plays its notes already" in notice.said[-1]


def test_repainting_plays_what_was_played_and_keeps_the_change_for_later(
    generation: Generation, engine: Engine, sketch: Sketch  # noqa: F811
) -> None:  # fmt: skip
    generation.generate()
    made = engine.answer().recipe
    edit(sketch, 0.0, 1)
    changed = sketch.active_layer.notes
    generation.repaint(Region(200, 300, 10, 20))
    assert score_of_text(engine.request.recipe.score) == played_score_of(made)
    engine.answer()
    assert sketch.active_layer.notes == changed


def given_layer(sketch: Sketch, generation: Generation, engine: Engine) -> Score:  # noqa: F811
    """Make a riff of four bars of given notes."""
    notes = tuple(Note(float(beat), 0.5, 60 + beat % 5, 80) for beat in range(16))
    score = Score(120.0, 4, Key(9, "minor"), 4, (), (Part("melody", "piano", 0, notes),))
    sketch.set_length(8.0)
    sketch.set_render(score=text_of(score), score_name="tune.mid")
    generation.generate()
    engine.answer()
    return score


def test_continuing_given_notes_keeps_them_and_composes_on_in_their_key(
    generation: Generation, continuing: Continuation, engine: Engine, sketch: Sketch  # noqa: F811
) -> None:  # fmt: skip
    score = given_layer(sketch, generation, engine)
    sketch.set_keyframes((replace(sketch.state.keyframes[0], prompt="piano melody"),))
    continuing.continue_right()
    after = score_of_text(engine.request.recipe.score)
    piano = after.parts[0]
    assert piano.notes[:16] == score.parts[0].notes
    assert len([note for note in piano.notes if 16 <= note.start < 32]) > 4
    assert (after.key, after.tempo, after.bars) == (score.key, 120.0, 8)
    engine.answer()
    shown = layer_score(sketch.active_layer, played=True)
    assert shown == after


def test_continuing_to_the_left_moves_the_given_notes_later(
    generation: Generation, continuing: Continuation, engine: Engine, sketch: Sketch  # noqa: F811
) -> None:  # fmt: skip
    score = given_layer(sketch, generation, engine)
    sketch.keep_take()
    other = sketch.duplicate_layer(sketch.active_layer.id)
    sketch.select_layer(sketch.layers[0].id)
    continuing.continue_left()
    request = engine.request
    after = score_of_text(request.recipe.score)
    later = [note for part in after.parts if part.instrument == "piano" for note in part.notes if note.start >= 16]
    assert [note.start - 16 for note in later] == [note.start for note in score.parts[0].notes]
    assert request.downbeat == 0.0
    engine.answer()
    assert sketch.active_layer.delay == 0
    assert sketch.layer(other.id).delay == 800, "its notes are drawn later, as it sounds later"


def test_changed_notes_are_played_before_the_riff_is_continued(
    generation: Generation, continuing: Continuation, engine: Engine, sketch: Sketch, notice: Notice  # noqa: F811
) -> None:  # fmt: skip
    given_layer(sketch, generation, engine)
    edit(sketch, 0.0, 1)
    jobs = len(engine.jobs)
    continuing.continue_right()
    assert len(engine.jobs) == jobs
    assert "Play the notes again" in notice.said[-1]
