"""Riffs of the library compared: they play in step, and a letter changes what is heard at once, on the same beat."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from riffdesk.dsp.loudness import loudness
from riffdesk.dsp.mix import stereo
from riffdesk.ui.window.main_window import MainWindow
from tests.analysis.sounds import RATE, keep, recipe, tone
from tests.ui.conftest import Hands
from tests.ui.library.test_library_panel import choose, mix, settle, stored

HERTZ = {"slow": 300, "fast": 500, "loud": 700}


@pytest.fixture
def panel(window: MainWindow, hands: Hands):
    """Three riffs of two bars: at 100 and 125 bpm and at 100 again; their levels differ by 20 dB."""
    for name, tempo, gain in (("slow", 100.0, 0.5), ("fast", 125.0, 0.05), ("loud", 100.0, 0.9)):
        seconds = 2 * 240 / tempo
        made = recipe(name, 7, tempo=tempo, seconds=seconds)
        keep(tone(HERTZ[name], seconds, gain), name, recipe=made)
    window.actions_["actionLibrary"].trigger()
    hands.wait(lambda: len(window.library.model.ids) == 3)
    return window.library.panel


@pytest.fixture
def compared(panel, window: MainWindow, hands: Hands) -> MainWindow:
    """Have A be slow, B fast and C loud."""
    panel.sort.setCurrentIndex(panel.sort.findData("oldest"))
    hands.wait(lambda: panel.model.index(0).data() == "slow")
    panel.view.selectAll()
    QTest.mouseClick(panel.compare, Qt.MouseButton.LeftButton)
    hands.wait(lambda: len(window.library.comparison._sounds) == 3)
    settle(window, hands)
    return window


def heard(window: MainWindow) -> np.ndarray:
    (track,) = mix(window).tracks
    return np.asarray(track.audio)


def pitch(audio: np.ndarray) -> int:
    return int(np.abs(np.fft.rfft(audio[0, :RATE])).argmax())


def press(window: MainWindow, hands: Hands, key: Qt.Key | str) -> None:
    QTest.keyClick(window.library.panel.comparison, key)
    settle(window, hands)


def test_two_to_four_can_be_compared(panel, window: MainWindow, hands: Hands) -> None:
    choose(window, hands)
    assert not panel.compare.isEnabled()
    panel.view.selectAll()
    assert panel.compare.isEnabled()


def test_letters_change_what_is_heard_in_step_and_equally_loud(compared: MainWindow, hands: Hands) -> None:
    sounds = {}
    for letter, name in (("a", "slow"), ("b", "fast"), ("c", "loud")):
        press(compared, hands, letter)
        sounds[name] = heard(compared)
        assert pitch(sounds[name]) == pytest.approx(HERTZ[name], abs=3)
        assert compared.findChild(QToolButton, f"compare{letter.upper()}").isChecked()
    assert {audio.shape[-1] for audio in sounds.values()} == {round(4.8 * RATE)}, "two bars of the first one's tempo"
    levels = [loudness(stereo(audio), RATE) for audio in sounds.values()]
    assert max(levels) - min(levels) < 1.0


def test_playback_goes_on_where_it_is(compared: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[object] = []
    monkeypatch.setattr(type(compared.player), "playing", property(lambda _: True))
    monkeypatch.setattr(compared.player, "play", lambda *args, **_: begun.append(args))
    press(compared, hands, "b")
    press(compared, hands, Qt.Key.Key_Right)
    assert begun == [], "no riff begins anew"
    assert pitch(heard(compared)) == pytest.approx(HERTZ["loud"], abs=3)


def test_what_is_heard_is_rated_and_added(compared: MainWindow, hands: Hands) -> None:
    press(compared, hands, "b")
    entry = compared.library.comparison.entries[1]
    press(compared, hands, "4")
    assert stored(entry).stars == 4
    press(compared, hands, Qt.Key.Key_Return)
    hands.wait(lambda: any(layer.name == "fast" for layer in compared.sketch.layers))


def test_escape_and_another_riff_end_the_comparison(compared: MainWindow, hands: Hands) -> None:
    strip = compared.library.panel.comparison
    press(compared, hands, Qt.Key.Key_Escape)
    assert strip.isHidden()
    assert compared.library.audition.heard is None
    assert compared.library.comparison._sounds == {}, "their memory is free"
    compared.library.panel.view.selectAll()
    QTest.mouseClick(compared.library.panel.compare, Qt.MouseButton.LeftButton)
    hands.wait(lambda: strip.isVisible() and compared.library.audition.heard is not None)
    choose(compared, hands, 1)
    assert strip.isHidden()
    assert compared.library.audition.heard.name == "fast"


def test_with_the_sketch_all_are_in_its_tempo(panel, window: MainWindow, hands: Hands) -> None:
    hands.drag((0.5, 300), (1.5, 3_000))
    hands.idle()
    window.sketch.set_tempo(110)
    panel.context.setChecked(True)
    panel.view.selectAll()
    QTest.mouseClick(panel.compare, Qt.MouseButton.LeftButton)
    hands.wait(lambda: len(window.library.comparison._sounds) == 3)
    settle(window, hands)
    _, riff = mix(window).tracks
    assert riff.audio.shape[-1] == window.sketch.samples
