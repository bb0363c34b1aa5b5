"""Creates parts of the window that its first picture does not show after that, one step at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class DeferredMaking(QObject):
    """Makes parts of a window after its first picture.

    Parameters
    ----------
    window : QWidget
        Not shown yet.
    steps : iterable of callable
        Each makes a part, and does nothing if it exists already. They are called in turn by the event loop.
    """

    def __init__(self, window: QWidget, steps: Iterable[Callable[[], object]]) -> None:
        super().__init__(window)
        self._steps = list(reversed(list(steps)))
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)
        window.installEventFilter(self)

    @property
    def done(self) -> bool:
        """Whether all parts are made."""
        return not self._steps

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        """Begin when the window has been painted."""
        if event.type() == QEvent.Type.Paint:
            window.removeEventFilter(self)
            self._timer.start()
        return False

    def _step(self) -> None:
        if self._steps:
            self._steps.pop()()
        else:
            self._timer.stop()
