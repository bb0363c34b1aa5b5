"""A window that was killed loses nothing: the next one offers the sketch, opens it, and leaves nothing behind."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from riffdesk.paths import data_dir
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.state import State
from riffdesk.store.journal import journal_folders
from riffdesk.store.journal.journal import Journal, Snapshot
from riffdesk.store.journal.journal_folders import folders
from riffdesk.store.journal.manifest import read_manifest
from riffdesk.store.journal.recovery import find_recoverable, recover
from riffdesk.store.project.opening import OpenRequest, load_project
from riffdesk.store.project.saving import SaveRequest, save_project
from riffdesk.store.project.stamp import stamp_of
from riffdesk.ui.window.app import create_window
from riffdesk.ui.window.main_window import MainWindow
from tests.engine.riffs import add_tiny
from tests.states import with_sounds
from tests.store.sketches import everything, painted, partial_riff, same
from tests.ui.conftest import Hands, WindowProcess

WINDOW = """
import sys
import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from riffdesk.ui.window.app import create_window
from tests.ui.conftest import Hands, WindowProcess

window = create_window()
QTest.qWaitForWindowExposed(window)
hands = Hands(window)
hands.tool("toolBrush")
hands.drag((1.0, 500.0), (3.0, 2000.0))
layer = window.sketch.active_layer
assert layer.ink.any()
np.save(sys.argv[1], layer.ink)
hands.wait(lambda: window.autosave.wait(0) and not window.autosave._timer.isActive())
print("painted", flush=True)
QApplication.exec()
"""


def leave(name: str = "Untitled", value: float = 0.5, path: Path | None = None, stamp: str = "") -> None:
    """Have a sketch be left by a process that was killed."""
    journal = Journal()
    journal.write(Snapshot(painted(everything(), 10, value), name, path, stamp))
    journal.release()


def quiet(state: State) -> State:
    """Return a document without its sound and its model, which a window brings up to date at once."""
    return replace(with_sounds(state, {}), render=RenderSettings())


@pytest.fixture
def left() -> None:
    """Have a sketch lie there before the window is."""
    leave()


@pytest.fixture
def window_later(request: pytest.FixtureRequest) -> Callable[[], Hands]:
    """Return what opens the window, when the test has prepared what it finds."""
    return lambda: request.getfixturevalue("hands")


def versions() -> list[Path]:
    """Return the manifests that there are, the newest last."""
    return sorted(path for folder in folders() for path in folder.glob("*.manifest"))


def press(hands: Hands, name: str) -> None:
    button = hands.window.findChild(QPushButton, name)
    assert button is not None
    hands.wait(lambda: button.isVisible() and button.isEnabled())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def offered(hands: Hands) -> None:
    hands.wait(lambda: hands.window.recovery.isVisible())


@pytest.mark.own_window
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_what_was_painted_before_a_kill_is_offered_by_the_next_window_and_is_the_same_ink(
    tmp_path: Path, window_later: Callable[[], Hands], window_process: WindowProcess
) -> None:
    child = window_process(WINDOW, tmp_path / "ink.npy", stdout=subprocess.PIPE)
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == "painted\n"
        limit = time.monotonic() + 60
        while not versions():
            assert time.monotonic() < limit
            assert child.poll() is None
            time.sleep(0.01)
    finally:
        child.kill()
        child.communicate()
    hands = window_later()
    window = hands.window
    offered(hands)
    assert window.recovery.text.startswith("“Untitled”, 8.0 s, was not saved when riffdesk ended at ")
    press(hands, "recoveryOpen")
    hands.wait(lambda: not window.recovery.isVisible())
    assert np.array_equal(window.sketch.active_layer.ink, np.load(tmp_path / "ink.npy"))
    assert window.sketch.modified
    assert window.isWindowModified()
    assert len(folders()) == 1, "its journal goes on"
    window.close()
    assert folders() == []


@pytest.mark.own_window
@pytest.mark.usefixtures("left")
def test_messages_cover_neither_the_offer_nor_the_modifiers(hands: Hands) -> None:
    offered(hands)
    notice, recovery, modifiers = hands.window.notice, hands.window.recovery, hands.window.modifier_bar
    notice.warn("This riff takes about 23 minutes.")
    hands.wait(lambda: notice.isVisible() and notice.geometry().top() > recovery.geometry().bottom(), 30)
    hands.wait(lambda: notice.geometry().top() > modifiers.geometry().bottom(), 30)
    before = notice.geometry().top()
    recovery.hide()
    hands.wait(lambda: notice.geometry().top() < before, 30)
    assert notice.geometry().top() > modifiers.geometry().bottom()


@pytest.mark.own_window
@pytest.mark.usefixtures("left")
def test_the_offer_can_be_found_from_outside_and_reached_by_keyboard(hands: Hands) -> None:
    offered(hands)
    assert hands.window.findChild(QWidget, "recovery") is hands.window.recovery
    recovery = hands.window.recovery
    for name in ("recoveryOpen", "recoveryLater", "recoveryDiscard"):
        button = recovery.findChild(QPushButton, name)
        assert button is not None
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        button.setFocus()
        assert button.hasFocus()
    assert not recovery._picture.pixmap().isNull()
    leave("Other")
    recovery.look()
    hands.wait(lambda: recovery.text.startswith("“Other”"))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        before = len(folders())
        button.setFocus()
        QTest.keyClick(button, key)
        hands.wait(lambda before=before: len(folders()) < before)
        hands.wait(lambda: recovery.discard_button.isEnabled() or not recovery.isVisible())
    assert folders() == []


def test_space_as_the_first_key_plays_and_opens_nothing() -> None:
    leave()
    window = create_window()
    hands = Hands(window)
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    hands.wait(lambda: window.recovery.isVisible())
    hands.pause(0.3)
    assert window.focusWidget() is window.canvas
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    hands.pause(0.3)
    assert window.sketch.untouched
    assert window.recovery.isVisible()
    window.close()
    hands.wait(lambda: not window.isVisible())


@pytest.mark.own_window
@pytest.mark.usefixtures("left")
def test_opened_it_is_saved_to_its_own_file(tmp_path: Path, hands: Hands) -> None:
    window = hands.window
    path = tmp_path / "song.riff"
    hands.wait(lambda: window.recovery.isVisible())
    window.recovery.discard()
    hands.wait(lambda: not window.recovery.isVisible())
    save_project(SaveRequest(everything(), path))
    leave("song", 0.25, path, stamp_of(path) or "")
    window.recovery.look()
    offered(hands)
    press(hands, "recoveryOpen")
    hands.wait(lambda: not window.recovery.isVisible())
    assert same(quiet(window.sketch.state), quiet(painted(everything(), 10, 0.25)))
    assert window.documents.path == path
    window.documents.save()
    hands.wait(lambda: not window.sketch.modified)
    assert window.autosave.wait()
    there = load_project(OpenRequest(path)).layers[0].tiles
    assert there == painted(everything(), 10, 0.25).layers[0].tiles
    window.close()
    assert folders() == []


@pytest.mark.own_window
def test_what_somebody_else_saved_since_is_asked_about_and_not_overwritten(
    tmp_path: Path, window_later: Callable[[], Hands], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "song.riff"
    save_project(SaveRequest(everything(), path))
    leave("song", 0.25, path, stamp_of(path) or "")
    save_project(SaveRequest(painted(everything(), 100, 0.75), path))
    theirs = path.read_bytes()
    hands = window_later()
    press(hands, "recoveryOpen")
    hands.wait(lambda: not hands.window.recovery.isVisible())
    asked: list[str] = []
    monkeypatch.setattr("riffdesk.ui.document.file_dialogs.ask_changed_on_disk", lambda _, name: asked.append(name))
    hands.window.documents.save()
    hands.wait(lambda: asked)
    assert path.read_bytes() == theirs
    assert hands.window.sketch.modified


@pytest.mark.own_window
@pytest.mark.usefixtures("left")
def test_later_leaves_it_for_the_next_start(hands: Hands) -> None:
    offered(hands)
    press(hands, "recoveryLater")
    assert not hands.window.recovery.isVisible()
    hands.window.close()
    assert len(find_recoverable().sketches) == 1


@pytest.mark.own_window
@pytest.mark.usefixtures("left")
def test_several_are_offered_one_after_the_other(hands: Hands) -> None:
    leave("Other")
    window = hands.window
    hands.wait(lambda: window.recovery.isVisible())
    window.recovery.look()
    hands.wait(lambda: "There is another one." in window.recovery.text)
    assert window.recovery.text.startswith("“Other”")
    press(hands, "recoveryDiscard")
    hands.wait(lambda: window.recovery.text.startswith("“Untitled”"))
    assert "another one" not in window.recovery.text
    press(hands, "recoveryDiscard")
    hands.wait(lambda: not window.recovery.isVisible())
    assert folders() == []


@pytest.mark.own_window
@pytest.mark.usefixtures("left")
def test_what_is_on_the_canvas_is_asked_about_first_and_cancel_keeps_both(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = hands.window
    offered(hands)
    hands.drag((1.0, 500.0), (3.0, 2000.0))
    drawn = window.sketch.state
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Cancel)
    press(hands, "recoveryOpen")
    hands.wait(lambda: window.recovery.open_button.isEnabled())
    assert window.sketch.state.layers[0].tiles == drawn.layers[0].tiles
    assert window.recovery.isVisible()
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Discard)
    press(hands, "recoveryOpen")
    hands.wait(lambda: not window.recovery.isVisible())
    assert same(quiet(window.sketch.state), quiet(painted(everything(), 10, 0.5)))
    assert window.autosave.wait()
    assert len(folders()) == 1, "what was given up is not kept"


def test_nothing_is_offered_where_nothing_was_left_or_another_window_has_it(hands: Hands) -> None:
    journal = Journal()
    journal.write(Snapshot(everything()))
    finished = []
    hands.window.riff_recovery.search_soon = lambda: finished.append(True)
    hands.window.recovery.look()
    hands.wait(lambda: finished)
    assert not hands.window.recovery.isVisible()
    journal.clear()


@pytest.mark.own_window
def test_a_damaged_one_is_told_once_and_the_window_goes_on(window_later: Callable[[], Hands]) -> None:
    leave()
    for path in folders()[0].glob("*.tiles"):
        path.write_bytes(b"")
    hands = window_later()
    hands.wait(lambda: hands.window.notice.isVisible())
    assert "could not be recovered, because its files are damaged" in hands.window.notice.text
    assert find_recoverable().damaged == ()
    hands.drag((1.0, 500.0), (3.0, 2000.0))
    assert hands.window.sketch.modified


# Autosave


def stored(window: MainWindow) -> bool:
    window.autosave.save()
    return window.autosave.wait() and bool(versions())


def test_a_change_is_stored_without_being_asked_for_while_the_hand_is_busy_too(hands: Hands) -> None:
    window = hands.window
    hands.drag((1.0, 500.0), (3.0, 2000.0), release=False)
    assert window.canvas.painting
    hands.wait(versions)
    assert window.canvas.painting, "nothing was cut off"
    hands.key(Qt.Key.Key_Escape)


def test_a_sketch_without_changes_is_not_stored_and_closing_leaves_nothing(hands: Hands) -> None:
    window = hands.window
    assert not stored(window)
    hands.drag((1.0, 500.0), (3.0, 2000.0))
    assert stored(window)
    window.close()  # the fixture discards
    assert folders() == []


def test_a_saved_sketch_and_one_that_was_given_up_are_not_offered_after_a_crash(tmp_path: Path, hands: Hands) -> None:
    window = hands.window
    window.documents.path = tmp_path / "song.riff"
    hands.drag((1.0, 500.0), (3.0, 2000.0))
    assert stored(window)
    window.documents.save()
    hands.wait(lambda: not window.sketch.modified)
    assert window.autosave.wait()
    newest = versions()[-1]
    assert b'"saved":true' in newest.read_bytes()
    hands.drag((2.0, 500.0), (3.0, 2000.0))
    assert stored(window)
    window.documents.new()
    assert window.autosave.wait()
    assert folders() == []


def test_undo_to_what_is_saved_leaves_nothing_to_recover(hands: Hands) -> None:
    window = hands.window
    hands.drag((1.0, 500.0), (3.0, 2000.0))
    assert stored(window)
    window.sketch.undo()
    assert window.autosave.wait()
    newest = versions()[-1]
    assert b'"saved":true' in newest.read_bytes()
    window.sketch.redo()
    window.autosave.save()
    assert window.autosave.wait()
    newest = versions()[-1]
    assert b'"saved":false' in newest.read_bytes()


def test_a_full_disk_is_told_once_and_painting_goes_on(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    window, told = hands.window, []
    monkeypatch.setattr(journal_folders.shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
    monkeypatch.setattr(window.notice, "warn", told.append)
    for _ in range(3):
        hands.drag((1.0, 500.0), (3.0, 2000.0))
        window.autosave.save()
        assert window.autosave.wait()
        hands.pause()
    assert len(told) == 1
    assert told[0].startswith("Autosave has paused: less than 1 GiB is free")
    assert window.sketch.modified


# Riffs on their way

RIFF = """
import sys
from dataclasses import replace
from PySide6.QtWidgets import QApplication
from riffdesk.ui.window.app import create_window

