"""The noise profile of a sketch in its project file."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.errors import UserError
from riffdesk.sketch.state import State
from riffdesk.store.project.opening import OpenRequest, open_project
from riffdesk.store.project.project_facts import MAX_NOISE, facts_of
from riffdesk.store.project.project_json import from_json, to_json
from riffdesk.store.project.saving import SaveRequest, save_project
from tests.store.documents import everything

LEVELS = tuple(np.linspace(0.0, 0.7, 8, dtype=np.float32).tolist())


def noisy() -> State:
    return replace(everything(), noise=LEVELS)


def saved(path: Path, state: State, *snapshots: State | None) -> int:
    """Save a document; return the version of its file."""
    save_project(SaveRequest(state, path, snapshots=snapshots))
    with zipfile.ZipFile(path) as archive:
        version: int = json.loads(archive.read("project.json"))["version"]
    return version


def test_it_comes_back_bit_for_bit_in_a_file_of_a_newer_version(tmp_path: Path) -> None:
    path = tmp_path / "noisy.riff"
    assert saved(path, noisy()) == 7
    opened = open_project(OpenRequest(path))
    assert opened.document.noise == LEVELS
    assert np.array(opened.document.noise, np.float32).tobytes() == np.linspace(0.0, 0.7, 8, dtype=np.float32).tobytes()
    assert opened.notes == ()


def test_a_file_without_one_is_as_before(tmp_path: Path) -> None:
    path = tmp_path / "plain.riff"
    assert saved(path, everything()) == 5
    assert b"noise" not in path.read_bytes()
    assert open_project(OpenRequest(path)).document.noise == ()
    assert saved(path, everything(), everything()) == 6


def test_a_snapshot_has_its_own(tmp_path: Path) -> None:
    path = tmp_path / "held.riff"
    assert saved(path, everything(), None, noisy()) == 7
    opened = open_project(OpenRequest(path))
    assert opened.document.noise == ()
    assert opened.snapshots[1] is not None
    assert opened.snapshots[1].noise == LEVELS


@pytest.mark.parametrize(
    "noise",
    [[0.1] * 7, [0.1] * 9, [], [*[0.1] * 7, "loud"], [*[0.1] * 7, -0.1], [*[0.1] * 7, 1e9], [*[0.1] * 7, None],
     [*[0.1] * 7, True], {}, 0.1, "loud"],
)  # fmt: skip
def test_one_that_makes_no_sense_is_one_sentence(noise: object) -> None:
    body = json.loads(to_json(facts_of(noisy()), "a.riff"))
    body["noise"] = noise
    with pytest.raises(
        UserError, match=r"^a\.riff is damaged: noise in its project\.json makes no sense\. Open a backup"
    ):
        from_json(json.dumps(body).encode(), "a.riff")


@given(st.lists(st.floats(), min_size=0, max_size=9).map(tuple))
def test_whatever_is_in_the_sketch_can_be_saved_and_opened(noise: tuple[float, ...]) -> None:
    facts = facts_of(replace(everything(), noise=noise))
    assert from_json(to_json(facts, "a.riff"), "a.riff") == facts
    assert len(facts.noise) == (8 if len(noise) == 8 else 0)
    assert all(0 <= level <= MAX_NOISE for level in facts.noise)
