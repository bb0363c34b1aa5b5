"""Joins of new sound to kept sound in time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array

FADE = 2
"""Columns of a crossfade; less than the window of the analysis."""


def new_weight(weights: Array, kept: Array, hop: int) -> NDArray[np.float32]:
    """Return the weight of new sound at each sample: float32 ``[samples]``, 0 = kept, 1 = new.

    A crossfade lies where the sound is made anew, so that every other sample is kept exactly. Where the kept sound
    ends there, as at the end of a riff that is continued, it lies in the kept part.

    Parameters
    ----------
    weights : float32 ``[columns]``
        How much of each column is made anew, 0 to 1.
    kept : float32 ``[channels, samples]``
        The sound before.
    hop : int
        Samples per column.
    """
    samples = kept.shape[-1]
    weight = np.repeat(weights, hop)[:samples].astype(np.float32)
    weight = np.pad(weight, (0, samples - len(weight)), mode="edge")
    is_new = weight > 0
    edges = np.flatnonzero(np.diff(is_new)) + 1
    for edge in edges:
        # Reversed at the end of a new part, so that the new part always follows the edge.
        backwards = bool(is_new[edge - 1])
        view, place = (weight[::-1], samples - edge) if backwards else (weight, edge)
        sound = kept[:, ::-1] if backwards else kept
        _fade(view, sound, int(place), FADE * hop)
    return weight


def _fade(weight: NDArray[np.float32], kept: Array, edge: int, length: int) -> None:
    """Put a fade into weights that are 0 before an edge, and more after it."""
    later = np.flatnonzero(weight[edge:] == 0)
    run = int(later[0]) if len(later) else len(weight) - edge
    inside = min(length, run // 2 if len(later) else run)
    if kept[:, edge + inside // 2 : edge + inside].any():
        weight[edge : edge + inside] *= _ramp(inside)
        return
    earlier = np.flatnonzero(weight[:edge] > 0)
    before = min(length, edge - (int(earlier[-1]) + 1 if len(earlier) else 0))
    weight[edge - before : edge] = _ramp(before) * weight[edge]


def _ramp(count: int) -> NDArray[np.float32]:
    """Return a rise from 0 to 1 without them, a half period of a cosine."""
    ramp = 0.5 - 0.5 * np.cos(np.pi * (np.arange(count) + 1) / (count + 1))
    return ramp.astype(np.float32)
