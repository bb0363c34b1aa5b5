"""The journal: what is written comes back bit for bit, costs little, and survives whatever happens to its files."""

from __future__ import annotations

import gc
import hashlib
import json
import multiprocessing
import os
import shutil
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riffdesk.errors import Cancelled, UserError
from riffdesk.sketch.state import State
from riffdesk.store.journal import journal as journal_module
from riffdesk.store.journal import journal_folders
from riffdesk.store.journal.journal import Journal, Snapshot
from riffdesk.store.journal.journal_folders import MAX_AGE_SECONDS, folders, mark_reported, root, size_of
from riffdesk.store.journal.recovery import Recovered, discard, find_recoverable, recover
from riffdesk.store.journal.writer_thread import JournalThread
from tests.store.killing import killed_painter, strokes_in
from tests.store.sketches import everything, painted, partial_riff, same, same_bits, wide


def left(state: State, *more: State, **about: object) -> Journal:
    """Write versions of a document as a process does that is killed then."""
    journal = Journal()
    for one in (state, *more):
        journal.write(Snapshot(one, **about))
    folder = journal.folder
    journal.release()
    journal.folder = folder
    return journal


def recover_copy(journal: Journal) -> State:
    """Return what a start would find if the process were killed now."""
    assert journal.folder is not None
    copy = root() / "0123abcd"
    shutil.copytree(journal.folder, copy)
    (found,) = (one for one in find_recoverable().sketches if one.folder == copy)
    back = recover(found)
    back.journal.clear()
    return back.state


@pytest.fixture
def recovered() -> Iterator[Callable[[], Recovered]]:
    """Return a function that recovers the one sketch that there is."""
    opened: list[Recovered] = []

    def act() -> Recovered:
        (found,) = find_recoverable().sketches
        opened.append(recover(found))
        return opened[-1]

    yield act
    for one in opened:
        one.journal.release()


def test_a_document_comes_back_bit_for_bit(recovered: Callable[[], Recovered]) -> None:
    state = everything()
    left(state)
    back = recovered()
    assert same(back.state, state)
    assert back.state.layers[0].is_as_imported
    assert back.state.layers[0].sound.waveform is back.state.layers[0].source.waveform
    assert not back.state.layers[1].is_as_imported
    assert back.state.layers[3].tiles.is_silent
    assert all(tile is tiles.silence for tiles in (back.state.layers[3].tiles,) for tile in tiles.tiles)
    assert not any(tile.array.flags.writeable for layer in back.state.layers for tile in layer.tiles.tiles)


def test_what_a_layer_was_when_it_was_made_comes_back_bit_for_bit(recovered: Callable[[], Recovered]) -> None:
    state = everything()
    made = state.layers[2].tiles
    painted_on = replace(state.layers[2], tiles=made.replaced(90, np.ones((8, 50), np.float32)), made=made)
    left(replace(state, layers=(*state.layers[:2], painted_on, state.layers[3])))
    back = recovered().state
    assert back.layers[2].made == made
    assert [layer.made for layer in (back.layers[0], back.layers[3])] == [None, None]


def test_the_noise_profile_comes_back(recovered: Callable[[], Recovered]) -> None:
    document = everything()
    noisy = replace(document, noise=tuple(0.1 * band for band in range(document.params.bands)))
    left(noisy)
    assert recovered().state.noise == noisy.noise


def test_snapshots_of_the_sketch_come_back_bit_for_bit(recovered: Callable[[], Recovered]) -> None:
    state = everything()
    held = painted(state, 0, 0.5)
    left(state, slots=(None, held, None, replace(state, tempo=80.0)))
    back = recovered()
    assert same(back.state, state)
    assert [one is None for one in back.snapshots] == [True, False, True, False, True, True, True, True]
    assert same(back.snapshots[1], replace(held, mask=None))
    assert back.snapshots[3].tempo == 80
    assert back.snapshots[3].layers[2].tiles.tiles[0] is back.state.layers[2].tiles.tiles[0]


