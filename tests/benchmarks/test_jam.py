"""A jam of ten minutes with random messages, and one of the starter: no gap, how soon a message is heard, flat memory.

The engine runs in its own process, as for the window. A clock plays the tape, whose last bars go round if the next is
late. `RIFFDESK_JAM_SECONDS` makes the first one longer, such as 28800 for eight hours of music.
"""

from __future__ import annotations

import os
import random
import threading
import time
from dataclasses import dataclass, field, replace

import numpy as np
import psutil
import pytest

from riffdesk.audio.playing.tape import MadeBar, Tape
from riffdesk.dsp.loudness import loudness
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.remote.cancel import Cancel
from riffdesk.engine.remote.mailbox import Mailbox
from riffdesk.engine.remote.process import EngineProcess
from riffdesk.engine.riff.score.tempo_key_estimate import onset_strength
from riffdesk.engine.session.jam import jam
from riffdesk.engine.session.jam_message import JamMessage
from riffdesk.engine.session.jam_request import JamBar, JamRequest, Played
from riffdesk.engine.session.pace import BARS_AHEAD
from riffdesk.errors import Cancelled
from riffdesk.progress import Step
from riffdesk.scripting.jam import jam_request
from tests.benchmarks.table import figure
from tests.engine.riffs import SCORED, add_tiny
from tests.engine.session.jams import jam_request as tiny_request

SECONDS = float(os.environ.get("RIFFDESK_JAM_SECONDS", "600"))
SPEED = 2.0  # of the clock, for the tiny model
RATE = 44_100
PROMPTS = ("lofi hip hop", "techno", "funk with brass", "slow jazz piano", "reggae organ", "ambient pad, no drums")
pytestmark = pytest.mark.bench

FIRST = 4  # bars that are not counted: the model is loaded, and its speed measured


@dataclass
class Run:
    """What a jam of some seconds was like."""

    repeats: int = 0
    delays: list[float] = field(default_factory=list)
    reserves: list[float] = field(default_factory=list)
    steps: list[int] = field(default_factory=list)
    making: list[float] = field(default_factory=list)
    stems: list[int] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)
    loudness: list[float] = field(default_factory=list)
    centroid: list[float] = field(default_factory=list)
    onsets: list[float] = field(default_factory=list)

    def take(self, bar: JamBar, ahead: float, memory: int, params: SpectrogramParams, *, measured: bool = True) -> None:
        """Take a bar into account, with the bars on the tape before it came and the bytes of the process."""
        self.reserves.append(ahead)
        self.steps.append(bar.recipe.steps)
        self.making.append(bar.seconds)
        self.stems.append(len(bar.stems))
        self.memory.append(memory)
        if not measured:
            return
        ink = analyse(bar.audio, params)[0]
        self.loudness.append(loudness(bar.audio, RATE))
        power = ink ** (2 / params.power)
        bands = np.arange(len(ink))[:, None]
        self.centroid.append(float((power * bands).sum() / max(power.sum(), 1e-12)))
        self.onsets.append(float(onset_strength(ink, params).mean()))


class Messages:
    """Random messages, each known by its seed."""

    def __init__(self) -> None:
        self.rng, self._seed = random.Random(1), 10

    def draw(self) -> JamMessage:
        """Return the next message."""
        rng, self._seed = self.rng, self._seed + 1
        changes = (
            {"prompt": rng.choice(PROMPTS)},
            {"other": True},
            {"fill": True},
            {"density": rng.choice(("sparse", "medium", "busy"))},
            {"parts": {rng.choice(("drums", "bass", "chords", "melody")): rng.choice(("free", "silent", "new"))}},
            {"guidance": rng.uniform(1.5, 4)},
            {"levels": {"drums": rng.uniform(-6, 3)}},
        )
        return replace(JamMessage(seed=self._seed), **rng.choice(changes))


