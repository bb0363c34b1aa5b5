"""Export from the window: the dialog says what it will write, and writes that; grips are dragged out as files."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QDrag, QDragEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from riffdesk.dsp.loudness import loudness
from riffdesk.paths import cache_dir
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.sound import Sound
from riffdesk.ui.document.export_dialog import ExportDialog
from riffdesk.ui.playing.sound_drag import SoundGrip
from riffdesk.ui.window.main_window import MainWindow
from tests.measure import RATE
from tests.ui.conftest import Hands

SAMPLES = 512 * 441


def noise(seed: int, level: float) -> np.ndarray:
    return np.random.default_rng(seed).uniform(-level, level, (2, SAMPLES)).astype(np.float32)


@pytest.fixture
def song(window: MainWindow, hands: Hands, tmp_path: Path) -> MainWindow:
    """A window with three layers, of which one is muted; the first one is silent."""
    sketch = window.sketch
    ink = np.zeros((sketch.params.bands, 512), np.float32)
    sketch.add_layer(Layer(ink, "Bass"), Sound(noise(1, 0.2)))
    sketch.add_layer(Layer(ink, "Pad…", mute=True), Sound(noise(2, 0.3)))
    window.settings.last_folder = str(tmp_path)
    hands.idle()
    return window


class Dialog:
    """An open export dialog, as a person sees it."""

    def __init__(self, dialog: ExportDialog, hands: Hands) -> None:
        self.dialog, self._hands = dialog, hands
        self.files = dialog.findChild(QListWidget, "exportFiles")
        self.name = dialog.findChild(QLineEdit, "exportName")
        self.folder = dialog.findChild(QLineEdit, "exportFolder")
        self.export = next(b for b in dialog.findChild(QDialogButtonBox).buttons() if b.text() == "Export")

    def label(self, name: str) -> str:
        return self.dialog.findChild(QLabel, name).text()

    @property
    def note(self) -> str:
        return self.dialog._note.text()

    def rows(self) -> list[tuple[str, bool]]:
        items = [self.files.item(row) for row in range(self.files.count())]
        return [(item.text(), item.checkState() == Qt.CheckState.Checked) for item in items]

    def tick(self, row: int, on: bool) -> None:
        self.files.item(row).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def measured(self) -> None:
        self._hands.wait(lambda: self.label("exportLevel").startswith("Mix:"))


@pytest.fixture
def ask(song: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that opens the dialog, looks at it, and exports or not."""

    def ask(look: Callable[[Dialog], object], *, export: bool = True) -> None:
        def show(dialog: ExportDialog) -> bool:
            dialog.show()
            look(Dialog(dialog, hands))
            dialog.hide()
            return export

        monkeypatch.setattr(ExportDialog, "exec", show)
        song.notice.clear()
        song.documents.export()
        if export:
            hands.wait(lambda: "Exported" in song.notice.text)
        hands.idle()

    return ask


def test_every_layer_is_listed_and_ticked_and_those_that_are_not_heard_say_so(ask: Callable[..., None]) -> None:
    seen: list[list[tuple[str, bool]]] = []

    def look(dialog: Dialog) -> None:
        dialog.measured()
        seen.append(dialog.rows())

    ask(look, export=False)
    assert seen == [
        [
            ("Untitled mix.wav", True),
            ("Untitled 01 Layer 1.wav    silent", True),
            ("Untitled 02 Bass.wav", True),
            ("Untitled 03 Pad (not in mix).wav    muted", True),
        ]
    ]


def test_it_says_where_how_many_how_long_and_how_loud_and_that_is_what_it_writes(
    song: MainWindow, ask: Callable[..., None], tmp_path: Path
) -> None:
    said: list[str] = []

    def look(dialog: Dialog) -> None:
        dialog.measured()
        said.extend((dialog.label("exportSummary"), dialog.label("exportLevel"), dialog.note))

    ask(look)
    assert said[0] == f"4 files, 0:05.12 long, 5.4 MB in {tmp_path}."
    mix = soundfile.read(tmp_path / "Untitled mix.wav")[0].T
    assert said[1].startswith(f"Mix: {loudness(mix, RATE):.1f} LUFS, highest peak -")
    assert said[2] == "Nothing clips, so nothing is turned down."
    written = sorted(path.name for path in tmp_path.glob("*.wav"))
    assert written == [
        "Untitled 01 Layer 1.wav", "Untitled 02 Bass.wav", "Untitled 03 Pad (not in mix).wav", "Untitled mix.wav"
    ]  # fmt: skip
    assert sum((tmp_path / name).stat().st_size for name in written) == pytest.approx(5.4e6, rel=0.01)


