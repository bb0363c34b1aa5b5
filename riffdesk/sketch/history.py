"""Undo and redo: a list of steps, each small enough that hundreds of strokes fit in memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from copy import copy
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Columns = tuple[int, int]

CHUNK = 64  # columns that are saved together before a stroke first touches them


class Step(Protocol):
    """One thing that can be undone and redone."""

    name: str

    @property
    def size(self) -> int:
        """Bytes held in memory."""

    def undo(self) -> None:
        """Bring back what was before."""

    def redo(self) -> None:
        """Bring back what was after."""


class Patch:
    """A rectangle of ink that a stroke changed: keeps the other version, and swaps it with the canvas."""

    def __init__(self, ink: Array, before: Array, band: int, column: int) -> None:
        self._ink = ink
        self._shape = before.shape
        self._place = (..., slice(band, band + before.shape[-2]), slice(column, column + before.shape[-1]))
        self._other = _pack(before)
        self.columns = (column, column + before.shape[-1])

    @property
    def size(self) -> int:
        """Bytes held in memory."""
        return len(self._other)

    def swap(self) -> None:
        """Put the kept version on the canvas and keep what was there."""
        kept = _unpack(self._other, self._shape)
        self._other = _pack(self._ink[self._place])
        self._ink[self._place] = kept


def _pack(values: Array) -> bytes:
    """Compress float32 losslessly; equal bytes of neighbours are put side by side first."""
    planes = np.ascontiguousarray(values).view(np.uint8).reshape(-1, 4).T
    return zlib.compress(planes.tobytes(), 1)


def _unpack(packed: bytes, shape: tuple[int, ...]) -> Array:
    planes = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(4, -1)
    return np.ascontiguousarray(planes.T).view(np.float32).reshape(shape)


class InkBackup:
    """What the ink was before a stroke: saved in chunks of columns just before they are touched."""

    def __init__(self, ink: Array) -> None:
        self._ink = ink
        self._chunks: dict[int, Array] = {}

    def save(self, start: int, stop: int) -> None:
        """Save columns ``[start, stop)`` unless they are saved already."""
        for first in range(start // CHUNK * CHUNK, stop, CHUNK):
            if first not in self._chunks:
                self._chunks[first] = self._ink[..., first : first + CHUNK].copy()

    def read(self, start: int, stop: int) -> Array:
        """Return the saved ink of columns ``[start, stop)``, which `save` has seen."""
        first = start // CHUNK * CHUNK
        chunks = [self._chunks[place] for place in range(first, stop, CHUNK)]
        return np.concatenate(chunks, axis=-1)[..., start - first : stop - first]

    def restore(self) -> Columns | None:
        """Put everything saved back; return the columns it covered."""
        for first, chunk in self._chunks.items():
            self._ink[..., first : first + CHUNK] = chunk
        return self._columns()

    def patches(self) -> list[Patch]:
        """Return the rectangles that differ from what was saved."""
        return list(self._changed())

    def _changed(self) -> Iterator[Patch]:
        for first, before in sorted(self._chunks.items()):
            differs = self._ink[..., first : first + CHUNK] != before
            differs = differs.any(axis=0) if differs.ndim == 3 else differs
            rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
            if len(rows):
                band, column = int(rows[0]), int(columns[0])
                part = before[..., band : rows[-1] + 1, column : columns[-1] + 1]
                yield Patch(self._ink, part, band, first + column)

    def _columns(self) -> Columns | None:
        if not self._chunks:
            return None
        return min(self._chunks), min(max(self._chunks) + CHUNK, self._ink.shape[-1])


class History:
    """The steps taken so far and those undone; the oldest go when the memory limit is reached.

    Parameters
    ----------
    limit : int
        Bytes that all steps together may hold. The newest 200 steps stay whatever they hold.
    """

    KEPT = 200

    def __init__(self, limit: int = 64 * 2**20) -> None:
        self._limit = limit
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._saved: Step | None = None

    @property
    def size(self) -> int:
        """Bytes held in memory by all steps."""
        return sum(step.size for step in (*self._done, *self._undone))

    @property
    def undo_name(self) -> str | None:
        """Name of the step that undo would take back."""
        return self._done[-1].name if self._done else None

    @property
    def redo_name(self) -> str | None:
        """Name of the step that redo would take again."""
        return self._undone[-1].name if self._undone else None

    @property
    def open_step(self) -> Step | None:
        """The newest step, if a further change may be merged into it: not when undone or saved since."""
        return None if self._undone or self.at_saved else self.position

    @property
    def position(self) -> Step | None:
        """The newest step taken, which stands for how the document is now; None before the first."""
        return self._done[-1] if self._done else None

    @property
    def undone(self) -> Step | None:
        """The step that redo would take again."""
        return self._undone[-1] if self._undone else None

    @property
    def at_saved(self) -> bool:
        """Whether the document is as it was when last saved."""
        return self._saved is self.position

    def mark_saved(self, position: Step | None) -> None:
        """Remember that the document, as it was at a `position`, is on disk."""
        self._saved = position

    def push(self, step: Step) -> None:
        """Add a step that has just been taken; what was undone before it is gone."""
        self._undone.clear()
        self._done.append(step)
        size = self.size
        while size > self._limit and len(self._done) > self.KEPT:
            size -= self._done.pop(0).size

    def renew(self, step: Step) -> Step:
        """Put another step in the place of one that has come to hold more; what was saved before is not all of it."""
        place = next((place for place, one in enumerate(self._done) if one is step), None)
        if place is not None:
            step = self._done[place] = copy(step)
        return step

    def undo(self) -> bool:
        """Take the newest step back; return whether there was one."""
        if not self._done:
            return False
        step = self._done.pop()
        step.undo()
        self._undone.append(step)
        return True

    def redo(self) -> bool:
        """Take the newest undone step again; return whether there was one."""
        if not self._undone:
            return False
        step = self._undone.pop()
        step.redo()
        self._done.append(step)
        return True
