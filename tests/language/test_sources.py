"""The texts of the sources and the files of their translations agree."""

from __future__ import annotations

import ast
import re
import string
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest

from riffdesk.language import LANGUAGES
from riffdesk.language.catalogs import catalog_path
from riffdesk.language.sources import NotLiteral, Text, collect, update

PACKAGE = Path(__file__).parents[2] / "riffdesk"
TEXTS = collect(PACKAGE)
CODES = [code for code in LANGUAGES if code != "en"]


def fields(text: str) -> set[str]:
    """Return the names of the fields of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def mnemonics(text: str) -> int:
    return len(re.findall(r"&(?=\w|\{)", text.replace("&&", "")))


def messages(code: str) -> list[ElementTree.Element]:
    return list(ElementTree.parse(catalog_path(code)).getroot().iter("message"))


def test_there_are_texts_of_every_layer() -> None:
    assert len(TEXTS) > 2_000
    folders = {file.split("/")[1] for files in TEXTS.values() for file in files}
    assert {"ui", "engine", "audio", "store", "sketch", "compose", "diffusion", "models", "control"} <= folders


@pytest.mark.parametrize("code", CODES)
def test_the_files_of_translations_have_every_text_and_no_other(code: str) -> None:
    """Otherwise run packaging/translations."""
    stored = {
        (one.findtext("source", ""), one.findtext("comment", ""), one.get("numerus") == "yes") for one in messages(code)
    }
    assert stored == {(text.source, text.meaning, bool(text.one)) for text in TEXTS}
    assert len(messages(code)) == len(stored)
    assert not [one for one in messages(code) if one.find("translation").get("type") in ("vanished", "obsolete")]


@pytest.mark.parametrize("code", CODES)
def test_translations_have_the_fields_and_the_access_keys_of_their_texts(code: str) -> None:
    wrong = []
    for one in messages(code):
        source, translation = one.findtext("source", ""), one.find("translation")
        if translation.get("type") == "unfinished":
            continue
        forms = translation.findall("numerusform") or [translation]
        sources = [one.findtext("extracomment").removeprefix("For 1: "), source] if forms[1:] else [source]
        for english, form in zip(sources, forms, strict=True):
            text = form.text or ""
            may_differ = {"count"} if forms[1:] else set()
            if (fields(english) ^ fields(text)) - may_differ:
                wrong.append(f"{english} -> {text}: fields")
            if mnemonics(text) > mnemonics(english):  # fewer, where a menu has more commands than letters
                wrong.append(f"{english} -> {text}: access key")
    assert wrong == []


def test_every_text_for_one_belongs_to_one_text_for_many() -> None:
    keys = [(text.source, text.meaning) for text in TEXTS if text.one]
    assert len(keys) == len(set(keys))


def test_no_text_has_spaces_around_it_that_a_translator_would_not_see() -> None:
    allowed = {" random", " beats", " bars"}
    assert [text.source for text in TEXTS if text.source != text.source.strip() and text.source not in allowed] == []


def test_texts_below_the_window_are_translated_when_they_are_needed() -> None:
    """There the language may not be known when a module is imported: `mark` is for tables."""
    early = []
    for path in sorted(PACKAGE.rglob("*.py")):
        if "ui" in path.relative_to(PACKAGE).parts:
            continue
        early += [
            f"{path.name}:{node.lineno}"
            for node in run_at_import(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("tr", "plural", "translated")
        ]
    assert early == []


def run_at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield what a module runs when it is imported: all but the bodies of functions."""
    is_function = isinstance(tree, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    for field, value in ast.iter_fields(tree):
        if not (is_function and field == "body"):
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield child
                    yield from run_at_import(child)


def test_only_literals_are_collected(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "a.py").write_text('tr("One {x}", x=1)\nplural(n, "a", "b", meaning="m")\nmark("T")\ntr("One {x}", x=2)')
    (folder / "b.py").write_text('tr("One {x}", x=3)')
    assert collect(folder) == {
        Text("One {x}"): ["package/a.py", "package/b.py"],
        Text("b", "m", "a"): ["package/a.py"],
        Text("T"): ["package/a.py"],
    }
    (folder / "b.py").write_text('tr(f"One {x}")')
    with pytest.raises(NotLiteral, match=r"b\.py, line 1"):
        collect(folder)


def test_an_update_keeps_translations_adds_new_texts_and_removes_others(tmp_path: Path) -> None:
    path = tmp_path / "riffdesk_de.ts"
    update(path, "de", {Text("Save"): ["a.py"], Text("<b> layers", one="layer"): ["a.py"], Text("Gone"): ["b.py"]})
    first = path.read_text("utf-8")
    assert first.count('type="unfinished"') == 3
    done = first.replace(
        '<source>Save</source>\n        <translation type="unfinished"></translation>',
        "<source>Save</source>\n        <translatorcomment>short</translatorcomment>\n"
        "        <translation>Speichern</translation>",
    )
    path.write_text(done, "utf-8")
    update(path, "de", {Text("New"): ["a.py"], Text("Save"): ["c.py"], Text("<b> layers", one="layer"): ["a.py"]})
    now = {one.findtext("source"): one for one in ElementTree.parse(path).getroot().iter("message")}
    assert list(now) == ["New", "Save", "<b> layers"]
    assert now["Save"].findtext("translation") == "Speichern"
    assert now["Save"].findtext("translatorcomment") == "short"
    assert now["Save"].find("location").get("filename") == "../../c.py"
    assert len(now["<b> layers"].findall("translation/numerusform")) == 2
    again = path.read_text("utf-8")
    update(path, "de", {Text("New"): ["a.py"], Text("Save"): ["c.py"], Text("<b> layers", one="layer"): ["a.py"]})
    assert path.read_text("utf-8") == again