def test_what_it_is_called_where_it_is_saved_and_when_it_was_written_come_back(
    tmp_path: Path, recovered: Callable[[], Recovered]
) -> None:
    before = time.time()
    left(everything(), name="Söng", path=tmp_path / "Söng.riff", stamp="abc")
    (found,) = find_recoverable().sketches
    assert (found.name, found.seconds) == ("Söng", pytest.approx(everything().samples / 44_100))
    assert before - 1 <= found.time.timestamp() <= time.time() + 1
    back = recovered()
    assert (back.name, back.path, back.stamp) == ("Söng", tmp_path / "Söng.riff", "abc")


def test_a_riff_on_its_way_comes_back_with_how_far_it_was(recovered: Callable[[], Recovered]) -> None:
    state = everything()
    riff = partial_riff(state)

    def gone() -> str:
        raise UserError("There is no such model.")

    left(state, riffs=((riff, lambda: "0123-4567"), (riff, gone)))
    back = recovered()
    (open_riff,) = back.riffs
    assert open_riff.folder == "0123-4567"
    partial = open_riff.partial
    assert (partial.layer_id, partial.new, partial.sections) == ("b", False, 3)
    assert same_bits(partial.tiles, riff.tiles)
    assert partial.added_before == 2
    assert partial.sounds is back.state.layers[1].sound.waveform


def test_the_picture_shows_the_loudest_ink_of_all_layers() -> None:
    left(everything())
    (found,) = find_recoverable().sketches
    assert found.picture.shape[0] == 8
    assert 100 <= found.picture.shape[1] <= 200
    assert found.picture.max() == max(layer.ink.max() for layer in everything().layers)


def test_a_dab_on_ten_minutes_of_eight_layers_writes_less_than_2_mb(home: Path) -> None:
    state = wide(bands=32, sound=False)  # as many tiles as in real life, and each a sixteenth of the size
    journal = Journal()
    journal.write(Snapshot(state))
    assert journal.folder is not None
    assert len(list(journal.folder.glob("*.tiles"))) < 200
    before = size_of(journal.folder)
    journal.write(Snapshot(painted(state, 30_000, 0.5)))
    assert size_of(journal.folder) - before < 2_000_000 / 16 + 500_000, "the dab, and a manifest"
    journal.clear()


def test_the_same_tile_is_written_once_however_many_layers_and_versions_have_it() -> None:
    state = everything()
    journal = Journal()
    journal.write(Snapshot(state))
    folder = journal.folder
    assert folder is not None
    segments = sorted(folder.glob("*.tiles"))
    again = painted(painted(state, 10, 0.5), 10, 0.25)
    journal.write(Snapshot(again))
    journal.write(Snapshot(state))
    assert sorted(folder.glob("*.tiles"))[: len(segments)] == segments
    journal.write(Snapshot(state))
    assert sorted(folder.glob("*.tiles")) == segments, "what no version needs is gone"
    assert len(list(folder.glob("*.manifest"))) == 2
    journal.clear()


def test_what_is_on_disk_stays_in_proportion_to_the_document_however_long_one_paints(
    monkeypatch: pytest.MonkeyPatch, recovered: Callable[[], Recovered]
) -> None:
    monkeypatch.setattr("riffdesk.store.journal.journal._UNUSED_BYTES", 2**18)
    monkeypatch.setattr("riffdesk.store.journal.journal._MAX_SMALL_SEGMENTS", 10)
    state = wide(20, 1, bands=64)
    whole = sum(layer.tiles.nbytes + layer.sound.waveform.nbytes for layer in state.layers)
    journal, sizes = Journal(), []
    for stroke in range(150):
        state = painted(state, (stroke * 173) % 1_900, 0.001 * (1 + stroke), columns=90)
        journal.write(Snapshot(state))
        assert journal.folder is not None
        sizes.append(size_of(journal.folder))
    assert max(sizes) < 4 * whole
    assert len(list(journal.folder.glob("*.tiles"))) < 40
    journal.release()
    assert same(recovered().state, state)


