"""How soon a stroke is heard: from the mouse event to the loudspeaker, in the real window over a real stream.

What is heard when is read from the recording behind the sound card: where it first differs from the
sketch as it was is a place in the sketch, and the player's position tells at which moment that place
sounded (to about a millisecond).
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riffdesk.dsp.mel import analyse
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.sound import Sound
from riffdesk.ui.window.main_window import MainWindow
from tests import clips
from tests.audio.soundcards import PulseCards, pulse_cards
from tests.benchmarks.table import figure
from tests.measure import RATE
from tests.ui.conftest import Hands

pytestmark = [pytest.mark.bench, pytest.mark.sound]

DABS = 24
AHEAD = 0.1  # seconds before the playhead that the hand paints
DIFFERENT = 3e-3


@pytest.fixture
def cards() -> Iterator[PulseCards]:
    with pulse_cards() as found:
        yield found


def fill(window: MainWindow) -> np.ndarray:
    """Make a sketch of 30 s with three layers; return its mix."""
    total = np.zeros(30 * RATE, np.float32)
    for name in ("plucks", "drums", "chords"):
        audio = np.tile(0.3 * clips.MUSIC[name](), 6)[None, : 30 * RATE]
        ink = analyse(audio[0], window.sketch.params)[:, :3_000]
        window.sketch.add_layer(Layer(ink, name), Sound(audio), samples=audio.shape[1])
        total += audio[0]
    window.sketch.select_layer(window.sketch.layers[1].id)
    return total


def test_a_stroke_under_the_playhead_is_heard_at_once(
    cards: PulseCards,
    window: MainWindow,
    hands: Hands,
) -> None:
    window.warm_up()
    hands.wait(lambda: window.sound_worker.running is None)
    mix = fill(window)
    window.canvas.fit()
    hands.tool("toolBrush")
    hands.pause(0.5)
    rng = np.random.default_rng(0)
    clock: list[tuple[float, int]] = []
    events: list[tuple[float, float]] = []
    view = window.canvas.viewport()
    with cards.server.recorded() as recorder:
        window.player.play(0)
        hands.wait(lambda: window.player.position > RATE)
        began = time.monotonic()
        due = began + 0.3
        while len(events) < DABS:
            QApplication.processEvents()
            clock.append((time.monotonic(), window.player.position))
            if time.monotonic() > due:
                place = window.player.position / RATE + AHEAD
                point = window.canvas.point_at(place, float(rng.uniform(300, 6_000)))
                events.append((time.monotonic(), place))
                QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
                QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
                due = time.monotonic() + 1.1
            time.sleep(0.002)
        limit = time.monotonic() + 0.5
        while time.monotonic() < limit:
            QApplication.processEvents()
            clock.append((time.monotonic(), window.player.position))
        window.player.stop()
        hands.pause(0.3)
        heard = recorder.sound[0]
    start = aligned(heard, mix)
    count = min(len(mix), len(heard) - start)
    different = np.abs(heard[start : start + count] - mix[:count]) > DIFFERENT
    times, positions = np.array(clock).T
    delays = []
    for moment, place in events:
        first, last = int((place - 0.3) * RATE), int((place + 0.3) * RATE)
        found = np.flatnonzero(different[first:last])
        if len(found):
            delays.append(1e3 * (np.interp(first + int(found[0]), positions, times) - moment))
    p50, p95, worst = np.percentile(delays, [50, 95, 100])
    figure("mouse event to sound, p95, dab at the playhead, 30 s, 3 layers", f"{p95:.0f} ms", "100 ms")
    figure("the same, median and worst", f"{p50:.0f} and {worst:.0f} ms", "")
    figure("strokes heard only when the loop came round again", str(len(events) - len(delays)), "0")
    figure("underruns meanwhile", str(window.player.underruns), "0")


def aligned(heard: np.ndarray, mix: np.ndarray) -> int:
    """Return the sample of the recording at which the mix begins."""
    begins = int(np.flatnonzero(np.abs(heard) > 1e-3)[0])
    part = mix[: RATE // 2]
    around = heard[max(0, begins - RATE // 4) : begins + RATE]
    size = 1 << 17
    match = np.fft.irfft(np.fft.rfft(around, size) * np.conj(np.fft.rfft(part, size)), size)
    return max(0, begins - RATE // 4) + int(match[: len(around)].argmax())
