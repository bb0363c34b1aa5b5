"""The window in each language: no text of its bars, panels and dialogs is cut off, no menu has an access key twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from riffdesk.language import LANGUAGES

ROOT = Path(__file__).parents[3]


@cache
def window_in(code: str) -> dict[str, Any]:
    """Return what `fit_window` finds in a language."""
    environment = {**os.environ, "RIFFDESK_LANGUAGE": code}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.window.fit_window"], capture_output=True, text=True, cwd=ROOT, env=environment
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_text_of_the_bars_panels_and_dialogs_is_cut_off(code: str) -> None:
    found = window_in(code)
    assert found["texts"] > 80
    assert found["cut"] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_menu_has_an_access_key_twice(code: str) -> None:
    found = window_in(code)
    assert found["menus"] > 5
    assert found["keys"] == []
