"""Prompts with their settings, as AUTOMATIC1111's web UI writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.sketch.recipe.infotext import infotext_in, recipe_in

WHOLE = (
    "slow jazz,\n(piano:1.2)\nNegative prompt: drums,\nhiss\nSteps: 20, Sampler: DPM++ 2M, Schedule type: Karras, "
    'CFG scale: 7, Seed: 1234567, Size: 512x512, Model: riffusion-model-v1, Hashes: "a: 1, b: 2", Version: 1.9'
)


def test_prompt_negative_prompt_and_settings_are_taken_apart() -> None:
    told = infotext_in(WHOLE)
    assert told is not None
    assert (told.prompt, told.negative) == ("slow jazz,\n(piano:1.2)", "drums,\nhiss")
    assert (told.steps, told.scheduler, told.guidance, told.seed) == (20, "DPM++ 2M Karras", 7.0, 1234567)
    assert told.model == "riffusion-model-v1"


def test_prompts_are_shared_without_settings_and_without_a_negative_prompt() -> None:
    pair = infotext_in("funk\nNegative prompt: drums")
    assert pair is not None
    assert (pair.prompt, pair.negative, pair.steps) == ("funk", "drums", None)
    alone = infotext_in("funk\nSteps: 8, Sampler: Euler a, Seed: 3")
    assert alone is not None
    assert (alone.prompt, alone.negative, alone.seed) == ("funk", "", 3)


@pytest.mark.parametrize(
    "text", ["funk", "", "a negative prompt: none", "Seed: 5, Steps: 20", None, 7, "x" * 2_000_000]
)
def test_other_texts_are_none_of_those(text: object) -> None:
    assert infotext_in(text) is None


def test_values_that_make_no_sense_are_left_out() -> None:
    told = infotext_in("funk\nSteps: 99999999, CFG scale: 900, Seed: -1, Denoising strength: nan, Model: m")
    assert told is not None
    assert (told.steps, told.guidance, told.seed, told.denoising) == (None, None, None, None)
    assert recipe_in("funk\nSteps: 20, Seed: 99999999999999999999, Model: m", 5.12) is None


def test_an_image_with_model_seed_and_steps_has_a_recipe() -> None:
    recipe = recipe_in(WHOLE, 5.12)
    assert recipe is not None
    assert (recipe.model, recipe.steps, recipe.scheduler, recipe.seconds) == (
        "riffusion-model-v1",
        20,
        "DPM++ 2M Karras",
        5.12,
    )
    assert (recipe.keyframes[0].seed, recipe.keyframes[0].guidance) == (1234567, 7.0)
    assert recipe_in("funk\nSteps: 20, Seed: 5", 5.12) is None


@given(st.text(max_size=300), st.text(max_size=100), st.text(max_size=200))
def test_no_text_at_all_raises(prompt: str, negative: str, settings: str) -> None:
    infotext_in(prompt)
    recipe_in(f"{prompt}\nNegative prompt: {negative}\nSteps: 20, Model: m, Seed: 1, {settings}", 5.0)
