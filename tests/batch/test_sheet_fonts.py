"""The words on a contact sheet are letters and not boxes, as far as the system has fonts for them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import ImageFont

from riffdesk.batch import sheet_fonts
from riffdesk.batch.sheet_fonts import SheetFonts, _drawing, _ranges

NEEDS_FONTS = pytest.mark.skipif(shutil.which("fc-list") is None, reason="the system tells of no fonts")


def is_drawn(font: sheet_fonts.Font, text: str) -> bool:
    return all(_drawing(font, letter) != _drawing(font, "\uffff") for letter in text if not letter.isspace())


def test_english_is_in_pillows_own_font() -> None:
    ((text, font),) = SheetFonts(12).runs("slow jazz, 120 bpm")
    assert text == "slow jazz, 120 bpm"
    assert font.getname() == ImageFont.load_default(12).getname()


@NEEDS_FONTS
@pytest.mark.parametrize("text", ["Größe für Łódź", "école – ♯", "русский бас"])
def test_other_words_are_in_one_font_that_has_all_their_letters(text: str) -> None:
    if not any(
        all(any(ord(one) in part for part in ranges) for one in text) for _, ranges in sheet_fonts._system_fonts()
    ):
        pytest.skip("no font here has these letters")
    ((shown, font),) = SheetFonts(12).runs(text)
    assert shown == text
    assert is_drawn(font, text)


def test_without_any_font_a_text_is_drawn_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_fonts, "_system_fonts", lambda: ())
    assert "".join(text for text, _ in SheetFonts(12).runs("中文字 jazz e\u0301")) == "中文字 jazz e\u0301"


def test_fonts_that_cannot_be_read_are_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    monkeypatch.setattr(sheet_fonts, "_system_fonts", lambda: ((tmp_path / "broken.ttf", ()),))
    assert "".join(text for text, _ in SheetFonts(12).runs("für")) == "für"


def test_ranges_of_codes_are_read() -> None:
    assert list(_ranges("20-7e 131 zz")) == [range(0x20, 0x7F), range(0x131, 0x132)]
