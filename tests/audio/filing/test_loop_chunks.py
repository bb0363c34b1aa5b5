"""What the files of a loop say of it, read back by libsndfile and byte by byte."""

from __future__ import annotations

import re
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from riffdesk.audio.filing.export.export import ExportRequest, export
from riffdesk.audio.filing.loop_chunks import Loop
from riffdesk.audio.filing.sound_files import read_audio, read_recipe, write_audio
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.state import State, empty_state
from tests.measure import RATE
from tests.states import with_sounds

SAMPLES = 86_222  # two bars of 3/4 at 184 bpm are 86,282.6 samples; this is none of them
BARS = round(2 * 3 * 60 / 184 * RATE)
RECIPE = Recipe("starter", (Keyframe(prompt="a waltz"),), BARS / RATE, 12, circular=True, tempo=184, beats_per_bar=3)


def noise(samples: int, channels: int = 2) -> NDArray[np.float32]:
    return np.random.default_rng(1).uniform(-0.5, 0.5, (channels, samples)).astype(np.float32)


def chunks(path: Path) -> dict[bytes, bytes]:
    """Return the chunks of a WAV file; all of the file must be chunks."""
    data = path.read_bytes()
    assert (data[:4], data[8:12]) == (b"RIFF", b"WAVE")
    assert struct.unpack("<I", data[4:8])[0] == len(data) - 8
    found, place = {}, 12
    while place < len(data):
        name, size = struct.unpack_from("<4sI", data, place)
        assert name not in found
        found[name] = data[place + 8 : place + 8 + size]
        place += 8 + size + size % 2
    assert place == len(data)
    return found


def libsndfile_says(path: Path, name: str) -> list[str]:
    """Return the values of a name in what libsndfile has read of a file's header."""
    with soundfile.SoundFile(path) as file:
        return [value.strip() for value in re.findall(rf"{re.escape(name)}\s*:\s*([^\n]*)", file.extra_info)]


@pytest.mark.parametrize("subtype", ["PCM_16", "PCM_24", "FLOAT"])
@pytest.mark.parametrize("channels", [1, 2])
def test_a_wav_has_one_loop_from_its_first_sample_to_its_last_and_its_tempo(
    tmp_path: Path, subtype: Any, channels: int
) -> None:
    path, audio = tmp_path / "a.wav", noise(BARS, channels)
    write_audio(path, audio, RATE, subtype=subtype, recipe=RECIPE)
    found = chunks(path)
    values = struct.unpack("<9I6I", found[b"smpl"])
    assert (values[2], values[7], values[8]) == (22_676, 1, 0)  # nanoseconds a sample, loops, bytes after them
    assert values[9:] == (0, 0, 0, BARS - 1, 0, 0)  # forward, first and last sample played, no fraction, for ever
    flags, _, _, _, beats, denominator, numerator, tempo = struct.unpack("<IHHfIHHf", found[b"acid"])
    assert not flags & 0x01  # no single shot
    assert (beats, numerator, denominator, tempo) == (6, 3, 4, 184.0)
    assert libsndfile_says(path, "Loop Count") == ["1"]
    (loop,) = libsndfile_says(path, "Cue ID")
    assert re.search(rf"Start :\s*0\s+End :\s*{BARS - 1}\s+Fraction :\s*0\s+Count :\s*0", loop)
    assert (libsndfile_says(path, "Beats"), libsndfile_says(path, "Meter")) == (["6"], ["3/4"])
    assert float(libsndfile_says(path, "Tempo")[0]) == 184
    assert len(read_audio(path, RATE)[0]) == BARS
    assert read_recipe(path) == RECIPE


@pytest.mark.parametrize("loop", [Loop(SAMPLES, RATE, 184, 3), Loop(SAMPLES, RATE)], ids=["another", "none"])
def test_a_tempo_that_is_not_the_loop_s_own_is_left_out(tmp_path: Path, loop: Loop) -> None:
    write_audio(tmp_path / "a.wav", noise(SAMPLES), RATE, loop=loop)
    write_audio(tmp_path / "a.flac", noise(SAMPLES), RATE, loop=loop)
    assert set(chunks(tmp_path / "a.wav")) == {b"fmt ", b"data", b"smpl"}
    assert b"BPM" not in (tmp_path / "a.flac").read_bytes()


