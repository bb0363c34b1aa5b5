"""Thumbnails of projects for file managers."""

from __future__ import annotations

import io
import os
from contextlib import suppress
from pathlib import Path

from riffdesk.analysis.picture import picture_of
from riffdesk.errors import UserError, reason
from riffdesk.files import write_beside
from riffdesk.sketch.mixer import mixed_ink
from riffdesk.store.project.opening import OpenRequest, load_project

LEAST, MOST = 16, 2_048
"""Sizes of thumbnails in pixels."""

_DARK, _MIDDLE, _BRIGHT = "#000004", "#b63679", "#fcfdbf"  # as ink is shown in the window


def write_thumbnail(project: Path, path: Path, size: int) -> None:
    """Write a picture of the mix's ink as a PNG file: ``size`` pixels wide, three quarters as high.

    Raises
    ------
    UserError
        If the project cannot be read, the size makes no sense, or the file cannot be written or is the project.
    """
    from PIL import Image, ImageOps

    if not LEAST <= size <= MOST:
        raise UserError(f"A thumbnail has {LEAST} to {MOST} pixels, not {size}.")
    with suppress(OSError):  # one of them is missing
        if os.path.samefile(project, path):
            raise UserError(
                f"The thumbnail would take the place of its project, {project}. Choose another name for it."
            )
    ink = mixed_ink(load_project(OpenRequest(project)))
    grey = Image.open(io.BytesIO(picture_of(ink, (size, size * 3 // 4)))).convert("L")
    try:
        with write_beside(path) as temporary:
            ImageOps.colorize(grey, _DARK, _BRIGHT, mid=_MIDDLE).save(temporary, "PNG")
    except OSError as error:
        raise UserError(f"{path} could not be written: {reason(error)}.") from error