def test_a_document_that_was_given_up_is_not_kept_in_memory() -> None:
    journal = Journal()
    state = wide(30, 2)
    journal.write(Snapshot(state))
    small = everything()
    journal.write(Snapshot(small))
    tile = weakref.ref(state.layers[0].tiles.tiles[0])
    del state
    gc.collect()
    assert tile() is None
    assert len(journal._tile_numbers) > 50
    journal.write(Snapshot(small))
    assert len(journal._tile_numbers) < 50
    journal.clear()


def test_a_recovered_sketch_goes_on_in_its_journal_without_writing_what_is_there(
    recovered: Callable[[], Recovered],
) -> None:
    left(everything())
    back = recovered()
    folder = back.journal.folder
    assert folder is not None
    segments = sorted(folder.glob("*.tiles"))
    back.journal.write(Snapshot(back.state))
    assert sorted(folder.glob("*.tiles")) == segments
    after = painted(back.state, 5, 0.75)
    back.journal.write(Snapshot(after))
    back.journal.release()
    assert same(recovered().state, after)


def test_a_saved_sketch_is_not_offered_and_its_tiles_are_not_written_again(
    recovered: Callable[[], Recovered],
) -> None:
    state = everything()
    journal = Journal()
    journal.write(Snapshot(state))
    folder = journal.folder
    assert folder is not None
    segments = sorted(folder.glob("*.tiles"))
    journal.mark_saved()
    journal.mark_saved()
    shutil.copytree(folder, root() / "aaaaaaaa")
    assert find_recoverable().sketches == ()
    assert not (root() / "aaaaaaaa").exists(), "a copy that nobody holds is removed: there is nothing to recover"
    journal.write(Snapshot(state))
    assert sorted(folder.glob("*.tiles")) == segments
    journal.release()
    assert same(recovered().state, state)


def test_a_cleared_journal_leaves_nothing() -> None:
    journal = Journal()
    journal.write(Snapshot(everything()))
    journal.clear()
    assert folders() == []
    journal.write(Snapshot(everything()))
    assert len(folders()) == 1
    journal.clear()


def test_the_journal_of_a_living_process_is_not_offered(recovered: Callable[[], Recovered]) -> None:
    journal = Journal()
    journal.write(Snapshot(everything()))
    assert find_recoverable().sketches == ()
    assert len(folders()) == 1
    journal.release()
    recovered()
    assert find_recoverable().sketches == (), "nor is one that was opened"


def test_one_that_was_recovered_elsewhere_meanwhile_is_refused_in_a_sentence() -> None:
    left(everything())
    (found,) = find_recoverable().sketches
    first = recover(found)
    with pytest.raises(UserError, match="in another window"):
        recover(found)
    with pytest.raises(UserError, match="cannot be discarded"):
        discard(found)
    first.journal.release()
    discard(found)
    assert folders() == []
    discard(found)


def test_a_write_that_is_cancelled_or_fails_leaves_the_last_version(
    full_disk: Callable[[int], AbstractContextManager[None]], recovered: Callable[[], Recovered]
) -> None:
    state = everything()
    journal = Journal()
    journal.write(Snapshot(state))
    assert journal.folder is not None
    files = sorted(path.name for path in journal.folder.iterdir())
    journal.cancel.set()
    with pytest.raises(Cancelled):
        journal.write(Snapshot(wide(10, 1)))
    assert sorted(path.name for path in journal.folder.iterdir()) == files
    journal.cancel.clear()
    with full_disk(300_000), pytest.raises(UserError, match="Autosave does not work"):
        journal.write(Snapshot(wide(10, 1)))
    assert sorted(path.name for path in journal.folder.iterdir()) == files
    journal.write(Snapshot(painted(state, 0, 0.5)))
    journal.release()
    assert same(recovered().state, painted(state, 0, 0.5))


def test_it_pauses_rather_than_fill_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal()
    journal.write(Snapshot(everything()))
    monkeypatch.setattr(journal_folders.shutil, "disk_usage", lambda _: SimpleNamespace(free=2**30))
    with pytest.raises(UserError, match="less than 1 GiB is free"):
        journal.write(Snapshot(painted(everything(), 0, 0.5)))
    journal.clear()


