"""Folders of the user's own in the library: listed in place, measured, read again, and taken out."""

from __future__ import annotations

import os
import shutil
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from riffdesk.analysis import folder_reading
from riffdesk.analysis.folder_reading import FoldersRead, list_folders, measure_folders
from riffdesk.analysis.notes_sound import NotesSoundRequest, notes_sound
from riffdesk.compose.composition import compose_riff
from riffdesk.compose.midi.score_midi import write_midi
from riffdesk.compose.words.spec_of_words import read_words
from riffdesk.dsp.loudness import loudness
from riffdesk.dsp.mix import stereo
from riffdesk.errors import Cancelled, UserError
from riffdesk.progress import Step
from riffdesk.store.library.entry import Entry
from riffdesk.store.library.folders import Folder, add_folder, folders, remove_folder
from riffdesk.store.library.library import Library, root
from riffdesk.store.library.query import query_of
from riffdesk.store.library.room import empty_trash
from tests.analysis.sounds import PARAMS, RATE, beats, keep, recipe, tone, write_wav


def write_tune(path: Path) -> Path:
    write_midi(path, replace(compose_riff(read_words("slow jazz with a piano").spec, 1, 4), tempo=90.0))
    return path


@pytest.fixture
def sounds(tmp_path: Path) -> Path:
    """Return a folder with four files that are listed, and others."""
    folder = tmp_path / "Sounds"
    (folder / "Drums" / ".hidden").mkdir(parents=True)
    write_wav(folder / "Drums" / "loop_100bpm.wav", beats(100, 1.0))
    write_wav(folder / "Drums" / ".hidden" / "no.wav")
    write_wav(folder / "hum.flac", tone(440, 1.0))
    write_wav(folder / "riff.wav", tone(550), recipe("dark techno", 7, tempo=130.0, key="C minor"))
    write_tune(folder / "tune.MID")
    write_wav(folder / ".no.wav")
    (folder / "notes.txt").write_text("hello")
    return folder


def add(path: Path) -> Folder:
    with closing(Library()) as library:
        return add_folder(library, path)


def listed(text: str = "") -> dict[str, Entry]:
    with closing(Library()) as library:
        return {entry.name: entry for entry in library.page(query_of(text), "name")}


def files(folder: Path) -> dict[Path, tuple[int, float]]:
    return {path: (path.stat().st_size, path.stat().st_mtime) for path in folder.rglob("*") if path.is_file()}


def test_files_are_listed_where_they_are_and_nothing_is_copied(sounds: Path) -> None:
    before = files(sounds)
    add(sounds)
    assert list_folders() == FoldersRead(listed=4)
    found = listed()
    assert {name: entry.path for name, entry in found.items()} == {
        "hum": sounds / "hum.flac",
        "loop_100bpm": sounds / "Drums" / "loop_100bpm.wav",
        "riff": sounds / "riff.wav",
        "tune": sounds / "tune.MID",
    }
    assert all(entry.in_place and not entry.missing for entry in found.values())
    assert found["hum"].seconds == pytest.approx(1.0)
    assert found["loop_100bpm"].tempo == 100
    measure_folders()
    assert files(sounds) == before
    assert not (root() / "sounds").exists()
    with closing(Library()) as library:
        assert library.size() == 0


@pytest.mark.parametrize("suffix", [".mp3", ".ogg", ".aiff"])
def test_compressed_files_are_listed_with_their_length(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "mine").mkdir()
    soundfile.write(tmp_path / "mine" / f"a{suffix}", tone(440, 2.0)[0], RATE)
    add(tmp_path / "mine")
    assert list_folders().listed == 1
    assert listed()["a"].seconds == pytest.approx(2.0, abs=0.1)
    measure_folders()
    assert listed()["a"].peak_db == pytest.approx(-6.02, abs=0.5)


def test_words_and_folders_find_them(sounds: Path) -> None:
    add(sounds)
    list_folders()
    assert list(listed("hu")) == ["hum"]
    assert list(listed("folder:drums")) == ["loop_100bpm"]
    assert list(listed('folder:"sounds/dr" bpm:100')) == ["loop_100bpm"]
    assert len(listed("folder:Sounds")) == 4
    assert listed("folder:100%") == {}
    assert list(listed("kind:notes")) == ["tune"]


