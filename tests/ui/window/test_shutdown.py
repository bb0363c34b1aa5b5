"""The window closes in good order: files are finished first, and nothing is left, neither files nor processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import psutil
import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from riffdesk.audio.filing.sound_files import ImportRequest, import_audio
from riffdesk.audio.playing.devices import AudioDevice
from riffdesk.sketch.state import State
from riffdesk.store.project.opening import OpenRequest, load_project
from riffdesk.store.project.saving import SaveRequest, save_project
from riffdesk.ui.playing import transport
from riffdesk.ui.window.main_window import MainWindow
from tests.engine import work
from tests.ui.conftest import Hands, WindowProcess

STEPS = 60
Children = Callable[[], list[psutil.Process]]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "songs"
    made.mkdir()
    return made


def begin_to_write(window: MainWindow, hands: Hands, path: Path, steps: int = STEPS) -> list[Exception]:
    """Have the files' worker in the middle of writing a file; return the errors that will be told."""
    errors: list[Exception] = []
    window.worker.write(work.write, (path, steps), f"Saving {path.name}", lambda _: None, errors.append)
    hands.wait(lambda: any(path.parent.iterdir()))
    return errors


@pytest.fixture
def children() -> Children:
    """What gives the processes that began with the test: an earlier one's fork server is not the window's."""
    before = set(psutil.Process().children(recursive=True))
    return lambda: [child for child in psutil.Process().children(recursive=True) if child not in before]


def line(window: MainWindow) -> str:
    return window.progress.findChild(QLabel).text()


def button(window: MainWindow) -> QPushButton:
    return window.progress.findChild(QPushButton, "cancel")


def test_a_file_that_is_being_written_is_finished_before_the_window_closes(
    children: Children, window: MainWindow, hands: Hands, folder: Path
) -> None:
    errors = begin_to_write(window, hands, folder / "song.riff")
    assert children()
    began = time.monotonic()
    assert not window.close()
    assert time.monotonic() - began < 0.5  # of 0.6 that the rest takes at least: nobody waits inside
    assert window.isVisible()
    assert line(window).startswith("Finishing: Saving song.riff")
    assert button(window).text() == "Close now"
    hands.wait(lambda: not window.isVisible())
    assert [path.name for path in folder.iterdir()] == ["song.riff"]
    assert (folder / "song.riff").read_text() == str(STEPS)
    assert errors == []
    assert children() == []


def test_what_waits_to_be_written_is_written_too(window: MainWindow, hands: Hands, folder: Path) -> None:
    begin_to_write(window, hands, folder / "one.riff", 20)
    window.worker.write(work.write, (folder / "two.riff", 20), "Exporting", lambda _: None, print)
    window.close()
    hands.wait(lambda: not window.isVisible())
    assert {path.name: path.read_text() for path in folder.iterdir()} == {"one.riff": "20", "two.riff": "20"}


def test_close_now_leaves_the_old_file_and_nothing_else(
    children: Children, window: MainWindow, hands: Hands, folder: Path
) -> None:
    (folder / "song.riff").write_text("as it was")
    window.worker.write(work.write, (folder / "song.riff", 10_000), "Saving", lambda _: None, print)
    hands.wait(lambda: len(list(folder.iterdir())) == 2)
    window.close()
    hands.wait(button(window).isVisible)
    button(window).click()
    hands.wait(lambda: not window.isVisible())
    assert {path.name: path.read_text() for path in folder.iterdir()} == {"song.riff": "as it was"}
    assert children() == []


def test_a_save_that_fails_keeps_the_window_and_says_so(
    window: MainWindow, hands: Hands, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_to_write(window, hands, folder / "first.riff", 20)
    monkeypatch.setattr(QMessageBox, "question", lambda *_: pytest.fail("it asked before the save was over"))
    window.sketch.set_tempo(99)
    window.documents._save_to(folder / "gone" / "song.riff", lambda: None)
    window.close()
    hands.wait(lambda: window.worker.running is None)
    hands.pause(0.3)
    assert window.isVisible()
    assert "gone" in window.notice.text
    assert button(window).text() == "Cancel"
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Discard)
    assert window.close()


def test_what_was_saved_meanwhile_is_not_asked_about_and_opens_again(
    window: MainWindow, hands: Hands, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "question", lambda *_: pytest.fail("it asked about what was being saved"))
    window.sketch.set_tempo(99)
    window.documents._save_to(folder / "song.riff", lambda: None)
    window.close()
    hands.wait(lambda: not window.isVisible())
    document = load_project(OpenRequest(folder / "song.riff"))
    assert isinstance(document, State)
    assert document.tempo == 99


def test_what_is_only_being_read_keeps_nobody(
    children: Children, window: MainWindow, hands: Hands, folder: Path
) -> None:
    import soundfile

    soundfile.write(folder / "long.wav", np.zeros(44_100 * 60, np.float32), 44_100)
    request = ImportRequest(folder / "long.wav", window.sketch.params)
    window.worker.submit(import_audio, request, "Importing", lambda _: None, lambda _: None)
    assert window.close()
    assert not window.isVisible()
    assert children() == []


