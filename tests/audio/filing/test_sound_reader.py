"""Sounds that are not one or two channels at full scale: mixed, one by one, turned down, and said."""

from __future__ import annotations

import os
import struct
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from riffdesk.audio.filing.channels import downmix, layout_of
from riffdesk.audio.filing.sound_files import ImportRequest, import_audio, read_audio
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import Cancelled, UserError
from tests.measure import RATE

COARSE = SpectrogramParams(bands=16)
HALF_POWER = 10 ** (-3.0103 / 20)


def tracks(channels: int, samples: int = 3_000) -> NDArray[np.float32]:
    """Another noise on each channel: float32 [channels, samples] that 16 bits hold exactly."""
    levels = np.random.default_rng(3).integers(-8_000, 8_000, (channels, samples))
    return (levels / 32_768).astype(np.float32)


def written(path: Path, sound: NDArray[Any], subtype: str = "PCM_16", **options: Any) -> Path:
    soundfile.write(path, sound.T, RATE, subtype=subtype, **options)
    return path


def with_speakers(path: Path, sound: NDArray[Any], speakers: int) -> Path:
    """Write a WAV that tells its loudspeakers."""
    return extensible(path, np.round(sound.T * 32_768).astype("<i2"), 16, speakers)


def extensible(path: Path, samples: NDArray[np.signedinteger[Any]], used_bits: int, speakers: int) -> Path:
    """Write a WAV of whole numbers ``[samples, channels]`` that tells how many bits are used."""
    size, channels = samples.itemsize, samples.shape[1]
    align, data = size * channels, samples.tobytes()
    guid = struct.pack("<IHH", 1, 0, 16) + bytes.fromhex("800000aa00389b71")
    form = struct.pack("<HHIIHHHHI", 0xFFFE, channels, RATE, RATE * align, align, 8 * size, 22, used_bits, speakers)
    form += guid
    body = b"WAVEfmt " + struct.pack("<I", len(form)) + form + b"data" + struct.pack("<I", len(data)) + data
    path.write_bytes(b"RIFF" + struct.pack("<I", len(body)) + body)
    return path


# Bits


@pytest.mark.parametrize("aligned", ["left", "right"])
def test_24_bits_in_32_are_as_loud_at_either_end(tmp_path: Path, aligned: str) -> None:
    levels = np.random.default_rng(4).integers(-(2**21), 2**21, (3_000, 1)).astype("<i4")
    path = extensible(tmp_path / "recorder.wav", levels << 8 if aligned == "left" else levels, 24, 4)
    got = import_audio(ImportRequest(path, COARSE))
    assert np.array_equal(got.audio[0], (levels[:, 0] / 2**23).astype(np.float32))
    said = "recorder.wav has its samples in the lower bits of their bytes, where they are 48 dB too quiet. "
    assert got.notes == ((f"{said}It was turned up by the same amount.",) if aligned == "right" else ())


def test_a_quiet_sound_of_24_bits_in_32_stays_quiet(tmp_path: Path) -> None:
    levels = np.random.default_rng(4).integers(-(2**12), 2**12, (3_000, 1)).astype("<i4")
    got = import_audio(ImportRequest(extensible(tmp_path / "room.wav", levels << 8, 24, 4), COARSE))
    assert np.array_equal(got.audio[0], (levels[:, 0] / 2**23).astype(np.float32))
    assert got.notes == ()


# Channels


@pytest.mark.parametrize("suffix", ["wav", "flac"])
def test_5_1_is_mixed_by_the_standard_matrix(tmp_path: Path, suffix: str) -> None:
    left, right, centre, bass, back_left, back_right = sound = tracks(6)
    got = import_audio(ImportRequest(written(tmp_path / f"film.{suffix}", sound), COARSE))
    assert bass.any()
    assert np.abs(got.audio[0] - (left + HALF_POWER * (centre + back_left))).max() < 1e-6
    assert np.abs(got.audio[1] - (right + HALF_POWER * (centre + back_right))).max() < 1e-6
    assert got.channels == ("left", "right", "centre", "LFE", "back left", "back right")
    assert got.notes == (
        f"The 6 channels of film.{suffix} were mixed to stereo: centre and surround at -3 dB, without the bass channel "
        "(ITU-R BS.775).",
    )


