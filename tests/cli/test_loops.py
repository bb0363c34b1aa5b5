"""Loops from the command line: bars that are exact samples, files that samplers loop, and no seam."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from riffdesk.audio.filing.sound_files import read_recipe
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.state import State
from riffdesk.store.project.saving import SaveRequest, save_project
from tests.cli.conftest import Riffdesk
from tests.engine.riffs import PARAMS, drawing
from tests.measure import RATE

TINY = ("--model", "tiny", "--steps", 3, "--quality", "draft", "--guidance", 3, "--subtype", "float", "--no-library")


pytestmark = pytest.mark.usefixtures("tiny")


def samples(name: str) -> NDArray[np.float32]:
    return np.asarray(soundfile.read(name, dtype="float32", always_2d=True)[0].T)


def libsndfile_says(name: str, key: str) -> str | None:
    """Return a value in what libsndfile has read of a file's header; None if it is not there."""
    with soundfile.SoundFile(name) as file:
        found = re.search(rf"{re.escape(key)}\s*:\s*([^\n]*)", file.extra_info)
    return found and found[1].strip()


@pytest.mark.parametrize(
    ("bars", "bpm", "beats"), [(1, 400, 1), (1, 174, 4), (2, 197.3, 3), (3, 264.3, 4)], ids=lambda value: str(value)
)
def test_bars_are_exact_samples_loop_points_and_tempo_and_go_round(
    riffdesk: Riffdesk, bars: int, bpm: float, beats: int
) -> None:
    asked = ("--loop", "--bars", bars, "--bpm", bpm, "--beats", beats)
    assert riffdesk("render", "house", "-o", "loop.wav", *TINY, *asked) == 0
    count = round(bars * beats * 60 / bpm * RATE)
    assert soundfile.info("loop.wav").frames == count
    assert f"End : {count - 1}" in re.sub(" +", " ", libsndfile_says("loop.wav", "Cue ID") or "")
    assert libsndfile_says("loop.wav", "Beats") == str(bars * beats)
    assert libsndfile_says("loop.wav", "Meter") == f"{beats}/4"
    assert float(libsndfile_says("loop.wav", "Tempo") or 0) == pytest.approx(bpm, rel=1e-6)
    (sound,) = samples("loop.wav")
    assert abs(sound[0] - sound[-1]) <= 2 * np.percentile(np.abs(np.diff(sound)), 99)
    recipe = read_recipe(Path("loop.wav"))
    assert recipe is not None
    assert (recipe.circular, recipe.tempo, recipe.beats_per_bar) == (True, bpm, beats)
    assert round(recipe.seconds * RATE) == count


def test_bars_are_a_length_also_of_what_is_no_loop_and_120_bpm_by_default(riffdesk: Riffdesk) -> None:
    assert riffdesk("render", "house", "-o", "bar.wav", *TINY, "--bars", 1) == 0
    assert soundfile.info("bar.wav").frames == 2 * RATE
    assert libsndfile_says("bar.wav", "Loop Count") is None


@pytest.mark.parametrize(("options", "bpm"), [((), 90), (("--bpm", 100), 100)])
def test_bars_are_as_long_as_at_the_tempo_of_the_prompt_unless_told_otherwise(
    riffdesk: Riffdesk, options: tuple[str | int, ...], bpm: float
) -> None:
    assert riffdesk("render", "house drums, 90 bpm", "-o", "bar.wav", *TINY, "--bars", 1, *options) == 0
    assert soundfile.info("bar.wav").frames == round(4 * 60 / bpm * RATE)
    recipe = read_recipe(Path("bar.wav"))
    assert recipe is not None
    assert (recipe.tempo, recipe.in_time) == (bpm, True)


@pytest.mark.parametrize(
    ("prompt", "options", "expected"),
    [
        ("house drums, 90 bpm", (), (90, "", True)),
        ("organ in A minor, 90 bpm", (), (90, "A minor", True)),
        ("organ in A minor, 90 bpm", ("--key", "C"), (90, "C major", True)),
        ("house drums", (), (0, "", False)),
    ],
)
def test_a_recipe_tells_the_tempo_and_key_of_the_prompt_without_a_length_in_bars(
    riffdesk: Riffdesk, prompt: str, options: tuple[str, ...], expected: tuple[float, str, bool]
) -> None:
    assert riffdesk("render", prompt, "-o", "x.wav", *TINY, "--seconds", 1, *options) == 0
    recipe = read_recipe(Path("x.wav"))
    assert recipe is not None
    assert (recipe.tempo, recipe.key, recipe.in_time) == expected


def test_a_loop_in_seconds_is_a_loop_and_tells_a_tempo_only_if_that_is_its_own(riffdesk: Riffdesk) -> None:
    for seconds, beats in ((0.25, None), (1.0, "2")):
        asked = ("--loop", "--seconds", seconds, "--bpm", 120, "--force")
        assert riffdesk("render", "house", "-o", "loop.wav", *TINY, *asked) == 0
        assert soundfile.info("loop.wav").frames == round(seconds * RATE)
        assert libsndfile_says("loop.wav", "Loop Count") == "1"
        assert libsndfile_says("loop.wav", "Beats") == beats


def test_a_circular_sketch_is_rendered_as_its_loop(riffdesk: Riffdesk) -> None:
    layer = Layer(drawing(109))
    state = State(PARAMS, 48_109, 109, (layer,), layer.id, tempo=110, beats_per_bar=2, circular=True)
    save_project(SaveRequest(state, Path("song.riff")))
    assert riffdesk("render", "song.riff", "-o", "loop.wav", *TINY) == 0
    assert soundfile.info("loop.wav").frames == 48_109
    assert (libsndfile_says("loop.wav", "Beats"), libsndfile_says("loop.wav", "Meter")) == ("2", "2/4")
    (sound,) = samples("loop.wav")
    assert abs(sound[0] - sound[-1]) <= 2 * np.percentile(np.abs(np.diff(sound)), 99)


def test_what_is_exported_of_a_circular_sketch_loops_in_a_sampler(riffdesk: Riffdesk) -> None:
    layer = Layer(drawing(109))
    state = State(PARAMS, 48_109, 109, (layer,), layer.id, tempo=110, beats_per_bar=2, circular=True)
    save_project(SaveRequest(state, Path("song.riff")))
    assert riffdesk("export", "song.riff", "out") == 0
    files = sorted(Path("out").iterdir())
    assert len(files) == 2
    for file in files:
        assert soundfile.info(file).frames == 48_109
        assert libsndfile_says(str(file), "Loop Count") == "1"
        assert libsndfile_says(str(file), "Tempo") == "110.000000"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--bars", 0), "--bars"),
        (("--bars", -4), "--bars"),
        (("--bars", 4, "--bpm", 0), "--bpm"),
        (("--bars", 4, "--bpm", 10_000), "--bpm"),
        (("--bars", 4, "--bpm", "nan"), "--bpm"),
        (("--bars", 4, "--beats", 0), "--beats"),
        (("--bars", 4, "--beats", 17), "--beats"),
        (("--bars", 4, "--seconds", 3), "seconds or in bars"),
    ],
)  # fmt: skip
def test_impossible_bars_are_one_sentence(
    riffdesk: Riffdesk, asked: tuple[object, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert riffdesk("render", "house", "-o", "loop.wav", *TINY, "--loop", *asked) != 0
    heard = capsys.readouterr().err
    assert said in heard
    assert "Traceback" not in heard
    assert not Path("loop.wav").exists()
