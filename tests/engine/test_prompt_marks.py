"""Marks in a recipe's prompts: LoRAs for this riff, and words that change on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from riffdesk.engine.loaded_model import model_of, modification_times, unload
from riffdesk.engine.prompt_marks import loras_of, with_word_changes
from riffdesk.models.registry import add_model
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe, Walk
from tests.diffusion.tiny import tiny_folder
from tests.models.checkpoints import write_lora


def recipe(*prompts: str, seconds: float = 8.0, loras: tuple[tuple[str, float], ...] = ()) -> Recipe:
    step = seconds / len(prompts)
    keyframes = tuple(Keyframe(number * step, prompt) for number, prompt in enumerate(prompts))
    return Recipe("tiny", keyframes, seconds, 20, loras=loras)


def test_a_prompt_names_loras_for_its_riff(tmp_path: Path) -> None:
    add_model(write_lora(tmp_path / "funk.safetensors"))
    assert loras_of(recipe("jazz")) == ()
    assert loras_of(recipe("jazz <lora:Funk:0.5>", "<lora:funk:2>")) == (("funk", 0.5),)
    assert loras_of(recipe("jazz <lora:funk:0.5>", loras=(("funk", 1.0),))) == (("funk", 1.0),)
    assert loras_of(recipe("jazz <lora:tiny:1> <lora:gone:1>")) == ()


def test_a_lora_of_a_prompt_changes_the_model(tmp_path: Path) -> None:
    add_model(tiny_folder())
    path = write_lora(tmp_path / "funk.safetensors")
    add_model(path)
    try:
        plain = model_of(recipe("jazz")).unet.state_dict()
        added = model_of(recipe("jazz <lora:funk:1>")).unet.state_dict()
    finally:
        unload()
    assert any(bool((plain[name] != added[name]).any()) for name in plain)
    assert modification_times(recipe("<lora:funk:1>"))[1] == path.stat().st_mtime


def test_words_walk_to_those_that_take_their_place() -> None:
    walk = Walk(with_word_changes(recipe("slow [piano:drums:0.5]")))
    places = [walk.at(seconds) for seconds in (0, 2, 4, 6)]
    assert [(one.start.prompt, one.end.prompt, one.alpha) for one in places] == [
        ("slow piano", "slow drums", 0),
        ("slow piano", "slow drums", 0.5),
        ("slow drums", "slow drums", 0),
        ("slow drums", "slow drums", 0),
    ]


def test_each_keyframes_words_change_on_its_own_way() -> None:
    changed = with_word_changes(recipe("[a:b:5] [c:d:0.5]", "e"))
    assert [(one.seconds, one.prompt) for one in changed] == [(0, "a c"), (1, "b c"), (2, "b d"), (4, "e")]


def test_a_negative_prompt_changes_as_well_and_what_goes_evenly_goes_on() -> None:
    keyframes = (Keyframe(0, "x", "[a:0.5]", denoising=1, guidance=4), Keyframe(2, "x", denoising=0, guidance=8))
    changed = with_word_changes(Recipe("tiny", keyframes, 2.0, 20))
    assert [(one.negative, one.guidance, one.denoising) for one in changed] == [("", 4, 1), ("a", 6, 0.5), ("", 8, 0)]


@pytest.mark.parametrize("prompt", ["slow piano", "[piano] (x:1.2)", "[a:b]"])
def test_prompts_without_changes_are_as_they_were(prompt: str) -> None:
    asked = recipe(prompt, "drums")
    assert with_word_changes(asked) is asked.keyframes
