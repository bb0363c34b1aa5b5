"""A process that paints and stores what it paints, and is killed in the middle of it."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import Any

import numpy as np

from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import State

BANDS, EVERY = 512, 16


@dataclass
class Kill:
    """What a process had done when it was killed.

    Parameters
    ----------
    painted, stored : int
        Strokes that it had begun, and that a version was stored of for certain.
    at : float
        When it was killed, as of `time.monotonic`.
    times : dict
        When each stroke was painted.
    """

    painted: int
    stored: int
    at: float
    times: dict[int, float]


def _paint(home: str, pipe: Connection) -> None:
    import os

    os.environ["RIFFDESK_HOME"] = home
    from riffdesk.store.journal.journal import Journal, Snapshot

    sketch, journal, stroke = Sketch(), Journal(), 0
    while True:
        for _ in range(3):
            stroke += 1
            pipe.send(("painted", stroke, time.monotonic()))
            paint(sketch, stroke)
        journal.write(Snapshot(sketch.state))
        pipe.send(("stored", stroke, time.monotonic()))


def paint(sketch: Sketch, stroke: int) -> None:
    """Paint a stroke that can be told from all others."""
    place = stroke * EVERY % (sketch.columns - EVERY)
    edit = sketch.begin_stroke("Brush")
    edit.write(place, np.full((BANDS, EVERY), stroke, np.float32))
    edit.commit()


def strokes_in(state: State) -> int | None:
    """Return how many strokes a document has; None if there is no such document."""
    count = int(state.layers[0].ink.max())
    sketch = Sketch()
    for stroke in range(1, count + 1):
        paint(sketch, stroke)
    return count if np.array_equal(sketch.active_layer.ink, state.layers[0].ink) else None


def killed_painter(
    context: ForkServerContext,
    home: Path,
    *,
    seed: int,
    target: Any = _paint,
    after: float | None = None,
    modules: Sequence[str] = (),
) -> Kill:
    """Let a process paint, and kill it at a random moment after its first stroke, or so many seconds after it.

    It is forked from a server that has imported what it needs, some more modules among that.
    """
    context.set_forkserver_preload(["tests.store.killing", "riffdesk.store.journal.journal", "filelock", *modules])
    receive, send = context.Pipe(duplex=False)
    process = context.Process(target=target, args=(str(home), send))
    process.start()
    send.close()
    assert receive.poll(60)
    time.sleep(random.Random(seed).uniform(0, 0.4) if after is None else after)
    process.kill()
    at = time.monotonic()
    process.join()
    kill = Kill(0, 0, at, {})
    while True:
        try:
            what, stroke, when = receive.recv()
        except EOFError:
            return kill
        if what == "painted":
            kill.painted, kill.times[stroke] = stroke, when
        else:
            kill.stored = stroke
