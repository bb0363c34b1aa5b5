"""The house in docs and DESIGN: imports point one way, and what must start quickly loads nothing heavy."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.long_files import LONG_FILES

ROOT = Path(__file__).parent.parent
HEAVY = ("torch", "torchaudio", "diffusers", "transformers", "scipy")
QT = ("PySide6", "shiboken6", "pyqtgraph")


def loaded_by(statement: str) -> set[str]:
    """Return the top-level modules that a fresh Python has loaded after a statement."""
    code = f"import sys\n{statement}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


def test_the_files_of_tests_that_begin_first_are_there() -> None:
    assert [name for name in LONG_FILES if not (ROOT / "tests" / name).is_file()] == []
    assert len(set(LONG_FILES)) == len(LONG_FILES)


def test_import_linter_finds_no_broken_contract() -> None:
    tool = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert tool, "import-linter is part of the test tools"
    done = subprocess.run([tool], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize("module", ["riffdesk.__main__", "riffdesk.cli", "riffdesk.doctor.findings"])
def test_the_command_line_starts_without_qt_and_torch(module: str) -> None:
    loaded = loaded_by(f"import {module}")
    assert not loaded & {*HEAVY, *QT}
    assert "numpy" not in loaded, "--help needs no arrays"


@pytest.fixture(scope="module")
def loaded_for_a_window() -> list[set[str]]:
    """Return the modules that are loaded with the import of a window, once it is there, and after a while."""
    code = """
import sys, time
import riffdesk.ui.window.app as app
print(*sys.modules)
window = app.create_window()
print(*sys.modules)
from riffdesk.ui.window.idle_imports import IdleImports
imports, limit = window.findChild(IdleImports), time.monotonic() + 60
while not imports.done and time.monotonic() < limit:
    app.application().processEvents()
    time.sleep(0.002)
print(*sys.modules)
window.close()
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, env=environment
    )
    return [set(line.split()) for line in done.stdout.splitlines()]


def test_the_window_appears_without_torch(loaded_for_a_window: list[set[str]]) -> None:
    imported, _, later = loaded_for_a_window
    assert "PySide6" in {name.partition(".")[0] for name in imported}
    assert not {name.partition(".")[0] for name in later} & set(HEAVY)


def test_the_window_appears_without_what_it_does_not_show_yet(loaded_for_a_window: list[set[str]]) -> None:
    """Dialogs, scores, renders, files and images are imported where they are first used."""
    _, loaded, _ = loaded_for_a_window
    assert "riffdesk.ui.window.main_window" in loaded
    late = """
        PIL cuda mido rtmidi riffdesk.audio.filing.sound_files riffdesk.compose.composition riffdesk.engine.riff.render
        riffdesk.store.image.image_file riffdesk.store.project.opening riffdesk.store.project.saving
        riffdesk.ui.document.export_dialog riffdesk.ui.document.import_questions riffdesk.ui.help.command_palette
        riffdesk.ui.help.shortcuts_dialog riffdesk.ui.help.tour riffdesk.ui.library.riff_library
        riffdesk.ui.riff.prompt.models_dialog riffdesk.ui.control.midi_box
        riffdesk.ui.control.osc_box pythonosc riffdesk.ui.control.clock.link_box link
    """
    assert [name for name in late.split() if name in loaded] == []


def test_a_window_that_nobody_uses_has_soon_imported_all_that_its_commands_need(
    loaded_for_a_window: list[set[str]],
) -> None:
    _, _, loaded = loaded_for_a_window
    sources = [path.read_text("utf-8") for path in (ROOT / "riffdesk" / "ui").rglob("*.py")]
    late = {name for text in sources for name in re.findall(r"^ +from (riffdesk[\w.]*) import", text, re.MULTILINE)}
    assert len(late) > 20
    assert sorted(late - loaded) == []


def test_what_lies_below_the_window_loads_no_qt() -> None:
    lines = ["loaded = {}"]
    for package in ("dsp", "models", "sketch", "compose", "engine", "audio", "store", "control", "scripting"):
        paths = sorted((ROOT / "riffdesk" / package).rglob("[!_]*.py"))
        assert paths
        lines += [f"import {'.'.join(path.relative_to(ROOT).with_suffix('').parts)}" for path in paths]
        lines.append(f"assert not {set(QT)} & {{name.partition('.')[0] for name in sys.modules}}, {package!r}")
    assert "torch" in loaded_by("\n".join(lines))


def test_no_folder_has_more_than_14_modules_and_no_module_more_than_400_lines() -> None:
    folders = [ROOT / "riffdesk", *(path.parent for path in (ROOT / "riffdesk").rglob("__init__.py"))]
    crowded = [str(folder) for folder in folders if len([*folder.glob("[!_]*.py")]) > 14]
    assert crowded == []
    long = [str(path) for path in (ROOT / "riffdesk").rglob("*.py") if path.read_text("utf-8").count("\n") > 400]
    assert long == []


def test_every_place_that_the_glossary_names_is_there() -> None:
    named = re.findall(r"`([a-z_/]+(?:\.py|/))`", (ROOT / "docs" / "glossary.md").read_text("utf-8"))
    assert len(named) > 20
    assert [name for name in named if not (ROOT / "riffdesk" / name).exists()] == []
