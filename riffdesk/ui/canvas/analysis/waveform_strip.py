"""The strip under the canvas with the waveform of the mix, and of the active layer over it."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from riffdesk.arrays import Array
from riffdesk.language import tr
from riffdesk.sketch.events import DocumentOpened, FieldsChanged, LayerChanged, LayersChanged, SoundChanged
from riffdesk.sketch.mixer import track_of, tracks
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import State
from riffdesk.ui.canvas.analysis.waveform_peaks import WaveformPeaks
from riffdesk.ui.canvas.plot.band_plot import BandPlot
from riffdesk.ui.theme import DARK, Colours

HEIGHT = 52
"""In pixels."""
_DELAY_MS = 40  # after a change of the sound
_READING = 0.006  # seconds of reading at a time


class WaveformStrip(QWidget):
    """The waveform below a plot, from -1 to 1. A drag on it moves the playhead, as on the axis.

    Parameters
    ----------
    plot : BandPlot
        The plot whose time axis it has.
    sketch : Sketch
    heard : callable
        Returns the audible document.
    """

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, plot: BandPlot, sketch: Sketch, heard: Callable[[], State]) -> None:
        super().__init__(plot.viewport())
        self.setObjectName("waveform")
        self.setAccessibleName(tr("Waveform of the mix, and of the active layer"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._plot, self._sketch, self._heard, self._look = plot, sketch, heard, DARK
        self._mix, self._layer = WaveformPeaks(), WaveformPeaks()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._read)
        for event in (SoundChanged, LayerChanged, LayersChanged, FieldsChanged, DocumentOpened):
            sketch.subscribe(lambda _: self.refresh(), event)
        view = plot.getPlotItem().getViewBox()
        view.sigRangeChanged.connect(lambda *_: self._timer.start(0))
        view.sigResized.connect(lambda *_: self.follow())
        self.follow()

    @property
    def is_complete(self) -> bool:
        """Whether the visible waveform is up to date."""
        return not self._timer.isActive()

    def set_look(self, look: Colours) -> None:
        """Apply the colours of a theme."""
        self._look = look
        self.update()

    def follow(self) -> None:
        """Move to the lower side of the plot."""
        inside = self._plot.mapFromScene(self._plot.getPlotItem().getViewBox().sceneBoundingRect()).boundingRect()
        self.setGeometry(inside.left(), inside.bottom() + 1, inside.width(), HEIGHT)

    def setVisible(self, visible: bool) -> None:
        """Show the strip, or hide it."""
        super().setVisible(visible)
        self.refresh()

    def refresh(self) -> None:
        """Schedule the reading of changed parts."""
        if not self.isHidden() and not self._timer.isActive():
            self._timer.start(_DELAY_MS)

    def _edges(self) -> np.ndarray:
        """Return the samples at the edges of the pixels, from left to right."""
        (left, right), _ = self._plot.getPlotItem().getViewBox().viewRange()
        width = max(1, round(self.width() * self.devicePixelRatioF()))
        rate = self._sketch.params.sample_rate
        return np.asarray(np.linspace(max(0.0, left) * rate, max(0.0, right) * rate, width + 1))

    def _read(self) -> None:
        if self.isHidden():
            return
        state, edges = self._heard(), self._edges()
        front, samples = state.layer(state.active), state.samples
        waveform = front.sound.waveform
        self._mix.set_tracks(tracks(state), samples)
        self._layer.set_tracks(() if waveform is None else (track_of(front, waveform),), samples)
        until = perf_counter() + _READING
        more = [peaks.read(int(edges[0]), int(edges[-1]), until) for peaks in (self._mix, self._layer)]
        self.update()
        if any(more):
            self._timer.start(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both waveforms."""
        ratio, edges = self.devicePixelRatioF(), self._edges()
        height = max(1, round(HEIGHT * ratio))
        picture = np.full((height, len(edges) - 1), _colour(self._look.canvas), np.uint32)
        for peaks, colour in ((self._mix, self._look.dim), (self._layer, self._look.accent)):
            picture[_covered(*peaks.ends(edges), height)] = _colour(colour)
        image = QImage(picture.tobytes(), picture.shape[1], height, picture.shape[1] * 4, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.drawImage(0, 0, image)


def _covered(low: Array, high: Array, height: int) -> np.ndarray:
    """Return the pixels between the lowest and the highest samples: bool ``[height, pixels]``; none for silence."""
    top, bottom = ((1 - np.clip(ends, -1, 1)) / 2 * (height - 1) for ends in (high, low))
    rows = np.arange(height)[:, None]
    covered = (rows >= np.floor(top)) & (rows <= np.ceil(bottom)) & ((low < 0) | (high > 0))
    return np.asarray(covered)


def _colour(name: str) -> int:
    return int(QColor(name).rgb())
