"""Whether the sketch or its peers in a session follow: the side that has not changed since the last comparison.

Both are compared a few dozen times a second. What one was set to does not count as a change of it, and neither does
rounding, so that nothing goes to and fro.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

_MICROS = 60e6  # per minute
_ROUNDING = 1.5  # microseconds per beat; Link passes on whole ones


class TempoStep(NamedTuple):
    """What is to be done: ``follow`` sets the tempo of the sketch, ``send`` that of the session."""

    kind: Literal["follow", "send"]
    tempo: float


class TempoExchange:
    """Compares the tempo of the sketch with that of a session, whose tempo counts at first.

    Parameters
    ----------
    tempo : float
        Of the sketch, with which the session was made.
    """

    def __init__(self, tempo: float) -> None:
        self._ours = self._theirs = tempo

    def compare(self, ours: float, theirs: float) -> TempoStep | None:
        """Return what is to be done about the tempos of the sketch and of the session, if anything."""
        if not same_tempo(theirs, self._theirs):
            self._theirs, self._ours = theirs, sketch_tempo(theirs)
            return TempoStep("follow", self._ours) if self._ours != ours else None
        if ours != self._ours:
            self._ours = self._theirs = ours
            return TempoStep("send", ours)
        return None

    def refuse(self, ours: float) -> None:
        """Let the sketch keep its tempo until one of them changes again."""
        self._ours = ours


class TransportExchange:
    """Compares whether the sketch plays with whether the session does; at first neither does."""

    def __init__(self) -> None:
        self._ours = self._theirs = False

    def compare(self, ours: bool, theirs: bool, *, asked: bool) -> Literal["start", "stop", "send"] | None:
        """Return what is to be done: start or stop the sketch, or send to the session what the sketch does.

        Parameters
        ----------
        ours, theirs : bool
            Whether the sketch and the session play.
        asked : bool
            Whether the sketch was stopped, if it does not play; the end of the sketch does not stop the peers.
        """
        changed_here, changed_there = ours != self._ours, theirs != self._theirs
        self._ours, self._theirs = ours, theirs
        if ours == theirs:
            return None
        if changed_there:
            return "start" if theirs else "stop"
        if not (changed_here and (ours or asked)):
            return None
        self._theirs = ours
        return "send"

    def followed(self, ours: bool) -> None:
        """Note whether the sketch plays, without sending it: it was started or stopped by the session."""
        self._ours = ours


def same_tempo(one: float, other: float) -> bool:
    """Return whether two tempos differ by no more than rounding to microseconds per beat."""
    return abs(one - other) <= _rounding(max(one, other))


def sketch_tempo(tempo: float) -> float:
    """Return the tempo with the fewest digits that is the same, at most three after the point."""
    return next((rounded for digits in range(3) if same_tempo(rounded := round(tempo, digits), tempo)), round(tempo, 3))


def _rounding(tempo: float) -> float:
    """Return by how many beats per minute a tempo changes by rounding."""
    return _ROUNDING * tempo * tempo / _MICROS
