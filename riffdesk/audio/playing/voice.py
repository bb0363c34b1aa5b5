"""Voices and parts of `Playback`: a moving position with a fade, and a track with its gains."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.mix import Audio


@dataclass(frozen=True, eq=False)
class Part:
    """A track in one block, with gains ``[2, 1]`` or, if they change, ``[2, frames]``; None is 1."""

    audio: Audio
    gains: Array | None
    period: int | None
    mixed: bool = True  # False for the metronome, which is not part of the mix

    def chunks(self, first: int, count: int) -> Iterator[tuple[int, Array]]:
        """Yield the sound of ``count`` positions from ``first`` on in chunks, each with its first frame."""
        origins, length = range(1), self.audio.shape[-1]
        if self.period is not None:
            origins = range(first // self.period * self.period, first + count, self.period)
            length = min(self.period, length)
        for origin in origins:
            start, stop = max(first - origin, 0), min(first - origin + count, length)
            if start < stop:
                yield origin + start - first, self.audio[:, start:stop]


class Voice:
    """A moving position in the sketch with a fade."""

    def __init__(self, position: int) -> None:
        self.position = position
        self.gain = self.target = 0.0
        self.fade_frames = 0  # frames until the end of the fade
        self.from_loop = False
        self.count_in: Part | None = None  # clicks that are played instead of the sketch; `position` is in these clicks
        self.start_position: int | None = None  # first sample of the sketch after the count-in

    def fade_to(self, target: float, frames: int) -> None:
        """Fade to a gain over some frames; 0 frames set it at once."""
        self.target, self.fade_frames = target, frames
        if not frames:
            self.gain = target

    def advance(self, frames: int) -> Array | None:
        """Advance by some frames, at most to the end of the fade; return the gain of each frame, None for 1."""
        self.position += frames
        if not self.fade_frames:
            self.start_position = self.start_position if self.count_in else None
            return None if self.gain == 1 else np.full(frames, self.gain, np.float32)
        slope = (self.target - self.gain) / self.fade_frames
        envelope = (self.gain + slope * np.arange(frames)).astype(np.float32)
        self.fade_frames -= frames
        self.gain = self.gain + slope * frames if self.fade_frames else self.target
        return envelope

    @property
    def silent(self) -> bool:
        """Whether it has faded out."""
        return self.gain == 0 and not self.fade_frames

    @property
    def arriving(self) -> bool:
        """Whether it fades in before a loop's start, during the end of the loop."""
        return self.from_loop and self.fade_frames > 0

    @property
    def waiting(self) -> bool:
        """Whether it counts in, so that the sketch has not begun."""
        return self.start_position is not None and (self.count_in is not None or self.fade_frames > 0)