def test_a_sketch_that_is_only_being_opened_keeps_nobody(window: MainWindow, folder: Path) -> None:
    save_project(SaveRequest(window.sketch.state, folder / "song.riff"))
    window.documents.open_path(folder / "song.riff")
    assert window.worker.running is not None
    assert window.close()
    assert not window.isVisible()


def test_notes_that_are_only_being_read_keep_nobody(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "question", lambda *_: pytest.fail("it asked about a file that is not there yet"))
    (folder / "bad.mid").write_bytes(b"MThd")
    window.documents.import_paths([folder / "bad.mid"])
    assert window.worker.running is not None
    assert window.close()
    assert not window.isVisible()


SCRIPT = """
import sys
import threading
import time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox
from riffdesk.ui.window import app
from tests.engine import work

create, path = app.create_window, Path(sys.argv[1])

def begin(window):
    print(window.worker._process.process_id, flush=True)

def create_window(_):
    if sys.argv[2] == "early":
        print("early", flush=True)
        time.sleep(1)
    window = create()
    window.sketch.set_tempo(99)
    if sys.argv[2] == "write":
        window.worker.write(work.write, (path, int(sys.argv[3])), "Saving", print, print)
        window.worker.stepped.connect(lambda _, step: begin(window) if step.done == 0 else None)
    elif sys.argv[2] == "ask":
        QTimer.singleShot(300, lambda: begin(window))
        QTimer.singleShot(200, lambda: QMessageBox.question(window, "A dialog", "Is open?"))
    return window

app.create_window = create_window
sys.exit(app.main())
"""


def run_until_it_tells(start: WindowProcess, *arguments: object) -> tuple[subprocess.Popen[str], str]:
    window = start(SCRIPT, *arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, process_group=0)
    assert window.stdout is not None
    told = window.stdout.readline().strip()
    assert told, window.communicate()
    return window, told


def is_gone(process_id: int) -> bool:
    return not psutil.pid_exists(process_id)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
class TestCtrlC:
    """As in a terminal, where the whole group of processes gets the signal."""

    def test_it_finishes_what_is_being_written_asks_nothing_and_leaves_nothing(
        self, folder: Path, window_process: WindowProcess
    ) -> None:
        window, child = run_until_it_tells(window_process, folder / "song.riff", "write", STEPS)
        os.killpg(window.pid, signal.SIGINT)
        out, err = window.communicate(timeout=60)
        assert window.returncode == 0
        assert "Traceback" not in err
        assert {path.name: path.read_text() for path in folder.iterdir()} == {"song.riff": str(STEPS)}
        assert is_gone(int(child))
        assert out == "None\n", "the save was over in good order"

    def test_the_second_time_it_does_not_wait(self, folder: Path, window_process: WindowProcess) -> None:
        window, child = run_until_it_tells(window_process, folder / "song.riff", "write", 100_000)
        os.killpg(window.pid, signal.SIGINT)
        time.sleep(0.3)
        assert window.poll() is None
        os.killpg(window.pid, signal.SIGINT)
        _, err = window.communicate(timeout=60)
        assert window.returncode == 0
        assert "Traceback" not in err
        assert list(folder.iterdir()) == []
        assert is_gone(int(child))

    def test_it_is_heard_while_the_window_is_being_made(self, folder: Path, window_process: WindowProcess) -> None:
        window, _ = run_until_it_tells(window_process, folder / "song.riff", "early")
        os.killpg(window.pid, signal.SIGINT)
        _, err = window.communicate(timeout=60)
        assert window.returncode == 0
        assert "Traceback" not in err

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def test_it_ends_the_window_while_a_dialog_is_open(
        self, folder: Path, number: signal.Signals, window_process: WindowProcess
    ) -> None:
        window, _ = run_until_it_tells(window_process, folder / "song.riff", "ask")
        time.sleep(0.3)
        os.killpg(window.pid, number)
        _, err = window.communicate(timeout=60)
        assert window.returncode == 0
        assert "Traceback" not in err


MISTAKE = """
import time
from riffdesk.ui.window.app import create_window
window = create_window()
window.warm_up()
limit = time.monotonic() + 1
while time.monotonic() < limit:
    window.application.processEvents()
    time.sleep(0.01)
window.transport.end_search()  # sounddevice sends all that is written to stderr to nowhere meanwhile
raise KeyError("a mistake")
"""


def test_a_mistake_that_leaves_the_window_open_ends_with_its_traceback_and_no_crash(
    window_process: WindowProcess,
) -> None:
    mistaken = window_process(MISTAKE, stderr=subprocess.PIPE)
    _, err = mistaken.communicate(timeout=60)
    assert mistaken.returncode == 1, err
    assert err.rstrip().endswith("KeyError: 'a mistake'")


def test_closing_waits_until_nobody_looks_for_devices(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking, over = threading.Event(), threading.Event()

    def slow() -> list[AudioDevice]:
        looking.set()
        time.sleep(0.5)
        over.set()
        return []

    monkeypatch.setattr(transport, "output_devices", slow)
    window.transport.list_devices()
    hands.wait(looking.is_set)
    assert window.close()
    assert over.is_set()
