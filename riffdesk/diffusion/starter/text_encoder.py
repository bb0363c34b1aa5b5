"""The starter's text encoder and tokenizer, without transformers, whose import takes longer than a riff's first steps.

The networks are those of transformers' ``CLIPTextModel`` (Radford et al. 2021), with the same names, weights and
results. The files stay readable for transformers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer as FileTokenizer
from torch import Tensor, nn
from torch.nn import functional

from riffdesk.models import layout
from riffdesk.models.files.weights import weights_of

_ACTIVATION = "gelu"


@dataclass(frozen=True)
class TextConfig:
    """Sizes of a `TextEncoder`; the names are those in ``config.json``."""

    hidden_size: int
    intermediate_size: int
    num_attention_heads: int
    num_hidden_layers: int
    vocab_size: int
    max_position_embeddings: int
    layer_norm_eps: float


@dataclass(frozen=True, eq=False)
class TextOutput:
    """Output of a `TextEncoder`: hidden states ``[n, tokens, width]`` after the last layer."""

    last_hidden_state: Tensor


class _Embeddings(nn.Module):
    def __init__(self, config: TextConfig) -> None:
        super().__init__()
        self.token_embedding = nn.Embedding(config.vocab_size, config.hidden_size)
        self.position_embedding = nn.Embedding(config.max_position_embeddings, config.hidden_size)

    def forward(self, tokens: Tensor) -> Tensor:
        positions = torch.arange(tokens.shape[-1], device=tokens.device)[None]
        embedded: Tensor = self.token_embedding(tokens) + self.position_embedding(positions)
        return embedded


class _Attention(nn.Module):
    """Self-attention of each token to itself and those before it."""

    def __init__(self, config: TextConfig) -> None:
        super().__init__()
        self.heads, width = config.num_attention_heads, config.hidden_size
        self.k_proj, self.v_proj, self.q_proj, self.out_proj = (nn.Linear(width, width) for _ in range(4))

    def forward(self, states: Tensor) -> Tensor:
        query, key, value = (
            layer(states).view(*states.shape[:-1], self.heads, -1).transpose(1, 2)
            for layer in (self.q_proj, self.k_proj, self.v_proj)
        )
        heard = functional.scaled_dot_product_attention(
            query, key, value, is_causal=True, scale=query.shape[-1] ** -0.5
        )
        attended: Tensor = self.out_proj(heard.transpose(1, 2).contiguous().reshape(states.shape))
        return attended


class _Mlp(nn.Module):
    def __init__(self, config: TextConfig) -> None:
        super().__init__()
        self.fc1 = nn.Linear(config.hidden_size, config.intermediate_size)
        self.fc2 = nn.Linear(config.intermediate_size, config.hidden_size)

    def forward(self, states: Tensor) -> Tensor:
        changed: Tensor = self.fc2(functional.gelu(self.fc1(states)))
        return changed


class _Layer(nn.Module):
    def __init__(self, config: TextConfig) -> None:
        super().__init__()
        self.self_attn = _Attention(config)
        self.layer_norm1 = nn.LayerNorm(config.hidden_size, eps=config.layer_norm_eps)
        self.mlp = _Mlp(config)
        self.layer_norm2 = nn.LayerNorm(config.hidden_size, eps=config.layer_norm_eps)

    def forward(self, states: Tensor) -> Tensor:
        states = states + self.self_attn(self.layer_norm1(states))
        changed: Tensor = states + self.mlp(self.layer_norm2(states))
        return changed


class _Encoder(nn.Module):
    def __init__(self, config: TextConfig) -> None:
        super().__init__()
        self.layers = nn.ModuleList(_Layer(config) for _ in range(config.num_hidden_layers))

    def forward(self, states: Tensor) -> Tensor:
        for layer in self.layers:
            states = layer(states)
        return states


class TextEncoder(nn.Module):
    """A transformer from tokens to hidden states ``[n, tokens, hidden_size]``."""

    def __init__(self, config: TextConfig) -> None:
        super().__init__()
        self.config = config
        self.embeddings = _Embeddings(config)
        self.encoder = _Encoder(config)
        self.final_layer_norm = nn.LayerNorm(config.hidden_size, eps=config.layer_norm_eps)

    def get_input_embeddings(self) -> nn.Module:
        """Return the embedding of tokens."""
        return self.embeddings.token_embedding

    def forward(self, tokens: Tensor) -> TextOutput:
        """Return the hidden states of tokens ``[n, tokens]``."""
        return TextOutput(self.final_layer_norm(self.encoder(self.embeddings(tokens))))


class Tokenizer:
    """Tokens of words, from a folder with ``tokenizer.json``."""

    def __init__(self, folder: Path) -> None:
        settings = layout.read_json(folder / "tokenizer_config.json")
        self._tokenizer = FileTokenizer.from_buffer((folder / "tokenizer.json").read_bytes())
        self.model_max_length = int(settings["model_max_length"])
        self.bos_token_id = self._tokenizer.token_to_id(settings["bos_token"])
        self.eos_token_id = self._tokenizer.token_to_id(settings["eos_token"])

    def __call__(self, text: str, *, add_special_tokens: bool = True, verbose: bool = True) -> Any:
        """Return the tokens of a text as ``input_ids``; ``verbose`` is for transformers' tokenizers."""
        return _Tokens(self._tokenizer.encode(text, add_special_tokens=add_special_tokens).ids)

    def __len__(self) -> int:
        """Return the number of tokens in the vocabulary."""
        return int(self._tokenizer.get_vocab_size())


@dataclass(frozen=True)
class _Tokens:
    input_ids: list[int]


def readable(folder: Path, config: Mapping[str, Any]) -> bool:
    """Whether a model's text encoder and tokenizer can be read here: the starter's kind, with safe weights.

    Parameters
    ----------
    folder : Path
        The model's.
    config : mapping
        Its text encoder's.
    """
    sizes = TextConfig.__dataclass_fields__
    names = [folder / "tokenizer" / name for name in ("tokenizer.json", "tokenizer_config.json")]
    if not all(path.is_file() for path in names) or not weights_of(folder, "text_encoder").safe:
        return False
    settings = layout.read_json(names[1])
    tokens = all(isinstance(settings.get(name), str) for name in ("bos_token", "eos_token"))
    return (
        config.get("hidden_act") == _ACTIVATION
        and all(name in config for name in sizes)
        and tokens
        and isinstance(settings.get("model_max_length"), int)
    )


def read_text_encoder(folder: Path, config: Mapping[str, Any], dtype: torch.dtype) -> tuple[TextEncoder, list[str]]:
    """Return a model's text encoder, and the names of weights that its files lack.

    Raises
    ------
    RuntimeError
        If weights are of another shape.
    """
    with torch.random.fork_rng(devices=[]):  # initial weights are drawn, and replaced
        encoder = TextEncoder(TextConfig(**{name: config[name] for name in TextConfig.__dataclass_fields__}))
    weights: dict[str, Tensor] = {}
    for name in weights_of(folder, "text_encoder").names:
        if not name.endswith("json"):
            weights |= load_file(folder / "text_encoder" / name)
    stripped = {name.removeprefix("text_model."): tensor.to(dtype) for name, tensor in weights.items()}
    names = encoder.state_dict().keys()
    encoder.load_state_dict({name: stripped[name] for name in names & stripped.keys()}, strict=False, assign=True)
    return encoder, sorted(names - stripped.keys())
