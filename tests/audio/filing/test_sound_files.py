"""Sound files in and out: bit-identical where they can be, refused in one sentence where they cannot."""

from __future__ import annotations

import io
import os
import pickle
import struct
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from riffdesk.audio.filing.formats.wav_chunks import read_comment
from riffdesk.audio.filing.sound_files import BLOCK, ImportRequest, import_audio, read_audio, write_audio
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import Cancelled, UserError
from riffdesk.progress import Step
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from tests.disk import full_disk
from tests.measure import RATE, cents, pitch_of, riff, rms_db, sine

__all__ = ["full_disk"]

Array = NDArray[np.float32]
MONO = SpectrogramParams()
STEREO = SpectrogramParams(stereo=True)


def noise(channels: int, samples: int, level: float = 0.5, seed: int = 0) -> Array:
    return np.random.default_rng(seed).uniform(-level, level, (channels, samples)).astype(np.float32)


def wav(path: Path, data: NDArray[Any], rate: int = RATE, subtype: str = "PCM_16", **options: Any) -> Path:
    soundfile.write(path, data, rate, subtype=subtype, **options)
    return path


def every_16_bit_value() -> NDArray[np.int16]:
    return np.arange(-32_768, 32_768).astype(np.int16)


# In


@pytest.mark.parametrize("suffix", ["wav", "flac"])
def test_every_16_bit_sample_is_read_as_exactly_its_32768th(tmp_path: Path, suffix: str) -> None:
    values = every_16_bit_value()
    sound = read_audio(wav(tmp_path / f"a.{suffix}", np.stack([values, values[::-1]], axis=1)), RATE)
    assert sound.dtype == np.float32
    assert sound.shape == (2, 65_536)
    assert (sound[0].astype(np.float64) == np.arange(-32_768, 32_768) / 32_768).all()
    assert (sound[1] == sound[0, ::-1]).all()


@pytest.mark.parametrize(("subtype", "step"), [("PCM_24", 2**-23), ("FLOAT", 2**-30)])
def test_24_bit_and_float_samples_are_read_exactly(tmp_path: Path, subtype: str, step: float) -> None:
    sound = (np.round(noise(1, 5_000)[0] / step) * step).astype(np.float32)
    assert (read_audio(wav(tmp_path / "a.wav", sound, subtype=subtype), RATE)[0] == sound).all()


@pytest.mark.parametrize(
    ("suffix", "subtype", "worst_db"),
    [("flac", "PCM_24", -120), ("ogg", "VORBIS", -25), ("mp3", "MPEG_LAYER_III", -25), ("aiff", "PCM_16", -90)],
)
def test_every_usual_format_is_read(tmp_path: Path, suffix: str, subtype: str, worst_db: float) -> None:
    sound = 0.5 * sine(440, 1.0)
    back = read_audio(wav(tmp_path / f"a.{suffix}", sound, subtype=subtype), RATE)
    assert back.shape == (1, RATE)
    assert rms_db(back[0, 4_000:-4_000] - sound[4_000:-4_000]) < worst_db
    assert abs(cents(pitch_of(back[0]), 440)) < 0.5


@pytest.mark.parametrize("rate", [8_000, 22_050, 48_000, 96_000, 192_000])
def test_another_rate_is_resampled_in_tune_in_time_and_at_the_same_level(tmp_path: Path, rate: int) -> None:
    time = np.arange(rate * 2) / rate
    back = read_audio(wav(tmp_path / "a.wav", 0.5 * np.sin(2 * np.pi * 1_000 * time), rate, "FLOAT"), RATE)
    assert back.shape == (1, 2 * RATE)
    wanted = 0.5 * sine(1_000, 2.0)
    assert rms_db(back[0, 2_000:-2_000] - wanted[2_000:-2_000]) < -100


@pytest.mark.parametrize(("rate", "samples", "wanted"), [(192_000, 1, 1), (8_000, 1, 6), (48_000, 48_001, 44_101)])
def test_a_resampled_sound_has_the_length_of_its_time_and_at_least_one_sample(
    tmp_path: Path, rate: int, samples: int, wanted: int
) -> None:
    sound = read_audio(wav(tmp_path / "a.wav", noise(2, samples).T, rate), RATE)
    assert sound.shape == (2, wanted)
    assert np.isfinite(sound).all()


