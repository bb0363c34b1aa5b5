"""Another family of models is one module, and makes riffs in all the ways that the others do."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import riffdesk
from riffdesk.dsp.mel import analyse
from riffdesk.engine import loaded_model
from riffdesk.engine.events import Plan, Ready, Section
from riffdesk.engine.preparation import prepare
from riffdesk.engine.requests import RenderRequest, VariationsRequest
from riffdesk.engine.riff.render import render, render_sections, render_streamed, render_variations
from riffdesk.engine.session.jam import jam
from riffdesk.engine.session.jam_request import JamRequest
from riffdesk.errors import Cancelled, UserError
from riffdesk.models import families
from riffdesk.models.registry import add_model, describe, find_model
from riffdesk.progress import Step
from tests.engine.riff import beeps
from tests.engine.riffs import PARAMS, add_tiny, recipe, same
from tests.measure import pitch_of


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Have the family, and a model of it that is called beeper."""
    monkeypatch.setattr(families, "FAMILIES", (*families.FAMILIES, beeps.FAMILY))
    folder = tmp_path / "beeper"
    folder.mkdir()
    (folder / "beeps.json").write_text(json.dumps({"high": 880, "low": 440}))
    add_model(folder)
    yield folder
    loaded_model.unload()


def asked(prompt: str = "high", *, seconds: float = 3.0, seed: int = 0, circular: bool = False) -> RenderRequest:
    made = recipe(prompt=prompt, seed=seed, model="beeper", seconds=seconds, circular=circular)
    return RenderRequest(made, PARAMS)


def test_a_folder_is_recognised_and_described_without_being_loaded(folder: Path) -> None:
    facts = describe(find_model("beeper"))
    assert (facts.bands, facts.columns, facts.seconds, facts.suggestion.steps) == (64, 100, 1.0, 1)
    assert not facts.takes_score
    assert find_model("starter").kind == "folder"
    (folder / "beeps.json").write_text("{")
    with pytest.raises(UserError, match=r"beeps\.json is damaged"):
        describe(find_model("beeper"))


def test_a_folder_of_no_family_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with pytest.raises(UserError, match="is not a model folder"):
        add_model(tmp_path / "other")


def test_a_riff_comes_in_sections_of_ink_and_sound() -> None:
    steps: list[Step] = []
    render_streamed(asked(seconds=2.5), steps.append)
    plan = next(step.partial for step in steps if isinstance(step.partial, Plan))
    sections = [step.partial for step in steps if isinstance(step.partial, Section)]
    assert plan.windows == ((0, 1), (1, 2), (2, 2.5))
    assert [(section.column, section.sample) for section in sections] == [(0, 0), (100, 44_100), (200, 88_200)]
    riff = render(asked(seconds=2.5))
    assert np.array_equal(np.concatenate([section.audio for section in sections], axis=-1), riff.audio)
    assert np.array_equal(np.concatenate([section.ink for section in sections], axis=-1), riff.ink)
    assert pitch_of(riff.audio[0]) == pytest.approx(880, abs=0.5)
    assert np.array_equal(riff.ink, analyse(riff.audio, PARAMS)[0, :, : riff.ink.shape[-1]])


def test_generate_and_its_file_are_those_of_other_models(tmp_path: Path) -> None:
    riff = riffdesk.render("low", seconds=1.0, model="beeper", seed=3)
    assert riff.ink.shape == (64, 100)
    assert riff.save(tmp_path / "low.wav") == 0
    assert riffdesk.render("low", seconds=1.0, model="beeper", seed=3).audio.tobytes() == riff.audio.tobytes()
    assert riff.recipe.model == "beeper"


def test_variations_are_one_riff_for_each_seed() -> None:
    steps: list[Step] = []
    assert render_variations(VariationsRequest(asked(), (0, 100)), steps.append) == 2
    ready = [step.partial for step in steps if isinstance(step.partial, Ready)]
    assert [round(pitch_of(one.result.audio[0])) for one in ready] == [880, 980]


def test_a_loop_has_no_step_at_its_ends() -> None:
    (section,) = render_sections(asked(seconds=2.0, circular=True))
    sound = section.audio[0]
    assert abs(sound[0] - sound[-1]) <= np.abs(np.diff(sound)).max()
    assert sound.shape == (88_200,)


def test_a_region_is_made_anew_and_the_rest_is_kept_bit_for_bit() -> None:
    before = render(asked("low"))
    mask = np.zeros_like(before.ink)
    mask[:, 120:180] = 1
    request = replace(asked("high"), init=before.ink, mask=mask, audio=before.audio)
    after = render(request)
    assert np.array_equal(after.ink[mask == 0], before.ink[mask == 0])
    assert not np.array_equal(after.ink[mask == 1], before.ink[mask == 1])
    new = np.arange(after.audio.shape[-1]) // PARAMS.hop
    kept = (new < 100) | (new >= 200)
    assert np.array_equal(after.audio[:, kept], before.audio[:, kept])
    middle = slice(135 * PARAMS.hop, 165 * PARAMS.hop)
    assert pitch_of(after.audio[0, middle]) == pytest.approx(880, rel=0.03)
    assert pitch_of(before.audio[0, middle]) == pytest.approx(440, rel=0.03)


def test_a_riff_that_was_interrupted_goes_on_where_it_was() -> None:
    whole = render(asked(seed=1))
    cancelled = threading.Event()
    generator = loaded_model.generator_of(asked().recipe)
    assert isinstance(generator, beeps.BeepGenerator)

    class Killed(Exception):
        pass

    def until_the_second(step: Step) -> None:
        if isinstance(step.partial, Section) and step.partial.first == 1:
            raise Killed

    with pytest.raises(Killed):
        render(asked(seed=1), until_the_second, cancelled)
    generator.made.clear()
    assert same(render(asked(seed=1)), whole)
    assert generator.made == [2]


def test_a_cancel_is_read() -> None:
    cancel = threading.Event()

    def after_the_first(step: Step) -> None:
        if isinstance(step.partial, Section):
            cancel.set()

    with pytest.raises(Cancelled):
        render(asked(), after_the_first, cancel)


def test_preparing_loads_it_and_another_family_takes_its_place() -> None:
    prepare(asked())
    assert isinstance(loaded_model.generator_of(asked().recipe), beeps.BeepGenerator)
    add_tiny()
    assert render(RenderRequest(recipe(), PARAMS)).ink.shape == (64, 128)
    assert not isinstance(loaded_model.generator_of(recipe()), beeps.BeepGenerator)


def test_what_it_cannot_do_is_one_sentence() -> None:
    with pytest.raises(UserError, match="beeper can only make complete riffs and cannot jam"):
        jam(JamRequest(asked().recipe, PARAMS, bars=1))
