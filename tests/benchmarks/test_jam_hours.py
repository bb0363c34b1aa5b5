"""A jam of eight hours by a clock of its own, which goes on while the jam computes, and jumps while it waits.

So the hours take as long as the work in them, and what other programs do meanwhile changes nothing: time is that of one
core that nothing else needs. `RIFFDESK_JAM_HOURS` is the number of hours. A line is printed for each half hour.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from types import SimpleNamespace

import psutil
import pytest

from riffdesk.audio.playing.tape import MadeBar, Tape
from riffdesk.engine.session import bar_maker, jam
from riffdesk.engine.session.jam import Inbox, bars_of
from riffdesk.engine.session.jam_request import JamBar, JamRequest, Played
from riffdesk.engine.session.pace import BARS_AHEAD
from tests.benchmarks.test_jam import FIRST, PROMPTS, RATE, Messages, Run, told
from tests.engine.riffs import SCORED, add_tiny
from tests.engine.session.jams import jam_request as tiny_request

HOURS = float(os.environ.get("RIFFDESK_JAM_HOURS", "8"))
BAR = 2.0
MEASURED = 8  # one bar of so many is measured
pytestmark = pytest.mark.bench


@dataclass
class Listener:
    """Hears a jam by the time that its work takes, and sends random messages."""

    request: JamRequest
    waited: float = 0.0
    begun: float | None = None
    following: float = 8.0
    inbox: Inbox = field(default_factory=Inbox)
    run: Run = field(default_factory=Run)
    sent: dict[int, float] = field(default_factory=dict)
    tape: Tape = field(default_factory=lambda: Tape(RATE, BAR * RATE))
    messages: Messages = field(default_factory=Messages)

    def now(self) -> float:
        return time.process_time() + self.waited

    def sleep(self, seconds: float) -> None:
        self.waited += seconds
        self.hear()

    @property
    def heard(self) -> float:
        return 0.0 if self.begun is None else self.now() - self.begun

    def hear(self, _: object = None) -> None:
        """Play the tape up to now, and tell the jam; the time that this takes does not count."""
        if self.begun is None:
            return
        before = time.process_time()
        sample = int(self.heard * RATE)
        _ = self.tape[:, sample : sample + 1]
        self.inbox.put(Played(self.tape.made_at(sample)))
        if self.heard > self.following:
            message = self.messages.draw()
            self.sent[message.seed or 0] = self.heard
            self.inbox.put(message)
            self.following = self.heard + self.messages.rng.uniform(3, 20)
        self.waited -= time.process_time() - before

    def take(self, bar: JamBar) -> None:
        """Put a bar on the tape and measure it; the time that this takes does not count."""
        before, heard = time.process_time(), self.heard
        ahead = self.tape.length / RATE - heard
        self.tape.append(MadeBar({(): bar.audio}, {(): bar.after}, bar.number, bar.sample, None))
        line = self.tape.bars(1 << 60)[-1].line / RATE
        self.run.delays += [line - self.sent.pop(m.seed) for m in bar.messages if m.seed in self.sent]
        if bar.number >= FIRST:
            memory = psutil.Process().memory_info().rss
            self.run.take(bar, ahead / BAR, memory, self.request.params, measured=bar.number % MEASURED == 0)
        self.waited -= time.process_time() - before
        if bar.number + 1 == BARS_AHEAD:
            self.begun = self.now()


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Listener:
    """Return a listener by whose clock the jam goes."""
    add_tiny(SCORED)
    listener = Listener(tiny_request(bars=None, loop=8, paced=True, prompt=PROMPTS[0]))
    clock = SimpleNamespace(monotonic=listener.now, sleep=listener.sleep)
    monkeypatch.setattr(jam, "time", clock)
    monkeypatch.setattr(bar_maker, "time", clock)
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    return listener


def test_eight_hours_with_random_messages(listener: Listener) -> None:
    report = 1800.0
    for part in bars_of(listener.request, listener.hear, messages=listener.inbox):
        if isinstance(part, JamBar):
            listener.take(part)
        if listener.heard > report:
            hours, run = report / 3600, listener.run
            print(f"{hours:.1f} h: {len(run.making)} bars, repeats {listener.tape.repeats}", flush=True)
            report += 1800
        if listener.heard > HOURS * 3600:
            break
    listener.run.repeats = listener.tape.repeats
    told(f"{HOURS:g} hours", listener.run, BAR, max(2, round(HOURS)))
