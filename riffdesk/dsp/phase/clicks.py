"""Lines one column wide, taken for what they mean: clicks.

No sound is seen in a single column, for the window is as long as ten of them: a click shows in all that
it touches, with the window's own shape. So ink that stands alone between silent neighbours is
wanted in that shape, which a sound can have, and its phase is known exactly.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.params import SpectrogramParams

Array = NDArray[np.float32]
Clicks = NDArray[np.int8]

NO_CLICK = 127

_ALONE = 4  # times as loud as both neighbours, 12 dB: no sound's spectrogram is so steep on both sides


def with_clicks(mel: Array, params: SpectrogramParams, circular: bool) -> tuple[Array, Clicks | None]:
    """Return mel amplitudes in which lone columns are as wide as a click, and where the clicks are.

    Parameters
    ----------
    mel : float32 ``[channels, bands, columns]``
    params : SpectrogramParams
    circular : bool
        Whether the last column is the first one's neighbour.

    Returns
    -------
    mel : float32 ``[channels, bands, columns]``
    clicks : int8 ``[channels, bands, columns]`` or None
        How many columns after (or, negative, before) a cell's own column the click is that it shows;
        `NO_CLICK` where it shows none. None if there are no clicks at all.
    """
    size = mel.shape[-1]
    alone = mel > _beside(mel, circular)
    columns = np.flatnonzero(alone.any(axis=(0, 1)))
    if not len(columns):
        return mel, None
    loud = np.where(alone[..., columns], mel[..., columns], np.float32(0))
    widened, clicks = mel.copy(), np.full(mel.shape, NO_CLICK, np.int8)
    reach = min(NO_CLICK - 1, (params.window - 1) // (2 * params.hop))
    for distance in sorted(range(-reach, reach + 1), key=abs):
        places = columns + distance
        inside = np.full(len(places), True) if circular else (places >= 0) & (places < size)
        places = places[inside] % size
        seen = loud[..., inside] * np.float32(np.cos(np.pi * distance * params.hop / params.window) ** 2)
        there = widened[..., places]
        louder = seen > there if distance else seen > 0
        widened[..., places] = np.where(louder, seen, there)
        clicks[..., places] = np.where(louder, np.int8(-distance), clicks[..., places])
    return widened, clicks


def _beside(mel: Array, circular: bool) -> Array:
    """Return how loud a cell must be to stand alone, from its two neighbours: one array, for long ink is large."""
    beside = np.zeros_like(mel)
    beside[..., 1:] = mel[..., :-1]
    np.maximum(beside[..., :-1], mel[..., 1:], out=beside[..., :-1])
    if circular:
        np.maximum(beside[..., 0], mel[..., -1], out=beside[..., 0])
        np.maximum(beside[..., -1], mel[..., 0], out=beside[..., -1])
    beside *= _ALONE
    return beside