def test_vorbis_has_its_channels_in_an_order_of_its_own(tmp_path: Path) -> None:
    second = np.zeros((6, RATE), np.float32)
    second[1] = 0.3 * np.sin(2 * np.pi * 440 * np.arange(RATE) / RATE)  # the centre
    got = read_audio(written(tmp_path / "a.ogg", second, "VORBIS"), RATE)
    level = np.sqrt(np.mean(got**2, axis=1))
    assert level == pytest.approx([0.3 * HALF_POWER / np.sqrt(2)] * 2, rel=0.05)


def test_a_wav_says_which_loudspeakers_it_is_for(tmp_path: Path) -> None:
    sound = tracks(4)
    got = read_audio(with_speakers(tmp_path / "quad.wav", sound, 0b110011), RATE)
    assert np.abs(got - (sound[:2] + HALF_POWER * sound[2:])).max() < 1e-6
    mono_surround = read_audio(with_speakers(tmp_path / "lcrs.wav", sound, 0b100000111), RATE)
    shared = HALF_POWER * sound[2] + 0.5 * sound[3]
    assert np.abs(mono_surround - (sound[:2] + shared)).max() < 1e-6


@pytest.mark.parametrize("channels", [3, 4, 7, 24])
def test_tracks_that_nobody_knows_the_place_of_are_their_mean(tmp_path: Path, channels: int) -> None:
    sound = tracks(channels)
    got = import_audio(ImportRequest(written(tmp_path / "field.wav", sound), COARSE))
    assert got.audio.shape == (1, 3_000)
    assert np.abs(got.audio[0] - sound.mean(axis=0)).max() < 1e-6
    assert got.channels == tuple(map(str, range(1, channels + 1)))
    assert "mixed to one: it does not say where they belong" in got.notes[0]


@pytest.mark.parametrize(("channels", "name"), [(4, "field 3"), (6, "field centre")])
def test_a_channel_can_be_had_alone_bit_for_bit(tmp_path: Path, channels: int, name: str) -> None:
    sound = tracks(channels)
    path = written(tmp_path / "field.wav", sound)
    got = import_audio(ImportRequest(path, COARSE, channel=2))
    assert (got.audio == sound[2:3]).all()
    assert got.name == name
    assert got.notes == ()


def test_one_and_two_channels_have_nothing_to_choose(tmp_path: Path) -> None:
    for channels in (1, 2):
        got = import_audio(ImportRequest(written(tmp_path / "a.wav", tracks(channels)), COARSE))
        assert (got.audio == tracks(channels)).all()
        assert got.channels == got.notes == ()


def test_no_layout_loses_a_front_channel_and_none_has_the_bass() -> None:
    for file_format in ("WAV", "FLAC", "OGG"):
        for channels in range(3, 9):
            layout = layout_of(file_format, channels)
            if layout is None:
                continue
            gains = downmix(channels, layout)
            assert gains.shape == (channels, 2)
            assert gains[layout.index("FL")].tolist() == [1, 0]
            assert gains[layout.index("FR")].tolist() == [0, 1]
            silent = [name for name, gain in zip(layout, gains, strict=True) if not gain.any()]
            assert silent in ([], ["LFE"])


# Scale


@pytest.mark.parametrize("bits", [16, 24, 32])
def test_floats_on_the_scale_of_whole_numbers_become_full_scale(tmp_path: Path, bits: int) -> None:
    full = 2.0 ** (bits - 1)
    sound = 0.3 * np.sin(2 * np.pi * 440 * np.arange(RATE) / RATE)
    path = written(tmp_path / "scipy.wav", (sound * full)[None], "FLOAT")
    got = import_audio(ImportRequest(path, COARSE))
    assert np.abs(got.audio[0] - sound).max() < 1e-6
    assert got.scale == full
    assert f"It was turned down by {20 * np.log10(full):.0f} dB." in got.notes[0]


