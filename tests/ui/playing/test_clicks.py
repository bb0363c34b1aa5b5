"""Whatever is done while the sketch plays makes no click, recorded behind the sound card."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from scipy.signal import butter, sosfiltfilt

from riffdesk.dsp.mel import analyse
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.takes import as_take
from riffdesk.ui.window.main_window import MainWindow
from tests.audio.soundcards import RATE, PulseCards
from tests.measure import sine
from tests.ui.conftest import Hands

pytestmark = pytest.mark.sound
_CLICK_DB = -60.0  # of 2 ms above 8 kHz, where the tones have nothing; a step of 0.05 has -47
_GAP = 2  # samples of exact silence: the machine was too busy, and the sound card ran dry


def chord(*hertz: float) -> NDArray[np.float32]:
    return np.sum([sine(one, 6.0, 0.12) for one in hertz], axis=0, dtype=np.float32)[None]


def clicks(sound: NDArray[np.float32]) -> list[float]:
    """Return the seconds of clicks in low tones; those at the edges of gaps are left out."""
    high = sosfiltfilt(butter(6, 8_000, "highpass", fs=RATE, output="sos"), sound)
    size = RATE // 500
    levels = np.sqrt(np.square(high[: len(high) // size * size].reshape(-1, size)).mean(axis=1))
    found = np.flatnonzero(levels > 10 ** (_CLICK_DB / 20)) * size
    silent = np.flatnonzero(sound == 0)
    runs = [run for run in np.split(silent, np.flatnonzero(np.diff(silent) > 1) + 1) if len(run) > _GAP]
    near = 2 * size
    return [at / RATE for at in found if not any(run[0] - near <= at <= run[-1] + near for run in runs)]


def add_layers(window: MainWindow) -> None:
    """Add a layer, and two takes of another one."""
    params, before = window.sketch.params, None
    for name, audio in (("drone", chord(65)), ("first", chord(110, 277.3, 441.7)), ("second", chord(130, 330.3))):
        ink = analyse(audio[0], params)
        layer = Layer(ink, name, source=Source(audio, ink))
        if name == "drone":
            window.sketch.add_layer(layer, Sound(audio), samples=audio.shape[1])
            continue
        taken = as_take(layer, before) if before else as_take(layer)
        replaced = before.id if before else None
        before = window.sketch.add_layer(taken, Sound(audio), samples=audio.shape[1], take_of=replaced)


def test_seeks_loops_takes_mutes_faders_strokes_and_undo_while_it_plays_make_no_click(
    cards: PulseCards, window: MainWindow, hands: Hands
) -> None:
    add_layers(window)
    drone, riff = window.sketch.layers[0].id, window.sketch.layers[-1].id
    row, player = window.layers._rows[drone], window.player
    fader = iter(np.linspace(-1, -12, 4))
    places = iter((60_037, 130_001, 20_011, 90_073))

    def paint() -> None:
        place = player.position / RATE
        hands.drag((place, 300), (place + 0.5, 300))

    actions: list[tuple[Callable[[], object], int]] = [
        (lambda: player.seek(next(places)), 4),
        (lambda: hands.key(Qt.Key.Key_A), 4),
        (row.mute.click, 4),
        (lambda: window.sketch.set_layer(riff, gain_db=float(next(fader))), 4),
        (lambda: player.set_loop((44_100, 44_100 + 9_001)), 1),
        (lambda: player.set_loop(None), 1),
        (paint, 3),
        (lambda: hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier), 3),
    ]
    hands.tool("toolTone")
    window.canvas.setFocus()
    hands.pause(0.2)
    with cards.server.recorded() as recorder:
        hands.key(Qt.Key.Key_Space)
        hands.pause(0.3)
        for action, times in actions:
            for _ in range(times):
                action()
                hands.pause(0.2)
        hands.key(Qt.Key.Key_Space)
        hands.pause(0.3)
        sound = recorder.sound[0]
    assert np.count_nonzero(sound) > 4 * RATE
    assert clicks(sound) == []


def test_a_step_would_be_found() -> None:
    steady = chord(110, 277.3, 441.7)[0]
    assert clicks(steady) == []
    moved = np.concatenate((steady[:50_000], steady[50_040:]))
    assert clicks(moved) == pytest.approx([50_000 / RATE] * len(clicks(moved)), abs=0.01)
    assert clicks(moved)
