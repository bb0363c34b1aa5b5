"""The one way in which something is said to the user: a calm bar for what can be mended, a dialog for bugs."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from riffdesk import __version__
from riffdesk.engine.remote.process import EngineBug
from riffdesk.errors import Cancelled, RiffdeskError, UserError
from riffdesk.ui.theme import Colours, icon

_SHOWN_MS = 6_000


class Notice(QFrame):
    """A sentence above the canvas that can be closed; what merely informs goes by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName("Message")
        self._text = QLabel(wordWrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = QToolButton(toolTip="Close", accessibleName="Close message")
        self._close.clicked.connect(self.hide)
        self._choices = QHBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self._text, 1)
        row.addLayout(self._choices)
        row.addWidget(self._close, 0)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, or shown last."""
        return self._text.text()

    def set_look(self, look: Colours) -> None:
        """Take over a theme's colours."""
        self._close.setIcon(icon("close", look))

    def tell(self, text: str) -> None:
        """Show something good to know for a few seconds."""
        self._show(text)
        self._timer.start()

    def warn(self, text: str) -> None:
        """Show what went wrong until the user closes it."""
        self._show(text)
        self._timer.stop()

    def offer(self, text: str, *choices: tuple[str, Callable[[], object]]) -> None:
        """Say something and offer what can be done about it, until the user has chosen or closes it."""
        self._show(text)
        self._timer.stop()
        for title, act in choices:
            button = QPushButton(title, objectName="choice")
            button.clicked.connect(self.hide)
            button.clicked.connect(lambda _=False, act=act: act())
            self._choices.addWidget(button)

    @contextmanager
    def calmly(self) -> Iterator[None]:
        """Show a `UserError` as a sentence."""
        try:
            yield
        except UserError as error:
            self.warn(str(error))

    def report(self, error: BaseException) -> None:
        """Show an error in the way that fits it: quietly, as a sentence, or as a bug."""
        if isinstance(error, Cancelled):
            self.tell("Cancelled.")
        elif isinstance(error, RiffdeskError):
            self.warn(str(error))
        else:
            show_bug(error, self.window())

    def _show(self, text: str) -> None:
        for button in self.findChildren(QPushButton):
            self._choices.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        self._text.setText(text)
        self.show()


class BugDialog(QDialog):
    """Says that riffdesk has a bug, with details to copy into a report."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong in riffdesk")
        self.setMinimumSize(560, 360)
        text = QPlainTextEdit(details, readOnly=True, accessibleName="Details of the bug")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton("Copy details", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        note = "This is a bug, not something you did. Your sketch is still here: save it, to be safe."
        column.addWidget(QLabel(note, wordWrap=True))
        column.addWidget(text)
        column.addWidget(buttons)


def show_bug(error: BaseException, parent: QWidget | None) -> None:
    """Open a dialog about a bug; the window goes on working behind it."""
    details = str(error) if isinstance(error, EngineBug) else "".join(traceback.format_exception(error))
    print(details, file=sys.stderr)
    about = f"riffdesk {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n"
    dialog = BugDialog(about + details, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


class BugHook(QObject):
    """Shows uncaught exceptions of the GUI thread instead of losing them on standard error."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def install(self) -> None:
        """Become the handler of uncaught exceptions."""
        sys.excepthook = self._on_exception

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            show_bug(error.with_traceback(trace), self._window)
