from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from riffdesk.compose.clip_spec import ClipSpec
from riffdesk.dsp.mel import mel_amplitudes
from riffdesk.errors import UserError
from riffdesk.training.clips import soundfont, synths
from riffdesk.training.clips.clip_rendering import PARAMS, amplitudes_of, image_of_audio, render_audio
from riffdesk.training.evaluation import measures
from tests.training.specs import spec

LENGTH = PARAMS.window + 512 * PARAMS.hop + PARAMS.window


@pytest.fixture(scope="module")
def font() -> soundfont.SoundFont:
    try:
        return soundfont.SoundFont()
    except UserError as error:
        pytest.skip(str(error))


def test_the_fast_mel_image_is_the_programs_own() -> None:
    sound = np.random.default_rng(1).normal(size=LENGTH).astype(np.float32) * 0.1
    sound *= np.linspace(0, 1, LENGTH, dtype=np.float32)
    own = mel_amplitudes(sound, PARAMS)[:, 10 : 10 + 512]
    fast = amplitudes_of(torch.from_numpy(sound[None]))[0].numpy()
    ink, fast_ink = ((values / own.max()) ** 0.25 for values in (own, fast))
    assert np.abs(ink - fast_ink).max() < 1 / 255


def test_the_loudest_cell_is_black_and_silence_white() -> None:
    at = np.arange(LENGTH) / 44_100
    tone = (0.01 * np.sin(2 * np.pi * 440 * at)).astype(np.float32)
    image = image_of_audio(tone)
    assert image.min() == 0
    rows = np.unravel_index(image.argmin(), image.shape)[0]
    assert abs(511 - rows - float(PARAMS.band_of(440))) < 1.5  # low frequencies at the bottom
    assert (image_of_audio(np.zeros(LENGTH, np.float32)) == 255).all()


@pytest.mark.parametrize("name", ["fm bell", "square lead", "saw lead", "saw pad", "soft pad"])
def test_our_own_synths_play_in_tune_and_stay_below_full_scale(name: str) -> None:
    sound = synths.play(name, [(0.1, 2.0, 69, 127)], 3 * 44_100)
    assert 0.05 < np.abs(sound).max() < 1
    spectrum = np.abs(np.fft.rfft(sound[22_050:66_150]))
    near = spectrum[400:480]
    assert abs(400 + near.argmax() - 440) <= 4  # bins of 1 Hz; the pads are detuned by 8 cents


def test_our_own_drums_differ_from_one_another() -> None:
    rng = np.random.default_rng(0)
    kick, hat = (synths.play_808([(0.0, 0.1, drum, 110)], 22_050, rng) for drum in (36, 42))
    centroids = []
    for sound in (kick, hat):
        power = np.abs(np.fft.rfft(sound)) ** 2
        centroids.append((power * np.arange(len(power))).sum() / power.sum() * 2)
    assert centroids[0] < 200
    assert centroids[1] > 3_000


def clip(one: ClipSpec, seed: int, font: soundfont.SoundFont) -> np.ndarray:
    return image_of_audio(render_audio(one, np.random.default_rng(seed), font))


def test_a_clip_depends_on_its_seed_alone(font: soundfont.SoundFont) -> None:
    pad = spec(family="synth pad", sound=89, playing="chords")
    first = clip(pad, 1, font)
    other = clip(spec(groove="rock"), 2, font)
    assert np.array_equal(clip(pad, 1, font), first)  # notes that were dying away are not in it
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("bpm", [70, 120, 165])
def test_drums_keep_the_tempo(font: soundfont.SoundFont, bpm: int) -> None:
    ink = measures.ink_of_images(clip(spec(family="", playing="", groove="rock", bpm=bpm), 3, font))
    assert measures.tempo_agrees(measures.tempo_of(ink), bpm, 0.03)


def test_a_low_clip_sounds_lower_than_a_high_one(font: soundfont.SoundFont) -> None:
    low, high = (
        measures.fundamental_band(measures.ink_of_images(clip(spec(register=register), 4, font)))
        for register in ("low", "high")
    )
    assert low + 20 < high


def test_a_missing_soundfont_names_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIFFDESK_SOUNDFONT", str(tmp_path / "none.sf2"))
    with pytest.raises(UserError, match="fluid-soundfont-gm"):
        soundfont.find_soundfont()


def test_a_missing_library_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(name: str) -> None:
        raise OSError(name)

    monkeypatch.setattr(soundfont.ctypes, "CDLL", fails)
    with pytest.raises(UserError, match="libfluidsynth3"):
        soundfont.load_library()


def test_a_file_that_is_no_soundfont_is_refused(tmp_path: Path, font: soundfont.SoundFont) -> None:
    path = tmp_path / "noise.sf2"
    path.write_bytes(b"RIFF nothing")
    with pytest.raises(UserError, match=r"noise\.sf2"):
        soundfont.SoundFont(path)
