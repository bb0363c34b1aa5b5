"""Draws words as the ink of a stamp."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QImage, QPainter

from riffdesk.arrays import Array

LONGEST = 60
"""Maximum number of characters."""
_INK = 0.42  # -30 dB in each band, as all bands of a stroke of the pen sound at once
_MOST_COLUMNS = 2_000  # 20 s


@lru_cache(maxsize=4)
def text_ink(text: str, height: int) -> Array | None:
    """Return words as ink, in the font of the window.

    Parameters
    ----------
    text : str
        Its first 60 characters are drawn, in one line.
    height : int
        Bands from the lowest to the highest place of the font, 8 or more. A text that would be longer than 20 s is
        made narrower.

    Returns
    -------
    float32 ``[height, columns]``, optional
        0 to 0.42, the lowest row first; None if nothing of the text is visible.
    """
    words = " ".join(text[:LONGEST].split())
    font = QFont(QGuiApplication.font())
    font.setPixelSize(256)
    font.setBold(True)
    metrics = QFontMetricsF(font)
    place, scale = metrics.boundingRect(words), height / metrics.height()
    if not words or place.width() <= 0:
        return None
    columns = min(max(1, round(place.width() * scale)), _MOST_COLUMNS)
    picture = QImage(columns, height, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.black)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(columns / place.width(), scale)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(-place.left(), metrics.ascent(), words)
    painter.end()
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(height, picture.bytesPerLine())[:, :columns]
    ink = rows[::-1].astype(np.float32) * np.float32(_INK / 255)
    return ink if ink.any() else None
