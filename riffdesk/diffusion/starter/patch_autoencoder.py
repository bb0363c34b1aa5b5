"""A small autoencoder for spectrogram images: principal components of patches, corrected by a convolutional net.

It has the interface of diffusers' ``AutoencoderKL`` and is saved as a diffusers folder, so a pipeline
uses either. ``block_out_channels`` has five entries because readers of the config take the number of
halvings from its length: an image of 512 x 512 has latents of 32 x 32.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from riffdesk.diffusion.starter.network_classes import (
    AutoencoderKLOutput,
    ConfigMixin,
    DecoderOutput,
    DiagonalGaussianDistribution,
    ModelMixin,
    register_to_config,
)

PATCH = 16
_COARSE, _FINE = 2, 8  # pixels of a fine cell, and fine cells of a patch, along one side
_LOG_VARIANCE = -6.0  # latents have unit variance in the mean; the posterior's spread is 5% of that


class PatchAutoencoder(ModelMixin, ConfigMixin):  # type: ignore[misc]
    """Images to latents a sixteenth as wide and high, and back.

    Parameters
    ----------
    in_channels, out_channels : int
        Channels of the image; they are averaged going in and are all alike coming out, since a mono
        spectrogram is a grey image.
    latent_channels : int
        Channels of the latents.
    block_out_channels : sequence of five int
        Widths at full size, 1/2, 1/4, 1/8 and 1/16; only the last two are used.
    blocks, fine_blocks : int
        Residual blocks of the decoder at 1/16 and at 1/8.
    scaling_factor : float
        As in ``AutoencoderKL``; latents have unit variance already.

    Notes
    -----
    Image values are -1 .. 1. The encoder is one linear map of each patch (initialised with the principal
    components of training patches) plus a small correction that sees the neighbours; the decoder is
    its transpose plus a larger one of ConvNeXt blocks (Liu et al. 2022) and sub-pixel convolutions
    (Shi et al. 2016). Both corrections start at zero.
    """

    @register_to_config  # type: ignore[untyped-decorator]
    def __init__(
        self,
        in_channels: int = 3,
        out_channels: int = 3,
        latent_channels: int = 16,
        block_out_channels: tuple[int, ...] = (64, 64, 64, 64, 192),
        blocks: int = 3,
        fine_blocks: int = 2,
        scaling_factor: float = 1.0,
    ) -> None:
        super().__init__()
        fine, width = block_out_channels[-2:]
        self.analysis = nn.Conv2d(1, latent_channels, PATCH, stride=PATCH)
        self.synthesis = nn.ConvTranspose2d(latent_channels, 1, PATCH, stride=PATCH)
        self.encoder = nn.Sequential(
            nn.PixelUnshuffle(_FINE),
            nn.Conv2d(_FINE**2, fine, 3, stride=2, padding=1),
            nn.GELU(),
            _Block(fine),
            _zero(nn.Conv2d(fine, latent_channels, 1)),
        )
        self.decoder = nn.Sequential(
            nn.Conv2d(latent_channels, width, 3, padding=1),
            *(_Block(width) for _ in range(blocks)),
            nn.Conv2d(width, fine * _COARSE**2, 1),
            nn.PixelShuffle(_COARSE),
            *(_FineBlock(fine) for _ in range(fine_blocks)),
            _zero(nn.Conv2d(fine, _FINE**2, 3, padding=1)),
            nn.PixelShuffle(_FINE),
        )
        self.register_buffer("latent_mean", torch.zeros(latent_channels))
        self.register_buffer("latent_scale", torch.ones(latent_channels))

    def encode(self, image: Tensor, return_dict: bool = True) -> Any:
        """Return the distribution of latents ``[n, latent_channels, height / 16, width / 16]`` of images."""
        grey = image.mean(dim=1, keepdim=True)
        latents = self.normalised(self.raw_latents(grey))
        moments = torch.cat([latents, torch.full_like(latents, _LOG_VARIANCE)], dim=1)
        distribution = DiagonalGaussianDistribution(moments)
        return AutoencoderKLOutput(latent_dist=distribution) if return_dict else (distribution,)

    def decode(self, latents: Tensor, return_dict: bool = True, generator: Any = None) -> Any:
        """Return the images ``[n, out_channels, height, width]`` of latents."""
        raw = latents * _per_channel(self.latent_scale) + _per_channel(self.latent_mean)
        grey = self.synthesis(raw) + self.decoder(latents)
        image = grey.expand(-1, self.config.out_channels, -1, -1)
        return DecoderOutput(sample=image) if return_dict else (image,)

    def forward(self, image: Tensor, return_dict: bool = True) -> Any:
        """Return images encoded and decoded again."""
        return self.decode(self.encode(image).latent_dist.mode(), return_dict=return_dict)

    def raw_latents(self, grey: Tensor) -> Tensor:
        """Return latents before each channel is brought to its mean and scale."""
        latents: Tensor = self.analysis(grey) + self.encoder(grey)
        return latents

    def normalised(self, raw: Tensor) -> Tensor:
        """Return latents of unit variance in the mean of all channels."""
        return (raw - _per_channel(self.latent_mean)) / _per_channel(self.latent_scale)


class _Block(nn.Module):
    """A ConvNeXt block: a depthwise convolution, then layers across channels."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.around = nn.Conv2d(width, width, 7, padding=3, groups=width)
        self.mix = nn.Sequential(
            nn.LayerNorm(width), nn.Linear(width, 3 * width), nn.GELU(), nn.Linear(3 * width, width)
        )

    def forward(self, values: Tensor) -> Tensor:
        mixed: Tensor = self.mix(self.around(values).permute(0, 2, 3, 1))
        return values + mixed.permute(0, 3, 1, 2)


class _FineBlock(nn.Module):
    """Two 3 x 3 convolutions around a residual."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.convolve = nn.Sequential(
            nn.GELU(), nn.Conv2d(width, width, 3, padding=1), nn.GELU(), nn.Conv2d(width, width, 3, padding=1)
        )

    def forward(self, values: Tensor) -> Tensor:
        changed: Tensor = values + self.convolve(values)
        return changed


def _zero(layer: nn.Conv2d) -> nn.Conv2d:
    """Return a layer with zero weights, which adds nothing before training."""
    nn.init.zeros_(layer.weight)
    if layer.bias is not None:
        nn.init.zeros_(layer.bias)
    return layer


def _per_channel(values: Any) -> Tensor:
    return values[None, :, None, None]  # type: ignore[no-any-return]
