"""A tiny Stable Audio 3 as it is published: one file in the layout of stable-audio-tools, a config, a text encoder."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

from tests.models.stable_audio import LATENTS, LONGEST, RATE, pipeline


def published(folder: Path, *, small: bool) -> tuple[Any, Any]:
    """Write the files, and return the transformer and the autoencoder whose weights they hold.

    Parameters
    ----------
    small : bool
        Whether it is like the small model: attention of its autoencoder in chunks, and none that is differential in
        its transformer. Else it is like the medium one.
    """
    import torch
    from diffusers import StableAudio3DiTModel
    from safetensors.torch import save_file

    from riffdesk.diffusion.stable_audio.chunked_autoencoder import ChunkedAutoencoder

    folder.mkdir()
    whole = pipeline()
    transformer, vae = whole.transformer, whole.vae
    if small:
        with torch.random.fork_rng(devices=[]), warnings.catch_warnings():
            torch.manual_seed(1)
            warnings.simplefilter("ignore", FutureWarning)
            sizes = {**transformer.config, "use_differential_attention": False, "_use_default_values": []}
            transformer = StableAudio3DiTModel.from_config(sizes)
            names = ["audio_channels", "patch_size", "encoder_channels", "latent_dim", "dim_heads", "sampling_rate"]
            vae = ChunkedAutoencoder(
                **{name: vae.config[name] for name in names},
                encoder_c_mults=(2,),
                encoder_transformer_depths=(4,),
            )
            for weight in (*transformer.parameters(), *vae.parameters()):
                if not weight.any():
                    torch.nn.init.normal_(weight, std=0.1)
    weights = {f"pretransform.model.{_autoencoder_name(name)}": value for name, value in vae.state_dict().items()}
    for name, value in transformer.state_dict().items():
        is_padding = name == "prompt_padding_embedding"
        new = "conditioner.conditioners.prompt.padding_embedding" if is_padding else _transformer_name(name)
        weights[new] = value
    for name in ("weight", "bias"):
        value = getattr(whole.duration_embedder.linear, name)
        weights[f"conditioner.conditioners.seconds_total.embedder.embedding.1.{name}"] = value.detach()
    for name, value in weights.items():
        in_transformer = name.startswith("model.")
        if name.endswith("to_qkv.weight") and not (small and in_transformer):
            query, query2, key, key2, value1 = value.chunk(5)
            weights[name] = torch.cat([query, key, value1, query2, key2])
    weights["pretransform.model.bottleneck.noise_scaling_factor"] = torch.zeros(1, 0, 1)
    weights["pretransform.model.encoder.layers.0.transformers.0.rope.inv_freq"] = torch.ones(4)
    save_file({name: value.contiguous() for name, value in weights.items()}, folder / "model.safetensors")
    (folder / "model_config.json").write_text(json.dumps(_config(vae, small=small)))
    (folder / "LICENSE.md").write_text("Terms.")
    _write_text_encoder(whole, folder / "t5gemma-b-b-ul2")
    return transformer, vae


def _autoencoder_name(name: str) -> str:
    for new, old in (
        ("encoder.blocks.0.", "encoder.layers.0."),
        ("encoder.proj.", "encoder.layers.2."),
        ("decoder.proj.", "decoder.layers.1."),
        ("decoder.blocks.0.", "decoder.layers.3."),
        ("bottleneck.scale", "bottleneck.scaling_factor"),
        (".norm_attn.", ".pre_norm."),
        (".norm_ff.", ".ff_norm."),
        (".attn.", ".self_attn."),
        (".ff.proj_in.", ".ff.ff.0.proj."),
        (".ff.proj_out.", ".ff.ff.2."),
    ):
        name = name.replace(new, old)
    return name


def _transformer_name(name: str) -> str:
    inner = (
        "transformer_blocks.",
        "proj_in.",
        "proj_out.",
        "memory_tokens",
        "rotary_pos_emb.",
        "global_cond_embedder.",
    )
    old = name.replace("transformer_blocks.", "layers.").replace(".ff.proj_in.", ".ff.ff.0.proj.")
    old = old.replace(".ff.proj_out.", ".ff.ff.2.")
    if name.startswith(("proj_in.", "proj_out.")):
        old = name.replace("proj_", "project_")
    return f"model.model.transformer.{old}" if name.startswith(inner) else f"model.model.{old}"


def _config(vae: Any, *, small: bool) -> dict[str, Any]:
    sizes = vae.config
    stack = {
        "channels": sizes.encoder_channels,
        "c_mults": list(sizes.encoder_c_mults),
        "strides": list(sizes.encoder_strides),
        "latent_dim": LATENTS,
        "transformer_depths": list(sizes.encoder_transformer_depths),
        "dim_heads": sizes.dim_heads,
        "differential": True,
        "variable_stride": True,
    }
    stack |= {"chunk_size": 32, "chunk_midpoint_shift": True} if small else {"sliding_window": [1, 1]}
    decoder = {**stack, "sinusoidal_blocks": [0]} | ({"conv_mapping": True} if small else {})
    return {
        "sample_rate": RATE,
        "sample_size": 2 * RATE,
        "audio_channels": 2,
        "model": {
            "pretransform": {
                "config": {
                    "downsampling_ratio": 1024,
                    "encoder": {"config": stack},
                    "decoder": {"config": decoder},
                }
            },
            "conditioning": {
                "configs": [
                    {"id": "prompt", "config": {}},
                    {"id": "seconds_total", "config": {"min_val": 0, "max_val": LONGEST}},
                ]
            },
            "diffusion": {"diffusion_objective": "rf_denoiser" if small else "rectified_flow"},
        },
    }


def _write_text_encoder(whole: Any, folder: Path) -> None:
    """Write the whole T5Gemma, with its decoder, and the tokenizer."""
    from transformers import T5GemmaForConditionalGeneration

    config = type(whole.text_encoder.config).from_dict(whole.text_encoder.config.to_dict())
    config.is_encoder_decoder = True
    both = T5GemmaForConditionalGeneration(config)
    both.model.encoder.load_state_dict(whole.text_encoder.encoder.state_dict())
    both.save_pretrained(folder)
    whole.tokenizer.save_pretrained(folder)
