"""The waveform under the canvas, in a real window."""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from riffdesk.dsp.mix import Track
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.ui.canvas.analysis.waveform_peaks import PIECE, WaveformPeaks
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands


def read(tracks: tuple[Track, ...], samples: int) -> WaveformPeaks:
    peaks = WaveformPeaks()
    peaks.set_tracks(tracks, samples)
    assert not peaks.read(0, samples, time.perf_counter() + 60)
    return peaks


@pytest.mark.parametrize("samples_of_pixel", [1, 10, PIECE, 1_000, 30_000])
def test_ends_are_those_of_the_samples_at_any_zoom(samples_of_pixel: int) -> None:
    rng = np.random.default_rng(1)
    audio = rng.uniform(-1, 1, (1, 100_000)).astype(np.float32)
    stereo = rng.uniform(-0.5, 0.5, (2, 70_000)).astype(np.float32)
    tracks = Track(Waveform.of(audio), 0.5, 0.25), Track(Waveform.of(stereo), 1.0, 1.0)
    mix = np.array([[0.5], [0.25]]) * audio
    mix[:, :70_000] += stereo
    start = 30_000 // PIECE * PIECE
    step = samples_of_pixel if samples_of_pixel < PIECE else -(-samples_of_pixel // PIECE) * PIECE
    edges = np.arange(start, 100_000, step, dtype=np.float64)
    low, high = read(tracks, 100_000).ends(edges)
    for number, (first, last) in enumerate(zip(edges[:-1].astype(int), edges[1:].astype(int), strict=True)):
        assert low[number] == pytest.approx(mix[:, first:last].min(), abs=1e-6)
        assert high[number] == pytest.approx(mix[:, first:last].max(), abs=1e-6)


def test_beyond_the_end_and_without_tracks_is_silence() -> None:
    audio = Waveform.of(np.ones((1, 50_000), np.float32))
    low, high = read((Track(audio),), 50_000).ends(np.linspace(0, 200_000, 101))
    assert high[:24].min() == 1
    assert not high[30:].any()
    assert not low[30:].any()
    for edges in (np.linspace(0, 100, 11), np.linspace(0, 1e6, 11)):
        assert not np.any(read((), 50_000).ends(edges))
        assert not np.any(read((), 0).ends(edges))


def coloured(window: MainWindow, seconds: float, colour: str) -> int:
    """Return the pixels of a colour in the strip at a time."""
    picture = window.canvas.waveform.grab().toImage()
    x = window.canvas.place_of(seconds, 0).x() - window.canvas.waveform.x()
    wanted = QColor(colour).rgb()
    column = round(x * picture.devicePixelRatio())
    return sum(picture.pixel(column, y) == wanted for y in range(picture.height()))


def test_the_strip_shows_the_mix_and_the_layer_in_front_at_their_times(window: MainWindow, hands: Hands) -> None:
    height = window.canvas.getPlotItem().getViewBox().height()
    hands.key(Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    assert window.settings.show_waveform
    hands.wait(lambda: window.canvas.getPlotItem().getViewBox().height() < height - 40)
    square = np.zeros((1, 5 * 44_100), np.float32)
    square[:, 44_100:88_200] = np.where(np.arange(44_100) % 100 < 50, 0.5, -0.5)
    window.sketch.add_layer(Layer(window.sketch.active_layer.tiles, "Square", sound=Sound(Waveform.of(square))))
    look, strip = window._look, window.canvas.waveform
    hands.wait(lambda: coloured(window, 1.5, look.accent) > 0, 20)
    assert coloured(window, 1.5, look.accent) == pytest.approx(strip.height() / 2, abs=3)
    assert coloured(window, 0.5, look.accent) == coloured(window, 0.5, look.dim) == 0
    window.canvas.zoom_time(8, 1.5)
    hands.wait(lambda: strip.is_complete)
    assert coloured(window, 1.5, look.accent) == pytest.approx(strip.height() / 2, abs=3)
    window.canvas.fit()
    window.sketch.select_layer(window.sketch.layers[0].id)
    hands.wait(lambda: coloured(window, 1.5, look.dim) > 0 and not coloured(window, 1.5, look.accent), 20)
    window.editing.undo()  # the layer is gone
    hands.wait(lambda: not coloured(window, 1.5, look.dim), 20)


def test_a_click_on_the_strip_moves_the_playhead(window: MainWindow, hands: Hands) -> None:
    window.actions_["actionWaveform"].trigger()
    hands.pause(0.1)
    strip = window.canvas.waveform
    at = QPoint(round(window.canvas.place_of(2.0, 0).x()), strip.y() + strip.height() // 2)
    QTest.mouseClick(window.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    hands.wait(lambda: window.canvas.overlays.playhead.value() == pytest.approx(2.0, abs=0.02))
    window.actions_["actionWaveform"].trigger()
    assert not strip.isVisible()
