"""Measures how fast bars are made, and chooses stems and denoising steps, so that enough bars are ahead of playback."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BARS_AHEAD = 2
"""Minimum number of finished bars ahead of playback."""
_SHARE = 0.7  # maximum time to make a bar, as a fraction of its length, for the choice of steps
_MOST_SHARE = 0.8  # the same for the choice of stems, at the fewest steps
_DELAY = 0.4  # maximum seconds to make a bar beyond its length, so that a change is heard soon enough
MARGIN, SAFE = 1.3, 0.5
"""Minimum time left to restart a bar: a fraction of its expected time, plus seconds."""
FEWEST = 4
"""Minimum number of steps."""
_SMOOTHING = 0.5


@dataclass(frozen=True)
class BarCost:
    """The work for a bar.

    Parameters
    ----------
    stems : int
        Number of requested stems.
    images : int
        Number of stems whose image must be rendered.
    sounds : int
        Number of stems whose sound must be made.
    """

    stems: int
    images: int
    sounds: int


class Pace:
    """The pace of a jam.

    Parameters
    ----------
    bar_seconds : float
        Length of a bar.
    bars : int
        Bars that are rendered at once.
    most : int
        Requested steps.
    """

    def __init__(self, bar_seconds: float, bars: int, most: int) -> None:
        self._bar, self._bars, self._most = bar_seconds, bars, most
        self._step: float | None = None
        self._sound = self._rest = 0.0
        self._usual: float | None = None
        self.steps = min(most, FEWEST)
        """Steps for the next bar."""
        self.expected = 0.0
        """Expected time of the bar that was chosen last."""

    @property
    def seconds(self) -> float:
        """Expected time of a bar with everything new; half a bar before the first measurement."""
        return self._bar / 2 if self._usual is None else self._usual

    @property
    def least(self) -> float:
        """Minimum time of a bar with everything new: all parts together, with the fewest steps."""
        return self._bar / 2 if self._step is None else self._time(BarCost(1, 1, 1), FEWEST)

    def wanted(self, costs: Sequence[BarCost]) -> float:
        """Return the expected time of a bar with the requested stems and steps."""
        if self._step is None:
            return self.seconds
        cost = self._best(costs, self._most_time)
        return self._time(cost, self._steps_for(cost, self._most_time))

    def choose(self, costs: Sequence[BarCost], left: float | None) -> int:
        """Choose the stems and the steps for the next bar; return the number of stems.

        Parameters
        ----------
        costs : sequence of BarCost
            The work for each possible number of stems, the fewest first.
        left : float, optional
            Seconds until the bar is heard; None while nothing is heard.
        """
        if self._step is None:
            return costs[-1].stems
        limit = self._most_time if left is None else min(self._most_time, left)
        cost = self._best(costs, limit)
        if cost.images:
            self.steps = self._steps_for(cost, limit)
            self._usual = self._time(cost, self.steps)
        self.expected = self._time(cost, self.steps)
        return cost.stems

    def begun(self, network: float, steps: int, images: int) -> bool:
        """Add a measurement of the jam's first image; return whether there is time for this number of images.

        Parameters
        ----------
        network : float
            Its time in seconds.
        steps : int
        images : int
            Images of the bar.
        """
        if self._step is not None:
            return True
        self._step = network / steps
        return images == 1 or self._time(BarCost(images, images, images), FEWEST) <= self._most_time

    def measured(self, steps: int, images: int, network: float, sounds: int, sound: float, rest: float) -> None:
        """Add a measurement in seconds of a bar: its images, its sounds, and everything else."""
        first = self._step is None
        if images:
            self._step = _smoothed(self._step, network / steps / images)
        if sounds:
            self._sound = _smoothed(None if first else self._sound, sound / sounds)
        self._rest = _smoothed(None if first else self._rest, rest)
        if self._usual is None and self._step is not None:
            self._usual = self._time(BarCost(images, images, sounds), steps)

    @property
    def _most_time(self) -> float:
        time = self._bar * self._bars * _MOST_SHARE
        # If all parts together take little time, a change can restart the bar.
        return time if MARGIN * self.least + SAFE <= self._bar + 1 else min(time, self._bar + _DELAY)

    def _best(self, costs: Sequence[BarCost], limit: float) -> BarCost:
        """Return the cost of the largest number of stems within a time; if there is none, the least cost."""
        affordable = [cost for cost in costs if self._time(cost, FEWEST) <= limit]
        return affordable[-1] if affordable else min(reversed(costs), key=lambda cost: self._time(cost, FEWEST))

    def _steps_for(self, cost: BarCost, limit: float) -> int:
        """Return the steps that fit into a time."""
        assert self._step is not None
        if not cost.images:
            return self.steps
        time = min(limit, _SHARE * self._bar * self._bars) - self._rest - cost.sounds * self._sound
        return max(FEWEST, min(self._most, int(time / (self._step * cost.images))))

    def _time(self, cost: BarCost, steps: int) -> float:
        assert self._step is not None
        return cost.images * steps * self._step + cost.sounds * self._sound + self._rest


def _smoothed(before: float | None, value: float) -> float:
    return value if before is None else before + _SMOOTHING * (value - before)
