"""The key of the listening tool: a tap activates the tool; while held, it plays the sound under the pointer."""

from __future__ import annotations

import time
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication

from riffdesk.ui.canvas.canvas import SpectrogramCanvas

_TOOL = "toolListen"
_HELD_SECONDS = 0.25  # a key that is down for longer is held, not tapped


class ListeningKey(QObject):
    """Returns to the previous tool when the held key is released.

    Parameters
    ----------
    canvas : SpectrogramCanvas
    actions : mapping
        The window's actions by name.
    application : QApplication
        The source of key events.
    """

    def __init__(
        self, canvas: SpectrogramCanvas, actions: Mapping[str, QAction], application: QApplication, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._canvas, self._actions, self._application = canvas, actions, application
        self._before: str | None = None
        self._since = 0.0
        actions[_TOOL].setAutoRepeat(False)
        actions[_TOOL].installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin when the key is pressed, end when it is released."""
        if watched is self._actions[_TOOL]:
            if event.type() == QEvent.Type.Shortcut and self._before is None:
                self._begin()
        elif self._before is not None and _ends(event):
            self._end(self._before)
        return False

    def _begin(self) -> None:
        self._before, self._since = self._canvas.settings.tool, time.monotonic()
        self._application.installEventFilter(self)
        QTimer.singleShot(0, self, self._listen)  # when the tool is active

    def _listen(self) -> None:
        if self._before is not None:
            self._canvas.listen_to_pointer(True)

    def _end(self, before: str) -> None:
        self._before = None
        self._application.removeEventFilter(self)
        self._canvas.listen_to_pointer(False)
        if time.monotonic() - self._since >= _HELD_SECONDS and self._canvas.settings.tool == _TOOL:
            self._actions[before].trigger()


def _ends(event: QEvent) -> bool:
    if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
        return not event.isAutoRepeat()
    return event.type() == QEvent.Type.WindowDeactivate
