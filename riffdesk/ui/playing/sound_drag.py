"""Grips to drag the sound of a layer or of the mix into other programs, as a file.

The file is written to the cache folder when the grip is pressed, and the drag begins when it is complete, usually
before the pointer leaves the window. Some DAWs keep reading a dropped file from its place, so dragged files are
kept for a week. Files that were never dragged are removed when the window is closed.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QDrag,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QWidget

from riffdesk.errors import Cancelled
from riffdesk.language import tr
from riffdesk.paths import cache_dir
from riffdesk.sketch.mixer import MIX, audible_layers
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.state import State
from riffdesk.ui.notices import Notice
from riffdesk.ui.plain_text import wrapped
from riffdesk.ui.worker import Worker

if TYPE_CHECKING:
    from riffdesk.audio.filing.export.export import ExportReport

_KEPT_SECONDS = 7 * 24 * 3600
_DOT, _GAP = 2, 5  # pixels


class SoundGrip(QWidget):
    """Six dots by which a sound file is dragged. Return copies the file to the clipboard.

    Parameters
    ----------
    key : str
        The id of a layer; `MIX` for the mix.
    what : str
        Name of the sound in the tooltip.
    """

    pressed = Signal(object)
    """The mouse was pressed on the grip."""
    pulled = Signal(object)
    """The mouse was moved far enough for a drag."""
    released = Signal(object)
    """The mouse was released without a drag."""
    copied = Signal(object)
    """Return was pressed."""

    accessible_role = QAccessible.Role.Button

    def __init__(self, key: str, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setObjectName("soundGrip")
        self.setAccessibleName(tr("Drag {what} out as a file", what=what))
        tip = tr(
            "Drag {what} into a file manager or a DAW: a WAV file, 24 bit. Return copies the file, to paste it there",
            what=what,
        )
        self.setToolTip(wrapped(tip))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(self.sizeHint())
        self._begin: QPoint | None = None

    def sizeHint(self) -> QSize:
        """Size of the dots, with a margin that makes them easy to hit."""
        return QSize(16, 22)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Emit `pressed`, which starts to write the file."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin = event.position().toPoint()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pressed.emit(self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Emit `pulled` once the mouse has moved far enough."""
        if self._begin is None:
            return
        moved = event.position().toPoint() - self._begin
        if moved.manhattanLength() >= QApplication.startDragDistance():
            self._begin = None
            self.pulled.emit(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Emit `released`."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.let_go()
            self.released.emit(self)

    def let_go(self) -> None:
        """Reset the cursor after a drag."""
        self._begin = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit `copied` for Return."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.copied.emit(self)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus has left."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dots, brighter with the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole.Highlight if self.hasFocus() else QPalette.ColorRole.PlaceholderText
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(role))
        middle = QRectF(self.rect()).center()
        for row in (-1, 0, 1):
            for side in (-0.5, 0.5):
                left, top = middle.x() + side * _GAP - _DOT / 2, middle.y() + row * _GAP - _DOT / 2
                painter.drawEllipse(QRectF(left, top, _DOT, _DOT))


