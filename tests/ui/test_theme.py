from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QToolButton, QWidget

from riffdesk.ui.window.app import application
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands, close_kept
from tests.ui.window_reuse import ReusedWindow


@pytest.fixture(params=[9, 14, 18], scope="module")
def points(request: pytest.FixtureRequest, kept_windows: list[ReusedWindow]) -> Iterator[int]:
    """Have the system's font be of a size, and windows that are new since then."""
    app = application()
    before = QApplication.font()
    font = QFont(before)
    font.setPointSize(request.param)
    close_kept(kept_windows)
    app.setFont(font)
    yield request.param
    close_kept(kept_windows)
    app.setFont(before)


@pytest.fixture
def window(points: int, window: MainWindow) -> MainWindow:
    return window


def test_the_systems_font_size_is_everywhere_and_the_clock_is_larger(window: MainWindow, points: int) -> None:
    for label in (window.readout, window.layers._rows[window.sketch.state.active].gain_text):
        label.ensurePolished()
        assert label.font().pointSize() == points
    assert window.transport.clock.font().pointSizeF() == pytest.approx(1.6 * points, abs=0.1)


def test_nothing_in_the_bars_and_panels_is_cut_off(window: MainWindow, hands: Hands) -> None:
    window.resize(1440, 900)
    hands.pause(0.2)
    transport = window.transport
    inside = window.rect()
    for widget in (transport.meter, transport.volume, transport.volume_text, transport.device, transport.bars):
        assert widget.isVisible()
        assert inside.contains(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())), widget.objectName()
    for panel in (transport, window.tool_panel, window.layers):
        for part in panel.findChildren(QLabel) + panel.findChildren(QLineEdit) + panel.findChildren(QAbstractButton):
            if part.isVisible() and part.text() and not may_be_cut(part):
                metrics = QFontMetrics(part.font())
                assert part.width() >= metrics.horizontalAdvance(part.text()), part.text()
                assert part.height() >= metrics.height() - 1, part.text()


def may_be_cut(part: QWidget) -> bool:
    """Say whether a text is not shown, has several lines, or is a name that scrolls."""
    if isinstance(part, QToolButton):
        return not part.icon().isNull()
    return part.accessibleName() == "Layer name" or (isinstance(part, QLabel) and part.wordWrap())


def test_the_prompt_has_room_for_two_lines(window: MainWindow) -> None:
    prompt = window.prompt_panel.prompt
    room = prompt.viewport().height() - 2 * prompt.document().documentMargin()
    assert room >= 2 * prompt.fontMetrics().lineSpacing()


def test_the_hint_on_a_new_sketch_is_not_cut_off(window: MainWindow, hands: Hands) -> None:
    window.resize(1440, 900)
    hands.pause(0.1)
    hint = window.canvas.overlays.hint
    assert hint.textItem.boundingRect().width() <= window.canvas.getPlotItem().getViewBox().width()
