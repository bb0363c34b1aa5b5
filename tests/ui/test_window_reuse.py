"""A window that the next test gets is like a new one, or it is not kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands
from tests.ui.window_reuse import ReusedWindow, close_dialogs


def test_after_strokes_options_and_docks_it_is_like_a_new_one(window: MainWindow, hands: Hands) -> None:
    reused = ReusedWindow(window)
    size, dialogs = (window.width(), window.height()), window.findChildren(QDialog)
    hands.tool("toolEraser")
    hands.drag((1, 1_000), (2, 1_000))
    hands.tool("toolLasso")
    window.settings.brush_size = 90
    window.actions_["actionSnap"].trigger()
    window.actions_["viewHistoryDock"].trigger()
    window.canvas.zoom_time(4, 2.0)
    window.notice.tell("Something")
    window.resize(1_280, 720)
    window.actions_["actionTour"].trigger()
    window.shortcuts.set_key("actionFit", 0, QKeySequence("F5"))
    QDialog(window)
    assert reused.renew()
    assert window.sketch.active_layer.tiles.is_silent
    assert len(window.sketch.history.steps) == 1
    assert (window.settings.tool, window.settings.brush_size, window.settings.snap) == ("toolBrush", 16, False)
    assert window.canvas.tool.info.object_name == "toolBrush"
    assert not window.actions_["viewHistoryDock"].isChecked()
    assert not window.notice.isVisible()
    assert (window.width(), window.height()) == size
    assert not window.help.tour.isVisible()
    assert window.actions_["actionFit"].shortcut() == QKeySequence("F")
    assert window.findChildren(QDialog) == dialogs


def test_a_dialog_and_a_menu_that_a_test_leaves_open_are_closed(window: MainWindow, hands: Hands) -> None:
    dialog, menu = QDialog(window), QMenu(window)
    dialog.open()
    hands.wait(lambda: QApplication.activeModalWidget() is dialog)
    menu.addAction("Cut")
    menu.popup(window.pos())
    hands.wait(lambda: QApplication.activePopupWidget() is menu)
    close_dialogs()
    assert QApplication.activePopupWidget() is None
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize(
    "change",
    [
        lambda window: setattr(window.documents, "save_as", lambda *_: None),
        lambda window: setattr(window.riffs.generation, "submit", lambda *_: None),
        lambda window: window.canvas.hide(),
        lambda window: window.actions_["actionExport"].setEnabled(False),
        lambda window: window.transport.volume.setEnabled(False),
        lambda window: QDialog(window).show(),
        lambda window: window.close(),
    ],
)
def test_a_window_that_stays_changed_is_not_given_to_another_test(
    window: MainWindow, change: Callable[[MainWindow], object]
) -> None:
    reused = ReusedWindow(window)
    assert reused.renew()
    change(window)
    assert not reused.renew()
