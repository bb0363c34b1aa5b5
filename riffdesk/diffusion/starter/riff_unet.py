"""The starter's denoising network: diffusers' UNet with inputs for the tempo and the key of the prompt."""

from __future__ import annotations

import functools
from typing import Any

import torch
from torch import Tensor, nn

from riffdesk.diffusion.starter.key_conditioning import KEYBOARD_WIDTH, KeyReader, keyboard
from riffdesk.diffusion.starter.network_classes import (
    ModelMixin,  # noqa: F401  pipelines look for it beside a class
    UNet2DConditionModel,
)
from riffdesk.diffusion.starter.tempo_conditioning import REPEATS_WIDTH, Metronome, Repeats


class RiffUNet(UNet2DConditionModel):  # type: ignore[misc]
    """diffusers' ``UNet2DConditionModel`` with features of the latents some beats away, and the keyboard, as inputs.

    Parameters, config and weights are those of ``UNet2DConditionModel``, except that ``conv_in`` has more input
    channels; ``config.in_channels`` remains the number of the latents' channels.
    """

    @functools.wraps(UNet2DConditionModel.__init__)  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        channels, kernel = self.config.in_channels, self.config.conv_in_kernel
        self.metronome = Metronome(self.config.cross_attention_dim)
        self.repeats = Repeats(channels)
        self.key_reader = KeyReader(self.config.cross_attention_dim)
        input_channels = channels + REPEATS_WIDTH + KEYBOARD_WIDTH
        self.conv_in = nn.Conv2d(input_channels, self.config.block_out_channels[0], kernel, padding=(kernel - 1) // 2)

    def forward(self, sample: Tensor, timestep: Any, encoder_hidden_states: Tensor, *args: Any, **kwargs: Any) -> Any:
        """Return the output of ``UNet2DConditionModel`` for latents ``[n, channels, rows, columns]`` and a text."""
        network_inputs = self.network_inputs(sample, encoder_hidden_states)
        return super().forward(torch.cat(network_inputs, dim=1), timestep, encoder_hidden_states, *args, **kwargs)

    def network_inputs(self, sample: Tensor, text: Tensor) -> list[Tensor]:
        """Return the inputs of ``conv_in``: the latents, their features some beats away, and the keyboard."""
        with torch.no_grad():  # the readers are trained on captions, not on noise
            tempo = self.metronome(text)
            key = self.key_reader(text)
        return [sample, self.repeats(sample, *tempo), keyboard(*key, *sample.shape[-2:]).to(sample.dtype)]
