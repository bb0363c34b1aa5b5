"""The list or grid of the library, with its keys: arrows hear, Return adds, 0 to 5 rate, F2 renames, Delete."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QDrag, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from riffdesk.language import tr
from riffdesk.store.library.entry import MAX_STARS, Entry
from riffdesk.ui.button_keys import is_plain, keep_from_shortcuts
from riffdesk.ui.fields import give_back_focus
from riffdesk.ui.library.entries.entry_delegate import EntryDelegate
from riffdesk.ui.library.entries.entry_model import EntryModel
from riffdesk.ui.plain_text import wrapped

_HOVER_MS = 250
STAR_KEYS = {Qt.Key(Qt.Key.Key_0 + number): number for number in range(MAX_STARS + 1)}
"""Keys that give stars, and how many."""
_OWN_KEYS = (
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2, Qt.Key.Key_Escape,
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip
_GRID_KEYS = Qt.Key.Key_Left, Qt.Key.Key_Right
GRID = tr("Grid", meaning="pictures side by side")
"""The arrangement as pictures, on the button for it."""
_TIP = tr("Up and Down hear a riff, Return adds it as a layer, 0 to 5 give it stars, F2 renames it, Delete removes it")


class EntryView(QListView):
    """A list or a grid of entries; drags them out as files."""

    rated = Signal(int)
    """A digit was pressed: stars for the selected entries."""
    activated_entry = Signal()
    """Return was pressed, or an entry double-clicked."""
    deleted = Signal()
    """Delete was pressed."""
    undone = Signal()
    """Ctrl+Z was pressed."""
    left = Signal()
    """Esc was pressed."""
    rested = Signal(QPersistentModelIndex)
    """The pointer rests on an entry."""

    def __init__(self, model: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="libraryView", accessibleName=tr("Riffs of the library"))
        self.setToolTip(wrapped(_TIP))
        self.setModel(model)
        self.delegate = EntryDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.entered.connect(self._on_entered)
        self.doubleClicked.connect(lambda _: self.activated_entry.emit())
        self._under: QPersistentModelIndex | None = None
        self._rest = QTimer(self, singleShot=True, interval=_HOVER_MS)
        self._rest.timeout.connect(self._on_rest)

    def set_grid(self, on: bool) -> None:
        """Show a grid of tiles, or a list; the current entry stays in view."""
        policy = Qt.ScrollBarPolicy
        # Qt reserves space for a possible scroll bar; if it is visible, the tiles fill the full width.
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if on else policy.ScrollBarAsNeeded)
        self.setFlow(QListView.Flow.LeftToRight if on else QListView.Flow.TopToBottom)
        self.setWrapping(on)
        self.setResizeMode(QListView.ResizeMode.Adjust if on else QListView.ResizeMode.Fixed)
        self.delegate.grid_width = self._grid_width() if on else 0
        self._set_entry_size()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new width with tiles."""
        if self.delegate.grid_width:
            self.delegate.grid_width = self._grid_width()
        self._set_entry_size()
        super().resizeEvent(event)

    def _set_entry_size(self) -> None:
        """Set one size for all entries: a layout of 50,000 with individual sizes takes 0.5 s, this one 45 ms."""
        size = self.delegate.size(self.fontMetrics().lineSpacing())
        if size != self.gridSize():
            self.setGridSize(size)
            self.doItemsLayout()

    def _grid_width(self) -> int:
        return max(1, self.viewport().width() - 1)  # Qt breaks a line that is exactly full

    def selected_entries(self) -> list[Entry]:
        """Return the selected entries, from top to bottom."""
        model, rows = self._entry_model(), sorted(index.row() for index in self.selectionModel().selectedRows())
        return [entry for row in rows if (entry := model.entry(row)) is not None]

    def current_entry(self) -> Entry | None:
        """Return the entry with the focus; None if there is none."""
        index = self.currentIndex()
        return self._entry_model().entry(index.row()) if index.isValid() else None

    def _entry_model(self) -> EntryModel:
        model = self.model()
        assert isinstance(model, EntryModel)
        return model

    def event(self, event: QEvent) -> bool:
        """Keep the list's own keys from being shortcuts of the window."""
        return keep_from_shortcuts(event, self._is_own) or super().event(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return True
        own = *_OWN_KEYS, *STAR_KEYS, *(_GRID_KEYS if self.delegate.grid_width else ())
        return is_plain(event) and event.key() in own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the list's own keys."""
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        elif not self._is_own(event):
            super().keyPressEvent(event)
        elif key in STAR_KEYS:
            self.rated.emit(STAR_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated_entry.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit()
        elif key == Qt.Key.Key_F2:
            self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
            give_back_focus(self)
        else:
            super().keyPressEvent(event)

    def copy_files(self) -> None:
        """Put the files of the selected entries on the clipboard."""
        QGuiApplication.clipboard().setMimeData(self._entry_model().mimeData(self.selectionModel().selectedRows()))

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the selected entries, with the picture of the first one."""
        indexes = self.selectionModel().selectedRows()
        if not indexes:
            return
        drag = QDrag(self)
        drag.setMimeData(self._entry_model().mimeData(indexes))
        drag.setPixmap(self._entry_model().picture(indexes[0].row()) or QPixmap())
        drag.exec(Qt.DropAction.CopyAction)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stop waiting for a rest of the pointer outside of entries."""
        super().mouseMoveEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid():
            self._rest.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Stop waiting for a rest of the pointer."""
        self._rest.stop()
        super().leaveEvent(event)

    def _on_entered(self, index: QModelIndex) -> None:
        self._under = QPersistentModelIndex(index)
        self._rest.start()

    def _on_rest(self) -> None:
        if self._under is not None and self._under.isValid():
            self.rested.emit(self._under)
