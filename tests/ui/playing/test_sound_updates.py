"""What is rendered when: drafts at once, good sound while the hand rests, and never a queue."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from riffdesk.engine.remote.process import EngineStopped
from riffdesk.errors import Cancelled, UserError
from riffdesk.settings import Settings
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import SoundPatch
from riffdesk.sketch.tiles.ranges import Columns
from riffdesk.ui.playing import sound_updates as module
from riffdesk.ui.playing.sound_updates import SoundUpdates
from riffdesk.ui.render_defaults import RenderDefaults
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands
from tests.ui.playing.answered_engine import Engine, Player, live


@pytest.fixture
def sounding(sketch: Sketch, engine: Engine) -> Iterator[SoundUpdates]:
    made = SoundUpdates(sketch, Player(), engine)
    live()
    yield made
    made.deleteLater()


def dab(sketch: Sketch, column: int) -> None:
    Stroke(sketch, BrushTip(8), (column, 100)).commit()


def paint(sketch: Sketch, columns: Columns) -> None:
    """Paint on all of some columns of the layer in hand."""
    edit = sketch.begin_stroke("Line")
    ink = edit.read(*columns).copy()
    ink[200] = 0.5
    edit.write(columns[0], ink)
    edit.commit()


def rest(sounding: SoundUpdates) -> None:
    sounding._rest.stop()
    sounding._rest.timeout.emit()
    live()


def test_a_stroke_is_drafted_while_the_mouse_is_down(sketch: Sketch, engine: Engine, sounding: SoundUpdates) -> None:
    stroke = Stroke(sketch, BrushTip(8), (100, 100))
    live()
    assert [quality for quality, *_ in engine.asked] == ["draft"]
    engine.answer()
    stroke.move((130, 100))
    live()
    (_, _, first_end), (quality, start, stop) = engine.asked
    assert quality == "draft"
    assert start < first_end + 1  # only what the second piece of the stroke painted
    assert 130 <= stop <= 140


def test_a_draft_goes_to_the_player_before_the_window_has_time(
    sketch: Sketch, engine: Engine, sounding: SoundUpdates
) -> None:
    dab(sketch, 100)
    live()
    (job,) = engine.jobs
    samples = job.request.ink.shape[-1] * 441
    job.at_once(SoundPatch(job.request.first * 441, np.full((1, samples), 0.1, np.float32), 2_000 * 441))
    (heard,) = sounding._player.at_once
    assert heard.shape == (1, 2_000 * 441)
    assert heard[0, 100 * 441] == np.float32(0.1)
    assert sketch.sound(sketch.state.active).audio is None  # it hears of it in its own time


def test_what_is_painted_meanwhile_is_drafted_together_afterwards(
    sketch: Sketch, engine: Engine, sounding: SoundUpdates
) -> None:
    dab(sketch, 100)
    live()
    for column in range(110, 200, 5):
        dab(sketch, column)
        live()
    assert len(engine.asked) == 1  # however fast the hand is, one request is under way
    engine.answer()
    assert len(engine.asked) == 2
    _, start, stop = engine.asked[1]
    assert sketch.sound(sketch.active_layer.id).stale == ((start, stop),)
    assert stop - start > 80
    engine.answer()
    assert len(engine.asked) == 2


def test_a_hand_at_rest_has_its_drafts_refined(sketch: Sketch, engine: Engine, sounding: SoundUpdates) -> None:
    dab(sketch, 100)
    live()
    engine.answer()
    assert len(engine.asked) == 1  # it may go on painting
    rest(sounding)
    assert [quality for quality, *_ in engine.asked] == ["draft", "good"]
    assert engine.asked[0][1:] == engine.asked[1][1:]
    engine.answer(0.2)
    rest(sounding)
    assert len(engine.asked) == 2
    sound = sketch.sound(sketch.active_layer.id)
    assert sound.unfinished == ()
    assert sound.audio is not None
    assert sound.audio.max() == pytest.approx(0.2)


def test_a_stroke_interrupts_the_refining_which_goes_on_later(
    sketch: Sketch, engine: Engine, sounding: SoundUpdates
) -> None:
    dab(sketch, 100)
    live()
    engine.answer()
    rest(sounding)
    dab(sketch, 1_000)
    live()
    assert engine.jobs[1].cancel.is_set()
    engine.fail(Cancelled())
    assert engine.asked[2][0] == "draft"
    engine.answer()
    rest(sounding)
    engine.answer()
    rest(sounding)
    engine.answer()
    assert [quality for quality, *_ in engine.asked[3:]] == ["good", "good"]
    assert sketch.sound(sketch.active_layer.id).unfinished == ()


def test_long_ink_is_drafted_piece_by_piece_from_the_left(
    sketch: Sketch, engine: Engine, sounding: SoundUpdates
) -> None:
    paint(sketch, (0, 2_000))
    live()
    for _ in range(5):
        engine.answer()
    starts = [start for _, start, _ in engine.asked]
    assert starts == sorted(starts)
    assert starts[0] == 0
    assert engine.asked[4][2] == 2_000
    assert all(stop - start <= module._DRAFT_COLUMNS for _, start, stop in engine.asked)


def test_the_layer_in_hand_comes_first(sketch: Sketch, engine: Engine, sounding: SoundUpdates) -> None:
    below = sketch.active_layer.id
    above = sketch.new_layer().id
    sketch.select_layer(below)
    live()
    paint(sketch, (0, 10))
    paint(sketch, (300, 310))
    sketch.select_layer(above)
    paint(sketch, (500, 510))
    live()
    engine.answer()
    assert engine.asked == [("draft", 0, 10), ("draft", 500, 510)]


def test_an_answer_for_a_closed_document_goes_nowhere(sketch: Sketch, engine: Engine, sounding: SoundUpdates) -> None:
    dab(sketch, 100)
    live()
    sketch.open()
    live()
    assert engine.jobs[0].cancel.is_set()
    engine.answer()
    assert all(sketch.sound(layer.id).audio is None for layer in sketch.layers)


def test_a_layer_removed_while_it_renders_is_rendered_when_it_comes_back(
    sketch: Sketch, engine: Engine, sounding: SoundUpdates
) -> None:
    layer = sketch.new_layer().id
    dab(sketch, 100)
    live()
    sketch.remove_layer(layer)
    engine.answer()
    asked = len(engine.asked)
    sketch.undo()
    live()
    assert engine.asked[asked:] == [engine.asked[0]]


def test_a_copy_of_a_layer_whose_draft_is_being_made_sounds_as_well(
    sketch: Sketch, engine: Engine, sounding: SoundUpdates
) -> None:
    dab(sketch, 100)
    live()
    copy = sketch.duplicate_layer(sketch.active_layer.id)
    live()
    while len(engine.jobs) < 2:
        engine.answer()
    engine.answer()
    rest(sounding)
    while sketch.sound(copy.id).draft or sketch.sound(sketch.layers[0].id).draft:
        engine.answer()
        rest(sounding)
    for layer in sketch.layers:
        sound = sketch.sound(layer.id)
        assert sound.unfinished == ()
        assert sound.audio is not None
        assert sound.audio[0, 100 * 441] == np.float32(0.1)
    assert sounding.pending_columns() == (0, 0)


@pytest.mark.parametrize("quality", ["draft", "good"])
def test_sound_that_an_engine_died_over_is_asked_for_once_more(
    sketch: Sketch, engine: Engine, sounding: SoundUpdates, quality: str
) -> None:
    told: list[Exception] = []
    sounding.failed.connect(told.append)
    dab(sketch, 100)
    live()
    if quality == "good":
        engine.answer()
        rest(sounding)
    engine.fail(EngineStopped())
    rest(sounding)
    assert engine.asked[-1] == engine.asked[-2]
    assert engine.asked[-1][0] == quality
    assert told == []
    asked = len(engine.asked)
    engine.fail(EngineStopped())
    rest(sounding)
    assert [type(error) for error in told] == [EngineStopped]
    assert len(engine.asked) == asked, "what kills each engine is not asked for for ever"


def test_a_failure_is_told_once_and_the_next_stroke_tries_again(
    sketch: Sketch, engine: Engine, sounding: SoundUpdates
) -> None:
    told: list[Exception] = []
    sounding.failed.connect(told.append)
    dab(sketch, 100)
    live()
    engine.fail(UserError("no memory"))
    live()
    assert [str(error) for error in told] == ["no memory"]
    assert len(engine.asked) == 1
    assert sketch.sound(sketch.active_layer.id).stale
    dab(sketch, 120)
    live()
    assert len(engine.asked) == 2


def test_another_quality_refines_all_there_is(sketch: Sketch, engine: Engine, sounding: SoundUpdates) -> None:
    dab(sketch, 100)
    live()
    engine.answer()
    rest(sounding)
    engine.answer()
    sketch.set_render(quality="best")
    rest(sounding)
    assert engine.asked[-1][:2] == ("best", 0)


def test_what_is_left_counts_down(sketch: Sketch, engine: Engine, sounding: SoundUpdates) -> None:
    assert sounding.pending_columns() == (0, 0)
    paint(sketch, (0, 1_000))
    live()
    assert sounding.pending_columns() == (1_000, 0)
    engine.answer()
    assert sounding.pending_columns() == (600, 400)


@pytest.mark.parametrize(
    ("stored", "meant"),
    [("good", "good"), ("best", "best"), ("reference", "reference"), ("draft", "good"), ("x", "good")],
)
def test_drafts_are_never_refined_to_drafts(sketch: Sketch, stored: str, meant: str) -> None:
    assert RenderDefaults(sketch, Settings(sound_quality=stored)).new().quality == meant


def test_a_seamless_loop_is_one_for_the_engine_and_the_player(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolTone")
    hands.drag((0.2, 440), (4.9, 440))
    hands.idle()
    window.actions_["actionCircular"].trigger()
    hands.idle()
    assert window.sketch.state.circular
    assert window.sketch.samples == window.sketch.columns * window.sketch.params.hop
    assert window.player._state.mix.circular
    window.sketch.undo()
    QApplication.processEvents()
    assert not window.actions_["actionCircular"].isChecked()
    assert not window.sketch.state.circular


def test_the_quality_menu_is_remembered(window: MainWindow, hands: Hands) -> None:
    assert window.actions_["actionQualityGood"].isChecked()
    window.actions_["actionQualityBest"].trigger()
    assert window.settings.sound_quality == "best"
    assert window.sound_updates.quality == "best"
    assert not window.actions_["actionQualityGood"].isChecked()
