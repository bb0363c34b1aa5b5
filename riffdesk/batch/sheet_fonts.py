"""Fonts of the system for the texts of a contact sheet: Pillow's own has the letters of English and few others."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from PIL import ImageFont

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

_NO_LETTER = "\uffff"
_PATIENCE = 20  # seconds for the system to list its fonts
_PLAIN_STYLES = ("Regular", "Book", "Roman", "Medium", "Normal")
_FILES = {  # where there is no fontconfig to ask
    "win32": ("segoeui.ttf", "YuGothM.ttc", "msyh.ttc", "malgun.ttf", "Nirmala.ttf", "seguiemj.ttf", "seguisym.ttf"),
    "darwin": ("Arial Unicode.ttf", "PingFang.ttc", "Hiragino Sans GB.ttc", "Apple Symbols.ttf", "GeezaPro.ttc"),
}
_FOLDERS = {
    "win32": (Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",),
    "darwin": (Path("/System/Library/Fonts"), Path("/System/Library/Fonts/Supplemental"), Path("/Library/Fonts")),
}


class SheetFonts:
    """Finds fonts of one size that have the letters of a text.

    Parameters
    ----------
    size : float
        In pixels.
    """

    def __init__(self, size: float) -> None:
        self._size = size
        self._own: Font = ImageFont.load_default(size)
        self._loaded: dict[Path, Font | None] = {}

    def runs(self, text: str) -> list[tuple[str, Font]]:
        """Return a text in pieces, each with a font that has all of its letters: one piece, if any font has them all.

        A letter that no font has is in Pillow's own, which draws a box.
        """
        wanted = {letter for letter in text if not letter.isspace()}
        whole = next((font for font in self._fonts() if _has(font, wanted)), None)
        if whole is not None:
            return [(text, whole)]
        runs: list[tuple[str, Font]] = []
        for letter in text:
            joins = letter.isspace() or unicodedata.category(letter).startswith("M")
            if runs and (joins or _has(runs[-1][1], {letter})):
                runs[-1] = runs[-1][0] + letter, runs[-1][1]
            else:
                font = next((font for font in self._fonts({letter}) if _has(font, {letter})), self._own)
                runs.append((letter, font))
        return runs

    def _fonts(self, letters: Iterable[str] = ()) -> Iterator[Font]:
        yield self._own
        codes = [ord(letter) for letter in letters]
        for path, ranges in _system_fonts():
            if ranges and not all(any(code in part for part in ranges) for code in codes):
                continue
            if path not in self._loaded:
                self._loaded[path] = self._load(path)
            if (font := self._loaded[path]) is not None:
                yield font

    def _load(self, path: Path) -> Font | None:
        try:
            return ImageFont.truetype(str(path), self._size)
        except (OSError, ValueError):  # pictures of letters in a few fixed sizes, as colour emoji are
            return None


def _has(font: Font, letters: set[str]) -> bool:
    """Return whether a font draws something else for each of the letters than for what is no letter."""
    return all(_drawing(font, letter) != _drawing(font, _NO_LETTER) for letter in letters)


@cache
def _drawing(font: Font, letter: str) -> tuple[tuple[int, int], bytes]:
    mask = font.getmask(letter)
    return mask.size, bytes(mask)


@cache
def _system_fonts() -> tuple[tuple[Path, tuple[range, ...]], ...]:
    """Return the system's fonts, plain styles first, each with the codes that it has; no codes where nobody says."""
    places = (folder / name for folder in _FOLDERS.get(sys.platform, ()) for name in _FILES[sys.platform])
    files = [path for path in places if path.exists()]
    if files:
        return tuple((path, ()) for path in files)
    command = ["fc-list", ":scalable=true", "-f", "%{file}\t%{style}\t%{charset}\n"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=_PATIENCE, check=True)
    except (OSError, subprocess.SubprocessError):
        return ()
    rows = [row for line in told.stdout.splitlines() if len(row := line.split("\t")) == 3]
    rows.sort(key=lambda row: (not row[1].startswith(_PLAIN_STYLES), "sans" not in row[0].lower(), len(row[0]), row[0]))
    return tuple((Path(file), tuple(_ranges(codes))) for file, _, codes in rows)


def _ranges(codes: str) -> Iterator[range]:
    """Yield the codes in a text such as ``20-7e a0-ff 131``."""
    for part in codes.split():
        first, _, last = part.partition("-")
        try:
            yield range(int(first, 16), int(last or first, 16) + 1)
        except ValueError:
            continue
