"""What is put into the library is found, changed, removed and brought back."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from riffdesk.errors import UserError
from riffdesk.store.library.library import SORTS, Library
from riffdesk.store.library.prompts import MAX_PROMPTS, forget_prompt, remember_prompt, used_prompts
from riffdesk.store.library.query import query_of
from riffdesk.store.library.room import empty_trash, orphans
from tests.store.library.entries import SIZE, add, names, new_entry, write


@pytest.fixture
def library() -> Iterator[Library]:
    with closing(Library()) as opened:
        yield opened


def test_an_entry_comes_back_as_it_was_put_in(library: Library) -> None:
    entry = add(
        library, "slow jazz · 42", prompt="slow jazz piano", negative="drums", seed=42, tempo=90.0, key="A minor",
        model="starter", loudness=-14.5, peak_db=-1.0, recipe="{}", score="notes", picture=b"png", features=b"ab",
        stars=4, tags=("Night", "drive"), created=1_700_000_000.0,
    )  # fmt: skip
    assert entry == library.entry(entry.id)
    assert (entry.name, entry.prompt, entry.negative, entry.seed) == ("slow jazz · 42", "slow jazz piano", "drums", 42)
    assert (entry.tempo, entry.key, entry.model, entry.loudness, entry.peak_db) == (90, "A minor", "starter", -14.5, -1)
    assert (entry.stars, entry.tags, entry.created, entry.bytes) == (4, ("night", "drive"), 1_700_000_000.0, SIZE)
    details = library.details(entry.id)
    assert (details.recipe, details.score, details.picture, details.features) == ("{}", "notes", b"png", b"ab")
    assert library.pictures([entry.id]) == {entry.id: b"png"}
    assert entry.path.is_relative_to(library.folder / "sounds" / "2023-11")
    assert entry.path.name.startswith("slow jazz · 42 ")
    assert not entry.missing


def test_the_same_sound_is_not_kept_twice(library: Library) -> None:
    first = add(library, "one")
    assert add(library, "one") == first
    assert (library.count(), library.size()) == (1, SIZE)
    assert len([*library.folder.rglob("*.flac")]) == 1


def test_words_match_beginnings_of_name_prompt_tags_and_model(library: Library) -> None:
    add(library, "one", prompt="Slow café piano, hip-hop", model="starter", tags=("night",))
    add(library, "two", prompt="fast techno", model="riffusion")
    assert names(library, "pia") == names(library, "slow hip-h") == names(library, "CAFE") == ["one"]
    assert names(library, "nigh") == names(library, "start slow") == ["one"]
    assert names(library, "riffu") == ["two"]
    assert names(library, "slow techno") == []
    assert names(library, "iano") == []


def test_fields_narrow_the_search(library: Library) -> None:
    add(library, "one", tempo=90.0, key="A minor", stars=3, model="starter", tags=("Night drive",), seed=7, seconds=4.0)
    add(library, "two", tempo=120.0, key="C major", stars=5, model="riffusion-model-v1", kind="take", seconds=10.0)
    add(library, "three")
    assert (
        names(library, "key:Am")
        == names(library, "bpm:80-100")
        == names(library, "bpm:79,5-100,5")
        == names(library, "seed:7")
        == ["one"]
    )
    assert names(library, "bpm:79,5-100.5") == ["one"]
    assert names(library, "bpm:120") == names(library, "bpm:100-") == names(library, "kind:take") == ["two"]
    assert names(library, "bpm:-100") == ["one"], "a tempo that is not known is none below a hundred"
    assert names(library, "stars:3") == ["two", "one"]
    assert names(library, "stars:3-4") == names(library, 'tag:"night drive"') == ["one"]
    assert names(library, "stars:0") == ["three"]
    assert names(library, "model:RIFF") == names(library, "seconds:8-12") == ["two"]
    assert names(library, "key:Am stars:5") == []


@pytest.mark.parametrize(
    "text",
    [
        "like:", "like:x", "like:99", "like:1 x", "like:99999999999999", "like:0",
        "", "   ", '"', '""', "'", "*", "AND", "NOT x", "a OR", "(", ")", "^", "-", "-x", "{name}:x", "x" * 5_000,
        "stars:", "stars:9", "stars:x", "bpm:fast", "bpm:", "bpm:-", "bpm:90-80-70", "key:H", "key:", "seed:-1",
        "seed:999999999999999999999", "tag:", 'tag:","', "kind:x", "model:%", "model:_", "foo:bar", "name:x", "\0",
        "\ud800", "NEAR(a b)", "a" + " b" * 5_000, 'x"y', "bpm:1e9", "seconds:inf", "': DROP TABLE entries; --",
    ],
)  # fmt: skip
def test_no_search_is_an_error(library: Library, text: str) -> None:
    add(library, "stays")
    for sort in SORTS:
        library.page(query_of(text), sort)
        library.ids(query_of(text), sort)
    assert names(library) == ["stays"]


def test_what_a_search_cannot_ask_for_is_told() -> None:
    for text, word in (("bpm:fast", "80-100"), ("key:H", "no key"), ("stars:9", "0 to 5"), ("foo:bar", "key:")):
        (problem,) = query_of(text).problems
        assert word in problem
    assert query_of("slow key:Am bpm:80-100").problems == ()


def test_a_percent_sign_in_a_search_is_one(library: Library) -> None:
    add(library, "one", model="starter")
    assert names(library, "model:%") == names(library, "model:_tarter") == []


@pytest.mark.parametrize("sort", SORTS)
def test_pages_list_everything_once_in_order(library: Library, sort: str) -> None:
    for number in range(9):
        add(
            library, f"{'aB'[number % 2]}{number % 4}{number}", stars=number % 3, tempo=60.0 + number % 4, prompt="jazz"
        )
    listed = names(library, "", sort)
    assert len(set(listed)) == 9
    assert names(library, "jazz", sort) == listed
    if sort == "name":
        assert listed == sorted(listed, key=str.lower)
    if sort == "newest":
        assert listed == names(library, "", "oldest")[::-1]


def test_rating_naming_and_tagging_are_found_at_once(library: Library) -> None:
    one, two = add(library, "one", tags=("old",)), add(library, "two")
    library.rate((one.id, two.id), 4)
    library.rename(one.id, "  Night\n drive ")
    library.set_tags(one.id, ["Best", "best ", "a,b", ""])
    assert library.entry(one.id).tags == ("best", "ab")
    assert names(library, "tag:best") == names(library, "drive stars:4") == ["Night drive"]
    assert names(library, "tag:old") == names(library, "one") == []
    assert names(library, "stars:4") == ["two", "Night drive"]
    assert library.tags() == ["ab", "best"]
    with pytest.raises(UserError, match="0 to 5"):
        library.rate((one.id,), 6)
    with pytest.raises(UserError, match="needs a name"):
        library.rename(one.id, "  ")


def test_the_trash_gives_back_until_it_is_emptied(library: Library) -> None:
    one, two = add(library, "one", tags=("x",)), add(library, "two")
    library.trash((one.id, two.id))
    assert names(library) == names(library, "tag:x") == []
    assert (library.count(), library.size()) == (0, 2 * SIZE)
    assert one.path.exists()
    library.restore((one.id,))
    assert names(library) == names(library, "tag:x") == ["one"]
    assert empty_trash(library.database, library.folder) == 0, "it was deleted just now"
    assert empty_trash(library.database, library.folder, older_than=0) == 1
    assert one.path.exists()
    assert not two.path.exists()
    assert (library.count(), library.size()) == (1, SIZE)


def test_a_riff_that_is_made_again_after_it_was_deleted_is_back_as_a_new_one(library: Library) -> None:
    one = add(library, "one", stars=2)
    library.trash((one.id,))
    again = add(library, "one")
    assert again.id > one.id
    assert names(library) == ["one"]
    assert again.path.exists()
    empty_trash(library.database, library.folder, older_than=0)
    assert again.path.exists()


def test_the_oldest_without_stars_give_way_and_those_with_stars_never(library: Library) -> None:
    starred, old, newer = add(library, "starred", stars=1), add(library, "old"), add(library, "newer")
    deleted = add(library, "deleted")
    library.trash((deleted.id,))
    add(library, "fourth", limit=4 * SIZE)
    assert not deleted.path.exists(), "the trash goes first"
    assert names(library) == ["fourth", "newer", "old", "starred"]
    add(library, "fifth", limit=3 * SIZE)
    assert names(library) == ["fifth", "fourth", "starred"]
    assert starred.path.exists()
    assert not old.path.exists()
    assert not newer.path.exists()


def test_a_library_full_of_stars_takes_nothing_and_says_so(library: Library) -> None:
    add(library, "starred", stars=1)
    with pytest.raises(UserError, match=r"limit.*stars"):
        add(library, "new", limit=SIZE)
    assert names(library) == ["starred"]
    assert len([*library.folder.rglob("*.flac")]) == 1


def test_a_missing_file_is_shown_as_missing(library: Library) -> None:
    entry = add(library)
    entry.path.unlink()
    (listed,) = library.page(query_of(""))
    assert listed.missing


def test_a_sound_that_stays_in_its_place_is_not_removed_with_its_entry(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.wav"  # a name that is no UTF-8
    try:
        write(path)
    except OSError:
        path = tmp_path / "café.wav"
        write(path)
    entry = library.add_in_place(new_entry("mine", kind="sound"), path)
    assert (entry.path, entry.bytes, library.size()) == (path, 0, 0)
    library.trash((entry.id,))
    empty_trash(library.database, library.folder, older_than=0)
    assert path.exists()
    assert names(library) == []


def test_sounds_without_entries_are_found_once(library: Library) -> None:
    known = add(library, "known")
    lost = known.path.with_name("lost 12345678.flac")
    write(lost)
    assert list(orphans(library.database, library.folder)) == [lost]
    library.add_in_place(new_entry("lost"), lost)
    assert library.size() == 2 * SIZE
    assert list(orphans(library.database, library.folder)) == []


def test_a_failed_write_leaves_no_entry_and_no_file(library: Library) -> None:
    def fail(path: Path) -> None:
        raise UserError("the disk is full")

    with pytest.raises(UserError, match="full"):
        library.add(new_entry(), fail)
    assert names(library) == []
    assert [*library.folder.rglob("*.flac")] == []


def fill(library: Library) -> None:
    for number in range(500):
        add(library, f"riff {number}", prompt="long words " * 500)


def test_a_full_disk_is_told_and_leaves_the_library_whole(
    library: Library, full_disk: Callable[[int], AbstractContextManager[None]]
) -> None:
    add(library, "first")
    size = max(path.stat().st_size for path in library.folder.rglob("library.db*"))
    with full_disk(size), pytest.raises(UserError, match="disk is full"):
        fill(library)
    files = {path.name for path in library.folder.rglob("*.flac")}
    assert {entry.path.name for entry in library.page(query_of(""), count=1_000)} == files
    assert add(library, "afterwards").name == "afterwards"


def test_two_processes_share_it(library: Library) -> None:
    with closing(Library()) as other:
        before = other.version()
        entry = add(library, "one")
        assert names(other) == ["one"]
        assert other.version() != before
        other.rate((entry.id,), 5)
        assert library.entry(entry.id).stars == 5


def test_writers_wait_for_each_other(library: Library) -> None:
    """While one process writes for a moment, another one's change waits, and reading does not."""
    done = threading.Event()

    def rate() -> None:
        with closing(Library()) as other:
            other.rate((entry.id,), 3)
        done.set()

    entry = add(library)
    with library.database.writing() as connection:
        connection.execute("UPDATE entries SET name = 'held'")
        writer = threading.Thread(target=rate)
        writer.start()
        time.sleep(0.2)
        assert not done.is_set()
        with closing(Library()) as reader:
            assert names(reader) == ["slow jazz"]
    writer.join(10)
    assert library.entry(entry.id).stars == 3
    assert library.entry(entry.id).name == "held"