class Player:
    """Plays a jam by the clock and sends random messages."""

    def __init__(self, request: JamRequest, seconds: float, speed: float, bar: float) -> None:
        self._request, self._seconds, self._speed, self._bar = request, seconds, speed, bar
        self._run, self._mailbox, self._cancel = Run(), Mailbox(), Cancel()
        self._messages, self._sent = Messages(), dict[int | None, float]()
        self._begun: float | None = None
        self._tape = Tape(RATE, bar * RATE)
        self._process = EngineProcess(0)

    def run(self) -> Run:
        threading.Thread(target=self._tell, daemon=True).start()
        try:
            self._process.call(jam, self._request, self._take, self._cancel, self._mailbox)
        except Cancelled:
            self._run.repeats = self._tape.repeats
            return self._run
        finally:
            self._process.close()
        raise AssertionError("it ends when it is cancelled")

    @property
    def _heard(self) -> float:
        return 0.0 if self._begun is None else (time.monotonic() - self._begun) * self._speed

    def _take(self, step: Step) -> None:
        bar = step.partial
        if not isinstance(bar, JamBar):
            return
        tape_before = self._tape.length / RATE  # with the former version of a bar that was made again
        self._tape.append(MadeBar({(): bar.audio}, {(): bar.after}, bar.number, bar.sample, None))
        line = self._tape.bars(1 << 60)[-1].line / RATE
        self._run.delays += [line - self._sent.pop(m.seed) for m in bar.messages if m.seed in self._sent]
        if bar.number + 1 == BARS_AHEAD:
            self._begun = time.monotonic()
        if bar.number < FIRST:
            return
        memory = psutil.Process(self._process.process_id).memory_info().rss
        self._run.take(bar, (tape_before - self._heard) / self._bar, memory, self._request.params)

    def _tell(self) -> None:
        following = 8.0
        while not self._cancel.is_set():
            time.sleep(0.1 / self._speed)
            if self._begun is None:
                continue
            heard = int(self._heard * RATE)
            _ = self._tape[:, heard : heard + 1]
            self._mailbox.put(Played(self._tape.made_at(heard)))
            if self._heard > following:
                message = self._messages.draw()
                self._sent[message.seed] = self._heard
                self._mailbox.put(message)
                following = self._heard + self._messages.rng.uniform(3, 20)
            if self._heard > self._seconds:
                self._cancel.set()


def told(name: str, run: Run, bar: float, parts: int = 3) -> None:
    """Print the figures of a jam, which is divided into parts of equal length."""
    delay = np.array(run.delays)
    figure(f"{name}: bars, and times that the last went round", f"{len(run.making)}, {run.repeats}", "0 times")
    figure(f"{name}: steps, least and median", f"{min(run.steps)}, {np.median(run.steps):.0f}", "-")
    making = np.percentile(run.making, (50, 95))
    figure(f"{name}: time for a bar of {bar:.2f} s, median and p95", f"{making[0]:.2f}, {making[1]:.2f} s", "-")
    figure(f"{name}: stems, least and median", f"{min(run.stems)}, {np.median(run.stems):.0f}", "-")
    reserves = np.percentile(run.reserves, (0, 5, 50))
    text = ", ".join(f"{value:.2f}" for value in reserves)
    figure(f"{name}: bars on the tape when one is made, least, p5 and median", text, f"{BARS_AHEAD}")
    figure(
        f"{name}: message to sound, median and p95 of {len(delay)}",
        f"{np.median(delay):.2f}, {np.percentile(delay, 95):.2f} s, most {delay.max():.2f} s",
        f"p95 {2 * bar + 1:.1f} s",
    )
    memory = np.array(run.memory, float)
    of_memory = np.array_split(memory, parts)
    growth = of_memory[-1].mean() / of_memory[1].mean() - 1
    figure(f"{name}: memory of the engine, last of {parts} parts over the second", f"{growth:+.1%}", "+5%")
    for what, values in (("loudness", run.loudness), ("centroid", run.centroid), ("onset strength", run.onsets)):
        divided = np.array_split([value for value in values if np.isfinite(value)], parts)
        one, other = divided[0].mean(), divided[-1].mean()
        text = f"{other - one:+.1f} LU" if what == "loudness" else f"{other / one - 1:+.0%}"
        figure(f"{name}: {what}, last of {parts} parts beside the first", text, "1 LU" if what == "loudness" else "20%")


def test_ten_minutes_with_random_messages() -> None:
    add_tiny(SCORED)
    request = tiny_request(bars=None, loop=8, paced=True, prompt=PROMPTS[0])
    run = Player(request, SECONDS, SPEED, 2.0).run()
    told("tiny model", run, 2.0)


def test_the_starter_keeps_ahead_at_120_bpm() -> None:
    request = replace(jam_request(PROMPTS[0], bpm=120.0, key="A minor"), paced=True)
    run = Player(request, 90.0, 1.0, 2.0).run()
    told("starter", run, 2.0)
