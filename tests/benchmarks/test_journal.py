"""What autosave costs on ten minutes of eight layers: time, bytes, and how long the window's thread waits for it."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from riffdesk.store.journal.journal import Journal, Snapshot
from riffdesk.store.journal.journal_folders import folders, size_of
from riffdesk.store.journal.recovery import find_recoverable, recover
from riffdesk.store.journal.writer_thread import JournalThread
from tests.benchmarks.table import figure
from tests.store.sketches import painted, wide

pytestmark = pytest.mark.bench


def waited_for_a_processor(*threads: int) -> float:
    """Return the seconds for which threads could have run but other programs did; 0 where the system does not say."""
    files = (Path(f"/proc/self/task/{thread}/schedstat") for thread in threads)
    return sum(int(file.read_text().split()[1]) for file in files if file.exists()) / 1e9


def longest_wait(act: Callable[[], object], done: Callable[[], bool]) -> tuple[float, float]:
    """Return the longest time, in milliseconds, for which this thread did not run while something is done.

    The second figure is without what this and the other threads waited for a processor, which is the machine's doing.
    """
    threads = [thread.native_id for thread in threading.enumerate() if thread.native_id is not None]
    act_began, queued = time.perf_counter(), waited_for_a_processor(*threads)
    act()
    longest = time.perf_counter() - act_began
    own = longest - (waited_for_a_processor(*threads) - queued)
    while not done():
        before, queued = time.perf_counter(), waited_for_a_processor(*threads)
        time.sleep(0.001)
        sum(range(2_000))  # as a window does, it needs the interpreter to run
        wait = time.perf_counter() - before - 0.001
        longest = max(longest, wait)
        own = max(own, wait - (waited_for_a_processor(*threads) - queued))
    return 1_000 * longest, 1_000 * own


def told(waits: tuple[float, float]) -> str:
    """Return a figure of what `longest_wait` has measured."""
    return f"{waits[0]:.1f} ms, {waits[1]:.1f} of its own"


def test_the_longest_wait_where_nothing_is_stored() -> None:
    """What the machine itself keeps the thread waiting, which the figures below contain."""
    stop = threading.Event()

    def digest() -> None:
        while not stop.is_set():
            hashlib.blake2b(bytes(2**17)).digest()

    worker = threading.Thread(target=digest)
    worker.start()
    end = time.perf_counter() + 10
    wait = longest_wait(lambda: None, lambda: time.perf_counter() > end)
    stop.set()
    worker.join()
    figure("longest wait of a thread beside one that only digests bytes", told(wait), "")


def test_autosave_of_ten_minutes_of_eight_layers() -> None:
    state = wide()
    thread = JournalThread(lambda error: pytest.fail(str(error)))

    def idle() -> bool:
        return thread.wait(0)

    began = time.perf_counter()
    wait = longest_wait(lambda: thread.write(Snapshot(state)), idle)
    took, before = time.perf_counter() - began, size_of(folders()[0])
    figure("first version of 10 minutes x 8 layers: seconds, MB", f"{took:.1f} s, {before / 1e6:.0f} MB", "")
    figure("longest wait of the window's thread meanwhile", told(wait), "50 ms")

    written, waits, times = [], [], []
    for stroke in range(20):
        state = painted(state, 2_000 * stroke, 0.5)
        began = time.perf_counter()
        waits.append(longest_wait(lambda state=state: thread.write(Snapshot(state)), idle))
        times.append(time.perf_counter() - began)
        after = size_of(folders()[0])
        written.append(after - before)
        before = after
    figure("a dab: bytes on disk", f"{max(written) / 1e3:.0f} kB", "2,000 kB")
    figure("a dab: until it is on disk, median and longest", f"{sorted(times)[10]:.2f} s, {max(times):.2f} s", "2 s")
    figure(
        "a dab: longest wait of the window's thread",
        told((max(one for one, _ in waits), max(own for _, own in waits))),
        "50 ms",
    )
    thread.close()
    assert folders() == []


def test_recovery_of_ten_minutes_of_eight_layers() -> None:
    journal = Journal()
    journal.write(Snapshot(wide()))
    journal.release()
    found = []
    worker = threading.Thread(target=lambda: found.append(find_recoverable()))
    began = time.perf_counter()
    wait = longest_wait(worker.start, lambda: not worker.is_alive())
    figure("finding and checking it at the start", f"{time.perf_counter() - began:.1f} s", "")
    figure("longest wait of the window's thread meanwhile", told(wait), "50 ms")
    opened = []
    worker = threading.Thread(target=lambda: opened.append(recover(found[0].sketches[0])))
    began = time.perf_counter()
    wait = longest_wait(worker.start, lambda: not worker.is_alive())
    figure("opening it", f"{time.perf_counter() - began:.1f} s", "")
    figure("longest wait of the window's thread meanwhile", told(wait), "50 ms")
    opened[0].journal.clear()
