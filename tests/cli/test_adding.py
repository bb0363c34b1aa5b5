"""riffdesk add-part: one more instrument to a project or a sound."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import soundfile

from riffdesk.compose.score_text import score_of_text
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.score.parts import part_requests
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.state import State, empty_state
from riffdesk.store.project.opening import OpenRequest, open_project
from riffdesk.store.project.saving import SaveRequest, save_project
from tests.cli.conftest import Riffdesk
from tests.engine.riff.score.test_sketch_music import in_four
from tests.engine.riffs import PARAMS, SCORED, add_tiny, drawing, recipe


@pytest.fixture(autouse=True)
def model(riffdesk: Riffdesk) -> None:
    """Have a model that plays scores."""
    add_tiny(SCORED)


def save(name: str, *prompts: str) -> State:
    """Save a project of one layer for each part of a riff in A minor at 104 bpm."""
    state = riff_of(*prompts)
    save_project(SaveRequest(state, Path(name)))
    return state


@cache
def riff_of(*prompts: str) -> State:
    state = empty_state(PARAMS)
    sketch = Sketch(replace(state, render=replace(state.render, model="tiny", steps=3, quality="draft")))
    asked = recipe(prompt=", ".join(prompts), seconds=2.56, tempo=104.0, key="A minor", in_time=True)
    for part in part_requests(RenderRequest(asked, PARAMS)):
        ink = drawing(256)
        audio = reconstruct(ink[None], PARAMS, quality="draft")
        layer = Layer(ink, part.name, recipe=part.request.recipe)
        sketch.add_layer(layer, Sound(audio), samples=256 * PARAMS.hop)
    return sketch.state


def opened(name: str) -> State:
    return open_project(OpenRequest(Path(name))).document


def test_a_project_gets_a_layer_that_is_aligned_named_and_has_its_notes(
    riffdesk: Riffdesk, capsys: pytest.CaptureFixture[str]
) -> None:
    before = save("song.riff", "piano melody", "no drums")
    assert riffdesk("add-part", "song.riff", "counter-melody", "-o", "two.riff", "--instrument", "violin") == 0
    told = capsys.readouterr()
    assert "From the notes of melody. 104 bpm, A minor" in told.out + told.err
    after = opened("two.riff")
    assert [layer.name for layer in after.layers] == ["melody", "Counter-melody"]
    added = after.layers[1]
    assert (after.samples, added.columns) == (before.samples, before.columns)
    assert added.sound.waveform is not None
    assert added.sound.waveform.length == before.samples
    assert added.colour != after.layers[0].colour
    assert added.recipe is not None
    assert [part.instrument for part in score_of_text(added.recipe.score).parts] == ["violin"]
    assert opened("song.riff").layers[0].name == "melody"


def test_a_part_can_be_written_alone_and_corrected(riffdesk: Riffdesk, capsys: pytest.CaptureFixture[str]) -> None:
    save("song.riff", "piano melody", "no drums")
    options = "--bpm", 90, "--key", "Dm", "--chords", "Dm | A"
    assert riffdesk("add-part", "song.riff", "bass", "-o", "bass.wav", *options) == 0
    told = capsys.readouterr()
    assert "90 bpm, D minor: Dm | A" in told.out + told.err
    audio, rate = soundfile.read("bass.wav")
    assert len(audio) == round(2.56 * rate)
    assert riffdesk("add-part", "song.riff", "bass", "-o", "same.wav", *options) == 0
    assert np.array_equal(soundfile.read("same.wav")[0], audio)
    assert riffdesk("add-part", "song.riff", "bass", "-o", "other.wav", *options, "--seed", 8) == 0
    assert not np.array_equal(soundfile.read("other.wav")[0], audio)


def test_a_sound_becomes_a_project_with_a_part_that_was_composed_to_what_is_heard(
    riffdesk: Riffdesk, capsys: pytest.CaptureFixture[str]
) -> None:
    from riffdesk.compose.guide import guide_of
    from riffdesk.dsp.params import SpectrogramParams

    score = in_four(120.0)
    wide = SpectrogramParams()
    ink = guide_of(score, 800, wide)
    soundfile.write("loop.wav", reconstruct(ink[None], wide, quality="draft").T * 0.3, 44_100)
    arguments = "add-part", "loop.wav", "chords", "--model", "tiny", "--steps", 3
    assert riffdesk(*arguments, "-o", "song.riff") == 0
    told = capsys.readouterr()
    assert "Estimated from the sound of loop" in told.out + told.err
    assert "120 bpm" in told.out + told.err
    assert [layer.name for layer in opened("song.riff").layers] == ["loop", "Chords"]
    assert riffdesk(*arguments, "-o", "song.riff") == 1
    assert "already exists" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("kazoo", "-o", "a.riff"), 2, "kazoo"),
        (("bass", "-o", "a.png"), 2, "must end in"),
        (("bass", "-o", "a.riff", "--chords", "Cm | Xy"), 2, "'Xy'"),
        (("bass", "-o", "a.riff", "--key", "H"), 2, "no key"),
        (("chords", "-o", "a.riff", "--instrument", "flute"), 1, "plays no chords"),
        (("counter-melody", "-o", "a.riff"), 1, "no melody"),
    ],
)
def test_what_cannot_be_added_is_told_and_nothing_is_written(
    riffdesk: Riffdesk, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int, words: str
) -> None:
    save("song.riff", "rock drums")
    assert riffdesk("add-part", "song.riff", *arguments) == code
    assert words in capsys.readouterr().err
    assert not Path("a.riff").exists()
