from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.dsp.pitch import hertz_of_midi, midi_of
from riffdesk.sketch.paint.modifiers import GRIDS, Grid, Harmonics, Magnet, Modifiers
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip, EraserTip, Tip, ToneTip
from riffdesk.sketch.sketch import Sketch
from tests.measure import cents, pitch_of

PARAMS = SpectrogramParams()
HOP = PARAMS.hop


def band(hertz: float) -> float:
    return float(PARAMS.band_of(hertz))


def painted(tip: Tip, *points: tuple[float, float], sketch: Sketch | None = None, **on: object) -> np.ndarray:
    """Return the ink of a sketch after a stroke through some (column, hertz)."""
    sketch = sketch or Sketch()
    path = [(column, band(hertz)) for column, hertz in points]
    stroke = Stroke(sketch, tip, path[0], modifiers=Modifiers(**on))
    for point in path[1:]:
        stroke.move(point)
    stroke.commit()
    return sketch.layers[0].ink


def loudest(ink: np.ndarray) -> np.ndarray:
    """Return the first and last column with ink."""
    return np.flatnonzero(ink.any(axis=0))[[0, -1]]


def test_a_brush_with_harmonics_paints_at_multiples_each_octave_quieter() -> None:
    ink = painted(BrushTip(3, 1.0, 0.8), (100, 220), (160, 220), harmonics=Harmonics(8, 6.0))
    for number in range(1, 9):
        level = ink[round(band(220 * number)), 130]
        assert 80 * np.log10(level / 0.8) == pytest.approx(-6 * np.log2(number), abs=0.01), number
    assert not ink[round(band(220 * 9)), 130]
    assert not ink[round(band(330)), 130]


def test_odd_harmonics_leave_out_the_even_ones() -> None:
    ink = painted(BrushTip(3, 1.0, 0.8), (100, 220), harmonics=Harmonics(5, 0.0, odd_only=True))
    assert [bool(ink[round(band(220 * number)), 100]) for number in range(1, 6)] == [True, False, True, False, True]


def test_harmonics_of_a_slope_are_at_multiples_all_along() -> None:
    ink = painted(BrushTip(3, 1.0, 0.8), (100, 200), (200, 500), harmonics=Harmonics(6, 0.0))
    slope = np.linspace(band(200), band(500), 101)
    for column, fundamental in zip(range(100, 201, 10), PARAMS.hertz_of(slope[::10]), strict=True):
        marks = np.flatnonzero(ink[:, column] > 0.3)
        for number in (2, 4, 6):
            assert np.abs(marks - band(fundamental * number)).min() < 1, (column, number)


def test_an_eraser_with_harmonics_removes_every_partial_wholly() -> None:
    sketch = Sketch()
    painted(BrushTip(3, 1.0, 0.8), (50, 220), (300, 220), sketch=sketch, harmonics=Harmonics(6, 3.0))
    ink = painted(EraserTip(11, 1.0, 1.0), (100, 220), (200, 220), sketch=sketch, harmonics=Harmonics(6, 3.0))
    assert not ink[:, 100:200].any()
    assert ink[round(band(1_320)), 60] > 0.5
    sketch.undo()
    assert sketch.layers[0].ink[:, 100:200].any()


@pytest.mark.parametrize(("count", "odd"), [(0, False), (64, False), (63, True)])
def test_partials_beyond_the_scale_are_left_out(count: int, odd: bool) -> None:
    ink = painted(BrushTip(), (100, 4_000), harmonics=Harmonics(max(1, count), 6.0, odd))
    assert np.isfinite(ink).all()
    bands = Harmonics(64).bands(band(440), PARAMS)
    assert len(bands) == 22  # 22 times 440 Hz is the last below 10 kHz
    assert np.diff(bands).min() > 0


@pytest.mark.parametrize("midi", [45, 60, 72])
def test_a_painted_tone_and_its_harmonics_sound_within_two_cents(midi: int) -> None:
    hertz = hertz_of_midi(midi)
    ink = painted(ToneTip(), (20, hertz * 1.01), (140, hertz), harmonics=Harmonics(8, 3.0), magnet=Magnet())
    part = reconstruct(ink[:, :160], PARAMS)[35 * HOP : 125 * HOP]
    assert abs(cents(pitch_of(part), hertz)) < 2
    spectrum = np.fft.rfft(part * np.hanning(len(part)), 2**20)
    frequencies = np.fft.rfftfreq(2**20, 1 / PARAMS.sample_rate)
    for number in range(2, 9):
        near = np.abs(frequencies - number * hertz) < 0.3 * hertz
        heard = frequencies[near][np.abs(spectrum[near]).argmax()]
        assert abs(cents(heard, number * hertz)) < 2, number


