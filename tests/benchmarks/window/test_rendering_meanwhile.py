"""Whether the window stalls or the sound has gaps while a riff is being made."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from riffdesk.models.registry import add_model
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.sound import Sound
from riffdesk.ui.window.main_window import MainWindow
from tests.audio.soundcards import PulseCards, clicks, gaps, pulse_cards
from tests.benchmarks.table import figure
from tests.diffusion.tiny import tiny_folder
from tests.measure import RATE
from tests.ui.conftest import Hands

pytestmark = [pytest.mark.bench, pytest.mark.sound]

SECONDS = 60
_SILENT = RATE // 1_000  # samples: a sound card without sound plays zeros, a riff does not


@pytest.fixture
def cards() -> Iterator[PulseCards]:
    with pulse_cards() as found:
        yield found


@pytest.fixture
def tiny_chosen(window: MainWindow) -> None:
    name = add_model(tiny_folder()).name
    window.riffs.models.refresh()
    window.riffs.models.choose(name)
    window.prompt_panel.prompt.setPlainText("slow jazz")


@contextmanager
def stalls() -> Iterator[list[float]]:
    """Collect how long a 5 ms timer in the GUI thread takes from beat to beat, in seconds."""
    found: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        found.append(now - last)
        last = now

    timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    timer.start()
    try:
        yield found
    finally:
        timer.stop()


def live(until: Callable[[], object], at_most: float) -> float:
    """Let the window live until something holds; return how many seconds that took."""
    began = time.monotonic()
    while not until():
        assert time.monotonic() < began + at_most, "it did not happen in time"
        QApplication.processEvents()
        time.sleep(0.0005)
    return time.monotonic() - began


def dropouts(sound: np.ndarray) -> list[float]:
    """Return for how many milliseconds a sound card had nothing to play, each time: zeros for a millisecond or more."""
    edges = np.flatnonzero(np.diff(np.pad(sound == 0, 1).astype(np.int8)))
    lengths = edges[1::2] - edges[::2]
    return [round(float(length) / RATE * 1_000, 1) for length in lengths[lengths >= _SILENT]]


def test_the_window_and_the_sound_while_a_minute_is_rendered(
    cards: PulseCards, window: MainWindow, hands: Hands, tiny_chosen: None
) -> None:
    sketch = window.sketch
    window.prompt_panel.steps.setValue(20)
    window.sketch.set_length(SECONDS)
    times = np.arange(SECONDS * RATE) / RATE
    tone = (0.3 * np.sin(2 * np.pi * 440 * times)).astype(np.float32)[None]
    layer = sketch.add_layer(Layer(np.full((512, SECONDS * 100), 0.1, np.float32), "tone"), Sound(tone))
    sketch.set_layer(layer.id, solo=True)  # a steady tone, in which every gap and click can be told
    window.playback.set_loop(True)
    hands.pause(1)
    with cards.server.recorded() as recorder:
        window.player.play(0)
        hands.wait(lambda: window.player.position > RATE // 2)
        window.transport.follow_player()
        with stalls() as before:
            hands.pause(20)
        began, early = recorder.seconds, window.player.underruns
        with stalls() as meanwhile:
            window.actions_["actionGenerate"].trigger()
            took = live(lambda: window.render_worker.running is None, 400)
            live(lambda: recorder.seconds > began + SECONDS, SECONDS + 10)
        sound = recorder.sound[0]
        window.player.stop()
    assert len(sketch.layers) == 2, window.notice.text
    heard = sound[round((began - 1) * RATE) : -RATE // 2]
    what = f"while {SECONDS} s are rendered in {took:.0f} s with the tiny model"
    figure("5 ms timer in the GUI thread, playing alone for 20 s, worst", f"{1_000 * max(before):.0f} ms", "")
    figure("underruns in that time", f"{early}", "")
    figure(f"the same, {what}, worst", f"{1_000 * max(meanwhile):.0f} ms", "50 ms")
    figure("the same, 99th percentile", f"{1_000 * np.percentile(meanwhile, 99):.0f} ms", "")
    found = f"{len(gaps(heard))}, {dropouts(heard)}, {len(clicks(heard))}, {window.player.underruns - early}"
    figure(f"gaps, dropouts, clicks and underruns in {len(heard) / RATE:.0f} s meanwhile", found, "0")


def test_a_riff_that_is_slower_than_its_playhead_goes_round_without_a_gap(
    cards: PulseCards, window: MainWindow, hands: Hands, tiny_chosen: None
) -> None:
    window.prompt_panel.steps.setValue(90)
    window.sketch.set_length(16)
    window.playback.set_loop(False)
    said: set[str] = set()
    window.riffs.playback_region.changed.connect(lambda: said.add(window.render_status.label.text()))
    with cards.server.recorded() as recorder:
        with stalls() as meanwhile:
            window.actions_["actionGenerate"].trigger()
            first = live(lambda: window.player.playing, 100)
            live(lambda: window.player.position > RATE // 2, 10)
            began = recorder.seconds
            took = first + live(lambda: window.render_worker.running is None, 400)
            # What is left of it is played to its end, which nothing keeps the playhead from any more.
            live(lambda: not window.player.playing, 60)
        sound = recorder.sound[0]
    heard = sound[round(began * RATE) : np.flatnonzero(sound)[-1] - RATE]
    riff = window.sketch.sound(window.sketch.state.active).audio
    assert riff is not None
    per_second = len(clicks(riff[0])) / 16
    assert any("go round" in words for words in said)
    figure(f"first sound of 16 s that take {took:.0f} s", f"{first:.1f} s", "")
    figure("5 ms timer in the GUI thread meanwhile, worst", f"{1_000 * max(meanwhile):.0f} ms", "50 ms")
    found = f"{len(gaps(heard))}, {dropouts(heard)}, {window.player.underruns}"
    figure(f"gaps, dropouts and underruns in {len(heard) / RATE:.0f} s, its last bars going round", found, "0")
    clicking = f"{len(clicks(heard)) / (len(heard) / RATE):.1f} and {per_second:.1f}"
    figure("steps that count as clicks, each second, as heard and in the riff itself", clicking, "the same")
