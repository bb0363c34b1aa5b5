"""Sets of columns as sorted ranges that do not touch: ``((start, stop), ...)``."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import itemgetter

Columns = tuple[int, int]
Ranges = tuple[Columns, ...]

_START, _STOP = itemgetter(0), itemgetter(1)


def added(ranges: Ranges, columns: Columns) -> Ranges:
    """Return the union of the ranges and some columns."""
    start, stop = columns
    if stop <= start:
        return ranges
    first = bisect_left(ranges, start, key=_STOP)  # of the ranges that touch the columns
    last = bisect_right(ranges, stop, key=_START)
    if first < last:
        start, stop = min(start, ranges[first][0]), max(stop, ranges[last - 1][1])
    return (*ranges[:first], (start, stop), *ranges[last:])


def joined(columns: Iterable[Columns]) -> Ranges:
    """Return the union of ranges that may overlap, in any order."""
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
    return tuple(sorted(range_ for range_ in {*left, *right} if range_[0] < range_[1]))


def covers(ranges: Ranges, columns: Columns) -> bool:
    """Return whether one of the ranges contains all of some columns."""
    return any(start <= columns[0] and columns[1] <= stop for start, stop in ranges)


def hull(ranges: Ranges) -> Columns | None:
    """Return the smallest range that contains all ranges; None if there are none."""
    return (ranges[0][0], ranges[-1][1]) if ranges else None


def count(ranges: Ranges) -> int:
    """Return the number of columns in the ranges."""
    return sum(stop - start for start, stop in ranges)


def delayed(ranges: Ranges, columns: int) -> Ranges:
    """Return the ranges moved later by some columns."""
    return tuple((start + columns, stop + columns) for start, stop in ranges)
