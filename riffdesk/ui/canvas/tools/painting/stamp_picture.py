"""Reads a picture from a file as the ink of a stamp."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from riffdesk.arrays import Array
from riffdesk.errors import UserError
from riffdesk.language import tr

_MOST_COLUMNS = 2_000  # 20 s


def picture_ink(path: Path, bands: int) -> Array:
    """Return a picture as ink: bright is loud, transparent is silent.

    A cell is a pixel; a picture that is higher than ``bands`` or very wide is made smaller.

    Returns
    -------
    float32 ``[rows, columns]``
        0 to 1, the lowest row first.

    Raises
    ------
    UserError
        If the file is no picture that can be read, or if all of it is black.
    """
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    picture = reader.read()
    if picture.isNull():
        raise UserError(
            tr(
                "“{name}” cannot be read as a picture ({reason}). Choose another one.",
                name=path.name,
                reason=reader.errorString(),
            )
        )
    if picture.height() > bands or picture.width() > _MOST_COLUMNS:
        room = QSize(_MOST_COLUMNS, bands)
        mode = Qt.TransformationMode.SmoothTransformation
        picture = picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, mode)
    black = QImage(picture.size(), QImage.Format.Format_RGB32)
    black.fill(QColor("black"))
    painter = QPainter(black)
    painter.drawImage(0, 0, picture)
    painter.end()
    grey = black.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())[:, : grey.width()]
    ink = rows[::-1].astype(np.float32) / np.float32(255)
    if not ink.any():
        raise UserError(
            tr("“{name}” is all black, which is silence. Choose a picture with bright parts.", name=path.name)
        )
    return ink
