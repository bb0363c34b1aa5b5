"""A tiny Stable Audio 3 with random weights and all its components, of the real classes."""

from __future__ import annotations

import atexit
import shutil
import tempfile
import warnings
from functools import cache
from pathlib import Path
from typing import Any

from riffdesk.models.model_entry import ModelEntry
from riffdesk.models.registry import add_model

RATE, PER_LATENT, LATENTS = 44_100, 1024, 8
"""Samples per second, samples per latent, and channels of a latent."""
LONGEST = 6.0
"""Seconds of its longest riff."""


@cache
def tiny_stable_audio(*, tuned: bool = True, channels: int = 2) -> Path:
    """Return the model's folder, made at the first call in this process and gone at its end. Do not write to it.

    Parameters
    ----------
    tuned : bool
        Whether its scheduler adds noise at each step, as that of the model for few steps; else it is a base model.
    channels : int
        Channels of its sound.
    """
    folder = Path(tempfile.mkdtemp(prefix="riffdesk-tiny-")) / "tiny-audio"
    atexit.register(shutil.rmtree, folder.parent, ignore_errors=True)
    pipeline(tuned=tuned, channels=channels).save_pretrained(folder)
    return folder


def add_stable_audio(*, tuned: bool = True, channels: int = 2) -> ModelEntry:
    """Add the tiny model to the models of this test's home; it is called tiny-audio."""
    return add_model(tiny_stable_audio(tuned=tuned, channels=channels))


def pipeline(*, tuned: bool = True, channels: int = 2) -> Any:
    """Return a new pipeline of diffusers, always with the same weights."""
    import torch
    from diffusers import AutoencoderSAME, FlowMatchEulerDiscreteScheduler, StableAudio3DiTModel, StableAudio3Pipeline
    from diffusers.pipelines.stable_audio_3.modeling_stable_audio_3 import StableAudio3DurationEmbedder

    width = 16
    tokenizer = _tokenizer()
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        text_encoder = _text_encoder(len(tokenizer), width)
        embedder = StableAudio3DurationEmbedder(output_dim=width, fourier_dim=8, max_val=LONGEST)
        transformer = StableAudio3DiTModel(
            io_channels=LATENTS,
            embed_dim=width,
            depth=2,
            num_heads=2,
            cond_token_dim=width,
            global_cond_dim=width,
            local_add_cond_dim=1 + LATENTS,
            timestep_features_dim=8,
            ff_mult=2.0,
            num_memory_tokens=3,
        )
        vae = _quiet(
            AutoencoderSAME,
            audio_channels=channels,
            patch_size=PER_LATENT // 16,
            encoder_channels=16,
            encoder_c_mults=(2,),
            encoder_strides=(16,),
            encoder_transformer_depths=(2,),
            latent_dim=LATENTS,
            dim_heads=16,
            sampling_rate=RATE,
        )
        with torch.no_grad():  # many of its weights begin at zero, which would hide most of the network
            for network in (transformer, vae):
                for name, weight in network.named_parameters():
                    if not weight.any() or name.endswith("new_tokens"):
                        weight.normal_(std=0.1)
            for name, weight in transformer.named_parameters():
                if "cond_embed" in name or "cross_attn" in name or "local_embed" in name:
                    weight *= 2  # words and kept sound change the result enough to be heard
            transformer.proj_out.weight *= 0.2
    scheduler = FlowMatchEulerDiscreteScheduler(num_train_timesteps=1, stochastic_sampling=tuned)
    return StableAudio3Pipeline(
        vae=vae,
        text_encoder=text_encoder,
        tokenizer=tokenizer,
        duration_embedder=embedder,
        transformer=transformer,
        scheduler=scheduler,
    )


def _quiet(kind: Any, **sizes: Any) -> Any:
    """Return a network of diffusers that uses torch's older weight norm, without the warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        return kind(**sizes)


def _tokenizer() -> Any:
    from transformers import GemmaTokenizer

    tokens = ["<pad>", "<eos>", "<bos>", "<unk>", "<mask>", *(chr(code) for code in range(32, 127)), "▁"]
    return GemmaTokenizer(vocab={token: number for number, token in enumerate(tokens)}, merges=[], model_max_length=64)


def _text_encoder(words: int, width: int) -> Any:
    from transformers import T5GemmaConfig, T5GemmaEncoderModel, T5GemmaModuleConfig

    sizes = {
        "vocab_size": words,
        "hidden_size": width,
        "intermediate_size": 2 * width,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "num_key_value_heads": 1,
        "head_dim": 8,
        "query_pre_attn_scalar": 8,
    }
    encoder, decoder = T5GemmaModuleConfig(**sizes), T5GemmaModuleConfig(**sizes, is_decoder=True)
    config = T5GemmaConfig(encoder=encoder, decoder=decoder, is_encoder_decoder=False, vocab_size=words)
    return T5GemmaEncoderModel(config)
