"""What leaves the loudspeaker now: the place in the sketch and its level, some time after it was written.

A sound card tells how much it still holds only at every write, and only to within one of its own
periods. So the frames that were heard are a clock: it runs at the sample rate and is drawn slowly
towards what the card says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from riffdesk.audio.playing.playback import Block

_PULL = 4.3  # part of the difference to the card's own account that a second of writing takes away
_LOST = 0.15  # seconds of difference from which on the clock is wrong rather than the account coarse
_METER_SECONDS = 0.05


class Levels(NamedTuple):
    """What the level meter shows, linear, 1.0 = full scale: the mix before the limiter.

    ``clipped`` stays True from the first sample of the mix over full scale, where an export would clip or
    be turned down, until it is reset. What is heard is not clipped: the limiter turns it down.
    """

    left_peak: float = 0.0
    right_peak: float = 0.0
    left_rms: float = 0.0
    right_rms: float = 0.0
    clipped: bool = False


class _Stretch(NamedTuple):
    """From a frame on: where in the sketch it is, and the block that it is in."""

    frame: int
    position: int
    moving: bool
    block: Block


@dataclass(frozen=True)
class _State:
    """One consistent view for readers in other threads."""

    time: float
    frame: float
    running: bool
    written: int
    stretches: tuple[_Stretch, ...] = ()


class PlaybackClock:
    """Follows one opened stream.

    `wrote` belongs to the thread that writes; everything else may be read from any thread.

    Parameters
    ----------
    sample_rate : int
        Of the sketch in Hz; all frames count at this rate.
    """

    def __init__(self, sample_rate: int) -> None:
        self._rate = sample_rate
        self._state = _State(0.0, 0.0, False, 0)
        self._furthest = 0

    def wrote(self, block: Block, waiting: float, now: float) -> None:
        """Take note of a block that was written.

        Parameters
        ----------
        block : Block
            What was written.
        waiting : float
            Frames that are written but not heard yet, with those that the limiter holds back.
        now : float
            Time in seconds of a clock that never goes back.
        """
        state = self._state
        written = state.written + len(block.sound)
        heard = written - waiting
        frame, running = heard, state.running or heard > 0
        if state.running:
            supposed = state.frame + (now - state.time) * self._rate
            if abs(heard - supposed) < _LOST * self._rate:
                frame = supposed + min(1.0, _PULL * len(block.sound) / self._rate) * (heard - supposed)
        new = (_Stretch(state.written + mark.offset, mark.position, mark.moving, block) for mark in block.marks)
        stretches = _since(frame - _METER_SECONDS * self._rate, (*state.stretches, *new))
        self._state = _State(now, frame, running, written, stretches)

    def frame(self, now: float) -> int:
        """Return how many frames were heard; never fewer than the time before."""
        state = self._state
        frame = state.frame + (now - state.time) * self._rate if state.running else 0.0
        self._furthest = max(self._furthest, int(min(frame, state.written)))
        return self._furthest

    def position(self, now: float) -> int | None:
        """Return the sample of the sketch that is heard; None before the first."""
        frame = self.frame(now)
        before = [stretch for stretch in self._state.stretches if stretch.frame <= frame]
        if not before:
            return None
        last = before[-1]
        return last.position + (frame - last.frame if last.moving else 0)

    def levels(self, now: float) -> Levels:
        """Return the levels of the last 50 ms that were heard."""
        frame = self.frame(now)
        blocks = list(_blocks(self._state.stretches, frame - _METER_SECONDS * self._rate, frame))
        if not blocks:
            return Levels()
        left, right = (max(block.peaks[side] for block in blocks) for side in (0, 1))
        powers = [sum(block.powers[side] for block in blocks) / len(blocks) for side in (0, 1)]
        return Levels(left, right, powers[0] ** 0.5, powers[1] ** 0.5)


def _since(frame: float, stretches: tuple[_Stretch, ...]) -> tuple[_Stretch, ...]:
    """Return the stretches that a frame or a later one is in."""
    past = sum(stretch.frame <= frame for stretch in stretches)
    return stretches[max(0, past - 1) :]


def _blocks(stretches: tuple[_Stretch, ...], first: float, last: float) -> Iterator[Block]:
    """Yield the blocks with a stretch that begins in ``[first, last]``, each once."""
    block = None
    for stretch in stretches:
        if first <= stretch.frame <= last and stretch.block is not block:
            block = stretch.block
            yield block
