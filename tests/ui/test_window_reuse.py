"""A window that the next test gets is like a new one, or it is not kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog

from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands
from tests.ui.window_reuse import ReusedWindow


def test_after_strokes_options_and_docks_it_is_like_a_new_one(window: MainWindow, hands: Hands) -> None:
    reused = ReusedWindow(window)
    hands.tool("toolEraser")
    hands.drag((1, 1_000), (2, 1_000))
    hands.tool("toolLasso")
    window.settings.brush_size = 90
    window.actions_["actionSnap"].trigger()
    window.actions_["viewHistoryDock"].trigger()
    window.canvas.zoom_time(4, 2.0)
    window.notice.tell("Something")
    assert reused.renew()
    assert window.sketch.active_layer.tiles.is_silent
    assert len(window.sketch.history.steps) == 1
    assert (window.settings.tool, window.settings.brush_size, window.settings.snap) == ("toolBrush", 16, False)
    assert window.canvas.tool.info.object_name == "toolBrush"
    assert not window.actions_["viewHistoryDock"].isChecked()
    assert not window.notice.isVisible()


@pytest.mark.parametrize(
    "change",
    [
        lambda window: setattr(window.documents, "save_as", lambda *_: None),
        lambda window: setattr(window.riffs.generation, "submit", lambda *_: None),
        lambda window: window.canvas.hide(),
        lambda window: window.resize(1_280, 720),
        lambda window: window.actions_["actionExport"].setEnabled(False),
        lambda window: window.prompt_panel.more.setChecked(True),
        lambda window: QDialog(window),
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
