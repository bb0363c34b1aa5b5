"""Cuts a riff into sections of a few windows, which are made one after the other.

A riff's windows start at multiples of a stride, so that a longer one has the same windows and more. The first
section is the first window alone: it is what a riff of one window would be, and is heard soonest. Every other one has
a few windows and begins where the former's last window ends, but for the overlap, which it takes over as it is: that
tail is kept by a mask while the rest is made to go on from it. What one section holds in memory bounds the whole.

All in columns of latents.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

OVERLAP = 0.25
"""Share of a window that it has in common with the next."""
AT_ONCE = 4
"""Windows in a section, the same on every machine: they are made together, and cuts elsewhere make another riff."""


@dataclass(frozen=True)
class SectionPlan:
    """A section's windows, and what of the riff's latents they cover.

    Parameters
    ----------
    start, end : int
        Columns of latents from the first window's beginning to the last one's end, or the riff's.
    tail : int
        Columns at its beginning that the section before has made and this one keeps.
    borders : tuple of int
        Where what each window adds to what is final begins, and where it ends after the last one.
    made : bool
        Whether there is anything to make; else all is kept as it is.
    """

    start: int
    end: int
    tail: int
    borders: tuple[int, ...]
    made: bool = True

    @property
    def windows(self) -> int:
        """How many are made."""
        return len(self.borders) - 1 if self.made else 0

    @property
    def fresh(self) -> int:
        """The first column that may change."""
        return self.borders[0]

    @property
    def ready(self) -> int:
        """What lies before this column is final after it."""
        return self.borders[-1]


def stretches(latents: int, width: int, wanted: NDArray[np.bool_] | None = None) -> tuple[SectionPlan, ...]:
    """Return the sections of a riff that does not go round.

    Parameters
    ----------
    latents : int
        Columns of the riff, >= 1.
    width : int
        Columns of a window.
    wanted : bool ``[latents]``, optional
        What is to be made anew; all by default. Windows that touch none of it are in sections of their own.
    """
    shared = round(width * OVERLAP)
    stride = width - shared
    count = 1 + max(0, -(-(latents - width) // stride))
    needed = [wanted is None or bool(wanted[i * stride : i * stride + width].any()) for i in range(count)]
    out: list[SectionPlan] = []
    for run, run_stop in _runs(needed):
        made = needed[run]
        for first, stop in _cut(run, run_stop, alone=wanted is None or run_stop - run > AT_ONCE):
            # The last column of a tail fades into what is new.
            inner = (window * stride + shared - 1 for window in range(first + 1, stop))
            tail = shared if made and first > run else 0
            end = min(latents, (stop - 1) * stride + width) if made or stop == count else stop * stride
            begin = first * stride + tail - 1 if tail else max(first * stride, out[-1].ready if out else 0)
            ready = end - 1 if made and stop < run_stop else end
            out.append(SectionPlan(first * stride, end, tail, (begin, *inner, ready) if made else (begin, ready), made))
    return tuple(out)


def loop(latents: int, width: int) -> SectionPlan:
    """Return a whole loop as one section."""
    count = -(-latents // (width - round(width * OVERLAP)))
    return SectionPlan(0, latents, 0, tuple(i * latents // count for i in range(count + 1)))


def _runs(values: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the runs of equal values."""
    borders = [0, *(i for i in range(1, len(values)) if values[i] != values[i - 1]), len(values)]
    yield from pairwise(borders)


def _cut(first: int, stop: int, alone: bool) -> Iterator[tuple[int, int]]:
    """Yield a run of windows in sections, the first of one window if that is to be there soon."""
    if alone:
        yield first, first + 1
        first += 1
    for start in range(first, stop, AT_ONCE):
        yield start, min(start + AT_ONCE, stop)