def test_an_imported_mono_sound_has_the_ink_of_its_samples(tmp_path: Path) -> None:
    path = wav(tmp_path / "My loop.wav", riff(0.7))
    got = import_audio(ImportRequest(path, MONO))
    assert got.name == "My loop"
    assert got.audio.shape == (1, round(0.7 * RATE))
    assert (got.ink == analyse(got.audio[0], MONO)).all()
    assert got.ink.shape == (512, 71)


def test_a_mono_sketch_sees_the_mean_of_both_channels_and_keeps_both(tmp_path: Path) -> None:
    left, right = riff(0.3), noise(1, round(0.3 * RATE))[0]
    got = import_audio(ImportRequest(wav(tmp_path / "a.wav", np.stack([left, right], 1), subtype="FLOAT"), MONO))
    assert (got.audio == np.stack([left, right])).all()
    assert np.allclose(got.ink, analyse((left + right) / 2, MONO), atol=1e-6)


def test_a_stereo_sketch_sees_left_and_right(tmp_path: Path) -> None:
    sound = np.stack([riff(0.3), noise(1, round(0.3 * RATE))[0]])
    got = import_audio(ImportRequest(wav(tmp_path / "a.wav", sound.T, subtype="FLOAT"), STEREO))
    assert got.ink.shape == (2, 512, 31)
    assert np.allclose(got.ink[0], analyse(sound[0], STEREO), atol=1e-6)
    assert np.allclose(got.ink[1], analyse(sound[1], STEREO), atol=1e-6)


def test_a_mono_sound_in_a_stereo_sketch_is_the_same_on_both_sides(tmp_path: Path) -> None:
    got = import_audio(ImportRequest(wav(tmp_path / "a.wav", riff(0.3)), STEREO))
    assert got.audio.shape[0] == 1
    assert got.ink.shape[0] == 2
    assert (got.ink[0] == got.ink[1]).all()
    got.ink[0] = 0
    assert got.ink[1].any(), "each side can be painted on by itself"


@pytest.mark.parametrize("samples", [1, 100, 440, 441, 442])
def test_sounds_around_one_hop_have_one_or_two_columns(tmp_path: Path, samples: int) -> None:
    got = import_audio(ImportRequest(wav(tmp_path / "a.wav", noise(1, samples)[0]), MONO))
    assert got.audio.shape == (1, samples)
    assert got.ink.shape == (512, 1 + samples // 441)
    assert np.isfinite(got.ink).all()


def test_silence_has_no_ink(tmp_path: Path) -> None:
    assert not import_audio(ImportRequest(wav(tmp_path / "a.wav", np.zeros(5_000)), MONO)).ink.any()


# What is refused


def wav_header(seconds: float, rate: int = RATE, channels: int = 1) -> bytes:
    size = round(seconds * rate) * 2 * channels
    fmt = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, channels, rate, rate * 2 * channels, 2 * channels, 16)
    return struct.pack("<4sI4s", b"RIFF", 36 + size, b"WAVE") + fmt + struct.pack("<4sI", b"data", size)


def sparse(path: Path, head: bytes, size: int) -> Path:
    with path.open("wb") as file:
        file.write(head)
        file.truncate(len(head) + size)
    return path


def test_an_hour_is_refused_before_it_is_read_with_its_length_and_the_limit(tmp_path: Path) -> None:
    path = sparse(tmp_path / "hour.wav", wav_header(3_600), 3_600 * RATE * 2)
    steps: list[Step] = []
    with pytest.raises(UserError, match=r"hour\.wav is 1:00:00 long.*at most 10:00"):
        read_audio(path, RATE, on_step=steps.append)
    assert steps == []


def test_ten_minutes_are_read_and_one_sample_more_is_not(tmp_path: Path) -> None:
    whole = sparse(tmp_path / "a.wav", wav_header(600, 8_000), 600 * 8_000 * 2)
    assert read_audio(whole, 8_000).shape == (1, 4_800_000)
    longer = sparse(tmp_path / "b.wav", wav_header(600 + 1 / 8_000, 8_000), 600 * 8_000 * 2 + 2)
    with pytest.raises(UserError, match=r"b\.wav is 10:01 long"):
        read_audio(longer, 8_000)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e30])
def test_samples_that_are_no_numbers_are_silence_and_counted(tmp_path: Path, value: float) -> None:
    sound = noise(2, 3 * BLOCK)
    sound[1, -5] = sound[0, 7] = value
    got = import_audio(ImportRequest(wav(tmp_path / "broken.wav", sound.T, subtype="FLOAT"), MONO))
    sound[1, -5] = sound[0, 7] = 0
    assert (got.audio == sound).all()
    assert got.notes == ("broken.wav has 2 samples that are not a number, replaced by silence.",)


