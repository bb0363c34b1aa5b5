"""Sounds at the tempo of a sketch: as long as they have to be, at their own pitch, with beats where they belong."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from riffdesk.analysis.stretch import StretchRequest, filling, stretched, tempo_factor
from riffdesk.errors import UserError
from tests.analysis.sounds import PARAMS, RATE, beats, tone, write_wav


def test_a_tone_keeps_its_pitch_and_gets_the_length(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "tone.wav", tone(440, 2.0))
    sound = stretched(StretchRequest(path, PARAMS, 1.25))
    assert sound.shape == (1, round(2.5 * RATE))
    spectrum = np.abs(np.fft.rfft(sound[0, RATE // 2 : RATE // 2 + RATE]))
    assert spectrum.argmax() == pytest.approx(440, abs=2)


def test_beats_are_at_the_new_tempo(tmp_path: Path) -> None:
    from riffdesk.analysis.sound_entry import entry_of
    from riffdesk.dsp.mel import analyse

    path = write_wav(tmp_path / "beats.wav", beats(100, 8.0))
    sound = stretched(StretchRequest(path, PARAMS, tempo_factor(100, 120)))
    entry = entry_of(sound, analyse(sound[0], PARAMS), PARAMS, None, kind="sound", name="x")
    assert entry.tempo == pytest.approx(120, abs=1)


@pytest.mark.parametrize(
    ("tempo", "wanted", "factor"),
    [
        (100, 120, 5 / 6),
        (120, 120, 1),
        (120.05, 120, 1),
        (0, 120, 1),
        (70, 140, 1),
        (174, 85, 87 / 85),
        (60, 118, 60 / 59),
    ],
)
def test_the_nearest_octave_of_a_tempo_is_taken(tempo: float, wanted: float, factor: float) -> None:
    assert tempo_factor(tempo, wanted) == pytest.approx(factor)


def test_more_than_twice_or_half_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="half or twice"):
        stretched(StretchRequest(tmp_path / "any.wav", PARAMS, 2.5))


def test_a_sound_goes_round_at_the_nearest_bar_line() -> None:
    audio = np.arange(1, 96, dtype=np.float32)[None]  # 95 samples: nearly two bars of 50
    filled = filling(audio, 230, 50.0)
    assert np.array_equal(filled[0, :95], audio[0])
    assert not filled[0, 95:100].any()
    assert np.array_equal(filled[0, 100:195], audio[0])
    assert np.array_equal(filled[0, 200:], audio[0, :30])
    assert filling(audio, 30, 50.0).shape == (1, 30)
    assert np.array_equal(filling(audio[:, :20], 100, 50.0)[0, 50:70], audio[0, :20]), "a bar at least"
