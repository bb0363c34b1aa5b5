"""The window without a mouse: every button can be pressed, every layer chosen, and the focus is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands

BUTTONS = ("inTime", "dice", "promptMore", "levelAuto", "layerAdd", "layerDuplicate")


@pytest.mark.parametrize("name", BUTTONS)
def test_return_presses_the_button_with_the_focus_and_space_plays(window: MainWindow, name: str) -> None:
    button = found(window, name)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("button"))
    window.actions_["actionPlay"].triggered.connect(lambda: pressed.append("play"))
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == ["button"]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert pressed == ["button", "play"]
    window.player.stop()


def test_return_opens_the_list_of_words(window: MainWindow, hands: Hands) -> None:
    window.prompt_panel.set_words({"Instruments": ("piano",)}, (), ())
    button = found(window, "words")
    button.setFocus()
    opened: list[bool] = []
    button.menu().aboutToShow.connect(lambda: opened.append(True))
    from PySide6.QtCore import QTimer

    QTimer.singleShot(50, button.menu().close)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert opened


@pytest.mark.parametrize("light", [False, True])
def test_what_has_the_focus_looks_so(window: MainWindow, hands: Hands, light: bool) -> None:
    window.set_light(light)
    for dock in ("historyDock", "libraryDock"):
        window.findChild(QWidget, dock).show()
    other, alike = window.transport.tempo, []
    for name in ("inTime", "levelAuto", "generate", "canvas", "historyList", "libraryView", "dice"):
        widget = window.findChild(QWidget, name)
        other.setFocus()
        hands.pause(0.05)
        without = picture(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        hands.pause(0.05)
        if picture(widget) == without:
            alike.append(name)
    assert not alike


def test_tab_goes_through_the_layers_after_their_buttons_and_stops_nowhere_unseen(window: MainWindow) -> None:
    window.layers.add()
    window.layers.add()
    QApplication.processEvents()
    names = []
    widget = found(window, "layerRemove")
    for _ in range(3 * 7):
        widget = widget.nextInFocusChain()
        while not (widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
            widget = widget.nextInFocusChain()
        names.append(widget.accessibleName())
    assert names.count("Layer name") == 3
    areas = [area for area in window.findChildren(QScrollArea) if area.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert not areas


@pytest.mark.parametrize("by_key", [False, True])
def test_the_canvas_has_the_keys_after_an_offer_was_answered(window: MainWindow, hands: Hands, by_key: bool) -> None:
    window.canvas.setFocus()
    answered: list[str] = []
    window.notice.offer("Shall I?", ("Do it", lambda: answered.append("notice")))
    button = found(window, "choice")
    hands.wait(button.isVisible)
    button.setFocus()
    press(button, by_key)
    hands.pause()
    assert (answered, window.focusWidget()) == (["notice"], window.canvas)
    window.recovery.show()
    window.recovery.open_button.setFocus()
    window.recovery._enable(False)
    assert window.focusWidget() is window.canvas
    window.recovery._enable(True)
    window.recovery.hide()


def press(button: QAbstractButton, by_key: bool) -> None:
    if by_key:
        QTest.keyClick(button, Qt.Key.Key_Return)
    else:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_key_goes_to_the_prompt_also_where_its_panel_is_closed(window: MainWindow, hands: Hands) -> None:
    window.findChild(QWidget, "promptDock").hide()
    window.canvas.setFocus()
    hands.key(Qt.Key.Key_P)
    QTest.keyClicks(window.focusWidget(), "funk")
    assert window.sketch.state.keyframes[0].prompt == "funk"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.focusWidget() is window.canvas


def test_layers_are_chosen_muted_and_soloed_by_keys(window: MainWindow, hands: Hands) -> None:
    sketch, control, alt = window.sketch, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    window.layers.add()
    low, high = (layer.id for layer in sketch.layers)
    assert sketch.state.active == high
    window.canvas.setFocus()
    hands.key(Qt.Key.Key_Up, control)  # there is none above
    assert sketch.state.active == high
    hands.key(Qt.Key.Key_Down, control)
    assert sketch.state.active == low
    hands.key(Qt.Key.Key_M, alt)
    assert [layer.mute for layer in sketch.layers] == [True, False]
    hands.key(Qt.Key.Key_M, alt)
    hands.key(Qt.Key.Key_S, alt)
    assert [layer.mute for layer in sketch.layers] == [False, False]
    assert [layer.solo for layer in sketch.layers] == [True, False]


def test_the_menu_of_a_layer_is_about_the_layer_under_the_pointer(window: MainWindow, hands: Hands) -> None:
    window.layers.add()
    low, _ = (layer.id for layer in window.sketch.layers)
    row = window.layers._rows[low]
    place = row.rect().bottomLeft() + QPoint(3, -1)
    QApplication.sendEvent(row, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, row.mapToGlobal(place)))
    assert window.sketch.state.active == low
    offered = [action.objectName() for action in window.layers.menu.actions() if not action.isSeparator()]
    assert {"actionMakeReal", "actionMuteLayer", "actionRemoveLayer"} <= set(offered)
    window.layers.menu.close()


def found(window: MainWindow, name: str) -> QAbstractButton:
    return window.findChild(QAbstractButton, name)


def picture(widget: QWidget) -> QImage:
    """Return a widget with what is drawn close around it."""
    window = widget.window()
    corner = widget.mapTo(window, QPoint(-2, -2))
    return window.grab().toImage().copy(corner.x(), corner.y(), widget.width() + 4, widget.height() + 4)
