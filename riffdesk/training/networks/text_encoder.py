"""Text encoder of the starter model: a CLIP tokenizer for the words of captions, and a small CLIP text encoder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from riffdesk.compose.vocabulary import HIGHEST_BPM, LOWEST_BPM
from riffdesk.training.clips.captions import caption_words

if TYPE_CHECKING:
    from riffdesk.training.config import DenoiserConfig

LENGTH = 77
_TEMPOS = range(LOWEST_BPM, HIGHEST_BPM + 1)
_START, _END = "<|startoftext|>", "<|endoftext|>"


def write_tokenizer(folder: Path) -> Any:
    """Write a tokenizer in CLIP's format and return it.

    Byte-pair merges are learned (Sennrich et al. 2016) on the words of the captions until each is one token. Every
    byte is a token too, so that any text can be encoded. CLIP's tokenizer splits numbers into digits; tempos are added
    as tokens, so that 119 and 120 can have similar embeddings.
    """
    from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers
    from transformers import CLIPTokenizer

    learner = Tokenizer(models.BPE(end_of_word_suffix="</w>"))
    learner.normalizer = normalizers.Lowercase()
    learner.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r"[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"), behavior="removed", invert=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False),
        ]
    )
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    tokens = [*letters, *(letter + "</w>" for letter in letters)]
    learner.train_from_iterator(
        caption_words(),
        trainers.BpeTrainer(
            vocab_size=100_000,
            min_frequency=1,
            end_of_word_suffix="</w>",
            # The order matters: of equally frequent pairs, the one with the lower token ids is merged.
            special_tokens=tokens,
            show_progress=False,
        ),
    )
    trained = json.loads(learner.to_str())["model"]
    initial = set(tokens)
    tokens += [token for token, _ in sorted(trained["vocab"].items(), key=lambda item: item[1]) if token not in initial]
    vocabulary = {token: number for number, token in enumerate([*tokens, _START, _END])}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
    merges = [merge if isinstance(merge, str) else " ".join(merge) for merge in trained["merges"]]
    (folder / "merges.txt").write_text("\n".join(["#version: 0.2", *merges]) + "\n", encoding="utf-8")
    tokenizer = CLIPTokenizer.from_pretrained(folder, model_max_length=LENGTH)
    tokenizer.add_tokens([AddedToken(str(bpm), normalized=False) for bpm in _TEMPOS])
    tokenizer.save_pretrained(folder)
    return CLIPTokenizer.from_pretrained(folder)


def open_tokenizer(folder: Path) -> Any:
    """Return the tokenizer in a folder, which is written first if there is none."""
    from transformers import CLIPTokenizer

    return CLIPTokenizer.from_pretrained(folder) if (folder / "vocab.json").is_file() else write_tokenizer(folder)


def new_text_encoder(settings: DenoiserConfig, tokenizer: Any) -> Any:
    """Return an untrained CLIP text encoder for a tokenizer."""
    from transformers import CLIPTextConfig, CLIPTextModel

    width = settings.text_width
    encoder = CLIPTextModel(
        CLIPTextConfig(
            vocab_size=len(tokenizer),
            hidden_size=width,
            intermediate_size=4 * width,
            projection_dim=width,
            num_hidden_layers=settings.text_layers,
            num_attention_heads=max(1, width // 32),
            max_position_embeddings=LENGTH,
            hidden_act="gelu",
            bos_token_id=tokenizer.bos_token_id,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
            attention_dropout=0.0,
        )
    )
    _place_tempos(encoder, tokenizer)
    return encoder


def _place_tempos(encoder: Any, tokenizer: Any) -> None:
    """Initialise the tempos' embeddings on a smooth curve, so that neighbouring tempos learn together."""
    import torch

    table = encoder.get_input_embeddings().weight
    octaves = torch.log2(torch.tensor(_TEMPOS, dtype=torch.float32) / _TEMPOS[0])
    angles = torch.outer(octaves, 2.0 ** torch.arange(6)) * torch.pi / 2
    waves = torch.cat([angles.sin(), angles.cos()], dim=1)
    spread = table.std()
    with torch.no_grad():
        rows = table[-1].repeat(len(_TEMPOS), 1)
        rows[:, : waves.shape[1]] = 2 * spread * waves[:, : table.shape[1]]
        table[tokenizer.convert_tokens_to_ids([str(bpm) for bpm in _TEMPOS])] = rows


def tokenize(tokenizer: Any, texts: list[str]) -> Any:
    """Return token ids ``[n, 77]``, padded and cut."""
    return tokenizer(texts, padding="max_length", max_length=LENGTH, truncation=True, return_tensors="pt").input_ids
