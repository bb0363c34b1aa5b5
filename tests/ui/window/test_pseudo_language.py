"""Everything that the window shows goes through its language: started in the pseudo-language, all of it is marked."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
NAMES = {
    "System", "English", "Deutsch", "Español",  # languages, in their own words
    "M", "S", "A/B", "A", "B", "C", "D",  # signs
    "Magma", "Inferno", "Plasma", "Viridis", "Cividis",  # colour maps
    "starter", "DPM++ 2M Karras", "DDIM", "PNDM", "Euler", "Euler a", "LMS", "UniPC", "LCM",
    "TCD",  # models and schedulers
    "Arpeggio", "Bossa", "Breakbeat", "Drone", "Four on the floor", "Shuffle",  # rhythms: the musical vocabulary
    "A8 A8 B8 A8",  # a plan of scenes, as it is typed
    "Closes the dock widget", "Closes and hides the dock widget",  # Qt's own, which has no pseudo-language
    "Undocks and re-attaches the dock widget", "Float",
    "OK", "&OK", "Cancel", "&Cancel", "Close", "&Close",
    "WAV, 24 bit", "WAV, 16 bit",
}  # fmt: skip
"""Texts that are the same in every language."""
UNITS = re.compile(r"([-+]?[\d.]+)? ?(dB|dB/oct|ms|s|st|ct|bpm|GiB)|[A-G]♯? (major|minor)")
"""Numbers with units, and keys, which are."""


def shown_without_marks() -> dict[str, str]:
    """Return the texts that the window and its dialogs show without marks, and where."""
    environment = {**os.environ, "RIFFDESK_LANGUAGE": "xx", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.window.walk_window"], capture_output=True, text=True, cwd=ROOT, env=environment
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_every_text_of_the_window_is_translated() -> None:
    found = shown_without_marks()
    assert found.pop("count of texts")
    missed = {text: where for text, where in found.items() if text not in NAMES and not UNITS.fullmatch(text)}
    assert missed == {}
