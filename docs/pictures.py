"""Take the pictures of README and guide from the running program.

    xvfb-run -a -s "-screen 0 1600x1000x24" .venv/bin/python docs/pictures.py    # writes docs/images
    xvfb-run -a -s "-screen 0 1600x1000x24" .venv/bin/python docs/pictures.py export models    # these alone

It opens a real window with settings of its own, loads the example sketch, and makes its riffs with the built-in model.
Nothing is drawn by hand: what a page shows is what the program showed.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
HOME = "RIFFDESK_HOME"

sys.path.insert(0, str(ROOT))
if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image  # noqa: E402
from PySide6.QtCore import QPoint, QRect, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QPainter, QPixmap  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QLabel, QLineEdit, QWidget  # noqa: E402

from riffdesk.sketch.paint.effects.catalogue import EFFECTS  # noqa: E402
from riffdesk.sketch.paint.region import Region  # noqa: E402
from riffdesk.ui.commands.effect_commands import NOISE_PROFILE, action_of  # noqa: E402
from riffdesk.ui.riff.render_progress import READY  # noqa: E402
from riffdesk.ui.window.app import create_window  # noqa: E402
from riffdesk.ui.window.main_window import MainWindow  # noqa: E402

SIZE = (1280, 800)
COLOURS, LARGE = 192, 60_000  # of a picture; bytes from which on it has no more than these
PATIENCE = 600  # seconds


class Stage:
    """A window with the example sketch, and what one does with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.window: MainWindow = create_window()
        self.window.resize(*SIZE)
        self.window.move(0, 0)
        QTest.qWaitForWindowExposed(self.window)
        self.window.activateWindow()
        self.open_example()

    def open_example(self) -> None:
        """Open the example sketch and wait until it sounds as well as it should."""
        self.window.sketch.mark_saved(self.window.sketch.history.position)
        self.do("actionOpenExample")
        self.wait(lambda: len(self.window.sketch.layers) > 1)
        self.rest()
        self.do("actionFit")

    def do(self, action: str) -> None:
        """Run a command of the menus."""
        self.window.actions_[action].trigger()
        self.pause()

    def pause(self, seconds: float = 0.2) -> None:
        """Let the window live."""
        until = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > until)

    def wait(self, until: Callable[[], object]) -> None:
        """Let the window live until something holds."""
        limit = time.monotonic() + PATIENCE
        while not until():
            if time.monotonic() > limit:
                raise SystemExit("The window did not get there in time.")
            QApplication.processEvents()
            time.sleep(0.005)

    def rest(self) -> None:
        """Wait until nothing is made any more and no message lies over the canvas."""
        window = self.window
        workers = window.worker, window.sound_worker, window.render_worker
        self.pause()
        self.wait(lambda: all(worker.running is None and not worker.waiting for worker in workers))
        self.wait(lambda: not any(window.sketch.sound(layer.id).unfinished for layer in window.sketch.layers))
        window.notice.clear()
        self.pause(0.5)

    def write(self, prompt: str) -> None:
        """Write a prompt, as a user types it."""
        field = self.window.prompt_panel.prompt
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, prompt)
        QTest.keyClick(field, Qt.Key.Key_Escape)
        QTest.keyClick(field, Qt.Key.Key_Escape)
        self.window.canvas.setFocus()
        self.pause(1.0)

    def drag(self, *way: tuple[float, float], release: bool = True) -> None:
        """Drag the mouse on the canvas along points in (seconds, hertz)."""
        canvas = self.window.canvas
        view, button = canvas.viewport(), Qt.MouseButton.LeftButton
        points = [canvas.point_at(*point) for point in way]
        QTest.mousePress(view, button, pos=points[0])
        for begin, end in pairwise(points):
            for part in range(1, 9):
                self._move(begin + QPoint((end - begin).x() * part // 8, (end - begin).y() * part // 8))
        if release:
            QTest.mouseRelease(view, button, pos=points[-1])
        self.pause()

    def _move(self, point: QPoint) -> None:
        """QTest's own mouse move has no button down."""
        from PySide6.QtCore import QEvent, QPointF
        from PySide6.QtGui import QMouseEvent

        view, left, none = self.window.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        place = QPointF(point), QPointF(view.mapToGlobal(point))
        QApplication.sendEvent(
            view, QMouseEvent(QEvent.Type.MouseMove, *place, none, left, Qt.KeyboardModifier.NoModifier)
        )
        QApplication.processEvents()

    def hover(self, seconds: float, hertz: float) -> None:
        """Have the mouse over a place of the canvas."""
        QTest.mouseMove(self.window.canvas.viewport(), self.window.canvas.point_at(seconds, hertz))
        self.pause(0.5)

    def dock(self, name: str) -> QDockWidget:
        """Return a panel with its title, shown."""
        dock = self.window.findChild(QDockWidget, name)
        assert dock is not None, name
        dock.show()
        self.pause()
        return dock

    # What is taken

    def take(self, name: str, *parts: QWidget, below: int = 0) -> None:
        """Write a picture of the window, or of the part of it that some widgets take up."""
        boxes = [QRect(part.mapTo(self.window, QPoint()), part.size()) for part in parts]
        box = self.window.rect()
        if boxes:
            box = boxes[0]
            for other in boxes[1:]:
                box = box.united(other)
            box = box.adjusted(0, 0, 0, below) if not below else QRect(box.left(), box.top(), box.width(), below)
        save(self.window.grab(box), name)

    def _shorten_paths(self, dialog: QDialog) -> None:
        """Have paths begin with "~", whoever's machine it is."""
        for label in dialog.findChildren(QLabel):
            label.setText(label.text().replace(str(self.folder), "~").replace(str(ROOT), "~/riffdesk"))

    @contextmanager
    def dialog(self, name: str, ready: Callable[[QDialog], bool] = lambda _: True) -> Iterator[None]:
        """Take a picture of the dialog that a command opens, and close it."""
        timer = QTimer(interval=700)

        def look() -> None:
            shown = QApplication.activeModalWidget()
            if isinstance(shown, QDialog) and ready(shown):
                timer.stop()
                self._shorten_paths(shown)
                save(shown.grab(), name)
                shown.reject()

        timer.timeout.connect(look)
        timer.start()
        yield
        timer.stop()


def save(picture: QPixmap, name: str) -> None:
    """Write a picture; a large one with few colours, which is what makes it small."""
    path = IMAGES / f"{name}.png"
    picture.save(str(path))
    with Image.open(path) as full:
        small = full.convert("RGB")
    small.save(path, optimize=True)
    if path.stat().st_size > LARGE:
        small = small.quantize(palette=_palette(small), dither=Image.Dither.NONE)
        small.save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {small.width} x {small.height}, {path.stat().st_size / 1e3:.0f} kB", flush=True)


def _palette(picture: Image.Image) -> Image.Image:
    """Return the colours to keep: one half are the most frequent ones, the other half come near all others."""
    counted = picture.getcolors(picture.width * picture.height) or []
    often = [colour for _, colour in sorted(counted, reverse=True)[: COLOURS // 2]]
    rest = picture.quantize(COLOURS - len(often), Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([value for colour in often for value in colour] + rest)
    return palette


# The pictures, each from a sketch as it is opened


def window(stage: Stage) -> None:
    """Show the whole window, with a riff beside what is drawn."""
    stage.do("toolTone")
    stage.write("soft electric piano")
    stage.do("actionGenerate")
    stage.rest()
    stage.window.playback.seek(2.5)
    stage.pause()
    stage.take("window")


def tools(stage: Stage) -> None:
    """Show the settings of the tone brush, and of the picture."""
    stage.do("toolTone")
    stage.take("tools", stage.dock("toolDock"))


def notes(stage: Stage) -> None:
    """Show notes that were read from a drawing."""
    stage.do("actionAddLayer")
    stage.do("toolTone")
    for start, hertz in ((0.5, 220.0), (1.5, 246.9), (2.0, 261.6), (3.0, 329.6), (4.0, 293.7), (5.0, 261.6)):
        stage.drag((start, hertz), (start + 0.42, hertz))
    stage.do("actionReadNotes")
    stage.wait(lambda: bool(stage.window.sketch.active_layer.notes))
    stage.do("toolNotes")
    stage.window.canvas._view.setYRange(0, 120, padding=0)
    stage.drag((1.3, 200.0), (3.6, 400.0))
    stage.pause(0.5)
    stage.take("notes", stage.window.canvas)


def selection(stage: Stage) -> None:
    """Show what is selected, with its buttons."""
    stage.do("toolSelect")
    stage.drag((5.2, 190.0), (7.2, 800.0))
    stage.pause(0.5)
    stage.take("selection", stage.window.canvas)


def piano(stage: Stage) -> None:
    """Show a bass on the axis by semitones, with the lines of its key and the piano."""
    stage.do("actionAddLayer")
    stage.window.sketch.set_key("C minor")
    for switch in ("actionNoteAxis", "actionGrid"):
        stage.do(switch)
    stage.do("toolTone")
    for number, hertz in enumerate((65.4, 77.8, 98.0, 65.4, 116.5, 98.0, 77.8, 65.4)):
        stage.drag((0.02 + number, hertz), (0.8 + number, hertz))
    stage.hover(5.5, 311.1)
    stage.take("piano", stage.window.canvas)
    for switch in ("actionNoteAxis", "actionGrid"):
        stage.do(switch)


def partials(stage: Stage) -> None:
    """Show the partials of a melody, and that noise has none, and the waveform."""
    stage.do("toolNoise")
    stage.drag((2.0, 2_600.0), (6.0, 2_600.0))
    canvas = stage.window.canvas
    for switch in ("actionPartials", "actionWaveform"):
        stage.do(switch)
    stage.rest()
    stage.wait(lambda: canvas.partials.is_complete and canvas.waveform.is_complete)
    stage.pause(0.3)
    stage.take("partials", canvas)
    for switch in ("actionPartials", "actionWaveform"):
        stage.do(switch)


def shapes(stage: Stage) -> None:
    """Show a selection of a lasso, of the wand, and of the selection brush."""
    stage.do("toolLasso")
    corners = [(0.6, 1_000.0), (1.6, 420.0), (2.6, 700.0), (2.2, 2_400.0), (1.0, 2_600.0), (0.6, 1_000.0)]
    stage.drag(*corners)
    stage.do("toolWand")
    stage.window.settings.select_mode = "add"
    stage.drag((4.2, 700.0), (4.2, 700.0))
    stage.do("toolSelectBrush")
    stage.drag((5.5, 300.0), (6.5, 1_000.0), (7.5, 400.0))
    stage.window.settings.select_mode = "new"
    stage.pause(0.5)
    stage.window.selection_bar.hide()
    stage.take("shapes", stage.window.canvas)


def effects(stage: Stage) -> None:
    """Show a melody, and what each command of the Region menu makes of a part of it."""
    window, canvas = stage.window, stage.window.canvas
    stage.do("actionSoloLayer")
    canvas._view.setRange(xRange=(0, 6.2), yRange=(60, 330), padding=0)
    canvas.overlays.playhead.hide()
    region = Region(90, 345, 80, 290)
    pictures = [("as it was", _selected(stage, region))]
    for effect in EFFECTS:
        canvas.select(region)
        before = window.sketch.history.index
        QTimer.singleShot(400, lambda: (shown := QApplication.activeModalWidget()) and shown.accept())
        stage.do(action_of(effect))
        stage.pause(0.5)
        pictures.append((effect.name, _selected(stage, region)))
        if window.sketch.history.index > before:
            stage.do("actionUndo")
    quiet = Region(466, 502, 80, 290)
    canvas.select(quiet)
    stage.do(NOISE_PROFILE)
    pictures.append(("Take noise profile", _selected(stage, quiet)))
    stage.do("actionUndo")
    canvas.overlays.playhead.show()
    _save_sheet(stage, pictures, "effects")


def _save_sheet(stage: Stage, pictures: list[tuple[str, QPixmap]], name: str) -> None:
    """Save pictures with their names in rows of four."""
    window, (width, height, line, columns) = stage.window, (250, 150, 24, 4)
    sheet = QPixmap(columns * (width + 8), -(-len(pictures) // columns) * (height + line + 8))
    sheet.fill(window.palette().window().color())
    painter = QPainter(sheet)
    painter.setPen(window.palette().text().color())
    for number, (title, picture) in enumerate(pictures):
        x, y = number % columns * (width + 8) + 4, number // columns * (height + line + 8) + 4
        painter.drawText(x, y + line - 8, title)
        mode = Qt.TransformationMode.SmoothTransformation
        painter.drawPixmap(x, y + line, picture.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, mode))
    painter.end()
    save(sheet, name)


def marks(stage: Stage) -> None:
    """Show a melody, and what one drag of each tool makes of it."""
    window, canvas = stage.window, stage.window.canvas
    stage.do("actionSoloLayer")
    canvas._view.setRange(xRange=(0, 6.2), yRange=(60, 330), padding=0)
    canvas.overlays.playhead.hide()
    sketch, pictures = window.sketch, [("as it was", _picture(stage))]
    for tool, way in TOOL_WAYS.items():
        before = sketch.history.index
        if tool == "toolOriginal":  # gives back what was erased
            stage.do("toolEraser")
            stage.drag(*way)
        stage.do(tool)
        if tool == "toolClone":
            control = Qt.KeyboardModifier.ControlModifier
            QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, control, canvas.point_at(0.6, 600.0))
        listens = tool == "toolListen"
        stage.drag(*(way[len(way) // 2 :] if tool == "toolOriginal" else way), release=not listens)
        if tool == "toolLine":
            stage.drag(((way[0][0] + way[-1][0]) / 2, way[0][1]), (2.6, 2_200.0))
        pictures.append((window.tools[tool].info.name, _picture(stage)))
        if listens:
            QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.point_at(*way[-1]))
        while sketch.history.index > before:
            stage.do("actionUndo")
        canvas.select(None)
    canvas.overlays.playhead.show()
    _save_sheet(stage, pictures, "marks")


TOOL_WAYS = {
    "toolBrush": ((0.8, 900.0), (2.0, 1_800.0), (3.4, 900.0)),
    "toolNoise": ((0.8, 1_500.0), (3.4, 1_500.0)),
    "toolSpray": ((0.8, 1_500.0), (3.4, 1_500.0)),
    "toolTone": ((0.8, 1_500.0), (2.0, 1_500.0), (3.4, 1_900.0)),
    "toolLine": ((0.8, 1_000.0), (4.4, 1_000.0)),
    "toolStamp": ((0.8, 700.0), (4.4, 700.0)),
    "toolEraser": ((0.8, 600.0), (4.4, 600.0)),
    "toolOriginal": ((0.8, 600.0), (2.4, 600.0), (4.4, 600.0)),
    "toolClone": ((2.6, 1_900.0), (5.0, 1_900.0)),
    "toolSmudge": ((1.4, 560.0), (2.6, 900.0)),
    "toolBlur": ((0.4, 560.0), (4.4, 560.0)),
    "toolDodge": ((2.5, 1_065.0), (3.4, 1_065.0), (3.8, 1_396.0), (4.6, 1_396.0)),
    "toolMask": ((1.4, 900.0), (4.4, 900.0)),
    "toolSelect": ((1.0, 400.0), (3.4, 1_600.0)),
    "toolLasso": ((1.0, 500.0), (2.4, 2_200.0), (4.4, 1_400.0), (2.6, 420.0), (1.0, 500.0)),
    "toolWand": ((0.3, 660.0),) * 2,
    "toolSelectBrush": ((1.0, 600.0), (2.4, 1_400.0), (4.4, 1_000.0)),
    "toolListen": ((1.0, 560.0), (2.6, 524.0)),
}
"""The way of the mouse with each tool, in seconds and hertz."""


def _selected(stage: Stage, region: Region) -> QPixmap:
    """Return a picture of the layers with a part of them selected."""
    stage.window.canvas.select(region)
    picture = _picture(stage)
    stage.window.canvas.select(None)
    return picture


def _picture(stage: Stage) -> QPixmap:
    """Return a picture of the layers, without the buttons beside a selection."""
    canvas = stage.window.canvas
    stage.pause(0.3)
    stage.window.selection_bar.hide()
    shown = canvas.mapFromScene(canvas._view.sceneBoundingRect()).boundingRect()
    return canvas.viewport().grab(shown)


def snapshots(stage: Stage) -> None:
    """Show two snapshots, the second of which is heard."""
    stage.do("actionSnapshot1")
    stage.do("toolTone")
    stage.drag((1.0, 600.0), (2.0, 600.0))
    stage.do("actionSnapshot2")
    stage.rest()
    stage.take("snapshots", stage.window.snapshot_bar)


def mask(stage: Stage) -> None:
    """Show what is masked."""
    stage.do("toolMask")
    stage.drag((3.0, 300.0), (4.4, 900.0))
    stage.take("mask", stage.window.canvas)


def layers(stage: Stage) -> None:
    """Show the layers."""
    stage.take("layers", stage.dock("layersDock"))


def history(stage: Stage) -> None:
    """Show the steps of a sketch, two of them undone."""
    stage.do("toolTone")
    for number in range(3):
        stage.drag((0.5 + number, 600.0), (1.2 + number, 600.0))
    sketch = stage.window.sketch
    stage.do("toolSelect")
    sketch.set_tempo(100)
    stage.window.canvas.select(Region.everything(sketch))
    stage.do("actionOctaveUp")
    for _ in range(2):
        stage.do("actionUndo")
    dock = stage.dock("historyDock")
    stage.take("history", dock, below=260)
    dock.hide()


def prompt(stage: Stage) -> None:
    """Show the prompt panel with two takes, and all its fields."""
    stage.write("slow jazz piano, (double bass:1.3), [drums]")
    stage.do("actionGenerate")
    stage.rest()
    stage.window.prompt_panel.seed.setValue(7)
    stage.do("actionGenerate")
    stage.rest()
    stage.window.prompt_panel.more.setChecked(True)
    tall = stage.dock("promptDock")
    others = [stage.dock("toolDock"), stage.dock("layersDock")]
    for one in others:
        one.hide()
    stage.pause(0.5)
    stage.take("prompt", tall, below=560)
    for one in others:
        one.show()
    stage.window.prompt_panel.more.setChecked(False)


def variations(stage: Stage) -> None:
    """Show variations, the second of which is heard."""
    stage.window.prompt_panel.count.setValue(4)
    stage.write("music box arpeggio")
    stage.do("actionVariations")
    stage.rest()
    panel = stage.window.library.panel
    panel.grid.setChecked(True)
    panel.view.setCurrentIndex(panel.model.index(1))
    stage.pause(0.5)
    stage.window.player.stop()
    dock = stage.dock("libraryDock")
    stage.take("variations", dock, below=460)
    panel.grid.setChecked(False)
    dock.hide()


def timeline(stage: Stage) -> None:
    """Show a walk through three keyframes while it is made."""
    window = stage.window
    window.sketch.set_circular(False)  # a loop is made in one part
    window.sketch.set_bars(16)
    stage.do("actionFit")
    stage.write("slow jazz piano")
    for seconds, words in ((20.0, "funk with saxophone"), (35.0, "house, synth lead")):
        window.current.add(seconds, 7)
        stage.write(words)
    window.actions_["actionPlayRiffs"].setChecked(False)
    stage.do("actionRenderTimeline")
    stage.wait(lambda: _is_halfway(window))
    stage.pause(0.5)
    dock = stage.dock("timelineDock")
    stage.take("timeline", window.canvas, dock)
    stage.do("actionCancelRiff")
    stage.rest()


def _is_halfway(window: MainWindow) -> bool:
    """Return whether the first part of a riff is ready and the next ones are half made."""
    riff = window.riffs.incoming.riff
    if riff is None or riff.progress.step is None or riff.progress.state(0) != READY:
        return False
    step, steps = riff.progress.step
    return step >= steps / 2


def models(stage: Stage) -> None:
    """Show the list of models."""
    with stage.dialog("models"):
        stage.do("actionModels")


def export(stage: Stage) -> None:
    """Show what an export will write."""

    def ready(dialog: QDialog) -> bool:
        dialog.findChild(QLineEdit, "exportFolder").setText("~/Music")
        return _is_measured(dialog)

    before, os.environ["HOME"] = os.environ["HOME"], str(stage.folder)
    with stage.dialog("export", ready):
        stage.do("actionExport")
    os.environ["HOME"] = before


def _is_measured(dialog: QDialog) -> bool:
    level = dialog.findChild(QLabel, "exportLevel")
    return level is not None and "LUFS" in level.text()


def palette(stage: Stage) -> None:
    """Show the command palette with words in it."""
    stage.do("actionPalette")
    palette = stage.window.help.palette
    QTest.keyClicks(palette.field, "loop")
    stage.pause(0.5)
    stage.take("palette", palette)
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)


def shortcuts(stage: Stage) -> None:
    """Show the page of keyboard shortcuts."""
    with stage.dialog("shortcuts"):
        stage.do("actionShortcuts")


def tour(stage: Stage) -> None:
    """Show the first bubble of the tour."""
    stage.do("actionTour")
    stage.pause(0.5)
    bubble = stage.window.help.tour
    stage.take("tour", bubble, stage.window.prompt_panel.generate, stage.window.prompt_panel.prompt)
    stage.do("actionEscape")


PICTURES = (
    tools, notes, selection, shapes, marks, effects, piano, partials, snapshots, mask, layers, history,
    export, models, palette, shortcuts, tour, window, prompt, variations, timeline,
)  # fmt: skip
"""Those that need no riff come first."""


def main(names: list[str]) -> None:
    """Take all pictures, or those that are named."""
    chosen = [picture for picture in PICTURES if not names or picture.__name__ in names]
    if len(chosen) < len(names):
        raise SystemExit(f"There are: {', '.join(picture.__name__ for picture in PICTURES)}.")
    folder = Path(tempfile.mkdtemp(prefix="riffdesk-pictures-"))
    os.environ[HOME] = str(folder)
    try:
        stage = Stage(folder)
        for picture in chosen:
            picture(stage)
            stage.open_example()
        stage.window.sketch.mark_saved(stage.window.sketch.history.position)
        stage.window.close()
        stage.wait(lambda: not stage.window.isVisible())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1:])
