"""What is done in the real window while a riff is being made; the test is the engine, and sends what it likes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from riffdesk.engine.events import Plan, Preview, Section, Working
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.score.drawn_score import read_drawing
from riffdesk.errors import Cancelled, UserError
from riffdesk.progress import OnStep, Step
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.length import of_length
from riffdesk.store.project.opening import OpenRequest, load_project
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands

HOP = 441
SECONDS = 12
WINDOWS = ((0.0, 4.0), (4.0, 8.0), (8.0, 12.0))


class Engine:
    """What the worker's thread calls instead of a process."""

    def __init__(self) -> None:
        self.requests: list[RenderRequest] = []
        self._sent: SimpleQueue[object] = SimpleQueue()
        self._closed = False

    def call(
        self,
        function: Callable[..., Any],
        request: RenderRequest,
        on_step: OnStep,
        cancel: threading.Event,
        mailbox: object = None,
    ) -> object:
        if function is read_drawing:  # which no model is needed for
            return read_drawing(request)
        self.requests.append(request)
        while True:
            if cancel.is_set() or self._closed:
                raise Cancelled
            try:
                message = self._sent.get(timeout=0.005)
            except Empty:
                continue
            if isinstance(message, Exception):
                raise message
            if message == "done":
                return None
            on_step(Step(1, 9, "Making", message))

    def close(self) -> None:
        """Stop at once, as a process that is killed."""
        self._closed = True

    def plan(self) -> None:
        self._sent.put(Plan(WINDOWS))
        self._sent.put(Working(0, 1, 2, 4, None))

    def preview(self) -> None:
        self._sent.put(Preview(0, np.full((512, 400), 0.2, np.float32), 400))

    def section(self, window: int, level: float = 0.3) -> None:
        start, stop = (round(100 * seconds) for seconds in WINDOWS[window])
        ink = np.full((512, stop - start), level, np.float32)
        audio = np.full((1, (stop - start) * HOP), 0.1, np.float32)
        self._sent.put(Section(window, window + 1, start, ink, start * HOP, audio))

    def fail(self, error: Exception) -> None:
        self._sent.put(error)

    def done(self) -> None:
        self._sent.put("done")


@pytest.fixture
def engine(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Engine:
    made = Engine()
    monkeypatch.setattr(window.render_worker._runner, "_process", made)
    monkeypatch.setattr(window.render_worker, "_process", made)
    window.sketch.update(of_length(window.sketch.state, SECONDS * 44_100, circular=False))
    window.prompt_panel.prompt.setPlainText("slow jazz")
    return made


@pytest.fixture
def growing(window: MainWindow, hands: Hands, engine: Engine) -> Layer:
    """The layer of a riff of three windows, of which the first is there."""
    hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    engine.plan()
    engine.section(0)
    hands.wait(lambda: window.sketch.active_layer.recipe is not None)
    return window.sketch.active_layer


def send(window: MainWindow, hands: Hands, engine: Engine, windows: tuple[int, ...], *, done: bool = True) -> None:
    for number in windows:
        engine.section(number)
    if done:
        engine.done()
        hands.wait(lambda: at_rest(window))


def now(window: MainWindow, layer: Layer) -> Layer:
    """What a layer is by now."""
    return window.sketch.layer(layer.id)


def at_rest(window: MainWindow) -> bool:
    """Whether nothing says any more that a riff is being made."""
    hands = window.render_worker
    return (
        hands.running is None
        and not hands.waiting
        and window.riffs.incoming.riff is None
        and window.timeline._riff is None
        and not window.actions_["actionCancelRiff"].isEnabled()
        and window.player.loop in (None, (0, window.sketch.samples))
    )


def test_the_timeline_shows_each_window_and_the_line_under_it_how_far_it_is(
    window: MainWindow, hands: Hands, engine: Engine, growing: Layer
) -> None:
    progress = window.timeline._riff
    assert progress is not None
    assert [progress.state(number) for number in range(3)] == ["ready", "waiting", "waiting"]
    hands.wait(lambda: "1 of 3 parts ready" in window.render_status.label.text())
    send(window, hands, engine, (1, 2))
    assert window.render_status.label.text().strip() == ""
    assert now(window, growing).ink.all()


def test_a_cancel_by_its_button_leaves_the_sketch_as_it_was(
    window: MainWindow, hands: Hands, engine: Engine, growing: Layer
) -> None:
    window.actions_["actionCancelRiff"].trigger()
    hands.wait(lambda: at_rest(window))
    assert growing.id not in {layer.id for layer in window.sketch.layers}
    assert "4 s of it were finished" in window.notice.text


def test_undo_stops_it(window: MainWindow, hands: Hands, engine: Engine, growing: Layer) -> None:
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hands.wait(lambda: at_rest(window))
    assert growing.id not in {layer.id for layer in window.sketch.layers}
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert now(window, growing).ink[:, :400].all()


def test_removing_its_layer_stops_it(window: MainWindow, hands: Hands, engine: Engine, growing: Layer) -> None:
    bin_ = next(one for one in window.layers.findChildren(QToolButton) if "emove" in one.toolTip())
    QTest.mouseClick(bin_, Qt.MouseButton.LeftButton)
    assert growing.id not in {layer.id for layer in window.sketch.layers}
    hands.wait(lambda: at_rest(window))
    window.sketch.undo()
    assert now(window, growing).ink[:, :400].all()


def test_a_new_sketch_stops_it_and_has_nothing_of_it(
    window: MainWindow, hands: Hands, engine: Engine, growing: Layer
) -> None:
    hands.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    hands.wait(lambda: at_rest(window))
    assert len(window.sketch.layers) == 1
    assert not window.sketch.active_layer.ink.any()
    assert "closed" in window.notice.text


def test_strokes_on_it_stay_whether_there_is_ink_already_or_not(
    window: MainWindow, hands: Hands, engine: Engine, growing: Layer
) -> None:
    hands.drag((1.0, 500), (2.0, 500))
    hands.drag((6.0, 2_000), (7.0, 2_000))
    band = round(float(window.sketch.params.band_of(2_000)))
    painted = now(window, growing).ink[band, 650]
    assert painted > 0.3
    send(window, hands, engine, (1, 2))
    assert now(window, growing).ink[band, 650] == painted
    assert now(window, growing).ink[300, 400:].all()
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert now(window, growing).ink[band, 650] <= 0.3  # the stroke was a step of its own
    assert growing.id in {layer.id for layer in window.sketch.layers}


def test_a_stroke_in_progress_is_not_cut_off_by_a_section(
    window: MainWindow, hands: Hands, engine: Engine, growing: Layer
) -> None:
    hands.drag((1.0, 2_000), (2.0, 2_000), release=False)
    send(window, hands, engine, (1,), done=False)
    hands.pause(0.3)
    assert not now(window, growing).ink[300, 400:800].any()
    view = window.canvas.viewport()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=window.canvas.point_at(2.0, 2_000))
    hands.wait(lambda: now(window, growing).ink[300, 400:800].all())
    send(window, hands, engine, (2,))


