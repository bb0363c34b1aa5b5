"""Starts the application: creates the Qt application and the main window, and runs the event loop.

The order is for a fast start: Qt first, then the window with an empty sketch, and, when the mouse enters the canvas,
the engine's process for sound. Modules of dialogs and files are imported two seconds later (`idle_imports`). Neither
torch nor diffusers is ever imported in this process. Concurrent threads: the GUI thread; the threads of the five
workers, each of which waits for an engine process; and the player's thread, which waits for the sound card.

When the window is closed, files that are being written are finished first (`shutdown`). Ctrl+C in the terminal
(`interrupt`) closes it without questions.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from riffdesk.paths import resources_dir
from riffdesk.slow_imports import slow_imports

with slow_imports("riffdesk.ui.window.main_window"):
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtGui import QGuiApplication, QIcon
    from PySide6.QtWidgets import QApplication

    from riffdesk.system import SYSTEM
    from riffdesk.ui.accessible import install_roles
    from riffdesk.ui.notices import BugHook
    from riffdesk.ui.window.idle_imports import IdleImports
    from riffdesk.ui.window.interrupt import Interrupt
    from riffdesk.ui.window.main_window import MainWindow
    from riffdesk.ui.window.user_language import translate_qt

_COLLECTION_INTERVAL = 0.2  # seconds


class _Application(QApplication):
    """The Qt application. Garbage is collected in its event loop alone.

    Other threads would collect it too, and Qt may crash if one of them destroys a timer.
    """

    def __init__(self) -> None:
        from pyqtgraph.util.garbage_collector import GarbageCollector  # after `plot_library`

        super().__init__(sys.argv[:1])
        self._collector = GarbageCollector(_COLLECTION_INTERVAL)


def application() -> QApplication:
    """Return the Qt application; create it if necessary."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    SYSTEM.share_heap()
    QGuiApplication.setDesktopFileName("riffdesk")
    made = _Application()
    made.setApplicationName("riffdesk")
    translate_qt(made)
    install_roles()
    made.setWindowIcon(QIcon(str(resources_dir() / "icons" / "riffdesk.svg")))
    return made


def create_window(path: Path | str | None = None) -> MainWindow:
    """Create and show the main window, without entering the event loop.

    Parameters
    ----------
    path : Path or str, optional
        A sketch, sound or image to open, which the worker reads in the background.
    """
    made = application()
    window = MainWindow(made)
    window.show()
    window.canvas.setFocus()  # otherwise Space would press the first button, which is that of a recovered sketch
    window.recovery.look()
    window.documents.remove_abandoned()
    if path is not None:
        window.documents.open_path(Path(path))
    IdleImports(lambda: window.player.sounding or any(worker.running for worker in window.parts.workers), window)
    return window


def main(path: Path | None = None) -> int:
    """Show the window until it is closed; return the exit status.

    The first start, without a settings file and without a file to open, begins with the tour.
    """
    made = application()
    with Interrupt() as interrupt:
        window = create_window(path)
        BugHook(window).install()
        if window.first_start and path is None:
            window.help.tour.start()
        # Torch takes 500 MB, so that it is loaded only when the mouse enters the canvas.
        window.canvas.hovered.connect(window.warm_up, Qt.ConnectionType.SingleShotConnection)
        interrupt.received.connect(window.shutdown.leave, Qt.ConnectionType.QueuedConnection)
        if interrupt.has_signal:  # while the window was created
            QTimer.singleShot(0, window.shutdown.leave)
        window.left.connect(made.quit)  # also where a dialog is open
        gc.freeze()  # excludes the present objects from later collections, which took 40 ms
        return made.exec()
