from __future__ import annotations

import math
from dataclasses import replace

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.diffusion.conditioning import Conditioning
from riffdesk.diffusion.prompt.embeddings import (
    MAX_CHUNKS,
    MAX_TOKENS,
    check_prompt,
    embedding,
    embeddings_of,
    with_absences,
)
from riffdesk.diffusion.prompt.syntax import parse_prompt
from riffdesk.errors import UserError
from tests.diffusion.strips import point, small_model

WEAK = 1 / 1.1


@pytest.mark.parametrize(
    ("prompt", "pieces"),
    [
        ("", []),
        ("slow piano", [("slow piano", 1)]),
        ("(piano)", [("piano", 1.1)]),
        ("[piano]", [("piano", WEAK)]),
        ("(piano:1.3)", [("piano", 1.3)]),
        ("(piano:.5), rain", [("piano", 0.5), (", rain", 1)]),
        ("a ((deep)) [[low]] hum", [("a ", 1), ("deep", 1.21), (" ", 1), ("low", WEAK**2), (" hum", 1)]),
        ("an (old (piano:2)) and [rain (loud)]", [
            ("an ", 1), ("old ", 1.1), ("piano", 2.2), (" and ", 1), ("rain ", WEAK), ("loud", 1)
        ]),
        (r"\(live\) \[1999\] \\", [("(live) [1999] \\", 1)]),
        (r"(live \(take 2\):1.5)", [("live (take 2)", 1.5)]),
        ("(never closed", [("never closed", 1.1)]),
        ("never opened) 4:4 [", [("never opened) 4:4 ", 1)]),
        (":3) x", [(":3) x", 1)]),
        ("(a:1.2.3)", [("a:1.2.3", 1.1)]),
        ("(a:1000) (b:-1000)", [("a", 10), (" ", 1), ("b", -10)]),
        ("(bass: 1.3) (bass:1.3 )", [("bass", 1.3), (" ", 1), ("bass", 1.3)]),
        ("(bass:1,3), (bass : ,5)", [("bass", 1.3), (", ", 1), ("bass ", 0.5)]),
        ("(intro: slow), 4: 3", [("intro: slow", 1.1), (", 4: 3", 1)]),
        ("(bass BREAK drums:1.2)", [("bass", 1.2), ("BREAK", 1), ("drums", 1.2)]),
        ("BREAK a BREAK", [("BREAK", 1), ("a", 1), ("BREAK", 1)]),
        ("<lora:x:0.8> jazz <hypernet:y:1>, <3", [(" jazz , <3", 1)]),
    ],
)  # fmt: skip
def test_weights(prompt: str, pieces: list[tuple[str, float]]) -> None:
    parsed = parse_prompt(prompt)
    assert [text for text, _ in parsed] == [text for text, _ in pieces]
    assert [weight for _, weight in parsed] == pytest.approx([weight for _, weight in pieces])


@given(st.text("ab :()[]>\\.,1", max_size=60))  # without "<": names in angle brackets are left out
def test_any_brackets_give_pieces_with_finite_weights_and_lose_no_letter(prompt: str) -> None:
    parsed = parse_prompt(prompt)
    assert all(math.isfinite(weight) and text for text, weight in parsed)
    assert [one for text, _ in parsed for one in text if one in "ab"] == [one for one in prompt if one in "ab"]


def test_a_plain_prompt_is_what_the_text_encoder_says_of_it() -> None:
    model = small_model()
    tokens = model.tokenizer("jazz piano", padding="max_length", return_tensors="pt").input_ids
    assert torch.equal(embedding(model, "jazz piano"), model.text_encoder(tokens).last_hidden_state)


def test_a_weight_scales_its_words_and_leaves_the_whole_as_strong_as_it_was() -> None:
    model = small_model()
    plain, weighted = embedding(model, "jazz piano"), embedding(model, "jazz (piano:2)")
    ratio = (weighted / plain)[0].mean(dim=1)
    assert ratio[2] / ratio[1] == pytest.approx(2, abs=1e-4)
    assert ratio[3] / ratio[1] == pytest.approx(1, abs=1e-4)
    assert weighted.square().mean().item() == pytest.approx(plain.square().mean().item(), rel=1e-5)
    assert torch.equal(embedding(model, "jazz (piano:1)"), plain)


def test_an_embedding_is_computed_once_for_a_model_and_goes_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    model = small_model(seed=3)
    first = embedding(model, "slow jazz")
    other = embedding(small_model(), "slow jazz")
    assert not torch.equal(first, other)
    monkeypatch.setattr(model, "text_encoder", None)
    assert embedding(model, "slow jazz") is first
    with pytest.raises(TypeError):
        embedding(model, "something else")


