"""Sets of columns as ranges, against sets of whole numbers."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from riffdesk.sketch.tiles.ranges import Ranges, added, count, removed

PLACES = st.tuples(st.integers(0, 30), st.integers(0, 30))


@given(st.lists(st.tuples(st.booleans(), PLACES), max_size=12))
def test_ranges_hold_what_sets_hold_in_order_and_do_not_touch(changes: list[tuple[bool, tuple[int, int]]]) -> None:
    ranges: Ranges = ()
    there: set[int] = set()
    for more, columns in changes:
        ranges = (added if more else removed)(ranges, columns)
        there = there | set(range(*columns)) if more else there - set(range(*columns))
        assert {column for one in ranges for column in range(*one)} == there
        assert count(ranges) == len(there)
        assert all(one[1] < other[0] for one, other in pairwise(ranges))
