"""Uses the window at random: the same actions for the same seed, and what each kind of action leaves behind."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import psutil
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from riffdesk.sketch.events import DocumentOpened
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.state import State
from riffdesk.ui.window.app import application, create_window
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands

TOOLS = ("toolBrush", "toolEraser", "toolTone", "toolMask")
QUALITIES = ("actionQualityGood", "actionQualityBest")


class Robot:
    """A window, and hands that do anything to it.

    Parameters
    ----------
    folder : Path
        Where it saves to.
    seconds : float
        Length of its sketches, about.
    """

    def __init__(self, window: MainWindow, folder: Path, seed: int, seconds: float = 30.0) -> None:
        self.window, self.hands = window, Hands(window)
        self.path, self.seconds = folder / "robot.riff", seconds
        self.rng = np.random.default_rng(seed)
        weights = {
            self.paint: 8, self.undo: 3, self.redo: 2, self.riff: 2, self.repaint: 1, self.vary: 1, self.keep: 1,
            self.seek: 2, self.play: 1, self.loop: 1, self.mute: 2, self.zoom: 3, self.save: 1, self.open: 1,
            self.length: 2, self.timeline: 1, self.quality: 1, self.layers: 2, self.cut: 1, self.circular: 1,
        }  # fmt: skip
        self.kinds, parts = list(weights), np.array(list(weights.values()), float)
        self._parts = parts / parts.sum()

    def act(self, count: int) -> None:
        """Do so many things, and let the window live a little after each."""
        for _ in range(count):
            self.kinds[self.rng.choice(len(self.kinds), p=self._parts)]()
            self.hands.pause(0.02)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # which only `exec` does by itself

    def idle(self) -> None:
        """Wait until nothing runs, waits or is to be rendered."""
        window = self.window
        self.hands.wait(lambda: not (window.render_worker.running or window.render_worker.waiting), 1_200)
        self.hands.wait(lambda: not (window.worker.running or window.worker.waiting), 1_200)
        pending = window.sound_updates.pending_columns
        self.hands.wait(lambda: sum(pending()) == 0 and not window.sound_worker.running, 1_200)
        self.hands.pause(0.3)

    def _some(self, *values: str) -> str:
        return values[int(self.rng.integers(len(values)))]

    @property
    def _patient(self) -> bool:
        """Whether no riff waits yet: a hundred of them would take an hour."""
        return not self.window.render_worker.waiting

    def _trigger(self, name: str) -> None:
        self.window.sketch.update_render(steps=2)  # the network is not what is looked at
        action = self.window.actions_[name]
        if action.isEnabled():
            action.trigger()
            QApplication.processEvents()

    def paint(self) -> None:
        self._trigger(self._some(*TOOLS))
        view = self.window.canvas.viewport()
        place = lambda: QPoint(  # noqa: E731
            int(self.rng.integers(80, max(81, view.width() - 80))),
            int(self.rng.integers(50, max(51, view.height() - 50))),
        )
        keys = Qt.KeyboardModifier.ShiftModifier if self.rng.random() < 0.2 else Qt.KeyboardModifier.NoModifier
        QTest.mousePress(view, Qt.MouseButton.LeftButton, keys, place())
        for _ in range(int(self.rng.integers(1, 12))):
            QTest.mouseMove(view, place())
            QApplication.processEvents()
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, keys, place())

    def undo(self) -> None:
        for _ in range(int(self.rng.integers(1, 5))):
            self._trigger("actionUndo")

    def redo(self) -> None:
        for _ in range(int(self.rng.integers(1, 5))):
            self._trigger("actionRedo")

    def riff(self) -> None:
        if self._patient and len(self.window.sketch.layers) < 6:
            self._trigger(self._some("actionGenerate", "actionMakeReal", "actionRenderTimeline"))

    def repaint(self) -> None:
        if self.rng.random() < 0.5:
            self._trigger("actionSelectAll")
        self._trigger(self._some("actionRepaint", "actionCancelRiff", "actionCompare", "actionUseRecipe"))

    def vary(self) -> None:
        if self._patient:
            self._trigger("actionVariations")

    def keep(self) -> None:
        panel = self.window.library.panel
        if panel.model.rowCount():
            panel.view.setCurrentIndex(panel.model.index(int(self.rng.integers(panel.model.rowCount()))))
            if self.rng.random() < 0.3 and len(self.window.sketch.layers) < 6:
                panel.add.click()
            else:
                panel.back.click()

    def seek(self) -> None:
        self.window.playback.seek(float(self.rng.uniform(0, self.window.sketch.seconds)))

    def play(self) -> None:
        self._trigger("actionPlay")

    def loop(self) -> None:
        self._trigger("actionLoop")

    def circular(self) -> None:
        self._trigger("actionCircular")

    def mute(self) -> None:
        layer = self.window.sketch.layers[int(self.rng.integers(len(self.window.sketch.layers)))]
        fields = ({"mute": not layer.mute}, {"solo": not layer.solo}, {"gain_db": float(self.rng.uniform(-20, 6))})
        self.window.sketch.set_layer(layer.id, **fields[int(self.rng.integers(3))])

    def layers(self) -> None:
        sketch = self.window.sketch
        layer = sketch.layers[int(self.rng.integers(len(sketch.layers)))]
        match int(self.rng.integers(4)):
            case 0 if len(sketch.layers) < 6:
                sketch.duplicate_layer(layer.id)
            case 1:
                sketch.remove_layer(layer.id)
            case 2:
                sketch.move_layer(layer.id, 0)
            case _:
                sketch.select_layer(layer.id)

    def zoom(self) -> None:
        self._trigger(self._some("actionZoomIn", "actionZoomIn", "actionZoomOut", "actionFit"))

    def cut(self) -> None:
        self._trigger("actionSelectAll")
        self._trigger(self._some("actionCut", "actionCopy", "actionPaste", "actionSemitoneUp"))

    def save(self) -> None:
        self.window.documents.path = self.path
        self._trigger("actionSave")

    def open(self) -> None:
        if self.path.exists():
            self.window.documents.open_path(self.path)

    def length(self) -> None:
        self.window.sketch.set_length(float(self.rng.uniform(0.5, 1.0)) * self.seconds)

    def timeline(self) -> None:
        seed = int(self.rng.integers(1_000))
        self.window.sketch.set_keyframes((Keyframe(prompt="piano", seed=seed), Keyframe(1.0, seed=seed + 1)))

    def quality(self) -> None:
        self._trigger(self._some(*QUALITIES))


def digest(state: State, *, sound: bool) -> str:
    """Return a number for all that is seen of a document, and that is heard of it; not which layer is active."""
    told = hashlib.sha256()
    told.update(
        repr([getattr(state, name) for name in ("samples", "columns", "tempo", "keyframes", "circular")]).encode()
    )
    for layer in state.layers:
        told.update(
            repr((layer.id, layer.name, layer.gain_db, layer.pan, layer.mute, layer.solo, layer.recipe)).encode()
        )
        told.update(layer.ink.tobytes())
        if sound:
            told.update(b"" if layer.sound.audio is None else layer.sound.audio.tobytes())
            told.update(repr((layer.sound.stale, layer.sound.draft)).encode())
    return told.hexdigest()


class Memory:
    """How much memory the window's process and its children have, and had at most: megabytes."""

    def __init__(self) -> None:
        self._process = psutil.Process()
        self.most, self.most_of_children = 0.0, 0.0

    @property
    def now(self) -> float:
        return float(self._process.memory_info().rss / 2**20)

    def look(self) -> None:
        self.most = max(self.most, self.now)
        children = (child.memory_info().rss / 2**20 for child in self._process.children())
        self.most_of_children = max(self.most_of_children, *children, 0.0)