def test_once_there_is_room_again_all_that_was_not_written_is(
    monkeypatch: pytest.MonkeyPatch, recovered: Callable[[], Recovered]
) -> None:
    journal = Journal()
    journal.write(Snapshot(everything()))
    later = painted(painted(everything(), 0, 0.5), 200, 0.25)
    with monkeypatch.context() as full:
        full.setattr(journal_folders.shutil, "disk_usage", lambda _: SimpleNamespace(free=2**30))
        with pytest.raises(UserError, match="less than 1 GiB is free"):
            journal.write(Snapshot(later))
    journal.write(Snapshot(later))
    journal.release()
    assert same(recovered().state, later)


@pytest.mark.parametrize("failing", [1, 2])
def test_a_folder_that_cannot_be_flushed_costs_no_version(
    failing: int, monkeypatch: pytest.MonkeyPatch, recovered: Callable[[], Recovered]
) -> None:
    state = everything()
    states = [painted(state, 0, 0.25 * number) for number in range(1, 4)]
    journal = Journal()
    journal.write(Snapshot(states[0]))
    flushed: list[Path] = []

    def flush(folder: Path) -> None:
        flushed.append(folder)
        if len(flushed) == failing:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(journal_module, "sync_folder", flush)
    with pytest.raises(UserError, match="Autosave does not work"):
        journal.write(Snapshot(states[1]))
    assert same(recover_copy(journal), states[failing - 1])
    journal.write(Snapshot(states[2]))
    journal.release()
    assert same(recovered().state, states[2])


def test_a_folder_in_the_place_of_an_old_version_does_no_harm(recovered: Callable[[], Recovered]) -> None:
    states = [painted(everything(), 0, 0.25 * number) for number in range(1, 5)]
    journal = Journal()
    journal.write(Snapshot(states[0]))
    assert journal.folder is not None
    (journal.folder / "00000000.manifest" / "mine").mkdir(parents=True)
    for state in states[1:]:
        journal.write(Snapshot(state))
        assert same(recover_copy(journal), state)
    journal.release()
    assert same(recovered().state, states[-1])


@pytest.mark.parametrize("name", ["000001 (copy).tiles", "x.tiles", "-1.tiles"])
def test_other_files_beside_the_segments_stay_and_do_no_harm(name: str, recovered: Callable[[], Recovered]) -> None:
    folder = left(everything()).folder
    assert folder is not None
    (folder / name).write_bytes(b"mine")
    back = recovered()
    later = painted(back.state, 0, 0.5)
    back.journal.write(Snapshot(later))
    assert (folder / name).read_bytes() == b"mine"
    assert same(recover_copy(back.journal), later)


def test_the_oldest_go_where_all_of_them_take_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    old = left(everything()).folder
    new = left(painted(everything(), 0, 0.5)).folder
    assert old is not None
    assert new is not None
    for path in old.iterdir():
        os.utime(path, (1e9, time.time() - 1_000))
    monkeypatch.setattr(journal_folders, "MAX_BYTES", size_of(old) + size_of(new) + 100_000)
    journal = Journal()
    journal.write(Snapshot(everything()))
    assert not old.exists()
    assert new.exists()
    monkeypatch.setattr(journal_folders, "MAX_BYTES", 1_000)
    with pytest.raises(UserError, match="Save this sketch"):
        journal.write(Snapshot(painted(everything(), 0, 0.25)))
    journal.clear()


def test_one_that_nobody_opens_for_a_month_is_removed() -> None:
    folder = left(everything()).folder
    assert folder is not None
    for path in folder.glob("*.manifest"):
        os.utime(path, (0, time.time() - MAX_AGE_SECONDS - 100))
    assert find_recoverable().sketches == ()
    assert not folder.exists()


def test_what_was_killed_before_its_first_version_is_removed_without_a_word() -> None:
    folder = left(everything()).folder
    assert folder is not None
    for path in folder.glob("*.manifest"):
        path.unlink()
    (folder / "00000001.new").write_bytes(b"riff")
    found = find_recoverable()
    assert (found.sketches, found.damaged) == ((), ())
    assert folders() == []


