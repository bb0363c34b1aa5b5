"""Sounds and images from elsewhere on the command line: read, with a line about what was not as it should be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PIL import Image

from riffdesk.store.image.image_file import ImageRequest, read_image
from tests.cli.conftest import Riffdesk
from tests.measure import RATE, riff


def picture() -> np.ndarray:
    pixels = np.full((512, 40), 255, np.uint8)
    pixels[380:384, 5:35] = 30
    return pixels


def test_a_white_on_black_image_is_noticed_and_invert_turns_it_over(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]
) -> None:
    Image.fromarray(picture()).save("plain.png")
    Image.fromarray(255 - picture()).save("white.png")
    assert riffdesk("image-to-audio", "plain.png", "plain.wav", "--quality", "draft") == 0
    assert "--invert" not in capfd.readouterr().err
    assert riffdesk("image-to-audio", "white.png", "noise.wav", "--quality", "draft") == 0
    assert "white.png seems to be white on black, but dark is loud: --invert reverses it." in capfd.readouterr().err
    assert riffdesk("image-to-audio", "white.png", "white.wav", "--quality", "draft", "--invert") == 0
    assert "--invert" not in capfd.readouterr().err
    plain, white = (soundfile.read(f"{name}.wav")[0] for name in ("plain", "white"))
    assert np.abs(plain - white).max() < 1e-6


def test_what_was_mended_in_a_sound_is_a_line_each(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]) -> None:
    sound = np.stack([riff(0.5)] * 4, axis=1) * 32_000
    sound[100, 0] = np.nan
    soundfile.write("field.wav", sound, RATE, subtype="FLOAT")
    assert riffdesk("audio-to-image", "field.wav", "field.png") == 0
    mixed, no_number, level = capfd.readouterr().err.splitlines()
    assert mixed.startswith("The 4 channels of field.wav were mixed to one")
    assert no_number == "field.wav has 1 sample that is not a number, replaced by silence."
    assert level.endswith("It was turned down by 90 dB.")
    assert riffdesk("audio-to-image", "field.wav", "loud.png", "--keep-scale") == 0
    quiet, loud = (read_image(ImageRequest(Path(name))).ink.max() for name in ("field.png", "loud.png"))
    assert loud > 4 * quiet


@pytest.mark.skipif(os.name == "nt", reason="no such pipes")
@pytest.mark.parametrize("name", ["-", "/dev/stdin"])
def test_a_sound_comes_through_a_pipe(riffdesk: Riffdesk, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    soundfile.write("a.wav", riff(0.5), RATE)
    assert riffdesk("audio-to-image", "a.wav", "file.png") == 0
    standard_input = os.dup(0)
    with subprocess.Popen(["cat", "a.wav"], stdout=subprocess.PIPE) as cat:
        assert cat.stdout is not None
        os.dup2(cat.stdout.fileno(), 0)
        try:
            assert riffdesk("audio-to-image", name, "pipe.png") == 0
        finally:
            os.dup2(standard_input, 0)
            os.close(standard_input)
    assert capfd.readouterr().err == ""
    assert Path("pipe.png").read_bytes() == Path("file.png").read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="no such pipes")
def test_a_sound_comes_through_a_pipe_into_a_process(riffdesk: Riffdesk) -> None:
    soundfile.write("a.wav", riff(0.5), RATE)
    command = [sys.executable, "-m", "riffdesk", "audio-to-image", "-", "pipe.png"]
    sound = Path("a.wav").read_bytes()
    done = subprocess.run(command, input=sound, capture_output=True, timeout=100, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert read_image(ImageRequest(Path("pipe.png"))).ink.max() > 0


@pytest.mark.skipif(os.name == "nt", reason="no such devices")
def test_a_device_is_one_sentence(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]) -> None:
    assert riffdesk("audio-to-image", "/dev/zero", "a.png") == 1
    assert capfd.readouterr().err == "riffdesk: /dev/zero is a device and not a file. Choose a file, or a pipe.\n"


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_names_that_are_no_utf_8_are_read_and_written(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]) -> None:
    sound, image, gone = (os.fsdecode(name) for name in (b"caf\xe9.wav", b"caf\xe9.png", b"gone\xe9.wav"))
    soundfile.write("a.wav", riff(0.5), RATE)
    os.rename("a.wav", sound)
    run = [sys.executable, "-m", "riffdesk"]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8:strict"}

    def done(*arguments: str) -> tuple[int, str]:
        result = subprocess.run([*run, *arguments], env=environment, capture_output=True, timeout=100, check=False)
        return result.returncode, result.stderr.decode()

    assert riffdesk("audio-to-image", sound, image) == 0
    assert riffdesk("image-to-audio", image, os.fsdecode(b"b\xe9.wav"), "--quality", "draft") == 0
    assert capfd.readouterr().err == ""
    with open(b"b\xe9.wav", "rb") as file:
        assert soundfile.info(file).duration == pytest.approx(0.5, abs=0.02)
    assert done("audio-to-image", gone, "b.png") == (
        1, "riffdesk: Could not open gone\N{REPLACEMENT CHARACTER}.wav: No such file or directory.\n"
    )  # fmt: skip
    code, said = done("audio-to-image", sound, image)
    assert (code, "--force" in said) == (1, True)
    code, said = done("image-to-audio", image, os.fsdecode(b"b\xe9.xyz"))
    assert (code, "Traceback" in said) == (2, False)
