"""The list of sound devices: two of one name, and looked for while it plays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from riffdesk.audio.playing import devices
from riffdesk.ui.window.main_window import MainWindow
from tests.audio.fakecards import Card, plug_in
from tests.ui.conftest import Hands


def listed(window: MainWindow) -> list[str]:
    field = window.transport.device
    return [field.itemText(row) for row in range(field.count())]


def test_of_two_cards_of_one_name_the_chosen_one_plays_and_is_remembered(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = Card("USB Audio", speed=4), Card("USB Audio", speed=4)
    plug_in(monkeypatch, first, second)
    window.actions_["actionRefreshDevices"].trigger()
    hands.wait(lambda: listed(window) == ["System default", "USB Audio", "USB Audio (2)"])
    field = window.transport.device
    field.setCurrentIndex(2)
    field.activated.emit(2)
    assert window.settings.output_device == "USB Audio (2), ALSA"
    hands.key(Qt.Key.Key_Space)
    hands.wait(lambda: second.opened_at)
    assert not first.opened_at
    window.transport.list_devices()
    hands.pause(0.3)
    assert field.currentText() == "USB Audio (2)"
    hands.key(Qt.Key.Key_Space)
    hands.wait(lambda: not devices.portaudio.in_use)


def test_looking_for_devices_while_it_plays_lists_the_new_card_and_plays_on(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = Card("Speakers", speed=2)
    module = plug_in(monkeypatch, card)
    hands.key(Qt.Key.Key_Space)
    hands.wait(lambda: window.player.position > 4_000)
    module.plugged_in.append(Card("Headset"))
    window.actions_["actionRefreshDevices"].trigger()
    hands.wait(lambda: "Headset" in listed(window))
    hands.wait(lambda: len(card.opened_at) == 2)
    before = window.player.position
    hands.wait(lambda: window.player.position != before)
    assert window.player.playing
    assert not window.notice.isVisible()
    hands.key(Qt.Key.Key_Space)
    hands.wait(lambda: not devices.portaudio.in_use)


def test_looking_just_after_a_stop_waits_until_the_card_is_given_back(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = plug_in(monkeypatch, Card("Speakers", speed=1))
    hands.key(Qt.Key.Key_Space)
    hands.wait(lambda: window.player.position > 4_000)
    module.plugged_in.append(Card("Headset"))
    hands.key(Qt.Key.Key_Space)
    window.actions_["actionRefreshDevices"].trigger()
    hands.wait(lambda: "Headset" in listed(window))
