"""What the prompt panel's buttons ask the engine for, and what becomes of its answers; the test is the engine."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import replace
from typing import cast

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from riffdesk.audio.playing.player import Player
from riffdesk.engine.events import Plan, Preview, RenderResult, Section, Working
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.score.drawn_score import read_drawing
from riffdesk.engine.riff.score.played_score import is_played
from riffdesk.errors import Cancelled, UserError
from riffdesk.progress import Step
from riffdesk.settings import Settings
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.mixer import audible_layers
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Waveform
from riffdesk.sketch.state import MAX_LAYERS, empty_state, ink_channels
from riffdesk.ui.render_defaults import RenderDefaults
from riffdesk.ui.riff.generation import Generation
from riffdesk.ui.riff.incoming_riffs import IncomingRiffs
from riffdesk.ui.riff.recipe_maker import RecipeMaker
from riffdesk.ui.window.app import application
from riffdesk.ui.window_parts import WindowParts
from riffdesk.ui.worker import Job


class Engine(QObject):
    """A worker whose answers the test gives."""

    stepped = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[Job] = []

    def submit(self, function, request, label, on_done, on_failed) -> Job:
        job = Job(function, request, label, on_done, on_failed)
        if function is read_drawing:  # which no model is needed for
            on_done(read_drawing(request))
            return job
        self.jobs.append(job)
        return job

    def cancel(self, job: Job) -> None:
        job.cancel.set()

    @property
    def request(self) -> RenderRequest:
        return self.jobs[-1].request

    def answer(self, level: float = 0.5) -> RenderResult:
        """Send all of a riff in one section, or of what is made anew of it, and end."""
        result = riff(self.request, level)
        start, stop = 0, self.request.columns
        if self.request.mask is not None:
            anew = np.flatnonzero(self.request.mask.any(axis=0))
            start, stop = int(anew[0]), int(anew[-1]) + 1
        self.send(result, start, stop)
        self.jobs[-1].on_done(None)
        return result

    def send(self, result: RenderResult, start: int, stop: int) -> None:
        hop = result.params.hop
        ink, audio = result.ink[..., start:stop], result.audio[:, start * hop : stop * hop]
        self.step(Section(0, 1, start, ink, start * hop, audio))

    def step(self, partial: object) -> None:
        self.stepped.emit(self.jobs[-1], Step(1, 9, "", partial))


class Notice:
    def __init__(self) -> None:
        self.said: list[str] = []

    def tell(self, text: str) -> None:
        self.said.append(text)

    warn = tell

    def report(self, error: Exception) -> None:
        self.said.append(repr(error))

    def offer(self, text: str, *choices: tuple[str, object]) -> None:
        self.said.append(text)
        self.choices = dict(choices)

    @contextmanager
    def reporting_errors(self):
        try:
            yield
        except UserError as error:
            self.said.append(str(error))


def riff(request: RenderRequest, level: float = 0.5) -> RenderResult:
    ink = np.full((*ink_channels(request.params), 512, request.columns), level, np.float32)
    if request.mask is not None:
        assert request.init is not None
        ink = np.where(request.mask > 0, level, request.init).astype(np.float32)
    audio = np.full((1, request.samples), level, np.float32)
    return RenderResult(ink, audio, request.recipe, request.params)


@pytest.fixture
def engine() -> Engine:
    application()
    return Engine()


@pytest.fixture
def sketch() -> Sketch:
    made = Sketch()
    made.set_keyframes((replace(made.state.keyframes[0], prompt="rock drums", seed=7),))
    return made


@pytest.fixture
def notice() -> Notice:
    return Notice()


@pytest.fixture
def growing(sketch: Sketch, engine: Engine, notice: Notice) -> IncomingRiffs:
    return IncomingRiffs(sketch, engine, notice)


def made(sketch: Sketch, engine: Engine, notice: Notice, growing: IncomingRiffs, settings: Settings) -> Generation:
    recipes = RecipeMaker(sketch, engine, notice, {})
    defaults, player = RenderDefaults(sketch, settings), cast(Player, None)
    return Generation(
        WindowParts(sketch, player, settings, defaults, notice, *[engine] * 5),
        recipes,
        growing,
    )


@pytest.fixture
def generation(sketch: Sketch, engine: Engine, notice: Notice, growing: IncomingRiffs) -> Generation:
    return made(sketch, engine, notice, growing, Settings(variations=3))


def draw(sketch: Sketch) -> None:
    Stroke(sketch, BrushTip(20), (100, 100)).commit()


def test_generate_makes_a_layer_with_its_sound_and_recipe_that_undo_takes_away(
    generation: Generation, engine: Engine, sketch: Sketch
) -> None:
    draw(sketch)
    generation.generate()
    assert engine.request.recipe.keyframes == sketch.state.keyframes
    assert engine.request.recipe.seconds == 5.12
    assert engine.request.init is None
    result = engine.answer()
    layer = sketch.active_layer
    assert len(sketch.layers) == 2
    assert layer.name == "rock drums · 7"
    assert layer.recipe == result.recipe
    assert (sketch.sound(layer.id).audio == result.audio).all()
    assert sketch.sound(layer.id).unfinished == ()
    sketch.undo()
    assert len(sketch.layers) == 1


def test_a_rhythm_that_is_not_here_is_words_alone(generation: Generation, engine: Engine, sketch: Sketch) -> None:
    sketch.set_render(start="polka")
    generation.generate()
    assert engine.request.init is None
    assert engine.request.recipe.init == ""


def test_a_long_riff_makes_the_sketch_longer(generation: Generation, engine: Engine, sketch: Sketch) -> None:
    draw(sketch)
    sketch.set_render(seconds=12.0)
    generation.generate()
    engine.answer()
    assert sketch.seconds == pytest.approx(12)


def test_making_it_real_takes_the_drawing_and_its_place_and_can_be_compared(
    generation: Generation, engine: Engine, sketch: Sketch
) -> None:
    draw(sketch)
    drawing = sketch.active_layer
    generation.make_real(all_layers=False)
    assert engine.request.init is not None
    assert (engine.request.init == drawing.ink).all()
    edit = sketch.begin_stroke("Noise")
    edit.write(0, np.ones(edit.shape, np.float32))
    assert (engine.request.init == drawing.ink).all()  # what is painted from now on is not in it
    edit.abort()
    engine.answer()
    made = sketch.active_layer
    assert [layer.mute for layer in sketch.layers] == [True, False]
    generation.compare()
    assert [layer.mute for layer in sketch.layers] == [False, True]
    sketch.select_layer(drawing.id)
    generation.compare()
    assert [layer.mute for layer in sketch.layers] == [True, False]
    assert made.id in {layer.id for layer in sketch.layers}


@pytest.mark.parametrize("name", ["guide", "drone"])
def test_a_layer_with_the_name_of_a_seed_image_is_no_seed_image(
    generation: Generation, engine: Engine, sketch: Sketch, name: str
) -> None:
    draw(sketch)
    sketch.set_layer(sketch.state.active, name=name)
    generation.make_real(all_layers=False)
    recipe = engine.request.recipe
    assert recipe.init == f"{name} (layer)"
    assert not is_played(recipe, takes_score=False)


def test_a_riff_in_a_soloed_layers_place_is_heard_as_loud_and_where_that_was(
    generation: Generation, engine: Engine, sketch: Sketch
) -> None:
    draw(sketch)
    drawing = sketch.active_layer.id
    sketch.set_layer(drawing, solo=True, gain_db=-9.0, pan=0.5)
    bystander = sketch.new_layer().id
    sketch.select_layer(drawing)
    generation.make_real(all_layers=False)
    engine.answer()
    made = sketch.active_layer
    assert (made.gain_db, made.pan) == (-9.0, 0.5)
    assert [layer.id for layer in audible_layers(sketch.state)] == [made.id]
    generation.compare()
    assert [layer.id for layer in audible_layers(sketch.state)] == [drawing]
    generation.make_real(all_layers=True)
    engine.answer()
    assert [layer.id for layer in audible_layers(sketch.state)] == [sketch.state.active]
    assert (sketch.active_layer.gain_db, sketch.active_layer.pan) == (0, 0)
    assert not sketch.layer(bystander).mute  # it was not heard, so nothing was made of it


def test_making_it_real_is_undone_in_one_step(generation: Generation, engine: Engine, sketch: Sketch) -> None:
    draw(sketch)
    generation.make_real(all_layers=True)
    engine.answer()
    sketch.undo()
    assert [layer.mute for layer in sketch.layers] == [False]


def test_nothing_drawn_is_nothing_to_make_real(generation: Generation, engine: Engine, notice: Notice) -> None:
    generation.make_real(all_layers=True)
    assert engine.jobs == []
    assert "nothing drawn" in notice.said[0]


def test_repainting_changes_the_selection_alone(generation: Generation, engine: Engine, sketch: Sketch) -> None:
    draw(sketch)
    before = sketch.active_layer.ink.copy()
    generation.repaint(Region(200, 300, 10, 20))
    mask = engine.request.mask
    assert mask is not None
    assert mask[10:20, 200:300].all()
    assert mask.sum() == 10 * 100
    engine.answer(0.25)
    after = sketch.active_layer.ink
    assert (after[10:20, 200:300] == 0.25).all()
    assert (after[mask == 0] == before[mask == 0]).all()
    sketch.undo()
    assert (sketch.active_layer.ink == before).all()


def test_repainting_takes_the_shape_and_the_soft_edges_of_the_selection(
    generation: Generation, engine: Engine, sketch: Sketch
) -> None:
    soft = Region(200, 300, 100, 200).feathered(10, sketch)
    assert soft is not None
    generation.repaint(soft)
    np.testing.assert_array_equal(engine.request.mask, soft.weights(0, sketch.columns, slice(0, 512)))
    assert engine.request.recipe.mask == "selection"


@pytest.mark.parametrize("stereo", [False, True])
def test_a_layer_with_other_channels_than_the_sketch_is_repainted_with_its_own(
    generation: Generation, engine: Engine, sketch: Sketch, stereo: bool
) -> None:
    sketch.open(empty_state(replace(sketch.params, stereo=not stereo)))
    drawn = np.full((2, 512, 512) if stereo else (512, 512), 0.5, np.float32)
    layer = sketch.add_layer(Layer(drawn))
    generation.repaint(Region(200, 300, 10, 20))
    engine.answer(0.25)
    assert sketch.active_layer.id == layer.id
    assert (sketch.active_layer.ink[..., 10:20, 200:300] == 0.25).all()
    assert (sketch.active_layer.ink == 0.25).sum() == (2 if stereo else 1) * 10 * 100


def test_a_painted_mask_comes_before_the_selection(generation: Generation, engine: Engine, sketch: Sketch) -> None:
    Stroke(sketch, BrushTip(20, 0.5, 1.0), (400, 300), on_mask=True).commit()
    generation.repaint(Region(200, 300, 10, 20))
    assert engine.request.mask is not None
    assert engine.request.mask[300, 400] == 1
    assert engine.request.mask[15, 250] == 0
    assert engine.request.recipe.mask == "mask"


def test_without_mask_and_selection_repaint_says_what_to_do(
    generation: Generation, engine: Engine, notice: Notice
) -> None:
    generation.repaint(None)
    assert engine.jobs == []
    assert "mask brush" in notice.said[0]


def test_a_stroke_painted_while_a_part_is_repainted_stays(
    generation: Generation, engine: Engine, sketch: Sketch
) -> None:
    draw(sketch)
    generation.repaint(Region(200, 300, 10, 20))
    Stroke(sketch, BrushTip(20), (450, 300)).commit()
    engine.answer(0.25)
    layer = sketch.active_layer
    assert layer.ink[300, 450] > 0.5
    assert layer.ink[15, 250] == 0.25
    assert sketch.sound(layer.id).stale  # the sound that came back knows nothing of the stroke


def test_sound_that_was_refined_while_a_part_is_repainted_stays(
    generation: Generation, engine: Engine, sketch: Sketch
) -> None:
    generation.generate()
    engine.answer()
    layer = sketch.active_layer
    sketch.mark_draft(layer.id, (0, 100))
    generation.repaint(Region(200, 300, 10, 20))
    refined = Waveform.of(np.full((1, 512 * 441), 0.1, np.float32))
    assert sketch.take_sound(sketch.layer(layer.id), (0, 100), refined, draft=False)
    engine.answer(0.25)
    assert sketch.sound(layer.id).waveform is refined
    assert sketch.sound(layer.id).pending == (200, 300)


def test_a_repainted_layer_that_is_gone_is_left_alone(
    generation: Generation, engine: Engine, sketch: Sketch, notice: Notice
) -> None:
    draw(sketch)
    generation.repaint(Region(200, 300, 10, 20))
    sketch.remove_layer(sketch.state.active)
    engine.answer()
    assert not sketch.active_layer.ink.any()
    gone = "The layer to repaint was removed or has another length; it was not changed."
    assert [told for told in notice.said if told == gone] == [gone]


def test_a_repainted_part_is_left_out_when_its_layer_has_moved_meanwhile(
    generation: Generation, engine: Engine, sketch: Sketch, notice: Notice
) -> None:
    draw(sketch)
    generation.repaint(Region(200, 300, 10, 20))
    before = sketch.active_layer.tiles
    sketch.take_step("Continue", replace(sketch.state, added_before=64))
    engine.answer()
    assert sketch.active_layer.tiles is before
    assert "it was not changed" in notice.said[-1]


@pytest.mark.parametrize("what", ["generate", "repaint", "make_real"])
def test_a_tempo_in_the_prompt_is_offered_to_a_sketch_with_music(
    generation: Generation, sketch: Sketch, notice: Notice, what: str
) -> None:
    draw(sketch)
    keyframe = replace(sketch.state.keyframes[0], prompt="house drums, 90 bpm")
    sketch.take_step("Prompt", replace(sketch.state, keyframes=(keyframe,)))
    argument = {"generate": (), "repaint": (Region(200, 300, 10, 20),), "make_real": (False,)}[what]
    getattr(generation, what)(*argument)
    assert "The prompt asks for 90 bpm, and the sketch is at 120." in notice.said
    assert sketch.state.tempo == 120
    notice.choices["Set the sketch to 90 bpm"]()
    assert sketch.state.tempo == 90


@pytest.mark.parametrize(
    ("prompt", "key", "said", "expected"),
    [
        ("organ in A minor", "", "The prompt asks for A minor, and the sketch has no key.", (120, "A minor")),
        ("organ in A minor", "C major", "The prompt asks for A minor, and the sketch is in C major.", (120, "A minor")),
        (
            "organ in A minor, 90 bpm",
            "C major",
            "The prompt asks for 90 bpm and A minor, and the sketch is at 120 and is in C major.",
            (90, "A minor"),
        ),
    ],
)
def test_a_key_in_the_prompt_is_offered_to_a_sketch_with_music_as_one_step(
    generation: Generation,
    sketch: Sketch,
    notice: Notice,
    prompt: str,
    key: str,
    said: str,
    expected: tuple[float, str],
) -> None:
    draw(sketch)
    keyframe = replace(sketch.state.keyframes[0], prompt=prompt)
    sketch.take_step("Prompt", replace(sketch.state, keyframes=(keyframe,), key=key))
    generation.generate()
    assert said in notice.said
    assert sketch.state.key == key
    ((title, choose),) = notice.choices.items()
    assert title == "Set the sketch to " + said.removeprefix("The prompt asks for ").partition(", and the")[0]
    choose()
    assert (sketch.state.tempo, sketch.state.key) == expected
    sketch.undo()
    assert (sketch.state.tempo, sketch.state.key) == (120, key)


def test_a_double_click_makes_a_riff_once_and_another_seed_makes_another(
    generation: Generation, engine: Engine, sketch: Sketch, notice: Notice
) -> None:
    generation.generate()
    generation.generate()
    assert len(engine.jobs) == 1
    assert "This riff is being made already" in notice.said[-1]
    keyframe = replace(sketch.state.keyframes[0], seed=sketch.state.keyframes[0].seed + 1)
    sketch.take_step("Seed", replace(sketch.state, keyframes=(keyframe,)))
    generation.generate()
    assert len(engine.jobs) == 2


def test_generate_again_makes_another_take_and_not_the_same_music_once_more(
    generation: Generation, engine: Engine, sketch: Sketch, notice: Notice
) -> None:
    generation.generate()
    engine.answer()
    generation.generate()
    first, second = (job.request.recipe for job in engine.jobs)
    seed = sketch.state.keyframes[0].seed
    assert first.keyframes[0].seed == 7 != seed
    assert second == replace(first, keyframes=(replace(first.keyframes[0], seed=seed),))
    assert f"The present take has seed 7: making another one, with seed {seed}" in notice.said[-1]
    engine.answer()
    assert sketch.active_layer.takes is not None
    assert sketch.active_layer.takes.count == 2
    sketch.take_step("Seed", replace(sketch.state, keyframes=first.keyframes))
    generation.generate()
    assert engine.jobs[-1].request.recipe == first, "a seed that was asked for is made"


def heard(sketch: Sketch) -> list[str]:
    return [layer.id for layer in audible_layers(sketch.state)]


def test_a_take_that_comes_after_the_last_one_was_kept_is_heard_instead_of_it(
    generation: Generation, engine: Engine, sketch: Sketch, notice: Notice
) -> None:
    generation.generate()
    engine.answer(0.3)
    kept = sketch.active_layer
    sketch.set_layer(kept.id, gain_db=-6.0, pan=0.5)
    generation.generate()
    sketch.keep_take()
    index = sketch.history.index
    engine.answer(0.4)
    new = sketch.active_layer
    assert [layer.id for layer in sketch.layers] == [kept.id, new.id]
    assert heard(sketch) == [new.id], "two takes at once are twice the riff"
    assert (new.takes.count, new.gain_db, new.pan) == (1, -6.0, 0.5)
    assert "C compares the two" in notice.said[-1]
    generation.compare()
    assert heard(sketch) == [kept.id]
    generation.compare()
    generation.generate()
    engine.answer(0.5)
    assert (sketch.layers[0].id, sketch.active_layer.takes.count) == (kept.id, 2)
    assert heard(sketch) == [sketch.active_layer.id]
    sketch.go(index)
    assert heard(sketch) == [kept.id]


def test_a_kept_riff_sounds_with_the_next_one_that_is_asked_for(
    generation: Generation, engine: Engine, sketch: Sketch
) -> None:
    for _ in range(2):
        generation.generate()
        engine.answer()
        sketch.keep_take()
    assert heard(sketch) == [layer.id for layer in sketch.layers]
    assert len(sketch.layers) == 2


def test_of_two_riffs_on_their_way_the_second_is_heard_instead_of_the_kept_first(
    generation: Generation, engine: Engine, sketch: Sketch, growing: IncomingRiffs
) -> None:
    generation.generate()
    keyframe = replace(sketch.state.keyframes[0], seed=8)
    sketch.take_step("Seed", replace(sketch.state, keyframes=(keyframe,)))
    generation.generate()
    second = engine.jobs.pop()
    engine.answer(0.3)
    sketch.keep_take()
    kept = sketch.active_layer
    engine.jobs.append(second)
    engine.answer(0.4)
    assert heard(sketch) == [sketch.active_layer.id] != [kept.id]
    assert sketch.state.has_layer(kept.id)


def test_a_riff_that_was_painted_on_is_made_as_it_was(generation: Generation, engine: Engine, sketch: Sketch) -> None:
    generation.generate()
    engine.answer()
    draw(sketch)
    generation.generate()
    assert engine.jobs[-1].request.recipe == engine.jobs[0].request.recipe


def test_a_closed_sketchs_riff_is_not_shown_on_the_next_one(
    generation: Generation, engine: Engine, sketch: Sketch, growing: IncomingRiffs
) -> None:
    shown: list[object] = []
    growing.previewed.connect(lambda ink, _: shown.append(ink))
    generation.generate()
    sketch.open()
    assert engine.jobs[-1].cancel.is_set()  # nobody waits for it any more
    engine.stepped.emit(engine.jobs[-1], Step(3, 12, "", Preview(0, np.zeros((512, 512), np.float32))))
    assert shown == []


def test_previews_are_shown_where_they_belong_until_the_riff_is_there_or_cancelled(
    generation: Generation, engine: Engine, growing: IncomingRiffs
) -> None:
    shown: list[object] = []
    growing.previewed.connect(lambda ink, column: shown.append((ink, column)))
    generation.generate()
    ink = np.zeros((512, 100), np.float32)
    engine.step(Working(0, 1, 3, 12, Preview(0, ink, 400)))
    assert shown == [(ink, 400)]
    engine.jobs[-1].on_failed(Cancelled())
    assert shown[-1] == (None, 0)


def test_a_riff_for_a_sketch_that_was_closed_is_left_out(
    generation: Generation, engine: Engine, sketch: Sketch, notice: Notice
) -> None:
    generation.generate()
    sketch.open()
    engine.answer()
    assert not sketch.active_layer.ink.any()
    assert "closed" in notice.said[-1]


def test_a_riff_that_comes_while_a_stroke_is_painted_waits_for_its_end(
    generation: Generation, engine: Engine, sketch: Sketch, growing: IncomingRiffs
) -> None:
    busy = True
    growing.is_painting = lambda: busy
    generation.generate()
    stroke = Stroke(sketch, BrushTip(20), (100, 100))
    engine.answer()
    live()
    stroke.move((200, 100))
    assert sketch.active_layer.recipe is None
    stroke.commit()
    assert sketch.active_layer.ink[100, 200] > 0.5
    busy = False
    limit = time.monotonic() + 5
    while sketch.active_layer.recipe is None and time.monotonic() < limit:
        live()
    assert sketch.active_layer.recipe is not None


def long(generation: Generation, engine: Engine) -> RenderResult:
    """Ask for 12 s, of which the first 4 are there."""
    generation._sketch.update_render(seconds=12.0)
    generation.generate()
    result = riff(engine.request)
    engine.step(Plan(((0.0, 5.0), (5.0, 9.0), (9.0, 12.0))))
    engine.step(Working(0, 1, 2, 4))
    engine.send(result, 0, 400)
    return result


def test_a_riff_grows_while_it_is_made(
    generation: Generation, engine: Engine, sketch: Sketch, growing: IncomingRiffs
) -> None:
    begun: list[int] = []
    growing.begun.connect(begun.append)
    result = long(generation, engine)
    layer = sketch.active_layer
    assert begun == [0]
    assert sketch.seconds == pytest.approx(12)
    assert growing.riff is not None
    assert growing.riff.end == 400 * 441
    assert [growing.riff.progress.state(window) for window in range(3)] == ["ready", "waiting", "waiting"]
    engine.send(result, 400, 900)
    engine.send(result, 900, 1_200)
    assert begun == [0]
    assert sketch.active_layer.id == layer.id
    assert (sketch.active_layer.ink == result.ink).all()
    engine.jobs[-1].on_done(None)
    assert growing.riff is None
    sketch.undo()
    assert len(sketch.layers) == 1


def test_a_cancel_leaves_the_sketch_as_it_was_and_what_was_made_can_be_kept(
    generation: Generation, engine: Engine, sketch: Sketch, notice: Notice
) -> None:
    sketch.update_render(seconds=12.0)
    before = sketch.state
    long(generation, engine)
    engine.jobs[-1].on_failed(Cancelled())
    assert sketch.state is before
    assert "4 s of it were finished" in notice.said[-1]
    notice.choices["Keep them"]()
    assert sketch.active_layer.ink[:, :400].all()
    assert sketch.seconds == pytest.approx(12)


def test_a_cancel_after_other_changes_undoes_none_of_them(
    generation: Generation, engine: Engine, sketch: Sketch, notice: Notice
) -> None:
    long(generation, engine)
    sketch.set_tempo(90)
    engine.jobs[-1].on_failed(Cancelled())
    assert sketch.state.tempo == 90
    assert "undo removes them" in notice.said[-1]


def test_undo_stops_the_riff_that_it_takes_away(generation: Generation, engine: Engine, sketch: Sketch) -> None:
    result = long(generation, engine)
    sketch.undo()
    assert engine.jobs[-1].cancel.is_set()
    engine.send(result, 400, 900)
    engine.jobs[-1].on_failed(Cancelled())
    assert len(sketch.layers) == 1
    sketch.redo()
    assert not sketch.active_layer.ink[:, 400:].any()


def test_what_was_made_before_a_failure_stays(
    generation: Generation, engine: Engine, sketch: Sketch, notice: Notice
) -> None:
    long(generation, engine)
    engine.jobs[-1].on_failed(UserError("There is not enough memory."))
    assert sketch.active_layer.ink[:, :400].all()
    assert "memory" in notice.said[-1]


def test_a_sketch_with_too_many_layers_takes_no_riff_and_stops_it(
    generation: Generation, engine: Engine, sketch: Sketch, notice: Notice
) -> None:
    while len(sketch.layers) < MAX_LAYERS:
        sketch.new_layer()
    draw(sketch)
    generation.generate()
    engine.send(riff(engine.request), 0, 400)
    assert engine.jobs[-1].cancel.is_set()
    engine.jobs[-1].on_failed(Cancelled())
    assert f"{MAX_LAYERS} layers" in notice.said[-1]


def test_the_timeline_takes_the_place_of_the_riff_that_was_made_of_it_before(
    generation: Generation, engine: Engine, sketch: Sketch, notice: Notice
) -> None:
    draw(sketch)
    sketch.set_length(8)
    generation.render_timeline()
    assert engine.request.recipe.seconds == 8
    engine.answer()
    assert [layer.mute for layer in sketch.layers] == [False, False]
    generation.render_timeline()
    engine.answer()
    assert [layer.mute for layer in sketch.layers] == [False, True, False]
    assert "C compares" in notice.said[-1]
    generation.compare()
    assert [layer.mute for layer in sketch.layers] == [False, False, True]


def live() -> None:
    QApplication.processEvents()
    time.sleep(0.005)
