"""Ableton Link: a session of programs in a network that share tempo, bar lines, start and stop.

The binding (LinkPython-extern) is optional, and is imported when a peer is made; no other module knows it. It has a
thread of its own for the network, and nothing here waits for that. Link counts microseconds of a clock of its own,
which is compared with ``time.monotonic`` at each call, as the two run at slightly different speeds.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from riffdesk.audio.playing.player_state import BarLines
from riffdesk.errors import UserError
from riffdesk.language import mark, translated

_MISSING = mark("Ableton Link is not installed. Install it with: pip install LinkPython-extern.")
_READS = 3  # of both clocks, of which the one that took the shortest time is used


@dataclass(frozen=True)
class Session:
    """What a session is like now.

    Parameters
    ----------
    peers : int
        Number of other programs.
    tempo : float
        Beats per minute, 20 to 999. Link passes on whole microseconds per beat, so that peers get 132.99995 for 133.
    playing : bool
        Whether it was started, and not stopped since.
    bar_lines : BarLines
        Bars of as many beats as were asked for.
    """

    peers: int
    tempo: float
    playing: bool
    bar_lines: BarLines


class LinkPeer:
    """A program in a session; it leaves with `close`. Used by one thread.

    Parameters
    ----------
    tempo : float
        Of the session, until another one is joined.

    Raises
    ------
    UserError
        If the binding is not installed.
    """

    def __init__(self, tempo: float) -> None:
        try:
            from link import Link
        except ImportError as error:
            raise UserError(translated(_MISSING)) from error
        self._link: Any = Link(tempo)
        self._link.startStopSyncEnabled = True
        self._link.enabled = True
        self._clock = self._link.clock()

    def session(self, beats_per_bar: int) -> Session:
        """Return what the session is like, with bars of some beats."""
        state, micros = self._link.captureSessionState(), self._clock.micros()
        tempo = float(state.tempo())
        since = 60 / tempo * state.phaseAtTime(micros, beats_per_bar)
        lines = BarLines(micros / 1e6 + self._clock_offset() - since, 60 / tempo * beats_per_bar)
        return Session(int(self._link.numPeers()), tempo, bool(state.isPlaying()), lines)

    def set_tempo(self, tempo: float) -> None:
        """Set the tempo of all peers."""
        state = self._link.captureSessionState()
        state.setTempo(tempo, self._clock.micros())
        self._link.commitSessionState(state)

    def set_playing(self, playing: bool) -> None:
        """Start or stop all peers."""
        state = self._link.captureSessionState()
        state.setIsPlaying(playing, self._clock.micros())
        self._link.commitSessionState(state)

    def place_beat(self, beat: float, when: float, beats_per_bar: int) -> None:
        """Have a beat be at a time of ``time.monotonic``. Where there are peers, nothing changes for them."""
        state = self._link.captureSessionState()
        state.requestBeatAtTime(beat, round((when - self._clock_offset()) * 1e6), beats_per_bar)
        self._link.commitSessionState(state)

    def close(self) -> None:
        """Leave the session, and end the network's thread."""
        self._link.enabled = False
        del self._link, self._clock

    def _clock_offset(self) -> float:
        """Return ``time.monotonic`` less Link's clock, in seconds."""
        reads = []
        for _ in range(_READS):
            before = time.monotonic()
            micros = self._clock.micros()
            after = time.monotonic()
            reads.append((after - before, (before + after) / 2 - micros / 1e6))
        return float(min(reads)[1])
