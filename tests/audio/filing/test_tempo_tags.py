"""A sound file's own account of its tempo: chunks, tags and names, as samplers, DAWs and sample packs write them."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
import soundfile

from riffdesk.audio.filing.loop_chunks import Loop
from riffdesk.audio.filing.sound_files import ImportedAudio, ImportRequest, import_audio, write_audio
from riffdesk.dsp.params import SpectrogramParams
from tests.measure import RATE, riff

COARSE = SpectrogramParams(bands=16)
BAR_AT_140 = round(RATE * 60 / 140 * 4)


def imported(path: Path) -> ImportedAudio:
    return import_audio(ImportRequest(path, COARSE))


def with_chunks(path: Path, *parts: tuple[bytes, bytes], samples: int = BAR_AT_140) -> Path:
    soundfile.write(path, 0.3 * np.ones(samples), RATE, subtype="PCM_16")
    data = path.read_bytes() + b"".join(name + struct.pack("<I", len(body)) + body for name, body in parts)
    path.write_bytes(data[:4] + struct.pack("<I", len(data) - 8) + data[8:])
    return path


def acid(tempo: float, beats: int = 4, meter: int = 4, flags: int = 4) -> tuple[bytes, bytes]:
    return b"acid", struct.pack("<IHHfIHHf", flags, 60, 0x8000, 0.0, beats, 4, meter, tempo)


def smpl(first: int, last: int) -> tuple[bytes, bytes]:
    return b"smpl", struct.pack("<15I", 0, 0, round(1e9 / RATE), 60, 0, 0, 0, 1, 0, 0, 0, first, last, 0, 0)


@pytest.mark.parametrize("suffix", [".wav", ".flac"])
def test_a_loop_that_riffdesk_wrote_tells_its_tempo(tmp_path: Path, suffix: str) -> None:
    audio = riff(BAR_AT_140 / RATE)[None, :BAR_AT_140]
    write_audio(tmp_path / f"a{suffix}", audio, RATE, loop=Loop(BAR_AT_140, RATE, 140.0, 4))
    got = imported(tmp_path / f"a{suffix}")
    assert got.tempo == pytest.approx(140, abs=1e-4)
    assert got.loop == (suffix == ".wav"), "a FLAC file has no place for that"


def test_acid_and_smpl_chunks_are_read(tmp_path: Path) -> None:
    got = imported(with_chunks(tmp_path / "a.wav", acid(140.0, meter=3), smpl(0, BAR_AT_140 - 1)))
    assert (got.tempo, got.beats_per_bar, got.loop) == (140.0, 3, True)


def test_without_a_tempo_it_follows_from_beats_and_length(tmp_path: Path) -> None:
    got = imported(with_chunks(tmp_path / "a.wav", acid(0.0)))
    assert got.tempo == pytest.approx(140, abs=0.01)


def test_a_single_shot_has_no_tempo(tmp_path: Path) -> None:
    got = imported(with_chunks(tmp_path / "a.wav", acid(140.0, flags=1)))
    assert (got.tempo, got.loop) == (None, False)


@pytest.mark.parametrize("points", [(0, 10_000), (20_000, BAR_AT_140 - 1)])
def test_a_sustain_loop_within_a_sample_is_no_loop_of_the_whole(tmp_path: Path, points: tuple[int, int]) -> None:
    assert not imported(with_chunks(tmp_path / "a.wav", smpl(*points))).loop


@pytest.mark.parametrize("tempo", [float("nan"), float("inf"), -5.0, 1e30])
def test_a_tempo_that_is_none_is_passed_over(tmp_path: Path, tempo: float) -> None:
    assert imported(with_chunks(tmp_path / "a.wav", acid(tempo, beats=0))).tempo is None


@pytest.mark.parametrize("text", [b"128", b"128.00", b"128,0", b"128 BPM"])
def test_the_tempo_among_the_tags_of_an_mp3_is_read(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "a.mp3"
    soundfile.write(path, 0.3 * riff(1.0), RATE)
    frame = b"TBPM" + struct.pack(">I", len(text) + 1) + b"\0\0" + b"\0" + text
    path.write_bytes(b"ID3\x03\0\0\0\0\0" + bytes([len(frame)]) + frame + path.read_bytes())
    assert imported(path).tempo == 128


@pytest.mark.parametrize("key", [b"BPM", b"bpm", b"TEMPO"])
@pytest.mark.parametrize("value", [b"92.5", b"0", b"fast"])
def test_the_tempo_among_vorbis_comments_is_read(tmp_path: Path, key: bytes, value: bytes) -> None:
    path = tmp_path / "a.flac"
    soundfile.write(path, 0.3 * riff(0.5), RATE)
    data = path.read_bytes()
    entry = key + b"=" + value
    body = struct.pack("<I", 4) + b"test" + struct.pack("<II", 1, len(entry)) + entry
    path.write_bytes(data[:42] + b"\x04" + len(body).to_bytes(3) + body + rest_behind_comments(data))
    assert imported(path).tempo == (92.5 if value == b"92.5" else None)


def rest_behind_comments(data: bytes) -> bytes:
    """Return a FLAC file from its first block behind the stream info on, without comments."""
    place, kept = 42, b""
    while True:
        kind, size = data[place], int.from_bytes(data[place + 1 : place + 4])
        if kind & 0x7F != 4:
            kept += data[place : place + 4 + size]
        place += 4 + size
        if kind & 0x80:
            return kept + (b"" if kept[-4 - size :][:1] == bytes([kind]) else b"\x81\0\0\0") + data[place:]


@pytest.mark.parametrize(
    ("name", "tempo"),
    [
        ("bass 120 bpm.wav", 120),
        ("drums_85bpm_Am.wav", 85),
        ("LOOP-092BPM.wav", 92),
        ("break 92.5 BPM (2).wav", 92.5),
        ("take 120.wav", None),
        ("bpm.wav", None),
        ("9999bpm.wav", None),
    ],
)
def test_the_tempo_in_a_name_is_read(tmp_path: Path, name: str, tempo: float | None) -> None:
    path = tmp_path / name
    soundfile.write(path, riff(0.2), RATE)
    assert imported(path).tempo == tempo


def test_the_chunk_counts_more_than_the_name(tmp_path: Path) -> None:
    assert imported(with_chunks(tmp_path / "loop 90 bpm.wav", acid(140.0))).tempo == 140
