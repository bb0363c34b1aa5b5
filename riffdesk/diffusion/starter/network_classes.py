"""The classes of diffusers that the starter's networks build on."""

from __future__ import annotations

from riffdesk.diffusion.libraries import few_modules

with few_modules():
    from diffusers.configuration_utils import ConfigMixin, register_to_config
    from diffusers.models.autoencoders.vae import DecoderOutput, DiagonalGaussianDistribution
    from diffusers.models.modeling_outputs import AutoencoderKLOutput
    from diffusers.models.modeling_utils import ModelMixin
    from diffusers.models.unets.unet_2d_condition import UNet2DConditionModel

__all__ = [
    "AutoencoderKLOutput",
    "ConfigMixin",
    "DecoderOutput",
    "DiagonalGaussianDistribution",
    "ModelMixin",
    "UNet2DConditionModel",
    "register_to_config",
]
