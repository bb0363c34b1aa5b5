"""Isolating the active layer, in a real window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from riffdesk.sketch.mixer import isolated, tracks
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands


def seen(window: MainWindow, seconds: float, hertz: float) -> bool:
    picture = window.canvas.viewport().grab().toImage()
    at = window.canvas.point_at(seconds, hertz) * picture.devicePixelRatio()
    return max(picture.pixelColor(at + QPoint(0, y)).lightness() for y in range(-3, 4)) > 60


def heard(window: MainWindow) -> set[str]:
    return {track.key for track in window.player._state.mix.tracks}


def two_layers(window: MainWindow, hands: Hands) -> tuple[str, str]:
    """Draw 440 Hz on a layer and 1,500 Hz on one above it, which is in front; return their ids."""
    hands.tool("toolTone")
    hands.drag((1.0, 440), (4.0, 440))
    window.actions_["actionAddLayer"].trigger()
    hands.drag((1.0, 1_500), (4.0, 1_500))
    hands.idle()
    low, high = (layer.id for layer in window.sketch.layers)
    return low, high


def test_the_layer_in_front_alone_is_seen_and_heard_and_the_document_stays(window: MainWindow, hands: Hands) -> None:
    low, high = two_layers(window, hands)
    steps = len(window.sketch.history.steps)
    hands.wait(lambda: heard(window) == {low, high}, 20)
    assert seen(window, 2.5, 440)
    hands.key(Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    assert window.actions_["actionIsolateLayer"].isChecked()
    hands.wait(lambda: heard(window) == {high}, 20)
    hands.wait(lambda: not seen(window, 2.5, 440) and seen(window, 2.5, 1_500), 20)
    window.sketch.select_layer(low)
    hands.wait(lambda: heard(window) == {low}, 20)
    hands.wait(lambda: seen(window, 2.5, 440) and not seen(window, 2.5, 1_500), 20)
    window.sketch.select_layer(high)
    assert not any(layer.mute or layer.solo for layer in window.sketch.layers)
    assert len(window.sketch.history.steps) == steps
    hands.key(Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    hands.wait(lambda: heard(window) == {low, high}, 20)
    hands.wait(lambda: seen(window, 2.5, 440) and seen(window, 2.5, 1_500), 20)


def test_a_muted_layer_is_heard_while_it_is_isolated(window: MainWindow, hands: Hands) -> None:
    low, high = two_layers(window, hands)
    window.actions_["actionMuteLayer"].trigger()
    hands.wait(lambda: heard(window) == {low}, 20)
    assert "not heard" in window.canvas.description()
    window.actions_["actionIsolateLayer"].trigger()
    hands.wait(lambda: heard(window) == {high}, 20)
    assert "not heard" not in window.canvas.description()
    assert window.sketch.active_layer.mute
    assert [track.key for track in tracks(isolated(window.sketch.state))] == [high]
    assert [track.key for track in tracks(window.sketch.state)] == [low]  # as is exported
    window.actions_["actionIsolateLayer"].trigger()
    hands.wait(lambda: heard(window) == {low}, 20)
