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

_ALONE = 4  # times as loud as both neighbours, 12 dB: no sound's spectrogram is so steep on both sides


def with_clicks(mel: Array, params: SpectrogramParams, circular: bool) -> tuple[Array, Array | None]:
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
    clicks : float32 ``[channels, bands, columns]`` or None
        How many columns after (or, negative, before) a cell's own column the click is that it shows;
        NaN where it shows none. None if there are no clicks at all.
    """
    columns = mel.shape[-1]
    around = np.pad(mel, ((0, 0), (0, 0), (1, 1)), mode="wrap" if circular else "constant")
    beside = np.maximum(around[..., :-2], around[..., 2:])
    alone = np.where(mel > _ALONE * beside, mel, np.float32(0))
    if not alone.any():
        return mel, None
    widened = mel.copy()
    clicks = np.full_like(mel, np.nan)
    reach = (params.window - 1) // (2 * params.hop)
    for distance in sorted(range(-reach, reach + 1), key=abs):
        shape = np.float32(np.cos(np.pi * distance * params.hop / params.window) ** 2)
        seen = _moved(alone, distance, circular, columns) * shape
        louder = seen > widened if distance else seen > 0
        widened = np.where(louder, seen, widened)
        clicks = np.where(louder, np.float32(-distance), clicks)
    return widened, clicks


def _moved(mel: Array, distance: int, circular: bool, columns: int) -> Array:
    """Return cells moved to later columns."""
    moved = np.roll(mel, distance, axis=-1)
    if not circular and distance > 0:
        moved[..., :distance] = 0
    elif not circular and distance < 0:
        moved[..., max(0, columns + distance) :] = 0
    return moved
