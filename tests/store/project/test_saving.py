"""A project that is saved opens again, says what it cannot read, and never undoes another's save in silence."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from riffdesk.compose.harmony import Key
from riffdesk.compose.score import Note, Part, Score
from riffdesk.compose.score_text import text_of
from riffdesk.errors import UserError
from riffdesk.files import writer_mark
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.state import State
from riffdesk.store.project.opening import OpenedProject, OpenRequest, open_project
from riffdesk.store.project.saving import SaveRequest, save_project
from riffdesk.store.project.stamp import ChangedOnDisk
from tests.states import with_sounds
from tests.store.documents import PARAMS, RECIPE, ink, noise

SCORE = Score(120.0, 4, Key(0, "major"), 1, (), (Part("melody", "piano", 0, (Note(0.0, 1.0, 60, 80),)),))


def small(tempo: float = 120.0) -> State:
    layer = Layer(ink(8, 3), "One", id="a", source=Source(noise(1, 900), ink(8, 3)), recipe=RECIPE)
    other = Layer(ink(8, 3, seed=1), "Two", id="b")
    state = State(PARAMS, 1_000, 3, (layer, other), "a", tempo)
    return with_sounds(state, {"a": Sound(noise(2, 1_000)), "b": Sound(None, stale=((0, 3),))})


def saved(path: Path, document: State | None = None) -> Path:
    save_project(SaveRequest(document or small(), path))
    return path


def opened(path: Path) -> OpenedProject:
    return open_project(OpenRequest(path))


def with_json(path: Path, change: Callable[[str], str]) -> Path:
    """Change the text of a project's JSON."""
    with zipfile.ZipFile(path) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in inside.items():
            archive.writestr(name, change(data.decode()) if name == "project.json" else data)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with nothing else in it, not even riffdesk's own."""
    made = tmp_path / "folder"
    made.mkdir()
    return made


# Recipes that cannot be read


def test_a_score_of_a_newer_version_is_left_out_with_one_sentence_and_the_rest_opens(tmp_path: Path) -> None:
    scored = replace(RECIPE, score='{"tempo": 120}', keyframes=(Keyframe(prompt="funk", chords="Cm | Ab"),))
    layer = replace(small().layers[0], recipe=scored)
    document = replace(small(), layers=(layer, small().layers[1]), keyframes=scored.keyframes)
    path = saved(tmp_path / "a.riff", document)
    assert opened(path).document.layers[0].recipe == scored
    assert opened(path).document.keyframes == scored.keyframes
    assert opened(path).notes == ()

    def newer(text: str) -> str:
        body = json.loads(text)
        body["layers"][0]["recipe"]["score"] = {"version": 2, "notes": "in another way"}
        return json.dumps(body)

    project = opened(with_json(path, newer))
    assert project.document.layers[0].recipe == replace(scored, score="")
    np.testing.assert_array_equal(project.document.layers[0].ink, document.layers[0].ink)
    assert project.notes == (
        "a.riff was opened without the score of the layer “One”: a newer riffdesk wrote it. Update riffdesk to play it "
        "again.",
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("steps", 0), ("riffdesk recipe", 2), ("scheduler", 3), ("seconds", "HUGE"), ("steps", "HUGE"),
        ("seconds", "NAN"), ("quality", "loud"), ("loras", "DEEP"), ("loras", [["tape", "HUGE"]]), ("keyframes", []),
    ],
)  # fmt: skip
def test_a_recipe_that_cannot_be_read_is_left_out_with_one_sentence(tmp_path: Path, key: str, value: Any) -> None:
    """A recipe tells what made a layer; the layer is there without it."""

    def spoilt(text: str) -> str:
        body = json.loads(text)
        body["layers"][0]["recipe"][key] = value
        text = (
            json.dumps(body).replace('"HUGE"', "9" * 400).replace('"NAN"', "NaN").replace('"DEEP"', "[" * 50 + "]" * 50)
        )
        return text

    project = opened(with_json(saved(tmp_path / "a.riff"), spoilt))
    assert [layer.recipe for layer in project.document.layers] == [None, None]
    np.testing.assert_array_equal(project.document.layers[0].ink, small().layers[0].ink)
    assert project.notes == (
        "a.riff was opened without the recipe of the layer “One”: this version of riffdesk cannot read that recipe.",
    )


def test_where_all_can_be_read_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert opened(saved(tmp_path / "a.riff")).notes == ()


# What can be made can be saved and opened


def test_an_import_of_ten_minutes_with_silence_before_it_is_saved_and_opened(tmp_path: Path) -> None:
    """What is cut off stays in the original, and going on to the left makes that longer than a sketch may be."""
    params = replace(PARAMS, sample_rate=8_000, max_hz=4_000)
    columns, hop = 61_000, params.hop  # ten minutes are 60,000
    source = Source(np.full((1, columns * hop), 0.25, np.float32), np.full((8, columns), 0.5, np.float32))
    layer = Layer(np.full((8, 40), 0.5, np.float32), id="a", source=source)
    sound = np.full((1, columns * hop), 0.125, np.float32)
    document = with_sounds(State(params, 40 * hop, 40, (layer,), "a"), {"a": Sound(sound)})
    (after,) = opened(saved(tmp_path / "a.riff", document)).document.layers
    kept = after.source
    assert kept is not None
    assert kept.audio.shape == (1, columns * hop)
    assert kept.ink.shape == (8, columns)
    assert after.sound.audio is not None
    assert after.sound.audio.shape == (1, columns * hop)