def test_a_long_prompt_is_read_in_chunks_with_every_word_heard() -> None:
    model = small_model()
    words = "jazz " * 75
    assert embedding(model, words).shape[1] == 77
    long = embedding(model, words + "drums")
    assert long.shape[1] == 2 * 77
    assert torch.equal(long[:, :77], embedding(model, words))
    assert torch.equal(long[:, 77:], embedding(model, "drums"))


def test_unequal_lengths_go_on_with_the_empty_prompt() -> None:
    model = small_model()
    long = "jazz " * 80
    asked = Conditioning(point(prompt="drums", negative=long), point(prompt=long, negative=""), 0.25)
    prompt, negative = embeddings_of(model, asked)
    short = torch.cat([embedding(model, "drums"), embedding(model, "")], dim=1)
    torch.testing.assert_close(prompt, short + 0.25 * (embedding(model, long) - short))
    empty = torch.cat([embedding(model, "")] * 2, dim=1)
    torch.testing.assert_close(negative, embedding(model, long) + 0.25 * (empty - embedding(model, long)))


ABSENCES = {"drums": "no drums", "drum kit": "no drums", "bass": "no bass"}


@pytest.mark.parametrize(
    ("prompt", "negative", "said"),
    [
        ("techno", "", "techno"),
        ("techno", "drums", "techno, no drums"),
        ("(techno:1.2)", "DRUMS", "(techno:1.2), no drums"),
        ("techno", "hiss, (drum  kit:1.4) & bass", "techno, no drums, no bass"),
        ("techno", "drums and drum kit", "techno, no drums"),
        ("", "drums", "no drums"),
        ("house drums", "rock drums", "house drums"),  # these are to go, not all
        ("techno", "drumstick", "techno"),
        ("techno", "piano, (drums:-1)", "techno"),
    ],
)
def test_a_negative_prompt_is_also_told_in_words_of_absence(prompt: str, negative: str, said: str) -> None:
    assert with_absences(prompt, negative, ABSENCES) == said
    assert with_absences(prompt, negative, {}) == prompt


def test_a_model_with_words_of_absence_hears_them_in_the_prompt_and_keeps_away_from_the_rest() -> None:
    model = small_model()
    asked = Conditioning(point(prompt="jazz", negative="drums"), point(prompt="jazz", negative="slow"), 0.25)
    plain, _ = embeddings_of(model, asked)
    assert torch.equal(plain, embedding(model, "jazz"))
    prompt, negative = embeddings_of(replace(model, absences={"drums": "no drums"}), asked)
    without, jazz = embedding(model, "jazz, no drums"), embedding(model, "jazz")
    assert not torch.equal(without, jazz)
    torch.testing.assert_close(prompt, without + 0.25 * (jazz - without))
    torch.testing.assert_close(
        negative, embedding(model, "drums") + 0.25 * (embedding(model, "slow") - embedding(model, "drums"))
    )


@pytest.mark.parametrize("prompt", ["", "   ", "\U0001f3b9\U0001f941 jazz", "ピアノ", "\ud83d", "(", "\0"])
def test_any_text_is_a_prompt(prompt: str) -> None:
    assert bool(embedding(small_model(), prompt).isfinite().all())


def test_ten_thousand_words_are_refused_with_what_would_do() -> None:
    with pytest.raises(UserError, match=rf"10,000 words make 10,000 tokens, and {MAX_TOKENS} are the most"):
        check_prompt(small_model(), "jazz " * 10_000)


def test_break_begins_a_new_chunk() -> None:
    model = small_model()
    both = embedding(model, "slow jazz BREAK drums")
    assert both.shape[1] == 2 * 77
    assert torch.equal(both[:, :77], embedding(model, "slow jazz"))
    assert torch.equal(both[:, 77:], embedding(model, "drums"))
    assert torch.equal(embedding(model, "slow jazz BREAK"), embedding(model, "slow jazz"))
    assert torch.equal(embedding(model, "BREAKBEAT"), embedding(model, "breakbeat"))  # CLIP reads small letters
    with pytest.raises(UserError, match=f"40 chunks, and {MAX_CHUNKS} are the most"):
        check_prompt(model, " BREAK ".join(["jazz"] * 40))


def test_a_mark_for_a_lora_is_no_word() -> None:
    model = small_model()
    assert torch.equal(embedding(model, "jazz<lora:funk:0.8>"), embedding(model, "jazz"))