def test_hot_floats_stay_and_far_hotter_ones_come_down_to_full_scale(tmp_path: Path) -> None:
    sound = tracks(1) / np.abs(tracks(1)).max()
    for peak, wanted in ((7.9, 7.9), (20.0, 1.0)):
        got = import_audio(ImportRequest(written(tmp_path / "a.wav", sound * peak, "FLOAT"), COARSE))
        assert np.abs(got.audio).max() == pytest.approx(wanted, rel=1e-6)
        assert len(got.notes) == (wanted != peak)


def test_the_scale_can_be_kept(tmp_path: Path) -> None:
    sound = tracks(1) * np.float32(32_768)
    got = import_audio(ImportRequest(written(tmp_path / "a.wav", sound, "FLOAT"), COARSE, keep_scale=True))
    assert (got.audio == sound).all()
    assert got.notes == ()


# Names and pipes

FOREIGN = os.fsdecode(b"caf\xe9.wav")


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_utf_8_is_opened_and_told_readably(tmp_path: Path) -> None:
    sound = tracks(1)
    os.rename(written(tmp_path / "a.wav", sound), tmp_path / FOREIGN)
    got = import_audio(ImportRequest(tmp_path / FOREIGN, COARSE))
    assert got.name == "caf\N{REPLACEMENT CHARACTER}"
    assert (got.audio == sound).all()
    (tmp_path / FOREIGN).write_bytes(b"no sound")
    with pytest.raises(UserError) as error:
        read_audio(tmp_path / FOREIGN, RATE)
    assert str(error.value).encode().startswith("caf\N{REPLACEMENT CHARACTER}.wav is not".encode())


def fifo(path: Path, data: bytes) -> threading.Thread:
    os.mkfifo(path)
    writer = threading.Thread(target=lambda: path.write_bytes(data))
    writer.start()
    return writer


@pytest.mark.skipif(os.name == "nt", reason="no such pipes")
@pytest.mark.parametrize("suffix", ["wav", "flac", "mp3"])
def test_a_sound_comes_through_a_pipe(tmp_path: Path, suffix: str) -> None:
    path = written(tmp_path / f"a.{suffix}", tracks(2, 90_000), {"mp3": "MPEG_LAYER_III"}.get(suffix, "PCM_16"))
    writer = fifo(tmp_path / "pipe", path.read_bytes())
    got = import_audio(ImportRequest(tmp_path / "pipe", COARSE))
    writer.join()
    assert (got.audio == read_audio(path, RATE)).all()


@pytest.mark.skipif(os.name == "nt", reason="no such pipes")
def test_waiting_for_a_pipe_that_nobody_writes_into_can_be_cancelled(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    cancel = threading.Event()
    timer = threading.Timer(0.2, cancel.set)
    timer.start()
    with pytest.raises(Cancelled):
        read_audio(tmp_path / "pipe", RATE, cancel=cancel)


@pytest.mark.skipif(os.name == "nt", reason="no such devices")
def test_a_device_is_one_sentence() -> None:
    with pytest.raises(UserError, match=r"^/dev/zero is a device and not a file"):
        read_audio(Path("/dev/zero"), RATE)


# The beginning of long files


@pytest.mark.parametrize("rate", [RATE, 48_000])
def test_the_beginning_of_a_file_of_any_length_is_read(tmp_path: Path, rate: int) -> None:
    sound = np.zeros((1, 700 * 8_000), np.int16)
    sound[0, :800] = 8_000
    path = tmp_path / "long.wav"
    soundfile.write(path, sound.T, 8_000, subtype="PCM_16")
    with pytest.raises(UserError, match="11:40 long"):
        read_audio(path, rate)
    got = read_audio(path, rate, first_seconds=2.0)
    assert got.shape == (1, 2 * rate)
    assert got[0, rate // 20] == pytest.approx(8_000 / 32_768, rel=0.01)
    assert read_audio(path, 8_000, first_seconds=600.0).shape == (1, 600 * 8_000)
