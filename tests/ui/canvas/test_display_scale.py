"""Handles of a selection on a display at 200%, in a process of its own, as the scale is read at its start."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from riffdesk.sketch.paint.region import Region
from riffdesk.ui.canvas.plot.handle import HANDLES
from riffdesk.ui.window.app import create_window
from tests.ui.canvas.test_handles import drag, pixels, place, select
from tests.ui.canvas.test_regions import noise
from tests.ui.conftest import Hands

QMessageBox.question = staticmethod(lambda *_: QMessageBox.StandardButton.Discard)
window = create_window()
window.resize(1100, 760)
QTest.qWaitForWindowExposed(window)
hands = Hands(window)
hands.wait(lambda: hands.canvas.isVisible())
assert window.canvas.devicePixelRatioF() == 2, window.canvas.devicePixelRatioF()
noise(window)
region = Region(100, 200, 100, 200)
for handle in HANDLES:
    select(window, hands, region)
    drag(window, handle, QPoint(handle.side * pixels(window, 50), -20 * handle.level))
    selection = window.canvas.selection
    name = window.sketch.history.undo_name
    assert name == handle.name, (handle, name)
    print(handle.side, handle.level, selection.start, selection.stop, selection.low, selection.high)
    window.editing.undo()
    assert window.canvas.selection == region
window.close()
hands.wait(lambda: not window.isVisible())
"""


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="a display of its own needs xvfb-run")
def test_each_handle_is_where_it_is_seen_at_200_percent(tmp_path: Path) -> None:
    env = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": os.getcwd()}
    command = ["xvfb-run", "-a", "-s", "-screen 0 2240x1560x24", sys.executable, "-c", SCRIPT]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    rows = [tuple(map(int, line.split())) for line in done.stdout.splitlines() if line[0] in "-01"]
    assert len(rows) == 8
    for side, level, start, stop, low, high in rows:
        assert (start, stop) == (
            pytest.approx(50 if side < 0 else 100, abs=4),
            pytest.approx(250 if side > 0 else 200, abs=4),
        )
        assert (low < 100, high > 200) == (level < 0, level > 0)
