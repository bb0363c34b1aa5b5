"""A strip: the input of the denoising loop for one riff, with a conditioning for each column of latents."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor

from riffdesk.arrays import Array
from riffdesk.diffusion.conditioning import Conditioning


@dataclass(frozen=True, eq=False)
class Strip:
    """The conditioning, init, mask and score of one riff.

    Parameters
    ----------
    walk : tuple of Conditioning
        One for each column of latents; its length is the strip's length.
    init : float32 ``[bands, columns]`` or, for stereo models, ``[2, bands, columns]``, optional
        Ink to start from, 0 .. 1, at the level of the model's images. It is repeated if it is shorter than the strip.
        Without one, the strip starts from noise whatever its denoising.
    mask : float32 ``[bands, columns]``, optional
        1 = make anew, 0 = keep, soft between; as long as the strip.
    circular : bool
        Whether the end continues into the beginning, for loops.
    first : int
        First column of the strip on the axis of the noise.
    from_noise : bool
        Whether columns start from noise alone, whatever their denoising; the init is then used only where the mask
        keeps it.
    score : float32 Tensor ``[SCORE_WIDTH, height, n]``, optional
        Notes for each column of latents, for a model that takes a score; see
        `riffdesk.diffusion.starter.score_unet.score_input`. For a circular strip it is as long as the strip; for
        others it ends with the last window, less than a window beyond the strip.
    """

    walk: tuple[Conditioning, ...]
    init: Array | None = None
    mask: Array | None = None
    circular: bool = False
    first: int = 0
    from_noise: bool = False
    score: Tensor | None = None

    @property
    def starts_from_noise(self) -> bool:
        """Whether all columns start from noise alone."""
        return self.init is None or self.from_noise

    @property
    def denoising(self) -> float:
        """The highest denoising of its columns; 1 if they start from noise."""
        if self.starts_from_noise:
            return 1.0
        return max(conditioning.denoising for conditioning in set(self.walk))
