"""Recipes, and the JSON in which files carry them along."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.errors import UserError
from riffdesk.sketch.recipe import recipe_json
from riffdesk.sketch.recipe.recipe import Recipe, with_seed
from riffdesk.sketch.recipe.timeline import MAX_SEED, Keyframe

RECIPE = Recipe("starter", (Keyframe(prompt="funk"),), 5.12, 12)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
keyframes = st.builds(
    Keyframe,
    seconds=st.floats(0, 600),
    prompt=texts,
    negative=texts,
    seed=st.integers(0, MAX_SEED),
    denoising=st.floats(0, 1),
    guidance=st.floats(0, 30),
    chords=texts,
)
recipes = st.builds(
    Recipe,
    model=texts,
    keyframes=st.lists(keyframes, min_size=1, max_size=4).map(tuple),
    seconds=st.floats(0.01, 600),
    steps=st.integers(1, 1_000),
    scheduler=texts,
    circular=st.booleans(),
    init=texts,
    mask=texts,
    loras=st.lists(st.tuples(texts, st.floats(-2, 2)), max_size=3).map(tuple),
    quality=st.sampled_from(["draft", "good", "best", "reference"]),
    clips=st.booleans(),
    tempo=st.just(0.0) | st.floats(20, 400),
    beats_per_bar=st.integers(1, 16),
    score=texts,
)


@given(recipes)
def test_a_recipe_comes_back_from_its_text(recipe: Recipe) -> None:
    text = recipe_json.to_text(recipe)
    assert text.isascii()
    assert "\n" not in text
    assert recipe_json.from_text(text) == recipe


def test_the_same_recipe_is_always_the_same_text() -> None:
    whole = replace(RECIPE, seconds=5, keyframes=(Keyframe(seconds=0, guidance=7),), loras=(("tape", 1),))
    other = replace(RECIPE, seconds=5.0, keyframes=(Keyframe(0.0, guidance=np.float64(7)),), loras=(("tape", 1.0),))
    assert recipe_json.to_text(whole) == recipe_json.to_text(other)


def test_a_score_of_a_newer_version_is_left_out_and_one_that_is_none_makes_no_recipe() -> None:
    told = json.loads(recipe_json.to_text(replace(RECIPE, score="notes")))
    assert not recipe_json.has_newer_score(told)
    newer = told | {"score": {"version": recipe_json.SCORE_VERSION + 1, "text": 3}}
    assert recipe_json.from_json(newer) == RECIPE
    assert recipe_json.has_newer_score(newer)
    assert recipe_json.text_has_newer_score(json.dumps(newer))
    for nonsense in ("notes", {"version": 1}, {"text": 1}, ["notes"]):
        with pytest.raises(ValueError, match="score makes no sense"):
            recipe_json.from_json(told | {"score": nonsense})


@pytest.mark.parametrize(
    "found",
    [None, 3, b"x", "", "A song about rain", "{}", "[]", "[" * 100_000, '{"riffdesk recipe": NaN}', "1" * 5_000],
)
def test_what_is_no_recipe_is_none(found: object) -> None:
    assert recipe_json.from_text(found) is None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("riffdesk recipe", 2), ("riffdesk recipe", True), ("model", 3), ("model", None), ("seconds", 0),
        ("seconds", -1), ("seconds", "5"), ("seconds", 1e999), ("steps", 0), ("steps", 1.5), ("steps", 10**6),
        ("scheduler", []), ("circular", 1), ("clips", "yes"), ("loras", {}), ("loras", [["tape"]]),
        ("loras", [["tape", "x"]]), ("tempo", -1), ("tempo", 10_000), ("tempo", "fast"),
        ("beats_per_bar", 0), ("beats_per_bar", 2.5),
        ("loras", [["tape", 1]] * 101), ("keyframes", []), ("keyframes", [None]), ("keyframes", [{"seed": -1}]),
        ("keyframes", [{"guidance": 31}]), ("keyframes", [{}] * 10_001), ("quality", "loud"), ("quality", None),
    ],
)  # fmt: skip
def test_a_recipe_that_makes_no_sense_is_none(key: str, value: Any) -> None:
    told = recipe_json.to_json(RECIPE)
    assert recipe_json.from_text(json.dumps(told)) == RECIPE
    assert recipe_json.from_text(json.dumps({**told, key: value})) is None


@pytest.mark.parametrize("number", ["9" * 400, "-" + "9" * 400, "NaN", "-Infinity", "1e999", "[" * 40 + "]" * 40])
@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("seconds", "@"), ("steps", "@"), ("tempo", "@"), ("beats_per_bar", "@"), ("riffdesk recipe", "@"),
        ("loras", [["tape", "@"]]), ("keyframes", [{"seed": "@"}]), ("keyframes", [{"guidance": "@"}]),
    ],
)  # fmt: skip
def test_a_number_that_no_float_can_hold_makes_a_recipe_none(key: str, value: Any, number: str) -> None:
    text = json.dumps({**recipe_json.to_json(RECIPE), key: value})
    assert recipe_json.from_text(text.replace('"@"', number)) is None
    assert recipe_json.from_text(text.replace('"@"', "20" if key == "tempo" else "1")) is not None


def test_what_an_earlier_riffdesk_did_not_write_has_its_default() -> None:
    told = recipe_json.to_json(RECIPE)
    del told["quality"], told["loras"], told["clips"]
    assert recipe_json.from_json(told) == RECIPE


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("seconds", 0, "longer than 0 seconds, not 0 s"),
        ("seconds", -2.5, "not -2.5 s"),
        ("seconds", float("nan"), "longer than 0 seconds"),
        ("seconds", float("inf"), "longer than 0 seconds"),
        ("steps", 0, "1 to 1,000 steps, not 0"),
        ("steps", 1_001, "not 1001"),
        ("keyframes", (), "no keyframe"),
        ("loras", (("tape", float("nan")),), "LoRA tape is no number"),
    ],
)
def test_a_recipe_of_which_nothing_can_be_made_is_refused(field: str, value: Any, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        replace(RECIPE, **{field: value})


def test_a_variation_moves_all_seeds_alike() -> None:
    recipe = replace(RECIPE, keyframes=(Keyframe(seed=5), Keyframe(1.0, seed=5), Keyframe(2.0, seed=MAX_SEED)))
    assert [one.seed for one in with_seed(recipe, 8).keyframes] == [8, 8, 2]
    assert with_seed(recipe, 5) == recipe
    assert with_seed(recipe, MAX_SEED).keyframes[0].seed == 2**32 - 1
