"""The contact sheet of a batch: a picture with the spectrogram, prompt and seed of each riff."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from riffdesk.audio.filing.sound_files import ImportRequest, import_audio
from riffdesk.batch.sheet_fonts import Font, SheetFonts
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError
from riffdesk.files import write_beside
from riffdesk.store.image.image_file import ImageRequest, read_image

_PICTURE = (240, 96)  # pixels
_LINE, _GAP, _MARGIN = 16, 12, 16
_LETTERS, _ASCENT = 12, 12
_PAPER, _INK, _DIM = 255, 20, 110
_COARSE = SpectrogramParams(bands=_PICTURE[1])

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Cell:
    """One riff on the sheet.

    Parameters
    ----------
    title, subtitle : str
        Two lines of text, which are cut if they are too long.
    picture : uint8 ``[96, 240]``, optional
        Its spectrogram, dark is loud; None if there is none.
    """

    title: str
    subtitle: str
    picture: Pixels | None


def thumbnail(path: Path) -> Pixels | None:
    """Return the picture of a riff's file for a `Cell`; None if it is longer than 10 minutes or damaged."""
    try:
        if path.suffix.lower() == ".png":
            ink = read_image(ImageRequest(path)).ink
        else:
            ink = import_audio(ImportRequest(path, _COARSE)).ink
    except UserError:
        return None
    mono = ink if ink.ndim == 2 else ink.mean(axis=0)
    loudest = float(mono.max(initial=0.0)) or 1.0
    values = np.asarray(_PAPER * (1 - mono[::-1] / loudest), np.uint8)
    return np.asarray(Image.fromarray(values).resize(_PICTURE, Image.Resampling.BOX))


def write_sheet(path: Path, cells: Sequence[Cell]) -> None:
    """Write a PNG of all cells, row by row in their order, at most about 1.5 times as high as wide.

    Raises
    ------
    UserError
        If it cannot be written.
    """
    width, height = _PICTURE[0] + _GAP, _PICTURE[1] + 2 * _LINE + _GAP
    across = max(1, min(len(cells), math.ceil(math.sqrt(len(cells) * height / width))))
    down = -(-len(cells) // across)
    size = across * width - _GAP + 2 * _MARGIN, down * height - _GAP + 2 * _MARGIN
    sheet = Image.new("L", size, _PAPER)
    draw, fonts = ImageDraw.Draw(sheet), SheetFonts(_LETTERS)
    for number, cell in enumerate(cells):
        x, y = _MARGIN + number % across * width, _MARGIN + number // across * height
        if cell.picture is not None:
            sheet.paste(Image.fromarray(cell.picture), (x, y))
        draw.rectangle((x, y, x + _PICTURE[0] - 1, y + _PICTURE[1] - 1), outline=_DIM)
        for row, (text, shade) in enumerate(((cell.title, _INK), (cell.subtitle, _DIM))):
            text_x, baseline = float(x), y + _PICTURE[1] + 1 + row * _LINE + _ASCENT
            for run, font in _cut(text, fonts):
                draw.text((text_x, baseline), run, fill=shade, font=font, anchor="ls")
                text_x += font.getlength(run)
    with write_beside(path) as temporary:
        sheet.save(temporary, "PNG")


def _cut(text: str, fonts: SheetFonts) -> list[tuple[str, Font]]:
    """Return a text, shortened to the width of a picture, in runs of one font."""
    candidate = " ".join(text.split()).encode(errors="replace").decode()[:200]
    shown = candidate
    while shown and sum(font.getlength(run) for run, font in fonts.runs(shown)) > _PICTURE[0]:
        candidate = candidate[:-1]
        shown = f"{candidate.rstrip()}…"
    return fonts.runs(shown)