def test_a_file_without_samples_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"a\.wav contains no sound at all"):
        read_audio(wav(tmp_path / "a.wav", np.zeros((0, 2))), RATE)


def test_an_impossible_rate_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(wav_header(0.001, 4_000_000) + bytes(8_000))
    with pytest.raises(UserError, match=r"a\.wav claims 4,000,000 samples per second"):
        read_audio(path, RATE)


@pytest.mark.parametrize(
    ("name", "contents", "sentence"),
    [
        ("a.wav", b"", r"a\.wav is empty"),
        ("a.wav", b"This is a letter, not a sound.", r"a\.wav is not a sound file"),
        ("a.mp3", b"This is a letter, not a sound.", r"a\.mp3 is not a sound file"),
        ("a.raw", bytes(1_000), r"a\.raw is not a sound file"),
        ("a.wav", b"RIFF\x24\0\0\0WAVE", r"a\.wav is not a sound file"),
    ],
)
def test_what_is_no_sound_is_one_sentence(tmp_path: Path, name: str, contents: bytes, sentence: str) -> None:
    (tmp_path / name).write_bytes(contents)
    with pytest.raises(UserError, match=sentence):
        read_audio(tmp_path / name, RATE)


@pytest.mark.parametrize(
    ("suffix", "subtype"),
    [("wav", "PCM_16"), ("wav", "FLOAT"), ("flac", "PCM_16"), ("ogg", "VORBIS"), ("mp3", "MPEG_LAYER_III")],
)
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_of_half_a_download_what_is_there_is_read_and_that_is_said(
    tmp_path: Path, suffix: str, subtype: str, share: float
) -> None:
    path = wav(tmp_path / f"cut.{suffix}", noise(2, 4 * RATE).T, subtype=subtype)
    whole = read_audio(path, RATE)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    got = import_audio(ImportRequest(path, MONO))
    samples = got.audio.shape[1]
    assert abs(samples - share * 4 * RATE) < 0.4 * RATE  # an OGG page that is not whole is lost
    edge = 3 * 1_152  # an MP3's frames lean on the next one
    assert np.abs(got.audio[:, : samples - edge] - whole[:, : samples - edge]).max() < 1e-6
    (note,) = got.notes
    assert note.startswith(f"cut.{suffix} is cut short")
    if suffix != "ogg":
        assert f": {samples / RATE:.1f} of 4.0 s remain, and were read." in note


@pytest.mark.parametrize(("suffix", "subtype"), [("flac", "PCM_16"), ("ogg", "VORBIS"), ("mp3", "MPEG_LAYER_III")])
def test_a_file_that_is_cut_off_in_its_header_is_one_sentence(tmp_path: Path, suffix: str, subtype: str) -> None:
    path = wav(tmp_path / f"cut.{suffix}", noise(2, 2 * RATE).T, subtype=subtype)
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(UserError, match=rf"^cut\.{suffix} is (cut short|too damaged|not a sound file)"):
        read_audio(path, RATE)


@pytest.mark.parametrize("size", [0xFFFF_FFFF, 0x7FFF_FFFF, 0x7FFF_F000])
def test_a_wav_that_was_streamed_without_knowing_its_length_is_read(tmp_path: Path, size: int) -> None:
    head = wav_header(1.0)
    path = tmp_path / "stream.wav"
    path.write_bytes(head[:-4] + struct.pack("<I", size) + every_16_bit_value().astype("<i2").tobytes())
    assert read_audio(path, RATE).shape == (1, 65_536)


def without_length(path: Path) -> Path:
    """Take the number of samples out of a FLAC header, as a streaming encoder leaves it."""
    data = bytearray(path.read_bytes())
    data[21] &= 0xF0
    data[22:26] = bytes(4)
    path.write_bytes(data)
    return path


def test_a_flac_without_a_length_in_its_header_is_read(tmp_path: Path) -> None:
    path = without_length(wav(tmp_path / "a.flac", every_16_bit_value()))
    assert soundfile.info(path).frames > 2**60
    assert (read_audio(path, RATE)[0] * 32_768 == np.arange(-32_768, 32_768)).all()


def test_a_flac_without_a_length_that_is_too_long_is_refused(tmp_path: Path) -> None:
    path = without_length(wav(tmp_path / "a.flac", np.zeros(8_000 * 601, np.int16), 8_000))
    with pytest.raises(UserError, match=r"a\.flac is more than 10:00 long"):
        read_audio(path, 8_000)


