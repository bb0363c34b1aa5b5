"""SIGKILL at random moments of painting, autosaving, saving and exporting: nothing is broken, seconds are lost at most.

RIFFDESK_TEST_KILLS says how often, 1,000 times by default; RIFFDESK_TEST_KILLS_FROM with which seed it begins,
so that several runs share the work. Moments soon after the first stroke come more often than later ones: there is a
version every half second, and each kill costs what it waits for.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import sys
import threading
import time
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import pytest
import soundfile

from riffdesk.audio.filing.export.export import ExportRequest, export
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.snapshots import Snapshots
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import State
from riffdesk.store.journal.journal_folders import folders
from riffdesk.store.journal.recovery import find_recoverable, recover
from riffdesk.store.project.opening import OpenRequest, load_project
from riffdesk.store.project.saving import SaveRequest, save_project
from tests.benchmarks.table import figure
from tests.store.killing import killed_painter, paint, strokes_in

pytestmark = [pytest.mark.bench, pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")]


LEAST, MEAN, MOST = 0.3, 0.7, 4.0  # seconds from the first stroke to the kill; the mean is of what is beyond the least
MODULES = ("riffdesk.ui.recovery.autosave", "tests.benchmarks.test_kills")


def sounding(state: State) -> State:
    """Return a document whose layer sounds like something, so that it can be exported."""
    tone = np.sin(np.arange(state.samples) / 20).astype(np.float32)[None]
    return state.with_layer(replace(state.layers[0], sound=Sound(Waveform.of(tone))))


def busy(home: str, pipe: Connection) -> None:
    """Paint and autosave as the window does; save and export all the time beside it."""
    os.environ["RIFFDESK_HOME"] = home
    from types import SimpleNamespace

    from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

    from riffdesk.ui.recovery.autosave import Autosave

    class Documents(QObject):
        renamed = Signal()
        name, path, stamp = "Untitled", None, ""
        snapshots = Snapshots(Sketch())

    application = QCoreApplication([])
    sketch, documents = Sketch(), Documents()
    autosave = Autosave(sketch, documents, SimpleNamespace(partial_riffs=list), SimpleNamespace(report=print))  # type: ignore[arg-type]
    work, strokes = Path(home) / "work", 0
    work.mkdir(parents=True, exist_ok=True)

    def stroke() -> None:
        nonlocal strokes
        strokes += 1
        pipe.send(("painted", strokes, time.monotonic()))
        paint(sketch, strokes)

    def save() -> None:
        while True:
            save_project(SaveRequest(sketch.state, work / "song.riff"))

    def write() -> None:
        while True:
            export(ExportRequest(sounding(sketch.state), work / "out", "song", stems=True, overwrite=True))

    for act in (save, write):
        threading.Thread(target=act, daemon=True).start()
    timer = QTimer(interval=20)
    timer.timeout.connect(stroke)
    timer.start()
    application.exec()
    autosave.close()


def check_files(work: Path) -> None:
    """Check that what was saved and exported is whole, and that a new save and export remove what killed ones left."""
    song = work / "song.riff"
    if song.exists():
        assert strokes_in(load_project(OpenRequest(song))) is not None
    for path in (work / "out").glob("*.wav"):
        sound, _ = soundfile.read(path, dtype="float32")
        assert len(sound) == Sketch().samples
        assert sound.any()
    save_project(SaveRequest(Sketch().state, song))
    export(ExportRequest(sounding(Sketch().state), work / "out", "song", stems=True, overwrite=True))


def test_nothing_is_broken_and_at_most_two_seconds_of_strokes_are_lost(home: Path) -> None:
    count = int(os.environ.get("RIFFDESK_TEST_KILLS", "1000"))
    first = int(os.environ.get("RIFFDESK_TEST_KILLS_FROM", "0"))
    context = multiprocessing.get_context("forkserver")
    lost, found_count, left = [], 0, 0
    for number in range(first, first + count):
        after = min(MOST, LEAST + random.Random(number).expovariate(1 / MEAN))
        kill = killed_painter(context, home, seed=number, target=busy, after=after, modules=MODULES)
        found = find_recoverable()
        assert found.damaged == ()
        recovered = 0
        for sketch in found.sketches:
            back = recover(sketch)
            strokes = strokes_in(back.state)
            assert strokes is not None
            recovered, found_count = strokes, found_count + 1
            back.journal.clear()
        first_lost = kill.times.get(recovered + 1)
        lost.append(0.0 if first_lost is None else kill.at - first_lost)
        assert folders() == []
        check_files(home / "work")
        left += sum(path.name.startswith(".") for path in (home / "work").rglob("*"))
    figure(f"{count} kills: strokes lost at most, {found_count} recovered", f"{max(lost):.2f} s", "2 s")
    figure("temporary files after the next start", f"{left}", "0")
    assert left == 0
    assert found_count > count / 10, "many are killed after the first autosave"
