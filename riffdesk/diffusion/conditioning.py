"""The conditioning of one column of a strip: two prompt points, and the position between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

_PARALLEL = 0.9995  # cosine beyond which slerp falls back to a straight line


@dataclass(frozen=True)
class PromptPoint:
    """One end of a walk: the prompt, seed and settings of a keyframe.

    Parameters
    ----------
    prompt, negative : str
        The prompt, and the negative prompt that guidance leads away from.
    seed : int
        Seed of the noise, >= 0.
    denoising : float
        0 keeps the init, 1 starts from noise.
    guidance : float
        Scale of classifier-free guidance; 1 and below switch it off.
    blend : tuple of (str, float)
        Prompts and weights that sum to 1, whose embeddings are averaged in place of that of the prompt.
    """

    prompt: str = ""
    negative: str = ""
    seed: int = 42
    denoising: float = 1.0
    guidance: float = 7.0
    blend: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Conditioning:
    """The conditioning of one column of latents; a window takes that of its middle column.

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
        """Denoising at this column, 0 (keep the init) to 1 (make anew)."""
        return lerp(self.alpha, self.start.denoising, self.end.denoising)

    @property
    def guidance(self) -> float:
        """Scale of classifier-free guidance at this column."""
        return lerp(self.alpha, self.start.guidance, self.end.guidance)


def lerp(alpha: float, start: float, end: float) -> float:
    """Return the value at alpha on the straight line from start to end."""
    return (1 - alpha) * start + alpha * end


def slerp(alpha: ArrayLike, start: NDArray[np.float32], end: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the array at alpha on the great arc from start to end (Shoemake 1985).

    Parameters
    ----------
    alpha : float or array that broadcasts with the others
        0 at ``start`` to 1 at ``end``; it may differ per element, while the arc is that between the full arrays.
    start, end : float32 arrays of equal shape
        If they are nearly parallel, the interpolation is linear.
    """
    positions = np.asarray(alpha, np.float64)
    cosine = float(np.sum(start * end / (np.linalg.norm(start) * np.linalg.norm(end))))
    if abs(cosine) > _PARALLEL:
        weights = 1 - positions, positions
    else:
        angle = np.arccos(cosine)
        weights = np.sin((1 - positions) * angle) / np.sin(angle), np.sin(positions * angle) / np.sin(angle)
    return (weights[0] * start + weights[1] * end).astype(np.float32)
