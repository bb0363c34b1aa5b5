"""Whether the window stalls or the sound has gaps while a riff is being made."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from riffdesk.diffusion.registry import add_model
from riffdesk.sketch.state import Layer, Sound
from riffdesk.ui.main_window import MainWindow
from tests.audio.soundcards import PulseCards, clicks, gaps, pulse_cards
from tests.benchmarks.table import figure
from tests.diffusion.tiny import tiny_folder
from tests.measure import RATE
from tests.ui.conftest import Hands

pytestmark = [pytest.mark.bench, pytest.mark.sound]


@pytest.fixture
def cards() -> Iterator[PulseCards]:
    with pulse_cards() as found:
        yield found


def test_the_window_and_the_sound_while_a_minute_is_rendered(
    cards: PulseCards, window: MainWindow, hands: Hands
) -> None:
    name = add_model(tiny_folder()).name
    window.riffs.models.refresh()
    window.riffs.models.choose(name)
    panel, sketch = window.prompt_panel, window.sketch
    panel.steps.setValue(20)
    panel.seconds.setValue(60)
    panel.prompt.setPlainText("slow jazz")
    times = np.arange(10 * RATE) / RATE
    tone = (0.3 * np.sin(2 * np.pi * 440 * times)).astype(np.float32)[None]
    sketch.add_layer(Layer(np.full((512, 1_000), 0.1, np.float32), "tone"), Sound(tone), samples=tone.shape[1])
    stalls: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        stalls.append(now - last)
        last = now

    timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    with cards.server.recorded() as recorder:
        window.player.play(0)
        hands.wait(lambda: window.player.position > RATE // 2)
        last = time.perf_counter()
        timer.start()
        began = time.monotonic()
        window.actions_["actionGenerate"].trigger()
        while window.render_worker.running is not None:
            QApplication.processEvents()
            time.sleep(0.0005)
            assert time.monotonic() < began + 400
        took = time.monotonic() - began
        hands.pause(0.5)
        timer.stop()
        sound = recorder.sound[0]
        window.player.stop()
    assert len(sketch.layers) == 2, window.notice.text
    first = int(np.flatnonzero(np.abs(sound) > 0.1)[0]) + RATE // 10
    heard = sound[first : -RATE // 2]
    what = f"while 60 s are rendered in {took:.0f} s with the tiny model"
    figure(f"5 ms timer in the GUI thread, {what}, worst", f"{1_000 * max(stalls):.0f} ms", "50 ms")
    figure("the same, 99th percentile", f"{1_000 * np.percentile(stalls, 99):.0f} ms", "")
    figure(
        "gaps, clicks and underruns meanwhile",
        f"{len(gaps(heard))}, {len(clicks(heard))}, {window.player.underruns}",
        "0",
    )