def test_what_would_clip_is_told_before_and_follows_the_ticks_and_the_format(
    song: MainWindow, ask: Callable[..., None]
) -> None:
    song.sketch.set_layer(song.sketch.layers[1].id, gain_db=18)
    notes: dict[str, str] = {}

    def look(dialog: Dialog) -> None:
        dialog.measured()
        notes["all"] = dialog.note
        dialog.tick(0, False)
        dialog.tick(2, False)
        notes["quiet"] = dialog.note
        dialog.dialog._kind.setCurrentIndex(2)
        dialog.tick(2, True)
        notes["float"] = dialog.note

    ask(look, export=False)
    assert "All files are turned down by" in notes["all"]
    assert "limiter" in notes["all"]
    assert notes["quiet"] == "Nothing clips, so nothing is turned down."
    assert "32 bit float holds" in notes["float"]


def test_a_silent_sketch_is_called_silent(window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def show(dialog: ExportDialog) -> bool:
        seen = Dialog(dialog, hands)
        seen.measured()
        said.append(seen.label("exportLevel"))
        return False

    monkeypatch.setattr(ExportDialog, "exec", show)
    window.documents.export()
    assert said == ["Mix: silent"]


def test_it_remembers_what_was_chosen(song: MainWindow, ask: Callable[..., None], tmp_path: Path) -> None:
    def choose(dialog: Dialog) -> None:
        dialog.tick(0, False)
        dialog.tick(2, False)
        dialog.dialog._kind.setCurrentIndex(4)
        dialog.folder.setText(str(tmp_path / "out"))
        dialog.name.setText("take")

    ask(choose)
    assert sorted(os.listdir(tmp_path / "out")) == ["take 01 Layer 1.flac", "take 03 Pad (not in mix).flac"]
    seen: list[object] = []

    def look(dialog: Dialog) -> None:
        seen.extend((dialog.rows(), dialog.folder.text(), dialog.dialog._kind.currentText()))
        dialog.tick(2, True)

    ask(look)
    assert [ticked for _, ticked in seen[0]] == [False, True, False, True]
    assert seen[1:] == [str(tmp_path / "out"), "FLAC, 16 bit"]
    ask(lambda dialog: seen.append([ticked for _, ticked in dialog.rows()]), export=False)
    assert seen[-1] == [False, True, True, True]


def test_names_follow_what_is_typed_and_what_is_there_already(ask: Callable[..., None], tmp_path: Path) -> None:
    (tmp_path / "my song 02 BASS.wav").touch()
    seen: list[str] = []

    def look(dialog: Dialog) -> None:
        dialog.name.setText("my song...")
        seen.append(dialog.rows()[2][0])
        dialog.tick(2, False)
        seen.append(dialog.rows()[0][0])
        dialog.name.setText("y" * 500)
        seen.append(dialog.rows()[0][0])

    ask(look)
    assert seen == ["my song 2 02 Bass.wav", "my song mix.wav", f"{'y' * 80} mix.wav"]
    assert (tmp_path / f"{'y' * 80} mix.wav").exists()


def test_what_is_in_the_way_is_said_before(
    ask: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter").touch()
    said: dict[str, tuple[str, bool]] = {}

    def look(dialog: Dialog) -> None:
        def keep(name: str) -> None:
            said[name] = dialog.label("exportSummary"), dialog.export.isEnabled()

        for name in ("new/folder", "letter", "x" * 500):
            dialog.folder.setText(str(tmp_path / name))
            keep(name)
        dialog.folder.setText(str(tmp_path))
        with monkeypatch.context() as patched:
            patched.setattr(os, "access", lambda *_: False)
            dialog.name.setText("a")
            keep("read-only")
        with monkeypatch.context() as patched:
            patched.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 2_000_000})())
            dialog.name.setText("b")
            keep("full")
        dialog.folder.setText(" ")
        keep("none")
        dialog.folder.setText(str(tmp_path))
        dialog.dialog.findChild(QPushButton, "exportNone").click()
        keep("nothing")

    ask(look, export=False)
    assert "The folder will be made." in said["new/folder"][0]
    assert "But that is a file, not a folder." in said["letter"][0]
    assert "But you may not write there" in said["read-only"][0]
    assert "But only 2.0 MB are free there." in said["full"][0]
    assert said["none"] == ("Name a folder.", False)
    assert said["nothing"] == ("Tick at least one file.", False)


