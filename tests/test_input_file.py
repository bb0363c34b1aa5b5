"""Files are found however their names are typed."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from riffdesk.errors import UserError
from riffdesk.input_file import open_input


@pytest.mark.parametrize(("on_disk", "typed"), [("NFD", "NFC"), ("NFC", "NFD"), ("NFC", "NFC")])
def test_a_name_is_found_in_either_form_of_unicode(tmp_path: Path, on_disk: str, typed: str) -> None:
    name = "ガギグ école.wav"
    (tmp_path / unicodedata.normalize(on_disk, name)).write_bytes(b"sound")
    with open_input(tmp_path / unicodedata.normalize(typed, name)) as file:
        assert file.read() == b"sound"


def test_of_two_files_the_one_that_is_typed_is_opened(tmp_path: Path) -> None:
    for form in ("NFC", "NFD"):
        try:
            (tmp_path / unicodedata.normalize(form, "école")).write_text(form)
        except OSError:
            pytest.skip("this disk knows one form only")
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this disk knows one form only")
    for form in ("NFC", "NFD"):
        with open_input(tmp_path / unicodedata.normalize(form, "école")) as file:
            assert file.read().decode() == form


def test_a_name_that_is_nowhere_is_told_as_it_was_typed(tmp_path: Path) -> None:
    for path in (tmp_path / "école.wav", tmp_path / "nowhere" / "école.wav"):
        with pytest.raises(UserError, match=r"Could not open école\.wav: No such file"), open_input(path):
            pass
