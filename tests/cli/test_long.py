"""``riffdesk render``: riffs of any length, riffs that go on, and rows of clips."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from riffdesk.audio.filing.sound_files import read_recipe
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff import render as engine
from riffdesk.engine.riff import request_checks
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from tests.cli.conftest import Riffdesk
from tests.cli.test_generation import FLOAT, TINY, a_sound, here, samples
from tests.engine.riffs import PARAMS, recipe

HOP = PARAMS.hop
FEATHER = (8 + 10) * HOP  # a latent of the tiny model, and a window of sound

pytestmark = pytest.mark.usefixtures("tiny")


def asked(seconds: float, **fields: object) -> Recipe:
    return recipe(Keyframe(prompt="piano", guidance=3.0), seconds=seconds, **fields)


# Longer than what fits into memory


def test_a_riff_longer_than_the_windows_ten_minutes_is_written_section_by_section(
    riffdesk: Riffdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = engine.render(RenderRequest(asked(3.0), PARAMS))
    monkeypatch.setattr(request_checks, "MAX_SECONDS", 2.0)
    assert riffdesk("render", "piano", "-o", "long.wav", "--seconds", 3, *FLOAT, *TINY) == 0
    assert np.array_equal(samples("long.wav"), whole.audio)
    assert riffdesk("render", "piano", "-o", "long.flac", "--seconds", 3, *TINY) == 0
    # 24 bit, at the gain that keeps the true peak of all of it below full scale: here that is 1.
    assert np.abs(samples("long.flac") - whole.audio).max() <= 2**-23
    assert read_recipe(Path("long.wav")) == whole.recipe
    assert here() == ["long.flac", "long.wav"]


def test_what_clips_is_turned_down_as_a_whole(riffdesk: Riffdesk) -> None:
    rate = 44_100
    loud = np.zeros((4 * rate, 1))
    loud[3 * rate :] = 1.9 * np.sin(np.arange(rate) * 0.2)[:, None]  # far behind the first section
    soundfile.write("loud.wav", loud, rate, subtype="FLOAT")
    assert riffdesk("render", "piano", "-o", "kept.wav", "--init", "loud.wav", "--denoising", 0, *TINY) == 0
    kept = samples("kept.wav")
    assert 0.9 < np.abs(kept).max() <= 1
    # The true peak is at the tone's sudden beginning, above its samples.
    gain = kept.max() / loud.max()
    assert 0.4 < gain < 0.53
    assert np.abs(kept - gain * loud.T).max() < 1e-5


@pytest.mark.parametrize(
    ("name", "seconds", "sentence"),
    [
        (
            "day.wav",
            86_400,
            "A WAV file holds 9.0 hours of this at most, not 24.0. Make it shorter, or write a FLAC file.",
        ),
        ("hour.png", 3_600, "hour.png"),
    ],
)
def test_what_no_file_can_hold_is_refused_before_any_work(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], name: str, seconds: float, sentence: str
) -> None:
    assert riffdesk("render", "piano", "-o", name, "--seconds", seconds, *TINY) == 1
    err = capfd.readouterr().err
    assert sentence in err
    assert len(err.splitlines()) == 1
    assert here() == []


def test_variations_are_held_as_a_whole_and_so_have_a_limit(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]
) -> None:
    assert riffdesk("variations", "piano", "-n", 2, "-o", "out", "--seconds", 601, *TINY) == 1
    assert "A riff lasts 10 minutes at most, not 601 s." in capfd.readouterr().err


# Going on


def test_a_sound_goes_on_and_is_the_same_samples_up_to_there(riffdesk: Riffdesk) -> None:
    a_sound("riff.wav", 1.5)
    there = samples("riff.wav")
    command = ("render", "piano", "--init", "riff.wav", *FLOAT, *TINY)
    assert riffdesk(*command, "-o", "on.wav", "--continue", 2) == 0
    on = samples("on.wav")
    assert on.shape == (2, there.shape[1] + 2 * 44_100)
    kept = there.shape[1] - FEATHER
    assert np.array_equal(on[:, :kept], there[:, :kept])
    assert np.abs(on[:, there.shape[1] + HOP :]).max() > 0.01
    assert riffdesk(*command, "-o", "both.wav", "--continue", 1, "--continue-left", 1) == 0
    both = samples("both.wav")
    assert both.shape == (2, there.shape[1] + 2 * 44_100)
    assert np.array_equal(both[:, 44_100 + FEATHER : 44_100 + kept], there[:, FEATHER:kept])
    assert np.abs(both[:, :40_000]).max() > 0.01


def test_what_went_on_goes_on_again(riffdesk: Riffdesk) -> None:
    assert riffdesk("render", "piano", "-o", "1.wav", *FLOAT, *TINY) == 0
    for number in (1, 2):
        command = ("render", "-o", f"{number + 1}.wav", "--init", f"{number}.wav", "--continue", 1, "--steps", 3)
        assert riffdesk(*command, "--quality", "draft", "--no-library", *FLOAT) == 0
    lengths = [samples(f"{number}.wav").shape[1] for number in (1, 2, 3)]
    assert np.diff(lengths).tolist() == [44_100, 44_100]
    kept = lengths[0] - FEATHER
    assert np.array_equal(samples("3.wav")[:, :kept], samples("1.wav")[:, :kept])


# Clips


def test_clips_are_those_of_the_engine_and_the_file_says_so(riffdesk: Riffdesk) -> None:
    assert riffdesk("render", "piano", "-o", "row.wav", "--clips", "--seconds", 2.5, *FLOAT, *TINY) == 0
    row = engine.render(RenderRequest(asked(2.5, clips=True), PARAMS))
    assert np.array_equal(samples("row.wav"), row.audio)
    made_by = read_recipe(Path("row.wav"))
    assert made_by is not None
    assert made_by.clips
    assert riffdesk("render", "piano", "-o", "strip.wav", "--seconds", 2.5, *FLOAT, *TINY) == 0
    assert not np.array_equal(samples("strip.wav")[:, 60_000:], row.audio[:, 60_000:])
