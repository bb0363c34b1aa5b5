"""The autoencoder of the small Stable Audio 3, SAME-S, whose attention is within short chunks.

It has the layers of diffusers' `AutoencoderSAME`, which is that of the larger model: SAME-L's attention slides over the
whole sound. In SAME-S the first half of the layers attends within chunks of two latents, the second half within
chunks that lie between those; the ends are repeated by half a chunk. Its decoder ends with a convolution over three
frames in place of one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from diffusers import AutoencoderSAME
from diffusers.configuration_utils import register_to_config
from diffusers.models.autoencoders.autoencoder_same import SAMETransformerResamplingBlock
from torch import Tensor, nn


class ChunkedBlock(SAMETransformerResamplingBlock):  # type: ignore[misc]
    """A resampling block of the encoder or the decoder, with attention within chunks.

    Parameters
    ----------
    chunk : int
        Segments in a chunk: an even number. A segment is one latent and its ``stride`` frames.
    kernel : int
        Frames under the kernel of the mapping between the widths: an odd number.
    sizes
        The other parameters of `SAMETransformerResamplingBlock`.
    """

    def __init__(self, chunk: int, kernel: int = 1, **sizes: Any) -> None:
        super().__init__(**sizes)
        self.chunk = chunk
        if kernel > 1 and self.in_channels != self.out_channels:
            convolution = nn.Conv1d(self.in_channels, self.out_channels, kernel, padding=kernel // 2)
            self.mapping: nn.Module = nn.utils.weight_norm(convolution)

    def _encode(self, x: Tensor) -> Tensor:
        """Return one latent per ``stride`` frames of ``[n, channels, frames]``; frames are padded with silence."""
        frames = x.shape[-1]
        x = self.mapping(nn.functional.pad(x, (0, -frames % (self.chunk * self.stride))))
        segments = x.transpose(1, 2).reshape(len(x), -1, self.stride, self.out_channels)
        tokens = torch.cat([segments, self.new_tokens[:, None].expand(*segments.shape[:2], 1, -1)], dim=2)
        latents = self._attended(tokens)[:, :, -1]
        return latents.transpose(1, 2)[..., : -(-frames // self.stride)]

    def _decode(self, x: Tensor) -> Tensor:
        """Return ``stride`` frames per latent of ``[n, channels, latents]``."""
        count = x.shape[-1]
        segments = nn.functional.pad(x, (0, -count % self.chunk)).transpose(1, 2)[:, :, None]
        new = self.new_tokens[:, None].expand(*segments.shape[:2], self.stride, -1)
        frames = self._attended(torch.cat([segments, new], dim=2))[:, :, 1:]
        mapped: Tensor = self.mapping(frames.flatten(1, 2).transpose(1, 2))
        return mapped[..., : count * self.stride]

    def _attended(self, segments: Tensor) -> Tensor:
        """Return segments ``[n, segments, tokens, channels]`` after all layers."""
        half, middle = self.chunk // 2, len(self.transformers) // 2
        segments = self._in_chunks(segments, self.transformers[:middle])
        shifted = torch.cat([segments[:, :half], segments, segments[:, -half:]], dim=1)
        return self._in_chunks(shifted, self.transformers[middle:])[:, half:-half]

    def _in_chunks(self, segments: Tensor, layers: Sequence[nn.Module]) -> Tensor:
        """Return segments after some layers, each of which attends within chunks."""
        tokens = segments.reshape(-1, self.chunk * segments.shape[2], segments.shape[3])
        for layer in layers:
            tokens = layer(tokens)
        return tokens.reshape(segments.shape)


class ChunkedAutoencoder(AutoencoderSAME):  # type: ignore[misc]
    """An `AutoencoderSAME` of one level whose attention is within chunks; the defaults are those of SAME-S.

    Parameters
    ----------
    chunk_size : int
        Frames in a chunk: an even multiple of the stride.
    decoder_kernel : int
        Frames under the last convolution of the decoder.
    """

    @register_to_config  # type: ignore[untyped-decorator]
    def __init__(  # noqa: PLR0913 - the sizes in its config
        self,
        audio_channels: int = 2,
        patch_size: int = 256,
        encoder_channels: int = 128,
        encoder_c_mults: Sequence[int] = (6,),
        encoder_strides: Sequence[int] = (16,),
        encoder_transformer_depths: Sequence[int] = (6,),
        latent_dim: int = 256,
        use_differential_attention: bool = True,
        dim_heads: int = 64,
        ff_mult: int = 3,
        sampling_rate: int = 44_100,
        chunk_size: int = 32,
        decoder_kernel: int = 3,
    ) -> None:
        sizes: dict[str, Any] = {"dim_heads": dim_heads, "ff_mult": ff_mult}
        super().__init__(
            audio_channels=audio_channels,
            patch_size=patch_size,
            encoder_channels=encoder_channels,
            encoder_c_mults=encoder_c_mults,
            encoder_strides=encoder_strides,
            encoder_transformer_depths=encoder_transformer_depths,
            latent_dim=latent_dim,
            use_differential_attention=use_differential_attention,
            sampling_rate=sampling_rate,
            **sizes,
        )
        (stride,), (depth,), (mult,) = encoder_strides, encoder_transformer_depths, encoder_c_mults
        if chunk_size % (2 * stride):
            raise ValueError(f"chunks of {chunk_size} frames are no even multiple of the stride {stride}")
        patch, width = audio_channels * patch_size, mult * encoder_channels
        sizes |= {
            "chunk": chunk_size // stride,
            "stride": stride,
            "transformer_depth": depth,
            "use_differential": use_differential_attention,
        }
        encoder = ChunkedBlock(in_channels=patch, out_channels=width, mode="encoder", **sizes)
        decoder = ChunkedBlock(in_channels=width, out_channels=patch, mode="decoder", kernel=decoder_kernel, **sizes)
        self.encoder.blocks, self.decoder.blocks = nn.ModuleList([encoder]), nn.ModuleList([decoder])

    @property
    def reach(self) -> int:
        """Latents on each side that a latent's sound depends on, rounded up to whole chunks."""
        return int(2 * self.config.chunk_size // self.config.encoder_strides[0])
