"""A place in the sketch that sounds, with its fade, and a sound that is heard there; the parts of `Playback`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.mix import Audio

Array = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Part:
    """A sound in the mix of one block, with gains ``[2, 1]`` or, where they change, ``[2, frames]``; None is 1."""

    audio: Audio
    gains: Array | None
    period: int | None
    mixed: bool = True  # False for the metronome, which is heard beside the mix

    def pieces(self, first: int, count: int) -> Iterator[tuple[int, Array]]:
        """Yield the sound at ``count`` positions from ``first`` on, piece by piece, with each one's frame."""
        origins, length = range(1), self.audio.shape[-1]
        if self.period is not None:
            origins = range(first // self.period * self.period, first + count, self.period)
            length = min(self.period, length)
        for origin in origins:
            start, stop = max(first - origin, 0), min(first - origin + count, length)
            if start < stop:
                yield origin + start - first, self.audio[:, start:stop]


class Voice:
    """One place in the sketch that sounds, and its fade."""

    def __init__(self, position: int) -> None:
        self.position = position
        self.gain = self.target = 0.0
        self.left = 0  # frames until the fade is over
        self.from_loop = False
        self.count_in: Part | None = None  # the clicks that sound instead of the sketch; `position` is theirs
        self.waits_at: int | None = None  # where playback rests while this counts in, or arrives after that

    def fade_to(self, target: float, frames: int) -> None:
        """Change the gain within some frames; at once, if there are none."""
        self.target, self.left = target, frames
        if not frames:
            self.gain = target

    def advance(self, frames: int) -> Array | None:
        """Move on, by no more than what is left of the fade; return the gain of each frame, None for 1."""
        self.position += frames
        if not self.left:
            self.waits_at = self.waits_at if self.count_in else None
            return None if self.gain == 1 else np.full(frames, self.gain, np.float32)
        slope = (self.target - self.gain) / self.left
        envelope = (self.gain + slope * np.arange(frames)).astype(np.float32)
        self.left -= frames
        self.gain = self.gain + slope * frames if self.left else self.target
        return envelope

    @property
    def silent(self) -> bool:
        """Whether it has faded out."""
        return self.gain == 0 and not self.left

    @property
    def arriving(self) -> bool:
        """Whether this is the run-up to a loop's start, under the end of the loop."""
        return self.from_loop and self.left > 0

    @property
    def waiting(self) -> bool:
        """Whether the sketch has not begun yet."""
        return self.waits_at is not None and (self.count_in is not None or self.left > 0)
