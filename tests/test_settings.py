"""Settings last, fit, and are shared by windows that do not undo each other's changes."""

from __future__ import annotations

import json
import math
import os
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from riffdesk.audio.playing.player import LATENCY
from riffdesk.settings import VERSION, Settings, SettingsFile


@pytest.fixture
def path(home: Path) -> Path:
    return home / "config" / "settings.json"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def stored(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text())
    return found


def loaded() -> tuple[SettingsFile, Settings]:
    file = SettingsFile()
    return file, file.load()


def test_what_is_changed_is_there_at_the_next_start(path: Path) -> None:
    file, settings = loaded()
    assert (settings, file.notice) == (Settings(), "")
    settings.theme, settings.brush_size, settings.loop, settings.loras = "light", 33.0, False, ["old tape:0.5"]
    file.save(settings)
    assert loaded()[1] == settings
    assert stored(path)["version"] == VERSION


def test_every_number_has_a_range_that_its_default_lies_in() -> None:
    settings = Settings()
    for one in fields(Settings):
        value = getattr(settings, one.name)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            assert -math.inf < one.metadata["low"] <= value <= one.metadata["high"] < math.inf, one.name
        assert one.metadata["description"].endswith(".")


# Two windows


def test_two_windows_do_not_undo_each_others_changes() -> None:
    (one, first), (other, second) = loaded(), loaded()
    first.theme = "light"
    second.brush_size = 99.0
    one.save(first)
    other.save(second)
    _, after = loaded()
    assert (after.theme, after.brush_size) == ("light", 99.0)
    first.master_db = -6.0
    one.save(first)
    _, after = loaded()
    assert (after.theme, after.brush_size, after.master_db) == ("light", 99.0, -6.0)


def test_recent_files_of_two_windows_are_all_kept_the_latest_first() -> None:
    file, settings = loaded()
    for name in ("/old 2", "/old 1"):
        settings.remember_file(Path(name))
    file.save(settings)
    (one, first), (other, second) = loaded(), loaded()
    first.remember_file(Path("/a"))
    first.remember_file(Path("/old 2"))
    one.save(first)
    second.remember_file(Path("/b"))
    other.save(second)
    assert loaded()[1].recent_files == ["/b", "/old 2", "/a", "/old 1"]
    for number in range(20):
        second.remember_file(Path(f"/{number}"))
        other.save(second)
    assert loaded()[1].recent_files == [f"/{number}" for number in range(19, 9, -1)]


def test_keys_that_two_windows_changed_are_all_kept() -> None:
    file, settings = loaded()
    settings.shortcuts = {"actionFit": "F3", "actionLoop": "F4"}
    file.save(settings)
    (one, first), (other, second) = loaded(), loaded()
    first.shortcuts = {"actionFit": "F3", "actionPlay": "F5"}  # the loop has its first key again
    second.shortcuts = {"actionFit": "F6", "actionLoop": "F4"}
    one.save(first)
    other.save(second)
    assert loaded()[1].shortcuts == {"actionFit": "F6", "actionPlay": "F5"}


@pytest.mark.parametrize("text", ['["F5"]', '{"actionFit": 5}', "5", "null", '{"actionFit": {"key": "F"}}'])
def test_keys_that_are_no_texts_are_left_out_with_a_sentence(path: Path, text: str) -> None:
    write(path, f'{{"version": {VERSION}, "shortcuts": {text}, "theme": "light"}}')
    file, settings = loaded()
    assert (settings.shortcuts, settings.theme) == ({}, "light")
    assert "shortcuts made no sense" in file.notice


# Versions


def test_everybody_gets_the_buffer_of_20_ms_once(path: Path) -> None:
    assert Settings().latency_ms == 20 == 1_000 * LATENCY
    write(path, '{"version": 1, "latency_ms": 30.0, "theme": "light"}')
    file, settings = loaded()
    assert (settings.latency_ms, settings.theme, file.notice) == (20, "light", "")
    file.save(settings)
    assert (stored(path)["version"], stored(path)["latency_ms"], stored(path)["theme"]) == (VERSION, 20, "light")
    settings.latency_ms = 30.0
    file.save(settings)
    assert loaded()[1].latency_ms == 30


def test_a_buffer_that_somebody_had_chosen_stays(path: Path) -> None:
    write(path, '{"version": 1, "latency_ms": 60.0}')
    assert loaded()[1].latency_ms == 60


