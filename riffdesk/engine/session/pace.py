"""Measures how fast bars are made, and chooses the number of denoising steps."""

from __future__ import annotations

_SHARE = 0.7  # of the time of a bar that may be used for making one
_FEWEST = 4
_FIRST = 8
_SMOOTHING = 0.5


class Pace:
    """The pace of a jam.

    Parameters
    ----------
    bar_seconds : float
        Length of a bar.
    most : int
        Steps that are wanted.
    """

    def __init__(self, bar_seconds: float, most: int) -> None:
        self._bar_seconds, self._most = bar_seconds, most
        self._per_step: float | None = None
        self._rest = 0.0

    @property
    def seconds(self) -> float:
        """Estimated time for the next bar; half a bar before the first measurement."""
        if self._per_step is None:
            return self._bar_seconds / 2
        return self._per_step * self.steps + self._rest

    @property
    def steps(self) -> int:
        """Steps for the next bar."""
        if self._per_step is None:
            return min(self._most, _FIRST)
        affordable = int((_SHARE * self._bar_seconds - self._rest) / self._per_step)
        return min(self._most, max(_FEWEST, affordable))

    def measured(self, steps: int, network: float, rest: float) -> None:
        """Take the time in seconds of the denoising of a bar, and of everything else for it, into account."""
        per_step = network / steps
        if self._per_step is None:
            self._per_step, self._rest = per_step, rest
        else:
            self._per_step += _SMOOTHING * (per_step - self._per_step)
            self._rest += _SMOOTHING * (rest - self._rest)
