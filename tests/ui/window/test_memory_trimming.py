"""Memory of what is no longer there goes back to the system."""

from __future__ import annotations

import ctypes
import sys

import numpy as np
import psutil
import pytest

from riffdesk.ui.window.memory_trimming import trim_heap
from tests.ui.conftest import Hands

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="only glibc has to be told to"
)
TILE = (512, 63)


def resident() -> float:
    return psutil.Process().memory_info().rss / 2**20


def scattered(megabytes: int) -> list[np.ndarray]:
    """Return a few tiles that keep the heap from becoming smaller by itself, out of many that are gone."""
    tiles = [np.full(TILE, 1, np.float32) for _ in range(megabytes * 8)]
    return tiles[::50]


def test_what_was_freed_between_tiles_that_stay_is_given_back() -> None:
    kept = scattered(200)
    before = resident()
    trim_heap()
    assert resident() < before - 100
    assert kept


def test_the_window_gives_back_what_a_former_sketch_had_once_the_hand_rests(hands: Hands) -> None:
    window = hands.window
    window.heap.rest.setInterval(50)
    hands.pause(0.3)
    kept = scattered(200)
    before = resident()
    window.sketch.set_tempo(90)
    hands.wait(lambda: resident() < before - 100, 10)
    assert kept
