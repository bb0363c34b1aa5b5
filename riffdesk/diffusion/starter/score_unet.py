"""The denoising network that plays a score: a `RiffUNet` with pictures of the notes as a further input.

The pictures are aligned with the latents. Each position of the latents is 16 bands by 16 columns of ink, or 16 bands
by 8 cells of time of the pictures. A few layers make features of them, which are concatenated with the latents; their
weights in ``conv_in`` start at zero, so that training begins with the output of a `RiffUNet`.
"""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from riffdesk.diffusion.starter.network_classes import (
    ModelMixin,  # noqa: F401  pipelines look for it beside a class
    UNet2DConditionModel,
)
from riffdesk.diffusion.starter.patch_autoencoder import PATCH
from riffdesk.diffusion.starter.riff_unet import RiffUNet

TONES, STROKES = 6, 6
"""Number of pictures of tones, and of lines of strokes (see `riffdesk.compose.score_pictures`)."""
CELLS = 8
"""Cells of time in one column of latents."""
SCORE_WIDTH = 1 + (TONES * PATCH + STROKES) * CELLS
SCORE_FEATURES = 96
CLEAN, VARIED = 1.0, 0.5
"""What marks the presence of a score: played as instruments sound, or with other timbre, room and recording."""

_FIRST_SPREAD = 0.5  # standard deviation of the first layer's initial weights: most of its inputs are zero


class ScoreUNet(RiffUNet):
    """A `RiffUNet` with one more input, ``score``, from `score_input`; without it, the network invents the notes."""

    @functools.wraps(UNet2DConditionModel.__init__)  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first = nn.Conv2d(SCORE_WIDTH, SCORE_FEATURES, 1)
        second = nn.Conv2d(SCORE_FEATURES, SCORE_FEATURES, 3, padding=1)
        nn.init.normal_(first.weight, std=_FIRST_SPREAD)
        nn.init.kaiming_normal_(second.weight, nonlinearity="relu")
        self.score = nn.Sequential(first, nn.SiLU(), second, nn.SiLU())
        input_channels, kernel = self.conv_in.in_channels + SCORE_FEATURES, self.config.conv_in_kernel
        self.conv_in = nn.Conv2d(input_channels, self.config.block_out_channels[0], kernel, padding=(kernel - 1) // 2)
        with torch.no_grad():
            self.conv_in.weight[:, -SCORE_FEATURES:] = 0

    def load_riff(self, weights: dict[str, Tensor]) -> None:
        """Load the weights of a `RiffUNet`; the layers for the score keep theirs, with zero weights in ``conv_in``."""
        conv_in = weights["conv_in.weight"]
        zeros = conv_in.new_zeros(len(conv_in), SCORE_FEATURES, *conv_in.shape[2:])
        score_weights = {key: value for key, value in self.state_dict().items() if key.startswith("score.")}
        self.load_state_dict(score_weights | weights | {"conv_in.weight": torch.cat([conv_in, zeros], dim=1)})

    def forward(self, sample: Tensor, timestep: Any, encoder_hidden_states: Tensor, *args: Any, **kwargs: Any) -> Any:
        """Return the output of ``UNet2DConditionModel``.

        Parameters
        ----------
        sample, timestep, encoder_hidden_states
            Latents ``[n, channels, rows, columns]``, time and text, as for a `RiffUNet`.
        score : Tensor, keyword only, optional
            Pictures ``[n, SCORE_WIDTH, rows, columns]``; zeros by default.
        """
        score = kwargs.pop("score", None)
        if score is None:
            score = sample.new_zeros(len(sample), SCORE_WIDTH, *sample.shape[-2:])
        network_inputs = [*self.network_inputs(sample, encoder_hidden_states), self.score(score.to(sample.dtype))]
        # Skips RiffUNet's forward, which has fewer inputs.
        return super(RiffUNet, self).forward(
            torch.cat(network_inputs, dim=1), timestep, encoder_hidden_states, *args, **kwargs
        )


def score_input(tones: NDArray[np.float32], strokes: NDArray[np.float32], *, clean: bool = True) -> Tensor:
    """Return the pictures of a score as an input of the network: float32 ``[SCORE_WIDTH, rows, columns]``.

    Parameters
    ----------
    tones : float32 ``[TONES, bands, cells]``
        The lowest band first; bands are a multiple of 16, cells of 8.
    strokes : float32 ``[STROKES, cells]``
    clean : bool
        Whether it is played as the instruments sound, as music is made; training varies timbre, room and recording.

    Notes
    -----
    Rows begin with the highest bands, as latents do. The first channel is `CLEAN` or `VARIED`: it marks the presence
    of a score.
    """
    rows, columns = tones.shape[1] // PATCH, tones.shape[2] // CELLS
    folded = torch.from_numpy(tones).flip(1).reshape(TONES, rows, PATCH, columns, CELLS)
    repeated_strokes = torch.from_numpy(strokes).reshape(STROKES, 1, columns, CELLS).expand(-1, rows, -1, -1)
    pictures = torch.empty(SCORE_WIDTH, rows, columns)
    pictures[0] = CLEAN if clean else VARIED
    pictures[1 : 1 + TONES * PATCH * CELLS] = folded.permute(0, 2, 4, 1, 3).reshape(-1, rows, columns)
    pictures[1 + TONES * PATCH * CELLS :] = repeated_strokes.permute(0, 3, 1, 2).reshape(-1, rows, columns)
    return pictures
