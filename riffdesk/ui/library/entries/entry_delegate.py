"""Draws the entries of the library: picture, name, stars, facts, tags and date; a click on a star rates."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPalette, QPixmap, QPolygonF
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from riffdesk.language import tr
from riffdesk.language.dates import short_date
from riffdesk.store.library.entry import MAX_STARS, Entry
from riffdesk.ui.fields import TextField
from riffdesk.ui.library.entries.entry_model import ENTRY_ROLE, MISSING_ROLE, EntryModel, facts_of
from riffdesk.ui.library.entries.entry_places import STAR, EntryPlaces, row_places, row_size, tile_places, tile_size
from riffdesk.ui.theme import DARK, Colours

Index = QModelIndex | QPersistentModelIndex

_TINT = 0.16  # opacity of the selection
# A star of five points in a square of side 1, every second point of a decagon near the centre.
_STAR_POINTS = (
    (0.5, 0.04), (0.63, 0.36), (0.98, 0.38), (0.71, 0.6), (0.8, 0.94), (0.5, 0.75), (0.2, 0.94), (0.29, 0.6),
    (0.02, 0.38), (0.37, 0.36),
)  # fmt: skip


class EntryDelegate(QStyledItemDelegate):
    """Draws an entry in three lines beside its picture, or in a grid below it."""

    rated = Signal(int, int)
    """The user has clicked on a star: the entry's id, and its number of stars now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look: Colours = DARK
        self.playing: int | None = None
        """Id of the played entry."""
        self.grid_width = 0
        """Width in pixels that the tiles of a grid fill; 0 for a list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Three lines, or the picture."""
        return self.size(option.fontMetrics.lineSpacing())

    def size(self, line: int) -> QSize:
        """Return the size of every entry, with lines of a height in pixels."""
        return tile_size(self.grid_width, line) if self.grid_width else row_size(line)

    def places(self, option: QStyleOptionViewItem) -> EntryPlaces:
        """Return the places of the parts of an entry."""
        line = option.fontMetrics.lineSpacing()
        return tile_places(option.rect, line) if self.grid_width else row_places(option.rect)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw an entry."""
        entry = index.data(ENTRY_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            tint = QColor(self.look.accent)
            tint.setAlphaF(_TINT)
            painter.fillRect(option.rect, tint)
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(self.look.accent))
        if entry is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_entry(painter, option, index, entry)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.look.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, entry: Entry) -> None:
        missing = bool(index.data(MISSING_ROLE))
        places = self.places(option)
        pixmap = cast(EntryModel, index.model()).picture(index.row())
        painter.setOpacity(0.35 if missing else 1.0)
        if pixmap is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(places.picture, pixmap)
        else:
            painter.fillRect(places.picture, QColor(self.look.line))
        painter.setOpacity(1.0)
        strip = _star_strip(entry.stars, self.look.pending, self.look.line, painter.device().devicePixelRatioF())
        painter.drawPixmap(places.star(1).topLeft(), strip)
        bold = QFont(option.font)
        bold.setBold(True)
        dim = QColor(self.look.dim)
        name = f"\N{BLACK RIGHT-POINTING TRIANGLE} {entry.name}" if entry.id == self.playing else entry.name
        facts = tr("The file is missing") if missing else " · ".join(facts_of(entry)[:3])
        date = short_date(datetime.fromtimestamp(entry.created))
        last = "" if self.grid_width else " · ".join((*entry.tags[:3], date))
        for words, font, colour, place in (
            (name, bold, QColor(self.look.text), places.name),
            (facts, option.font, QColor(self.look.bad) if missing else dim, places.facts),
            (last, option.font, dim, places.last),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Rate by a click on a star; a click on the last of its stars removes them."""
        if isinstance(event, QMouseEvent) and event.type() in (
            QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick
        ):  # fmt: skip
            entry = index.data(ENTRY_ROLE)
            star = self._star_at(self.places(option), event.position())
            if star and entry is not None and event.button() == Qt.MouseButton.LeftButton:
                if event.type() == QEvent.Type.MouseButtonPress:
                    self.rated.emit(entry.id, 0 if star == entry.stars else star)
                return True
        return super().editorEvent(event, model, option, index)

    @staticmethod
    def _star_at(places: EntryPlaces, place: QPointF) -> int:
        for star in range(1, MAX_STARS + 1):
            if places.star(star).adjusted(-1, -4, 1, 4).contains(place):
                return star
        return 0

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a field for the name."""
        return _NameEditor(parent=parent, objectName="libraryName", accessibleName=tr("Name"))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Place the field over the name."""
        name, height = self.places(option).name, editor.sizeHint().height()
        editor.setGeometry(name.left() - 4, name.center().y() - height // 2, name.width() + 6, height)
        palette = editor.palette()
        palette.setColor(QPalette.ColorRole.Text, QColor(self.look.text))
        editor.setPalette(palette)


class _NameEditor(TextField):
    """A field in the list, which has the focus again when the delegate ends the editing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; no key goes on to the list, where Return adds the riff to the sketch."""
        QLineEdit.keyPressEvent(self, event)
        event.accept()


@lru_cache(maxsize=64)
def _star_strip(stars: int, full: str, empty: str, ratio: float) -> QPixmap:
    """Return a picture of five stars, of which some are full."""
    strip = QPixmap(QSize(round(MAX_STARS * STAR * ratio), round(STAR * ratio)))
    strip.setDevicePixelRatio(ratio)
    strip.fill(Qt.GlobalColor.transparent)
    painter = QPainter(strip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    side = STAR - 2
    for number in range(MAX_STARS):
        points = [QPointF(number * STAR + x * side, y * side) for x, y in _STAR_POINTS]
        painter.setBrush(QColor(full if number < stars else empty))
        painter.drawPolygon(QPolygonF(points))
    painter.end()
    return strip
