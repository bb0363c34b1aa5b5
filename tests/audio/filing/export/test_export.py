"""Export: what is heard is what is written, aligned, equally long, never too loud, and all of it or nothing."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from riffdesk.audio.filing.export.export import ExportRequest, export, planned_paths
from riffdesk.audio.filing.export.export_levels import measure
from riffdesk.audio.filing.sound_files import read_recipe
from riffdesk.dsp.loudness import loudness
from riffdesk.dsp.mix import db_of, gain_of, pan_gains, true_peak
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import Cancelled, UserError
from riffdesk.progress import Step
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.mixer import MIX
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.state import State
from tests.disk import full_disk
from tests.measure import RATE, sine
from tests.states import with_sounds

__all__ = ["full_disk"]

Array = NDArray[np.float32]
PARAMS = SpectrogramParams(bands=8)
SAMPLES = 150_000  # more than two blocks, and not a whole number of columns


def noise(channels: int, samples: int = SAMPLES, level: float = 0.2, seed: int = 0) -> Array:
    return np.random.default_rng(seed).uniform(-level, level, (channels, samples)).astype(np.float32)


def on_grid(channels: int, bits: int, samples: int = SAMPLES, level: float = 0.2, seed: int = 0) -> Array:
    full = 2 ** (bits - 1)
    return (np.round(noise(channels, samples, level, seed) * full) / full).astype(np.float32)


def layer(name: str, **fields: Any) -> Layer:
    return Layer(np.zeros((8, SAMPLES // 441 + 1), np.float32), name, id=name, **fields)


def document(*layers: tuple[Layer, Array | None], samples: int = SAMPLES) -> State:
    state = State(PARAMS, samples, samples // 441 + 1, tuple(one for one, _ in layers), layers[0][0].id)
    return with_sounds(state, {one.id: Sound(audio) for one, audio in layers})


def imported(name: str, audio: Array, **fields: Any) -> tuple[Layer, Array]:
    ink = np.zeros((8, SAMPLES // 441 + 1), np.float32)
    return layer(name, source=Source(audio, ink), **fields), audio


def three_layers() -> State:
    return document(
        (layer("Bass", gain_db=-3.0), noise(1, seed=1)),
        (layer("Chords", pan=0.4), noise(2, seed=2)),
        (layer("Lead", gain_db=6.0, pan=-1.0), noise(2, SAMPLES - 70_000, seed=3)),
    )


def read(path: Path) -> Array:
    """Return the samples as they are in the file; `read_audio` mends scales that look foreign."""
    sound, rate = soundfile.read(path, dtype="float32", always_2d=True)
    assert rate == RATE
    return np.ascontiguousarray(sound.T)


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


# What sounds


def test_the_mix_and_one_file_per_layer_are_aligned_stereo_and_equally_long(tmp_path: Path) -> None:
    report = export(ExportRequest(three_layers(), tmp_path, "song", stems=True, subtype="FLOAT"))
    assert [path.name for path in report.paths] == [
        "song mix.wav", "song 01 Bass.wav", "song 02 Chords.wav", "song 03 Lead.wav"
    ]  # fmt: skip
    assert names(tmp_path) == sorted(path.name for path in report.paths)
    for path in report.paths:
        info = soundfile.info(path)
        assert (info.frames, info.channels, info.samplerate, info.subtype) == (SAMPLES, 2, RATE, "FLOAT")


def test_each_stem_is_its_layer_with_gain_and_pan(tmp_path: Path) -> None:
    report = export(ExportRequest(three_layers(), tmp_path, "song", stems=True, mix=False, subtype="FLOAT"))
    bass, chords, lead = map(read, report.paths)
    assert np.abs(bass - noise(1, seed=1) * 10 ** (-3 / 20)).max() < 1e-7
    assert (chords[1] == noise(2, seed=2)[1]).all()
    assert np.abs(chords[0] - noise(2, seed=2)[0] * pan_gains(0.4)[0]).max() < 1e-7
    assert np.abs(lead[0, :80_000] - noise(2, SAMPLES - 70_000, seed=3)[0] * gain_of(6)).max() < 1e-6
    assert not lead[1].any()
    assert not lead[:, 80_000:].any(), "a layer that ends early is silent from there on"


def test_float_stems_sum_to_the_mix_within_a_millionth_and_nothing_is_held(tmp_path: Path) -> None:
    loud = [(layer(f"L{number}", gain_db=12.0), noise(2, level=0.9, seed=number)) for number in range(6)]
    report = export(ExportRequest(document(*loud), tmp_path, "song", stems=True, subtype="FLOAT"))
    mix, *stems = (read(path).astype(np.float64) for path in report.paths)
    assert np.abs(sum(stems) - mix).max() < 1e-6
    assert np.abs(mix).max() > 8, "12 dB over 0.9, six times"
    assert report.gain_db == 0
    assert report.true_peak_db > 18


def muted_and_soloed() -> dict[str, State]:
    """Return documents of which some layers are not heard, by what that is due to."""
    a, b, c = noise(1, seed=1), noise(2, seed=2), noise(1, seed=3)
    return {
        "muted": document((layer("a"), a), (layer("b", mute=True, gain_db=-2.0), b), (layer("c", pan=0.3), c)),
        "soloed": document((layer("a"), a), (layer("b", mute=True, solo=True), b), (layer("c", solo=True), c)),
        "all muted": document((layer("a", mute=True), a), (layer("b", mute=True), b)),
    }


@pytest.mark.parametrize(
    ("why", "expected"),
    [
        ("muted", ["song mix.wav", "song 01 a.wav", "song 02 b (not in mix).wav", "song 03 c.wav"]),
        ("soloed", ["song mix.wav", "song 01 a (not in mix).wav", "song 02 b (not in mix).wav", "song 03 c.wav"]),
        ("all muted", ["song mix.wav", "song 01 a (not in mix).wav", "song 02 b (not in mix).wav"]),
    ],
)
def test_every_layer_has_a_file_and_those_whose_names_say_nothing_else_sum_to_the_mix(
    tmp_path: Path, why: str, expected: list[str]
) -> None:
    report = export(ExportRequest(muted_and_soloed()[why], tmp_path, "song", stems=True, subtype="FLOAT"))
    assert [path.name for path in report.paths] == expected
    mix, *stems = (read(path).astype(np.float64) for path in report.paths)
    assert all(stem.shape == mix.shape == (2, SAMPLES) for stem in stems)
    heard = [stem for stem, name in zip(stems, expected[1:], strict=True) if "(not in mix)" not in name]
    assert np.abs(sum(heard, np.zeros_like(mix)) - mix).max() < 1e-6
    assert all(np.abs(stem).max() > 0.1 for stem in stems), "what is not heard sounds as it would"


def test_a_layer_that_is_not_heard_is_written_with_its_own_gain_and_pan(tmp_path: Path) -> None:
    report = export(ExportRequest(muted_and_soloed()["muted"], tmp_path, "song", stems=True, subtype="FLOAT"))
    assert np.abs(read(report.paths[2]) - noise(2, seed=2) * gain_of(-2)).max() < 1e-7


def test_layers_that_are_left_out_have_no_file_and_stay_in_the_mix(tmp_path: Path) -> None:
    left_out = frozenset(("Chords", "gone"))
    request = ExportRequest(three_layers(), tmp_path, "song", stems=True, subtype="FLOAT", left_out=left_out)
    paths = export(request).paths
    assert [path.name for path in paths] == ["song mix.wav", "song 01 Bass.wav", "song 03 Lead.wav"]
    whole = export(ExportRequest(three_layers(), tmp_path, "whole", subtype="FLOAT")).paths[0]
    assert (read(paths[0]) == read(whole)).all()


def test_sixty_four_layers_are_sixty_five_files(tmp_path: Path) -> None:
    many = document(*((layer(f"L{n}", mute=n % 2 == 0), noise(1, 900, seed=n)) for n in range(64)), samples=1_000)
    report = export(ExportRequest(many, tmp_path, "x" * 500, stems=True, subtype="FLOAT"))
    assert len(report.paths) == len(names(tmp_path)) == 65
    heard = [read(path) for path in report.paths[1:] if "not in mix" not in path.name]
    assert len(heard) == 32
    assert np.abs(sum(heard) - read(report.paths[0])).max() < 1e-5


def test_a_layer_without_sound_and_one_faded_out_are_silent_files(tmp_path: Path) -> None:
    silent = document((layer("empty"), None), (layer("off", gain_db=-60.0), noise(2)))
    report = export(ExportRequest(silent, tmp_path, "song", stems=True, subtype="PCM_16"))
    assert len(report.paths) == 3
    for path in report.paths:
        assert read(path).shape == (2, SAMPLES)
        assert not read(path).any(), "no dither on silence"
    assert report.gain_db == 0
    assert report.true_peak_db == -np.inf


def test_a_sound_longer_than_the_sketch_is_cut(tmp_path: Path) -> None:
    report = export(ExportRequest(document((layer("a"), noise(2)), samples=1_000), tmp_path, "song", subtype="FLOAT"))
    assert (read(report.paths[0]) == noise(2)[:, :1_000]).all()


# What bits


@pytest.mark.parametrize("file_format", ["WAV", "FLAC"])
@pytest.mark.parametrize(("subtype", "bits"), [("PCM_16", 16), ("PCM_24", 24)])
def test_an_untouched_import_comes_out_bit_identical(tmp_path: Path, file_format: Any, subtype: Any, bits: int) -> None:
    sound = on_grid(2, bits, level=0.9)
    request = ExportRequest(document(imported("clip", sound)), tmp_path, "song", True, True, file_format, subtype)
    report = export(request)
    for path in report.paths:
        assert path.suffix == f".{file_format.lower()}"
        assert (read(path) == sound).all()
    assert report.gain_db == 0


def test_an_untouched_import_whose_own_true_peaks_exceed_comes_out_bit_identical(tmp_path: Path) -> None:
    sound = on_grid(2, 16, level=0.999)
    assert true_peak(sound) > 1
    report = export(ExportRequest(document(imported("clip", sound)), tmp_path, "song", stems=True, subtype="PCM_16"))
    assert all((read(path) == sound).all() for path in report.paths)
    assert report.gain_db == 0
    assert report.true_peak_db == pytest.approx(db_of(true_peak(sound)), abs=1e-3)


@pytest.mark.parametrize("fields", [{"gain_db": 1.0}, {"pan": 0.1}])
def test_an_import_that_was_turned_is_no_longer_excused(tmp_path: Path, fields: dict[str, float]) -> None:
    sound = on_grid(2, 16, level=0.999)
    report = export(ExportRequest(document(imported("clip", sound, **fields)), tmp_path, "song", subtype="PCM_16"))
    assert report.gain_db < 0
    assert true_peak(read(report.paths[0])) <= 1


def test_a_float_import_over_full_scale_is_turned_down_rather_than_clipped(tmp_path: Path) -> None:
    sound = noise(2, level=3.0)
    report = export(ExportRequest(document(imported("hot", sound)), tmp_path, "song", subtype="PCM_24"))
    assert np.abs(read(report.paths[0]) - sound * gain_of(report.gain_db)).max() < 1e-6
    assert report.gain_db == pytest.approx(-db_of(true_peak(sound)), abs=0.001)


def test_two_16_bit_imports_sum_to_a_16_bit_mix_without_dither(tmp_path: Path) -> None:
    one, two = on_grid(2, 16, level=0.3, seed=1), on_grid(2, 16, level=0.3, seed=2)
    report = export(ExportRequest(document(imported("a", one), imported("b", two)), tmp_path, "s", subtype="PCM_16"))
    assert (read(report.paths[0]) == one + two).all()


def test_16_bit_is_dithered_where_samples_do_not_fit_always_the_same_and_not_alike_in_two_files(
    tmp_path: Path,
) -> None:
    both = document((layer("a"), noise(2, level=0.1)), (layer("b"), noise(2, level=0.1)))
    first = export(ExportRequest(both, tmp_path / "1", "song", stems=True, subtype="PCM_16"))
    again = export(ExportRequest(both, tmp_path / "2", "song", stems=True, subtype="PCM_16"))
    for one, other in zip(first.paths, again.paths, strict=True):
        assert one.read_bytes() == other.read_bytes()
    a, b = read(first.paths[1]) - noise(2, level=0.1), read(first.paths[2]) - noise(2, level=0.1)
    assert np.sqrt(np.mean((a * 32_768) ** 2)) == pytest.approx(0.5, rel=0.02)
    assert abs(np.corrcoef(a.ravel(), b.ravel())[0, 1]) < 0.01


def test_nothing_wraps_at_full_scale(tmp_path: Path) -> None:
    edge = np.tile(np.float32([1.0, 0.99999, -1.0, -0.99999]).repeat(500), (2, 75))
    edge /= np.float32(true_peak(edge))
    report = export(ExportRequest(document((layer("edge"), edge)), tmp_path, "song", subtype="PCM_16"))
    assert np.abs(read(report.paths[0]) - edge).max() < 2.5 / 32_768


# How loud


def quarter_rate_tone(level: float = 1.0) -> Array:
    """Return a tone of a quarter of the rate whose samples miss its crests: 3 dB more between than on them."""
    return (level * np.tile([1, 1, -1, -1], SAMPLES // 4 + 1)[:SAMPLES])[None].astype(np.float32)


@pytest.mark.parametrize("subtype", ["PCM_16", "PCM_24"])
def test_peaks_between_the_samples_are_brought_down_to_full_scale(tmp_path: Path, subtype: Any) -> None:
    tone = quarter_rate_tone()
    report = export(ExportRequest(document((layer("tone"), tone)), tmp_path, "song", stems=True, subtype=subtype))
    assert report.gain_db == pytest.approx(-db_of(true_peak(tone)), abs=0.001)
    assert report.gain_db < -3
    assert -0.01 < report.true_peak_db <= 0
    for path in report.paths:
        assert -0.01 < db_of(true_peak(read(path))) <= 0


def test_one_gain_for_all_files_keeps_the_balance(tmp_path: Path) -> None:
    both = document((layer("loud", gain_db=9.0), quarter_rate_tone()), (layer("quiet"), quarter_rate_tone(0.1)))
    report = export(ExportRequest(both, tmp_path, "song", stems=True, subtype="PCM_24"))
    mix, loud, quiet = map(read, report.paths)
    gain = gain_of(report.gain_db)
    assert np.abs(loud - quarter_rate_tone() * gain_of(9) * gain).max() < 2e-7
    assert np.abs(quiet - quarter_rate_tone(0.1) * gain).max() < 2e-7
    assert np.abs(mix - (loud + quiet)).max() < 4e-7
    assert max(map(true_peak, (mix, loud, quiet))) <= 1


def test_a_stem_that_the_mix_cancels_decides_too(tmp_path: Path) -> None:
    against = document((layer("up"), quarter_rate_tone()), (layer("down"), -quarter_rate_tone()))
    report = export(ExportRequest(against, tmp_path, "song", stems=True, subtype="PCM_24"))
    assert report.gain_db < -3
    assert not read(report.paths[0]).any()
    alone = export(ExportRequest(against, tmp_path, "alone", subtype="PCM_24"))
    assert alone.gain_db == 0, "stems that are not written decide nothing"


def test_the_gain_is_exactly_1_where_nothing_exceeds(tmp_path: Path) -> None:
    sound = np.stack([sine(440, SAMPLES / RATE)] * 2) * np.float32(0.999)
    report = export(ExportRequest(document((layer("tone"), sound)), tmp_path, "song", subtype="PCM_24"))
    assert report.gain_db == 0
    assert np.abs(read(report.paths[0]).astype(float) - sound).max() <= 0.5 / 2**23
    assert report.true_peak_db == pytest.approx(db_of(true_peak(sound)), abs=1e-4)


def test_the_true_peak_measured_in_blocks_is_that_of_the_whole(tmp_path: Path) -> None:
    sound = noise(2, level=0.7, seed=9)
    sound[:, 65_530:65_542] = [[0.9, 0.9, -0.9] * 4] * 2  # across the border of two blocks
    report = export(ExportRequest(document((layer("a"), sound)), tmp_path, "song", subtype="FLOAT"))
    assert report.true_peak_db == pytest.approx(db_of(true_peak(sound)), abs=1e-5)


def test_what_is_measured_before_is_what_the_report_says_afterwards(tmp_path: Path) -> None:
    state = document((layer("a", gain_db=9.0), noise(2, level=0.7)), imported("b", on_grid(2, 16, level=0.1)))
    levels = measure(state)
    assert set(levels.files) == {MIX, "a", "b"}
    request = ExportRequest(state, tmp_path / "1", "song", stems=True, subtype="PCM_16")
    steps: list[Step] = []
    given = export(replace(request, folder=tmp_path / "2", levels=levels), steps.append)
    found = export(request)
    assert [step.done for step in steps] == list(range(9)), "one pass, three files, three blocks"
    assert (given.gain_db, given.true_peak_db, given.loudness) == (found.gain_db, found.true_peak_db, found.loudness)
    for one, other in zip(given.paths, found.paths, strict=True):
        assert one.read_bytes() == other.read_bytes()
    assert db_of(levels.gain(("a", "b"), "PCM_16")) < -5
    assert (levels.gain(("b",), "PCM_16"), levels.gain(("a", "b"), "FLOAT")) == (1, 1)
    mix = read(found.paths[0])
    assert found.loudness == pytest.approx(loudness(mix, RATE), abs=0.01)
    assert found.gain_db < -5


def test_a_silent_document_has_no_level() -> None:
    levels = measure(document((layer("a"), None), (layer("b", mute=True), noise(2))))
    assert levels.loudness == -np.inf
    assert levels.peak((MIX, "a")) == 0
    assert levels.peak(("b",)) > 0.1


def test_measuring_is_told_of_and_can_be_cancelled() -> None:
    steps: list[Step] = []
    measure(three_layers(), steps.append)
    assert [step.done for step in steps] == list(range(12))
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        measure(three_layers(), cancel=cancel)


# What it is called


def test_the_mix_is_written_to_a_file_of_that_very_name(tmp_path: Path) -> None:
    (tmp_path / "My Song..final.wav").write_text("old")
    request = ExportRequest(three_layers(), tmp_path, "My Song..final.wav", overwrite=True, exact_name=True)
    assert export(request).paths == (tmp_path / "My Song..final.wav",)
    assert names(tmp_path) == ["My Song..final.wav"]
    assert read(tmp_path / "My Song..final.wav").shape == (2, SAMPLES)


def test_names_have_no_dots_in_a_row_or_before_the_suffix(tmp_path: Path) -> None:
    tails = [replace(layer(str(n)), name=name) for n, name in enumerate(("house, 120...", "house, 120…", "a.. b", "…"))]
    report = export(ExportRequest(document(*[(one, None) for one in tails]), tmp_path, "my song.", stems=True))
    assert [path.name for path in report.paths] == [
        "my song mix.wav", "my song 01 house, 120.wav", "my song 02 house, 120.wav", "my song 03 a. b.wav",
        "my song 04 Layer.wav",
    ]  # fmt: skip


def test_the_planned_files_are_those_that_are_written(tmp_path: Path) -> None:
    request = ExportRequest(three_layers(), tmp_path / "new", "song", stems=True)
    for _ in range(2):
        planned = planned_paths(request)
        assert export(request).paths == tuple(planned)
    assert planned[0].name == "song 2 mix.wav"
    assert planned_paths(replace(request, overwrite=True))[0].name == "song mix.wav"
    assert planned_paths(replace(request, folder=tmp_path / ("x" * 500)))[0].name == "song mix.wav"


def test_two_layers_of_one_name_and_names_of_nothing_are_two_files(tmp_path: Path) -> None:
    twins = [replace(layer(str(number)), name=name) for number, name in enumerate(("Bass", "bass", "//", "con"))]
    report = export(ExportRequest(document(*[(one, None) for one in twins]), tmp_path, 'a: "song"', stems=True))
    assert [path.name for path in report.paths] == [
        "a_ _song_ mix.wav", "a_ _song_ 01 Bass.wav", "a_ _song_ 02 bass.wav", "a_ _song_ 03 Layer.wav",
        "a_ _song_ 04 _con.wav",
    ]  # fmt: skip


def test_the_longest_names_still_fit(tmp_path: Path) -> None:
    long = document((replace(layer("a"), name="🎸" * 200), None))
    report = export(ExportRequest(long, tmp_path, "é" * 200, stems=True, format="FLAC", subtype="PCM_16"))
    assert all(path.exists() for path in report.paths)


def test_nothing_is_overwritten_and_the_whole_set_takes_the_next_free_name(tmp_path: Path) -> None:
    (tmp_path / "SONG 01 bass.WAV").write_text("mine")
    request = ExportRequest(three_layers(), tmp_path, "song", stems=True)
    assert [path.name for path in export(request).paths] == [
        "song 2 mix.wav", "song 2 01 Bass.wav", "song 2 02 Chords.wav", "song 2 03 Lead.wav"
    ]  # fmt: skip
    assert export(request).paths[0].name == "song 3 mix.wav"
    assert (tmp_path / "SONG 01 bass.WAV").read_text() == "mine"


def test_overwriting_replaces_the_set_and_leaves_other_files(tmp_path: Path) -> None:
    (tmp_path / "song mix.wav").write_text("old")
    (tmp_path / "letter.txt").write_text("mine")
    report = export(ExportRequest(three_layers(), tmp_path, "song", overwrite=True))
    assert report.paths == (tmp_path / "song mix.wav",)
    assert read(report.paths[0]).shape == (2, SAMPLES)
    assert names(tmp_path) == ["letter.txt", "song mix.wav"]


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
def test_the_files_are_as_readable_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    report = export(ExportRequest(three_layers(), tmp_path, "song"))
    assert report.paths[0].stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    report = export(ExportRequest(three_layers(), tmp_path / "new" / "stems", "song"))
    assert report.paths[0].exists()


# What goes wrong


def test_a_layer_whose_sound_is_not_up_to_date_is_refused_by_name(tmp_path: Path) -> None:
    ready = three_layers()
    chords, bass = ready.layer("Chords"), ready.layer("Bass")
    stale = ready.with_layer(replace(chords, sound=Sound(noise(2), stale=((3, 9),))))
    with pytest.raises(UserError, match=r'The sound of the layer "Chords" is not ready'):
        export(ExportRequest(stale, tmp_path, "song"))
    silent = ready.with_layer(replace(bass, sound=Sound(None, stale=((0, 9),))))
    with pytest.raises(UserError, match=r'"Bass" is not ready'):
        export(ExportRequest(silent, tmp_path, "song"))
    assert names(tmp_path) == []


def test_a_muted_layer_that_is_not_up_to_date_matters_where_it_has_a_file(tmp_path: Path) -> None:
    state = document((layer("a"), None), (layer("b", mute=True), None))
    stale = with_sounds(state, {"b": Sound(None, stale=((0, 9),))})
    export(ExportRequest(stale, tmp_path, "song"))
    assert names(tmp_path) == ["song mix.wav"]
    with pytest.raises(UserError, match=r'"b" is not ready'):
        export(ExportRequest(stale, tmp_path, "song", stems=True))
    with pytest.raises(UserError, match=r'"b" is not ready'):
        measure(stale)


def test_kinds_that_do_not_exist_and_nothing_to_write_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="FLAC files hold no floating-point samples"):
        export(ExportRequest(three_layers(), tmp_path, "song", format="FLAC", subtype="FLOAT"))
    with pytest.raises(UserError, match="not as OGG"):
        export(ExportRequest(three_layers(), tmp_path, "song", format="OGG"))  # type: ignore[arg-type]
    with pytest.raises(UserError, match="nothing to export"):
        export(ExportRequest(three_layers(), tmp_path, "song", mix=False))
    with pytest.raises(UserError, match="One file holds the mix alone"):
        export(ExportRequest(three_layers(), tmp_path, "song.wav", stems=True, exact_name=True))
    assert names(tmp_path) == []


@pytest.mark.parametrize("file_format", ["WAV", "FLAC"])
def test_a_disk_that_fills_up_leaves_no_file_of_the_set_and_no_folder(
    tmp_path: Path, file_format: Any, full_disk: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    request = ExportRequest(three_layers(), tmp_path / "stems", "song", stems=True, format=file_format)
    with full_disk(300_000), pytest.raises(UserError, match=r"Could not export to .*stems: File too large\. Nothing"):
        export(request)
    assert names(tmp_path) == []
    assert capfd.readouterr().err == ""


def test_a_disk_that_fills_up_leaves_the_files_that_were_to_be_replaced(tmp_path: Path, full_disk: Any) -> None:
    (tmp_path / "song mix.wav").write_text("old mix")
    (tmp_path / "song 01 Bass.wav").write_text("old bass")
    with full_disk(300_000), pytest.raises(UserError, match="Nothing was written"):
        export(ExportRequest(three_layers(), tmp_path, "song", stems=True, overwrite=True))
    assert names(tmp_path) == ["song 01 Bass.wav", "song mix.wav"]
    assert (tmp_path / "song mix.wav").read_text() == "old mix"


@pytest.mark.parametrize(
    ("failing", "links"),
    [(failing, links) for links, renames in ((True, 4), (False, 6)) for failing in range(1, renames + 2)],
)
def test_whichever_rename_fails_everything_is_as_before(
    tmp_path: Path, failing: int, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = {"song mix.wav": "old mix", "song 02 Chords.wav": "old chords", "letter.txt": "mine"}
    for name, text in kept.items():
        (tmp_path / name).write_text(text)
    real, calls = os.replace, []

    def replace_or_fail(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == failing:
            raise OSError(28, "No space left on device")
        real(source, target)

    def no_link(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "replace", replace_or_fail)
    if not links:
        monkeypatch.setattr(os, "link", no_link)
    request = ExportRequest(three_layers(), tmp_path, "song", stems=True, overwrite=True)
    renames = 4 if links else 6  # four into their places; two files out of the way before, where there are no links
    if failing <= renames:
        with pytest.raises(UserError, match="No space left on device"):
            export(request)
        assert {path.name: path.read_text() for path in tmp_path.iterdir()} == kept
    else:
        export(request)
        assert len(calls) == renames
        assert len(names(tmp_path)) == 5


def test_a_folder_of_a_files_name_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "song 03 Lead.wav").mkdir()
    (tmp_path / "song 03 Lead.wav" / "inside").write_text("mine")
    with pytest.raises(UserError, match=r"song 03 Lead\.wav is a folder"):
        export(ExportRequest(three_layers(), tmp_path, "song", stems=True, overwrite=True))
    assert names(tmp_path) == ["song 03 Lead.wav"]
    assert (tmp_path / "song 03 Lead.wav" / "inside").read_text() == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
def test_a_read_only_file_is_never_replaced_and_who_may_read_the_others_stays(tmp_path: Path) -> None:
    request = ExportRequest(three_layers(), tmp_path, "song", stems=True, overwrite=True)
    export(request)
    kept = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    (tmp_path / "song 02 Chords.wav").chmod(0o600)
    (tmp_path / "song 03 Lead.wav").chmod(0o444)
    with pytest.raises(UserError, match=r"song 03 Lead\.wav is read-only; .* Nothing was written\."):
        export(request)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == kept
    (tmp_path / "song 03 Lead.wav").chmod(0o644)
    export(request)
    assert (tmp_path / "song 02 Chords.wav").stat().st_mode & 0o777 == 0o600


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    def on_step(step: Step) -> None:
        if "Lead" in step.what:
            (tmp_path / "song 02 Chords.wav").write_text("mine")

    with pytest.raises(UserError, match=r"song 02 Chords\.wav has appeared there meanwhile"):
        export(ExportRequest(three_layers(), tmp_path, "song", stems=True), on_step)
    assert names(tmp_path) == ["song 02 Chords.wav"]
    assert (tmp_path / "song 02 Chords.wav").read_text() == "mine"


def test_a_file_where_the_folder_should_be_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "stems").write_text("a file")
    with pytest.raises(UserError, match=r"Could not export to .*stems: "):
        export(ExportRequest(three_layers(), tmp_path / "stems", "song"))
    assert (tmp_path / "stems").read_text() == "a file"


@pytest.mark.parametrize("name", ["x" * 500, "a/" + "x" * 500, "a\0b"])
def test_a_folder_that_no_system_takes_is_one_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="Could not export"):
        export(ExportRequest(three_layers(), tmp_path / name, "song"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_one_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(UserError, match=r"Could not export to .*: Permission denied\. Nothing was written"):
        export(ExportRequest(three_layers(), tmp_path, "song"))


# Running elsewhere


def test_it_tells_how_far_it_is_block_by_block(tmp_path: Path) -> None:
    steps: list[Step] = []
    export(ExportRequest(three_layers(), tmp_path, "song", stems=True), steps.append)
    assert [step.done for step in steps] == list(range(24)), "two passes, four files, three blocks"
    assert {step.total for step in steps} == {24}
    assert [step.what for step in steps[-3:]] == ["Writing song 03 Lead.wav"] * 3


@pytest.mark.parametrize("at", [0, 5, 12, 17, 23])
def test_cancel_at_any_block_leaves_everything_as_it_was(tmp_path: Path, at: int) -> None:
    (tmp_path / "song mix.wav").write_text("old")
    cancel = threading.Event()

    def on_step(step: Step) -> None:
        if step.done == at:
            cancel.set()

    with pytest.raises(Cancelled):
        export(ExportRequest(three_layers(), tmp_path, "song", stems=True, overwrite=True), on_step, cancel)
    assert names(tmp_path) == ["song mix.wav"]
    assert (tmp_path / "song mix.wav").read_text() == "old"


def test_memory_does_not_grow_with_length_and_layers(tmp_path: Path) -> None:
    import tracemalloc

    samples = 40 * 65_536
    sound = noise(2, samples)
    many = document(*[(layer(str(number)), sound) for number in range(8)], samples=samples)
    tracemalloc.start()
    try:
        export(ExportRequest(many, tmp_path, "song", subtype="PCM_16"))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < sound.nbytes / 2, "eight layers of 20 MB, in blocks of half a megabyte"


def test_requests_and_reports_cross_to_another_process(tmp_path: Path) -> None:
    request = pickle.loads(pickle.dumps(ExportRequest(three_layers(), tmp_path, "song")))
    report = export(request)
    assert pickle.loads(pickle.dumps(report)) == report


def test_the_file_of_a_layer_that_a_model_made_has_its_recipe(tmp_path: Path) -> None:
    recipe = Recipe("starter", (Keyframe(prompt="walking bass"),), 3.4, 12)
    made, drawn = layer("Bass", recipe=recipe), layer("Drums")
    both = document((made, noise(1, seed=1)), (drawn, noise(1, seed=2)))
    mix, bass, drums = export(ExportRequest(both, tmp_path, "song", stems=True)).paths
    assert [read_recipe(path) for path in (mix, bass, drums)] == [None, recipe, None]
    alone = document((made, noise(1, seed=1)))
    for format in ("WAV", "FLAC"):
        (path,) = export(ExportRequest(alone, tmp_path, "alone", format=format)).paths  # type: ignore[arg-type]
        assert read_recipe(path) == recipe
