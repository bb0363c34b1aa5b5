"""Messages to the user: notices over the canvas, and the dialog for bugs."""

from __future__ import annotations

import platform
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
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
from riffdesk.language import tr
from riffdesk.ui.accessible import announce
from riffdesk.ui.icons import icon
from riffdesk.ui.plain_text import PlainLabel
from riffdesk.ui.theme import Colours, resize_within_screen

_SHOWN_MS = 6_000
_MAX_SHOWN = 3
_LOG_LENGTH = 200
_MAX_WIDTH, _GAP = 760, 8  # pixels
_BUG_SIZE = 680, 400
_PLACED_AT = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show)


@dataclass(frozen=True)
class Message:
    """A message and its time."""

    when: datetime
    text: str


class Notice(QWidget):
    """Shows messages over the canvas, the oldest first; each can be closed.

    Information disappears after 6 s; warnings stay until they are closed, and offers until the user chooses. At most
    three messages are visible, and the others wait. `messages` has the last 200.

    Parameters
    ----------
    over : QWidget
        The widget that the messages cover, or one around it, see `keep_over`.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("notices")
        self.setAccessibleName(tr("Messages"))
        self.messages: deque[Message] = deque(maxlen=_LOG_LENGTH)
        self._over = over
        self._top: QWidget = over
        self._look: Colours | None = None
        self._cards: list[_Card] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        over.installEventFilter(self)
        self.hide()

    def keep_over(self, canvas: QWidget) -> None:
        """Keep to the upper edge of a child of the widget: bars above it have buttons, which must stay visible."""
        self._top = canvas
        canvas.installEventFilter(self)

    @property
    def text(self) -> str:
        """Text of the last message; '' if there is none."""
        return self.messages[-1].text if self.messages else ""

    def set_look(self, look: Colours) -> None:
        """Apply the colours of a theme."""
        self._look = look
        for card in self._cards:
            card.set_look(look)

    def tell(self, text: str) -> None:
        """Show information for a few seconds."""
        self._add(text, stays=False)

    def warn(self, text: str) -> None:
        """Show a warning until the user closes it."""
        self._add(text, stays=True)

    def offer(self, text: str, *choices: tuple[str, Callable[[], object]]) -> None:
        """Show a message with buttons until the user clicks one or closes it.

        Parameters
        ----------
        text : str
        *choices : (title, callback)
            The buttons.
        """
        self._add(text, *choices, stays=True)

    @contextmanager
    def reporting_errors(self) -> Iterator[None]:
        """Show a `UserError` of the ``with`` block as a warning."""
        try:
            yield
        except UserError as error:
            self.warn(str(error))

    def report(self, error: BaseException) -> None:
        """Show an error: a cancel as information, an expected error as a warning, any other in the dialog for bugs."""
        if isinstance(error, Cancelled):
            self.tell(tr("Cancelled."))
        elif isinstance(error, RiffdeskError):
            self.warn(str(error))
        else:
            show_bug(error, self.window())

    def clear(self) -> None:
        """Close all messages."""
        for card in tuple(self._cards):
            self._remove(card)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place the messages again when the canvas is moved or resized."""
        if watched in (self._over, self._top) and event.type() in _PLACED_AT:
            self._place()
        return False

    def _add(self, text: str, *choices: tuple[str, Callable[[], object]], stays: bool) -> None:
        self.messages.append(Message(datetime.now(), text))
        for card in tuple(self._cards):
            if card.text == text or not (stays or card.stays):
                self._remove(card)  # a repetition, or information that the new message replaces
        card = _Card(text, choices, stays, self)
        card.closed.connect(lambda: self._remove(card))
        if self._look is not None:
            card.set_look(self._look)
        self._cards.append(card)
        self._column.addWidget(card)
        self._show_first()
        announce(self, text)

    def _remove(self, card: _Card) -> None:
        if card in self._cards:
            self._cards.remove(card)
            self._column.removeWidget(card)
            card.hide()  # the window gives its focus to the canvas
            card.setParent(None)
            card.deleteLater()
            self._show_first()

    def _show_first(self) -> None:
        # Information is always visible; warnings and offers take the remaining space.
        transient = [card for card in self._cards if not card.stays]
        staying = [card for card in self._cards if card.stays][: max(1, _MAX_SHOWN - len(transient))]
        for card in self._cards:
            card.show_now(card in transient or card in staying)
        self.setVisible(bool(self._cards))
        self._place()

    def _place(self) -> None:
        """Place the messages at the upper edge of the canvas."""
        width = min(_MAX_WIDTH, self._over.width() - 2 * _GAP)
        height = self._column.heightForWidth(width) if self._column.hasHeightForWidth() else self.sizeHint().height()
        top = self._top.y() if self._top is not self._over else 0
        self.setGeometry((self._over.width() - width) // 2, top + _GAP, width, height)
        self.raise_()


class _Card(QFrame):
    """A message with its buttons, and a button that closes it."""

    closed = Signal()

    def __init__(
        self, text: str, choices: tuple[tuple[str, Callable[[], object]], ...], stays: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.text, self.stays = text, stays
        label = PlainLabel(text, wordWrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(text)
        self._close = QToolButton(toolTip=tr("Close"), accessibleName=tr("Close message"))
        self._close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(label, 1)
        for title, callback in choices:
            button = QPushButton(title, objectName="choice")
            button.clicked.connect(self.closed)
            button.clicked.connect(lambda _=False, callback=callback: callback())
            row.addWidget(button)
        row.addWidget(self._close, 0)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.closed)

    def set_look(self, look: Colours) -> None:
        """Apply the colours of a theme."""
        self._close.setIcon(icon("close", look))

    def show_now(self, on: bool) -> None:
        """Show or hide the message; the time of information starts when it is shown."""
        self.setVisible(on)
        if on and not self.stays and not self._timer.isActive():
            self._timer.start()


class BugDialog(QDialog):
    """Reports a bug, with details to copy."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bugDialog")
        self.setWindowTitle(tr("Something went wrong in riffdesk"))
        note = tr("This is a bug, not something you did. Your sketch is still here: save it, to be safe.")
        text = QPlainTextEdit(details, readOnly=True, accessibleName=tr("Details of the bug"))
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        text.setTabChangesFocus(True)
        self._details = details
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = self._buttons.addButton(tr("Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self._copy)
        self.copy.setAccessibleDescription(note)
        self.copy.setDefault(True)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(note, wordWrap=True))
        column.addWidget(text)
        column.addWidget(self._buttons)
        resize_within_screen(self, *_BUG_SIZE)
        self.copy.setFocus()

    def _copy(self) -> None:
        """Copy the details and say so; the next Return closes the dialog."""
        QGuiApplication.clipboard().setText(self._details)
        self.copy.setText(tr("Copied"))
        announce(self, tr("The details are copied."))
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        close.setFocus()


def show_bug(error: BaseException, parent: QWidget | None) -> None:
    """Open the dialog for a bug, without blocking the window."""
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
        """Set ``sys.excepthook``."""
        sys.excepthook = self._on_exception

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            show_bug(error.with_traceback(trace), self._window)
