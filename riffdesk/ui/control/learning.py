"""MIDI learn: the next controller or key that moves is bound to what was chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from riffdesk.control.messages import Controller, Moved
from riffdesk.language import tr


class Learning(QObject):
    """Waits for a controller; Esc ends the waiting."""

    changed = Signal()
    """It has begun or ended."""
    learned = Signal(str, object)
    """The name of a target, and the `Controller` that moved."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._target = ""

    @property
    def waits(self) -> bool:
        """Whether it waits for a controller."""
        return bool(self._target)

    def begin(self, target: str) -> None:
        """Wait for the controller of a target."""
        self._end()
        self._target = target
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self.changed.emit()

    def cancel(self) -> None:
        """Wait no longer."""
        if self.waits:
            self._end()
            self.changed.emit()

    def take(self, move: Moved) -> bool:
        """Take a move; return whether it was waited for. A key or button that is released is none."""
        if not self.waits or not move.peak:
            return self.waits
        target, controller = self._target, move.controller
        self._end()
        self.changed.emit()
        self.learned.emit(target, controller)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End at Esc, which then does nothing else."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.waits:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.cancel()
                return True
        return False

    def _end(self) -> None:
        self._target = ""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)


def sentence_about(controller: Controller, moves: str, instead: str) -> str:
    """Return the question about a controller that is bound already."""
    return tr(
        "{title} is bound to “{moves}” already. Bind it to “{instead}” instead?",
        title=controller.title,
        moves=moves,
        instead=instead,
    )
