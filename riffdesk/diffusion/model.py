"""A loaded model: the components of a diffusers folder, and what follows from their configs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from riffdesk.dsp.params import SpectrogramParams

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True)
class Suggestion:
    """Settings with which a model does well."""

    steps: int = 30
    guidance: float = 7.0


@dataclass(eq=False)
class Model:
    """The components of a text-to-image model, on their device.

    Parameters
    ----------
    name : str
        What the user calls it.
    tokenizer, text_encoder, unet, vae
        As transformers and diffusers load them.
    scheduler_config : dict
        Config of the scheduler it came with; `riffdesk.diffusion.schedulers` makes others from it.
    params : SpectrogramParams
        How its images are spaced; ``bands`` is their height.
    device, dtype
        Where the networks are and what they compute in.
    suggestion : Suggestion
        Settings with which it does well.
    """

    name: str
    tokenizer: Any
    text_encoder: Any
    unet: Any
    vae: Any
    scheduler_config: dict[str, Any]
    params: SpectrogramParams
    device: torch.device
    dtype: torch.dtype
    suggestion: Suggestion = field(default_factory=Suggestion)

    @property
    def factor(self) -> int:
        """Pixels of the image for each latent, along either side."""
        return int(2 ** (len(self.vae.config.block_out_channels) - 1))

    @property
    def channels(self) -> int:
        """Channels of the latents."""
        return int(self.unet.config.in_channels)

    @property
    def latent_size(self) -> tuple[int, int]:
        """Height and width of the latents that the network was trained on."""
        size = self.unet.config.sample_size
        height, width = (size, size) if isinstance(size, int) else size
        return int(height), int(width)

    @property
    def columns(self) -> int:
        """Columns of ink in one window."""
        return self.latent_size[1] * self.factor