@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        ({"tempo": 1_000.0}, {"tempo": 400}), ({"tempo": 0}, {"tempo": 20}), ({"tempo": float("nan")}, {"tempo": 20}),
        ({"tempo": float("inf")}, {"tempo": 400}), ({"beats_per_bar": 99}, {"beats_per_bar": 16}),
        ({"keyframes": (Keyframe(1e9),)}, {"keyframes": (Keyframe(1e6),)}),
    ],
)  # fmt: skip
def test_a_number_that_a_script_set_out_of_range_is_saved_as_the_nearest_one(
    tmp_path: Path, changes: dict[str, Any], kept: dict[str, Any]
) -> None:
    after = opened(saved(tmp_path / "a.riff", replace(small(), **changes))).document
    assert {key: getattr(after, key) for key in kept} == kept


@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        ({"gain_db": 100}, {"gain_db": 24}), ({"gain_db": float("-inf")}, {"gain_db": -60}), ({"pan": -2}, {"pan": -1}),
        ({"pan": float("nan")}, {"pan": 0}), ({"colour": "red"}, {"colour": "#4fc3f7"}),
    ],
)  # fmt: skip
def test_so_is_a_layers(tmp_path: Path, changes: dict[str, Any], kept: dict[str, Any]) -> None:
    document = small()
    layers = tuple(replace(layer, **changes) for layer in document.layers)
    after = opened(saved(tmp_path / "a.riff", replace(document, layers=layers))).document
    assert {key: getattr(after.layers[0], key) for key in kept} == kept


@pytest.mark.parametrize("changes", [{"samples": 10**9}, {"columns": 7}, {"active": "nobody"}, {"layers": ()}])
def test_what_could_not_be_opened_again_is_refused_and_the_old_file_stays(
    folder: Path, changes: dict[str, Any]
) -> None:
    path = saved(folder / "a.riff")
    before = path.read_bytes()
    with pytest.raises(UserError, match=r"^Could not save a\.riff: "):
        saved(path, replace(small(), **changes))
    assert path.read_bytes() == before
    assert os.listdir(folder) == ["a.riff"]


# Two riffdesks


def test_what_somebody_else_saved_since_is_not_replaced(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.riff", small())
    here = opened(path)
    there = save_project(SaveRequest(small(99), path))
    with pytest.raises(ChangedOnDisk, match=r"^a\.riff was saved by somebody else since it was opened here\.$"):
        save_project(SaveRequest(here.document, path, expected=here.stamp))
    assert opened(path).stamp == there.stamp
    again = save_project(SaveRequest(here.document, path, expected=there.stamp))
    assert again.stamp == here.stamp
    assert save_project(SaveRequest(here.document, path)).stamp == here.stamp, "who expects nothing replaces anything"


def test_a_file_that_was_only_touched_or_is_gone_is_replaced(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.riff", small())
    stamp = opened(path).stamp
    os.utime(path, ns=(0, 0))
    assert save_project(SaveRequest(small(), path, expected=stamp)).stamp == stamp
    path.unlink()
    assert save_project(SaveRequest(small(), path, expected=stamp)).stamp == stamp
    path.write_bytes(b"something else")
    with pytest.raises(ChangedOnDisk):
        save_project(SaveRequest(small(), path, expected=stamp))


def test_a_file_that_no_program_can_unzip_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "song.riff"
    save_project(SaveRequest(small(), path))
    content = bytearray(path.read_bytes())
    content[content.rindex(b"PK\x01\x02") + 6] = 95  # the version of ZIP that it takes to read a part
    path.write_bytes(content)
    with pytest.raises(ChangedOnDisk):
        save_project(SaveRequest(small(), path, expected="another"))
    stamp = save_project(SaveRequest(small(), path)).stamp
    assert opened(path).stamp == stamp


def test_a_stroke_is_another_stamp(tmp_path: Path) -> None:
    document = small()
    one = save_project(SaveRequest(document, tmp_path / "a.riff")).stamp
    painted = np.array(document.layers[1].ink)
    painted[0, 0] += 0.5
    layers = (document.layers[0], replace(document.layers[1], tiles=Ink.of(painted)))
    assert save_project(SaveRequest(replace(document, layers=layers), tmp_path / "a.riff")).stamp != one


def test_what_a_killed_riffdesk_left_is_gone_once_the_project_is_opened(folder: Path) -> None:
    machine = writer_mark().strip("~").split("-")[0]
    path = saved(folder / "a.riff", small())
    (folder / f".a.riff.~{machine}-4194305-1~abcdefgh.riff").touch()
    opened(path)
    assert os.listdir(folder) == ["a.riff"]


def with_changed_notes() -> State:
    state = small()
    layer = replace(state.layers[0], notes=text_of(SCORE), delay=2)
    return replace(state, layers=(layer, state.layers[1]))


def test_notes_that_are_not_played_yet_are_saved_and_opened(folder: Path) -> None:
    layers = opened(saved(folder / "a.riff", with_changed_notes())).document.layers
    assert [(layer.notes, layer.delay) for layer in layers] == [(text_of(SCORE), 2), ("", 0)]


def test_notes_of_a_newer_riffdesk_are_left_out_and_told(folder: Path) -> None:
    path = with_json(
        saved(folder / "a.riff", with_changed_notes()),
        lambda text: text.replace('"notes": {\n    "version": 1', '"notes": {\n    "version": 2'),
    )
    found = opened(path)
    assert found.document.layers[0].notes == ""
    assert found.document.layers[0].recipe == RECIPE
    assert found.notes == (
        "a.riff was opened without the changed notes of the layer “One”: a newer riffdesk wrote them. Update riffdesk "
        "to see them.",
    )
