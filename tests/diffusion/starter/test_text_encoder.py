"""The starter's text encoder gives what transformers' gives, for the same files."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest
import torch

from riffdesk.diffusion.loading import load_model
from riffdesk.diffusion.starter.text_encoder import TextEncoder, Tokenizer, read_text_encoder, readable
from riffdesk.errors import UserError
from riffdesk.models.layout import read_layout
from riffdesk.models.model_entry import ModelEntry
from riffdesk.models.registry import find_model

FOLDER = find_model("starter").path
ODD = (
    "120",
    "60",
    "180 bpm",
    "C# minor",
    "é",
    "日本",
    "don't",
    "x120",
    "1204",
    "a\u0301",
    "\n",
    "<|endoftext|>",
    "...",
)


def test_hidden_states_are_those_of_transformers_to_the_bit() -> None:
    from transformers import CLIPTextModel

    encoder, missing = read_text_encoder(FOLDER, read_layout(FOLDER).text_encoder, torch.float32)
    theirs = CLIPTextModel.from_pretrained(FOLDER / "text_encoder", dtype=torch.float32).eval()
    tokens = torch.randint(0, 1_475, (3, 77), generator=torch.Generator().manual_seed(1))
    assert missing == []
    with torch.inference_mode():
        assert torch.equal(encoder.eval()(tokens).last_hidden_state, theirs(tokens).last_hidden_state)


def test_tokens_are_those_of_transformers() -> None:
    from transformers import CLIPTokenizer

    ours, theirs = Tokenizer(FOLDER / "tokenizer"), CLIPTokenizer.from_pretrained(FOLDER / "tokenizer")
    words = [*json.loads((FOLDER / "tokenizer" / "vocab.json").read_text()), *ODD]
    chance = random.Random(0)
    for number in range(500):
        text = " ".join(chance.choice(words).replace("</w>", "") for _ in range(number % 10))
        text = text.upper() if number % 3 == 0 else text
        expected = theirs(text, add_special_tokens=False).input_ids
        assert ours(text, add_special_tokens=False).input_ids == expected, text
    assert (len(ours), ours.bos_token_id, ours.eos_token_id, ours.model_max_length) == (
        len(theirs), theirs.bos_token_id, theirs.eos_token_id, theirs.model_max_length,
    )  # fmt: skip


def test_the_starter_has_it_and_a_folder_without_a_weight_is_refused(tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    assert isinstance(load_model(find_model("starter"), device="cpu").text_encoder, TextEncoder)
    folder = tmp_path / "starter"
    shutil.copytree(FOLDER, folder)
    file = folder / "text_encoder" / "model.safetensors"
    weights = load_file(file)
    del weights["final_layer_norm.bias"]
    save_file(weights, file)
    with pytest.raises(UserError, match=r"text_encoder .* not complete: 1 of its weights"):
        load_model(ModelEntry("cut", folder, "folder", "added"), device="cpu")


def test_a_text_encoder_of_another_kind_is_left_to_transformers() -> None:
    config = read_layout(FOLDER).text_encoder
    assert readable(FOLDER, config)
    assert not readable(FOLDER, {**config, "hidden_act": "quick_gelu"})
