"""What reaches the sound card from the real window, recorded behind it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt

from riffdesk.audio.playing import player_thread
from riffdesk.dsp.mel import analyse
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.takes import as_take
from riffdesk.ui.window.main_window import MainWindow
from tests.audio.soundcards import PulseCards, clicks, gaps
from tests.measure import cents, pitch_of, rms_db, sine
from tests.ui.conftest import Hands

pytestmark = pytest.mark.sound


def import_tone(window: MainWindow, hertz: float, seconds: float = 3.0) -> None:
    audio = sine(hertz, seconds, 0.3)[None]
    ink = analyse(audio[0], window.sketch.params)
    window.sketch.add_layer(Layer(ink.copy(), "tone", source=Source(audio, ink)), Sound(audio), samples=audio.shape[1])


def heard(sound: np.ndarray) -> np.ndarray:
    """Return the left channel from the first sample that is not silent to the last."""
    loud = np.flatnonzero(np.abs(sound[0]) > 1e-4)
    return sound[0, loud[0] : loud[-1]] if len(loud) else sound[0, :0]


@contextmanager
def full_collections() -> Iterator[list[int]]:
    """Count the collections of all objects, which keep the player's thread waiting for up to 90 ms here."""
    counted = [0]

    def count(phase: str, about: dict[str, Any]) -> None:
        counted[0] += phase == "start" and about["generation"] == 2

    gc.callbacks.append(count)
    try:
        yield counted
    finally:
        gc.callbacks.remove(count)


def test_a_drawn_note_is_heard_at_its_pitch(cards: PulseCards, window: MainWindow, hands: Hands) -> None:
    hands.tool("toolTone")
    hands.drag((0.0, 440), (1.2, 440))
    hands.idle()
    with cards.server.recorded() as recorder:
        hands.key(Qt.Key.Key_Space)
        hands.pause(1.4)
        hands.key(Qt.Key.Key_Space)
        hands.pause(0.4)
        sound = heard(recorder.sound)
    assert abs(cents(pitch_of(sound[10_000:40_000]), 440)) < 10
    levels = [rms_db(sound[first : first + 3_000]) for first in range(10_000, 40_000, 3_000)]
    assert np.median(levels) == pytest.approx(80 * np.log10(0.7) - 3, abs=1)  # gaps are for other tests


def test_memory_is_given_back_after_playing_not_meanwhile(cards: PulseCards, window: MainWindow, hands: Hands) -> None:
    import_tone(window, 440)
    window.heap.rest.setInterval(50)
    hands.pause(0.3)
    with full_collections() as counted:
        hands.key(Qt.Key.Key_Space)
        hands.wait(lambda: window.player.position > 4_410, 10)
        before = counted[0]
        window.sketch.set_tempo(90)
        kept = [[] for _ in range(800_000)]  # objects that stay, enough for automatic collections of all objects
        hands.pause(0.3)
        assert window.player.playing
        assert counted[0] == before
        hands.key(Qt.Key.Key_Space)
        hands.wait(lambda: counted[0] > before, 10)
    assert len(kept) == 800_000


def ran_dry(sound: np.ndarray) -> bool:
    """Return whether the server had nothing to play for less than 50 ms, which PortAudio does not always tell."""
    silent = np.flatnonzero(sound == 0)
    runs = np.split(silent, np.flatnonzero(np.diff(silent) > 1) + 1)
    return any(2 < len(run) < 2_205 for run in runs)


def kept_up(window: MainWindow, play: Callable[[], np.ndarray]) -> np.ndarray:
    """Return what was heard when the machine kept up with all."""
    for _ in range(5):
        before = window.player.underruns
        sound = play()
        if window.player.underruns == before and not ran_dry(sound):
            return sound
    pytest.skip("This machine is too busy to play without gaps")


def test_painting_undoing_and_rendering_leave_the_playing_loop_without_gap_or_click(
    cards: PulseCards, window: MainWindow, hands: Hands
) -> None:
    import_tone(window, 440)
    window.sketch.new_layer("drawn")
    window.sketch.set_layer(window.sketch.layers[1].id, mute=True)
    hands.pause(0.2)
    hands.tool("toolBrush")

    def painted() -> np.ndarray:
        with cards.server.recorded() as recorder:
            window.player.play(0)
            for number in range(12):
                hands.drag((0.2 + number * 0.2, 2_000), (0.3 + number * 0.2, 3_000))
                hands.pause(0.1)
                if number % 3 == 2:
                    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            hands.pause(2.0)
            window.player.stop()
            hands.pause(0.4)
            return heard(recorder.sound)

    sound = kept_up(window, painted)
    assert len(sound) > 3 * 44_100
    assert gaps(sound[:-4_410]) == []
    assert clicks(sound[2_205:-2_205]) == []


def compared(cards: PulseCards, window: MainWindow, hands: Hands) -> np.ndarray:
    """Return what is heard while two takes are exchanged with a key, six times."""
    with cards.server.recorded() as recorder:
        hands.key(Qt.Key.Key_Space)
        for _ in range(6):
            hands.pause(0.5)
            hands.key(Qt.Key.Key_A)
        hands.pause(0.5)
        assert window.player.playing
        hands.key(Qt.Key.Key_Space)
        hands.pause(0.4)
        return heard(recorder.sound)


