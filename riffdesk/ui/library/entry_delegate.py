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
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPalette, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from riffdesk.store.library.entry import MAX_STARS, Entry
from riffdesk.ui.fields import TextField
from riffdesk.ui.library.entry_model import ENTRY_ROLE, MISSING_ROLE, EntryModel, facts_of
from riffdesk.ui.theme import DARK, Colours

Index = QModelIndex | QPersistentModelIndex

_MARGIN, _GAP, _STAR = 6, 8, 14  # pixels
_PICTURE = QSize(96, 46)
_TINT = 0.16  # opacity of the selection
# A star of five points in a square of side 1, every second point of a decagon near the centre.
_STAR_POINTS = (
    (0.5, 0.04), (0.63, 0.36), (0.98, 0.38), (0.71, 0.6), (0.8, 0.94), (0.5, 0.75), (0.2, 0.94), (0.29, 0.6),
    (0.02, 0.38), (0.37, 0.36),
)  # fmt: skip


class EntryDelegate(QStyledItemDelegate):
    """Draws an entry in three lines beside its picture."""

    rated = Signal(int, int)
    """The user has clicked on a star: the entry's id, and its number of stars now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look: Colours = DARK
        self.playing: int | None = None
        """Id of the entry that is heard."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Three lines, or the picture."""
        lines = 3 * option.fontMetrics.lineSpacing()
        return QSize(240, max(lines, _PICTURE.height()) + 2 * _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
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
        picture = self._picture_rect(option.rect)
        pixmap = cast(EntryModel, index.model()).picture(index.row())
        painter.setOpacity(0.35 if missing else 1.0)
        if pixmap is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(picture, pixmap)
        else:
            painter.fillRect(picture, QColor(self.look.line))
        painter.setOpacity(1.0)
        self._paint_stars(painter, option.rect, entry.stars)
        left, top = picture.right() + _GAP, option.rect.top() + _MARGIN
        width, line = option.rect.right() - _MARGIN - left, (option.rect.height() - 2 * _MARGIN) // 3
        bold = QFont(option.font)
        bold.setBold(True)
        dim = QColor(self.look.bad if missing else self.look.dim)
        name = f"\N{BLACK RIGHT-POINTING TRIANGLE} {entry.name}" if entry.id == self.playing else entry.name
        facts = "The file is missing" if missing else " · ".join(facts_of(entry)[:3])
        last = " · ".join((*entry.tags[:3], f"{datetime.fromtimestamp(entry.created):%d %b %Y}"))
        after_stars = MAX_STARS * _STAR + _GAP
        for number, (words, font, colour, indent) in enumerate(
            (
                (name, bold, QColor(self.look.text), 0),
                (facts, option.font, dim, 0),
                (last, option.font, QColor(self.look.dim), after_stars),
            )
        ):
            painter.setFont(font)
            painter.setPen(colour)
            place = QRect(left + indent, top + number * line, max(width - indent, 1), line)
            elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)

    def _paint_stars(self, painter: QPainter, row: QRect, stars: int) -> None:
        ratio = painter.device().devicePixelRatioF()
        strip = _star_strip(stars, self.look.pending, self.look.line, ratio)
        painter.drawPixmap(self.star_rect(row, 1).topLeft(), strip)

    def star_rect(self, row: QRect, star: int) -> QRectF:
        """Return the place of a star, from 1, in a row: at the beginning of its third line."""
        left = self._picture_rect(row).right() + _GAP + (star - 1) * _STAR
        middle = row.top() + _MARGIN + (row.height() - 2 * _MARGIN) * 5 / 6
        return QRectF(left, middle - _STAR / 2 + 1, _STAR - 2, _STAR - 2)

    def _picture_rect(self, row: QRect) -> QRect:
        top = row.top() + (row.height() - _PICTURE.height()) // 2
        return QRect(row.left() + _MARGIN, top, _PICTURE.width(), _PICTURE.height())

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Rate by a click on a star; on the last one of an entry's stars, take them away."""
        if isinstance(event, QMouseEvent) and event.type() in (
            QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick
        ):  # fmt: skip
            entry = index.data(ENTRY_ROLE)
            star = self._star_at(option.rect, event.position())
            if star and entry is not None and event.button() == Qt.MouseButton.LeftButton:
                if event.type() == QEvent.Type.MouseButtonPress:
                    self.rated.emit(entry.id, 0 if star == entry.stars else star)
                return True
        return super().editorEvent(event, model, option, index)

    def _star_at(self, row: QRect, place: QPointF) -> int:
        for star in range(1, MAX_STARS + 1):
            if self.star_rect(row, star).adjusted(-1, -4, 1, 4).contains(place):
                return star
        return 0

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a field for the name."""
        return TextField(parent=parent, objectName="libraryName", accessibleName="Name")

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Place the field over the name."""
        picture = self._picture_rect(option.rect)
        height = editor.sizeHint().height()
        editor.setGeometry(
            picture.right() + 2, option.rect.top() + 2, option.rect.right() - picture.right() - 4, height
        )
        palette = editor.palette()
        palette.setColor(QPalette.ColorRole.Text, QColor(self.look.text))
        editor.setPalette(palette)


@lru_cache(maxsize=64)
def _star_strip(stars: int, full: str, empty: str, ratio: float) -> QPixmap:
    """Return a picture of five stars, of which some are full."""
    strip = QPixmap(QSize(round(MAX_STARS * _STAR * ratio), round(_STAR * ratio)))
    strip.setDevicePixelRatio(ratio)
    strip.fill(Qt.GlobalColor.transparent)
    painter = QPainter(strip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    side = _STAR - 2
    for number in range(MAX_STARS):
        points = [QPointF(number * _STAR + x * side, y * side) for x, y in _STAR_POINTS]
        painter.setBrush(QColor(full if number < stars else empty))
        painter.drawPolygon(QPolygonF(points))
    painter.end()
    return strip
