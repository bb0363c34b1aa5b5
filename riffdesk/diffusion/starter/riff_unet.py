"""The starter model's denoising network: diffusers' own, which is also shown the tempo and the key of the prompt."""

from __future__ import annotations

import functools
from typing import Any

import torch
from diffusers import ModelMixin, UNet2DConditionModel  # noqa: F401  pipelines look for ModelMixin beside a class
from torch import Tensor, nn

from riffdesk.diffusion.starter.key_conditioning import KEYBOARD_WIDTH, KeyReader, keyboard
from riffdesk.diffusion.starter.tempo_conditioning import REPEATS_WIDTH, Metronome, Repeats


class RiffUNet(UNet2DConditionModel):  # type: ignore[misc]
    """diffusers' ``UNet2DConditionModel``, and beside its input what sounds some beats away and where the key lies.

    Parameters, config and weights are those of ``UNet2DConditionModel``, but that ``conv_in`` takes more
    channels; ``config.in_channels`` stays the number of the latents' channels.
    """

    @functools.wraps(UNet2DConditionModel.__init__)  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        channels, kernel = self.config.in_channels, self.config.conv_in_kernel
        self.metronome = Metronome(self.config.cross_attention_dim)
        self.repeats = Repeats(channels)
        self.key_reader = KeyReader(self.config.cross_attention_dim)
        seen = channels + REPEATS_WIDTH + KEYBOARD_WIDTH
        self.conv_in = nn.Conv2d(seen, self.config.block_out_channels[0], kernel, padding=(kernel - 1) // 2)

    def forward(self, sample: Tensor, timestep: Any, encoder_hidden_states: Tensor, *args: Any, **kwargs: Any) -> Any:
        """Return what ``UNet2DConditionModel`` returns for latents ``[n, channels, rows, columns]`` and a text."""
        sees = self.sees(sample, encoder_hidden_states)
        return super().forward(torch.cat(sees, dim=1), timestep, encoder_hidden_states, *args, **kwargs)

    def sees(self, sample: Tensor, text: Tensor) -> list[Tensor]:
        """Return the latents, and what the network sees beside them: what sounds beats away, and the keyboard."""
        with torch.no_grad():  # they learn from captions, not from noise
            tempo = self.metronome(text)
            key = self.key_reader(text)
        return [sample, self.repeats(sample, *tempo), keyboard(*key, *sample.shape[-2:]).to(sample.dtype)]
