"""What the prompt panel's buttons ask the engine for, and what becomes of its answers; the test is the engine."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from riffdesk.engine.request import Preview, Ready, RenderRequest, RenderResult, VariationsRequest
from riffdesk.errors import Cancelled
from riffdesk.progress import Step
from riffdesk.settings import Settings
from riffdesk.sketch.brush import BrushTip, Stroke
from riffdesk.sketch.mixer import audible_layers
from riffdesk.sketch.selection import Selection
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import Document, Layer, SoundPatch, empty_state, ink_channels
from riffdesk.ui.app import application
from riffdesk.ui.generation import Generation
from riffdesk.ui.worker import Job


class Engine(QObject):
    """A worker whose answers the test gives."""

    stepped = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[Job] = []

    def submit(self, function, request, label, on_done, on_failed) -> Job:
        self.jobs.append(Job(function, request, label, on_done, on_failed))
        return self.jobs[-1]

    def cancel(self, job: Job) -> None:
        job.cancel.set()

    @property
    def request(self) -> RenderRequest:
        return self.jobs[-1].request

    def answer(self, level: float = 0.5) -> RenderResult:
        result = riff(self.request, level)
        self.jobs[-1].on_done(result)
        return result


class Notice:
    def __init__(self) -> None:
        self.said: list[str] = []

    def tell(self, text: str) -> None:
        self.said.append(text)

    warn = tell

    def report(self, error: Exception) -> None:
        self.said.append(repr(error))


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
def generation(sketch: Sketch, engine: Engine, notice: Notice) -> Generation:
    return Generation(sketch, engine, Settings(variations=3), notice, {})


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
    assert layer.name == "rock drums"
    assert layer.recipe == result.recipe
    assert sketch.sound(layer.id).audio is result.audio
    assert sketch.sound(layer.id).unfinished is None
    sketch.undo()
    assert len(sketch.layers) == 1


def test_a_rhythm_that_is_not_here_is_words_alone(sketch: Sketch, engine: Engine, notice: Notice) -> None:
    Generation(sketch, engine, Settings(start_from="polka"), notice, {}).generate()
    assert engine.request.init is None
    assert engine.request.recipe.init == ""


def test_a_long_riff_makes_the_sketch_longer(generation: Generation, engine: Engine, sketch: Sketch) -> None:
    draw(sketch)
    generation._settings.riff_seconds = 12.0
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
    assert engine.request.init is not drawing.ink
    engine.answer()
    made = sketch.active_layer
    assert [layer.mute for layer in sketch.layers] == [True, False]
    generation.compare()
    assert [layer.mute for layer in sketch.layers] == [False, True]
    sketch.select_layer(drawing.id)
    generation.compare()
    assert [layer.mute for layer in sketch.layers] == [True, False]
    assert made.id in {layer.id for layer in sketch.layers}


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
    generation.repaint(Selection(200, 300, 10, 20))
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


@pytest.mark.parametrize("stereo", [False, True])
def test_a_layer_with_other_channels_than_the_sketch_is_repainted_with_its_own(
    generation: Generation, engine: Engine, sketch: Sketch, stereo: bool
) -> None:
    sketch.open(Document(empty_state(replace(sketch.params, stereo=not stereo)), {}))
    drawn = np.full((2, 512, 512) if stereo else (512, 512), 0.5, np.float32)
    layer = sketch.add_layer(Layer(drawn))
    generation.repaint(Selection(200, 300, 10, 20))
    engine.answer(0.25)
    assert sketch.active_layer.id == layer.id
    assert (sketch.active_layer.ink[..., 10:20, 200:300] == 0.25).all()
    assert (sketch.active_layer.ink == 0.25).sum() == (2 if stereo else 1) * 10 * 100


def test_a_painted_mask_comes_before_the_selection(generation: Generation, engine: Engine, sketch: Sketch) -> None:
    Stroke(sketch, BrushTip(20, 0.5, 1.0), (400, 300), on_mask=True).commit()
    generation.repaint(Selection(200, 300, 10, 20))
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
    generation.repaint(Selection(200, 300, 10, 20))
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
    generation.repaint(Selection(200, 300, 10, 20))
    refined = np.full((1, 512 * 441), 0.1, np.float32)
    sketch.refine(layer.id, (0, 100), SoundPatch(0, refined, refined.shape[-1]))
    engine.answer(0.25)
    assert sketch.sound(layer.id).audio is refined
    assert sketch.sound(layer.id).pending == (200, 300)


def test_a_repainted_layer_that_is_gone_is_left_alone(
    generation: Generation, engine: Engine, sketch: Sketch, notice: Notice
) -> None:
    draw(sketch)
    generation.repaint(Selection(200, 300, 10, 20))
    sketch.remove_layer(sketch.state.active)
    engine.answer()
    assert not sketch.active_layer.ink.any()
    assert "left as it is" in notice.said[-1] or "left as it was" in notice.said[-1]


def test_variations_come_one_by_one(generation: Generation, engine: Engine) -> None:
    begun: list[tuple[int, ...]] = []
    there: list[tuple[int, int]] = []
    generation.varying.connect(begun.append)
    generation.varied.connect(lambda index, result: there.append((index, result.recipe.keyframes[0].seed)))
    generation.make_variations()
    asked = engine.jobs[-1].request
    assert isinstance(asked, VariationsRequest)
    assert begun == [(7, 8, 9)]
    result = riff(asked.request)
    engine.stepped.emit(engine.jobs[-1], Step(1, 3, "", Ready(0, result)))
    assert there == [(0, 7)]


def test_new_variations_take_the_place_of_those_on_their_way(generation: Generation, engine: Engine) -> None:
    there: list[int] = []
    shown: list[object] = []
    generation.varied.connect(lambda index, _: there.append(index))
    generation.previewed.connect(shown.append)
    generation.make_variations()
    generation.make_variations()
    first, second = engine.jobs
    assert first.cancel.is_set()
    assert not second.cancel.is_set()
    result = riff(second.request.request)
    for job in (first, second):
        engine.stepped.emit(job, Step(1, 9, "", Preview(0, result.ink)))
    engine.stepped.emit(first, Step(1, 3, "", Ready(0, result)))
    engine.stepped.emit(second, Step(1, 3, "", Ready(1, result)))
    assert there == [1]
    assert shown == []


def test_a_closed_sketchs_riff_is_not_shown_on_the_next_one(
    generation: Generation, engine: Engine, sketch: Sketch
) -> None:
    shown: list[object] = []
    generation.previewed.connect(shown.append)
    generation.generate()
    sketch.open()
    engine.stepped.emit(engine.jobs[-1], Step(3, 12, "", Preview(0, np.zeros((512, 512), np.float32))))
    assert shown == []


def test_previews_are_shown_until_the_riff_is_there_or_cancelled(generation: Generation, engine: Engine) -> None:
    shown: list[object] = []
    generation.previewed.connect(shown.append)
    generation.generate()
    ink = np.zeros((512, 512), np.float32)
    engine.stepped.emit(engine.jobs[-1], Step(3, 12, "", Preview(0, ink)))
    assert shown == [ink]
    engine.jobs[-1].on_failed(Cancelled())
    assert shown[-1] is None


def test_a_riff_for_a_sketch_that_was_closed_is_left_out(
    generation: Generation, engine: Engine, sketch: Sketch, notice: Notice
) -> None:
    generation.generate()
    sketch.open()
    engine.answer()
    assert not sketch.active_layer.ink.any()
    assert "closed" in notice.said[-1]


def test_a_riff_that_comes_while_a_stroke_is_painted_waits_for_its_end(
    generation: Generation, engine: Engine, sketch: Sketch
) -> None:
    busy = True
    generation.hand_is_busy = lambda: busy
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


def live() -> None:
    QApplication.processEvents()
    time.sleep(0.005)
