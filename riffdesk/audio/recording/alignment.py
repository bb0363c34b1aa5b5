"""Where in the sketch a recording belongs: found from what was played at each moment of the recording.

The input's own clock counts its samples, and the player tells at each read which sample of the sketch leaves the
buffer of the output. Both are compared at the same moments, so the length of either buffer does not matter. What the
devices add to them is given as a latency.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

_JUMP_SECONDS = 0.03  # by which the playhead differs from a steady course after a jump
_SNAP_SECONDS = 0.3  # between the first moment of a round and its real beginning, at most
_END_SECONDS = 0.05  # the same between the last moment of a recording and its end, which the user may have chosen
_ALIGNED_SECONDS = 5.0  # of the beginning of a piece, which decide where it belongs
_SHORTEST_SECONDS = 0.05


class Moment(NamedTuple):
    """What had arrived and what was played at one moment.

    Parameters
    ----------
    time : float
        In seconds of a monotonic clock.
    arrived : int
        Frames of the recording until then, at the input's rate.
    place : float, optional
        Sample of the sketch that left the output's buffer; None while the sketch did not play.
    """

    time: float
    arrived: int
    place: float | None


@dataclass(frozen=True)
class Piece:
    """A part of a recording that was played along with a part of the sketch.

    Parameters
    ----------
    position, samples : int
        The part of the sketch.
    begin : int
        Sample of the recording, at the sketch's rate, that belongs to ``position``; may be negative.
    """

    position: int
    samples: int
    begin: int

    @property
    def stop(self) -> int:
        """Sample of the sketch after the last one."""
        return self.position + self.samples


Round = tuple[Piece, ...]
"""The pieces from one jump back to the next, in the order of the sketch."""


def rounds_of(
    moments: Sequence[Moment],
    input_rate: int,
    rate: int,
    *,
    latency: float,
    starts: Collection[int] = (),
    stops: Collection[int] = (),
) -> list[Round]:
    """Return the rounds of a recording.

    Parameters
    ----------
    moments : sequence of Moment
        In the order of time.
    input_rate, rate : int
        Samples per second of the recording and of the sketch.
    latency : float
        Seconds from the buffer of the output to the loudspeaker and from the microphone to that of the input.
    starts, stops : collection of int
        Samples of the sketch where a round is known to begin or end, as a loop does. Moments lie some milliseconds
        after and before that.
    """
    runs = _runs(moments, rate)
    snaps = [_SNAP_SECONDS] * (len(runs) - 1) + [_END_SECONDS]
    pieces = [
        _piece(run, input_rate, rate, latency, starts, [(stop, snap * rate) for stop in stops])
        for run, snap in zip(runs, snaps, strict=False)
    ]
    rounds: list[Round] = []
    for piece in pieces:
        if piece.samples < _SHORTEST_SECONDS * rate:
            continue
        if rounds and piece.position >= rounds[-1][-1].stop:
            rounds[-1] = (*rounds[-1], piece)
        else:
            rounds.append((piece,))
    return rounds


def _runs(moments: Sequence[Moment], rate: int) -> list[list[Moment]]:
    """Return the moments in which the playhead moved steadily."""
    runs: list[list[Moment]] = []
    last: Moment | None = None
    for moment in moments:
        if moment.place is None:
            last = None
            continue
        if last is not None and last.place is not None:
            jump = (moment.place - last.place) / rate - (moment.time - last.time)
            last = last if abs(jump) < _JUMP_SECONDS else None
        if last is None:
            runs.append([])
        runs[-1].append(moment)
        last = moment
    return runs


def _piece(
    run: Sequence[Moment],
    input_rate: int,
    rate: int,
    latency: float,
    starts: Collection[int],
    stops: Collection[tuple[int, float]],
) -> Piece:
    places = [moment.place for moment in run if moment.place is not None]
    first, last, snap = places[0], places[-1], _SNAP_SECONDS * rate
    position = max((start for start in starts if first - snap <= start <= first + 1), default=round(first))
    stop = min((stop for stop, reach in stops if last - 1 <= stop <= last + reach), default=round(last))
    aligned = [moment for moment in run if moment.time - run[0].time <= _ALIGNED_SECONDS]
    # A device reports its samples some time after they have arrived, so the earliest report is the truest.
    origin = min(moment.time - moment.arrived / input_rate for moment in aligned)
    ahead = median(place - (moment.time - origin) * rate for moment, place in zip(aligned, places, strict=False))
    return Piece(position, max(0, stop - position), round(position - ahead + latency * rate))
