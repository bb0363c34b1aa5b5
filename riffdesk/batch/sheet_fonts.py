"""Fonts of the system for the texts of a contact sheet, as Pillow's font has few letters beside the English ones."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from PIL import ImageFont

from riffdesk.system import SYSTEM

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

_NO_LETTER = "\uffff"
_LIST_TIMEOUT = 20  # seconds for the system to list its fonts
_PLAIN_STYLES = ("Regular", "Book", "Roman", "Medium", "Normal")


class SheetFonts:
    """Finds fonts of one size for the letters of a text.

    Parameters
    ----------
    size : float
        In pixels.
    """

    def __init__(self, size: float) -> None:
        self._size = size
        self._default: Font = ImageFont.load_default(size)
        self._loaded: dict[Path, Font | None] = {}

    def runs(self, text: str) -> list[tuple[str, Font]]:
        """Return a text in runs, each with a font that has all of its letters; one run, if a font has all letters.

        A letter that no font has is drawn as a box by Pillow's font.
        """
        letters = {letter for letter in text if not letter.isspace()}
        complete_font = next((font for font in self._fonts() if _has_letters(font, letters)), None)
        if complete_font is not None:
            return [(text, complete_font)]
        runs: list[tuple[str, Font]] = []
        for letter in text:
            joins = letter.isspace() or unicodedata.category(letter).startswith("M")
            if runs and (joins or _has_letters(runs[-1][1], {letter})):
                runs[-1] = runs[-1][0] + letter, runs[-1][1]
            else:
                font = next((font for font in self._fonts({letter}) if _has_letters(font, {letter})), self._default)
                runs.append((letter, font))
        return runs

    def _fonts(self, letters: Iterable[str] = ()) -> Iterator[Font]:
        yield self._default
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
        except (OSError, ValueError):  # a bitmap font, such as colour emoji
            return None


def _has_letters(font: Font, letters: set[str]) -> bool:
    """Return whether a font draws each of the letters differently from a missing one."""
    return all(_drawing(font, letter) != _drawing(font, _NO_LETTER) for letter in letters)


@cache
def _drawing(font: Font, letter: str) -> tuple[tuple[int, int], bytes]:
    mask = font.getmask(letter)
    return mask.size, bytes(mask)


@cache
def _system_fonts() -> tuple[tuple[Path, tuple[range, ...]], ...]:
    """Return the system's fonts, plain styles first, each with the ranges of its letters, or none if unknown."""
    paths = (folder / name for folder in SYSTEM.font_folders for name in SYSTEM.font_files)
    files = [path for path in paths if path.exists()]
    if files:
        return tuple((path, ()) for path in files)
    command = ["fc-list", ":scalable=true", "-f", "%{file}\t%{style}\t%{charset}\n"]
    try:
        listing = subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=_LIST_TIMEOUT, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ()
    rows = [row for line in listing.stdout.splitlines() if len(row := line.split("\t")) == 3]
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
