"""riffdesk from a script, as the README shows it."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

import riffdesk
from riffdesk.audio.filing.sound_files import read_recipe
from riffdesk.errors import Cancelled, UserError
from riffdesk.progress import Step
from riffdesk.scripting.adding import add_part
from riffdesk.scripting.jam import jam_request
from riffdesk.scripting.requests import request_of
from tests.engine.riffs import PARAMS, add_tiny


@pytest.fixture(autouse=True)
def tiny() -> None:
    add_tiny()


def test_a_riff_is_made_and_saved_in_a_few_lines(tmp_path: Path) -> None:
    riff = riffdesk.render("slow jazz", seconds=0.5, seed=7, model="tiny", steps=2, quality="draft")
    assert (riff.audio.shape, riff.ink.shape, riff.params) == ((1, 22_050), (64, 50), PARAMS)
    assert riff.save(tmp_path / "jazz.wav", subtype="FLOAT") == 0
    assert riff.save(str(tmp_path / "jazz.png")) == 0
    assert np.array_equal(soundfile.read(tmp_path / "jazz.wav", dtype="float32")[0], riff.audio[0])
    assert read_recipe(tmp_path / "jazz.wav") == riff.recipe
    again = riffdesk.render("slow jazz", seconds=0.5, seed=7, model="tiny", steps=2, quality="draft")
    assert np.array_equal(again.audio, riff.audio)


def test_progress_is_told_and_a_cancel_is_heard() -> None:
    cancel, steps = threading.Event(), list[Step]()

    def on_step(step: Step) -> None:
        steps.append(step)
        if step.what == "Step 2 of 9":
            cancel.set()

    with pytest.raises(Cancelled):
        riffdesk.render("jazz", model="tiny", steps=9, on_step=on_step, cancel=cancel)
    assert steps[-1].what == "Step 2 of 9"


def test_what_is_wrong_is_one_sentence(tmp_path: Path) -> None:
    riff = riffdesk.render("jazz", seconds=0.1, model="tiny", steps=1, quality="draft")
    for name in ("jazz.mp3", "jazz", "missing/jazz.wav"):
        with pytest.raises(UserError, match=Path(name).name):
            riff.save(tmp_path / name)
    assert not list(tmp_path.glob("jazz*"))
    for wrong in ({"seconds": 0}, {"seconds": -1}, {"steps": 0}, {"guidance": -1.0}, {"denoising": 2.0}, {"seed": -2}):
        with pytest.raises(UserError):
            riffdesk.render("jazz", model="tiny", **wrong)  # type: ignore[arg-type]


def test_importing_riffdesk_loads_nothing_heavy() -> None:
    script = "import sys, riffdesk; print(sorted({'torch', 'numpy', 'diffusers', 'PySide6'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "[]\n"
    with pytest.raises(AttributeError, match="no attribute 'rendr'"):
        _ = riffdesk.rendr


def test_a_random_seed_is_drawn_when_it_is_asked_for_and_stands_in_the_recipe() -> None:
    asked = {"seconds": 0.5, "model": "tiny", "steps": 2, "quality": "draft"}
    riffs = [riffdesk.render("slow jazz", seed=-1, **asked) for _ in range(2)]
    seeds = [riff.recipe.keyframes[0].seed for riff in riffs]
    assert all(0 <= seed < 2**32 for seed in seeds)
    assert seeds[0] != seeds[1]
    again = riffdesk.render("slow jazz", seed=seeds[0], **asked)
    assert np.array_equal(again.audio, riffs[0].audio)
    walk = riffdesk.interpolate("jazz", "rock", seed=7, seed_to=-1, **asked)
    assert walk.recipe.keyframes[0].seed == 7
    assert walk.recipe.keyframes[1].seed not in (-1, 7)
    with pytest.raises(UserError, match="from 0 to 4294967295, or -1 for a random one, not -2"):
        riffdesk.render("slow jazz", seed=-2, **asked)


def test_a_prompt_that_is_not_understood_is_told_of_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    riff = riffdesk.render("<lora:gone:1> [slow:fast:0.5] jazz", seconds=0.5, model="tiny", steps=2, quality="draft")
    assert [record.message for record in caplog.records if record.levelname == "WARNING"] == [
        "There is no LoRA called “gone” here, so <lora:gone:1> adds nothing. Add its file to the models."
    ]
    assert riff.recipe.keyframes[0].prompt == "<lora:gone:1> [slow:fast:0.5] jazz"


@pytest.mark.parametrize(
    "options",
    [{"quality": "fast"}, {"scheduler": "Oiler"}, {"steps": 2.5}, {"steps": "8"}, {"seed": 1.5}, {"seed": "a"}],
)
def test_a_value_that_makes_no_sense_is_a_sentence_before_anything_is_rendered(options: dict[str, object]) -> None:
    value = str(next(iter(options.values())))
    with pytest.raises(UserError, match=value):
        request_of("jazz", **options)


@pytest.mark.parametrize(
    "call", [request_of, jam_request, lambda prompt, **options: add_part("song.riff", "bass", **options)]
)
def test_an_option_that_there_is_not_is_named(call: Callable[..., object]) -> None:
    with pytest.raises(TypeError, match="no option 'second'"):
        call("jazz", second=5)


def test_a_scheduler_is_known_in_any_case_of_letters() -> None:
    assert request_of("jazz", scheduler="euler A").recipe.scheduler == "Euler a"
