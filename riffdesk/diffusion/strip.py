"""A strip: latents of a whole riff, and what is asked for in each of its columns."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor

from riffdesk.diffusion.conditioning import Conditioning
from riffdesk.diffusion.images import Array


@dataclass(frozen=True, eq=False)
class Strip:
    """What one strip is asked for.

    Parameters
    ----------
    walk : tuple of Conditioning
        One for each column of latents; its length is the strip's length.
    init : float32 ``[bands, columns]`` or, for stereo models, ``[2, bands, columns]``, optional
        Ink to start from, 0 .. 1, as loud as the model's images are. It repeats where it is shorter than
        the strip. Without one, the strip starts from noise whatever its denoising.
    mask : float32 ``[bands, columns]``, optional
        1 = make anew, 0 = keep, soft between; as long as the strip.
    circular : bool
        Whether the end flows into the beginning.
    first : int
        Column of latents, on the noise's own axis, that the strip begins at.
    from_noise : bool
        Whether what the mask does not keep starts from noise alone, whatever its denoising: the init is there
        for what is kept.
    score : float32 Tensor ``[SCORE_WIDTH, height, n]``, optional
        What a model that takes a score plays in each column of latents, see
        `riffdesk.diffusion.starter.score_unet.score_input`. Of a circular strip it is as long as that; of others it
        reaches as far as the last window does, which is less than a window beyond the strip.
    """

    walk: tuple[Conditioning, ...]
    init: Array | None = None
    mask: Array | None = None
    circular: bool = False
    first: int = 0
    from_noise: bool = False
    score: Tensor | None = None
