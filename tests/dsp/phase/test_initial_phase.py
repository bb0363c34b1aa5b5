"""The phase of new ink: pitch and steadiness of tones, and noise that is no buzz."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.dsp.phase.quality import Quality
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.dsp.pitch import hertz_of_midi, name_of_midi
from tests.dsp.phase.drawing import HOP, PARAMS, WINDOW, noise, partial, tone_line, warble_db
from tests.measure import Array, cents, over_the_rest_db, pitch_of, rms_db

STEADY = slice(30 * HOP, 120 * HOP)

NOTES = {"C2": 36, "G♯2": 44, "A2": 45, "E4": 64, "F♯6": 90, "C7": 96}


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("quality", ["draft", "good"])
def test_a_tone_line_has_its_pitch_and_is_steady(note: str, quality: Quality) -> None:
    hertz = hertz_of_midi(NOTES[note])
    assert name_of_midi(NOTES[note]) == note
    sound = reconstruct(tone_line(hertz, 150, 10, 140), PARAMS, quality=quality)[STEADY]
    assert cents(pitch_of(sound), hertz) == pytest.approx(0, abs=2 if NOTES[note] >= 45 else 5)
    assert warble_db(partial(sound, hertz)[WINDOW:-WINDOW]) < 0.5
    assert over_the_rest_db(sound, hertz) > 40


def test_many_iterations_keep_the_pitch() -> None:
    sound = reconstruct(tone_line(440, 150, 10, 140), PARAMS, quality="best")[STEADY]
    assert cents(pitch_of(sound), 440) == pytest.approx(0, abs=2)
    assert warble_db(partial(sound, 440)[WINDOW:-WINDOW]) < 0.5


def test_partials_of_a_line_are_in_tune_with_each_other() -> None:
    sound = reconstruct(tone_line(220, 150, 10, 140, harmonics=4), PARAMS)[STEADY]
    for number in range(1, 5):
        level = partial(sound, 220 * number)
        assert warble_db(level[WINDOW:-WINDOW]) < 0.5
        assert 20 * np.log10(level.mean() / partial(sound, 220).mean()) == pytest.approx(-6 * np.log2(number), abs=0.5)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_pitch_is_not_a_matter_of_luck(seed: int) -> None:
    sound = reconstruct(tone_line(110, 150, 10, 140), PARAMS, seed=seed)[STEADY]
    assert cents(pitch_of(sound), 110) == pytest.approx(0, abs=2)


def repetition(sound: Array) -> float:
    """Return the highest autocorrelation at 3 to 200 ms: 1 for a buzz, 0 for white noise."""
    power = np.abs(np.fft.rfft(sound.astype(np.float64), 2 * len(sound))) ** 2
    correlation = np.fft.irfft(power)
    lags = slice(3 * PARAMS.sample_rate // 1_000, PARAMS.sample_rate // 5)
    return float(np.abs(correlation[lags]).max() / correlation[0])


@pytest.mark.parametrize(("quality", "most"), [("draft", 0.1), ("good", 0.2), ("best", 0.35)])
def test_flat_ink_is_noise_not_a_buzz(quality: Quality, most: float) -> None:
    sound = reconstruct(noise(140, slice(10, 500)), PARAMS, quality=quality)[20 * HOP : 120 * HOP]
    assert repetition(sound) < most
    assert np.abs(sound).max() < 6 * np.sqrt(np.mean(sound**2))
    levels = [rms_db(sound[at : at + WINDOW]) for at in range(0, len(sound) - WINDOW, WINDOW)]
    assert max(levels) - min(levels) < 1


def test_another_seed_is_another_noise_of_the_same_level() -> None:
    ink = noise(120, slice(100, 400))
    one, other = (reconstruct(ink, PARAMS, seed=seed) for seed in (0, 1))
    assert abs(np.corrcoef(one, other)[0, 1]) < 0.1
    assert rms_db(one) == pytest.approx(rms_db(other), abs=0.5)
