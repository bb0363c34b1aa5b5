"""riffdesk split: three files whose sum is the sound."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.cli.conftest import Riffdesk

RATE = 44_100


def write_sound(name: str, channels: int = 2) -> np.ndarray:
    """Write a sound of 24 bit; return its samples."""
    times = np.arange(RATE) / RATE
    sound = 0.2 * np.sin(2 * np.pi * 60 * times) + 0.2 * np.sin(2 * np.pi * 700 * times) + 0.3 * (times % 0.25 < 0.002)
    samples = np.repeat(np.round(sound * 2**23)[:, None] / 2**23, channels, axis=1)
    soundfile.write(name, samples, RATE, "PCM_24")
    return samples


@pytest.mark.parametrize(("suffix", "subtype"), [("wav", "pcm24"), ("wav", "float"), ("flac", "pcm24")])
def test_the_three_files_sum_to_the_sound_sample_for_sample(riffdesk: Riffdesk, suffix: str, subtype: str) -> None:
    expected = write_sound("in.wav")
    assert riffdesk("split", "in.wav", "-o", f"out.{suffix}", "--subtype", subtype) == 0
    names = [f"out {share}.{suffix}" for share in ("percussive", "bass", "harmonic")]
    shares = [soundfile.read(name, always_2d=True)[0] for name in names]
    assert not Path(f"out.{suffix}").exists()
    assert np.array_equal(sum(shares), expected)
    assert all(np.abs(share).max() > 0.05 for share in shares)


def test_files_that_are_there_are_kept(riffdesk: Riffdesk, capsys: pytest.CaptureFixture[str]) -> None:
    write_sound("in.wav")
    Path("in bass.wav").write_bytes(b"mine")
    assert riffdesk("split", "in.wav", "-o", "in.wav") == 1
    assert "in bass.wav already exists" in capsys.readouterr().err
    assert Path("in bass.wav").read_bytes() == b"mine"
    assert not Path("in percussive.wav").exists()
    assert riffdesk("split", "in.wav", "-o", "in.wav", "--force") == 0


def test_what_is_no_sound_is_told(riffdesk: Riffdesk, capsys: pytest.CaptureFixture[str]) -> None:
    Path("in.wav").write_text("not a sound")
    assert riffdesk("split", "in.wav", "-o", "out.wav") == 1
    assert "in.wav" in capsys.readouterr().err
    assert riffdesk("split", "in.wav", "-o", "out.png") == 2
