"""Riffs that are undone while they are made: nobody makes what nobody waits for, and redo goes on with it."""

from __future__ import annotations

from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands
from tests.ui.riff.test_work_meanwhile import HOP, Engine, engine  # noqa: F401


def begun(window: MainWindow, hands: Hands, engine: Engine) -> str:  # noqa: F811
    """Ask for a riff and wait for its first section; return its layer."""
    window.sketch.set_render(seconds=12.0)
    window.prompt_panel.prompt.setPlainText("flute")
    window.actions_["actionGenerate"].trigger()
    engine.plan()
    engine.section(0)
    hands.wait(lambda: window.sketch.history.undo_name == "Generate")
    return window.sketch.state.active


def test_a_riff_that_is_undone_stops_and_goes_on_when_it_is_done_again(
    window: MainWindow,
    hands: Hands,
    engine: Engine,  # noqa: F811
) -> None:
    layer = begun(window, hands, engine)
    window.editing.undo()
    hands.wait(lambda: window.render_worker.running is None)
    assert not window.sketch.state.has_layer(layer)
    window.editing.redo()
    hands.wait(lambda: len(engine.requests) == 2)
    assert engine.requests[0].recipe is engine.requests[1].recipe
    engine.plan()
    for window_ in range(3):
        engine.section(window_)
    engine.done()
    hands.wait(lambda: window.render_worker.running is None)
    made = window.sketch.layer(layer)
    assert (made.ink[:, :1_200] > 0.29).all()
    assert made.sound.audio.shape[-1] == 1_200 * HOP
    assert made.sound.stale == ()


def test_a_layer_that_is_removed_and_comes_back_goes_on(window: MainWindow, hands: Hands, engine: Engine) -> None:  # noqa: F811
    layer = begun(window, hands, engine)
    window.sketch.remove_layer(layer)
    hands.wait(lambda: window.render_worker.running is None)
    window.editing.undo()
    hands.wait(lambda: len(engine.requests) == 2)
    engine.section(0)
    engine.section(1)
    hands.wait(lambda: window.sketch.layer(layer).ink[:, 500].any())


def test_a_riff_that_was_undone_for_something_else_is_not_made_again(
    window: MainWindow,
    hands: Hands,
    engine: Engine,  # noqa: F811
) -> None:
    begun(window, hands, engine)
    window.editing.undo()
    window.sketch.set_tempo(77)
    hands.wait(lambda: window.render_worker.running is None)
    window.editing.undo()
    hands.pause(0.2)
    assert len(engine.requests) == 1


def test_a_riff_that_was_cancelled_stays_cancelled_when_it_is_done_again(
    window: MainWindow,
    hands: Hands,
    engine: Engine,  # noqa: F811
) -> None:
    layer = begun(window, hands, engine)
    window.actions_["actionCancelRiff"].trigger()
    hands.wait(lambda: not window.sketch.state.has_layer(layer))
    window.editing.redo()
    hands.pause(0.2)
    assert window.sketch.state.has_layer(layer)
    assert len(engine.requests) == 1
