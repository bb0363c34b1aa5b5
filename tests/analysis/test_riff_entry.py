"""Riffs in the library: their sound, what is measured of them, and what their recipe tells."""

from __future__ import annotations

import io
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from riffdesk.analysis.picture import SIZE, picture_of
from riffdesk.analysis.riff_entry import AddFileRequest, add_file
from riffdesk.analysis.upkeep import tend
from riffdesk.audio.filing.sound_files import read_audio, read_recipe
from riffdesk.dsp.loudness import loudness
from riffdesk.errors import UserError
from riffdesk.sketch.recipe import recipe_json
from riffdesk.store.library.library import Library
from riffdesk.store.library.query import query_of
from riffdesk.store.library.similar import similarities
from tests.analysis.sounds import RATE, beats, keep, recipe, tone, write_wav


def test_the_file_has_the_sound_in_24_bits_and_the_recipe() -> None:
    audio = tone()
    entry = keep(audio)
    assert np.abs(read_audio(entry.path, RATE) - audio).max() <= 2**-24
    assert read_recipe(entry.path) == recipe()
    with closing(Library()) as library:
        assert recipe_json.from_text(library.details(entry.id).recipe) == recipe()


def test_length_loudness_and_recipe_are_told() -> None:
    made = recipe("slow jazz piano", 7, tempo=96.0, key="A minor")
    entry = keep(tone(), recipe=made)
    assert entry.seconds == pytest.approx(1.0)
    assert entry.loudness == pytest.approx(loudness(np.repeat(tone(), 2, axis=0), RATE), abs=0.01)
    assert entry.peak_db == pytest.approx(-6.02, abs=0.01)
    assert (entry.prompt, entry.seed, entry.model, entry.tempo, entry.key) == (
        "slow jazz piano", 7, "starter", 96.0, "A minor"
    )  # fmt: skip


def test_a_riff_is_found_by_each_of_its_prompts() -> None:
    made = recipe("slow jazz piano")
    walk = replace(made, keyframes=tuple(replace(made.keyframes[0], prompt=one) for one in ("slow jazz", "techno", "")))
    entry = keep(recipe=walk)
    assert entry.prompt == "slow jazz → techno"
    with closing(Library()) as library:
        for word in ("jazz", "techno"):
            assert list(library.ids(query_of(word))) == [entry.id]


def test_a_riff_of_a_model_that_plays_notes_has_them_and_the_tempo_in_its_prompt() -> None:
    entry = keep(recipe=recipe("house at 124 bpm in C minor", tempo=90.0))
    assert (entry.tempo, entry.key) == (124, "C minor")
    with closing(Library()) as library:
        assert library.details(entry.id).score


def test_a_riff_that_clips_is_turned_down_and_found_again_in_its_file(tmp_path: Path) -> None:
    entry = keep(tone(gain=2.5))
    assert entry.peak_db < 0
    assert add_file(AddFileRequest(entry.path)).id == entry.id, "the same samples are one entry"
    with closing(Library()) as library:
        assert library.count() == 1


def test_the_same_riff_is_kept_once_and_another_seed_beside_it() -> None:
    assert keep().id == keep().id
    assert keep(tone(450)).id != keep().id


def test_silence_is_not_kept() -> None:
    with pytest.raises(UserError, match="silent"):
        keep(tone() * 0)


def test_tempo_and_key_of_a_sound_without_a_recipe_are_estimated(tmp_path: Path) -> None:
    entry = add_file(AddFileRequest(write_wav(tmp_path / "my beat.wav", beats(100))))
    assert (entry.kind, entry.name, entry.model, entry.seed) == ("sound", "my beat", "", None)
    assert entry.tempo == pytest.approx(100, abs=1)
    assert entry.key in ("A minor", "C major")


def test_a_file_with_a_recipe_is_a_riff(tmp_path: Path) -> None:
    entry = add_file(AddFileRequest(write_wav(tmp_path / "riff.wav", made=recipe("dark techno", 3)), name="Mine"))
    assert (entry.kind, entry.name, entry.prompt, entry.seed) == ("riff", "Mine", "dark techno", 3)


def test_the_picture_shows_time_to_the_right_and_low_below() -> None:
    ink = np.zeros((512, 400), np.float32)
    ink[:64, 300:] = 0.7  # low, at the end
    picture = np.asarray(Image.open(io.BytesIO(picture_of(ink))))
    assert picture.shape == SIZE[::-1]
    assert picture.dtype == np.uint8
    assert (picture[36:, 121:] == 255).all()
    assert not picture[:34].any()
    assert not picture[:, :119].any()


@pytest.mark.parametrize("shape", [(512, 1), (2, 512, 30), (8, 10_000)])
def test_ink_of_any_size_has_a_picture(shape: tuple[int, ...]) -> None:
    picture = Image.open(io.BytesIO(picture_of(np.ones(shape, np.float32))))
    assert picture.size == SIZE
    assert np.asarray(picture).min() == 255


def test_similar_sounds_have_similar_features() -> None:
    entries = [keep(beats(tempo)) for tempo in (100.0, 101.0)]
    entries.append(keep(tone(3_000, 8.0)))
    with closing(Library()) as library:
        beat, other_beat, whistle = (library.details(entry.id).features for entry in entries)
    same, near, far = similarities(beat, beat + other_beat + whistle)
    assert same == pytest.approx(1, abs=2e-3)
    assert near > 0.9
    assert far < 0.5
    with closing(Library()) as library:
        found = library.page(query_of(f"like:{entries[1].id}"))
        assert [entry.id for entry in found] == [entries[1].id, entries[0].id, entries[2].id]
        assert [entry.id for entry in library.page(query_of(f"like:{entries[1].id}"), "newest", found[0], 1)] == [
            found[1].id
        ]
        assert [*library.ids(query_of(f"like:{entries[1].id} stars:1"))] == []
        assert [*library.ids(query_of("like:99"))] == []


def test_a_sound_without_an_entry_gets_one_again() -> None:
    """As after a kill between the writing of the sound and of the entry, or after the list was lost."""
    kept = keep(recipe=recipe("slow jazz", 5))
    with closing(Library()) as library:
        path = library.database.path
    for file in path.parent.glob("library.db*"):
        file.unlink()
    done = tend()
    assert (done.found, done.message) == (1, "")
    with closing(Library()) as library:
        (found,) = library.page(query_of("jazz"))
        assert (found.name, found.seed, found.digest, found.path) == (kept.name, 5, kept.digest, kept.path)
        assert library.size() == kept.path.stat().st_size
    assert tend().found == 0


def test_a_damaged_list_is_made_anew_and_told_of() -> None:
    keep()
    with closing(Library()) as library:
        library.database.path.write_text("hello")
    assert "1 sound" in tend().message.replace("sounds", "sound")
    with closing(Library()) as library:
        assert library.count() == 1


def test_half_a_file_without_an_entry_is_left_alone() -> None:
    kept = keep()
    half = kept.path.with_name("half 12345678.flac")
    half.write_bytes(kept.path.read_bytes()[:60])
    assert tend().found == 0
    assert half.exists()


def test_a_change_of_a_riff_is_another_entry() -> None:
    one = keep()
    other = keep(tone() * 0.9, kind="change", recipe=replace(recipe(), mask="mask"))
    assert (one.kind, other.kind) == ("riff", "change")
