"""How long wand and lasso take on ten minutes; see `riffdesk.ui.canvas.tools.selecting`."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import numpy as np
import pytest

from riffdesk.sketch.ink import Ink
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.shapes import inside_outline, similar_marks
from riffdesk.sketch.state import empty_state
from tests.benchmarks.table import figure

pytestmark = pytest.mark.bench

COLUMNS = 60_000


def music() -> Ink:
    """Return ten minutes of noise at -70 dB with a note every half second, each with its partials."""
    rng = np.random.default_rng(3)
    ink = 10 ** (-70 / 80) * rng.rayleigh(0.8, (512, COLUMNS)).astype(np.float32) ** 0.25
    for start in range(0, COLUMNS, 50):
        for partial in range(1, 6):
            band = int(rng.integers(60, 90)) * partial
            ink[band : band + 4, start : start + 45] = 0.6 / partial**0.25
    return Ink.of(ink)


def median_ms(work: Callable[[], object], times: int = 7) -> float:
    spent = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        spent.append(1000 * (time.perf_counter() - begin))
    return statistics.median(spent)


def test_selecting_on_ten_minutes_takes_less_than_a_tenth_of_a_second() -> None:
    ink, grid = music(), empty_state(bars=300)
    loud = np.argwhere(ink.array[:, 30_000:30_050] > 0.5)[0]
    note, bed = (30_000 + int(loud[1]), int(loud[0])), (30_020, 500)
    angles = np.linspace(0, 2 * np.pi, 800, endpoint=False)
    outline = list(zip(30_000 + 29_000 * np.cos(angles), 256 + 250 * np.sin(angles), strict=True))
    cases = {
        "wand, a note, 20 dB": lambda: similar_marks(ink, note, 20, grid, reach=1_000),
        "wand, noise, 40 dB, 10 s on each side": lambda: similar_marks(ink, bed, 40, grid, reach=1_000),
        "wand, noise, 40 dB, 30 s on each side": lambda: similar_marks(ink, bed, 40, grid, reach=3_000),
        "wand, everywhere": lambda: similar_marks(ink, note, 20, grid),
        "lasso, 800 corners around it all": lambda: inside_outline(outline, grid),
        "lasso, 5 s": lambda: inside_outline([(x / 100, y) for x, y in outline], grid),
    }
    spent = {name: median_ms(work) for name, work in cases.items()}
    for name, milliseconds in spent.items():
        figure(name, f"{milliseconds:.1f} ms", "< 100 ms")
    assert isinstance(similar_marks(ink, note, 20, grid), Region)
    assert max(spent.values()) < 100
