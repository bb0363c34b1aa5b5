"""``riffdesk jam``: music bar by bar on the command line, with messages."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import soundfile

from riffdesk.audio.filing.sound_files import read_recipe
from tests.cli.conftest import Riffdesk
from tests.engine.riffs import SCORED, add_tiny

OPTIONS = ("--model", "tiny", "--bpm", 240, "--key", "Am", "--steps", 2, "--no-library")


@pytest.fixture(autouse=True)
def scored(riffdesk: Riffdesk) -> None:
    add_tiny(SCORED)


def test_it_writes_as_many_seconds_as_asked_for_and_the_recipe(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]
) -> None:
    assert riffdesk("jam", "lofi hip hop", "-o", "a.wav", "--seconds", 3.3, *OPTIONS) == 0
    sound, rate = soundfile.read("a.wav")
    assert len(sound) == round(3.3 * rate)
    assert np.abs(sound).max() > 0.01
    assert np.abs(sound[-4:]).max() < 0.01  # it fades out
    recipe = read_recipe(Path("a.wav"))
    assert recipe is not None
    assert (recipe.keyframes[0].prompt, recipe.tempo, recipe.key) == ("lofi hip hop", 240, "A minor")
    said = capfd.readouterr().err
    assert all(words in said for words in ("Genre: lofi.", "240 bpm, as given.", "A minor, as given."))


def test_messages_change_it_and_those_that_make_no_sense_are_named(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]
) -> None:
    lines = ('{"bar": 1, "prompt": "techno"}', '{"bar": 1, "promt": "x"}', "{", '{"bar": 2, "scene": 2}', "")
    Path("log.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert riffdesk("jam", "funk", "-o", "a.wav", "--seconds", 3, "--messages", "log.jsonl", *OPTIONS) == 0
    said = capfd.readouterr().err
    assert "Line 2 of log.jsonl is left out. A jam takes no 'promt'" in said
    assert "Line 3 of log.jsonl is left out. This is no JSON" in said
    assert "Bar 2: Scene B (2) is empty" in said
    assert riffdesk("jam", "funk", "-o", "b.wav", "--seconds", 3, *OPTIONS) == 0
    one, other = soundfile.read("a.wav")[0], soundfile.read("b.wav")[0]
    assert np.array_equal(one[:35_000], other[:35_000])
    assert not np.array_equal(one[45_000:], other[45_000:])


def test_the_log_plays_the_same_samples_again(riffdesk: Riffdesk) -> None:
    scenes = {"A": {"prompt": "funk"}, "B": {"prompt": "techno"}}
    Path("in.jsonl").write_text(json.dumps({"bar": 0, "scenes": scenes}), encoding="utf-8")
    first = ("--messages", "in.jsonl", "--plan", "A2 B1", "--log", "out.jsonl")
    assert riffdesk("jam", "funk", "-o", "a.wav", "--seconds", 4, *first, *OPTIONS) == 0
    assert riffdesk("jam", "funk", "-o", "b.wav", "--seconds", 4, "--messages", "out.jsonl", *OPTIONS) == 0
    assert Path("a.wav").read_bytes() == Path("b.wav").read_bytes()


def test_stop_makes_it_shorter(riffdesk: Riffdesk) -> None:
    Path("log.jsonl").write_text('{"bar": 2, "stop": true}', encoding="utf-8")
    assert riffdesk("jam", "funk", "-o", "a.flac", "--seconds", 60, "--messages", "log.jsonl", *OPTIONS) == 0
    sound, rate = soundfile.read("a.flac")
    assert abs(len(sound) / rate - 2.0) < 0.02


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("-o", "a.mid"), 2, "must end in .wav or .flac"),
        (("-o", "a.wav", "--plan", "A8 8"), 2, "A8 A8 B8 A8"),
        (("-o", "a.wav", "--loop", 5), 2, "4 or 8 bars"),
        (("-o", "a.wav", "--messages", "gone.jsonl"), 1, "Could not read gone.jsonl"),
        (("-o", "a.wav", "--plan", "A2 B2"), 0, "Scene A (1) is empty"),
    ],
)
def test_what_makes_no_sense_is_told(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], arguments: tuple[object, ...], code: int, words: str
) -> None:
    assert riffdesk("jam", "funk", "--seconds", 2, *OPTIONS, *arguments) == code
    assert words in " ".join(capfd.readouterr().err.replace("│", " ").split())