def test_a_missing_file_and_a_folder_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"Could not open gone\.wav: No such file"):
        read_audio(tmp_path / "gone.wav", RATE)
    with pytest.raises(UserError, match=r"is a folder\. Choose the files in it\."):
        read_audio(tmp_path, RATE)


def test_a_file_that_is_deleted_between_choosing_and_opening_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = wav(tmp_path / "a.wav", noise(1, 1_000)[0])
    real = soundfile.SoundFile

    def late(*args: Any, **options: Any) -> Any:
        path.unlink()
        return real(*args, **options)

    monkeypatch.setattr(soundfile, "SoundFile", late)
    with pytest.raises(UserError, match=r"^a\.wav "):
        read_audio(path, RATE)


# Out


@pytest.mark.parametrize("suffix", ["wav", "flac"])
@pytest.mark.parametrize(("subtype", "bits"), [("PCM_16", 16), ("PCM_24", 24)])
def test_samples_of_so_many_bits_are_written_as_they_are(tmp_path: Path, suffix: str, subtype: Any, bits: int) -> None:
    rng = np.random.default_rng(1)
    whole = rng.integers(-(2 ** (bits - 1)), 2 ** (bits - 1), (2, 3 * BLOCK + 7))
    whole[:, :2] = [[-(2 ** (bits - 1)), 2 ** (bits - 1) - 1]] * 2
    sound = (whole / 2 ** (bits - 1)).astype(np.float32)
    path = tmp_path / f"a.{suffix}"
    write_audio(path, sound, RATE, subtype=subtype)
    info = soundfile.info(path)
    assert (info.format, info.subtype, info.samplerate) == (suffix.upper(), subtype, RATE)
    assert (soundfile.read(path, dtype="int32")[0].T >> (32 - bits) == whole).all()
    assert (read_audio(path, RATE) == sound).all()


def test_float_samples_are_written_as_they_are_however_loud(tmp_path: Path) -> None:
    sound = noise(2, 2 * BLOCK + 3, level=5.0)
    write_audio(tmp_path / "a.wav", sound, 48_000, subtype="FLOAT")
    assert (read_audio(tmp_path / "a.wav", 48_000) == sound).all()


@pytest.mark.parametrize("subtype", ["PCM_16", "PCM_24"])
def test_what_exceeds_full_scale_is_held_there_and_never_wraps(tmp_path: Path, subtype: Any) -> None:
    sound = np.array([[1.0, 1.5, 40.0, -1.0, -1.5, -40.0, 0.99999]], np.float32).repeat(100, axis=1)
    write_audio(tmp_path / "a.wav", sound, RATE, subtype=subtype)
    back = read_audio(tmp_path / "a.wav", RATE)
    assert (np.sign(back) == np.sign(sound)).all()
    assert np.abs(back - np.clip(sound, -1, 1)).max() <= 2.5 / 32_768


def test_16_bit_dither_is_triangular_two_steps_wide_and_hides_distortion(tmp_path: Path) -> None:
    sound = (sine(1_000, 2.0) * 0.6 / 32_768)[None]  # a tone of 0.6 of a step, which rounding alone would mangle
    write_audio(tmp_path / "a.wav", sound, RATE, subtype="PCM_16")
    levels = read_audio(tmp_path / "a.wav", RATE)[0] * 32_768
    error = levels - sound[0] * 32_768
    assert abs(error.mean()) < 0.01
    assert np.sqrt(np.mean(error**2)) == pytest.approx(0.5, rel=0.02)  # sqrt(2/12 + 1/12) of a step
    spectrum = np.abs(np.fft.rfft(levels * np.hanning(len(levels))))
    third = spectrum[5_980:6_021].max() / spectrum[2_000]
    assert 20 * np.log10(third) < -25, "without dither the third harmonic is only 12 dB below"
    assert abs(cents(pitch_of(levels.astype(np.float32)), 1_000)) < 1


def test_the_same_sound_and_seed_give_the_same_file_and_another_seed_another(tmp_path: Path) -> None:
    sound = noise(1, 10_000)
    files = []
    for name, seed in (("a", 0), ("b", 0), ("c", 1)):
        write_audio(tmp_path / f"{name}.wav", sound, RATE, seed=seed)
        files.append((tmp_path / f"{name}.wav").read_bytes())
    assert files[0] == files[1] != files[2]


