"""The entries of the desktop: written, found by the desktop's own programs, and removed."""

from __future__ import annotations

import configparser
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import typer
from PIL import Image

from riffdesk import cli
from riffdesk.cli.desktop.man_page import man_page
from riffdesk.desktop import entries
from riffdesk.desktop.entries import add_entries, quoted, remove_entries
from riffdesk.system import Windows

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "resources" / "examples" / "example.riff"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="menus of other systems are made by installers")


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the user's data."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


def _run(arguments: list[str]) -> int:
    return cli.run(arguments, open_window=lambda path: 0)


def entry(path: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, delimiters="=")
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(path)
    return parser[parser.sections()[0]]


def test_the_entries_start_this_riffdesk_and_are_removed(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["desktop", "add"]) == 0
    menu = entry(data / "applications" / "riffdesk.desktop")
    command, file = shlex.split(menu["Exec"])
    assert (command, file) == (str(ROOT / "packaging" / "run"), "%f")
    thumbnailer = entry(data / "thumbnailers" / "riffdesk.thumbnailer")
    assert shlex.split(thumbnailer["Exec"])[1:] == ["desktop", "thumbnail", "%i", "%o", "--size", "%s"]
    (kind,) = ElementTree.parse(data / "mime" / "packages" / "riffdesk.xml").getroot()
    assert kind.get("type") in menu["MimeType"].split(";")
    assert thumbnailer["MimeType"] == f"{kind.get('type')};"
    assert [glob.get("pattern") for glob in kind.iter(f"{MIME}glob")] == ["*.riff"]
    assert (data / "icons" / "hicolor" / "scalable" / "apps" / f"{menu['Icon']}.svg").is_file()
    assert (data / "man" / "man1" / "riffdesk.1").read_text() == man_page()
    before = add_entries(man_page())
    assert remove_entries() == before
    assert not [path for path in before if path.exists()]
    assert _run(["desktop", "remove"]) == 0
    assert "no entries" in capsys.readouterr().err


@pytest.mark.skipif(not shutil.which("update-mime-database"), reason="shared-mime-info is not installed")
def test_the_desktop_knows_what_a_project_is(data: Path) -> None:
    add_entries("")
    assert "application/x-riffdesk" in (data / "mime" / "globs2").read_text()


@pytest.mark.parametrize(
    "folder", ["plain", "with space", 'a "quoted" one', "50% of $HOME", "back\\slash", "tick`", "a\nb", "Übung"]
)
def test_any_path_is_started(folder: str, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / folder / "riffdesk"
    monkeypatch.setattr(entries, "program", lambda: [str(program)])
    add_entries("")
    command = entry(data / "applications" / "riffdesk.desktop")["Exec"]
    # As a desktop reads it: the file's escapes, then the quotes, then the codes of fields.
    unescaped = re.sub(r"\\(.)", lambda match: match[1].replace("n", "\n"), command)
    text = unescaped.removesuffix(" %f")
    if text.startswith('"'):
        text = re.sub(r'\\(["`$\\])', r"\1", text[1:-1])
    assert text.replace("%%", "%") == str(program)


def test_a_path_that_entries_cannot_hold_is_refused(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(entries, "program", lambda: [os.fsdecode(b"/opt/caf\xe9/riffdesk")])
    assert _run(["desktop", "add"]) == 1
    assert "no UTF-8" in capsys.readouterr().err
    assert not data.exists()


def test_a_plain_argument_is_written_as_it_is() -> None:
    assert [quoted("/opt/riffdesk/run"), quoted("-P")] == ["/opt/riffdesk/run", "-P"]


def test_where_nothing_can_be_written_a_sentence_says_so(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data.write_text("a file where the folder should be")
    assert _run(["desktop", "add"]) == 1
    assert re.fullmatch(r"riffdesk: .*riffdesk.desktop could not be written: .+\n", capsys.readouterr().err)


def test_elsewhere_than_on_linux_a_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(entries, "SYSTEM", Windows())
    assert _run(["desktop", "add"]) == 1
    assert "on Linux only" in capsys.readouterr().err


def test_a_thumbnail_shows_the_mix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "thumbnail.png"
    out.write_bytes(b"an earlier one")
    assert _run(["desktop", "thumbnail", str(EXAMPLE), str(out), "--size", "128"]) == 0
    with Image.open(out) as image:
        assert image.size == (128, 96)
        pixels = np.asarray(image.convert("L")).astype(float)
    assert pixels.min() < 10
    assert pixels.max() > 200
    assert pixels.std() > 10
    broken = tmp_path / "broken.riff"
    broken.write_bytes(b"no zip")
    assert _run(["desktop", "thumbnail", str(broken), str(out)]) == 1
    assert _run(["desktop", "thumbnail", str(EXAMPLE), str(out), "--size", "0"]) == 1
    assert "16 to 2048 pixels" in capsys.readouterr().err


def test_a_thumbnail_never_takes_the_place_of_its_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = tmp_path / "song.riff"
    shutil.copyfile(EXAMPLE, project)
    (tmp_path / "link.png").symlink_to(project)
    for out in (project, tmp_path / "link.png"):
        assert _run(["desktop", "thumbnail", str(project), str(out)]) == 1
        assert "take the place of its project" in capsys.readouterr().err
    assert project.read_bytes() == EXAMPLE.read_bytes()


def test_the_thumbnailers_command_works_as_a_program(tmp_path: Path) -> None:
    out = tmp_path / "thumbnail.png"
    command = [sys.executable, "-P", "-m", "riffdesk", "desktop", "thumbnail", str(EXAMPLE), str(out)]
    subprocess.run(command, check=True, cwd=tmp_path)
    with Image.open(out) as image:
        assert image.format == "PNG"


def test_the_manual_has_every_command_and_option() -> None:
    text = man_page()
    group = typer.main.get_command(cli.app)
    for name in group.commands:
        assert f'.SS "riffdesk {name}'.replace("-", "\\-") in text
    for option in ("\\-\\-seed", "\\-\\-device DEVICE", "library add\\-folder"):
        assert option in text
    assert "riffdesk desktop thumbnail song.riff song.png \\-\\-size 512" in text
    assert "(word) counts more, [word] less" in text


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed")
def test_the_manual_is_set_without_a_warning(tmp_path: Path) -> None:
    page = tmp_path / "riffdesk.1"
    page.write_text(man_page())
    done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", page], capture_output=True, text=True, check=True)
    assert not done.stderr
    assert "riffdesk desktop thumbnail song.riff song.png --size 512" in re.sub(r"\x1b\[[\d;]*m", "", done.stdout)
