"""The piano at the left of the canvas, whose keys are where their notes are on the frequency axis."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from riffdesk.dsp.pitch import hertz_of_midi, midi_of, name_of_midi
from riffdesk.language import tr
from riffdesk.ui.canvas.plot.band_plot import BandPlot
from riffdesk.ui.theme import DARK, Colours, line_height

WIDTH = 34
"""In pixels."""
_BLACK = (1, 3, 6, 8, 10)
_BLACK_WIDTH = 0.6  # of the piano
_LEAST_KEY = 2.5  # pixels of a semitone for its key to be drawn
_NAMED_KEY = 9  # pixels of a semitone for its name to be written on it
_WHITE, _DARK, _EDGE = "#e9e6df", "#23252b", "#8a8880"
_LOWEST_HZ = 16.0


class Piano(QWidget):
    """Keys beside a plot. The key under the pointer is lit; a pressed one is played.

    Parameters
    ----------
    plot : BandPlot
        The plot whose frequency axis it has.
    """

    pressed = Signal(object)
    """MIDI note of the key that is pressed, also when the pointer is dragged to it; None when it is released."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, plot: BandPlot) -> None:
        super().__init__(plot.viewport())
        self.setObjectName("piano")
        self.setAccessibleName(tr("Piano"))
        self.setToolTip(tr("Press a key to hear its note; drag over the keys to hear one after the other"))
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._plot, self._look = plot, DARK
        self._keys = QPixmap()
        self._shown: tuple[object, ...] = ()  # key of the cached picture
        self.lit: int | None = None
        """MIDI note of the key that is lit."""
        self.sounding: int | None = None
        """MIDI note of the key that is pressed."""
        view = plot.getPlotItem().getViewBox()
        view.sigRangeChanged.connect(lambda *_: self.update())
        view.sigResized.connect(lambda *_: self.follow())
        self.follow()

    def set_look(self, look: Colours) -> None:
        """Apply the colours of a theme."""
        self._look = look
        self.update()

    def follow(self) -> None:
        """Move to the left side of the plot."""
        inside = self._plot.mapFromScene(self._plot.getPlotItem().getViewBox().sceneBoundingRect()).boundingRect()
        self.setGeometry(inside.left() - WIDTH, inside.top(), WIDTH, inside.height())

    def light(self, midi: int | None) -> None:
        """Light up a key; None for none."""
        if midi != self.lit:
            self.lit = midi
            self.update()

    def release(self) -> None:
        """Release the key that is pressed."""
        self._press(None)

    def note_at(self, y: float) -> int:
        """Return the MIDI note of the key at a height in pixels from the top."""
        inside = min(max(y, 0.5), self.height() - 1.5)
        _, band = self._plot.cell_at(QPointF(self.x() + self.width(), self.y() + inside))
        return round(midi_of(max(float(self._plot.scale.params.hertz_of(band)), _LOWEST_HZ)))

    def y_of(self, midi: float) -> float:
        """Return the place of a pitch in pixels from the top."""
        return self._places([midi])[0]

    def _places(self, notes: list[float]) -> list[float]:
        """Return the places of pitches in pixels from the top."""
        plot = self._plot
        _, (low, high) = plot.getPlotItem().getViewBox().viewRange()
        bottom, top = (plot.place_of(0.0, height).y() - self.y() for height in (low, high))
        heights = plot.scale.height_of(plot.scale.params.band_of([hertz_of_midi(note) for note in notes]))
        places: list[float] = (bottom + (heights - low) / (high - low) * (top - bottom)).tolist()
        return places

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press a key."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(self.note_at(event.position().y()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Handle a double-click as a press."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the key under the pointer; press it if another one is held."""
        note = self.note_at(event.position().y())
        if self.sounding is not None and not event.buttons():
            self._press(None)  # the release went elsewhere
        if self.sounding is not None:
            self._press(note)
        self.light(note)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Release the key."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(None)

    def leaveEvent(self, event: QEvent) -> None:
        """Light up no key."""
        if self.sounding is None:
            self.light(None)

    def hideEvent(self, event: QEvent) -> None:
        """Release the key."""
        self._press(None)

    def _press(self, note: int | None) -> None:
        if note != self.sounding:
            self.sounding = note
            self.light(note)
            self.pressed.emit(note)

    # Keys

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the keys in view; where they would be too thin, a line for each octave."""
        painter = QPainter(self)
        shown = self._plot.scale, *self._plot.getPlotItem().getViewBox().viewRange()[1], self.size()
        if shown != self._shown or self._keys.devicePixelRatio() != self.devicePixelRatioF():
            self._shown, self._keys = shown, self._drawn_keys()
        painter.drawPixmap(0, 0, self._keys)
        if self.lit is not None:
            self._draw_lit(painter, self.lit)

    def _drawn_keys(self) -> QPixmap:
        """Return the picture of the keys, cached, as each move of the mouse lights another key."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(_WHITE))
        painter = QPainter(picture)
        notes = range(self.note_at(self.height()) - 1, self.note_at(0) + 2)
        edges = self._places([note - 0.5 for note in (*notes, notes[-1] + 1)])
        for note, bottom, top in zip(notes, edges[:-1], edges[1:], strict=True):
            self._draw_key(painter, note, top, bottom)
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), QColor(_DARK))
        painter.end()
        return picture

    def _draw_key(self, painter: QPainter, note: int, top: float, bottom: float) -> None:
        if bottom - top < _LEAST_KEY:
            if note % 12 == 0 and self.y_of(note - 12) - self.y_of(note) >= _LEAST_KEY * 2:
                painter.fillRect(QRectF(0, self.y_of(note), self.width(), 1), QColor(_EDGE))
            return
        if note % 12 in _BLACK:
            middle = (top + bottom) / 2
            painter.fillRect(QRectF(0, middle, self.width(), 1), QColor(_EDGE))
            painter.fillRect(QRectF(0, top, self.width() * _BLACK_WIDTH, bottom - top), QColor(_DARK))
        elif note % 12 in (0, 5):
            painter.fillRect(QRectF(0, bottom - 0.5, self.width(), 1), QColor(_EDGE))
        if note % 12 == 0 and bottom - top >= _NAMED_KEY:
            self._draw_name(painter, note)

    def _draw_name(self, painter: QPainter, note: int) -> None:
        font = QFont(self.font())
        font.setPixelSize(max(8, round(line_height() * 0.6)))
        painter.setFont(font)
        painter.setPen(QColor(_DARK))
        middle, height = self.y_of(note), font.pixelSize() + 4
        place = QRectF(0, middle - height / 2, self.width() - 3, height)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name_of_midi(note))

    def _draw_lit(self, painter: QPainter, note: int) -> None:
        top, bottom = self.y_of(note + 0.5), self.y_of(note - 0.5)
        height = max(bottom - top, _LEAST_KEY)
        width = self.width() * (_BLACK_WIDTH if note % 12 in _BLACK and height > _LEAST_KEY else 1)
        place = QRectF(0, (top + bottom - height) / 2, width, height)
        painter.fillRect(place, QColor(self._look.accent))