def test_a_folder_that_cannot_be_made_is_a_sentence_afterwards(
    song: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ExportDialog, "exec", lambda self: self._folder.setText(str(tmp_path / ("x" * 500))) or True)
    song.documents.export()
    hands.wait(lambda: "Could not export to" in song.notice.text)
    assert "Nothing was written" in song.notice.text


def test_export_pressed_before_it_is_measured_writes_all_the_same(
    song: MainWindow, ask: Callable[..., None], tmp_path: Path
) -> None:
    ask(lambda dialog: None)
    assert len(list(tmp_path.glob("*.wav"))) == 4


def test_what_is_only_drawn_is_finished_while_the_dialog_is_open(
    song: MainWindow, hands: Hands, ask: Callable[..., None], tmp_path: Path
) -> None:
    song.sketch.select_layer(song.sketch.layers[0].id)
    hands.tool("toolTone")
    hands.drag((0.3, 440), (2.3, 440))
    ask(lambda dialog: dialog.measured())
    assert np.abs(soundfile.read(tmp_path / "Untitled 01 Layer 1.wav")[0]).max() > 0.01


def test_show_in_folder_opens_it(
    song: MainWindow, ask: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    works = [True, False]

    def open_url(url: object) -> bool:
        opened.append(url.toLocalFile())  # type: ignore[attr-defined]
        return works.pop(0)

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    for _ in range(2):
        ask(lambda dialog: None)
        button = next(b for b in song.notice.findChildren(QPushButton) if b.text() == "Show in folder")
        button.click()
    assert opened == [str(tmp_path)] * 2
    assert song.notice.text == f"No program shows folders here. The files are in {tmp_path}."


def test_sixty_four_layers_are_all_listed(window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    ink = np.zeros((window.sketch.params.bands, 512), np.float32)
    for number in range(63):
        window.sketch.add_layer(Layer(ink, f"L{number}"))
    heights: list[tuple[int, int]] = []

    def show(dialog: ExportDialog) -> bool:
        dialog.show()
        QApplication.processEvents()
        heights.append((dialog.findChild(QListWidget, "exportFiles").count(), dialog.height()))
        return False

    monkeypatch.setattr(ExportDialog, "exec", show)
    window.documents.export()
    assert heights[0][0] == 65
    assert heights[0][1] <= 720


@pytest.mark.parametrize("name", ["exportName", "exportFolder", "exportKind"])
@pytest.mark.parametrize(("key", "result"), [(Qt.Key.Key_Return, 1), (Qt.Key.Key_Escape, 0)])
def test_return_exports_and_esc_cancels_from_every_field(
    song: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch, name: str, key: Qt.Key, result: int
) -> None:
    results: list[int] = []

    def show(dialog: ExportDialog) -> bool:
        dialog.finished.connect(results.append)
        dialog.show()
        QApplication.processEvents()
        field = dialog.findChild(QWidget, name)
        field.setFocus()
        QTest.keyClick(field, key)
        return False

    monkeypatch.setattr(ExportDialog, "exec", show)
    song.documents.export()
    hands.idle()
    assert results == [result]


# Dragging out


class Drops:
    """Stands for whatever is dropped on, and keeps the files."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.paths: list[Path] = []
        self.actions: list[object] = []
        mine = self

        def exec_(drag: QDrag, actions: object) -> Qt.DropAction:
            mine.paths += [Path(url.toLocalFile()) for url in drag.mimeData().urls()]
            mine.actions.append(actions)
            return Qt.DropAction.CopyAction

        monkeypatch.setattr(QDrag, "exec", exec_)


@pytest.fixture
def drops(monkeypatch: pytest.MonkeyPatch) -> Drops:
    return Drops(monkeypatch)


def pull(grip: SoundGrip, *, let_go: bool = False) -> None:
    from tests.ui.conftest import _move

    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    _move(grip, QPoint(60, 60), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    if let_go:
        QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))


def test_a_layer_and_the_mix_are_dragged_out_as_the_files_that_an_export_writes(
    song: MainWindow, hands: Hands, drops: Drops, ask: Callable[..., None], tmp_path: Path
) -> None:
    for number, grip in enumerate((*song.layers.grips, song.transport.grip), 1):
        pull(grip)
        hands.wait(lambda number=number: len(drops.paths) == number)
    ask(lambda dialog: None)
    assert [path.name for path in drops.paths] == [
        "Untitled 03 Pad (not in mix).wav", "Untitled 02 Bass.wav", "Untitled 01 Layer 1.wav", "Untitled mix.wav"
    ]  # fmt: skip
    for path in drops.paths:
        assert path.is_relative_to(cache_dir())
        assert soundfile.info(path).subtype == "PCM_24"
        np.testing.assert_array_equal(soundfile.read(path)[0], soundfile.read(tmp_path / path.name)[0])
    assert set(drops.actions) == {Qt.DropAction.CopyAction}, "never moved away"


def test_the_same_sound_is_not_made_twice_and_another_one_is(song: MainWindow, hands: Hands, drops: Drops) -> None:
    grip = song.layers.grips[1]
    for count in (1, 2):
        pull(grip)
        hands.wait(lambda count=count: len(drops.paths) == count)
    assert drops.paths[0] == drops.paths[1]
    song.sketch.set_layer(grip.key, gain_db=-6)
    pull(grip)
    hands.wait(lambda: len(drops.paths) == 3)
    assert drops.paths[2] != drops.paths[0]
    assert drops.paths[0].exists(), "a DAW may still read it"
    loud, quiet = (soundfile.read(path)[0] for path in drops.paths[1:])
    assert np.abs(quiet - loud * 10 ** (-6 / 20)).max() < 1e-6


def test_what_is_only_drawn_is_made_first_and_letting_go_before_that_is_told(
    song: MainWindow, hands: Hands, drops: Drops
) -> None:
    grip = song.layers.grips[2]
    song.sketch.select_layer(grip.key)
    hands.tool("toolTone")
    hands.drag((0.3, 440), (2.3, 440))
    pull(grip, let_go=True)
    assert "not finished yet when you let go" in song.notice.text
    hands.idle()
    assert drops.paths == []
    pull(grip)
    hands.wait(lambda: drops.paths)
    assert np.abs(soundfile.read(drops.paths[0])[0]).max() > 0.01


def test_a_click_on_a_grip_drags_nothing_and_leaves_no_file(
    song: MainWindow, hands: Hands, drops: Drops, home: Path
) -> None:
    QTest.mouseClick(song.transport.grip, Qt.MouseButton.LeftButton)
    hands.idle()
    assert drops.paths == []
    assert len(list((cache_dir() / "dragged").iterdir())) == 1
    song.sound_drag.close()
    assert list((cache_dir() / "dragged").iterdir()) == []


def test_a_dragged_file_outlives_the_window_and_goes_after_a_week(song: MainWindow, hands: Hands, drops: Drops) -> None:
    pull(song.transport.grip)
    hands.wait(lambda: drops.paths)
    song.sound_drag.close()
    assert drops.paths[0].exists()
    song.sound_drag._remove_old()
    hands.pause(0.3)
    assert drops.paths[0].exists()
    folder = drops.paths[0].parent
    os.utime(folder, (0, 0))
    song.sound_drag._remove_old()
    hands.wait(lambda: not folder.exists())


def test_return_on_a_grip_copies_the_file(song: MainWindow, hands: Hands) -> None:
    grip = song.layers.grips[1]
    grip.setFocus()
    QTest.keyClick(grip, Qt.Key.Key_Return)
    hands.wait(lambda: "Copied Untitled 02 Bass.wav" in song.notice.text)
    (url,) = QGuiApplication.clipboard().mimeData().urls()
    assert Path(url.toLocalFile()).name == "Untitled 02 Bass.wav"


def test_a_full_disk_is_a_sentence_and_no_drag(
    song: MainWindow, hands: Hands, drops: Drops, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache_dir().mkdir(parents=True, exist_ok=True)
    (cache_dir() / "dragged").write_text("in the way")
    pull(song.transport.grip)
    hands.wait(lambda: "Could not export to" in song.notice.text)
    hands.idle()
    assert drops.paths == []


def test_a_grip_dropped_on_the_canvas_adds_no_layer(song: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtCore import QUrl

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/a.wav")])

    class Event(QDragEnterEvent):
        def source(self) -> object:
            return song.transport.grip

    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    own = Event(QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, data, buttons, keys)
    own.ignore()
    QApplication.sendEvent(song.canvas.viewport(), own)
    assert not own.isAccepted()
    foreign = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    foreign.ignore()
    QApplication.sendEvent(song.canvas.viewport(), foreign)
    assert foreign.isAccepted()
