"""An effect while the user sets its parameters: applied at once, or for a long region computed in a thread."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from riffdesk.arrays import Array
from riffdesk.errors import Cancelled, is_out_of_memory, out_of_memory
from riffdesk.sketch.ink import TILE_COLUMNS
from riffdesk.sketch.ink_edit import InkEdit
from riffdesk.sketch.paint.effects.effect import (
    Effect,
    Place,
    Values,
    apply_effect,
    begin_effect,
    changed_ink,
)
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.tiles.ranges import Columns

_WRITING = 0.008  # seconds of writing ink at a time, so that the window does not freeze


class Trial:
    """An effect on the active layer while the user sets its parameters.

    A riff that arrives meanwhile becomes a step before it: the effect is reverted, and applied with the next numbers.
    """

    def __init__(self, sketch: Sketch, effect: Effect, region: Region, place: Place) -> None:
        self._sketch, self._effect, self._region, self._place = sketch, effect, region, place
        self._layer, self._added_before = sketch.active_layer, sketch.state.added_before
        self._values: Values = {}
        self._edit = self._begin()
        self.computation: Computation | None = None
        """The work after an attempt; None if an attempt does all of it."""

    def attempt(self, values: Values) -> None:
        """Apply the effect with other numbers."""
        self._values = values
        self._apply()

    def _apply(self) -> None:
        """Apply the effect with the newest numbers."""
        self._reopen()
        if self._edit.open:
            apply_effect(self._edit, self._effect, self._region, self._place, self._values)

    def _reopen(self) -> None:
        """Begin the step again if another change has ended it, and the layer exists."""
        if not self._edit.open and self._sketch.state.has_in_place(self._layer, self._added_before):
            self._sketch.select_layer(self._layer.id)
            self._edit = self._begin()

    def keep(self) -> bool:
        """Keep the effect as one undo step; return False if its layer was removed or has another length."""
        if not self._edit.open:  # a riff has arrived just now
            self._apply()
        kept = self._edit.open
        self._edit.commit()
        return kept

    def abort(self) -> None:
        """Revert the effect."""
        self._edit.abort()

    def _begin(self) -> InkEdit:
        edit = begin_effect(self._sketch, self._effect, self._region)
        edit.tentative = True
        return edit


class Computation(QObject):
    """Work in the background; its signals are emitted in the thread of the window."""

    progressed = Signal(int, int)
    """Number of finished blocks, and of all blocks."""
    finished = Signal()
    failed = Signal(Exception)
    """An attempt has failed: with a `UserError` for lack of memory, or with a bug."""

    computed = Signal(object, object, object)
    """For the owner: an attempt, and its ink and bands."""
    busy = False


class Attempt:
    """One computation in a thread.

    Parameters
    ----------
    compute : callable
        Takes a function that reports the number of finished blocks and of all blocks, and raises `Cancelled`.
    """

    def __init__(
        self, computation: Computation, compute: Callable[[Callable[[int, int], object]], tuple[Array, slice]]
    ) -> None:
        self._computation, self._compute = computation, compute
        self._cancelled = threading.Event()
        threading.Thread(target=self._run, name="effect", daemon=True).start()

    def cancel(self) -> None:
        """Stop at the next block."""
        self._cancelled.set()

    def _run(self) -> None:
        try:
            ink, bands = self._compute(self._on_block)
        except Cancelled:
            return
        except Exception as error:  # in a thread it would be lost, and the dialog would wait for ever
            if not self._cancelled.is_set():
                self._computation.failed.emit(out_of_memory() if is_out_of_memory(error) else error)
            return
        if not self._cancelled.is_set():
            self._computation.computed.emit(self, ink, bands)

    def _on_block(self, done: int, total: int) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        self._computation.progressed.emit(done, total)


class LongTrial(Trial):
    """An effect on a long region: a thread computes it, and the window writes it in parts, the visible one first.

    Parameters
    ----------
    shown : callable
        Returns the visible range of columns.
    """

    def __init__(
        self, sketch: Sketch, effect: Effect, region: Region, place: Place, shown: Callable[[], Columns]
    ) -> None:
        super().__init__(sketch, effect, region, place)
        self._original, self._shown = self._edit.original, shown
        self._attempt: Attempt | None = None
        self._parts: deque[Columns] = deque()
        self._ink: tuple[Array, slice] | None = None
        self._furthest = region.stop
        self.computation: Computation = Computation()
        self.computation.computed.connect(self._on_computed)
        self.computation.failed.connect(self._on_failed)
        self._timer = QTimer(self.computation, interval=0)
        self._timer.timeout.connect(self._write)

    def attempt(self, values: Values) -> None:
        """Compute the effect with other numbers; results for former ones are dropped."""
        self._stop()
        self._values, self.computation.busy = values, True
        self._reopen()
        tiles = self._edit.original if self._edit.open else self._original
        effect, region, place = self._effect, self._region, self._place
        self._attempt = Attempt(
            self.computation, lambda on_block: changed_ink(tiles, effect, region, place, values, on_block)
        )

    def abort(self) -> None:
        """Revert the effect."""
        self._stop()
        super().abort()

    def _stop(self) -> None:
        if self._attempt is not None:
            self._attempt.cancel()
        self._attempt = None
        self._timer.stop()
        self._parts.clear()

    def _on_failed(self, _: Exception) -> None:
        self._stop()
        self.computation.busy = False

    def _on_computed(self, attempt: Attempt, ink: Array, bands: slice) -> None:
        if attempt is not self._attempt:
            return
        start = self._region.start
        self._furthest = max(self._furthest, start + ink.shape[-1])
        self._ink = ink, bands
        first, last = self._shown()
        parts = [(begin, begin + TILE_COLUMNS) for begin in range(start, self._furthest, TILE_COLUMNS)]
        self._parts = deque(sorted(parts, key=lambda part: not (part[0] < last and part[1] > first)))
        self._timer.start()

    def _write(self) -> None:
        """Write some of the computed ink."""
        until = perf_counter() + _WRITING
        self._reopen()
        assert self._ink is not None
        (ink, bands), start = self._ink, self._region.start
        with self._edit.together():
            while self._parts and self._edit.open and perf_counter() < until:
                begin, end = self._parts.popleft()
                part, stop = ink[..., begin - start : end - start], min(end, self._furthest)
                if part.shape[-1] < stop - begin:  # unchanged beyond its end
                    known, part = part, self._edit.read_original(begin, stop, bands).copy()
                    part[..., : known.shape[-1]] = known
                self._edit.write(begin, part, bands)
        if not self._parts or not self._edit.open:
            self._timer.stop()
            self._ink, self._attempt, self.computation.busy = None, None, False
            self.computation.finished.emit()
