"""A riff that was not finished is gone on with from its last finished section, and nothing of that can end a render."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import stat
import tempfile
import threading
import time
import tracemalloc
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import numpy as np
import pytest

from riffdesk.engine import loaded_model
from riffdesk.engine.events import Plan, RenderResult, Resumed, Section, Working
from riffdesk.engine.recovery import riff_folders
from riffdesk.engine.recovery import unfinished_riffs as module
from riffdesk.engine.recovery.unfinished_riffs import Store, discard, read_request, storing, unfinished
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.continuation import continued
from riffdesk.engine.riff.render import render, render_sections
from riffdesk.errors import Cancelled, UserError
from riffdesk.models.registry import remove_model
from riffdesk.paths import data_dir
from riffdesk.progress import Step
from riffdesk.sketch.recipe.timeline import Keyframe
from tests.disk import full_disk
from tests.engine import riffs
from tests.engine.riffs import LOW_RATE as PARAMS
from tests.engine.riffs import WINDOW, add_tiny, drawing, same

__all__ = ["full_disk"]

pytestmark = pytest.mark.usefixtures("tiny")

recipe = partial(riffs.recipe, steps=2)
sounding = partial(riffs.sounding, params=PARAMS)

SECONDS = 5.5  # three sections: one window, four, and one
ASKED = RenderRequest(recipe(seconds=SECONDS), PARAMS)


class Killed(BaseException):
    """What ends a render in the middle as a killed program does: nobody is asked."""


def kept() -> Path:
    return data_dir() / "unfinished"


def folder() -> Path:
    (only,) = kept().iterdir()
    return only


def begin(request: RenderRequest = ASKED, sections: int = 2) -> list[Section]:
    """Have a render end when so many sections are there; return those.

    Of the riff that most tests ask for, the files that it left the first time are there again.
    """
    if request is not ASKED:
        return interrupted(request, sections)
    left, seen = left_by(sections)
    shutil.copytree(left, kept(), dirs_exist_ok=True)
    return seen


@cache
def left_by(sections: int) -> tuple[Path, list[Section]]:
    """Return a folder with all that an interrupted render leaves, and its sections."""
    place = Path(tempfile.mkdtemp(prefix="riffdesk-unfinished-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RIFFDESK_HOME", str(place))
        add_tiny()
        return kept(), interrupted(ASKED, sections)


def interrupted(request: RenderRequest, sections: int) -> list[Section]:
    seen: list[Section] = []

    def on_step(step: Step) -> None:
        if isinstance(step.partial, Working) and len(seen) == sections and step.partial.step:
            raise Killed
        if isinstance(step.partial, Section):
            seen.append(step.partial)

    with pytest.raises(Killed):
        render(request, on_step)
    return seen


@cache
def uninterrupted() -> RenderResult:
    """Return the riff as it is without any of this."""
    return render(ASKED)


# Going on


def repainted() -> RenderRequest:
    init = drawing(550)
    mask = np.zeros((64, 550), np.float32)
    mask[10:50, 40:510] = 1
    return RenderRequest(recipe(seconds=SECONDS), PARAMS, init, mask, sounding(init))


def walk() -> RenderRequest:
    frames = Keyframe(0, "piano", seed=1, guidance=3.0), Keyframe(5.0, "drums", seed=9, guidance=3.0)
    return RenderRequest(recipe(*frames, seconds=SECONDS), replace(PARAMS, stereo=True))


REQUESTS = {
    "words": lambda: ASKED,
    "a walk in stereo": walk,
    "repaint": repainted,
    "repaint without sound": lambda: replace(repainted(), audio=None),
    "continue": lambda: continued(recipe(), PARAMS, drawing(300), sounding(drawing(300)), left=0.5, right=5.5),
    "clips": lambda: RenderRequest(recipe(seconds=3.0, clips=True), PARAMS),
}


@pytest.mark.parametrize(("kind", "sections"), [*((kind, 2) for kind in REQUESTS), ("words", 1), ("clips", 1)])
def test_what_goes_on_is_the_riff_that_was_never_interrupted_bit_for_bit(kind: str, sections: int) -> None:
    request = REQUESTS[kind]()
    whole = uninterrupted() if request is ASKED else render(request)
    before = interrupted(request, sections)
    steps: list[Step] = []
    # As a program that knows the request from the disk alone.
    (left,) = unfinished()
    assert same(render(left.request(), steps.append), whole)
    sent = [step.partial for step in steps if isinstance(step.partial, Section)]
    assert [one.stop for one in sent[:sections]] == [one.stop for one in before]
    assert all(one.audio.tobytes() == other.audio.tobytes() for one, other in zip(sent, before, strict=False))
    assert list(kept().iterdir()) == []


def test_what_is_there_comes_at_once_without_a_model_and_only_the_rest_is_made() -> None:
    begin()
    loaded_model.unload()
    steps: list[Step] = []
    render(ASKED, steps.append)
    assert [type(step.partial) for step in steps[:4]] == [Plan, Section, Section, Resumed]
    partials = [step.partial for step in steps]
    assert sum(isinstance(one, Plan) for one in partials) == 1
    plan, resumed = partials[0], partials[3]
    assert isinstance(plan, Plan)
    assert isinstance(resumed, Resumed)
    assert resumed.seconds == pytest.approx(plan.windows[4][1])
    assert min(one.first for one in partials if isinstance(one, Working)) == 5
    shares = [step.done / step.total for step in steps if step.total and step.total % 1000 == 0]
    assert shares[0] > 5 / len(plan.windows) - 0.01
    assert shares == sorted(shares)


def test_interrupted_again_and_again_it_comes_to_its_end() -> None:
    whole = uninterrupted()
    for sections in (1, 2):
        assert len(interrupted(ASKED, sections)) == sections
    assert same(render(ASKED), whole)


def stored(request: RenderRequest = ASKED) -> int:
    """Return how many sections a render of it would find."""
    store = Store(request)
    count = len(list(store.sections()))
    store.release()
    return count


def test_another_request_starts_from_the_beginning() -> None:
    begin()
    assert stored() == 2
    for other in (
        replace(ASKED, recipe=recipe(seconds=SECONDS, seed=2)),
        replace(ASKED, recipe=recipe(seconds=5.6)),
        replace(ASKED, params=replace(PARAMS, max_hz=9_000)),
        replace(ASKED, from_noise=True),
        replace(ASKED, init=drawing(550)),
    ):
        assert stored(other) == 0
    begin(replace(ASKED, init=drawing(550)), 1)
    assert len(unfinished()) == 2
    assert stored(replace(ASKED, init=drawing(550, seed=4))) == 0
    assert stored(replace(ASKED, init=drawing(550))) == 1


@pytest.mark.parametrize("what", ["modification_times", "__version__"])
def test_with_another_model_of_that_name_or_another_riffdesk_it_starts_from_the_beginning_and_is_not_offered(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin()
    assert len(unfinished()) == stored() - 1 == 1
    monkeypatch.setattr(module, what, (lambda recipe: (1.0,)) if what == "modification_times" else "0.0.0.test")
    assert unfinished() == []
    assert stored() == 0


def test_without_its_model_it_is_not_offered_and_the_render_says_so() -> None:
    begin()
    remove_model("tiny")
    assert unfinished() == []
    with pytest.raises(UserError, match="no model called 'tiny'"):
        render(ASKED)


# What is there


def test_it_says_what_was_asked_for_and_how_much_is_there() -> None:
    assert unfinished() == []
    begin(replace(ASKED, recipe=recipe(prompt="slow jazz", seconds=SECONDS)), 1)
    request = repainted()
    begin(request)
    jazz, latest = sorted(unfinished(), key=lambda one: one.recipe.keyframes[0].prompt, reverse=True)
    assert jazz.recipe.keyframes[0].prompt == "slow jazz"
    assert (jazz.seconds_done, jazz.seconds) == pytest.approx((1.2, SECONDS), abs=0.1)
    assert jazz.params == PARAMS
    assert latest.seconds_done < latest.seconds < 5.6
    again = latest.request()
    assert (again.recipe, again.params, again.from_noise) == (request.recipe, request.params, request.from_noise)
    for name in ("init", "mask", "audio"):
        assert np.array_equal(getattr(again, name), getattr(request, name))


def test_the_latest_comes_first() -> None:
    for number, words in enumerate(("piano", "drums", "jazz")):
        begin(replace(ASKED, recipe=recipe(prompt=words, seconds=SECONDS)), 1)
        newest = max(kept().iterdir(), key=lambda path: path.stat().st_mtime)
        os.utime(newest, (time.time() - 1_000 + number,) * 2)
    assert [one.recipe.keyframes[0].prompt for one in unfinished()] == ["jazz", "drums", "piano"]


@pytest.mark.parametrize("seconds", [0.5, WINDOW])
def test_a_riff_of_one_section_stores_nothing(seconds: float) -> None:
    made: list[bool] = []
    render(replace(ASKED, recipe=recipe(seconds=seconds)), lambda step: made.append(kept().exists()))
    assert made
    assert not any(made)


def test_a_finished_or_cancelled_riff_leaves_nothing() -> None:
    cancel = threading.Event()
    there: list[int] = []

    def on_step(step: Step) -> None:
        if isinstance(step.partial, Section):
            there.append(len(list(kept().iterdir())))
            if len(there) == 2:
                cancel.set()

    with pytest.raises(Cancelled):
        render(ASKED, on_step, cancel)
    assert there == [1, 1]
    assert list(kept().iterdir()) == []
    render(ASKED)
    assert list(kept().iterdir()) == []


def test_whoever_has_not_finished_with_it_finds_all_of_it_again() -> None:
    store = Store(ASKED)
    made = [section.audio for section in render_sections(ASKED, store=store)]
    store.release()
    assert unfinished()[0].seconds_done == pytest.approx(SECONDS)
    loaded_model.unload()
    with storing(ASKED) as store:
        again = [section.audio for section in render_sections(ASKED, lambda step: None, store=store)]
    assert loaded_model._loaded is None, "nothing had to be made"
    assert np.array_equal(np.concatenate(made, axis=1), np.concatenate(again, axis=1))
    assert unfinished() == []


def test_discarded_it_is_gone() -> None:
    begin()
    discard(unfinished()[0].path)
    assert unfinished() == []
    assert list(kept().iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_its_files_are_as_readable_as_any_other_new_file() -> None:
    mask = os.umask(0o027)
    try:
        begin(repainted())
    finally:
        os.umask(mask)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder().iterdir()}
    assert {*modes} >= {"asked.json", "arrays.npz", "lock", "00000-00001.npz"}
    assert {name: mode & 0o037 for name, mode in modes.items()} == dict.fromkeys(modes, 0)
    assert stat.S_IMODE(folder().stat().st_mode) & 0o027 == 0


# Damage


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 16
    path.write_bytes(data)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def other(path: Path) -> None:
    np.savez(path, nothing=np.zeros(3))


@pytest.mark.parametrize("damage", [cut, flip, empty, zeros, other, Path.unlink])
def test_a_damaged_section_and_what_comes_after_it_is_made_again(damage) -> None:  # type: ignore[no-untyped-def]
    whole = uninterrupted()
    begin(ASKED, 2)
    damage(folder() / "00001-00005.npz")
    steps: list[Step] = []
    assert same(render(ASKED, steps.append), whole)
    (resumed,) = [step.partial for step in steps if isinstance(step.partial, Resumed)]
    assert resumed.seconds == pytest.approx(1.2, abs=0.1)


WRONG = [
    b"", b"{", b"[]", b"null", b"{}", b'{"riffdesk unfinished": 1}', b'{"riffdesk unfinished": 2}', b"\xff\xfe",
    b'{"riffdesk unfinished": "1"}', b"[" * 100_000,
]  # fmt: skip


def test_a_folder_that_makes_no_sense_is_not_offered_and_does_not_stop_the_render() -> None:
    begin(sections=1)
    for wrong in WRONG:
        (folder() / "asked.json").write_bytes(wrong)
        assert unfinished() == []
        assert stored() == 0
        with pytest.raises(UserError, match="Discard"):
            read_request(folder())
    assert same(render(ASKED), uninterrupted())
    assert list(kept().iterdir()) == []


FIELDS = {
    "windows": [None, [], [[0]], [[0, "x"]], [[0, 1e400]], "x"],
    "params": [None, {"bands": "x"}, {"sample_rate": -1}, {"unknown": 1}],
    "recipe": [None, {}, "x"],
    "sections": ["x", None, 1e400],
    "made_with": [None, {}, 3],
    "arrays": [3],
}


def test_no_field_of_it_is_believed() -> None:
    begin(sections=1)
    asked = folder() / "asked.json"
    told = json.loads(asked.read_text())
    for name, values in FIELDS.items():
        for value in values:
            asked.write_text(json.dumps({**told, name: value}))
            assert unfinished() == [], (name, value)
    asked.write_text(json.dumps(told))
    assert len(unfinished()) == 1


def test_what_else_lies_there_is_left_alone(tmp_path: Path) -> None:
    kept().mkdir(parents=True)
    (kept() / "notes.txt").write_text("mine")
    (kept() / "my riffs").mkdir()
    (kept() / ("0" * 16 + "-" + "1" * 16)).mkdir()
    (tmp_path / "elsewhere").mkdir()
    (kept() / ("2" * 16 + "-" + "3" * 16)).symlink_to(tmp_path / "elsewhere")
    assert unfinished() == []
    interrupted(ASKED, 2)
    assert len(unfinished()) == 1
    render(ASKED)
    assert {path.name for path in kept().iterdir()} >= {"notes.txt", "my riffs"}
    assert (tmp_path / "elsewhere").is_dir()


# The disk


def warnings(log: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in log.records if record.name.startswith("riffdesk")]


def test_on_a_full_disk_the_riff_is_made_and_what_is_finished_stays(
    full_disk, caplog: pytest.LogCaptureFixture
) -> None:  # type: ignore[no-untyped-def]
    whole = uninterrupted()
    size = {}

    def on_step(step: Step) -> None:
        if isinstance(step.partial, Section):
            size.update({path.name: path.stat().st_size for path in folder().iterdir()})

    with full_disk(300_000):  # the first section is smaller, the others are larger
        assert same(render(ASKED, on_step), whole)
    assert "00000-00001.npz" in size
    assert "00001-00005.npz" not in size
    (said,) = warnings(caplog)
    assert "rendered again" in said
    assert "File too large" in said
    with full_disk(300_000):
        interrupted(ASKED, 2)
    assert unfinished()[0].seconds_done == pytest.approx(1.2, abs=0.1)
    assert same(render(ASKED), whole)


@pytest.mark.parametrize("blocked", ["data", "unfinished"])
def test_where_nothing_can_be_written_the_riff_is_made_all_the_same(
    blocked: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place = tmp_path / "file"
    place.write_text("no folder")
    nowhere = place / "unfinished" if blocked == "data" else place
    monkeypatch.setattr(riff_folders, "root", lambda: nowhere)
    monkeypatch.setattr(module, "root", lambda: nowhere)
    assert render(ASKED).audio.any()
    assert unfinished() == []
    assert len(warnings(caplog)) == 1


def test_a_disk_that_is_nearly_full_is_left_to_the_riff(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(riff_folders, "_MIN_FREE_BYTES", 2**60)
    interrupted(ASKED, 1)
    assert unfinished() == []
    (said,) = warnings(caplog)
    assert "not enough room" in said


def test_the_oldest_make_room_for_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for number, words in enumerate(("piano", "drums")):
        begin(replace(ASKED, recipe=recipe(prompt=words, seconds=SECONDS)), 1)
        newest = max(kept().iterdir(), key=lambda path: path.stat().st_mtime)
        os.utime(newest, (time.time() - 1_000 + number,) * 2)
    each = sum(path.stat().st_size for path in newest.iterdir())
    monkeypatch.setattr(riff_folders, "_MAX_BYTES", round(2.5 * each))
    begin(replace(ASKED, recipe=recipe(prompt="jazz", seconds=SECONDS)), 1)
    assert {one.recipe.keyframes[0].prompt for one in unfinished()} == {"drums", "jazz"}


def test_what_nobody_went_on_with_for_a_month_goes() -> None:
    begin()
    old = folder()
    os.utime(old, (old.stat().st_mtime - 31 * 86_400,) * 2)
    begin(replace(ASKED, recipe=recipe(prompt="jazz", seconds=SECONDS)), 1)
    assert not old.exists()


def test_storing_takes_no_memory_that_grows_with_the_riff() -> None:
    section = Section(0, 1, 0, np.ones((512, 1_536), np.float32), 0, np.ones((1, 677_376), np.float32))
    request = RenderRequest(recipe(seconds=600.0))
    store = Store(request)
    store.put(section, {}, ((0.0, 600.0),), 100)
    tracemalloc.start()
    for number in range(1, 20):
        store.put(replace(section, stop=number + 1), {}, ((0.0, 600.0),), 100)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sum(path.stat().st_size for path in folder().iterdir()) > 20 * section.ink.nbytes
    # No more than one section beside it.
    assert peak < section.ink.nbytes + section.audio.nbytes


# Two at once


def test_a_riff_that_somebody_makes_is_neither_offered_nor_taken_nor_removed(caplog: pytest.LogCaptureFixture) -> None:
    whole = uninterrupted()
    begin()
    owner = Store(ASKED)
    assert len(list(owner.sections())) == 2
    assert unfinished() == []
    discard(folder())
    steps: list[Step] = []
    assert same(render(ASKED, steps.append), whole)
    assert not any(isinstance(step.partial, Resumed) for step in steps)
    (said,) = warnings(caplog)
    assert "another riffdesk" in said
    owner.release()
    assert unfinished()[0].seconds_done == pytest.approx(4.8, abs=0.3)
    assert same(render(ASKED), whole)


def test_two_who_begin_the_same_riff_at_once_both_make_it(caplog: pytest.LogCaptureFixture) -> None:
    whole = uninterrupted()
    results = []

    def also(step: Step) -> None:
        if isinstance(step.partial, Section) and not results:
            results.append(render(ASKED))

    assert same(render(ASKED, also), whole)
    assert same(results[0], whole)
    assert unfinished() == []
    assert list(kept().iterdir()) == []
