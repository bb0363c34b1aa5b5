"""Other takes are looked at while a riff is being made; the test is the engine."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from riffdesk.errors import UserError
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.takes import layer_or_take
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands
from tests.ui.riff.test_work_meanwhile import HOP, Engine, at_rest, engine, send  # noqa: F401


@pytest.fixture
def takes(window: MainWindow, hands: Hands, engine: Engine) -> tuple[str, str]:  # noqa: F811
    """The layers of two takes: the first is complete, of the second one section of three is there."""
    first = asked(window, hands, engine, 0)
    send(window, hands, engine, (1, 2))
    window.prompt_panel.prompt.setPlainText("rock drums")
    return first, asked(window, hands, engine, 1)


def asked(window: MainWindow, hands: Hands, engine: Engine, before: int) -> str:  # noqa: F811
    """Ask for a riff and wait for its first section; return its layer."""
    hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.wait(lambda: len(engine.requests) == before + 1)
    engine.plan()
    engine.section(0)
    hands.wait(lambda: window.sketch.active_layer.recipe == engine.requests[-1].recipe, 20)
    return window.sketch.state.active


def take(window: MainWindow, layer_id: str) -> Layer:
    layer = layer_or_take(window.sketch.state, layer_id)
    assert layer is not None
    return layer


def test_an_earlier_take_is_looked_at_while_the_new_one_is_made_and_that_is_there_when_done(
    window: MainWindow,
    hands: Hands,
    engine: Engine,  # noqa: F811
    takes: tuple[str, str],
) -> None:
    first, second = takes
    hands.key(Qt.Key.Key_PageUp)
    assert window.sketch.state.active == first
    send(window, hands, engine, (1,), done=False)
    hands.wait(lambda: take(window, second).ink[:, 400:800].all(), 20)
    assert window.sketch.state.active == first
    assert window.render_worker.running is not None
    assert window.player.loop == (0, window.sketch.samples), "the take that is heard is complete"
    send(window, hands, engine, (2,))
    assert len(engine.requests) == 2
    hands.key(Qt.Key.Key_PageDown)
    made = window.sketch.active_layer
    assert made.id == second
    assert (made.ink > 0.29).all()
    assert made.sound.audio.shape[-1] == 1_200 * HOP
    assert made.sound.stale == ()
    assert "rock drums" in window.notice.text


def test_a_preview_of_a_take_is_not_drawn_over_another(
    window: MainWindow,
    hands: Hands,
    engine: Engine,  # noqa: F811
    takes: tuple[str, str],
) -> None:
    shown: list[object] = []
    window.riffs.incoming.previewed.connect(lambda ink, column: shown.append(ink))
    engine.preview()
    hands.wait(lambda: shown and shown[-1] is not None, 20)
    hands.key(Qt.Key.Key_PageUp)
    assert shown[-1] is None
    engine.preview()
    send(window, hands, engine, (1,), done=False)
    hands.wait(lambda: take(window, takes[1]).ink[:, 400:800].all(), 20)
    assert shown[-1] is None
    hands.key(Qt.Key.Key_PageDown)
    engine.preview()
    hands.wait(lambda: shown[-1] is not None, 20)
    send(window, hands, engine, (2,))


def test_keep_stops_a_take_behind_another_and_undo_goes_on_with_it(
    window: MainWindow,
    hands: Hands,
    engine: Engine,  # noqa: F811
    takes: tuple[str, str],
) -> None:
    hands.key(Qt.Key.Key_PageUp)
    hands.key(Qt.Key.Key_K)
    hands.wait(lambda: window.render_worker.running is None, 20)
    assert layer_or_take(window.sketch.state, takes[1]) is None
    window.editing.undo()
    hands.wait(lambda: len(engine.requests) == 3, 20)
    assert window.sketch.state.active == takes[0]
    send(window, hands, engine, (0, 1, 2))
    assert take(window, takes[1]).ink.all()
    while window.sketch.history.undo_name != "Generate":
        window.editing.undo()
    window.editing.undo()
    assert at_rest(window)


def test_a_take_behind_another_is_not_stored_as_half_of_a_layer_that_no_file_has(
    window: MainWindow,
    hands: Hands,
    engine: Engine,  # noqa: F811
    takes: tuple[str, str],
) -> None:
    assert [riff.layer_id for riff, _ in window.riffs.incoming.partial_riffs()] == [takes[1]]
    hands.key(Qt.Key.Key_PageUp)
    assert window.riffs.incoming.partial_riffs() == []
    hands.key(Qt.Key.Key_PageDown)
    assert [riff.layer_id for riff, _ in window.riffs.incoming.partial_riffs()] == [takes[1]]
    send(window, hands, engine, (1, 2))


def test_a_failure_behind_another_take_keeps_what_is_there(
    window: MainWindow,
    hands: Hands,
    engine: Engine,  # noqa: F811
    takes: tuple[str, str],
) -> None:
    hands.key(Qt.Key.Key_PageUp)
    engine.fail(UserError("There is not enough memory for this riff."))
    hands.wait(lambda: at_rest(window), 20)
    assert take(window, takes[1]).ink[:, :400].all()
    assert "memory" in window.notice.text


def test_a_repaint_goes_into_the_take_that_it_was_asked_for(
    window: MainWindow,
    hands: Hands,
    engine: Engine,  # noqa: F811
    takes: tuple[str, str],
) -> None:
    first, second = takes
    send(window, hands, engine, (1, 2))
    made_from = window.sketch.state.made_from
    kept = take(window, first)
    window.riffs.generation.repaint(Region.everything(window.sketch.state))
    hands.wait(lambda: len(engine.requests) == 3, 20)
    hands.key(Qt.Key.Key_PageUp)
    engine.plan()
    engine.section(1, 0.6)
    engine.done()
    hands.wait(lambda: at_rest(window), 20)
    assert take(window, second).ink[300, 600] == np.float32(0.6)
    assert take(window, second).recipe.mask
    assert take(window, first).tiles == kept.tiles
    assert window.sketch.state.made_from == made_from
    assert window.sketch.history.undo_name == "Repaint"
    window.editing.undo()
    assert take(window, second).ink[300, 600] == np.float32(0.3)