@given(hertz=st.floats(30, 9_000))
def test_the_magnet_goes_to_the_nearest_note_of_the_key(hertz: float) -> None:
    sketch = Sketch()
    for key, notes in (("C minor", {0, 2, 3, 5, 7, 8, 10}), ("D major", {2, 4, 6, 7, 9, 11, 1}), ("", set(range(12)))):
        snapped = Magnet("scale", key).band(0, band(hertz), sketch.layers[0].tiles, PARAMS)
        midi = midi_of(float(PARAMS.hertz_of(snapped)))
        assert round(midi) % 12 in notes
        assert midi == pytest.approx(round(midi), abs=1e-6)
        nearest = min(abs(note - midi_of(hertz)) for note in range(140) if note % 12 in notes)
        assert abs(midi - midi_of(hertz)) == pytest.approx(nearest, abs=1e-6)


def test_the_magnet_steps_from_note_to_note_along_a_slope() -> None:
    ink = painted(ToneTip(0.7), (100, 262), (220, 392), magnet=Magnet("scale", "C major"))
    tops = ink[:, 100:220].argmax(axis=0)
    assert len(set(tops.tolist())) == 5  # C D E F G
    assert (np.diff(tops) >= 0).all()


def test_the_magnet_finds_partials_that_are_there_and_leaves_silence_alone() -> None:
    sketch = Sketch()
    painted(ToneTip(0.7), (100, 452.0), (200, 452.0), sketch=sketch)
    tiles, magnet = sketch.layers[0].tiles, Magnet("partials")
    found = magnet.band(150, band(430), tiles, PARAMS)
    assert abs(cents(float(PARAMS.hertz_of(found)), 452)) < 12
    assert magnet.band(150, band(2_000), tiles, PARAMS) == band(2_000)
    assert magnet.band(300, band(430), tiles, PARAMS) == band(430)


def test_a_stroke_begins_and_ends_at_the_grid_with_the_edge_of_its_tip() -> None:
    ink = painted(BrushTip(8, 1.0, 0.7), (53, 1_000), (96, 1_000), grid=Grid(25))
    first, last = loudest(ink)
    assert (first, last) == (51, 99)  # the outermost cells of a round tip are covered by half a cell or less
    assert ink[round(band(1_000)), 54:97].min() == pytest.approx(0.7)


def test_tones_on_the_grid_touch_and_share_no_column() -> None:
    grid = Grid(12.5)
    first = painted(ToneTip(), (13, 440), (24, 440), grid=grid)
    second = painted(ToneTip(), (36, 440), (27, 440), grid=grid)
    assert loudest(first).tolist() == [13, 24]
    assert loudest(second).tolist() == [25, 37]


def test_a_click_with_the_tone_tip_is_as_long_as_a_step() -> None:
    assert loudest(painted(ToneTip(), (60, 440), grid=Grid(25))).tolist() == [50, 74]
    assert loudest(painted(ToneTip(), (60, 440))).tolist() == [60, 60]


@pytest.mark.parametrize("name", GRIDS)
def test_the_grid_follows_tempo_and_meter(name: str) -> None:
    sketch = Sketch()
    sketch.set_length(20)
    sketch.set_tempo(90)
    sketch.set_beats_per_bar(3)
    beats = {"bar": 3, "beat": 1, "1/2": 2, "1/4": 1, "1/8": 0.5, "1/16": 0.25, "1/32": 0.125}
    beats |= {"1/4T": 2 / 3, "1/8T": 1 / 3, "1/16T": 1 / 6}
    assert Grid.of(sketch.state, name).step == pytest.approx(beats[name] * 100 * 60 / 90)


def test_lines_of_the_grid_in_a_loop_fill_it_exactly() -> None:
    sketch = Sketch()
    sketch.set_tempo(113)
    sketch.set_bars(2)
    sketch.set_circular(True)
    assert Grid.of(sketch.state, "bar").step * 2 == pytest.approx(sketch.columns, rel=1e-5)


@settings(max_examples=40)
@given(start=st.floats(0, 40), length=st.floats(-60, 60), hertz=st.floats(200, 3_000), kind=st.integers(0, 2))
def test_in_a_seamless_loop_a_stroke_goes_past_the_end_into_the_start(
    start: float, length: float, hertz: float, kind: int
) -> None:
    middle, wrapped = Sketch(), Sketch()
    for sketch in (middle, wrapped):
        sketch.set_length(2.0)
        sketch.set_circular(True)
        edit = sketch.begin_stroke("Background")
        edit.write(0, np.full((PARAMS.bands, 200), 0.2, np.float32))
        edit.commit()
    tip = (BrushTip(24, 0.5, 0.7), EraserTip(24, 0.5, 0.8), ToneTip(0.7, 3))[kind]
    at = 80 + round(start)
    here = painted(tip, (at, hertz), (at + length, hertz * 1.2), sketch=middle)
    there = painted(tip, (at + 100, hertz), (at + 100 + length, hertz * 1.2), sketch=wrapped)
    np.testing.assert_allclose(np.roll(there, -100, axis=1), here, atol=2e-5)
    assert (np.abs(here - 0.2) > 0.1).any()