def test_24_bit_is_rounded_to_the_nearest_step_without_noise(tmp_path: Path) -> None:
    sound = noise(1, 10_000)
    write_audio(tmp_path / "a.wav", sound, RATE, subtype="PCM_24")
    assert np.abs(read_audio(tmp_path / "a.wav", RATE).astype(float) - sound).max() <= 0.5 / 2**23


def test_kinds_of_file_that_do_not_exist_are_one_sentence(tmp_path: Path) -> None:
    sound = noise(1, 100)
    with pytest.raises(UserError, match=r"FLAC files hold no floating-point"):
        write_audio(tmp_path / "a.flac", sound, RATE, subtype="FLOAT")
    with pytest.raises(UserError, match=r"a\.ogg .*\.wav or \.flac"):
        write_audio(tmp_path / "a.ogg", sound, RATE)
    with pytest.raises(UserError, match=r"not as PCM_U8"):
        write_audio(tmp_path / "a.wav", sound, RATE, subtype="PCM_U8")  # type: ignore[arg-type]
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("suffix", ["wav", "flac"])
def test_a_disk_that_fills_up_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, suffix: str, full_disk: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_text("before")
    with full_disk(100_000), pytest.raises(UserError, match=rf"^Could not write .*a\.{suffix}: File too large\.$"):
        write_audio(path, noise(2, 4 * BLOCK), RATE)
    assert path.read_text() == "before"
    assert os.listdir(tmp_path) == [f"a.{suffix}"]
    assert capfd.readouterr().err == ""


def test_writing_into_a_folder_that_is_gone_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"Could not write .*a\.wav: No such file or directory\."):
        write_audio(tmp_path / "gone" / "a.wav", noise(1, 100), RATE)


# Running elsewhere


def test_importing_tells_how_far_it_is(tmp_path: Path) -> None:
    steps: list[Step] = []
    import_audio(ImportRequest(wav(tmp_path / "a.wav", noise(1, 150_000)[0]), MONO), steps.append)
    reading = [(step.done, step.total) for step in steps if step.what == "Reading"]
    assert reading == [(65_536, 150_000), (131_072, 150_000), (150_000, 150_000)]
    assert [step.done for step in steps if step.what == "Analysing"][-1] == 341


def test_cancel_stops_reading_and_writing_between_two_blocks(tmp_path: Path) -> None:
    path = wav(tmp_path / "a.wav", noise(1, 4 * BLOCK)[0])
    cancel, steps = threading.Event(), []

    def on_step(step: Step) -> None:
        steps.append(step)
        cancel.set()

    with pytest.raises(Cancelled):
        import_audio(ImportRequest(path, MONO), on_step, cancel)
    assert len(steps) == 1
    before = path.read_bytes()
    cancel.clear()
    with pytest.raises(Cancelled):
        write_audio(path, noise(1, 4 * BLOCK), RATE, on_step=on_step, cancel=cancel)
    assert len(steps) == 2
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["a.wav"]


def test_requests_and_results_cross_to_another_process(tmp_path: Path) -> None:
    request = ImportRequest(wav(tmp_path / "a.wav", noise(1, 1_000)[0]), MONO)
    assert pickle.loads(pickle.dumps(request)) == request
    got = import_audio(request)
    again = pickle.loads(pickle.dumps(got))
    assert (again.audio == got.audio).all()
    assert (again.ink == got.ink).all()


# Fuzzing


def in_memory(kind: str, subtype: str) -> bytes:
    out = io.BytesIO()
    soundfile.write(out, noise(2, 2_000).T, RATE, format=kind, subtype=subtype)
    return out.getvalue()


VALID = [
    in_memory(*kind)
    for kind in (("WAV", "PCM_16"), ("WAV", "FLOAT"), ("FLAC", "PCM_16"), ("OGG", "VORBIS"), ("AIFF", "PCM_24"))
]


@settings(max_examples=150)
@given(data=st.data())
def test_damaged_files_open_or_are_refused_in_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp()
    contents = bytearray(data.draw(st.sampled_from(VALID)))
    for _ in range(data.draw(st.integers(0, 5))):
        place = data.draw(st.one_of(st.integers(0, 60), st.integers(0, len(contents) - 1)))
        contents[place] = data.draw(st.integers(0, 255))
    length = data.draw(st.one_of(st.just(len(contents)), st.integers(0, len(contents))))
    path = folder / "fuzz.wav"
    path.write_bytes(contents[:length])
    try:
        sound = import_audio(ImportRequest(path, SpectrogramParams(bands=8))).audio
    except UserError as error:
        sentence = str(error)
    else:
        sentence = "fuzz.wav opened"
        assert np.isfinite(sound).all()
        assert 1 <= sound.shape[0] <= 2
        assert sound.shape[1] >= 1
    assert "fuzz.wav" in sentence


