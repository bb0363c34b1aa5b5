"""Textual inversions: words of the user's own in prompts."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file

from riffdesk.diffusion.loading import load_model
from riffdesk.diffusion.prompt.embeddings import check_prompt, embedding
from riffdesk.engine.loaded_model import model_of, modification_times, unload
from riffdesk.engine.prompt_marks import inversions_of
from riffdesk.errors import UserError
from riffdesk.models.files.textual_inversion import read_inversions, split_at_inversions
from riffdesk.models.model_entry import ModelEntry
from riffdesk.models.registry import add_model, describe, find_model, models
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from tests.diffusion.strips import small_model
from tests.diffusion.tiny import tiny_entry, tiny_folder

WIDTH = 16
VECTORS = torch.randn(3, WIDTH, generator=torch.Generator().manual_seed(5))


class ParameterDict(torch.nn.Module):
    """As the paper's own program stores vectors: in a module."""

    def __init__(self) -> None:
        super().__init__()
        self.register_parameter("*", torch.nn.Parameter(VECTORS))


FILES: dict[str, tuple[str, Any]] = {
    "a1111 safetensors": ("tape.safetensors", {"emb_params": VECTORS}),
    "a1111 pt": (
        "tape.pt",
        {
            "string_to_token": {"*": 265},
            "string_to_param": {"*": VECTORS},
            "name": "tape",
            "step": 7,
            "sd_checkpoint": None,
        },
    ),
    "the paper's": ("tape.pt", {"string_to_token": {"*": torch.tensor(265)}, "string_to_param": ParameterDict()}),
    "diffusers": ("tape.bin", {"<tape>": VECTORS}),
    "diffusers safetensors": ("tape.safetensors", {"<tape>": VECTORS}),
}


def write(folder: Path, name: str, content: Any) -> Path:
    path = folder / name
    if path.suffix == ".safetensors":
        save_file(content, path)
    else:
        torch.save(content, path)
    return path


@pytest.mark.parametrize(("name", "content"), FILES.values(), ids=FILES.keys())
def test_a_file_of_any_program_becomes_a_word(tmp_path: Path, name: str, content: Any) -> None:
    path = write(tmp_path, name, content)
    entry = add_model(path)
    assert (entry.name, entry.kind) == ("tape", "embedding")
    assert describe(entry).columns == 0
    model = load_model(tiny_entry(), words=[(entry.name, entry.path)])
    torch.testing.assert_close(model.words["tape"], VECTORS)


def test_a_vector_alone_is_a_word_of_one_token(tmp_path: Path) -> None:
    path = write(tmp_path, "tape.bin", {"<tape>": VECTORS[0]})
    assert read_inversions([("tape", path)], WIDTH)["tape"].shape == (1, WIDTH)


def test_a_word_is_heard_as_its_vectors_wherever_it_stands() -> None:
    plain = small_model()
    table = plain.text_encoder.get_input_embeddings().weight
    (jazz,) = plain.tokenizer("jazz", add_special_tokens=False).input_ids
    # A word with the vectors of another one is that one.
    model = replace(plain, words={"my tape": table[[jazz, jazz]].clone(), "tape": table[[jazz]].clone()})
    assert torch.equal(embedding(model, "slow Tape, drums"), embedding(plain, "slow jazz, drums"))
    assert torch.equal(embedding(model, "my tape"), embedding(plain, "jazz jazz"))
    assert torch.equal(embedding(model, "slow (tape:1.3)"), embedding(plain, "slow (jazz:1.3)"))
    assert torch.equal(embedding(model, "tapes"), embedding(plain, "tapes"))
    assert torch.equal(embedding(model, "piano"), embedding(plain, "piano"))
    other = replace(plain, words={"tape": VECTORS})
    assert not torch.equal(embedding(other, "tape"), embedding(plain, "tape"))


def test_vectors_count_as_tokens() -> None:
    model = replace(small_model(), words={"tape": VECTORS})
    assert embedding(model, "tape " * 25).shape[1] == 77
    assert embedding(model, "tape " * 26).shape[1] == 2 * 77
    with pytest.raises(UserError, match="201 words make 603 tokens"):
        check_prompt(model, "tape " * 201)


def test_parts_keep_all_text() -> None:
    words = {"tape": VECTORS, "c++ (live)": VECTORS[:1]}
    assert split_at_inversions("a tape, tapes", {}) == ["a tape, tapes"]
    assert "".join(map(str, split_at_inversions("a pıxel and a PİXEL", {"pixel": VECTORS}))) == "a pıxel and a PİXEL"
    parts = split_at_inversions("a tape, tapes C++ (live)", words)
    assert [part if isinstance(part, str) else len(part) for part in parts] == ["a ", 3, ", tapes ", 1]


def test_a_word_of_another_width_stays_plain_text(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = write(tmp_path, "jazz.safetensors", {"emb_params": torch.ones(2, 1024)})
    with caplog.at_level(logging.WARNING):
        assert read_inversions([("jazz", path)], WIDTH) == {}
    assert "made for words of width 1024" in caplog.text


@pytest.mark.parametrize("content", [{"emb_params": torch.full((2, 16), torch.nan)}, {"emb_params": torch.ones(0, 16)}])
def test_what_holds_no_vectors_is_a_sentence(tmp_path: Path, content: Any) -> None:
    with pytest.raises(UserError, match="no vectors of a word"):
        read_inversions([("tape", write(tmp_path, "tape.safetensors", content))], WIDTH)


def test_one_for_stable_diffusion_xl_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, "tape.safetensors", {"clip_l": torch.ones(2, 768), "clip_g": torch.ones(2, 1280)})
    with pytest.raises(UserError, match="made for a Stable Diffusion XL model"):
        add_model(path)


def test_a_word_is_no_model(tmp_path: Path) -> None:
    path = write(tmp_path, "tape.safetensors", {"emb_params": VECTORS})
    with pytest.raises(UserError, match="a word for prompts, and no model"):
        load_model(ModelEntry("tape", path, "embedding", "added"))


def test_a_word_is_no_lora(tmp_path: Path) -> None:
    path = write(tmp_path, "tape.safetensors", {"emb_params": VECTORS})
    with pytest.raises(UserError, match="is a textual inversion: a word for prompts, and no LoRA"):
        load_model(tiny_entry(), loras=[(path, 1.0)])


def test_a_recipe_loads_the_words_that_its_prompts_have(tmp_path: Path) -> None:
    add_model(tiny_folder())
    path = write(tmp_path, "tape.safetensors", {"emb_params": VECTORS})
    add_model(path)
    assert find_model("tape") in models()
    recipe = Recipe("tiny", (Keyframe(prompt="slow TAPE"),), 1.0, 2)
    assert inversions_of(recipe) == (("tape", path),)
    assert inversions_of(replace(recipe, keyframes=(Keyframe(prompt="slow"),))) == ()
    assert inversions_of(replace(recipe, keyframes=(Keyframe(negative="tape"),))) == (("tape", path),)
    assert modification_times(recipe)[1] == path.stat().st_mtime
    try:
        assert model_of(recipe).words.keys() == {"tape"}
    finally:
        unload()
