"""Draws lines over the layers: bars and beats, and notes, those of the key brighter; fewer if they are too close."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from riffdesk.dsp.band_scale import BandScale
from riffdesk.dsp.pitch import NAMES, SCALES, hertz_of_midi, midi_of
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.canvas.plot.plot_library import pg

Lines = list[tuple[float, int]]
"""Places of lines, and how strong each is: 0 to 2."""

_LEAST = 16.0  # pixels between lines of time
_LEAST_NOTE = 14.0  # pixels between lines of notes, on average
_PARTS_OF_BEAT = (4, 2, 1)
_ALPHAS = (26, 56, 105)
_LOWEST_HZ = 16.0


class GridItem(pg.GraphicsObject):
    """The lines, in seconds and heights. Only those that are in view are drawn.

    Parameters
    ----------
    sketch : Sketch
        Has tempo, meter and key.
    """

    def __init__(self, sketch: Sketch) -> None:
        super().__init__()
        self._sketch, self._scale = sketch, BandScale(sketch.params)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def set_scale(self, scale: BandScale) -> None:
        """Set the scale, which maps bands to heights."""
        self._scale = scale
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the visible rectangle."""
        view = self.getViewBox()
        return QRectF() if view is None else view.viewRect()

    def viewTransformChanged(self) -> None:
        """Follow the view."""
        self.prepareGeometryChange()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the lines in view."""
        view, state = self.getViewBox(), self._sketch.state
        if view is None:
            return
        shown, (width, height) = view.viewRect(), view.viewPixelSize()
        left, right, low, high = shown.left(), shown.right(), shown.top(), shown.bottom()
        drawn: list[list[QLineF]] = [[] for _ in _ALPHAS]
        for height_of_note, strength in note_lines((low, high), height, self._scale, state.key):
            drawn[strength].append(QLineF(left, height_of_note, right, height_of_note))
        for seconds, strength in time_lines((left, right), width, state.tempo, state.beats_per_bar):
            drawn[strength].append(QLineF(seconds, low, seconds, high))
        for lines, alpha in zip(drawn, _ALPHAS, strict=True):
            pen = QPen(QColor(255, 255, 255, alpha), 1)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawLines(lines)


def time_lines(shown: tuple[float, float], pixel: float, tempo: float, beats_per_bar: int) -> Lines:
    """Return the lines of bars (2), beats (1) and parts of beats (0) that are far enough apart.

    Parameters
    ----------
    shown : (left, right)
        In seconds.
    pixel : float
        Seconds of a pixel.
    """
    beat = 60 / tempo
    steps = [beat / parts for parts in _PARTS_OF_BEAT] + [beat * beats_per_bar * 2**power for power in range(16)]
    step = next((step for step in steps if step >= _LEAST * pixel), steps[-1])
    numbers = np.arange(max(0, math.ceil(shown[0] / step)), math.floor(shown[1] / step) + 1)
    beats = numbers * step / beat
    whole = np.abs(beats - np.round(beats)) < 1e-6
    bars = whole & (np.round(beats) % beats_per_bar == 0)
    strengths = np.where(bars, 2, np.where(whole, 1, 0))
    return list(zip((numbers * step).tolist(), strengths.tolist(), strict=True))


def note_lines(shown: tuple[float, float], pixel: float, scale: BandScale, key: str) -> Lines:
    """Return the lines of the tonic (2), the other notes of the key (1) and the rest (0) that are far enough apart.

    Parameters
    ----------
    shown : (low, high)
        In heights.
    pixel : float
        Heights of a pixel.
    key : str
        Such as ``C minor``; without one the lines of C are strong and all others are weak.
    """
    low, high = scale.params.hertz_of(scale.band_at(list(shown))).tolist()
    first, last = math.ceil(midi_of(max(low, _LOWEST_HZ))), math.floor(midi_of(max(high, _LOWEST_HZ)))
    notes = np.arange(first, last + 1)
    if not len(notes):
        return []
    edges = scale.height_of(scale.params.band_of([hertz_of_midi(note - 0.5) for note in range(first, last + 2)]))
    heights = scale.height_of(scale.params.band_of([hertz_of_midi(note) for note in range(first, last + 1)]))
    room = np.diff(edges) / pixel  # pixels of each semitone
    tonic, steps = _key_of(key)
    degrees = (notes - tonic) % 12
    strengths = np.where(degrees == 0, 2, np.isin(degrees, steps).astype(int))
    needed = _LEAST_NOTE * np.array([1, 7 / 12, 1 / 12])[strengths]
    fits = room >= needed
    return list(zip(heights[fits].tolist(), strengths[fits].tolist(), strict=True))


def _key_of(key: str) -> tuple[int, tuple[int, ...]]:
    """Return the tonic, 0 to 11 from C, and the semitones of the scale above it; none without a key."""
    name, _, mode = key.partition(" ")
    return (NAMES.index(name), SCALES[mode]) if name in NAMES and mode in SCALES else (0, ())
