"""Returns free memory to the operating system a few seconds after the last change of a sketch, if nothing plays.

Ink and sound are tiles of some 100 KiB. When they are freed, they stay in glibc's heaps, which do not shrink while any
later block is in use; hundreds of megabytes can be kept. All threads share the main heap: those of threads kept up to
18 MB that nothing used after 600 random actions. The libraries of other systems return memory themselves.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

from riffdesk.audio.playing.player import Player
from riffdesk.sketch.events import DocumentOpened, HistoryChanged
from riffdesk.sketch.sketch import Sketch
from riffdesk.system import SYSTEM

_REST_MS = 3_000
_LONGEST_WAIT = 600.0  # seconds after which it happens also while something plays


class HeapTrimmer(QObject):
    """Trims the heap some seconds after the last change of a sketch's history.

    It waits for the end of playback: looking for cycles keeps the player's thread from running for longer than the
    sound card's buffer lasts.
    """

    def __init__(self, sketch: Sketch, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player, self._trimmed = player, time.monotonic()
        self.rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self.rest.timeout.connect(self._trim)
        sketch.subscribe(lambda _: self.rest.start(), DocumentOpened, HistoryChanged)

    def _trim(self) -> None:
        now = time.monotonic()
        if self._player.sounding and now - self._trimmed < _LONGEST_WAIT:
            self.rest.start()
        else:
            self._trimmed = now
            trim_heap()


def trim_heap() -> None:
    """Collect garbage and return free memory to the system.

    Python starts collections by the number of objects, but a few objects in a cycle, such as the traceback of a
    cancelled riff, can hold the memory of a sketch.
    """
    gc.collect()
    SYSTEM.trim_heap()
