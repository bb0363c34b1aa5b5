"""Which lines of bars, beats and notes are drawn, and that View switches them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from riffdesk.dsp.band_scale import AXES, BandScale
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.pitch import hertz_of_midi
from riffdesk.ui.canvas.plot.grid import note_lines, time_lines
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands

PARAMS = SpectrogramParams()
SHIFT = Qt.KeyboardModifier.ShiftModifier


def lines_at(strength: int, lines: list[tuple[float, int]]) -> list[float]:
    return [place for place, other in lines if other == strength]


def test_bars_are_stronger_than_beats_and_beats_than_their_parts() -> None:
    lines = time_lines((0, 4), 4 / 1_000, 120, 4)
    assert lines_at(2, lines) == pytest.approx([0, 2, 4])
    assert lines_at(1, lines) == pytest.approx([0.5, 1, 1.5, 2.5, 3, 3.5])
    assert lines_at(0, lines)[:3] == pytest.approx([0.125, 0.25, 0.375])


@pytest.mark.parametrize("seconds", [0.5, 4, 30, 600, 3_600])
@pytest.mark.parametrize("tempo", [40, 97.3, 240])
def test_there_is_never_a_wall_of_lines_of_time(seconds: float, tempo: float) -> None:
    lines = time_lines((0, seconds), seconds / 1_000, tempo, 4)
    places = [place for place, _ in lines]
    assert len(places) <= 1_000 / 16 + 1
    assert len(places) >= 2 or seconds < 60 / tempo, "something is left to see"


@pytest.mark.parametrize("axis", AXES)
@pytest.mark.parametrize("shown", [(-0.5, 511.5), (0, 120), (200, 230)])
def test_there_is_never_a_wall_of_lines_of_notes(axis: str, shown: tuple[float, float]) -> None:
    pixel = (shown[1] - shown[0]) / 560
    for key in ("C minor", "F♯ major", ""):
        places = [place / pixel for place, _ in note_lines(shown, pixel, BandScale(PARAMS, axis), key)]
        assert len(places) <= 560 / 10
        assert np.diff(places).min(initial=99) > 5


def test_the_notes_of_the_key_are_stronger_and_the_tonic_most_of_all() -> None:
    scale = BandScale(PARAMS, "notes")
    low, high = scale.height_of(PARAMS.band_of([hertz_of_midi(59.5), hertz_of_midi(72.5)])).tolist()
    lines = note_lines((low, high), (high - low) / 560, scale, "C minor")
    notes = {60 + round((place - low) / (high - low) * 13 - 0.5): strength for place, strength in lines}
    assert [note for note, strength in notes.items() if strength == 2] == [60, 72]
    assert [note for note, strength in notes.items() if strength == 1] == [62, 63, 65, 67, 68, 70]
    assert len(notes) == 13


def test_shift_g_draws_the_lines_where_their_times_are(window: MainWindow, hands: Hands) -> None:
    assert not window.canvas.grid.isVisible()
    hands.key("G", SHIFT)
    assert window.actions_["actionGrid"].isChecked()
    hands.pause(0.1)
    shown = window.canvas.viewport().grab().toImage()

    def light(seconds: float, hertz: float) -> int:
        place = window.canvas.point_at(seconds, hertz) * shown.devicePixelRatio()
        return max(shown.pixelColor(place.x() + off, place.y()).lightness() for off in (-1, 0, 1))

    assert light(2.0, 3_100) > light(1.5, 3_100) > light(1.37, 3_100)
    hands.key("G", SHIFT)
    hands.pause(0.1)
    shown = window.canvas.viewport().grab().toImage()
    assert light(2.0, 3_100) == light(1.37, 3_100)
