"""When which message of a MIDI clock is due: 24 ticks in a quarter note, start, continue, stop and song position.

A device that follows begins at a sixteenth, as a song position says no more. So does what is sent: if playback begins
between two sixteenths, the first tick is that of the next one. Where playback jumps, in a loop or because the playhead
was moved, the device is stopped, told the new place, and started again there.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from riffdesk.control.messages import MAX_SONG_POSITION

TICKS_PER_BEAT = 24
_TICKS_PER_SIXTEENTH = 6
_REST_SECONDS = 0.01  # between two looks while nothing is due
_START_SECONDS = 0.001  # between two looks while playback is about to begin
_BACK, _AHEAD = 1.5, 12  # ticks by which a place differs from what is expected, and is a jump
_NEAR = 1e-6
_LATE = 0.5  # ticks by which the first one may be late


@dataclass(frozen=True)
class Place:
    """Where playback is.

    Parameters
    ----------
    beats : float
        Quarter notes from the beginning of the sketch.
    tempo : float
        Quarter notes per minute.
    playing : bool
    """

    beats: float
    tempo: float
    playing: bool


Sent = tuple[str, int]
"""Type of a mido message and, of a song position, the number of sixteenths."""


class ClockSchedule:
    """Follows the places of playback."""

    def __init__(self) -> None:
        self._next: int | None = None  # number of the next tick
        self._begun = False
        self._rest: float | None = None  # where the playhead rests until the first sound is heard

    def due(self, place: Place) -> tuple[list[Sent], float]:
        """Return the messages that are due at a place, and the seconds until the next one is."""
        if not place.playing:
            self._rest = None
            return self._stopped(), _REST_SECONDS
        if self._rest is None:
            self._rest = place.beats
        if not self._begun and place.beats == self._rest:
            return [], _START_SECONDS
        tick, messages = place.beats * TICKS_PER_BEAT, []
        if self._next is not None and not -_BACK <= tick - self._next + 1 <= _AHEAD and self._begun:
            messages = self._stopped()
        if self._next is None or (not self._begun and self._next - tick > _TICKS_PER_SIXTEENTH):
            sixteenth = max(0, math.ceil((tick - _LATE) / _TICKS_PER_SIXTEENTH))
            self._next, self._begun = sixteenth * _TICKS_PER_SIXTEENTH, False
            if 0 < sixteenth <= MAX_SONG_POSITION:
                messages.append(("songpos", sixteenth))
        while tick >= self._next - _NEAR:
            if not self._begun:
                self._begun = True
                messages.append(("continue" if self._next else "start", 0))
            messages.append(("clock", 0))
            self._next += 1
        wait = (self._next - tick) / TICKS_PER_BEAT * 60 / place.tempo
        return messages, min(wait, _REST_SECONDS)

    def _stopped(self) -> list[Sent]:
        begun, self._next, self._begun = self._begun, None, False
        return [("stop", 0)] if begun else []