def test_a_newer_version_is_left_alone(path: Path) -> None:
    text = f'{{"version": {VERSION + 1}, "theme": "sepia"}}'
    write(path, text)
    file, settings = loaded()
    assert settings == Settings()
    assert "newer version" in file.notice
    settings.theme = "light"
    file.save(settings)
    assert path.read_text() == text
    assert sorted(os.listdir(path.parent)) == ["settings.json", "settings.json.lock"]


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"version": "x"}', "[1]", "\x00" * 100], ids=range(6))
def test_a_damaged_file_is_kept_beside_and_replaced(path: Path, text: str) -> None:
    write(path, text)
    file, settings = loaded()
    assert settings == Settings()
    assert str(path) in file.notice
    assert "could not be read" in file.notice
    settings.theme = "light"
    file.save(settings)
    assert path.with_name("settings.json.damaged").read_text() == text
    assert loaded()[1].theme == "light"


# Values


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("harmonic_count", "Infinity"), ("harmonic_count", "NaN"), ("harmonic_count", "1" + "0" * 400),
        ("harmonic_count", "0"), ("harmonic_count", "65"), ("harmonic_count", "2.5"), ("harmonic_count", "true"),
        ("variations", "1e999"), ("variations", "-1e300"), ("variations", "100000000"), ("latency_ms", "0"),
        ("latency_ms", "NaN"), ("latency_ms", "-Infinity"), ("brush_size", "1e9"), ("brush_hardness", "-0.1"),
        ("theme", '"sepia"'), ("theme", "3"), ("export_format", '"MP3"'), ("loop", "1"), ("loras", '"x"'),
        ("loras", "[1]"), ("recent_files", "{}"), ("sound_quality", "null"),
        ("window_geometry", '"' + "x" * 1_000_000 + '"'),
    ],
)  # fmt: skip
def test_a_value_out_of_its_range_falls_back_with_one_sentence(path: Path, name: str, value: str) -> None:
    write(path, f'{{"version": 2, "master_db": -3, "{name}": {value}}}')
    file, settings = loaded()
    assert getattr(settings, name) == getattr(Settings(), name)
    assert settings.master_db == -3
    assert file.notice == f"In the settings in {path}, {name} made no sense, so the defaults are used."
    file.save(settings)
    again, after = loaded()
    assert (again.notice, after) == ("", settings), "it is said once"


def test_several_of_them_are_one_sentence(path: Path) -> None:
    write(path, '{"version": 2, "theme": 1, "loop": 2, "tool": 3}')
    file, _ = loaded()
    assert "theme, tool and loop made no sense" in file.notice or "theme, loop and tool made no sense" in file.notice


def test_what_the_program_sets_out_of_range_is_not_written(path: Path) -> None:
    file, settings = loaded()
    settings.brush_size, settings.theme = math.inf, "light"
    file.save(settings)
    assert "brush_size" not in stored(path)
    assert loaded()[1].theme == "light"


def test_fields_that_this_version_does_not_know_are_kept(path: Path) -> None:
    write(path, f'{{"version": {VERSION}, "mood": "blue"}}')
    file, settings = loaded()
    settings.theme = "light"
    file.save(settings)
    assert stored(path) == {"version": VERSION, "mood": "blue", "theme": "light"}


VERSIONS = st.integers(0, VERSION + 1)
ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    max_leaves=5,
)


@hypothesis_settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(body={"recent_files": [None, ""]}, version=1)
@given(
    body=st.dictionaries(st.sampled_from([one.name for one in fields(Settings)]), ANYTHING), version=st.integers(0, 3)
)
def test_anything_in_the_file_gives_settings_that_fit(home: Path, body: dict[str, Any], version: int) -> None:
    path = home / "config" / "settings.json"
    write(path, json.dumps({"version": version, **body}))
    file, settings = loaded()
    defaults = Settings()
    assert all(type(getattr(settings, one.name)) is type(getattr(defaults, one.name)) for one in fields(Settings))
    file.save(settings)
    if version < 3:
        assert loaded()[1] == settings
    for name in os.listdir(path.parent):
        (path.parent / name).unlink()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"tone_harmonics": 5, "tone_rolloff_db": 9.0, "tone_snap": false', (True, 5, 9.0, "off")),
        ('"tone_harmonics": 1, "tone_snap": true', (False, 1, 6.0, "tones")),
        ('"theme": "light"', (False, 8, 6.0, "tones")),
    ],
)
def test_options_of_the_tone_brush_become_those_of_all_tools(
    path: Path, before: str, after: tuple[object, ...]
) -> None:
    write(path, f'{{"version": 2, {before}}}')
    file = SettingsFile(path)
    settings = file.load()
    assert file.notice == ""
    assert (settings.harmonics, settings.harmonic_count, settings.harmonic_rolloff, settings.magnet) == after
