"""What the way to the engine's process and back costs, beside the work that goes there."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from riffdesk.engine.layer_sound import live_sound
from riffdesk.engine.remote.cancel import Cancel
from riffdesk.engine.remote.process import EngineProcess
from riffdesk.engine.sound_requests import sound_request
from riffdesk.errors import Cancelled
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound
from tests.benchmarks.table import figure
from tests.engine import work

pytestmark = pytest.mark.bench


@pytest.fixture
def process() -> Iterator[EngineProcess]:
    made = EngineProcess(0)
    yield made
    made.close()


def milliseconds(call: Callable[[], object], times: int) -> float:
    call()
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        call()
        taken.append(time.perf_counter() - began)
    return 1e3 * statistics.median(taken)


def test_the_way_of_a_stroke_is_short_beside_its_sound(process: EngineProcess) -> None:
    sketch = Sketch()
    sketch.set_length(30.0)
    sketch.set_sound(sketch.layers[0].id, Sound(np.zeros((1, sketch.samples), np.float32)))
    edit = sketch.begin_stroke("Dab")
    edit.write(1_000, np.full((10, 10), 0.7, np.float32), slice(100, 110))
    edit.commit()
    request = sound_request(sketch.layers[0], (1_000, 1_010), sketch.params, "draft")
    there = milliseconds(lambda: process.call(live_sound, request, cancel=Cancel()), 100)
    here = milliseconds(lambda: live_sound(request), 100)
    way = milliseconds(lambda: process.call(work.echo, request, cancel=Cancel()), 100)
    figure("a dab's sound in the engine's process, beside the same in this one", f"{there / here:.2f}", "")
    figure("its way there and back alone, beside its sound", f"{way / there:.2f}", "")


def test_minutes_of_sound_go_there_and_back_about_as_fast_as_they_are_copied(process: EngineProcess) -> None:
    sound = np.ones((1, 26_460_000), np.float32)  # ten minutes
    way = milliseconds(lambda: process.call(work.echo, sound), 5)
    copy = milliseconds(sound.copy, 5)
    figure("ten minutes of sound there and back, beside one copy of it", f"{way / copy:.1f}", "")


def test_a_cancel_is_heard_at_once(process: EngineProcess) -> None:
    taken = []
    for _ in range(50):
        cancel, moment = Cancel(), [0.0]

        def press(cancel: Cancel = cancel, moment: list[float] = moment) -> None:
            moment[0] = time.perf_counter()
            cancel.set()

        threading.Timer(0.02, press).start()
        with pytest.raises(Cancelled):
            process.call(work.wait, None, cancel=cancel)
        taken.append(time.perf_counter() - moment[0])
    empty = milliseconds(lambda: process.call(work.process_id, None), 100)
    figure("from a cancel to its answer, beside an empty request", f"{1e3 * statistics.median(taken) / empty:.1f}", "")
