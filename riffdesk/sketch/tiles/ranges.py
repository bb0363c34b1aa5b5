"""Sets of columns as sorted ranges that do not touch: ``((start, stop), ...)``."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import itemgetter

Columns = tuple[int, int]
Ranges = tuple[Columns, ...]

_START, _STOP = itemgetter(0), itemgetter(1)


def added(ranges: Ranges, columns: Columns) -> Ranges:
    """Return the ranges with these columns among them."""
    start, stop = columns
    if stop <= start:
        return ranges
    first = bisect_left(ranges, start, key=_STOP)  # of those that touch it
    last = bisect_right(ranges, stop, key=_START)
    if first < last:
        start, stop = min(start, ranges[first][0]), max(stop, ranges[last - 1][1])
    return (*ranges[:first], (start, stop), *ranges[last:])


def joined(columns: Iterable[Columns]) -> Ranges:
    """Return ranges that may overlap and be in any order as sorted ones that do not touch."""
    out: list[Columns] = []
    for start, stop in sorted(columns):
        if stop <= start:
            continue
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(out[-1][1], stop)
        else:
            out.append((start, stop))
    return tuple(out)


def removed(ranges: Ranges, columns: Columns) -> Ranges:
    """Return the ranges without these columns."""
    start, stop = columns
    if stop <= start:
        return ranges
    left = ((first, min(last, start)) for first, last in ranges)
    right = ((max(first, stop), last) for first, last in ranges)
    return tuple(sorted(one for one in {*left, *right} if one[0] < one[1]))


def covers(ranges: Ranges, columns: Columns) -> bool:
    """Return whether all of some columns are in the ranges."""
    return any(start <= columns[0] and columns[1] <= stop for start, stop in ranges)


def hull(ranges: Ranges) -> Columns | None:
    """Return the columns from the first to the last; None if there are none."""
    return (ranges[0][0], ranges[-1][1]) if ranges else None


def count(ranges: Ranges) -> int:
    """Return how many columns there are."""
    return sum(stop - start for start, stop in ranges)


def delayed(ranges: Ranges, by: int) -> Ranges:
    """Return the ranges so many columns later."""
    return tuple((start + by, stop + by) for start, stop in ranges)
