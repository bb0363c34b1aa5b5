"""A real window with a fresh home, and hands to use it with."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from riffdesk.engine.remote import link
from riffdesk.models.layout import Layout
from riffdesk.sketch.state import empty_state
from riffdesk.ui.window.app import application, create_window
from riffdesk.ui.window.deferred_making import DeferredMaking
from riffdesk.ui.window.main_window import MainWindow
from tests.forked_engine import USE_LENT, Forker, running_forker, start_new
from tests.ui.window_reuse import ReusedWindow, close_dialogs

WindowProcess = Callable[..., "subprocess.Popen[str]"]


class Hands:
    """Uses a window as a person would: mouse, keys, patience."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.canvas = window.canvas

    def wait(self, until: Callable[[], object], seconds: float = 180) -> None:
        """Let the window live until something holds."""
        limit, nap = time.monotonic() + seconds, 0.001
        while not until():
            assert time.monotonic() < limit, f"it did not happen in time; {self._situation()}"
            QApplication.processEvents()
            time.sleep(nap)
            nap = min(1.1 * nap, 0.01)  # a long wait leaves the core to what it waits for

    def _situation(self) -> str:
        """Return what a person would see who waits in vain."""
        focus = QApplication.focusWidget()
        return (
            f"active {self.window.isActiveWindow()}, focus {focus and focus.objectName()}, "
            f"notice {self.window.notice.text!r}, running {self.window.render_worker.running}"
        )

    def pause(self, seconds: float = 0.05) -> None:
        limit = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > limit)

    def idle(self) -> None:
        """Wait until nothing runs or waits, and every layer sounds as well as it should."""
        self.pause(0.05)
        window = self.window
        self.wait(
            lambda: (
                not window.worker.running
                and not window.worker.waiting
                and window.sound_worker.running is None
                and not any(window.sketch.sound(layer.id).unfinished for layer in window.sketch.layers)
            )
        )
        self.pause(0.05)

    def rendered(self, seconds: float = 180) -> None:
        """Wait until no riff is being made or waits."""
        worker = self.window.render_worker
        self.wait(lambda: worker.running is None and not worker.waiting, seconds)

    def use_model(self, name: str) -> None:
        """Choose a model that was added after the window was made."""
        self.window.riffs.models.refresh()
        self.window.prompt_panel.model.setCurrentText(name)
        self.window.prompt_panel.model.textActivated.emit(name)

    def drag(
        self,
        start: tuple[float, float],
        stop: tuple[float, float],
        *,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        release: bool = True,
    ) -> None:
        """Drag the mouse from (seconds, hertz) to (seconds, hertz)."""
        view = self.canvas.viewport()
        begin, end = self.canvas.point_at(*start), self.canvas.point_at(*stop)
        QTest.mousePress(view, button, keys, begin)
        for part in range(1, 9):
            point = begin + QPoint((end - begin).x() * part // 8, (end - begin).y() * part // 8)
            _move(view, point, button, keys)
            QApplication.processEvents()
        if release:
            QTest.mouseRelease(view, button, keys, end)

    def key(self, key: Qt.Key | str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        if QApplication.activeWindow() is None:  # as after a dialog, until the display tells of the next one
            QTest.qWaitForWindowActive(self.window, _ACTIVE_MS)
        QTest.keyClick(self.canvas, key, keys)
        QApplication.processEvents()

    def tool(self, name: str) -> None:
        self.window.actions_[name].trigger()


def _move(view: object, point: QPoint, button: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
    """QTest.mouseMove knows neither buttons nor keys, so the event is made here."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(point), QPointF(view.mapToGlobal(point)), Qt.MouseButton.NoButton, button, keys
    )
    QApplication.sendEvent(view, event)


_FAILED = pytest.StashKey[bool]()
_ACTIVE_MS = 30_000
_DIALOG_SECONDS = 120
"""How long a test may last before the dialogs that it has open are closed: no other limit ends their event loops."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note that a test failed: nobody knows in which state it left its window."""
    report = yield
    if report.failed:
        item.stash[_FAILED] = True
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Close the window that is kept before tests of another folder, which count threads and sound devices."""
    yield
    if nextitem is None or not nextitem.path.is_relative_to(Path(__file__).parent):
        close_kept(_KEPT)


@pytest.fixture(autouse=True)
def no_open_dialog() -> Iterator[None]:
    """Close menus and dialogs that a test leaves open, and after a while those that keep it from its end."""
    application()
    watch = QTimer(interval=1_000 * _DIALOG_SECONDS)
    watch.timeout.connect(close_dialogs)
    watch.start()
    yield
    watch.stop()
    close_dialogs()


@pytest.fixture(scope="session")
def forker(request: pytest.FixtureRequest) -> Iterator[Forker | None]:
    """Return what forks an engine from one process, which has imported what each would import.

    The process of a single test starts engines without waiting for it. Of several that share the cores each waits: the
    new engines of its first windows would take the cores for longer.
    """
    with running_forker() as forker:
        if forker is not None and hasattr(request.config, "workerinput"):
            forker.wait()
        yield forker


@pytest.fixture(autouse=True)
def engines(forker: Forker | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the engines of the tests in this folder be such forks; those of other folders are not."""
    if forker is not None:
        monkeypatch.setattr(link, "_start", forker.start)


@pytest.fixture
def window_process(forker: Forker | None) -> WindowProcess:
    """Return what starts Python with a script that opens a window, as `subprocess.Popen`; its engines are forks."""

    def start(script: str, *arguments: object, **options: Any) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", USE_LENT + script, *map(str, arguments)]
        with nullcontext({}) if forker is None else forker.lent() as lent:
            return subprocess.Popen(command, text=True, **lent, **options)

    return start


@pytest.fixture
def new_engines(engines: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have engines that have imported nothing yet, as the program's."""
    monkeypatch.setattr(link, "_start", start_new)


@pytest.fixture
def no_scores(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the built-in model take no scores, as Riffusion's own models do not; a window has a new sketch with it."""
    window = request.getfixturevalue("window") if "window" in request.fixturenames else None
    monkeypatch.setattr(Layout, "takes_score", property(lambda _: False))
    if window is not None:
        window.sketch.open(empty_state(render=window.defaults.new()), new=True)


_OWN_WINDOWS = (
    "benchmarks",
    "control",
    "library",
    "recording",
    "shutdown",
    "languages",
    "memory_trimming",
    "garbage",
)
"""What is in the paths of files whose tests have a new window each: they are about how a window begins or ends, or
leave something in it that a new sketch does not put back."""
_OWN_WINDOW_WITH = {"new_engines", "cards", "doomed_cards"}
"""The fixtures with which a window is a new one: its engines are, or its player ends before its sound server does."""


@pytest.fixture
def window(request: pytest.FixtureRequest) -> MainWindow:
    """A window with an empty sketch of 512 columns, new or like a new one."""
    own = (
        request.node.get_closest_marker("own_window")
        or _OWN_WINDOW_WITH.intersection(request.fixturenames)
        or any(name in request.node.nodeid.split("::")[0] for name in _OWN_WINDOWS)
    )
    made: MainWindow = request.getfixturevalue("own_window" if own else "reused_window")
    return made


@pytest.fixture
def own_window(kept_windows: list[ReusedWindow], monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """A new window, and no other."""
    monkeypatch.setattr(QMessageBox, "question", _discard)
    close_kept(kept_windows)
    made = _new_window()
    yield made
    _close(made)


_KEPT: list[ReusedWindow] = []


@pytest.fixture(scope="session")
def kept_windows() -> Iterator[list[ReusedWindow]]:
    """The window that tests use one after another, if there is one; another folder's tests import this fixture."""
    yield _KEPT
    close_kept(_KEPT)


def close_kept(windows: list[ReusedWindow]) -> None:
    """Close the windows that were kept for other tests, if any."""
    while windows:
        _close(windows.pop().window)


@pytest.fixture
def reused_window(
    request: pytest.FixtureRequest, kept_windows: list[ReusedWindow], monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """A window like a new one, for files of tests that need no window of their own."""
    monkeypatch.setattr(QMessageBox, "question", _discard)
    _put_pointer_aside()
    if kept_windows and not kept_windows[0].renew():
        _close(kept_windows.pop().window)
    if not kept_windows:
        kept_windows.append(ReusedWindow(_new_window()))
    yield kept_windows[0].window
    if request.node.stash.get(_FAILED, False):
        close_dialogs()
        _close(kept_windows.pop().window)


def _discard(*_: object) -> QMessageBox.StandardButton:
    return QMessageBox.StandardButton.Discard


def _put_pointer_aside() -> None:
    """Put the display's own pointer where no window is: its events would come between those of the hands."""
    QCursor.setPos(application().primaryScreen().geometry().bottomRight())


def _new_window() -> MainWindow:
    _put_pointer_aside()
    made = create_window()
    # As long as an image of Riffusion's, 512 columns, which most tests count in.
    made.sketch.open(empty_state(render=made.defaults.new()), new=True)
    QTest.qWaitForWindowExposed(made)
    deferred = made.findChild(DeferredMaking)
    Hands(made).wait(lambda: deferred.done)
    _activate(made)
    return made


def _activate(window: MainWindow) -> None:
    """Have the keyboard be the window's: the display tells of it late, and shortcuts do nothing until then."""
    window.activateWindow()
    window.canvas.setFocus()
    assert QTest.qWaitForWindowActive(window, _ACTIVE_MS)


def _close(window: MainWindow) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QMessageBox, "question", _discard)
        try:
            window.close()
            Hands(window).wait(lambda: not window.isVisible())  # what a test has left to be written is written first
        finally:
            window.deleteLater()
            # Outside an event loop Qt keeps what is to be deleted, and would dress and lay it out for later windows.
            QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
            QApplication.processEvents()


@pytest.fixture
def hands(window: MainWindow) -> Hands:
    return Hands(window)


@pytest.fixture
def complete_window(window: MainWindow, hands: Hands) -> MainWindow:
    """A window whose tool panel has the pages of all tools, which follow after the first picture."""
    deferred = window.findChild(DeferredMaking)
    hands.wait(lambda: deferred.done)
    return window
