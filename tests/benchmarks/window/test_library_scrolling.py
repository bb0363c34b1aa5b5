"""Scrolling through 50,000 riffs of the library in a real window."""

from __future__ import annotations

import io
import time
from contextlib import closing

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from riffdesk.store.library.library import Library
from riffdesk.ui.window.main_window import MainWindow
from tests.benchmarks.table import figure
from tests.benchmarks.test_library import fill
from tests.ui.conftest import Hands, engines, forker, hands, window

__all__ = ["engines", "forker", "hands", "window"]
pytestmark = pytest.mark.bench

COUNT = 50_000


def test_fifty_thousand_riffs_scroll_at_sixty_frames_a_second(window: MainWindow, hands: Hands) -> None:
    with closing(Library()) as library:
        fill(library, COUNT)
        pictures = [picture(seed) for seed in range(50)]
        with library.database.writing() as connection:
            rows = ((number, pictures[number % 50]) for number in range(1, COUNT + 1))
            connection.executemany("INSERT INTO details VALUES (?, '', '', ?)", rows)
    began = time.perf_counter()
    window.actions_["actionLibrary"].trigger()
    hands.wait(lambda: len(window.library.model.ids) == COUNT)
    figure("until 50,000 riffs are listed", f"{(time.perf_counter() - began) * 1e3:.0f} ms", "")
    view = window.library.panel.view
    hands.pause(0.5)
    scroll(window, "the list")
    began = time.perf_counter()
    window.library.panel.grid.click()
    view.viewport().repaint()
    figure("from the list to the grid", f"{(time.perf_counter() - began) * 1e3:.0f} ms", "50 ms")
    scroll(window, "the grid")
    panel, search = window.library.panel, []
    for text in ("jazz", "jazz p", "key:Am bpm:80-100 stars:3"):
        began = time.perf_counter()
        panel.search.setText(text)
        before = len(window.library.model.ids)
        hands.wait(lambda before=before: len(window.library.model.ids) != before)
        search.append((time.perf_counter() - began) * 1e3)
    figure("from a key in the search field to the list", f"worst {max(search):.0f} ms", "150 ms")


def scroll(window: MainWindow, what: str) -> None:
    """Scroll in three ways, 200 frames each."""
    view, bar = window.library.panel.view, window.library.panel.view.verticalScrollBar()
    for name, step in (("a row at a time", 58), ("a page at a time", 600), ("by the scroll bar", bar.maximum() // 200)):
        times = []
        bar.setValue(0)
        for _ in range(200):
            frame = time.thread_time()
            bar.setValue(bar.value() + step)
            view.viewport().repaint()
            times.append((time.thread_time() - frame) * 1e3)
            QApplication.processEvents()
        median, p95, worst = np.percentile(times, (50, 95, 100))
        figure(
            f"processor time of a frame, scrolling {what} {name}",
            f"{median:.1f}, p95 {p95:.1f}, worst {worst:.1f} ms",
            "16.7 ms",
        )


def picture(seed: int) -> bytes:
    """Return a picture as large and as hard to compress as those of riffs."""
    levels = np.random.default_rng(seed).integers(0, 16, (40, 160)).astype(np.uint8) * 17
    file = io.BytesIO()
    Image.fromarray(levels).save(file, "PNG")
    return file.getvalue()