def test_a_hopeless_one_is_reported_once_and_stays_for_whoever_can_read_it() -> None:
    folder = left(everything()).folder
    assert folder is not None
    for path in folder.glob("*.tiles"):
        path.write_bytes(b"nothing")
    assert find_recoverable().damaged == (folder,)
    assert find_recoverable().damaged == (folder,)
    mark_reported(folder)
    assert find_recoverable().damaged == ()
    assert folder.exists()


def test_one_of_before_there_were_originals_and_snapshots_in_it_is_recovered(
    recovered: Callable[[], Recovered],
) -> None:
    state = everything()
    folder = left(state).folder
    assert folder is not None
    for path in folder.glob("*.manifest"):
        body = json.loads(path.read_bytes().partition(b"\n")[2])
        del body["slots"]
        for layer in body["layers"]:
            del layer["made"]
        text = json.dumps(body).encode()
        digest = hashlib.blake2b(text, digest_size=16).hexdigest()
        path.write_bytes(f"riffdesk-journal 1 {digest}\n".encode() + text)
    assert same(recovered().state, state)


def test_a_newer_riffdesks_is_left_alone() -> None:
    folder = left(everything()).folder
    assert folder is not None
    for path in folder.glob("*.manifest"):
        path.write_bytes(path.read_bytes().replace(b"riffdesk-journal 2 ", b"riffdesk-journal 3 ", 1))
    found = find_recoverable()
    assert (found.sketches, found.damaged) == ((), ())
    assert folder.exists()


def test_a_manifest_nested_too_deeply_to_be_read_is_damaged_and_the_version_before_comes_back() -> None:
    first = everything()
    folder = left(first, painted(first, 70, 0.5)).folder
    assert folder is not None
    text = b"[" * 100_000
    newest = max(folder.glob("*.manifest"))
    newest.write_bytes(
        b"riffdesk-journal 1 %s\n%s" % (hashlib.blake2b(text, digest_size=16).hexdigest().encode(), text)
    )
    (found,) = find_recoverable().sketches
    back = recover(found)
    assert same(back.state, first)
    back.journal.clear()


def test_strange_things_in_the_folder_are_ignored() -> None:
    root().mkdir(parents=True)
    (root() / "notes.txt").write_text("mine")
    (root() / "deadbeef").write_text("no folder")
    (root() / "My folder").mkdir()
    assert find_recoverable().sketches == ()
    assert (root() / "notes.txt").exists()
    assert (root() / "My folder").exists()


def test_looking_can_be_stopped() -> None:
    left(everything())
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        find_recoverable(stop)
    assert len(find_recoverable().sketches) == 1


# Damage


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[State, State]]:
    """Return a folder with a journal that has two versions, and the two."""
    before = os.environ.get("RIFFDESK_HOME")
    os.environ["RIFFDESK_HOME"] = str(tmp_path_factory.mktemp("versions"))
    try:
        first = everything()
        second = painted(first, 70, 0.5)
        folder = left(first, second).folder
    finally:
        os.environ.pop("RIFFDESK_HOME")
        if before is not None:
            os.environ["RIFFDESK_HOME"] = before
    assert folder is not None
    return folder, (first, second)


