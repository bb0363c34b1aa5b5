"""WAV files with headers that are not true: as much of them is read as is there."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.audio.filing.formats.wav_chunks import chunks
from riffdesk.audio.filing.formats.wav_repair import wav_file
from riffdesk.audio.filing.sound_files import ImportRequest, import_audio, read_audio
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError
from tests.measure import RATE, sine

COARSE = SpectrogramParams(bands=16)
PCM = np.round(0.3 * sine(440, 2.0) * 32_767).astype("<i2")
DATA = PCM.tobytes()


def chunk(name: bytes, data: bytes, *, pad: bool = True, told: int | None = None) -> bytes:
    size = len(data) if told is None else told
    return name + struct.pack("<I", size) + data + (b"\0" if pad and len(data) % 2 else b"")


def fmt(channels: int = 1, bits: int = 16) -> bytes:
    align = channels * bits // 8
    return chunk(b"fmt ", struct.pack("<HHIIHH", 1, channels, RATE, RATE * align, align, bits))


def riff(*parts: bytes, told: int | None = None) -> bytes:
    body = b"WAVE" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body) if told is None else told) + body


ODD = chunk(b"LIST", b"INFOISFT\x07\0\0\0SoundX\0", pad=False)
ID3 = b"ID3\x03\0\0\0\0\x07\x68" + bytes(1_000)
HALF = len(DATA) // 2
BROKEN = {
    "size 0": riff(fmt(), chunk(b"data", DATA, told=0), told=0),
    "size -1": riff(fmt(), chunk(b"data", DATA, told=0xFFFF_FFFF), told=0xFFFF_FFFF),
    "RIFF size 36": riff(fmt(), chunk(b"data", DATA), told=36),
    "odd chunk without pad": riff(fmt(), ODD, chunk(b"data", DATA)),
    "two odd chunks without pad": riff(ODD, fmt(), ODD, chunk(b"data", DATA)),
    "two data chunks": riff(fmt(), chunk(b"data", DATA[:HALF]), chunk(b"data", DATA[HALF:])),
    "two data chunks and one between": riff(
        fmt(), chunk(b"data", DATA[:HALF]), chunk(b"LIST", b"INFO"), chunk(b"data", DATA[HALF:])
    ),
    "samples before the format": riff(chunk(b"data", DATA), fmt()),
    "ID3 before RIFF": ID3 + riff(fmt(), chunk(b"data", DATA)),
    "zeros before RIFF": bytes(600) + riff(fmt(), chunk(b"data", DATA)),
    "junk chunk before fmt": riff(chunk(b"JUNK", bytes(4_000)), fmt(), chunk(b"data", DATA)),
    "chunk of an impossible size": riff(fmt(), chunk(b"bext", bytes(602), told=0x7000_0000), chunk(b"data", DATA)),
    "LIST of zeros": riff(fmt(), chunk(b"LIST", bytes(393_164)), chunk(b"data", DATA)),
    "garbage behind": riff(fmt(), chunk(b"data", DATA)) + b"\x00\xff" * 5_000,
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_every_sample_is_read_whatever_the_header_says(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(data)
    assert (read_audio(path, RATE)[0] * 32_768 == PCM).all()


@pytest.mark.parametrize("size", [0, 0xFFFF_FFFF, 0x7FFF_F000])
def test_a_length_that_was_never_written_is_told_of(tmp_path: Path, size: int) -> None:
    path = tmp_path / "take.wav"
    path.write_bytes(riff(fmt(), chunk(b"data", DATA, told=size), told=size))
    got = import_audio(ImportRequest(path, COARSE))
    assert got.audio.shape == (1, 2 * RATE)
    assert got.notes == ("take.wav does not state its length, as when a recorder loses power. It was read to its end.",)


@pytest.mark.parametrize("name", [name for name in BROKEN if not name.startswith("size")])
def test_what_was_only_written_oddly_is_not_worth_a_word(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(BROKEN[name])
    assert import_audio(ImportRequest(path, COARSE)).notes == ()


def test_a_recorder_that_loses_power_in_the_middle_of_a_sample_costs_that_sample(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(riff(fmt(channels=2), chunk(b"data", DATA[:-2] + b"\1", pad=False, told=0), told=0))
    got = read_audio(path, RATE)
    assert got.shape == (2, RATE - 1)
    assert (got[0] * 32_768 == PCM[:-2:2]).all()


def test_a_file_that_is_really_empty_still_says_so(tmp_path: Path) -> None:
    for number, behind in enumerate((b"", chunk(b"LIST", b"INFO"), chunk(b"smpl", bytes(36)))):
        path = tmp_path / f"{number}.wav"
        path.write_bytes(riff(fmt(), chunk(b"data", b""), behind))
        with pytest.raises(UserError, match="contains no sound at all"):
            read_audio(path, RATE)


def test_a_true_header_is_left_to_libsndfile() -> None:
    found = wav_file(io.BytesIO(riff(fmt(), chunk(b"data", DATA), chunk(b"LIST", b"INFO"))))
    assert found is not None
    assert found.file is None


@given(st.lists(st.tuples(st.sampled_from([b"LIST", b"JUNK", b"bext", b"iXML"]), st.binary(max_size=9), st.booleans())))
def test_chunks_are_found_with_and_without_their_padding(parts: list[tuple[bytes, bytes, bool]]) -> None:
    data = riff(fmt(), *(chunk(name, content, pad=pad) for name, content, pad in parts), chunk(b"data", DATA[:100]))
    found = [(one.name, data[one.start : one.start + one.size]) for one in chunks(io.BytesIO(data))]
    assert found[1:] == [(name, content) for name, content, _ in parts] + [(b"data", DATA[:100])]


@given(st.binary(max_size=200), st.integers(0, 60))
def test_any_bytes_are_chunks_that_lie_within_the_file(tail: bytes, kept: int) -> None:
    data = riff(fmt(), chunk(b"data", DATA[:20]))[:kept] + tail
    for one in chunks(io.BytesIO(data)):
        assert 0 <= one.start <= one.start + one.size <= len(data)
