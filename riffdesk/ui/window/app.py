"""Starts the window.

The order matters to how fast it appears: Qt first, then the window with an empty sketch, and, when the
hand comes near the canvas, the engine's process for sound. Neither torch nor diffusers is ever imported
in this process. What then runs beside each other: the GUI thread; the four workers' threads, each of
which waits for an engine process; and the player's thread, which waits for the sound card.

It ends when the window is closed: files that are being written are finished first (`shutdown`). Ctrl+C in
the terminal (`interrupt`) closes it in the same way, but asks nothing.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from riffdesk.paths import resources_dir
from riffdesk.ui.notices import BugHook
from riffdesk.ui.window.interrupt import Interrupt
from riffdesk.ui.window.main_window import MainWindow


def application() -> QApplication:
    """Return the Qt application, making it if there is none yet."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QGuiApplication.setDesktopFileName("riffdesk")
    made = QApplication(sys.argv[:1])
    made.setApplicationName("riffdesk")
    made.setWindowIcon(QIcon(str(resources_dir() / "icons" / "riffdesk.svg")))
    return made


def create_window(path: Path | str | None = None) -> MainWindow:
    """Return the main window, shown, without entering the event loop.

    Parameters
    ----------
    path : Path or str, optional
        A sketch, sound or image to open; it is there once the worker has read it.
    """
    made = application()
    window = MainWindow(made)
    window.show()
    window.canvas.setFocus()  # or Space, meant to play, presses the first button: "Open" of what is recovered
    window.recovery.look()
    window.documents.remove_abandoned()
    if path is not None:
        window.documents.open_path(Path(path))
    return window


def main(path: Path | None = None) -> int:
    """Show the window until it is closed; return the exit status.

    The first time, where there are no settings yet and no file is opened, it begins with the tour. A window that a
    script or a test makes (`create_window`) does not.
    """
    made = application()
    with Interrupt() as interrupt:
        window = create_window(path)
        BugHook(window).install()
        if window.first_start and path is None:
            window.help.tour.start()
        # Torch takes 500 MB, so it waits for the hand to come near.
        window.canvas.hovered.connect(window.warm_up, Qt.ConnectionType.SingleShotConnection)
        interrupt.received.connect(window.shutdown.leave, Qt.ConnectionType.QueuedConnection)
        if interrupt.came:  # while the window was made
            QTimer.singleShot(0, window.shutdown.leave)
        window.left.connect(made.quit)  # also where a dialog is open
        gc.freeze()  # what there is now stays: looking through it took 40 ms whenever the hand rested
        return made.exec()
