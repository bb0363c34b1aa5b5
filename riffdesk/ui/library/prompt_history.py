"""The used prompts: Up in an empty prompt field recalls them, and a list with a search field shows all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from riffdesk.language import tr
from riffdesk.store.library.library import Library
from riffdesk.store.library.prompts import MAX_PROMPTS, UsedPrompt, used_prompts
from riffdesk.ui.fields import TextField
from riffdesk.ui.library.library_thread import LibraryThread
from riffdesk.ui.plain_text import plain
from riffdesk.ui.riff.prompt.prompt_panel import PromptPanel

_WIDTH, _HEIGHT = 360, 260  # pixels
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PromptHistory(QObject):
    """Keeps the prompt field's list of earlier prompts up to date, and shows the list of all.

    Parameters
    ----------
    panel : PromptPanel
    thread : LibraryThread
        Reads the prompts.
    """

    def __init__(self, panel: PromptPanel, thread: LibraryThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._thread = panel, thread
        self._popup: HistoryPopup | None = None
        panel.prompt.history_wanted.connect(self.refresh)
        panel.history.clicked.connect(self.show)

    def refresh(self) -> None:
        """Read the prompts again."""
        self._thread.submit(_read, self._set)

    def show(self) -> None:
        """Show the list of prompts under the prompt field."""
        self._thread.submit(_read, self._show)

    def _set(self, prompts: list[UsedPrompt]) -> None:
        self._panel.prompt.earlier = [used.prompt for used in prompts]

    def _show(self, prompts: list[UsedPrompt]) -> None:
        self._set(prompts)
        popup = self._popup = HistoryPopup(prompts, self._panel)
        field = self._panel.prompt
        popup.resize(max(field.width(), _WIDTH), _HEIGHT)
        place = field.mapToGlobal(QPoint(field.width() - popup.width(), field.height()))
        area = field.screen().availableGeometry()
        popup.move(max(area.left(), place.x()), min(place.y(), area.bottom() - popup.height()))
        popup.list.itemActivated.connect(self._take)
        popup.list.itemClicked.connect(self._take)
        popup.show()
        popup.search.setFocus()

    def _take(self, item: QListWidgetItem) -> None:
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self._panel.prompt.setPlainText(item.data(Qt.ItemDataRole.UserRole))
        self._panel.prompt.setFocus()


class HistoryPopup(QFrame):
    """A search field over the list of used prompts, the latest first."""

    def __init__(self, prompts: list[UsedPrompt], parent: PromptPanel) -> None:
        super().__init__(parent, Qt.WindowType.Popup, objectName="commandPalette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._prompts = prompts
        self.search = TextField(objectName="historySearch", placeholderText=tr("Search your earlier prompts"))
        self.search.setAccessibleName(tr("Search earlier prompts"))
        self.list = QListWidget(objectName="historyList", accessibleName=tr("Earlier prompts, the latest first"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self._fill("")

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Move in the list with the arrow keys, take a prompt with Return, and close with Esc."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _LIST_KEYS:
            self.list.event(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.list.currentItem() is not None:
                self.list.itemActivated.emit(self.list.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _fill(self, text: str) -> None:
        self.list.clear()
        words = text.casefold().split()
        for used in self._prompts:
            if all(word in used.prompt.casefold() for word in words):
                item = QListWidgetItem(" ".join(used.prompt.split()), self.list)
                item.setData(Qt.ItemDataRole.UserRole, used.prompt)
                item.setToolTip(plain(used.prompt))
        self.list.setCurrentRow(0)


def _read(library: Library) -> list[UsedPrompt]:
    return used_prompts(library.database, count=MAX_PROMPTS)