def test_two_takes_are_compared_with_one_key_while_they_play_without_a_gap(
    cards: PulseCards, window: MainWindow, hands: Hands
) -> None:
    audio = sine(440, 6.0, 0.3)[None]
    ink = analyse(audio[0], window.sketch.params)
    first = window.sketch.add_layer(as_take(Layer(ink, "first")), Sound(audio), samples=audio.shape[1])
    # 2 dB lower, so that each change is seen in the level and makes no click by itself.
    second = Layer(ink.copy(), "second")
    window.sketch.add_layer(
        as_take(second, window.sketch.layer(first.id)), Sound(audio * np.float32(0.8)), samples=audio.shape[1],
        take_of=first.id,
    )  # fmt: skip
    hands.pause(0.2)
    window.canvas.setFocus()
    sound = kept_up(window, lambda: compared(cards, window, hands))
    assert gaps(sound[:-4_410]) == []
    assert clicks(sound[2_205:-2_205]) == []
    levels = np.array([rms_db(sound[first : first + 2_205]) for first in range(4_410, len(sound) - 6_615, 2_205)])
    changes = np.flatnonzero(np.abs(levels - np.median(levels[levels > levels.mean()])) < 0.5)
    assert 0.3 < len(changes) / len(levels) < 0.75, "both were heard"
    assert levels.max() - levels.min() == pytest.approx(-20 * np.log10(0.8), abs=0.5)


def test_mute_is_heard_at_once_and_the_playhead_moves_with_the_sound(
    cards: PulseCards, window: MainWindow, hands: Hands
) -> None:
    import_tone(window, 330)
    hands.pause(0.2)
    with cards.server.recorded() as recorder:
        hands.key(Qt.Key.Key_Space)
        hands.wait(lambda: window.player.position > 4_410, 10)
        off = []
        for _ in range(9):  # a stall of the machine makes one of them late
            hands.pause(0.02)
            off.append(abs(window.canvas.overlays.playhead.value() - window.player.position / 44_100))
        assert np.median(off) < 0.05
        hands.wait(lambda: window.player.position > 22_050, 10)
        window.layers._rows[window.sketch.layers[0].id].mute.click()
        hands.pause(0.6)
        sound = recorder.sound[0]
        hands.key(Qt.Key.Key_Space)
    loud = np.flatnonzero(np.abs(sound) > 1e-4)
    assert (loud[-1] - loud[0]) / 44_100 < 0.5 + 0.25
    assert clicks(sound[loud[0] + 2_205 :]) == []


def choose(window: MainWindow, name: str) -> None:
    """Choose an output device as a click on its name does."""
    field = window.transport.device
    row = next(row for row in range(field.count()) if field.itemText(row) == name)
    field.setCurrentIndex(row)
    field.activated.emit(row)


def loudest(sound: np.ndarray) -> float:
    return float(np.abs(sound).max(initial=0))


def test_what_plays_goes_to_the_new_default_card(doomed_cards: PulseCards, window: MainWindow, hands: Hands) -> None:
    import_tone(window, 440)
    hands.pause(0.2)
    hands.key(Qt.Key.Key_Space)
    hands.wait(lambda: window.player.position > 4_410, 10)
    doomed_cards.server.add_sink("headphones")
    doomed_cards.server.set_default("headphones")
    with doomed_cards.server.recorded("headphones") as recorder:
        hands.wait(lambda: loudest(recorder.sound) > 0.1, 10)
    assert window.player.playing
    hands.key(Qt.Key.Key_Space)


def test_a_card_that_hung_is_listed_and_plays_again(
    doomed_cards: PulseCards, window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(player_thread, "_WRITE_TIMEOUT", 1.0)
    cards = doomed_cards
    import_tone(window, 440)
    window.actions_["actionRefreshDevices"].trigger()
    hands.wait(lambda: window.transport.device.findText("other") >= 0)
    choose(window, "other")
    hands.key(Qt.Key.Key_Space)
    hands.wait(lambda: window.player.position > 4_410, 10)
    cards.other.freeze()
    hands.wait(lambda: "does not answer any more" in window.notice.text, 20)
    choose(window, "System default")
    with cards.server.recorded() as recorder:
        hands.key(Qt.Key.Key_Space)
        hands.wait(lambda: loudest(recorder.sound) > 0.1, 20)
        hands.key(Qt.Key.Key_Space)
    cards.other.thaw()
    hands.wait(lambda: not window.player.sounding)
    window.actions_["actionRefreshDevices"].trigger()
    hands.wait(lambda: window.transport.device.findText("other") >= 0)
    choose(window, "other")
    with cards.other.recorded() as recorder:
        hands.key(Qt.Key.Key_Space)
        hands.wait(lambda: loudest(recorder.sound) > 0.1, 20)
        hands.key(Qt.Key.Key_Space)