def test_what_is_no_loop_says_nothing(tmp_path: Path) -> None:
    write_audio(tmp_path / "a.wav", noise(BARS), RATE, recipe=replace(RECIPE, circular=False))
    assert set(chunks(tmp_path / "a.wav")) == {b"fmt ", b"data", b"LIST"}


@pytest.mark.parametrize("recipe", [None, RECIPE])
@pytest.mark.parametrize("tempo", [184.0, 93.217])
def test_a_flac_has_its_tempo_as_a_tag_and_all_else_as_it_was(
    tmp_path: Path, recipe: Recipe | None, tempo: float
) -> None:
    path, plain = tmp_path / "a.flac", tmp_path / "plain.flac"
    samples = round(6 * 60 / tempo * RATE)
    audio = noise(samples)
    write_audio(path, audio, RATE, recipe=recipe, loop=Loop(samples, RATE, tempo, 3))
    write_audio(plain, audio, RATE)
    assert tags(path)["BPM"] == f"{tempo:g}"
    assert read_recipe(path) == recipe
    assert (read_audio(path, RATE) == read_audio(plain, RATE)).all()


def tags(path: Path) -> dict[str, str]:
    """Return the tags of a FLAC file by name; its metadata must end where its frames begin."""
    data, place, last = path.read_bytes(), 4, False
    found: dict[str, str] = {}
    while not last:
        last, kind, size = bool(data[place] & 0x80), data[place] & 0x7F, int.from_bytes(data[place + 1 : place + 4])
        block = data[place + 4 : place + 4 + size]
        place += 4 + size
        if kind == 4:
            at = 4 + struct.unpack_from("<I", block)[0]
            (count,) = struct.unpack_from("<I", block, at)
            at += 4
            for _ in range(count):
                (length,) = struct.unpack_from("<I", block, at)
                name, value = block[at + 4 : at + 4 + length].decode().split("=", 1)
                found[name] = value
                at += 4 + length
            assert at == size
    assert data[place : place + 2] in (b"\xff\xf8", b"\xff\xf9")
    return found


@given(st.text(max_size=50).filter(lambda text: "\0" not in text and text.isprintable()), st.floats(20, 400))
@settings(max_examples=50)
def test_any_comment_and_any_tempo_are_two_tags(
    tmp_path_factory: pytest.TempPathFactory, said: str, bpm: float
) -> None:
    path = tmp_path_factory.mktemp("flac") / "a.flac"
    recipe = replace(RECIPE, keyframes=(Keyframe(prompt=said),), tempo=bpm)
    write_audio(path, noise(round(60 / bpm * 8_000), 1), 8_000, recipe=recipe)
    assert float(tags(path)["BPM"]) == pytest.approx(bpm, rel=1e-5)
    assert read_recipe(path) == recipe


def document(samples: int, *, circular: bool) -> State:
    hop = empty_state().params.hop
    layers = tuple(Layer(np.full((512, round(samples / hop)), 0.1, np.float32), name) for name in ("Bass", "Drums"))
    state = replace(
        empty_state(), layers=layers, active=layers[0].id, samples=samples, columns=round(samples / hop),
        circular=circular, tempo=184, beats_per_bar=3,
    )  # fmt: skip
    return with_sounds(state, {layer.id: Sound(noise(samples)) for layer in layers})


@pytest.mark.parametrize("circular", [True, False])
def test_the_mix_and_every_stem_of_a_loop_are_loops(tmp_path: Path, circular: bool) -> None:
    report = export(ExportRequest(document(BARS, circular=circular), tmp_path, "waltz", stems=True))
    assert len(report.paths) == 3
    for path in report.paths:
        found = chunks(path)
        assert (b"smpl" in found, b"acid" in found) == (circular, circular)
        assert soundfile.info(path).frames == BARS
        if circular:
            assert struct.unpack("<9I6I", found[b"smpl"])[12] == BARS - 1
            assert struct.unpack("<IHHfIHHf", found[b"acid"])[4:] == (6, 4, 3, 184.0)


def test_a_loop_of_one_sample_and_one_of_ten_minutes_end_on_their_last_sample() -> None:
    for samples in (1, 600 * RATE):
        assert struct.unpack("<9I6I", Loop(samples, RATE).chunks[b"smpl"])[12] == samples - 1