def test_a_search_that_takes_too_long_can_be_stopped(library: Library) -> None:
    with library.database.writing() as connection:
        connection.execute(
            "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 60000) "
            "INSERT INTO entries (digest, kind, name, prompt, negative, tempo, key, seconds, model, created, path, "
            "bytes, peak_db) SELECT n, 'riff', 'x' || n, '', '', 0, '', 1, '', 0, n, 0, 0 FROM number"
        )
    over = threading.Event()

    def interrupt() -> None:
        while not over.wait(0.001):
            library.database.interrupt()

    other = threading.Thread(target=interrupt)
    other.start()
    try:
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            library.ids(query_of("x"), "length")
    finally:
        over.set()
        other.join()
    assert len(library.ids(query_of("x1"))) > 10_000


def test_prompts_are_remembered_the_latest_first(library: Library) -> None:
    database = library.database
    for prompt in ("slow jazz", "Fast Techno", "slow jazz", "  "):
        remember_prompt(database, prompt, "drums")
    assert [used.prompt for used in used_prompts(database)] == ["slow jazz", "Fast Techno"]
    assert [used.prompt for used in used_prompts(database, "tech fast")] == ["Fast Techno"]
    assert used_prompts(database, "polka") == []
    assert used_prompts(database)[0].negative == "drums"
    forget_prompt(database, "slow jazz")
    assert [used.prompt for used in used_prompts(database, count=1)] == ["Fast Techno"]


def test_only_so_many_prompts_are_kept(library: Library) -> None:
    with library.database.writing() as connection:
        rows = [(f"prompt {number}", "", float(number)) for number in range(MAX_PROMPTS + 10)]
        connection.executemany("INSERT INTO prompts VALUES (?, ?, ?)", rows)
    remember_prompt(library.database, "newest")
    prompts = used_prompts(library.database, count=10_000)
    assert len(prompts) == MAX_PROMPTS
    assert prompts[0].prompt == "newest"
    assert prompts[-1].prompt == "prompt 11"
