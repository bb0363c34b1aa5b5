"""Linux, macOS and Windows, each on whatever system the tests run."""

from __future__ import annotations

import errno
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from riffdesk import files, system
from riffdesk.files import write_beside
from riffdesk.system import SYSTEM, Linux, Mac, System, Windows, system_of


def test_the_system_is_known_by_pythons_name_for_it() -> None:
    kinds = {name: type(system_of(name)) for name in ("linux", "darwin", "win32", "freebsd14")}
    assert kinds == {"linux": Linux, "darwin": Mac, "win32": Windows, "freebsd14": System}
    assert type(SYSTEM) is kinds.get(sys.platform, System)


@pytest.fixture(autouse=True)
def _other_mark() -> Iterator[None]:
    """Have the mark of this process's files made anew, as it depends on the system."""
    files._machine.cache_clear()
    yield
    files._machine.cache_clear()


@pytest.fixture
def full_sync(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give Python macOS's call that empties the disk's cache; the list is told of it and of fsync."""
    fcntl, calls = pytest.importorskip("fcntl"), []
    fsync = os.fsync

    def control(descriptor: int, command: int) -> int:
        calls.append(f"command {command}")
        return 0

    def plain(descriptor: int) -> None:
        calls.append("fsync")
        fsync(descriptor)

    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", control)
    monkeypatch.setattr(os, "fsync", plain)
    return calls


def test_a_mac_empties_the_cache_of_the_disk_when_a_file_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full_sync: list[str]
) -> None:
    monkeypatch.setattr(files, "SYSTEM", Mac())
    with write_beside(tmp_path / "song.riff") as temporary:
        temporary.write_text("12345")
    assert full_sync == ["command 51", "command 51"], "of the file, and of its folder"
    assert (tmp_path / "song.riff").read_text() == "12345"


def test_a_mac_whose_disk_cannot_do_that_writes_as_others_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full_sync: list[str]
) -> None:
    def unsupported(descriptor: int, command: int) -> int:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    monkeypatch.setattr(pytest.importorskip("fcntl"), "fcntl", unsupported)
    with (tmp_path / "song").open("wb") as file:
        Mac().sync(file.fileno())
    assert full_sync == ["fsync"]


def test_windows_writes_a_file_through_and_opens_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced, opened = [], []
    fsync, open_ = os.fsync, os.open
    monkeypatch.setattr(os, "fsync", lambda descriptor: (synced.append(descriptor), fsync(descriptor)))
    monkeypatch.setattr(os, "open", lambda path, *options: (opened.append(Path(path)), open_(path, *options))[1])
    monkeypatch.setattr(files, "SYSTEM", Windows())
    with write_beside(tmp_path / "song.riff") as temporary:
        temporary.write_text("12345")
    assert len(synced) == 1
    assert tmp_path not in opened
    assert (tmp_path / "song.riff").read_text() == "12345"


@pytest.mark.parametrize("kind", [Linux, Mac, Windows])
def test_a_disk_that_is_full_is_told_on_every_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full_sync: list[str], kind: type[System]
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    monkeypatch.setattr(pytest.importorskip("fcntl"), "fcntl", full)
    with (tmp_path / "song").open("wb") as file, pytest.raises(OSError, match="No space"):
        kind().sync(file.fileno())


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX's")
@pytest.mark.parametrize("kind", [Linux, Mac])
def test_a_child_has_the_sockets_and_a_group_of_its_own(kind: type[System]) -> None:
    here, there = socket.socketpair()
    code = f"import os, socket; socket.socket(fileno={there.fileno()}).sendall(str(os.getpgid(0)).encode())"
    with here, there:
        options = kind().process_group((there,)) | kind().no_console()
        child = subprocess.Popen([sys.executable, "-c", code], **options)
        assert int(here.recv(64)) == child.pid
        assert child.wait() == 0


def test_windows_is_given_the_sockets_as_handles_without_a_console_and_without_ctrl_c(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    flags: dict[str, Any] = {"CREATE_NO_WINDOW": 0x08000000, "CREATE_NEW_PROCESS_GROUP": 0x200}
    for name, value in (flags | {"STARTUPINFO": lambda **values: SimpleNamespace(**values)}).items():
        monkeypatch.setattr(subprocess, name, value, raising=False)
    here, there = socket.socketpair()
    with here, there:
        there.set_inheritable(False)
        options = Windows().process_group((there,))
        assert there.get_inheritable()
        assert options["startupinfo"].lpAttributeList == {"handle_list": [there.fileno()]}
    assert options["creationflags"] == 0x08000200
    assert Windows().no_console() == {"creationflags": 0x08000000}


def test_signals_that_end_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signal, "SIGBREAK", 21, raising=False)
    assert Linux().ending_signals == Mac().ending_signals == (signal.SIGINT, signal.SIGTERM)
    assert Windows().ending_signals == (signal.SIGINT, 21)


def test_heaps_are_glibcs_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    monkeypatch.setattr(system, "_glibc_function", lambda name: lambda *options: calls.append((name, *options)))
    for kind in (Mac, Windows, Linux):
        kind().share_heap()
        kind().trim_heap()
    assert calls == [("mallopt", -8, 1), ("malloc_trim", 0)]
    monkeypatch.setattr(system, "_glibc_function", lambda name: None)
    Linux().trim_heap()  # musl


def test_the_priority_is_lowered_where_a_system_has_niceness(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    monkeypatch.setattr(os, "nice", told.append, raising=False)
    for kind in (Linux, Mac, Windows):
        kind().lower_priority(5)
    assert told == [5, 5]


def test_bytes_of_a_name_reach_libraries_where_names_are_bytes(tmp_path: Path) -> None:
    name = Path(os.fsdecode(b"caf\xe9.wav")) if sys.platform != "win32" else Path("caf.wav")
    assert Windows().path_for_libraries(name) == name
    if sys.platform != "win32":
        assert Linux().path_for_libraries(name) == Mac().path_for_libraries(name) == b"caf\xe9.wav"


def test_what_to_install_is_the_systems() -> None:
    assert "apt-get" in Linux().install_portaudio
    assert Mac().install_portaudio == "brew install portaudio"
    assert Windows().install_portaudio == ""
    assert [kind().uses_x11 for kind in (Linux, Mac, Windows)] == [True, False, False]
    assert [kind().has_menu_entries for kind in (Linux, Mac, Windows)] == [True, False, False]
    assert [bool(kind().font_files) for kind in (Linux, Mac, Windows)] == [False, True, True]


def test_only_one_module_asks_which_system_it_is() -> None:
    package = Path(system.__file__).parent
    asks = re.compile(r"sys\.platform|os\.name\b|\bfcntl\b|\bmsvcrt\b|os\.fsync|/proc/|os\.nice|STARTUPINFO|\bwinreg\b")
    sources = [path for path in package.rglob("*.py") if "training" not in path.parts]
    assert [path.name for path in sources if asks.search(path.read_text("utf-8"))] == ["system.py"]
