"""What one place of a strip is asked for: two points between which the music walks, and how far it has got."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

_PARALLEL = 0.9995  # cosine beyond which there is no arc to walk along


@dataclass(frozen=True)
class PromptPoint:
    """One end of the walk: what a keyframe of the seed timeline asks for.

    Parameters
    ----------
    prompt, negative : str
        What to make and what to keep away from.
    seed : int
        Of the noise, >= 0.
    denoising : float
        0 keeps the init, 1 starts from noise.
    guidance : float
        Scale of classifier-free guidance; 1 and below switch it off.
    """

    prompt: str = ""
    negative: str = ""
    seed: int = 42
    denoising: float = 1.0
    guidance: float = 7.0


@dataclass(frozen=True)
class Conditioning:
    """What one column of latents is asked for; a window takes what its middle column is asked for.

    Parameters
    ----------
    start, end : PromptPoint
        Embeddings, denoising and guidance are interpolated linearly, noise spherically.
    alpha : float
        0 at ``start`` to 1 at ``end``.
    """

    start: PromptPoint
    end: PromptPoint
    alpha: float = 0.0

    @property
    def denoising(self) -> float:
        """How much is made anew here, 0 to 1."""
        return lerp(self.alpha, self.start.denoising, self.end.denoising)

    @property
    def guidance(self) -> float:
        """Scale of classifier-free guidance here."""
        return lerp(self.alpha, self.start.guidance, self.end.guidance)


def lerp(alpha: float, start: float, end: float) -> float:
    """Return the value at alpha on the straight line from start to end."""
    return (1 - alpha) * start + alpha * end


def slerp(alpha: ArrayLike, start: NDArray[np.float32], end: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the array at alpha on the great arc from start to end (Shoemake 1985).

    Parameters
    ----------
    alpha : float or array that broadcasts with the others
        0 at ``start`` to 1 at ``end``; it may differ from place to place, the arc is that of the whole arrays.
    start, end : float32 arrays of equal shape
        Where they are nearly parallel, the straight line between them is taken.
    """
    way = np.asarray(alpha, np.float64)
    cosine = float(np.sum(start * end / (np.linalg.norm(start) * np.linalg.norm(end))))
    if abs(cosine) > _PARALLEL:
        weights = 1 - way, way
    else:
        angle = np.arccos(cosine)
        weights = np.sin((1 - way) * angle) / np.sin(angle), np.sin(way * angle) / np.sin(angle)
    return (weights[0] * start + weights[1] * end).astype(np.float32)