class SoundDrag(QObject):
    """Writes the files of grips, and starts drags and copies of them.

    Parameters
    ----------
    name : callable
        Returns the name of the project, with which the files' names begin.
    """

    def __init__(
        self, sketch: Sketch, worker: Worker, name: Callable[[], str], notice: Notice, window: QWidget
    ) -> None:
        super().__init__(window)
        self._sketch, self._worker, self._name, self._notice = sketch, worker, name, notice
        self._folder = cache_dir() / "dragged"
        self._files: dict[str, tuple[Any, Path]] = {}  # by key: the values that the file was made from, and its path
        self._making: dict[str, Any] = {}
        self._used: set[Path] = set()
        self._held: SoundGrip | None = None
        self._then: dict[str, Callable[[Path], object]] = {}
        self._remove_old()

    def watch(self, grip: SoundGrip) -> None:
        """Handle the events of a grip."""
        grip.pressed.connect(self._on_pressed)
        grip.pulled.connect(self._on_pulled)
        grip.released.connect(self._on_released)
        grip.copied.connect(self._on_copied)

    def close(self) -> None:
        """Remove the files that were neither dragged nor copied."""
        for _, path in self._files.values():
            self._remove(path)

    # Events of grips

    def _on_pressed(self, grip: SoundGrip) -> None:
        self._held = grip
        self._then.pop(grip.key, None)
        self._make(grip.key)

    def _on_pulled(self, grip: SoundGrip) -> None:
        self._when_made(grip.key, lambda path: self._drag(grip, path))

    def _on_released(self, grip: SoundGrip) -> None:
        self._held = None
        if self._then.pop(grip.key, None) is not None:
            self._notice.tell(tr("The sound was not finished yet when you let go. Drag it again in a moment."))

    def _on_copied(self, grip: SoundGrip) -> None:
        self._make(grip.key)
        self._when_made(grip.key, self._copy)

    def _drag(self, grip: SoundGrip, path: Path) -> None:
        # Deferred: a drag runs its own event loop, and would block the signal of the worker that led here.
        QTimer.singleShot(0, grip, partial(self._drag_now, grip, path))

    def _drag_now(self, grip: SoundGrip, path: Path) -> None:
        if self._held is not grip:
            return
        self._held = None
        drag = QDrag(grip)
        drag.setMimeData(_mime_data(path))
        drag.setPixmap(_label(path.name, grip))
        self._used.add(path)
        drag.exec(Qt.DropAction.CopyAction)
        grip.let_go()

    def _copy(self, path: Path) -> None:
        self._used.add(path)
        QGuiApplication.clipboard().setMimeData(_mime_data(path))
        self._notice.tell(tr("Copied {name}, to be pasted into a file manager or a DAW.", name=path.name))

    # The file

    def _when_made(self, key: str, callback: Callable[[Path], object]) -> None:
        """Call a function with a file, as soon as that is complete."""
        if key in self._making:
            self._then[key] = callback
        elif key in self._files:
            callback(self._files[key][1])

    def _make(self, key: str) -> None:
        """Write the file of a layer or of the mix, unless it exists or is being written."""
        from riffdesk.audio.filing.export.export import ExportRequest, export
        from riffdesk.engine.layer_sound import complete, quality_name

        self._sketch.settle()
        document, content = self._needed(key)
        made, path = self._files.get(key, (None, None))
        if self._making.get(key) == content or (made == content and path is not None and path.exists()):
            return
        if path is not None:
            del self._files[key]
            self._remove(path)
        self._making[key] = content
        quality = self._sketch.render.quality
        what = tr("the mix") if key == MIX else document.layer(key).name
        folder, name = self._folder / uuid.uuid4().hex, self._name()

        def write(finished: State) -> None:
            left_out = frozenset(layer.id for layer in finished.layers if layer.id != key)
            request = ExportRequest(finished, folder, name, stems=key != MIX, mix=key == MIX, left_out=left_out)
            self._worker.submit(export, request, tr("Writing the file of {what}", what=what), done, fail)

        done, fail = partial(self._on_written, key, content), partial(self._on_failed, key, content)
        if not any(layer.sound.unfinished for layer in document.layers):
            write(document)
            return
        finish = partial(complete, quality=quality)
        self._worker.submit(
            finish,
            document,
            tr("Making the sound of {what} in {quality} quality", what=what, quality=quality_name(quality)),
            write,
            fail,
        )

    def _on_written(self, key: str, content: Any, report: ExportReport) -> None:
        (path,) = report.paths
        if self._making.get(key) != content:
            self._remove(path)
            return
        del self._making[key]
        self._files[key] = content, path
        callback = self._then.pop(key, None)
        if callback is not None:
            callback(path)

    def _on_failed(self, key: str, content: Any, error: Exception) -> None:
        if self._making.get(key) == content:
            del self._making[key]
            self._then.pop(key, None)
        if not isinstance(error, Cancelled):
            self._notice.report(error)

    def _needed(self, key: str) -> tuple[State, Any]:
        """Return a document in which only the dragged layers have sound, and the values that the file depends on."""
        state = self._sketch.state
        wanted = audible_layers(state) if key == MIX else (state.layer(key),)
        silent = (layer if layer in wanted else replace(layer, sound=Sound()) for layer in state.layers)
        document = replace(state, layers=tuple(silent))
        audible = {layer.id for layer in audible_layers(state)}
        layers = tuple(
            (layer.id, layer.name, layer.gain_db, layer.pan, layer.sound, layer.recipe, layer.id in audible)
            for layer in wanted
        )
        names = tuple(layer.id for layer in state.layers)  # a file's name contains the layer's number
        rhythm = state.samples, state.circular, state.tempo, state.beats_per_bar, state.params
        return document, (self._name(), self._sketch.render.quality, names, layers, rhythm)

    def _remove(self, path: Path) -> None:
        """Remove a file that was neither dragged nor copied."""
        if path not in self._used:
            shutil.rmtree(path.parent, ignore_errors=True)

    def _remove_old(self) -> None:
        """Remove files that were dragged more than a week ago, in a background thread."""
        folder, now = self._folder, time.time()

        def remove() -> None:
            if not folder.is_dir():
                return
            for entry in os.scandir(folder):
                if now - entry.stat(follow_symlinks=False).st_mtime > _KEPT_SECONDS:
                    shutil.rmtree(entry.path, ignore_errors=True)

        threading.Thread(target=remove, daemon=True).start()


def _mime_data(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def _label(text: str, like: QWidget) -> QPixmap:
    """Return the picture of a name that is shown at the pointer during a drag."""
    metrics, palette = like.fontMetrics(), like.palette()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, 320)
    size = QSize(metrics.horizontalAdvance(shown) + 20, metrics.height() + 10)
    ratio = like.devicePixelRatioF()
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(like.font())
    painter.setBrush(palette.color(QPalette.ColorRole.Button))
    painter.setPen(palette.color(QPalette.ColorRole.Highlight))
    painter.drawRoundedRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1), 5, 5)
    painter.setPen(palette.color(QPalette.ColorRole.ButtonText))
    painter.drawText(QRect(QPoint(0, 0), size), Qt.AlignmentFlag.AlignCenter, shown)
    painter.end()
    return pixmap
