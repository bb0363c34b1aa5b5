"""One cold start of the window: the prompt is clicked and typed, Generate pressed; prints how long the riff took.

    python -m tests.benchmarks.first_riff SECONDS

SECONDS pass between the last letter and Generate. Prints one line of JSON: seconds from Generate until the first
section is in the sketch and until all of the riff is, for the first take and for a second one.
"""

from __future__ import annotations

import json
import os
import sys
import time

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from riffdesk.ui.window.app import application, create_window
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands

PROMPT = "funk drums"
_LETTERS_PER_SECOND = 15
_LONGEST = 300.0


def take(window: MainWindow, hands: Hands) -> tuple[float, float]:
    """Press Generate; return the seconds until the first sound and until all of it."""
    begun: list[float] = []
    link = window.riffs.incoming.begun.connect(lambda _: begun.append(time.monotonic()))
    pressed = time.monotonic()
    QTest.mouseClick(window.prompt_panel.generate, Qt.MouseButton.LeftButton)
    worker = window.render_worker
    hands.wait(lambda: begun and worker.running is None and not worker.waiting, _LONGEST)
    done = time.monotonic()
    window.riffs.incoming.begun.disconnect(link)
    return begun[0] - pressed, done - pressed


def main(wait: float) -> None:
    application()
    window = create_window()
    window.canvas.hovered.connect(window.warm_up, Qt.ConnectionType.SingleShotConnection)
    QTest.qWaitForWindowExposed(window)
    hands, prompt = Hands(window), window.prompt_panel.prompt
    QTest.mouseMove(window.canvas.viewport(), QPoint(200, 200))
    hands.pause(0.5)
    QTest.mouseMove(prompt.viewport(), prompt.viewport().rect().center())
    hands.pause(0.3)
    QTest.mouseClick(prompt.viewport(), Qt.MouseButton.LeftButton)
    for letter in PROMPT:
        QTest.keyClicks(prompt, letter)
        hands.pause(1 / _LETTERS_PER_SECOND)
    hands.pause(wait)
    first = take(window, hands)
    hands.pause(1.0)
    again = take(window, hands)
    print(json.dumps({"seconds": window.sketch.riff_seconds, "first": first, "again": again}), flush=True)
    for worker in (window.worker, window.sound_worker, window.render_worker, window.download_worker):
        worker.close()
    os._exit(0)


if __name__ == "__main__":
    main(float(sys.argv[1]))
