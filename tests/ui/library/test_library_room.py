"""The size of the library in its panel: what is used, and the limit, which new riffs keep to."""

from __future__ import annotations

from contextlib import closing

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox

from riffdesk.store.library.library import Library
from riffdesk.ui.window.main_window import MainWindow
from tests.analysis.sounds import keep, tone
from tests.ui.conftest import Hands


def test_what_is_used_is_shown_and_grows_with_each_riff(window: MainWindow, hands: Hands) -> None:
    keep(tone(300, 4.0), "one")
    window.actions_["actionLibrary"].trigger()
    room = window.library.panel.room

    def shown() -> str:
        with closing(Library()) as library:
            return f"{library.size() / 2**20:.1f} MiB used of"

    hands.wait(lambda: room.used.text() == shown() != "0.0 MiB used of")
    keep(tone(5_000, 8.0, 0.9), "two")
    window.library.panel.refresh()
    hands.wait(lambda: room.used.text() == shown())


def test_the_limit_is_typed_and_is_that_of_the_next_riff(window: MainWindow, hands: Hands) -> None:
    window.actions_["actionLibrary"].trigger()
    room = window.library.panel.room
    field = window.findChild(QDoubleSpinBox, "libraryLimit")
    assert field.value() == 20.0
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "2.5")
    assert window.settings.library_mib == 20_480, "half a number is no limit"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.settings.library_mib == 2_560
    room._set_bytes(3 * 2**30)
    assert "removes old ones" in room.used.text()
