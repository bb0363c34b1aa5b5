"""The denoising network that plays from a score: a `RiffUNet` that also sees the pictures of the notes.

The pictures lie where the latents lie. Each place of the latents stands for 16 bands and 16 columns of ink, and sees
all that the pictures show there, 16 bands by 8 cells of time. A few layers make features of it, which stand beside
the latents; until they have learned something they add nothing, so that training begins with what a `RiffUNet` knows.
"""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
import torch
from diffusers import ModelMixin, UNet2DConditionModel  # noqa: F401  pipelines look for ModelMixin beside a class
from numpy.typing import NDArray
from torch import Tensor, nn

from riffdesk.diffusion.starter.patch_autoencoder import PATCH
from riffdesk.diffusion.starter.riff_unet import RiffUNet

TONES, STROKES = 6, 6
"""How many pictures of tones, and how many lines of strokes, there are (see `riffdesk.compose.score_pictures`)."""
CELLS = 8
"""Cells of time in one column of latents."""
SCORE_WIDTH = 1 + (TONES * PATCH + STROKES) * CELLS
SCORE_FEATURES = 96

_FIRST_SPREAD = 0.5  # of the first weights: few of the many inputs are not zero


class ScoreUNet(RiffUNet):
    """A `RiffUNet` with one more input, ``score``, as `score_input` returns it; without it, it makes up the notes."""

    @functools.wraps(UNet2DConditionModel.__init__)  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first = nn.Conv2d(SCORE_WIDTH, SCORE_FEATURES, 1)
        second = nn.Conv2d(SCORE_FEATURES, SCORE_FEATURES, 3, padding=1)
        nn.init.normal_(first.weight, std=_FIRST_SPREAD)
        nn.init.kaiming_normal_(second.weight, nonlinearity="relu")
        self.score = nn.Sequential(first, nn.SiLU(), second, nn.SiLU())
        seen, kernel = self.conv_in.in_channels + SCORE_FEATURES, self.config.conv_in_kernel
        self.conv_in = nn.Conv2d(seen, self.config.block_out_channels[0], kernel, padding=(kernel - 1) // 2)
        with torch.no_grad():
            self.conv_in.weight[:, -SCORE_FEATURES:] = 0

    def load_riff(self, weights: dict[str, Tensor]) -> None:
        """Take the weights of a `RiffUNet`; what sees the score stays as it is, but adds nothing."""
        seen = weights["conv_in.weight"]
        nothing = seen.new_zeros(len(seen), SCORE_FEATURES, *seen.shape[2:])
        own = {key: value for key, value in self.state_dict().items() if key.startswith("score.")}
        self.load_state_dict(own | weights | {"conv_in.weight": torch.cat([seen, nothing], dim=1)})

    def forward(self, sample: Tensor, timestep: Any, encoder_hidden_states: Tensor, *args: Any, **kwargs: Any) -> Any:
        """Return what ``UNet2DConditionModel`` returns.

        Parameters
        ----------
        sample, timestep, encoder_hidden_states
            Latents ``[n, channels, rows, columns]``, time and text, as for a `RiffUNet`.
        score : Tensor, keyword only, optional
            Pictures ``[n, SCORE_WIDTH, rows, columns]``; zeros where there is no score.
        """
        score = kwargs.pop("score", None)
        if score is None:
            score = sample.new_zeros(len(sample), SCORE_WIDTH, *sample.shape[-2:])
        sees = [*self.sees(sample, encoder_hidden_states), self.score(score.to(sample.dtype))]
        # Past RiffUNet's own forward, which shows the network less.
        return super(RiffUNet, self).forward(torch.cat(sees, dim=1), timestep, encoder_hidden_states, *args, **kwargs)


def score_input(tones: NDArray[np.float32], strokes: NDArray[np.float32]) -> Tensor:
    """Return the pictures of a score as the network takes them: float32 ``[SCORE_WIDTH, rows, columns]``.

    Parameters
    ----------
    tones : float32 ``[TONES, bands, cells]``
        The lowest band first; bands are a multiple of 16, cells of 8.
    strokes : float32 ``[STROKES, cells]``

    Notes
    -----
    Rows begin with the highest bands, as latents do. The first channel is 1: there is a score here.
    """
    rows, columns = tones.shape[1] // PATCH, tones.shape[2] // CELLS
    folded = torch.from_numpy(tones).flip(1).reshape(TONES, rows, PATCH, columns, CELLS)
    struck = torch.from_numpy(strokes).reshape(STROKES, 1, columns, CELLS).expand(-1, rows, -1, -1)
    out = torch.empty(SCORE_WIDTH, rows, columns)
    out[0] = 1
    out[1 : 1 + TONES * PATCH * CELLS] = folded.permute(0, 2, 4, 1, 3).reshape(-1, rows, columns)
    out[1 + TONES * PATCH * CELLS :] = struck.permute(0, 3, 1, 2).reshape(-1, rows, columns)
    return out