def undo_all(robot: Robot) -> tuple[str, bool, str]:
    """Undo all steps; return the digest before it, whether steps were forgotten, and the digest after it.

    No caller keeps the history, which would hold the memory of a closed sketch.
    """
    sketch = robot.window.sketch
    sketch.go(len(sketch.history.steps) - 1)
    robot.idle()
    end, forgotten = digest(sketch.state, sound=True), sketch.history.steps[0].number > 0
    while sketch.history.undo_name is not None:
        sketch.undo()
    return end, forgotten, digest(sketch.state, sound=False)


def play(folder: Path, seed: int, actions: int) -> dict[str, float]:
    """Let a robot loose on a window; return what the figures are. Raises AssertionError where something is lost."""
    QMessageBox.question = lambda *_: QMessageBox.StandardButton.Discard  # type: ignore[method-assign]
    application()
    window = create_window()
    QTest.qWaitForWindowExposed(window)
    window.riffs.models.refresh()
    window.defaults.change(model="tiny", seconds=4.0)
    window.settings.variations = 3
    robot, memory, sketch = Robot(window, folder, seed), Memory(), window.sketch

    def begin() -> float:
        """Begin a new sketch; return the window's memory once it has come to rest."""
        window.documents.new()
        robot.idle()
        robot.hands.pause(4)
        return memory.now

    robot.paint()
    robot.idle()
    figures = {"first": begin()}
    sketch.set_length(robot.seconds)
    opened = [digest(sketch.history.steps[0].state, sound=False)]
    sketch.subscribe(lambda _: opened.append(digest(sketch.state, sound=False)), DocumentOpened)
    for _ in range(actions // 10):
        robot.act(10)
        memory.look()
    robot.idle()
    memory.look()
    end, forgotten, first = undo_all(robot)
    assert forgotten or first == opened[-1], "undo of all steps is not how it began"
    while sketch.history.redo_name is not None:
        sketch.redo()
    assert digest(sketch.state, sound=True) == end, "redo of all steps is not where undo began"
    robot.idle()
    saved = digest(sketch.state, sound=True)
    robot.save()
    robot.idle()
    assert not sketch.modified
    robot.open()
    robot.hands.wait(lambda: not (window.worker.running or window.worker.waiting))
    assert window.sound_updates.pending_columns() == (0, 0), "what was opened is to be rendered again"
    assert digest(sketch.state, sound=True) == saved, "what was opened is not what was saved"
    figures |= {"most": memory.most, "children": memory.most_of_children, "last": begin()}
    window.close()
    return figures


if __name__ == "__main__":
    print(json.dumps(play(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