def test_length_tempo_and_keyframes_may_change_meanwhile(
    window: MainWindow, hands: Hands, engine: Engine, growing: Layer
) -> None:
    window.transport.tempo.setValue(90)
    window.transport.length.setValue(6)
    engine.section(1)
    hands.wait(lambda: now(window, growing).ink[300, 400:600].all())
    window.transport.length.setValue(20)
    window.prompt_panel.prompt.setPlainText("something else")
    send(window, hands, engine, (2,))
    assert now(window, growing).columns == 2_000
    while window.sketch.seconds != SECONDS:
        hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert now(window, growing).ink.all()


def test_a_second_riff_waits_for_the_first_and_both_are_takes_of_one_layer_in_the_end(
    window: MainWindow, hands: Hands, engine: Engine, growing: Layer
) -> None:
    window.prompt_panel.prompt.setPlainText("rock drums")
    hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(engine.requests) == 1
    send(window, hands, engine, (1, 2), done=False)
    engine.done()
    hands.wait(lambda: len(engine.requests) == 2)
    engine.plan()
    send(window, hands, engine, (0, 1, 2))
    (layer,) = window.sketch.layers
    assert layer.name == "rock drums · 42"
    assert [take.name for take in layer.takes.before] == ["slow jazz · 42"]
    assert layer.takes.before[0].ink.all()
    assert all(layer.ink.all() for layer in window.sketch.layers[-2:])


def test_variations_asked_for_meanwhile_come_after_it(
    window: MainWindow, hands: Hands, engine: Engine, growing: Layer
) -> None:
    window.actions_["actionVariations"].trigger()
    send(window, hands, engine, (1, 2), done=False)
    engine.done()
    hands.wait(lambda: len(engine.requests) == 2)
    assert now(window, growing).ink.all()
    engine.done()
    hands.wait(lambda: at_rest(window))


def test_a_failure_keeps_what_is_there_and_says_why(
    window: MainWindow, hands: Hands, engine: Engine, growing: Layer
) -> None:
    engine.fail(UserError("There is not enough memory for this riff."))
    hands.wait(lambda: at_rest(window))
    assert now(window, growing).ink[:, :400].all()
    assert "memory" in window.notice.text


def test_what_is_saved_meanwhile_is_what_is_there_and_the_rest_is_not_lost(
    window: MainWindow, hands: Hands, engine: Engine, growing: Layer, tmp_path: Path
) -> None:
    path = tmp_path / "half.riff"
    window.documents.path = path
    window.documents.save()
    hands.wait(lambda: not window.sketch.modified)
    saved = load_project(OpenRequest(path))
    assert saved.layers[-1].ink[:, :400].all()
    assert not saved.layers[-1].ink[:, 400:].any()
    send(window, hands, engine, (1, 2))
    assert window.sketch.modified
    assert window.isWindowModified()


def test_the_playhead_may_be_anywhere(window: MainWindow, hands: Hands, engine: Engine, growing: Layer) -> None:
    samples = window.sketch.samples
    hands.wait(lambda: window.player.loop is not None and window.player.loop[1] == 400 * HOP)
    for seconds in (SECONDS, 8.0, 3.0, 0.0):
        window.playback.seek(seconds)
        assert abs(window.player.position - seconds * 44_100) < 1
        loop = window.player.loop
        assert loop == ((0, samples) if seconds > 4 else (0, 400 * HOP))
    window.playback.toggle()
    window.playback.toggle()
    send(window, hands, engine, (1, 2))


def test_the_window_closes_at_once_in_the_middle(
    window: MainWindow, hands: Hands, engine: Engine, growing: Layer
) -> None:
    window.close()
    QApplication.processEvents()
    assert not window.isVisible()
    assert window.render_worker._thread.isFinished()


def test_keyframes_can_be_moved_and_copied_while_windows_are_shown(
    window: MainWindow, hands: Hands, engine: Engine, growing: Layer
) -> None:
    timeline = window.timeline
    QTest.mouseDClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(round(timeline.axis.x_of(6.0)), 20))
    assert len(window.sketch.state.keyframes) == 2
    QTest.keyClick(timeline, Qt.Key.Key_Delete)
    assert len(window.sketch.state.keyframes) == 1
    send(window, hands, engine, (1, 2))
    assert now(window, growing).ink.all()
