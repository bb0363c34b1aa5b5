"""MP3 files whose header does not tell their length, or not the true one: they are read whole."""

from __future__ import annotations

import functools
import io
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.audio.filing.formats.mpeg_frames import mpeg_sound
from riffdesk.audio.filing.sound_files import ImportRequest, import_audio, read_audio
from riffdesk.dsp.params import SpectrogramParams
from tests.measure import RATE, rms_db

MONO = SpectrogramParams(bands=16)
FRAME = 1_152
ID3 = b"ID3\x03\0\0\0\0\x07\x68" + bytes(1_000)
ID3V1 = b"TAG" + bytes(125)


@functools.cache
def mp3(seconds: float = 6, *, variable: bool = True, rate: int = RATE, channels: int = 1) -> bytes:
    """Noise, then a quiet tone: in a file of variable bit rate their frames differ in size by far."""
    half = round(seconds * rate / 2)
    loud = 0.3 * np.random.default_rng(0).standard_normal(half)
    quiet = 0.01 * np.sin(2 * np.pi * 440 * np.arange(half) / rate)
    sound = np.stack([np.concatenate([loud, quiet])] * channels, axis=1)
    out = io.BytesIO()
    mode = {"bitrate_mode": "VARIABLE", "compression_level": 0.2} if variable else {}
    soundfile.write(out, sound, rate, format="MP3", **mode)
    return out.getvalue()


def without_info(data: bytes) -> bytes:
    """Take the first frame away, which is the one with the number of frames."""
    second = data.index(data[:2], 100)
    assert b"Xing" in data[:second] or b"Info" in data[:second]
    return data[second:]


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("variable", "rate", "channels"),
    [
        (True, 44_100, 1), (True, 44_100, 2), (True, 22_050, 2), (True, 48_000, 1),
        (False, 44_100, 1), (False, 22_050, 2),
    ],
)  # fmt: skip
def test_a_file_without_an_info_frame_is_as_long_as_it_is(
    tmp_path: Path, variable: bool, rate: int, channels: int
) -> None:
    data = mp3(variable=variable, rate=rate, channels=channels)
    whole = read_audio(written(tmp_path / "whole.mp3", data), rate)
    got = read_audio(written(tmp_path / "a.mp3", without_info(data)), rate)
    # Without the lengths of the encoder's own silence, that is there too: less than three frames.
    extra = got.shape[1] - whole.shape[1]
    assert whole.shape == (channels, 6 * rate)
    assert 0 <= extra <= 3 * FRAME
    piece = whole[0, 9_000:9_100]
    start = next(at for at in range(extra + 1) if np.abs(got[0, at + 9_000 : at + 9_100] - piece).max() < 1e-4)
    assert rms_db(got[:, start : start + 6 * rate] - whole) < -100


def test_a_byte_cut_off_the_front_costs_no_music(tmp_path: Path) -> None:
    got = read_audio(written(tmp_path / "a.mp3", mp3()[1:]), RATE)
    assert 6 * RATE <= got.shape[1] <= 6 * RATE + 3 * FRAME
    assert rms_db(got[0, -RATE:-FRAME]) == pytest.approx(20 * np.log10(0.01 / np.sqrt(2)), abs=0.5)


@pytest.mark.parametrize("between", [b"", ID3V1, ID3V1 + ID3, b"\0" * 500], ids=["nothing", "ID3v1", "both", "zeros"])
def test_joined_files_are_whole(tmp_path: Path, between: bytes) -> None:
    got = import_audio(ImportRequest(written(tmp_path / "a.mp3", mp3() + between + mp3() + between), MONO))
    assert 12 * RATE <= got.audio.shape[1] <= 12 * RATE + 3 * FRAME
    # Half a second from the beginning of the second noise, and from the end of the second tone.
    assert rms_db(got.audio[0, 6 * RATE + RATE // 2 : 8 * RATE]) > -15
    assert rms_db(got.audio[0, -RATE:-FRAME]) == pytest.approx(20 * np.log10(0.01 / np.sqrt(2)), abs=0.5)
    assert got.notes == ()


@pytest.mark.parametrize("before", [b"", ID3, b"\0" * 65_535], ids=["nothing", "ID3", "junk"])
def test_a_whole_file_is_sample_for_sample_what_its_decoder_says_and_never_cut_short(
    tmp_path: Path, before: bytes
) -> None:
    data = mp3()
    wanted = soundfile.read(io.BytesIO(data), dtype="float32")[0]
    got = import_audio(ImportRequest(written(tmp_path / "a.mp3", before + data), MONO))
    assert (got.audio[0] == wanted).all()
    assert got.notes == ()


def test_one_that_was_cut_off_says_how_much_is_there(tmp_path: Path) -> None:
    data = mp3()
    got = import_audio(ImportRequest(written(tmp_path / "a.mp3", data[: len(data) // 2]), MONO))
    seconds = got.audio.shape[1] / RATE
    assert 1 < seconds < 3
    assert got.notes[0].startswith("a.mp3 is cut short: ")
    assert got.notes[0].endswith(" of 6.0 s remain, and were read.")


def test_parts_of_another_sample_rate_are_said_to_be_left_out(tmp_path: Path) -> None:
    got = import_audio(ImportRequest(written(tmp_path / "a.mp3", mp3(4) + mp3(4, rate=48_000)), MONO))
    assert 4 * RATE <= got.audio.shape[1] <= 4 * RATE + 3 * FRAME
    assert "parts of different sample rates" in got.notes[0]


def test_other_files_are_no_mp3() -> None:
    for kind, subtype in (("WAV", "PCM_16"), ("FLAC", "PCM_16"), ("OGG", "VORBIS"), ("AIFF", "PCM_24")):
        out = io.BytesIO()
        soundfile.write(out, np.random.default_rng(1).uniform(-1, 1, 50_000), RATE, format=kind, subtype=subtype)
        assert mpeg_sound(out) is None, kind
    assert mpeg_sound(io.BytesIO(np.random.default_rng(2).bytes(300_000))) is None
    assert mpeg_sound(io.BytesIO(b"\xff" * 300_000)) is None


VALID = mp3(0.5)


@settings(max_examples=100)
@given(st.data())
def test_any_damage_leaves_a_file_that_can_be_counted(data: st.DataObject) -> None:
    damaged = bytearray(VALID)
    for _ in range(data.draw(st.integers(0, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    start = data.draw(st.integers(0, 2_000))
    found = mpeg_sound(io.BytesIO(damaged[start : data.draw(st.integers(start, len(damaged)))]))
    assert found is None or 0 < found.seconds <= 1