window = create_window()
sketch = window.sketch
frame = replace(sketch.state.keyframes[0], prompt="slow jazz with a piano", guidance=3.0)
render = replace(sketch.render, model="tiny", seconds=5.5, steps=6)
sketch.change("Test", keyframes=(frame,), render=render)
window.riffs.generation.generate()

def stored(sample):
    window.autosave.save()
    window.autosave.wait()
    print("stored", flush=True)
    import time
    time.sleep(600)

window.riffs.incoming.begun.connect(stored)
QApplication.exec()
"""


@pytest.mark.own_window
@pytest.mark.skipif(sys.platform == "win32", reason="what is killed there is not killed as here")
def test_a_riff_that_was_on_its_way_goes_on_in_the_same_layer(
    window_later: Callable[[], Hands], window_process: WindowProcess
) -> None:
    add_tiny()
    child = window_process(RIFF, stdout=subprocess.PIPE)
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == "stored\n"
    finally:
        child.kill()
        child.communicate()
    (sketch,) = find_recoverable().sketches
    (riff,) = sketch.manifest.riffs
    assert (data_dir() / "unfinished" / riff["folder"]).is_dir()
    hands = window_later()
    window = hands.window
    press(hands, "recoveryOpen")
    hands.wait(lambda: not window.recovery.isVisible())
    layers = [layer.id for layer in window.sketch.layers]
    layer = window.sketch.layer(riff["layer"])
    before = layer.tiles
    hands.wait(lambda: window.render_worker.running is not None)
    hands.rendered()
    hands.wait(lambda: not window.riffs.incoming.partial_riffs())
    assert [layer.id for layer in window.sketch.layers] == layers
    whole = whole_riff(window, layer)
    assert np.array_equal(window.sketch.layer(layer.id).ink, whole.ink)
    assert np.array_equal(window.sketch.sound(layer.id).audio, whole.audio)
    assert before != window.sketch.layer(layer.id).tiles, "it was not all there"
    window.sketch.undo()
    assert window.sketch.layer(layer.id).tiles == before
    assert not window.notice.isVisible(), "it is not offered a second time"


@pytest.mark.own_window
@pytest.mark.parametrize("closed", [False, True])
def test_a_riff_that_waits_to_be_continued_stays_with_its_sketch_through_another_crash(
    closed: bool, window_later: Callable[[], Hands], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = data_dir() / "unfinished" / "0123456789abcdef-0123456789abcdef"
    folder.mkdir(parents=True)
    state = painted(quiet(everything()), 10, 0.5)
    journal = Journal()
    journal.write(Snapshot(state, riffs=[(partial_riff(state), lambda: folder.name)]))
    journal.release()
    hands = window_later()
    window = hands.window
    waiting: list[Callable[[object], object]] = []
    monkeypatch.setattr(window.render_worker, "submit", lambda *arguments: waiting.append(arguments[3]))
    resumed: list[object] = []
    monkeypatch.setattr(window.riffs.incoming, "resume", lambda *_: resumed.append(_))
    press(hands, "recoveryOpen")
    hands.wait(lambda: waiting)
    if closed:
        window.documents.new()
        window.sketch.set_tempo(91)
    else:
        window.sketch.set_tempo(90)
    window.autosave.save()
    assert window.autosave.wait()
    riffs = [riff["folder"] for riff in read_manifest(versions()[-1]).riffs]
    assert riffs == ([] if closed else [folder.name])
    waiting[0](None)
    assert len(resumed) == (not closed)


def whole_riff(window: MainWindow, layer: Layer) -> object:
    from riffdesk.engine.requests import RenderRequest
    from riffdesk.engine.riff.render import render

    assert layer.recipe is not None
    return render(RenderRequest(layer.recipe, window.sketch.params))


def test_a_window_that_was_never_painted_in_leaves_no_folder() -> None:
    window = create_window()
    window.close()
    assert folders() == []


@pytest.mark.own_window
def test_ctrl_c_loses_nothing_that_was_not_saved(window: MainWindow, hands: Hands) -> None:
    hands.tool("toolBrush")
    hands.drag((1.0, 500.0), (3.0, 2_000.0))
    ink = window.sketch.active_layer.ink
    window.shutdown.leave()
    hands.wait(lambda: not window.isVisible())
    (found,) = find_recoverable().sketches
    assert (recover(found).state.layers[0].ink == ink).all()
