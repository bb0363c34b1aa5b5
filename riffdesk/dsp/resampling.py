"""Sound at another rate."""

from __future__ import annotations

import numpy as np

from riffdesk.arrays import Array


def resampled(sound: Array, before: int, after: int) -> Array:
    """Return sound at another rate, by soxr at its highest quality.

    Parameters
    ----------
    sound : float32 ``[channels, samples]``
    before, after : int
        Both rates, per second or per any other time.
    """
    if before == after:
        return sound
    import soxr

    frames: Array = soxr.resample(np.ascontiguousarray(sound.T), before, after, quality="VHQ")
    return frames.T
