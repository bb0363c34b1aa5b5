"""README and guide: their links and pictures are there, their commands parse, and their menus are in the window."""

from __future__ import annotations

import ast
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import typer.main
import yaml

from riffdesk import cli
from riffdesk.batch.job_file import read_jobs
from riffdesk.engine.events import RenderResult
from riffdesk.engine.requests import RenderRequest
from riffdesk.ui.actions import entries, without_mnemonic
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import kept_windows, reused_window, window

__all__ = ["kept_windows", "reused_window", "window"]  # the fixtures

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
GUIDE = sorted((ROOT / "docs" / "guide").glob("*.md"))
PAGES = [README, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
TAKEN_BY_HAND = {"starter-sheet.png"}  # by docs/starter_sheet.py
MENUS = ("File", "Edit", "Tools", "Region", "Riff", "View", "Play", "Help")


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


def blocks(page: Path, language: str) -> Iterator[str]:
    """Yield the fenced blocks of a language."""
    for found in re.finditer(rf"^```{language}\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL):
        yield found[1]


def command_lines(page: Path) -> list[str]:
    """Return the lines of indented blocks that run something."""
    return re.findall(r"^    (packaging/run.*|\.venv/bin/.*)$", page.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_and_picture_leads_somewhere(page: Path) -> None:
    text = re.sub(r"`[^`\n]*`", "", page.read_text("utf-8"))
    links = re.findall(r"\]\(([^)\s]+)\)", text)
    ours = [link for link in links if not link.startswith(("https://", "#"))]
    assert [link for link in ours if not (page.parent / link.partition("#")[0]).exists()] == []


def test_the_readme_is_short_and_leads_to_every_page_of_the_guide() -> None:
    text = README.read_text("utf-8")
    assert text.count("\n") < 150
    assert [page.name for page in GUIDE if f"(docs/guide/{page.name})" not in text] == []


def test_pictures_are_small_and_all_of_them_are_shown() -> None:
    pictures = [path for path in (ROOT / "docs" / "images").iterdir() if path.name not in TAKEN_BY_HAND]
    sizes = {path.name: path.stat().st_size for path in pictures}
    assert {name: size for name, size in sizes.items() if size > 150_000} == {}
    assert sum(sizes.values()) < 1_200_000
    shown = set(re.findall(r"images/([\w-]+\.png)\)", "".join(page.read_text("utf-8") for page in PAGES)))
    assert shown == {*sizes, *TAKEN_BY_HAND}


def listed_in(script: str, name: str) -> set[str]:
    """Return the names in the list ``name`` of a script in docs."""
    (listed,) = (
        node.value
        for node in ast.parse((ROOT / "docs" / script).read_text("utf-8")).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == name
    )
    return {one.id for one in ast.walk(listed) if isinstance(one, ast.Name)}


def test_the_scripts_for_pictures_take_all_of_them() -> None:
    taken = {f"{name}.png" for name in listed_in("pictures.py", "PICTURES")}
    drawn = {f"drawing-{name.replace('_', '-')}.png" for name in listed_in("drawings.py", "DRAWINGS")}
    assert taken | drawn == {path.name for path in (ROOT / "docs" / "images").iterdir()} - TAKEN_BY_HAND


@pytest.mark.parametrize("page", DECISIONS, ids=named)
def test_a_decision_begins_with_its_status_and_what_holds_today(page: Path) -> None:
    title, status, today, *_ = page.read_text("utf-8").split("\n\n")
    assert title.startswith("# ")
    assert status.startswith("**Status:** ")
    assert today.startswith("**Today.** ")


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_file_of_the_code_that_a_page_names_is_there(page: Path) -> None:
    text = page.read_text("utf-8")
    places = re.findall(r"`([a-z_]+/[\w/]*(?:\.py)?)`", text) + re.findall(r"(tests/[\w/]+\.py)", text)
    found = [place for place in places if place.partition("/")[0] not in ("denoiser", "stems")]  # of training; of users
    assert [
        one
        for one in found
        if not any((ROOT / top / end).exists() for top in ("", "riffdesk") for end in (one, f"{one}.py"))
    ] == []


def test_every_test_that_a_decision_names_is_there() -> None:
    there: set[str] = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        there.update(re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.MULTILINE))
    named_in = {page.name: set(re.findall(r"`(test_\w+)`", page.read_text("utf-8"))) for page in DECISIONS}
    assert len(named_in["0021-found-again.md"]) > 100
    assert {name: tests - there for name, tests in named_in.items() if tests - there} == {}


@pytest.mark.parametrize("page", [README, *GUIDE], ids=named)
def test_every_command_line_parses(page: Path) -> None:
    group = typer.main.get_command(cli.app)
    for line in command_lines(page):
        program, *words = shlex.split(line, comments=True)
        if program != "packaging/run" or not words or words == ["--help"] or words[0] not in group.commands:
            continue  # a start of the window with a file, or the training's own command line
        assert (ROOT / program).exists()
        command = group.commands[words.pop(0)]
        if hasattr(command, "commands"):
            command = command.commands[words.pop(0)]
        if words != ["--help"]:
            command.make_context(line, words)


def test_the_readme_and_the_guide_show_every_command() -> None:
    group = typer.main.get_command(cli.app)
    shown = {words[1] for page in [README, *GUIDE] for line in command_lines(page) if len(words := line.split()) > 1}
    assert set(group.commands) - shown == {"open"}  # which is to start riffdesk with a file


def test_training_has_the_command_that_the_guide_shows() -> None:
    from riffdesk.training.__main__ import app

    training = typer.main.get_command(app)
    lines = [line for page in GUIDE for line in command_lines(page) if "riffdesk.training" in line]
    assert lines
    for line in lines:
        name, *words = shlex.split(line.partition("riffdesk.training")[2])
        training.commands[name].make_context(line, words)


@pytest.mark.parametrize("page", [README, *GUIDE], ids=named)
def test_every_script_compiles_and_imports_what_there_is(page: Path) -> None:
    for script in blocks(page, "python"):
        tree = ast.parse(script)
        imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
        exec(compile(ast.Module(imports, []), str(page), "exec"), {})


def flat_riff(request: RenderRequest, *_: object) -> RenderResult:
    """Return what the engine would, without a model: the scripts are about options and files."""
    ink = np.full((request.params.bands, request.columns), 0.3, np.float32)
    audio = np.full((1, request.samples), 0.1, np.float32)
    audio[:, ::2] = -0.1
    return RenderResult(ink, audio, request.recipe, request.params)


def test_the_scripts_that_make_riffs_run_and_write_their_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("riffdesk.scripting.api.engine.render", flat_riff)
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "resources" / "examples", tmp_path / "resources" / "examples")
    pages = README, ROOT / "docs" / "guide" / "scripting.md"
    scripts = [script for page in pages for script in blocks(page, "python") if "create_window" not in script]
    assert len(scripts) >= 5
    for script in scripts:
        exec(script, {})
    names = {name for script in scripts for name in re.findall(r"save.\W([\w.]+)", script)}
    assert {path.name for path in tmp_path.glob("*.*")} - {"riffdesk-home"} == names


def test_the_file_of_jobs_in_the_guide_is_read(tmp_path: Path) -> None:
    (text,) = blocks(ROOT / "docs" / "guide" / "command-line.md", "yaml")
    assert yaml.safe_load(text)["jobs"]
    (tmp_path / "jobs.yaml").write_text(text, "utf-8")
    assert len(read_jobs(tmp_path / "jobs.yaml")) == 13


# Against the window

MenuPath = tuple[str, ...]
"""Of a command: its menus and its text."""


@pytest.fixture
def offered(window: MainWindow) -> dict[MenuPath, list[str]]:
    """Return the keys of each command of the window; menus have none."""
    found: dict[MenuPath, list[str]] = {}
    for menu in window.actions_.menus:
        for entry in entries(menu):
            keys = [key.toString() for key in entry.action.shortcuts()]
            found[(*entry.path, without_mnemonic(entry.action.text()))] = keys
            found.setdefault(entry.path, [])
    return found


def paths_in(page: Path) -> list[tuple[MenuPath, str]]:
    """Return the menu paths that a page names, such as *File > Versions*, and the key behind each, if there is one.

    A key stands in brackets, or in the next cell of a table.
    """
    words = re.sub(r"\s+", " ", page.read_text("utf-8"))
    named = re.findall(rf"\*((?:{'|'.join(MENUS)}) > [^*]+)\*(?:(?: \(| \| )`([^`]+)`)?", words)
    return [(tuple(path.split(" > ")), key) for path, key in named]


def test_every_menu_path_with_its_key_is_in_the_window(offered: dict[MenuPath, list[str]]) -> None:
    told = [(page.name, path, key) for page in [README, *GUIDE] for path, key in paths_in(page)]
    assert len([key for *_, key in told if key]) > 30
    assert [one for one in told if one[1] not in offered] == []
    assert [one for one in told if one[2] and one[2] not in offered[one[1]]] == []


def test_the_guide_names_every_command_but_the_plainest(offered: dict[MenuPath, list[str]]) -> None:
    told = {path for page in GUIDE for path, _ in paths_in(page)}
    plain = {("File", "Quit"), ("View", "Zoom in"), ("View", "Zoom out"), ("Help", "About riffdesk")}
    menus = {path[:-1] for path in offered}
    named = {path for path, keys in offered.items() if keys or path[0] in ("Riff", "Play")} - menus
    # Of commands that differ in a number, the first stands for all.
    commands = {(*path[:-1], re.sub(r"\b[2-8]$", "1", path[-1])) for path in named}
    assert commands - told - plain == set()


def test_the_table_of_keys_in_the_readme_is_true(window: MainWindow) -> None:
    keys = {key.toString() for action in window.actions_.by_name.values() for key in action.shortcuts()}
    rows = re.findall(r"^\| (`.*?) \| .*? \| (.*?) \|", README.read_text("utf-8"), re.MULTILINE)
    told = {key for row in rows for cell in row for key in re.findall(r"`([^`]+)`", cell)}
    assert len(told) > 12
    assert told - keys == {"Ctrl"}  # of Ctrl + wheel