@settings(max_examples=40)
@given(
    seed=st.integers(0, 2**32 - 1),
    channels=st.integers(1, 2),
    samples=st.integers(1, 2_000),
    kind=st.sampled_from([("WAV", "PCM_16", 2**15), ("FLAC", "PCM_24", 2**23), ("WAV", "PCM_24", 2**23)]),
)
def test_any_sound_comes_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, seed: int, channels: int, samples: int, kind: Any
) -> None:
    file_format, subtype, full = kind
    sound = (np.random.default_rng(seed).integers(-full, full, (channels, samples)) / full).astype(np.float32)
    path = tmp_path_factory.getbasetemp() / "round.bin"
    write_audio(path, sound, RATE, format=file_format, subtype=subtype)
    assert (read_audio(path, RATE) == sound).all()


# Recipes

A_RECIPE = Recipe("starter", (Keyframe(prompt="slow jazz é 🎸"),), 5.12, 12)
A_LONG_RECIPE = Recipe("starter", (Keyframe(prompt="word " * 10_000),), 5.12, 12)


@pytest.mark.parametrize("recipe", [A_RECIPE, A_LONG_RECIPE], ids=["short", "10,000 words"])
@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize(
    ("suffix", "subtype"), [(".wav", "PCM_16"), (".wav", "PCM_24"), (".wav", "FLOAT"), (".flac", "PCM_24")]
)
def test_a_sound_carries_its_recipe_along(
    tmp_path: Path, suffix: str, subtype: Any, channels: int, recipe: Recipe
) -> None:
    path, plain = tmp_path / f"a{suffix}", tmp_path / f"plain{suffix}"
    audio = noise(channels, 1_001)  # an odd number of bytes, at 24 bit and one channel
    write_audio(path, audio, RATE, subtype=subtype, recipe=recipe)
    write_audio(plain, audio, RATE, subtype=subtype)
    assert import_audio(ImportRequest(path, MONO)).recipe == recipe
    assert import_audio(ImportRequest(plain, MONO)).recipe is None
    assert (read_audio(path, RATE) == read_audio(plain, RATE)).all()
    assert soundfile.info(path).frames == 1_001


def test_a_wav_with_a_recipe_is_sound_by_its_own_account(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    write_audio(path, noise(1, 1_001), RATE, subtype="PCM_24", recipe=A_RECIPE)
    data = path.read_bytes()
    assert struct.unpack("<I", data[4:8])[0] == len(data) - 8
    names, place = [], 12
    while place < len(data):
        name, size = struct.unpack("<4sI", data[place : place + 8])
        names.append(name)
        place += 8 + size + size % 2
    assert place == len(data)
    assert names[-1] == b"LIST"
    assert names.count(b"data") == 1


@pytest.mark.parametrize("suffix", [".wav", ".flac", ".ogg"])
def test_a_comment_that_is_no_recipe_is_passed_over(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    with soundfile.SoundFile(path, "w", samplerate=RATE, channels=1) as file:
        file.comment = "recorded in the kitchen"
        file.write(noise(1, 500)[0])
    assert import_audio(ImportRequest(path, MONO)).recipe is None


@given(st.binary(max_size=300))
@settings(max_examples=200)
def test_no_damaged_chunk_of_a_wav_is_more_than_no_comment(tail: bytes) -> None:
    file = io.BytesIO()
    soundfile.write(file, np.zeros(10), RATE, format="WAV")
    for start in (b"", b"LIST" + struct.pack("<I", len(tail)) + b"INFO", b"LIST\xff\xff\xff\xffINFOICMT"):
        damaged = io.BytesIO(file.getvalue() + start + tail)
        assert isinstance(read_comment(damaged), str)


def test_a_disk_that_is_full_when_the_recipe_comes_leaves_no_file(tmp_path: Path, full_disk: Any) -> None:
    path = tmp_path / "a.wav"
    with full_disk(10_000), pytest.raises(UserError, match=r"^Could not write .*a\.wav: File too large\.$"):
        write_audio(path, noise(1, 100), RATE, recipe=A_LONG_RECIPE)
    assert not list(tmp_path.iterdir())
