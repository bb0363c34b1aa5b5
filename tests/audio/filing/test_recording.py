"""A recording writes what it is given while it grows, and leaves no half file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from riffdesk.audio.filing.recording import Recording
from riffdesk.errors import UserError


@pytest.mark.parametrize("suffix", ["wav", "flac"])
def test_it_writes_what_it_is_given_to_24_bit(tmp_path: Path, suffix: str) -> None:
    ends: list[UserError | None] = []
    path = tmp_path / f"a.{suffix}"
    recording = Recording(path, 44_100, 1, ends.append)
    sound = np.random.default_rng(0).uniform(-0.5, 0.5, (1, 10_000)).astype(np.float32)
    for start in range(0, 10_000, 700):
        recording.write(sound[:, start : start + 700])
    assert not path.exists()
    recording.finish()
    recording.wait()
    assert ends == [None]
    written, rate = soundfile.read(path, dtype="float32")
    assert rate == 44_100
    np.testing.assert_allclose(written, sound[0], atol=2**-23)


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    ends: list[UserError | None] = []
    recording = Recording(tmp_path / "gone" / "a.wav", 44_100, 1, ends.append)
    recording.write(np.zeros((1, 10), np.float32))
    recording.finish()
    recording.wait()
    assert "Could not write" in str(ends[0])
    with pytest.raises(UserError, match=r"wav or \.flac"):
        Recording(tmp_path / "a.mp3", 44_100, 1, ends.append)
