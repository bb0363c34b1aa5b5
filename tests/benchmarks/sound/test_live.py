"""How soon a stroke is heard: from the mouse event to the loudspeaker, in the real window over a real stream.

What is heard when is read from the recording behind the sound card: where it first differs from the
sketch as it was is a place in the sketch, and the player's position tells at which moment that place
sounded (to about a millisecond). A gap moves all that follows in the recording, so for each stroke
the sound just before it is looked for.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from scipy import signal

from riffdesk.dsp.mel import analyse
from riffdesk.dsp.mix import Audio
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
AHEAD = 0.05  # seconds before the playhead that the hand paints: a dab farther ahead is ready before its turn comes
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
    monkeypatch: pytest.MonkeyPatch,
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
    handed: list[float] = []
    replace_sound = window.player.replace_sound

    def replaced(key: str, audio: Audio) -> None:
        replace_sound(key, audio)
        handed.append(time.monotonic())

    monkeypatch.setattr(window.player, "replace_sound", replaced)
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
    times, positions = np.array(clock).T
    delays, prepared = [], []
    for moment, place in events:
        expected = recorder.frame_at(moment) - np.interp(moment, times, positions)
        sample = first_difference(heard, mix, place, int(expected))
        prepared.append(1e3 * (min(at for at in handed if at > moment) - moment))
        if sample is not None:
            delays.append(1e3 * (np.interp(sample, positions, times) - moment))
    p50, p95, worst = np.percentile(delays, [50, 95, 100])
    figure("mouse event to sound, p95, dab at the playhead, 30 s, 3 layers", f"{p95:.0f} ms", "60 ms")
    figure("the same, median and worst", f"{p50:.0f} and {worst:.0f} ms", "")
    p50, p95 = np.percentile(prepared, [50, 95])
    figure("of these until the player has the sound, median and p95", f"{p50:.0f} and {p95:.0f} ms", "")
    figure("strokes that were not heard in time", str(len(events) - len(delays)), "0")
    gaps = f"{window.player.underruns}, {1e3 * window.player.latency:.0f} ms"
    figure("underruns meanwhile, and the buffer at the end", gaps, "0, 20 ms")


def first_difference(heard: np.ndarray, mix: np.ndarray, place: float, expected: int) -> int | None:
    """Return the first sample of the mix, around a place in seconds, that was heard otherwise; None if there is none.

    The recording is aligned by the half second that ends a window before the place, where nobody has painted;
    ``expected`` is about the sample of the recording at which the mix would begin.
    """
    first, last, stop = (int((place + at) * RATE) for at in (-0.7, -0.15, 0.3))
    before = expected + first - RATE // 4
    around = heard[before : before + RATE // 2 + last - first]
    match = signal.correlate(around, mix[first:last], "valid", "fft")
    energy = np.cumsum(np.concatenate(([0.0], np.square(around, dtype=np.float64))))
    power = np.maximum(energy[last - first :] - energy[: first - last], 1e-6)
    start = before + int((match / np.sqrt(power)).argmax())
    part = heard[start + last - first : start + stop - first]
    different = np.flatnonzero(np.abs(part - mix[last : last + len(part)]) > DIFFERENT)
    return last + int(different[0]) if len(different) else None
