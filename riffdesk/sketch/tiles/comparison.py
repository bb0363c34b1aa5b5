"""The cached comparison of two values made of tiles."""

from __future__ import annotations

from collections.abc import Callable

from riffdesk.sketch.tiles.ranges import Ranges


class Comparison:
    """A cached comparison of two values.

    Parameters
    ----------
    value : callable
        Returns the other value, or None if it was deleted.
    indices : tuple of int
        Indices of the tiles that are not the same object.
    ranges : ranges of columns, optional
        The columns that differ; None if not computed yet.
    """

    __slots__ = ("indices", "ranges", "value")

    def __init__(self, value: Callable[[], object], indices: tuple[int, ...], ranges: Ranges | None = None) -> None:
        self.value, self.indices, self.ranges = value, indices, ranges


def no_value() -> None:
    """Return None, as a weak reference does whose object was deleted."""