def test_what_is_measured_is_what_an_import_would_tell(sounds: Path) -> None:
    write_wav(sounds / "Drums" / "loop_100bpm.wav", beats(100))
    add(sounds)
    list_folders()
    assert measure_folders() == 4
    assert measure_folders() == 0
    found = listed()
    assert found["hum"].loudness == pytest.approx(loudness(np.repeat(tone(440, 1.0), 2, axis=0), RATE), abs=0.01)
    assert found["hum"].peak_db == pytest.approx(-6.02, abs=0.01)
    assert (found["loop_100bpm"].tempo, found["loop_100bpm"].key) == (pytest.approx(100, abs=0.5), "A minor")
    riff = found["riff"]
    assert (riff.kind, riff.prompt, riff.seed, riff.tempo, riff.key) == ("riff", "dark techno", 7, 130, "C minor")
    tune = found["tune"]
    assert (tune.kind, tune.tempo, tune.seconds) == ("notes", 90, pytest.approx(16 * 60 / 90))
    with closing(Library()) as library:
        assert all(library.details(entry.id).picture for entry in found.values())
        assert all(library.details(entry.id).features for entry in found.values())
    assert list(listed("dark")) == ["riff"], "words of its prompt are found as well"


def test_the_notes_of_a_midi_file_are_heard_at_their_tempo_or_another(sounds: Path) -> None:
    audio = notes_sound(NotesSoundRequest(sounds / "tune.MID", PARAMS, -16.0))
    assert audio.shape[-1] / RATE == pytest.approx(16 * 60 / 90, abs=0.1)
    assert loudness(stereo(audio), RATE) <= -15.8
    assert np.abs(audio).max() > 0.05
    faster = notes_sound(NotesSoundRequest(sounds / "tune.MID", PARAMS, -16.0, factor=0.5))
    assert faster.shape[-1] / RATE == pytest.approx(8 * 60 / 90, abs=0.1)


def test_a_second_reading_lists_what_is_new_or_changed_and_leaves_out_what_is_gone(sounds: Path) -> None:
    add(sounds)
    list_folders()
    measure_folders()
    before = listed()
    with closing(Library()) as library:
        library.rate([before["riff"].id], 4)
        library.rename(before["hum"].id, "Mains")
    (sounds / "riff.wav").unlink()
    (sounds / "tune.MID").unlink()
    write_wav(sounds / "hum.flac", tone(440, 2.0))
    write_wav(sounds / "new.wav", tone(330))
    assert list_folders() == FoldersRead(listed=2, forgotten=1)
    after = listed()
    assert sorted(after) == ["Mains", "loop_100bpm", "new", "riff"]
    assert after["riff"].missing, "it has stars, and may come back"
    assert (after["Mains"].id, after["Mains"].seconds) == (before["hum"].id, pytest.approx(2.0))
    assert measure_folders() == 2


def test_a_folder_that_is_not_there_keeps_its_entries(sounds: Path) -> None:
    add(sounds)
    list_folders()
    sounds.rename(sounds.with_name("elsewhere"))
    assert list_folders() == FoldersRead(absent=(sounds,))
    assert measure_folders() == 4
    assert all(entry.missing for entry in listed().values())
    sounds.with_name("elsewhere").rename(sounds)
    assert list_folders() == FoldersRead()
    assert measure_folders() == 4
    assert listed()["hum"].loudness is not None


def test_a_folder_that_was_taken_out_and_added_again_has_its_stars_and_tags(sounds: Path) -> None:
    before = files(sounds)
    folder = add(sounds)
    list_folders()
    with closing(Library()) as library:
        hum = listed()["hum"].id
        library.rate([hum], 5)
        library.set_tags(hum, ["night"])
        remove_folder(library.database, folder.id)
        assert library.count() == 0
        assert folders(library.database) == []
    assert files(sounds) == before
    add(sounds)
    assert list_folders().listed == 4
    again = listed()["hum"]
    assert (again.id, again.stars, again.tags) == (hum, 5, ("night",))


