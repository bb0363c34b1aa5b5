"""Sounds that resemble a region."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.errors import Cancelled
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.similar import similar_sounds, similarity

RNG = np.random.default_rng(3)
MARK = RNG.random((60, 30)).astype(np.float32)


def with_marks(*places: int, columns: int = 1_000, levels: tuple[float, ...] = ()) -> np.ndarray:
    ink = 0.02 * RNG.random((512, columns)).astype(np.float32)
    for number, place in enumerate(places):
        level = levels[number] if levels else 0.6
        for offset in range(30):
            ink[100:160, (place + offset) % columns] += level * MARK[:, offset]
    return ink


def naive(ink: np.ndarray, region: Region, start: int) -> float:
    weights = region.cells(*region.box).astype(bool)
    one = ink[region.low : region.high, region.start : region.stop][weights]
    other = ink[region.low : region.high, start : start + region.stop - region.start][weights]
    return float(np.corrcoef(one, other)[0, 1])


@pytest.mark.parametrize("masked", [False, True])
def test_the_similarity_is_the_correlation_of_the_cells(masked: bool) -> None:
    ink = with_marks(50, 400, 9_000, columns=12_000)
    region = Region(50, 80, 100, 160)
    if masked:
        made = Region.of(RNG.random((60, 30)) < 0.6, 50, 100)
        assert made is not None
        region = made
    scores = similarity(Ink.of(ink), region)
    assert scores.shape == (12_000,)
    for start in (50, 51, 400, 405, 777, 8_191, 9_000, 11_970):
        assert scores[start] == pytest.approx(naive(ink, region, start), abs=2e-3)
    assert not scores[11_971:].any()


def test_all_copies_are_selected_at_any_level_and_what_is_other_is_not() -> None:
    ink = with_marks(50, 300, 520, 900, levels=(0.6, 0.6, 0.3, 0.9))
    ink[100:160, 700:730] += 0.6 * MARK[::-1]
    region = Region(50, 80, 100, 160)
    found = similar_sounds(similarity(Ink.of(ink), region), region, 0.8)
    assert found is not None
    cells = found.cells(0, 1_000, 0, 512)
    columns = np.flatnonzero(cells[130])
    expected = np.concatenate([np.arange(start, start + 30) for start in (50, 300, 520, 900)])
    np.testing.assert_array_equal(columns, expected)
    assert not cells[:100].any()
    assert not cells[160:].any()
    alone = similar_sounds(similarity(Ink.of(ink), region), region, 1.1)
    assert alone == region


def test_a_loop_has_a_copy_across_its_end() -> None:
    ink = with_marks(200, 985)
    region = Region(200, 230, 100, 160)
    for seamless in (False, True):
        found = similar_sounds(similarity(Ink.of(ink), region, seamless=seamless), region, 0.8, seamless=seamless)
        assert found is not None
        assert found.cells(0, 1_000, 0, 512)[130].sum() == (60 if seamless else 30)


def test_silence_and_flat_regions_resemble_nothing() -> None:
    for ink in (np.zeros((512, 300), np.float32), np.full((512, 300), 0.5, np.float32)):
        region = Region(10, 40, 100, 160)
        scores = similarity(Ink.of(ink), region)
        assert np.isfinite(scores).all()
        assert similar_sounds(scores, region, 0.5) == region


def test_two_channels_are_searched_and_the_search_is_cancelled() -> None:
    ink = np.stack([with_marks(50, 400), with_marks(50, 400)])
    region = Region(50, 80, 100, 160)
    assert similarity(Ink.of(ink), region)[400] > 0.9

    def cancel(*_: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        similarity(Ink.of(ink), region, on_block=cancel)
