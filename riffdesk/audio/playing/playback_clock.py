"""The clock of playback: position and level of the sound that is played now, some time after it was written.

A sound card reports the frames in its buffer only at each write, and only to within one of its periods. So the clock
counts played frames at the sample rate, and is corrected slowly towards the card's reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from riffdesk.audio.playing.playback import Block
from riffdesk.audio.playing.player_state import BarLines

_CORRECTION_RATE = 4.3  # part of the difference from the card's report that is corrected per second of sound
_SETTLE_SECONDS = 0.5  # of sound, until the corrections are small
_MAX_DRIFT = 0.15  # seconds of difference from which on the clock is set to the card's report
_METER_SECONDS = 0.05


class Levels(NamedTuple):
    """Levels of the mix before the limiter, linear, 1.0 = full scale.

    ``clipped`` stays True from the first sample of the mix over full scale until it is reset. Playback does not clip,
    as the limiter reduces it, but an export would clip or be turned down.
    """

    left_peak: float = 0.0
    right_peak: float = 0.0
    left_rms: float = 0.0
    right_rms: float = 0.0
    clipped: bool = False


class _Stretch(NamedTuple):
    """The position in the sketch from a frame on, and the block of that frame."""

    frame: int
    position: int
    moving: bool
    block: Block


@dataclass(frozen=True)
class _State:
    """State of the clock, replaced at once for readers in other threads."""

    time: float
    frame: float
    running: bool
    written: int
    stretches: tuple[_Stretch, ...] = ()


class PlaybackClock:
    """The clock of one open stream.

    `wrote` is called by the thread that writes; the other methods by any thread.

    Parameters
    ----------
    sample_rate : int
        The sketch's in Hz; all frames are counted at this rate.
    """

    def __init__(self, sample_rate: int) -> None:
        self._rate = sample_rate
        self._state = _State(0.0, 0.0, False, 0)
        self._furthest = 0

    def wrote(self, block: Block, waiting: float, now: float) -> None:
        """Record a block that was written.

        Parameters
        ----------
        block : Block
            The written block.
        waiting : float
            Number of frames that were written and not yet played, including the limiter's delay.
        now : float
            Time in seconds of a monotonic clock.
        """
        state = self._state
        written = state.written + len(block.sound)
        played = written - waiting
        frame, running = played, state.running or played > 0
        if state.running:
            expected = state.frame + (now - state.time) * self._rate
            if abs(played - expected) < _MAX_DRIFT * self._rate:
                frame = expected + min(1.0, _CORRECTION_RATE * len(block.sound) / self._rate) * (played - expected)
        new_stretches = (
            _Stretch(state.written + mark.offset, mark.position, mark.moving, block) for mark in block.marks
        )
        stretches = _since(frame - _METER_SECONDS * self._rate, (*state.stretches, *new_stretches))
        self._state = _State(now, frame, running, written, stretches)

    def frame(self, now: float) -> int:
        """Return the number of played frames, which never decreases."""
        state = self._state
        frame = state.frame + (now - state.time) * self._rate if state.running else 0.0
        self._furthest = max(self._furthest, int(min(frame, state.written)))
        return self._furthest

    def position(self, now: float) -> int | None:
        """Return the sample of the sketch that is played; None before the first."""
        frame = self.frame(now)
        past = [stretch for stretch in self._state.stretches if stretch.frame <= frame]
        if not past:
            return None
        last = past[-1]
        return last.position + (frame - last.frame if last.moving else 0)

    def place(self, now: float) -> float | None:
        """Return the sample of the sketch that is played, to a fraction; None while the sketch does not move.

        Unlike `position` it may go back a little, and is not rounded.
        """
        state = self._state
        frame = min(state.frame + (now - state.time) * self._rate, state.written)
        past = [stretch for stretch in state.stretches if stretch.frame <= frame]
        if not state.running or not past or not past[-1].moving:
            return None
        return past[-1].position + frame - past[-1].frame

    def frames_until(self, lines: BarLines | None, position: int, latency: float) -> int | None:
        """Return the number of frames to be written until a bar line of the peers is heard with one of the sketch.

        Parameters
        ----------
        lines : BarLines, optional
            0 is returned if there are none.
        position : int
            Sample of the sketch that is to be heard as long after their bar line as it is after one of the sketch.
        latency : float
            Seconds from the buffer to the loudspeaker.

        Returns
        -------
        int or None
            None while it is not known to a millisecond when the next frame is heard.
        """
        state = self._state
        if lines is None:
            return 0
        if not state.running or state.frame < _SETTLE_SECONDS * self._rate:
            return None
        heard = state.time + (state.written - state.frame) / self._rate + latency
        return round((lines.origin + position / self._rate - heard) % lines.period * self._rate)

    def levels(self, now: float) -> Levels:
        """Return the levels of the last 50 ms that were played."""
        frame = self.frame(now)
        blocks = list(_blocks(self._state.stretches, frame - _METER_SECONDS * self._rate, frame))
        if not blocks:
            return Levels()
        left, right = (max(block.peaks[side] for block in blocks) for side in (0, 1))
        powers = [sum(block.powers[side] for block in blocks) / len(blocks) for side in (0, 1)]
        return Levels(left, right, powers[0] ** 0.5, powers[1] ** 0.5)


def _since(frame: float, stretches: tuple[_Stretch, ...]) -> tuple[_Stretch, ...]:
    """Return the stretch of a frame and the later ones."""
    past = sum(stretch.frame <= frame for stretch in stretches)
    return stretches[max(0, past - 1) :]


def _blocks(stretches: tuple[_Stretch, ...], first: float, last: float) -> Iterator[Block]:
    """Yield the blocks with a stretch that begins in ``[first, last]``, each once."""
    block = None
    for stretch in stretches:
        if first <= stretch.frame <= last and stretch.block is not block:
            block = stretch.block
            yield block
