from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.tone import tone_shape
from riffdesk.sketch.paint.modifiers import Magnet, Modifiers
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip, EraserTip, ToneTip
from riffdesk.sketch.sketch import Sketch

PARAMS = SpectrogramParams()


@pytest.fixture
def sketch() -> Sketch:
    return Sketch()


def ink_of(sketch: Sketch) -> np.ndarray:
    return sketch.layers[0].ink


def test_a_hard_brush_paints_a_disc_of_its_size_and_strength(sketch: Sketch) -> None:
    Stroke(sketch, BrushTip(20, 1.0, 0.6), (100, 200)).commit()
    ink = ink_of(sketch)
    assert ink[200, 100] == pytest.approx(0.6)
    assert ink[200, 91] == pytest.approx(0.6, abs=0.01)
    assert ink[200, 88] == ink[211, 100] == 0
    assert (ink >= 0.3).sum() == pytest.approx(np.pi * 9.5**2, rel=0.05)  # half covered half a cell inside


def test_a_soft_brush_fades_to_its_edge(sketch: Sketch) -> None:
    Stroke(sketch, BrushTip(40, 0.2, 1.0), (100, 200)).commit()
    profile = ink_of(sketch)[200, 100:121]
    assert (np.diff(profile) <= 0).all()
    assert profile[2] == 1
    assert profile[12] == pytest.approx(0.5, abs=0.03)
    assert profile[20] == 0


def test_a_fast_drag_leaves_no_holes(sketch: Sketch) -> None:
    stroke = Stroke(sketch, BrushTip(6, 1.0, 0.8), (20, 100))
    stroke.move((400, 300))
    stroke.commit()
    for column in range(20, 401, 7):
        assert ink_of(sketch)[round(100 + (column - 20) * 200 / 380), column] == pytest.approx(0.8)


def test_the_brush_never_darkens(sketch: Sketch) -> None:
    Stroke(sketch, BrushTip(20, 1.0, 0.9), (100, 200)).commit()
    Stroke(sketch, BrushTip(20, 1.0, 0.3), (100, 200)).commit()
    assert ink_of(sketch)[200, 100] == pytest.approx(0.9)


def test_a_half_strong_eraser_takes_half_however_often_a_stroke_crosses_itself(sketch: Sketch) -> None:
    Stroke(sketch, BrushTip(40, 1.0, 0.8), (100, 200)).commit()
    stroke = Stroke(sketch, EraserTip(20, 1.0, 0.5), (90, 200))
    for column in (110, 90, 110, 90):
        stroke.move((column, 200))
    stroke.commit()
    assert ink_of(sketch)[200, 100] == pytest.approx(0.4)


@given(
    points=st.lists(st.tuples(st.floats(-20, 140), st.floats(0, 130)), min_size=2, max_size=6),
    size=st.floats(1, 60),
    hardness=st.floats(0, 1),
    erase=st.booleans(),
)
def test_a_stroke_leaves_what_its_lines_leave_one_by_one(
    points: list[tuple[float, float]], size: float, hardness: float, erase: bool
) -> None:
    sketch, one_by_one = Sketch(), Sketch()
    for each in (sketch, one_by_one):
        each.set_length(1.3)
        Stroke(each, BrushTip(256, 1.0, 0.5), (60, 60)).commit()
    tip = EraserTip(size, hardness, 0.7) if erase else BrushTip(size, hardness, 0.9)
    stroke = Stroke(sketch, tip, points[0])
    for point in points[1:]:
        stroke.move(point)
    edit = one_by_one.begin_stroke("Lines")
    for start, stop in pairwise(points):
        tip.mark(edit, start, stop)
    np.testing.assert_allclose(ink_of(sketch), ink_of(one_by_one), atol=5e-5)


def test_shift_replaces_the_stroke_by_a_straight_line(sketch: Sketch) -> None:
    stroke = Stroke(sketch, BrushTip(5, 1.0, 0.7), (50, 50))
    stroke.move((60, 300))
    stroke.line((250, 50))
    stroke.commit()
    ink = ink_of(sketch)
    assert ink[50, 50:251].min() == pytest.approx(0.7)
    assert not ink[60:].any()


def test_an_aborted_stroke_leaves_nothing_behind(sketch: Sketch) -> None:
    stroke = Stroke(sketch, BrushTip(), (100, 100))
    stroke.move((300, 300))
    stroke.abort()
    assert not ink_of(sketch).any()
    assert sketch.history.undo_name is None
    assert not sketch.modified


@pytest.mark.parametrize("tip", [BrushTip(30), EraserTip(30), ToneTip()], ids=["brush", "eraser", "tone"])
def test_strokes_over_the_edge_and_outside_are_cut(sketch: Sketch, tip: BrushTip) -> None:
    stroke = Stroke(sketch, tip, (-200, -100))
    stroke.move((900, 900))
    stroke.commit()
    assert ink_of(sketch).shape == (512, 512)
    outside = Stroke(sketch, tip, (5_000, 100))
    outside.move((6_000, 100))
    assert outside.commit() is None


def test_the_tone_brush_paints_the_shape_of_a_sine(sketch: Sketch) -> None:
    band = float(PARAMS.band_of(440))
    stroke = Stroke(sketch, ToneTip(0.8), (100, band))
    stroke.move((200, band))
    stroke.commit()
    ink = ink_of(sketch)
    np.testing.assert_allclose(ink[:, 150], 0.8 * tone_shape(PARAMS, 0, 1, 6.0), atol=1e-6)
    assert ink[:, 150].argmax() == round(band)
    assert not ink[:, 99].any()
    assert not ink[:, 201].any()


def test_snap_rounds_to_the_semitone_and_no_snap_glides(sketch: Sketch) -> None:
    start, stop = float(PARAMS.band_of(446)), float(PARAMS.band_of(880))
    snapped = Stroke(sketch, ToneTip(0.8), (100, start), modifiers=Modifiers(magnet=Magnet()))
    snapped.commit()
    np.testing.assert_allclose(ink_of(sketch)[:, 100], 0.8 * tone_shape(PARAMS, 0, 1, 6.0), atol=1e-6)
    glide = Stroke(sketch, ToneTip(0.8), (200, start))
    glide.move((300, stop))
    glide.commit()
    peaks = ink_of(sketch)[:, 200:301].argmax(axis=0)
    assert (np.diff(peaks) >= 0).all()
    assert len(set(peaks.tolist())) > 30


def test_harmonics_stand_at_multiples_and_roll_off() -> None:
    shape = tone_shape(PARAMS, -1200, 4, 6.0)  # A3 = 220 Hz
    peaks = [shape[round(float(PARAMS.band_of(220 * k)))] for k in (1, 2, 3, 4)]
    gap = shape[round(float(PARAMS.band_of(330)))]
    assert min(peaks) > gap + 0.2
    flat = tone_shape(PARAMS, -1200, 4, 0.0)
    second = round(float(PARAMS.band_of(440)))
    assert 80 * np.log10(shape[second] / flat[second]) == pytest.approx(-6.0, abs=0.3)


def test_partials_above_the_scale_are_left_out() -> None:
    assert np.isfinite(tone_shape(PARAMS, 4_800, 16, 6.0)).all()
