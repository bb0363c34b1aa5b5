from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.state import State, empty_state

GRID = empty_state(SpectrogramParams(bands=24))
COLUMNS, BANDS = GRID.columns, 24


def whole(region: Region | None, grid: State = GRID) -> np.ndarray:
    if region is None:
        return np.zeros((grid.params.bands, grid.columns), np.float32)
    return region.weights(0, grid.columns, slice(0, grid.params.bands))


@st.composite
def regions(draw: st.DrawFn) -> Region:
    start, low = draw(st.integers(0, 40)), draw(st.integers(0, BANDS - 2))
    width, height = draw(st.integers(1, 12)), draw(st.integers(1, BANDS - low))
    kind, seed = draw(st.sampled_from(("box", "hard", "soft"))), draw(st.integers(0, 99))
    values = np.random.default_rng(seed).random((height, width))
    if kind == "box":
        return Region(start, start + width, low, low + height)
    made = Region.of(values > 0.4 if kind == "hard" else np.round(values, 2).astype(np.float32), start, low)
    return made or Region(start, start + width, low, low + height)


@given(regions(), regions())
def test_union_intersection_and_difference_are_those_of_the_cells(one: Region, other: Region) -> None:
    a, b = whole(one), whole(other)
    np.testing.assert_allclose(whole(one.union(other)), np.maximum(a, b), atol=0.002)
    np.testing.assert_allclose(whole(one.intersection(other)), np.minimum(a, b), atol=0.002)
    np.testing.assert_allclose(whole(one.difference(other)), np.minimum(a, 1 - b), atol=0.002)
    np.testing.assert_allclose(whole(one.inverted(GRID)), 1 - a, atol=0.002)


@given(regions())
def test_a_region_of_its_own_cells_is_itself_in_the_smallest_box(region: Region) -> None:
    made = Region.of(whole(region).copy())
    assert made is not None
    np.testing.assert_array_equal(whole(made), whole(region))
    cells = made.cells(*made.box)
    assert cells[0].any()
    assert cells[-1].any()
    assert cells[:, 0].any()
    assert cells[:, -1].any()


@given(regions(), st.integers(-60, 60), st.integers(-30, 30))
def test_a_moved_region_is_cut_at_the_borders(region: Region, columns: int, bands: int) -> None:
    wanted = np.zeros((BANDS, COLUMNS), np.float32)
    for band, column in np.argwhere(whole(region)):
        if 0 <= band + bands < BANDS and 0 <= column + columns < COLUMNS:
            wanted[band + bands, column + columns] = whole(region)[band, column]
    np.testing.assert_array_equal(whole(region.moved(columns, bands, GRID)), wanted)


@settings(max_examples=30)
@given(regions(), st.integers(1, 4))
def test_growing_takes_each_cell_that_is_near_enough_and_shrinking_is_its_reverse(region: Region, by: int) -> None:
    cells = whole(region)
    padded = np.pad(cells, by, mode="edge")
    window = np.lib.stride_tricks.sliding_window_view(padded, (2 * by + 1, 2 * by + 1))
    np.testing.assert_allclose(whole(region.grown(by, GRID)), window.max(axis=(2, 3)), atol=0.002)
    np.testing.assert_allclose(whole(region.grown(-by, GRID)), window.min(axis=(2, 3)), atol=0.002)


def test_a_feathered_edge_falls_from_inside_to_outside_and_is_a_half_at_the_edge() -> None:
    feathered = whole(Region(100, 200, 0, BANDS).feathered(12, GRID))
    row = feathered[5]
    assert (np.diff(row[:150]) >= -1e-6).all()
    assert row[99] + row[100] == pytest.approx(1, abs=0.02)
    assert row[85] == 0
    assert row[115] == pytest.approx(1, abs=1e-4)
    assert 0.1 < row[95] < 0.4
    np.testing.assert_allclose(feathered, np.broadcast_to(row, feathered.shape), atol=1e-5)  # no fade at the borders


def test_feathering_a_box_and_the_same_cells_as_a_mask_is_the_same() -> None:
    mask = np.zeros((BANDS, COLUMNS), bool)
    mask[6:15, 100:130] = True
    mask[6, 100] = False
    box, cut = Region(100, 130, 6, 15).feathered(6, GRID), Region.of(mask)
    assert cut is not None
    assert np.abs(whole(box) - whole(cut.feathered(6, GRID))).max() < 0.2
    assert np.abs(whole(box) - whole(cut.feathered(6, GRID)))[:, 115:].max() < 1e-4


@pytest.mark.parametrize("by", [-(10**6), 10**6])
def test_absurd_distances_are_bounded(by: int) -> None:
    region = Region(100, 130, 6, 15)
    grown = region.grown(by, GRID)
    assert grown is None or grown == Region.everything(GRID)
    assert region.feathered(by, GRID) is not None


def test_harmonics_are_at_whole_multiples_of_the_frequencies() -> None:
    grid = empty_state()
    params = grid.params
    low, high = (round(float(params.band_of(hertz))) for hertz in (425, 455))
    chosen = Region(100, 200, low, high + 1).harmonics(64, grid)
    for multiple in (1, 2, 3, 5, 7):
        assert chosen.contains(150, float(params.band_of(440 * multiple))), multiple
        assert not chosen.contains(150, float(params.band_of(440 * (multiple + 0.5)))), multiple
    assert not chosen.contains(99, low + 1)
    assert chosen.low == low


def test_one_cell_is_in_a_region_or_not() -> None:
    region = Region.of(np.array([[True, False], [True, True]]), 10, 3)
    assert region is not None
    assert region.contains(10.2, 2.8)
    assert not region.contains(11, 3)
    assert not region.contains(12, 4)
    assert region.count == 3


def test_a_rectangle_of_ten_minutes_costs_nothing_and_a_mask_of_it_little() -> None:
    grid = empty_state(bars=300)
    rectangle, other = Region.everything(grid), Region(10, 50_000, 3, 500)
    begin = time.thread_time()
    for _ in range(100):
        assert rectangle.union(other) == rectangle
        assert rectangle.intersection(other) == other
        other.grown(3, grid)
        other.moved(5, 3, grid)
    assert time.thread_time() - begin < 1
