"""Divides a riff into sections of a few windows, which are rendered one after the other.

Windows start at multiples of a stride, so that a longer riff has the same windows and more. The first section is the
first window alone, which is ready soonest and equals a riff of one window. Every other section has a few windows and
begins with the overlap with the section before: a mask keeps this tail while the rest is rendered to continue it. So a
riff of any length needs memory for one section only.

All numbers are columns of latents.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

OVERLAP = 0.25
"""Overlap of neighbouring windows as a fraction of their width."""
AT_ONCE = 4
"""Windows in a section, the same on every machine, since the division changes the riff."""


def overlap_of(width: int) -> int:
    """Return the columns that a window of a width shares with the next one."""
    return round(width * OVERLAP)


def stride_of(width: int) -> int:
    """Return the columns from the beginning of a window of a width to that of the next one."""
    return width - overlap_of(width)


@dataclass(frozen=True)
class SectionPlan:
    """The latents and windows of a section.

    Parameters
    ----------
    start, end : int
        From the beginning of the first window to the end of the last one, or of the riff.
    tail : int
        Columns at its beginning that are kept from the section before.
    borders : tuple of int
        Boundaries between the final columns of consecutive windows.
    is_rendered : bool
        Whether a part of it is regenerated; else it is kept.
    """

    start: int
    end: int
    tail: int
    borders: tuple[int, ...]
    is_rendered: bool = True

    @property
    def windows(self) -> int:
        """Number of windows to render."""
        return len(self.borders) - 1 if self.is_rendered else 0

    @property
    def first_changed(self) -> int:
        """First column that may change."""
        return self.borders[0]

    @property
    def ready(self) -> int:
        """End of the columns that are final after this section."""
        return self.borders[-1]


def plan_sections(latents: int, width: int, needed: NDArray[np.bool_] | None = None) -> tuple[SectionPlan, ...]:
    """Return the sections of a riff that is no loop.

    Parameters
    ----------
    latents : int
        Columns of the riff, >= 1.
    width : int
        Columns of a window.
    needed : bool ``[latents]``, optional
        Columns to regenerate; all by default. Windows without any are in sections of their own.
    """
    shared, stride = overlap_of(width), stride_of(width)
    count = 1 + max(0, -(-(latents - width) // stride))
    is_needed = [needed is None or bool(needed[i * stride : i * stride + width].any()) for i in range(count)]
    plans: list[SectionPlan] = []
    for run, run_stop in _runs(is_needed):
        is_rendered = is_needed[run]
        for first, stop in _cut(run, run_stop, first_alone=needed is None or run_stop - run > AT_ONCE):
            # The last column of a tail fades into the new ones.
            inner = (window * stride + shared - 1 for window in range(first + 1, stop))
            tail = shared if is_rendered and first > run else 0
            end = min(latents, (stop - 1) * stride + width) if is_rendered or stop == count else stop * stride
            begin = first * stride + tail - 1 if tail else max(first * stride, plans[-1].ready if plans else 0)
            ready = end - 1 if is_rendered and stop < run_stop else end
            plans.append(
                SectionPlan(
                    first * stride, end, tail, (begin, *inner, ready) if is_rendered else (begin, ready), is_rendered
                )
            )
    return tuple(plans)


def plan_loop(latents: int, width: int) -> SectionPlan:
    """Return a loop as one section."""
    count = -(-latents // stride_of(width))
    return SectionPlan(0, latents, 0, tuple(i * latents // count for i in range(count + 1)))


def _runs(values: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the runs of equal values."""
    borders = [0, *(i for i in range(1, len(values)) if values[i] != values[i - 1]), len(values)]
    yield from pairwise(borders)


def _cut(first: int, stop: int, first_alone: bool) -> Iterator[tuple[int, int]]:
    """Yield start and stop of sections of a run of windows; the first has one window if ``first_alone``."""
    if first_alone:
        yield first, first + 1
        first += 1
    for start in range(first, stop, AT_ONCE):
        yield start, min(start + AT_ONCE, stop)
