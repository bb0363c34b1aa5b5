"""Dialogs on a screen of 640 x 360 points, as one of 1280 x 720 at 200%: their buttons can be reached."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMessageBox
from riffdesk.store.journal.journal import Journal, Snapshot
from riffdesk.ui.notices import show_bug
from riffdesk.ui.riff.prompt.models_dialog import ModelsDialog
from riffdesk.ui.window.app import create_window
from tests.store.sketches import everything, painted

QMessageBox.question = staticmethod(lambda *_: QMessageBox.StandardButton.Discard)
journal = Journal()
journal.write(Snapshot(painted(everything(), 10, 0.5), "A sketch with a name of several words", None, ""))
journal.release()
window = create_window()
recovery = window.recovery
while not recovery.isVisible():
    QTest.qWait(10)
for _ in range(50):
    QApplication.processEvents()
lines = recovery._text.height() / recovery._text.fontMetrics().height()
print("recovery has", round(lines), "lines and is", "on" if recovery.height() < 180 else "not on", "the screen")
recovery.discard()
for number in range(11):
    window.sketch.new_layer(f"layer {number}")


def look():
    dialog = next((one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()), None)
    if dialog is None:
        QTimer.singleShot(50, look)
        return
    screen = dialog.screen().availableGeometry()
    if isinstance(dialog, ModelsDialog):  # as while a model is downloaded
        dialog._job = object()
        dialog._show_busy()
        QApplication.processEvents()
    if action in ("a bug", "actionExport") and dialog.height() > screen.height() - 40:
        print(action, "has no room for its title: it is not on", screen)
    for button in dialog.findChildren(QAbstractButton):
        box = QRect(button.mapToGlobal(QPoint(0, 0)), button.size())
        if button.isVisible() and not screen.contains(box):
            print(action, button.text(), box, "is not on", screen)
    if isinstance(dialog, ModelsDialog):
        dialog._job = None
    dialog.reject()


for action in ("actionExport", "actionModels", "actionShortcuts", "actionMessages", "actionRegionEcho"):
    QTimer.singleShot(50, look)
    window.actions_[action].trigger()
    while any(isinstance(one, QDialog) and one.isVisible() for one in QApplication.topLevelWidgets()):
        QTest.qWait(10)
    print(action, "was open")
QTimer.singleShot(50, look)
action = "a bug"
show_bug(RuntimeError("a long line " * 40), window)
while any(isinstance(one, QDialog) and one.isVisible() for one in QApplication.topLevelWidgets()):
    QTest.qWait(10)
print(action, "was open")
window.close()
while window.isVisible():
    QTest.qWait(10)
"""


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="a small screen needs xvfb-run")
def test_the_buttons_of_dialogs_are_on_a_small_screen(tmp_path: Path) -> None:
    env = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "xcb"}
    command = ["xvfb-run", "-a", "-s", "-screen 0 1280x720x24", sys.executable, "-c", SCRIPT]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert [line for line in lines if "is not on" in line] == []
    assert len([line for line in lines if line.endswith("was open")]) == 6
    assert lines[0] in (f"recovery has {count} lines and is on the screen" for count in range(2, 8))
