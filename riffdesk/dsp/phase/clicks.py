"""Clicks: lines of ink one column wide, widened to the spectrogram of a click.

No sound has ink in a single column, as the window is ten columns long: a click is seen in all columns that the window
covers, with the window's shape. So a column that is isolated between silent neighbours gets that shape, and its phase
is known exactly.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams

Clicks = NDArray[np.int8]

NO_CLICK = 127

ISOLATION = 4  # 12 dB above both neighbours: no sound's spectrogram is so steep on both sides


def with_clicks(mel: Array, params: SpectrogramParams, circular: bool) -> tuple[Array, Clicks | None]:
    """Return mel amplitudes in which isolated columns are widened to clicks, and the distances to the clicks.

    Parameters
    ----------
    mel : float32 ``[channels, bands, columns]``
    params : SpectrogramParams
    circular : bool
        Whether the sound is a loop.

    Returns
    -------
    mel : float32 ``[channels, bands, columns]``
    clicks : int8 ``[channels, bands, columns]`` or None
        Columns from each cell to its click (negative: the click is before it); `NO_CLICK` for cells without one.
        None if there are no clicks.
    """
    size = mel.shape[-1]
    isolated = mel > _isolation_threshold(mel, circular)
    columns = np.flatnonzero(isolated.any(axis=(0, 1)))
    if not len(columns):
        return mel, None
    loud = np.where(isolated[..., columns], mel[..., columns], np.float32(0))
    widened, clicks = mel.copy(), np.full(mel.shape, NO_CLICK, np.int8)
    for distance in click_distances(params):
        target_columns = columns + distance
        inside = np.full(len(target_columns), True) if circular else (target_columns >= 0) & (target_columns < size)
        target_columns = target_columns[inside] % size
        shaped = loud[..., inside] * np.float32(click_shape(params, distance))
        present = widened[..., target_columns]
        louder = shaped > present if distance else shaped > 0
        widened[..., target_columns] = np.where(louder, shaped, present)
        clicks[..., target_columns] = np.where(louder, np.int8(-distance), clicks[..., target_columns])
    return widened, clicks


def click_distances(params: SpectrogramParams) -> list[int]:
    """Return the columns that a click at column 0 is seen in, the nearest first."""
    max_distance = min(NO_CLICK - 1, (params.window - 1) // (2 * params.hop))
    return sorted(range(-max_distance, max_distance + 1), key=abs)


def click_shape(params: SpectrogramParams, distance: int) -> float:
    """Return how loud a click is at a distance in columns, relative to its own."""
    return float(np.cos(np.pi * distance * params.hop / params.window) ** 2)


def _isolation_threshold(mel: Array, circular: bool) -> Array:
    """Return the amplitude above which a cell is isolated, from its two neighbours; uses one array to save memory."""
    beside = np.zeros_like(mel)
    beside[..., 1:] = mel[..., :-1]
    np.maximum(beside[..., :-1], mel[..., 1:], out=beside[..., :-1])
    if circular:
        np.maximum(beside[..., 0], mel[..., -1], out=beside[..., 0])
        np.maximum(beside[..., -1], mel[..., 0], out=beside[..., -1])
    beside *= ISOLATION
    return beside
