from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.ndimage import label

from riffdesk.dsp.band_scale import BandScale
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.shapes import TipPath, inside_outline, similar_marks
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import empty_state

GRID = empty_state()
POINTS = st.tuples(st.integers(-80, 240), st.integers(-40, 200)).map(lambda at: (at[0] / 4 + 0.125, at[1] / 4 + 0.125))


def whole(region: Region | None) -> np.ndarray:
    shape = (512, GRID.columns)
    return np.zeros(shape, bool) if region is None else region.cells(0, shape[1], 0, shape[0])


def is_inside(x: np.ndarray, y: np.ndarray, points: list[tuple[float, float]]) -> np.ndarray:
    """Return from which places a ray to the right crosses an outline an odd number of times."""
    is_odd = np.zeros(np.broadcast(x, y).shape, bool)
    for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True):
        if y1 != y2:
            is_odd ^= ((y1 <= y) != (y2 <= y)) & (x <= x1 + (y - y1) / (y2 - y1) * (x2 - x1) - 1e-9)
    return is_odd


@settings(max_examples=60)
@given(st.lists(POINTS, min_size=1, max_size=9))
def test_a_cell_is_inside_an_outline_where_a_ray_from_it_crosses_it_an_odd_number_of_times(
    points: list[tuple[float, float]],
) -> None:
    found = whole(inside_outline(points, GRID))
    x, y = np.arange(70)[None], np.arange(60)[:, None]
    left, here, right = (is_inside(x + by, y, points) for by in (-1e-6, 0, 1e-6))
    is_sure = (left == here) & (here == right)  # on the outline it is either
    assert np.array_equal(found[:60, :70][is_sure], here[is_sure])
    assert not found[60:].any()
    assert not found[:, 70:].any()


def test_the_selection_brush_selects_what_a_brush_would_paint() -> None:
    sketch = Sketch()
    path = TipPath(sketch.state, BrushTip(40, 0.5, 1.0), (100, 100), BandScale(sketch.params))
    stroke = Stroke(sketch, BrushTip(40, 0.5, 1.0), (100, 100))
    for point in ((150, 120), (140, 300)):
        path.move(point)
        stroke.move(point)
    stroke.commit()
    np.testing.assert_allclose(whole(path.region), sketch.layers[0].ink, atol=0.002)
    assert TipPath(sketch.state, BrushTip(10), (-100, 900), BandScale(sketch.params)).region is None


def marks() -> np.ndarray:
    ink = np.zeros((512, 512), np.float32)
    ink[100:104, 50:300] = 0.5
    ink[100:104, 310:400] = 0.5
    ink[104:120, 60:80] = 0.5 * 10 ** (-15 / 80)  # 15 dB quieter, and touching
    ink[300:310, 100:200] = 0.9
    return ink


def test_the_wand_selects_what_touches_and_is_as_loud() -> None:
    ink = marks()
    chosen = similar_marks(Ink.of(ink), (200, 102), 10, GRID, reach=3_000)
    assert chosen == Region(50, 300, 100, 104)
    quieter = similar_marks(Ink.of(ink), (200, 102), 20, GRID, reach=3_000)
    assert quieter is not None
    np.testing.assert_array_equal(whole(quieter), label(ink > 0.3)[0] == label(ink > 0.3)[0][100, 60])


def test_the_wand_everywhere_selects_all_that_is_so_loud() -> None:
    ink = marks()
    np.testing.assert_array_equal(whole(similar_marks(Ink.of(ink), (200, 102), 10, GRID)), ink >= 0.4)


def test_the_wand_follows_what_touches_as_far_as_it_reaches() -> None:
    long = np.zeros((512, 9_000), np.float32)
    long[200, :] = 0.5
    grid = empty_state(bars=45)
    everything = similar_marks(Ink.of(long), (4_000, 200), 10, grid, reach=100_000)
    assert everything == Region(0, 9_000, 200, 201)
    assert similar_marks(Ink.of(long), (4_000, 200), 10, grid, reach=700) == Region(3_300, 4_701, 200, 201)


def test_a_click_beside_a_thin_line_means_the_line_and_one_in_silence_the_silence() -> None:
    ink = marks()
    assert similar_marks(Ink.of(ink), (200, 99), 10, GRID, reach=3_000, near=(1, 2)) == Region(50, 300, 100, 104)
    silent = similar_marks(Ink.of(ink), (20, 20), 10, GRID, reach=3_000)
    np.testing.assert_array_equal(whole(silent), ink == 0)


@pytest.mark.parametrize("point", [(-1, 20), (512, 20), (20, -3), (20, 512)])
def test_the_wand_selects_nothing_outside_of_the_picture(point: tuple[float, float]) -> None:
    assert similar_marks(Ink.of(marks()), point, 10, GRID) is None


def test_the_wand_takes_the_louder_of_two_channels() -> None:
    ink = np.stack([marks(), np.zeros((512, 512), np.float32)])
    assert similar_marks(Ink.of(ink), (150, 305), 10, GRID, reach=500) == Region(100, 200, 300, 310)
