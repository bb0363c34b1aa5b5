"""Places of the parts of an entry: side by side in a row of the list, one below the other in a tile of the grid."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize

from riffdesk.store.library.entry import MAX_STARS

MARGIN, GAP, STAR = 6, 8, 14
"""Pixels around an entry, between its parts, and of a star with the space after it."""
_PICTURE = QSize(96, 46)  # in a row
_TILE_PICTURE_HEIGHT = 64
_MIN_TILE_WIDTH = 132


@dataclass(frozen=True)
class EntryPlaces:
    """Places of the parts of one entry, in pixels.

    Parameters
    ----------
    picture, name, facts, last : QRect
        ``last`` is the line with the stars, after them.
    stars : QPoint
        Left end of the first star, at its middle.
    """

    picture: QRect
    name: QRect
    facts: QRect
    last: QRect
    stars: QPoint

    def star(self, star: int) -> QRectF:
        """Return the place of a star, from 1."""
        left = self.stars.x() + (star - 1) * STAR
        return QRectF(left, self.stars.y() - STAR / 2 + 1, STAR - 2, STAR - 2)


def row_size(line: int) -> QSize:
    """Return the smallest size of a row, of three lines of text of a height in pixels."""
    return QSize(240, max(3 * line, _PICTURE.height()) + 2 * MARGIN)


def row_places(row: QRect) -> EntryPlaces:
    """Return the places in a row: three lines beside the picture."""
    line = (row.height() - 2 * MARGIN) // 3
    picture = QRect(QPoint(row.left() + MARGIN, row.top() + (row.height() - _PICTURE.height()) // 2), _PICTURE)
    left = picture.right() + GAP
    lines = QRect(left, row.top() + MARGIN, max(1, row.right() - MARGIN - left), line)
    return _places(picture, lines, line, round(row.top() + MARGIN + (row.height() - 2 * MARGIN) * 5 / 6))


def tile_size(width: int, line: int) -> QSize:
    """Return the size of a tile, for as many tiles as possible in a width in pixels."""
    columns = max(1, width // _MIN_TILE_WIDTH)
    return QSize(max(1, width // columns), _TILE_PICTURE_HEIGHT + 3 * line + 3 * MARGIN)


def tile_places(tile: QRect, line: int) -> EntryPlaces:
    """Return the places in a tile: three lines of a height in pixels below the picture."""
    width = max(1, tile.width() - 2 * MARGIN)
    picture = QRect(tile.left() + MARGIN, tile.top() + MARGIN, width, _TILE_PICTURE_HEIGHT)
    lines = QRect(picture.left(), picture.bottom() + MARGIN, width, line)
    return _places(picture, lines, line, lines.top() + 2 * line + line // 2)


def _places(picture: QRect, lines: QRect, line: int, stars: int) -> EntryPlaces:
    after = MAX_STARS * STAR + GAP
    last = lines.translated(0, 2 * line).adjusted(after, 0, 0, 0)
    last.setWidth(max(1, last.width()))
    return EntryPlaces(picture, lines, lines.translated(0, line), last, QPoint(lines.left(), stars))
