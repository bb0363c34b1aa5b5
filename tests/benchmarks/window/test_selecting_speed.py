"""How long selecting takes on ten minutes, and a frame of a move or of an effect that is tried."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import numpy as np
import pytest

from riffdesk.sketch.ink import Ink
from riffdesk.sketch.paint.effects.catalogue import EFFECTS
from riffdesk.sketch.paint.effects.effect import Place, apply_effect, begin_effect
from riffdesk.sketch.paint.move import Move
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.shapes import inside_outline, similar_marks
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound, Waveform
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


def test_five_seconds_of_all_bands_are_moved_at_thirty_frames_a_second() -> None:
    sketch = Sketch(empty_state(bars=15))
    edit = sketch.begin_stroke("Music")
    edit.write(0, music().read(0, sketch.columns))
    edit.commit()
    region, sound = Region(300, 800, 0, 512), Sound(Waveform.of(np.zeros((1, sketch.samples), np.float32)))
    sketch.set_sound(sketch.state.active, sound)
    move, ways = Move(sketch, region), iter(range(1, 1_000))
    in_time = median_ms(lambda: move.to(next(ways), 0), 30)
    in_pitch = median_ms(lambda: move.to(next(ways), 5), 30)
    gain, echo = (next(one for one in EFFECTS if one.name == name) for name in ("Gain", "Echo"))
    move.abort()
    figure("a move of 5 s x 512 bands in time", f"{in_time:.1f} ms", "< 33 ms")
    figure("a move of 5 s x 512 bands in time and pitch", f"{in_pitch:.1f} ms", "< 33 ms")
    for effect in (gain, echo):
        begun, place = begin_effect(sketch, effect, region), Place(sketch.params)
        tried = median_ms(
            lambda effect=effect, begun=begun, place=place: apply_effect(begun, effect, region, place, {})
        )
        figure(f"{effect.name} of 5 s x 512 bands", f"{tried:.1f} ms", "< 33 ms")
        begun.abort()
        assert tried < 33
    assert max(in_time, in_pitch) < 33