def test_when_the_trash_is_emptied_files_of_the_user_stay(sounds: Path) -> None:
    before = files(sounds)
    folder = add(sounds)
    list_folders()
    with closing(Library()) as library:
        remove_folder(library.database, folder.id)
        assert empty_trash(library.database, library.folder, older_than=-1) == 4
    assert files(sounds) == before


def test_a_deleted_entry_is_not_listed_again_by_the_next_reading(sounds: Path) -> None:
    add(sounds)
    list_folders()
    with closing(Library()) as library:
        library.trash([listed()["hum"].id])
        empty_trash(library.database, library.folder, older_than=-1)
    write_wav(sounds / "hum.flac", tone(440, 3.0))
    list_folders()
    assert "hum" not in listed()
    assert (sounds / "hum.flac").exists()


def test_files_that_are_no_sounds_are_left_out(sounds: Path) -> None:
    (sounds / "bad.wav").write_text("hello")
    (sounds / "empty.flac").touch()
    (sounds / "gone.wav").symlink_to(sounds / "nothing")
    add(sounds)
    assert list_folders() == FoldersRead(listed=4, unreadable=2)


def test_a_damaged_midi_file_is_listed_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "bad.mid").write_bytes(b"hello")
    add(tmp_path / "mine")
    list_folders()
    assert measure_folders() == 1
    assert measure_folders() == 0
    assert listed()["bad"].seconds == 0


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="names there are Unicode")
def test_a_name_that_is_no_unicode_is_listed(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    write_wav(folder / "a.wav")
    shutil.move(folder / "a.wav", folder / os.fsdecode(b"t\xf6ne.wav"))
    add(folder)
    assert list_folders().listed == 1
    (entry,) = listed("folder:caf").values()
    assert not entry.missing


def test_a_folder_inside_another_is_refused_and_one_around_it_lists_each_file_once(sounds: Path) -> None:
    drums = add(sounds / "Drums")
    assert add(sounds / "Drums") == drums
    list_folders()
    add(sounds)
    list_folders()
    assert len(listed()) == 4
    with pytest.raises(UserError, match="lists already"):
        add(sounds / "Drums" / ".hidden")
    with closing(Library()) as library:
        remove_folder(library.database, drums.id)
    assert sorted(listed()) == ["hum", "riff", "tune"]
    list_folders()
    assert len(listed()) == 4


def test_what_is_no_folder_is_told(tmp_path: Path) -> None:
    for wrong in (tmp_path / "nothing", write_wav(tmp_path / "a.wav")):
        with pytest.raises(UserError, match="no folder"):
            add(wrong)
    keep()
    with pytest.raises(UserError, match="own folder"):
        add(root() / "sounds")


def test_the_librarys_own_folder_is_left_out_of_one_around_it(tmp_path: Path) -> None:
    keep()
    add(root().parent)
    assert list_folders().listed == 0


def test_a_cancelled_measuring_goes_on_where_it_was(sounds: Path) -> None:
    add(sounds)
    list_folders()
    cancel = threading.Event()

    def on_step(step: Step) -> None:
        assert step.total == 4
        if step.done == 2:
            cancel.set()

    with pytest.raises(Cancelled):
        measure_folders(None, on_step, cancel)
    rest = measure_folders()
    assert 0 < rest < 4
    assert measure_folders() == 0


def test_a_long_file_is_measured_by_its_beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_reading, "MEASURED_SECONDS", 4.0)
    audio = tone(440, 6.0, 0.1)
    audio[:, -RATE:] = tone(440, 1.0, 0.8)
    folder = tmp_path / "long"
    folder.mkdir()
    write_wav(folder / "long.wav", audio)
    add(folder)
    list_folders()
    measure_folders()
    entry = listed()["long"]
    assert entry.seconds == pytest.approx(6)
    assert entry.loudness == pytest.approx(loudness(stereo(audio[:, : 4 * RATE]), RATE), abs=0.01)
    assert entry.peak_db == pytest.approx(20 * np.log10(0.8), abs=0.01), (
        "its peak is that of all, so that it never clips"
    )
