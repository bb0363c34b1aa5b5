"""Calls of a network that are recorded once on a graphics card and then replayed.

Python and the driver take longer to start the kernels of a large network than the card takes to compute them: two rows
of Stable Diffusion 1.5 took 43 ms on an H100, and 11 ms replayed, with the same numbers
(docs/decisions/0026-graphics-cards.md).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from weakref import WeakSet

from torch import Tensor

from riffdesk.devices import Device

_PLAIN_CALLS = 2  # of each shape before it is recorded
_MOST_SHAPES = 4
_ROOM = 2.0  # free memory that a recording must leave, beyond the estimate for its rows


class RecordedCalls:
    """A network whose calls are replayed from the third of a shape on, and are plain ones where that fails.

    Parameters
    ----------
    network : callable
        Takes tensors and returns one. It must not change afterwards, nor may the tensors that it computes with.
    device : Device
        A device that `records`.
    row_bytes : int
        Estimated memory for one row.
    """

    def __init__(self, network: Callable[..., Tensor], device: Device, row_bytes: int) -> None:
        self._network, self._device, self._row_bytes = network, device, row_bytes
        self._calls: dict[Any, int] = {}
        self.recordings: dict[Any, Callable[..., Tensor]] = {}
        """By the shapes of their tensors."""
        self._is_on = True
        _all.add(self)

    def __call__(self, *values: Tensor) -> Tensor:
        """Return the network's result for tensors, which is the caller's own."""
        shapes = tuple((value.shape, value.dtype, value.stride()) for value in values)
        self._calls[shapes] = self._calls.get(shapes, 0) + 1
        if self._is_on and self._calls[shapes] > _PLAIN_CALLS:
            try:
                if shapes not in self.recordings and self._has_room(len(values[0])):
                    self.recordings[shapes] = self._device.record(self._network, values)
                if shapes in self.recordings:
                    return self.recordings[shapes](*values)
            except RuntimeError:  # of memory, or of a part of the network that cannot be recorded
                self.forget()
        return self._network(*values)

    def forget(self) -> bool:
        """Free the memory of recordings, and record no more; return whether there were any."""
        self._is_on = False
        had_some = bool(self.recordings)
        self.recordings.clear()
        return had_some

    def _has_room(self, rows: int) -> bool:
        needed = (1 + _ROOM) * rows * self._row_bytes
        return len(self.recordings) < _MOST_SHAPES and self._device.free_bytes() > needed


_all: WeakSet[RecordedCalls] = WeakSet()


def forget_recordings() -> bool:
    """Free the memory of all recordings after it ran out; return whether there were any."""
    return any([calls.forget() for calls in list(_all)])
