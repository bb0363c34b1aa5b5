"""Icons: drawings of one colour, painted in the colours of a theme when they are first seen."""

from __future__ import annotations

from functools import cached_property, lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from riffdesk.paths import resources_dir
from riffdesk.ui.theme import Colours

_CLONES: list[QIconEngine] = []
"""Copies that Qt has requested; kept here, as Qt does not keep their Python part."""


@lru_cache(maxsize=128)
def icon(name: str, look: Colours) -> QIcon:
    """Return an icon in a theme's colours, sharp at every size, with its checked and disabled states.

    Parameters
    ----------
    name : str
        Name of a drawing in ``resources/icons``, without ``.svg``.
    look : Colours
    """
    return QIcon(_Drawing(name, look))


class _Drawing(QIconEngine):
    def __init__(self, name: str, look: Colours) -> None:
        super().__init__()
        self._name, self._look = name, look
        self._painted: dict[tuple[int, int, str], QPixmap] = {}

    def clone(self) -> QIconEngine:
        copy = _Drawing(self._name, self._look)
        _CLONES.append(copy)
        return copy

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = rect.size() * painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.pixmap(side, mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the drawing in the colour of a state; the size is in pixels of the screen."""
        if mode == QIcon.Mode.Disabled:
            colour = self._look.line
        else:
            colour = self._look.on_accent if state == QIcon.State.On else self._look.text
        key = size.width(), size.height(), colour
        if key not in self._painted:
            self._painted[key] = self._paint(size, colour)
        return self._painted[key]

    def _paint(self, size: QSize, colour: str) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        side = min(size.width(), size.height())
        painter = QPainter(pixmap)
        self._renderer.render(painter, QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(pixmap.rect(), QColor(colour))
        painter.end()
        return pixmap

    @cached_property
    def _renderer(self) -> QSvgRenderer:
        return QSvgRenderer(str(resources_dir() / "icons" / f"{self._name}.svg"))
