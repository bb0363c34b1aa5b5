"""Texts in the user's language: translations, numbers, and English where there is none."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from riffdesk import language
from riffdesk.language import VARIABLE, all_of, any_of, mark, plural, tr, translated, use, within
from riffdesk.language.catalogs import catalog_path, read_catalog
from riffdesk.language.dates import date, short_date

CATALOG = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>riffdesk</name>
    <message><source>Save</source><translation>Speichern</translation></message>
    <message><source>Key</source><translation>Tonart</translation></message>
    <message><source>Key</source><comment>of the keyboard</comment><translation>Taste</translation></message>
    <message><source>Open</source><translation type="unfinished">Öffnen</translation></message>
    <message><source>Gone</source><translation type="vanished">Weg</translation></message>
    <message><source>Empty</source><translation></translation></message>
    <message><source>Could not open {name}: {reason}</source>
        <translation>{reason}: {name} geht nicht auf</translation></message>
    <message><source>Saved {name}.</source><translation>{file} ist da.</translation></message>
    <message><source>{level:.1f} high</source><translation>{level:.0f} hoch</translation></message>
    <message numerus="yes"><source>{count} layers</source><translation>
        <numerusform>eine Spur</numerusform><numerusform>{count} Spuren</numerusform></translation></message>
    <message numerus="yes"><source>{count} bars</source>
        <translation><numerusform>ein Takt</numerusform></translation></message>
</context>
</TS>
"""


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = os.environ.get(VARIABLE)
    yield
    use("en")
    if before is None:
        del os.environ[VARIABLE]


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The language is German, with a few translations."""
    path = tmp_path / "riffdesk_de.ts"
    path.write_text(CATALOG, "utf-8")
    monkeypatch.setattr(language, "catalog_path", lambda code: path)
    use("de")
    return path


def test_english_is_the_text_itself() -> None:
    assert tr("Save") == "Save"
    assert tr("Could not open {name}: {reason}", name="a", reason="b") == "Could not open a: b"
    assert tr("a {b} without values") == "a {b} without values"
    assert [plural(count, "{count} layer", "{count} layers") for count in (1, 2)] == ["1 layer", "2 layers"]
    assert translated(mark("Save")) == "Save"


@pytest.mark.usefixtures("german")
def test_a_translation_has_the_values_in_its_own_order_and_form() -> None:
    assert tr("Save") == "Speichern"
    assert tr("Could not open {name}: {reason}", name="a", reason="b") == "b: a geht nicht auf"
    assert tr("{level:.1f} high", level=1.26) == "1 hoch"
    assert plural(1, "{count} layer", "{count} layers") == "eine Spur"
    assert plural(0, "{count} layer", "{count} layers") == "0 Spuren"
    assert translated(mark("Save")) == "Speichern"


@pytest.mark.usefixtures("german")
def test_a_meaning_tells_equal_texts_apart() -> None:
    assert (tr("Key"), tr("Key", meaning="of the keyboard"), tr("Key", meaning="another")) == ("Tonart", "Taste", "Key")


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("text", ["Open", "Gone", "Empty", "Never seen"])
def test_what_is_not_translated_stays_english(text: str) -> None:
    assert tr(text) == text


@pytest.mark.usefixtures("german")
def test_a_translation_with_other_fields_or_too_few_forms_is_not_used() -> None:
    assert tr("Saved {name}.", name="a.riff") == "Saved a.riff."
    assert plural(1, "{count} bar", "{count} bars") == "1 bar"


@pytest.mark.parametrize("content", [None, b"", b"<TS><context>", b"\xff\xfe"])
def test_a_missing_or_broken_catalog_is_english_and_told_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes | None
) -> None:
    path = tmp_path / "riffdesk_de.ts"
    if content is not None:
        path.write_bytes(content)
    with caplog.at_level(logging.WARNING):
        assert read_catalog(path) == {}
    assert str(path) in caplog.text


def test_an_unknown_language_is_english() -> None:
    use("tlh")
    assert tr("Save") == "Save"


def test_the_pseudo_language_marks_what_goes_through_it() -> None:
    use("xx")
    assert tr("Saved {name}.", name="a") == "⟦Saved a.⟧"
    assert plural(2, "{count} layer", "{count} layers") == "⟦2 layers⟧"
    assert translated("Brush") == "⟦Brush⟧"
    assert translated("") == ""


@pytest.mark.usefixtures("german")
def test_a_title_is_made_small_within_a_sentence_in_english_only() -> None:
    assert within("Speichern") == "Speichern"
    use("en")
    assert within("Save as MIDI") == "save as MIDI"


def test_lists_end_with_a_word() -> None:
    assert [all_of(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert any_of(["a", "b"]) == "a or b"


def test_dates_have_english_months_without_a_language() -> None:
    assert date(datetime(2026, 3, 5)) == "05 March 2026"
    assert short_date(datetime(2026, 11, 28)) == "28 Nov 2026"


def test_the_catalogs_are_read_in_a_moment() -> None:
    import time

    began = time.perf_counter()
    read_catalog(catalog_path("de"))
    assert time.perf_counter() - began < 1.0  # 12 ms on the machine where it was measured


def test_the_command_line_is_loaded_before_a_language_is_read() -> None:
    """So that the start of the window can choose it; a text that is translated at import would stay English."""
    code = "import riffdesk.__main__, riffdesk.language as language\nprint(language.language.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


def test_processes_inherit_the_language() -> None:
    use("xx")
    code = "from riffdesk.language import tr\nprint(ascii(tr('Save')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ascii("⟦Save⟧")
