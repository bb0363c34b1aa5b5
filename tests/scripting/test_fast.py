"""``fast``: four settings that change together, and any of them that is given itself."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

import riffdesk
from riffdesk.errors import Cancelled, UserError
from riffdesk.models.registry import add_model, remove_model
from riffdesk.progress import Step
from riffdesk.scripting.jam import jam_request
from riffdesk.scripting.requests import request_of, timeline_of, walk_of
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import empty_state
from riffdesk.store.project.saving import SaveRequest, save_project
from tests.engine.riffs import PARAMS, add_tiny
from tests.models.checkpoints import write_lora


@pytest.fixture(autouse=True)
def loras(tmp_path: Path) -> None:
    add_tiny()
    for name in ("lcm-lora", "funk"):
        add_model(write_lora(tmp_path / f"{name}.safetensors"))


def recipe(**options: object) -> Recipe:
    return request_of("jazz", model="tiny", **options).recipe  # type: ignore[arg-type]


def test_a_riff_is_made_in_four_steps_and_again_from_its_file(tmp_path: Path) -> None:
    steps: list[str] = []
    riff = riffdesk.render(
        "jazz",
        seconds=0.5,
        model="tiny",
        fast=True,
        loras=[("funk", 0.5)],
        on_step=lambda step: steps.append(step.what),
    )
    assert "Step 4 of 4" in steps
    made = riff.recipe
    assert (made.scheduler, made.steps, made.keyframes[0].guidance) == ("LCM", 4, 1.0)
    assert made.loras == (("funk", 0.5), ("lcm-lora", 1.0))
    riff.save(tmp_path / "fast.wav", subtype="FLOAT")
    again = riffdesk.render(init=tmp_path / "fast.wav", denoising=1.0)
    assert again.recipe.loras == made.loras
    same = riffdesk.render("jazz", seconds=0.5, model="tiny", scheduler="LCM", steps=4, guidance=1.0, loras=made.loras)
    assert same.recipe == made
    assert np.array_equal(same.audio, riff.audio)
    slow = riffdesk.render("jazz", seconds=0.5, model="tiny", scheduler="LCM", steps=4, guidance=1.0)
    assert not np.array_equal(slow.audio, riff.audio)


@pytest.mark.parametrize("steps", [1, 3, 8, 50])
def test_steps_guidance_and_the_weight_of_the_lora_may_be_others(steps: int) -> None:
    asked = recipe(fast=True, steps=steps, guidance=1.5, loras=[("lcm-lora", 0.8)])
    assert (asked.steps, asked.keyframes[0].guidance, asked.loras) == (steps, 1.5, (("lcm-lora", 0.8),))


def test_a_lora_with_a_weight_of_nothing_is_added() -> None:
    assert recipe(fast=True, loras=[("funk", 0.5), ("lcm-lora", 0.0)]).loras == (("funk", 0.5), ("lcm-lora", 1.0))


def test_a_lora_in_the_prompt_is_not_added_twice() -> None:
    asked = request_of("jazz <lora:lcm-lora:0.9>", model="tiny", fast=True).recipe
    assert asked.loras == ()
    assert asked.scheduler == "LCM"


def test_what_does_not_fit_is_said(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    recipe(fast=True)
    assert caplog.messages == []
    recipe(fast=True, negative="drums")
    assert caplog.messages.pop() == "The negative prompt has no effect at a guidance of 1 or less."
    recipe(fast=True, guidance=7.0)
    assert "A guidance of 7 suits few LoRAs for few steps: most want 1 to 2, and lcm-lora" in caplog.messages.pop()
    add_model(write_lora(tmp_path / "tcd-lora.safetensors"))
    assert recipe(fast=True).loras == (("lcm-lora", 1.0),)
    assert "--lora 'tcd-lora'" in caplog.messages.pop()
    assert recipe(fast=True, scheduler="TCD").loras == (("tcd-lora", 1.0),)
    with pytest.raises(UserError, match="LCM or TCD, and not Euler"):
        recipe(fast=True, scheduler="Euler")
    with pytest.raises(UserError, match="LCM takes 1 to 50 steps, not 51"):
        riffdesk.render("jazz", seconds=0.2, model="tiny", fast=True, steps=51)


def test_a_lora_that_is_gone_or_was_made_for_another_model_is_named(tmp_path: Path) -> None:
    made = riffdesk.render("jazz", seconds=0.3, model="tiny", fast=True)
    made.save(tmp_path / "fast.wav")
    remove_model("lcm-lora")
    with pytest.raises(UserError, match="no model called 'lcm-lora'"):
        riffdesk.render(init=tmp_path / "fast.wav")
    add_model(write_lora(tmp_path / "other-lcm.safetensors", width=24))
    with pytest.raises(UserError, match=r"other-lcm\.safetensors does not match this model"):
        riffdesk.render("jazz", seconds=0.3, model="tiny", fast=True)


def test_a_cancel_between_few_steps_is_heard() -> None:
    cancel = threading.Event()

    def on_step(step: Step) -> None:
        if step.what == "Step 2 of 4":
            cancel.set()

    with pytest.raises(Cancelled):
        riffdesk.render("jazz", seconds=0.3, model="tiny", fast=True, on_step=on_step, cancel=cancel)


def test_walks_jams_and_timelines_are_fast_too(tmp_path: Path) -> None:
    walk = walk_of("jazz", "drums", model="tiny", fast=True).recipe
    assert (walk.scheduler, walk.steps, {keyframe.guidance for keyframe in walk.keyframes}) == ("LCM", 4, {1.0})
    sketch = Sketch(empty_state(PARAMS))
    sketch.set_render(model="tiny")
    save_project(SaveRequest(sketch.state, tmp_path / "song.riff"))
    assert timeline_of(tmp_path / "song.riff", fast=True).recipe.loras == (("lcm-lora", 1.0),)
    assert jam_request("jazz", fast=True).recipe.steps == 8
    assert jam_request("jazz", model="tiny", fast=True).recipe.scheduler == "LCM"


def test_the_starter_takes_half_of_its_steps() -> None:
    plain, fast = (request_of("jazz", fast=on).recipe for on in (False, True))
    assert (plain.steps, fast.steps) == (16, 8)
    assert (fast.scheduler, fast.loras, fast.keyframes[0].guidance) == (plain.scheduler, (), 1.5)
