"""The entries that a search found as a Qt model, which reads a page of them from the database when it is shown.

It has the ids of all entries, 8 bytes each, so that the scroll bar shows the position; a page takes 2 ms to read.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import QImage, QPixmap

from riffdesk.errors import readable
from riffdesk.language import plural
from riffdesk.store.library.entry import Entry
from riffdesk.store.library.library import Library
from riffdesk.ui.canvas.plot.layer_image import map_palette
from riffdesk.ui.plain_text import plain, wrapped

ENTRY_ROLE = Qt.ItemDataRole.UserRole
MISSING_ROLE = Qt.ItemDataRole.UserRole + 1
MIME = "application/x-riffdesk-library"
"""Type of dragged data with the ids of entries."""

_PAGE = 32
_PAGES = 100
_PICTURES = 2_000

Index = QModelIndex | QPersistentModelIndex


class EntryModel(QAbstractListModel):
    """The entries of a search.

    Parameters
    ----------
    library : callable
        Returns the library, opened in the GUI thread for reading; None if it cannot be.
    """

    renamed = Signal(int, str)
    """The user has given an entry, by its id, another name."""

    def __init__(self, library: Callable[[], Library | None], parent: Any = None) -> None:
        super().__init__(parent)
        self._library = library
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, tuple[Entry, bool]]] = OrderedDict()
        self._pictures: OrderedDict[int, QPixmap] = OrderedDict()
        self.colour_map = "magma"

    @property
    def ids(self) -> array[int]:
        """Ids of all entries, in order."""
        return self._ids

    def set_ids(self, ids: array[int]) -> None:
        """Show other entries, or the same ones, read again."""
        for one in [one for one, picture in self._pictures.items() if picture.isNull()]:
            del self._pictures[one]  # it may have been measured meanwhile
        if ids == self._ids:
            self._pages.clear()
            if len(ids):
                self.dataChanged.emit(self.index(0), self.index(len(ids) - 1))
            return
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Return the entry of a row; None if it was removed meanwhile."""
        found = self._found(row)
        return None if found is None else found[0]

    def row_of(self, entry_id: int) -> int:
        """Return the row of an entry; -1 if it is not in the list."""
        try:
            return self._ids.index(entry_id)
        except ValueError:
            return -1

    def change(self, entry_id: int, **fields: Any) -> None:
        """Show other values of an entry until its page is read again."""
        row = self.row_of(entry_id)
        found = self._found(row) if row >= 0 else None
        if found is not None:
            self._pages[row // _PAGE][entry_id] = replace(found[0], **fields), found[1]
            self.dataChanged.emit(self.index(row), self.index(row))

    # Qt's interface

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt's
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name, the entry, or its description of a row."""
        found = self._found(index.row()) if index.isValid() else None
        if found is None:
            return None
        entry, missing = found
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return entry.name
            case Qt.ItemDataRole.UserRole:
                return entry
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(
                    (entry.name, plural(entry.stars, "{count} star", "{count} stars"), *facts_of(entry), *entry.tags)
                )
            case Qt.ItemDataRole.ToolTipRole:
                place = readable(str(entry.path)) if entry.in_place else ""
                lines = entry.name, entry.prompt[:500], ", ".join(facts_of(entry)), place
                return plain(wrapped("\n".join(filter(None, lines))))
        return missing if role == MISSING_ROLE else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Emit `renamed` if a name was typed."""
        entry = self.entry(index.row())
        if role != Qt.ItemDataRole.EditRole or entry is None or not str(value).strip():
            return False
        if value != entry.name:
            self.renamed.emit(entry.id, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Entries can be selected, dragged and renamed."""
        flag = Qt.ItemFlag
        return flag.ItemIsSelectable | flag.ItemIsEnabled | flag.ItemIsDragEnabled | flag.ItemIsEditable

    def supportedDragActions(self) -> Qt.DropAction:
        """Dragged entries are copied."""
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Return the types of dragged data."""
        return [MIME, "text/uri-list"]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]
        """Return the files of entries, for other programs, and their ids, for the canvas."""
        entries = [entry for index in indexes if (entry := self.entry(index.row())) is not None]
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(entry.path)) for entry in entries if not entry.missing])
        data.setData(MIME, QByteArray(",".join(str(entry.id) for entry in entries).encode()))
        return data

    def picture(self, row: int) -> QPixmap | None:
        """Return the picture of a row; None if it has none."""
        entry_id = self._ids[row]
        if entry_id not in self._pictures:
            self._read_pictures(row)
        picture = self._pictures.get(entry_id)
        return None if picture is None or picture.isNull() else picture

    def forget_pictures(self) -> None:
        """Draw the pictures again, in other colours."""
        self._pictures.clear()
        if len(self._ids):
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def _found(self, row: int) -> tuple[Entry, bool] | None:
        """Return the entry of a row and whether its file is missing; reads its page if necessary."""
        if not 0 <= row < len(self._ids):
            return None
        number = row // _PAGE
        if number not in self._pages:
            library = self._library()
            if library is None:
                return None
            entries = library.entries(self._ids[number * _PAGE : (number + 1) * _PAGE])
            self._pages[number] = {entry.id: (entry, entry.missing) for entry in entries}
            if len(self._pages) > _PAGES:
                self._pages.popitem(last=False)
        return self._pages[number].get(self._ids[row])

    def _read_pictures(self, row: int) -> None:
        """Read the pictures of the rows around one."""
        library = self._library()
        ids = [one for one in self._ids[max(0, row - 1) : row + 11] if one not in self._pictures]
        pictures = library.pictures(ids) if library is not None else {}
        for one in ids:
            self._pictures[one] = coloured(pictures.get(one, b""), self.colour_map)
        while len(self._pictures) > _PICTURES:
            self._pictures.popitem(last=False)


def facts_of(entry: Entry) -> tuple[str, ...]:
    """Return tempo, key, length and model of an entry as short texts, without unknown ones."""
    minutes, seconds = divmod(entry.seconds, 60)
    length = f"{minutes:.0f}:{seconds:04.1f}" if minutes else f"{seconds:.1f} s"
    return tuple(filter(None, (f"{entry.tempo:.4g} bpm" if entry.tempo else "", entry.key, length, entry.model)))


def coloured(png: bytes, colour_map: str) -> QPixmap:
    """Return a grey picture in the colours of a colour map; a null pixmap for none."""
    image = QImage.fromData(QByteArray(png)) if png else QImage()
    if image.isNull():
        return QPixmap()
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    indexed = QImage(
        image.constBits(), image.width(), image.height(), image.bytesPerLine(), QImage.Format.Format_Indexed8
    )
    indexed.setColorTable(_palette(colour_map))
    return QPixmap.fromImage(indexed)


@lru_cache(maxsize=8)
def _palette(colour_map: str) -> list[int]:
    return [int(colour) for colour in map_palette(colour_map, 0, 1.2)]
