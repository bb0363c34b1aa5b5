"""The sound of tracks under a position that is moved by hand, forwards and backwards, as of a tape."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.mix import Track

_REACH_SECONDS = 0.04  # time constant of the approach to the hand's position
_FASTEST = 4.0  # times the speed of playback
_QUIET_SPEED = 0.25  # below it the sound fades out, like a stopping tape


class Scrub:
    """Follows the hand block by block; used by one thread.

    Parameters
    ----------
    sample_rate : int
        In Hz.
    """

    def __init__(self, sample_rate: int) -> None:
        self._reach = _REACH_SECONDS * sample_rate
        self._position: float | None = None
        self._speed = self._gain = 0.0

    @property
    def sounds(self) -> bool:
        """Whether it follows the hand, or has not faded out since."""
        return self._position is not None

    def block(self, tracks: Sequence[Track], target: int | None, frames: int) -> Array:
        """Return the next block: float32 ``[2, frames]``.

        Parameters
        ----------
        tracks : sequence of Track
        target : int, optional
            The sample where the hand is; None when it has let go.
        frames : int
        """
        if self._position is None:
            if target is None:
                return np.zeros((2, frames), np.float32)
            self._position, self._speed, self._gain = float(target), 0.0, 0.0
        wanted = 0.0 if target is None else (target - self._position) / self._reach
        speed = max(-_FASTEST, min(_FASTEST, wanted))
        gain = 0.0 if target is None else min(1.0, abs(speed) / _QUIET_SPEED)
        ramp = np.arange(1, frames + 1) / frames
        places = self._position + frames * (self._speed * ramp + (speed - self._speed) / 2 * ramp**2)
        out = _sound_at(tracks, places) * (self._gain + (gain - self._gain) * ramp).astype(np.float32)
        self._speed, self._gain = speed, gain
        self._position = float(places[-1]) if target is not None else None
        return out


def _sound_at(tracks: Sequence[Track], places: np.ndarray) -> Array:
    """Return the mix of tracks at fractional samples, linearly interpolated: float32 ``[2, places]``."""
    first, last = int(np.floor(places.min())), int(np.ceil(places.max())) + 1
    out = np.zeros((2, len(places)), np.float32)
    for track in tracks:
        start, stop = max(0, first), min(last + 1, track.audio.shape[-1])
        if start >= stop:
            continue
        sound = track.audio[:, start:stop]
        for side, gain in enumerate((track.left, track.right)):
            channel = sound[min(side, len(sound) - 1)]
            out[side] += np.float32(gain) * np.interp(places - start, np.arange(stop - start), channel, 0.0, 0.0)
    return out
