"""riffdesk region: the commands of the menu Region on files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.scripting.region import COMMANDS
from riffdesk.sketch.paint.effects.catalogue import EFFECTS
from riffdesk.store.image.image_file import ImageRequest, WriteImageRequest, read_image, write_image
from riffdesk.store.project.opening import OpenRequest, open_project
from tests.cli.conftest import Riffdesk

RATE = 44_100
PARAMS = SpectrogramParams()


def write_sound(name: str = "in.wav") -> np.ndarray:
    """Write three seconds of two tones, 24 bit; return its samples."""
    times = np.arange(3 * RATE) / RATE
    sound = 0.2 * np.sin(2 * np.pi * 440 * times) + 0.1 * np.sin(2 * np.pi * 3_000 * times)
    samples = np.round(sound * 2**23) / 2**23
    soundfile.write(name, samples, RATE, "PCM_24")
    return samples


def level(sound: np.ndarray, hertz: float) -> float:
    """Return the level of a tone in dB."""
    times = np.arange(len(sound)) / RATE
    window = np.hanning(len(sound))
    return float(20 * np.log10(2 * np.abs((sound * window * np.exp(-2j * np.pi * hertz * times)).sum()) / window.sum()))


def test_a_gain_changes_the_band_and_the_time_of_a_sound_and_nothing_else(riffdesk: Riffdesk) -> None:
    before = write_sound()
    region = ("--from", 1, "--to", 2, "--low", 1_500, "--high", 6_000, "--set", "db=-20,0")
    assert riffdesk("region", "in.wav", "gain", "-o", "out.wav", *region) == 0
    after, _ = soundfile.read("out.wav")
    np.testing.assert_array_equal(after[:, 0], after[:, 1])  # the mix has two channels
    after = after[:, 0]
    np.testing.assert_array_equal(after[: RATE * 8 // 10], before[: RATE * 8 // 10])
    np.testing.assert_array_equal(after[RATE * 22 // 10 :], before[RATE * 22 // 10 :])
    middle = slice(RATE * 13 // 10, RATE * 17 // 10)
    assert level(after[middle], 3_000) - level(before[middle], 3_000) == pytest.approx(-20, abs=1.5)
    assert level(after[middle], 440) - level(before[middle], 440) == pytest.approx(0, abs=0.3)


def test_an_image_and_a_project_are_changed_and_written_as_the_other_kinds(riffdesk: Riffdesk) -> None:
    ink = np.zeros((512, 200), np.float32)
    ink[100:110, 50:80] = 0.6
    write_image(WriteImageRequest(Path("in.png"), ink, PARAMS))
    assert riffdesk("region", "in.png", "mirror-in-time", "-o", "out.png", "--set", "stays=is replaced") == 0
    drawn = read_image(ImageRequest(Path("out.png"))).ink
    assert drawn.shape == (512, 200)
    np.testing.assert_allclose(drawn, ink[:, ::-1], atol=0.01)
    assert riffdesk("region", "in.png", "reverse", "-o", "out.riff") == 0
    document = open_project(OpenRequest(Path("out.riff"))).document
    (layer,) = document.layers
    assert layer.name == "in"
    assert document.samples == 2 * RATE
    assert not layer.sound.unfinished
    again = ("--layer", "in", "--from", 1, "--set", "db=-6")
    assert riffdesk("region", "out.riff", "gain", "-o", "out.flac", *again) == 0
    assert len(soundfile.read("out.flac")[0]) == 2 * RATE
    assert riffdesk("region", "out.riff", "gain", "-o", "out.flac", *again) == 1  # it is there already
    assert riffdesk("region", "out.riff", "gain", "-o", "out.flac", "--force", *again) == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_menu_is_there(riffdesk: Riffdesk, command: str) -> None:
    assert len(COMMANDS) == len(EFFECTS)
    ink = 0.3 * np.random.default_rng(1).random((512, 120)).astype(np.float32)
    ink[200, 20:100] = 0.9
    write_image(WriteImageRequest(Path("in.png"), ink, PARAMS))
    region = ("--from", 0.3, "--to", 0.7, "--low", 300, "--high", 4_000)
    assert riffdesk("region", "in.png", command, "-o", "out.png", *region) == 0
    assert read_image(ImageRequest(Path("out.png"))).ink.shape == (512, 120)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("blow",), "There is no command 'blow'. There is: gain, fade-in"),
        (("gain", "--set", "db=100"), "'db' of 'gain' is -60 to 24 dB, and not '100'."),
        (("gain", "--set", "db=nan"), "and not 'nan'."),
        (("gain", "--set", "volume=3"), "'gain' has no 'volume'. It has: db: -60 to 24 dB, by default 6."),
        (("mirror-in-octaves", "--set", "copies=sideways"), "one of 'Up', 'Down', 'Up and down'"),
        (("gain", "--from", "5"), "The region is empty: 5 to 3 s"),
        (("gain", "--low", "nan"), "The ends of a region are numbers"),
        (("gain", "--layer", "Bass"), "There is no layer 'Bass'."),
        (("heal",), "leave some sound before or after it"),
    ],
)
def test_bad_values_are_one_sentence_and_nothing_is_written(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    write_sound()
    assert riffdesk("region", "in.wav", arguments[0], "-o", "out.wav", *arguments[1:]) == 1
    assert said in capfd.readouterr().err
    assert not Path("out.wav").exists()


def test_what_is_no_setting_and_no_name_of_a_sound_are_errors_of_the_command_line(riffdesk: Riffdesk) -> None:
    write_sound()
    assert riffdesk("region", "in.wav", "gain", "-o", "out.wav", "--set", "loud") == 2
    assert riffdesk("region", "in.wav", "gain", "-o", "out.txt") == 2