def damage(path: Path, cut: float | None, flip: float) -> None:
    data = bytearray(path.read_bytes())
    if cut is not None:
        data = data[: int(cut * len(data))]
    else:
        bit = int(flip * (8 * len(data)))
        data[bit // 8] ^= 1 << bit % 8
    path.write_bytes(data)


@given(
    st.integers(0, 10),
    st.none() | st.floats(0, 1, exclude_max=True),
    st.floats(0, 1, exclude_max=True),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whichever_file_is_cut_short_or_changed_by_a_bit_a_good_version_comes_back(
    versions: tuple[Path, tuple[State, State]], which: int, cut: float | None, flip: float
) -> None:
    made, (first, second) = versions
    shutil.rmtree(root(), ignore_errors=True)
    folder = root() / made.name
    shutil.copytree(made, folder)
    files = sorted(path for path in folder.iterdir() if path.stat().st_size)
    hurt = files[which % len(files)]
    damage(hurt, cut, flip)
    found = find_recoverable()
    if hurt.suffix == ".tiles" and hurt == next(path for path in files if path.suffix == ".tiles"):
        assert (found.sketches, found.damaged) == ((), (folder,)), "both versions need it"
        return
    (sketch,) = found.sketches
    back = recover(sketch)
    newest_lost = hurt.name == "00000002.manifest" or hurt.suffix == ".tiles"
    assert same(back.state, first if newest_lost else second)
    back.journal.write(Snapshot(second))
    back.journal.release()
    again = recover(find_recoverable().sketches[0])
    assert same(again.state, second)
    again.journal.clear()


@given(st.binary(max_size=200), st.sampled_from(["00000003.manifest", "00000009.new", "000009.tiles", "lock"]))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rubbish_beside_it_does_no_harm(versions: tuple[Path, tuple[State, State]], rubbish: bytes, name: str) -> None:
    made, (_, second) = versions
    shutil.rmtree(root(), ignore_errors=True)
    shutil.copytree(made, root() / made.name)
    (root() / made.name / name).write_bytes(rubbish)
    back = recover(find_recoverable().sketches[0])
    assert same(back.state, second)
    back.journal.clear()


# The thread


@pytest.fixture
def thread() -> Iterator[JournalThread]:
    failures: list[Exception] = []
    made = JournalThread(failures.append)
    yield made
    made.close()
    assert failures == []


def test_of_many_versions_the_last_one_is_stored(thread: JournalThread) -> None:
    states = [painted(everything(), 0, 0.01 * number) for number in range(50)]
    for state in states:
        thread.write(Snapshot(state))
    assert thread.wait(60)
    assert int(sorted(folders()[0].glob("*.manifest"))[-1].stem) < 50
    shutil.copytree(folders()[0], root() / "aaaaaaaa")
    back = recover(find_recoverable().sketches[0])
    assert same(back.state, states[-1])
    back.journal.clear()


def test_closed_it_leaves_nothing_even_in_the_middle_of_a_version() -> None:
    thread = JournalThread(lambda error: pytest.fail(str(error)))
    thread.write(Snapshot(wide(60, 1)))
    with suppress(IndexError):
        while not list(folders()[0].glob("*.tiles")):
            time.sleep(0.001)
    thread.close()
    assert folders() == []
    thread.write(Snapshot(everything()))
    assert folders() == []


def test_handing_over_a_version_takes_a_fraction_of_the_time_that_it_takes_to_store_it(thread: JournalThread) -> None:
    state = wide(60, 2)
    began = time.perf_counter()
    thread.write(Snapshot(state))
    handed_over = time.perf_counter() - began
    assert thread.wait(60)
    assert handed_over < (time.perf_counter() - began) / 2


def test_what_fails_is_told_and_the_next_version_is_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    failures: list[Exception] = []
    thread = JournalThread(failures.append)
    with monkeypatch.context() as patch:
        patch.setattr(journal_folders.shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
        thread.write(Snapshot(everything()))
        assert thread.wait(60)
    assert [type(error) for error in failures] == [UserError]
    thread.write(Snapshot(everything()))
    assert thread.wait(60)
    assert len(list(folders()[0].glob("*.manifest"))) == 1
    thread.close()


# Kills


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_at_any_moment_it_leaves_the_last_version_and_nothing_else(home: Path) -> None:
    count = int(os.environ.get("RIFFDESK_TEST_KILLS", "20"))
    context = multiprocessing.get_context("forkserver")
    for number in range(count):
        kill = killed_painter(context, home, seed=number)
        found = find_recoverable()
        assert found.damaged == ()
        assert len(found.sketches) == (1 if kill.stored else len(found.sketches))
        for sketch in found.sketches:
            back = recover(sketch)
            strokes = strokes_in(back.state)
            assert strokes is not None, "the document as it was after a stroke"
            assert kill.stored <= strokes <= kill.painted
            back.journal.clear()
        assert folders() == []
