"""Play while everything computes: what is missing behind the card, and how late a change is heard."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest

from riffdesk.audio.playing.playback import BLOCK
from riffdesk.audio.playing.player import LATENCY, Player
from riffdesk.dsp.limiter import Limiter
from riffdesk.dsp.mix import Track
from tests.audio.soundcards import ROOT, gaps, pulse_cards
from tests.benchmarks.table import figure

pytestmark = [pytest.mark.bench, pytest.mark.sound]

RATE = 44_100
SECONDS = 60

BUSY_ON_TWO_CORES = """
import os, sys, torch
os.nice(int(sys.argv[1]))
torch.set_num_threads(2)
matrix = torch.randn(1_500, 1_500)
sound = torch.randn(256, 17_640)
print("busy", flush=True)
while True:
    matrix = torch.nn.functional.normalize(matrix @ matrix)
    torch.fft.irfft(torch.fft.rfft(sound))
"""


@contextmanager
def another_process_computing(nice: int = 0) -> Iterator[None]:
    command = [sys.executable, "-c", BUSY_ON_TWO_CORES, str(nice)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield
        finally:
            process.kill()


@contextmanager
def this_process_at_work() -> Iterator[None]:
    """Do what a window does: a few milliseconds of Python and numpy, sixty times a second."""
    done = threading.Event()

    def work() -> None:
        picture = np.random.default_rng(0).random((512, 1_000), dtype=np.float32)
        while not done.wait(0.01):
            sum(number * number for number in range(40_000))
            np.sqrt(picture).astype(np.uint8)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def test_a_minute_of_play_under_load_has_no_gap_with_80_ms_of_buffer():
    audio = np.random.default_rng(0).uniform(-0.3, 0.3, (2, SECONDS * RATE)).astype(np.float32)
    player, ended = Player(latency=0.08), threading.Event()
    player.subscribe(lambda event: ended.set() if event.kind != "started" else None)
    layers = [Track(audio * np.float32(0.25), key=str(number)) for number in range(4)]
    player.set_tracks(tuple(layers), audio.shape[1])
    stalls = []
    with pulse_cards() as cards, cards.server.recorded() as recorder:
        with another_process_computing(), this_process_at_work():
            player.play()
            last = time.monotonic()
            while not ended.wait(0.005):
                now = time.monotonic()
                stalls.append(now - last)
                last = now
            player.close()
        recorder.wait_for(recorder.seconds + 0.2)
        sound = recorder.sound
    first = int(np.flatnonzero(sound.any(axis=0))[0])
    heard = sound[:, first : first + audio.shape[1]]
    wrong = audio.shape[1] - np.count_nonzero(np.abs(heard - audio[:, : heard.shape[1]]).max(axis=0) < 1e-6)
    found = gaps(heard[0])
    print(
        f"\n{SECONDS} s of 4 layers under load: {len(found)} gaps, {wrong} samples missing or wrong, "
        f"{player.underruns} underruns; a 5 ms timer in this process waited {1_000 * max(stalls):.0f} ms at most"
    )
    assert player.error is None
    assert found == []
    assert wrong == 0


@pytest.mark.parametrize("nice", [0, 10])
def test_how_late_a_change_of_the_tracks_is_heard_and_what_is_missing(nice):
    samples = 30 * RATE
    quiet, loud = (
        tuple(Track(np.full((1, samples), level / 3, np.float32), key=str(number)) for number in range(3))
        for level in (0.2, 0.4)
    )
    player, random, changes = Player(), np.random.default_rng(0), []
    with pulse_cards() as cards, cards.server.recorded() as recorder:
        player.set_tracks(quiet, samples)
        with another_process_computing(nice), this_process_at_work():
            player.play()
            time.sleep(1)
            for number in range(60):
                changes.append(time.monotonic())
                player.set_tracks(quiet if number % 2 else loud, samples)
                time.sleep(float(random.uniform(0.2, 0.3)))
            player.stop()
            time.sleep(0.3)
        player.close()
        sound, frames = recorder.sound[0], [int(recorder.frame_at(moment)) for moment in changes]
    delays = []
    for number, frame in enumerate(frames):
        after = sound[frame : frame + RATE // 5]
        heard = np.flatnonzero((after > 0.05) & (after < 0.38) if number % 2 else after > 0.22)  # a tenth of the way
        delays.append(1_000 * heard[0] / RATE if len(heard) else np.inf)
    sounding = np.flatnonzero(sound > 0.1)
    missing = np.count_nonzero(sound[sounding[0] : sounding[-1]] < 0.05)
    middle, late = np.percentile(delays, [50, 95])
    figure(
        f"change of tracks heard after, buffer {1_000 * LATENCY:.0f} ms, load at nice {nice}",
        f"{middle:.0f}, p95 {late:.0f} ms, {1_000 * missing / RATE:.0f} ms missing",
        "about 40 ms",
    )
    assert player.error is None


@pytest.mark.parametrize(("what", "level", "must"), [("idle", 0.9, "3%"), ("limiting", 3.0, "10%")])
def test_what_the_limiter_takes_of_the_time_of_a_block(what, level, must):
    block = np.random.default_rng(0).uniform(-level, level, (2, BLOCK)).astype(np.float32)
    limiter, times = Limiter(RATE), []
    for _ in range(2_000):
        began = time.perf_counter()
        limiter.process(block)
        times.append(time.perf_counter() - began)
    share = np.median(times) / (BLOCK / RATE)
    figure(f"limiter, {what}: part of the time of a block of {BLOCK}", f"{share:.2%}", must)
