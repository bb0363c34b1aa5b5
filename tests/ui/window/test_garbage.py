"""Objects of Qt that nobody holds any more are destroyed by the GUI thread."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, Qt, QTimer

from tests.ui.conftest import Hands


def leave_garbage(count: int = 20_000) -> None:
    """Leave cycles behind, as many as make Python look for them."""
    for _ in range(count):
        cycle: list[object] = []
        cycle.append(cycle)


@pytest.mark.parametrize("kind", [QObject, QTimer])
def test_a_thread_that_leaves_garbage_destroys_no_object_of_the_window(hands: Hands, kind: type[QObject]) -> None:
    destroyed_by: list[threading.Thread] = []
    left = kind()
    left.itself = left  # type: ignore[attr-defined]
    left.destroyed.connect(lambda: destroyed_by.append(threading.current_thread()), Qt.ConnectionType.DirectConnection)
    del left
    thread = threading.Thread(target=leave_garbage)
    thread.start()
    thread.join()
    hands.wait(lambda: destroyed_by, seconds=10)
    assert destroyed_by == [threading.main_thread()]
