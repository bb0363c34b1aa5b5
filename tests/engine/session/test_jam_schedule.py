"""How far a jam keeps ahead, and how soon a change is heard, on machines of given speeds: by a clock of its own."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace

import numpy as np
import pytest

from riffdesk.engine.session import bar_maker, bar_sound, jam
from riffdesk.engine.session.jam import Inbox, bars_of
from riffdesk.engine.session.jam_message import JamMessage
from riffdesk.engine.session.jam_request import JamBar, Played
from riffdesk.engine.session.pace import BARS_AHEAD
from riffdesk.engine.session.stems import StemImages
from riffdesk.progress import Step
from tests.engine.riffs import LOW_RATE, SCORED, add_tiny
from tests.engine.session.jams import jam_request

RATE, BAR = LOW_RATE.sample_rate, 2.0
CHANGES: tuple[dict[str, object], ...] = (
    {"prompt": "techno"},
    {"prompt": "slow jazz piano"},
    {"other": True},
    {"fill": True},
    {"guidance": 2.0},
    {"density": "busy"},
    {"parts": {"melody": "new"}},
    {"blend": {"techno": 0.5, "jazz": 0.5}},
)


@dataclass
class Machine:
    """A machine on which a step, the sound of a part, and the rest of a bar take known times, and a listener."""

    step: float
    sound: float
    rest: float
    now: float = 100.0
    begun: float | None = None
    inbox: Inbox = field(default_factory=Inbox)
    ends: dict[int, float] = field(default_factory=dict)  # of bars on the tape, in seconds of the jam
    sent: dict[int, float] = field(default_factory=dict)
    reserves: list[float] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)
    stems: list[int] = field(default_factory=list)
    rng: random.Random = field(default_factory=lambda: random.Random(3))
    following: float = 12.0

    @property
    def heard(self) -> float:
        return 0.0 if self.begun is None else self.now - self.begun

    def advance(self, seconds: float) -> None:
        """Let time pass: the window tells ten times a second what is heard, and the listener sends changes."""
        until = self.now + seconds
        while self.now < until:
            self.now = min(until, self.now + 0.05)
            if self.begun is None:
                continue
            self.inbox.put(Played(int(self.heard * RATE)))
            if self.heard > 16:
                self.reserves.append((max(self.ends.values()) - self.heard) / BAR)
            if self.heard > self.following:
                number = 100 + len(self.sent)
                self.sent[number] = self.heard
                self.inbox.put(JamMessage(seed=number, **self.rng.choice(CHANGES)))
                self.following = self.heard + self.rng.uniform(3, 20)

    def take(self, bar: JamBar) -> None:
        self.ends[bar.number] = (bar.sample + bar.shape[1]) / RATE
        self.delays += [bar.number * BAR - self.sent[m.seed] for m in bar.messages if m.seed in self.sent]
        self.stems.append(len(bar.stems))
        if bar.number + 1 == BARS_AHEAD:
            self.begun = self.now


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Machine]:
    """Return a machine on which a jam runs by a clock of its own; images and sounds are silent."""
    add_tiny(SCORED)
    machine = Machine(*request.param)
    clock = SimpleNamespace(monotonic=lambda: machine.now, sleep=machine.advance)
    monkeypatch.setattr(jam, "time", clock)
    monkeypatch.setattr(bar_maker, "time", clock)

    def render(self, number, bars, tail, state, loop, on_step, cancel):
        for step in range(state.steps):
            machine.advance(machine.step)
            on_step(Step(step + 1, state.steps, "Rendering"))
        latents, factor = self.range_of(number, tail), self._model.factor
        image = np.zeros((self._model.params.bands, (latents.end - latents.start) * factor), np.float32)
        return [self._cut(image, latents, bar) for bar in range(latents.bars)]

    def silent(self, columns, line):
        start = max(0, columns[0] * self._params.hop - self._params.window)
        length = max(0, columns[1] * self._params.hop - self._params.window - start)
        audio, after = np.zeros((1, length), np.float32), np.zeros((1, 4096), np.float32)
        return bar_sound.StemSound(start, line, audio, after, {})

    def made(self, before, columns, line, ink, on_step, cancel):
        machine.advance(machine.sound)
        return silent(self, columns, line)

    def again(self, sound, before, columns, line, ink):
        return silent(self, columns, line)

    really_make = bar_maker.BarMaker.make

    def make(self, *arguments):
        machine.advance(machine.rest)
        return really_make(self, *arguments)

    monkeypatch.setattr(StemImages, "render", render)
    monkeypatch.setattr(bar_sound.StemSounds, "made", made)
    monkeypatch.setattr(bar_sound.StemSounds, "again", again)
    monkeypatch.setattr(bar_maker.BarMaker, "make", make)
    return machine


def play(machine: Machine, bars: int) -> None:
    request = jam_request(bars=bars, loop=8, paced=True, steps=8, tempo=120.0)
    for part in bars_of(request, messages=machine.inbox):
        if isinstance(part, JamBar):
            machine.take(part)


STARTER = (0.15, 0.2, 0.1)
"""Times of the starter on one core, in seconds."""
FAST, SLOW = (0.03, 0.05, 0.05), (0.3, 0.3, 0.1)


@pytest.mark.parametrize(
    ("machine", "least", "usual", "latest"),
    [(STARTER, 1.4, 1.9, 5.4), (FAST, 1.8, 2.0, 5.2), (SLOW, 0.3, 1.3, 6.0)],
    indirect=["machine"],
    ids=["starter", "fast", "slow"],
)
def test_two_bars_are_ahead_and_changes_are_heard_within_two_bars_and_a_second(
    machine: Machine, least: float, usual: float, latest: float
) -> None:
    play(machine, 200)
    reserves, delays = np.array(machine.reserves), np.array(machine.delays)
    assert len(delays) > 30
    # After a change bars are made again, which takes what is ahead; without one there are two bars.
    assert reserves.min() > least
    assert np.percentile(reserves, 5) > usual
    assert np.percentile(delays, 95) <= BARS_AHEAD * BAR + 1
    assert delays.max() < latest


@pytest.mark.parametrize("machine", [STARTER], indirect=True)
def test_without_changes_parts_are_alone_and_two_bars_are_always_ahead(machine: Machine) -> None:
    machine.following = float("inf")
    play(machine, 80)
    assert min(machine.reserves) > BARS_AHEAD - 0.1
    assert np.mean(np.array(machine.stems[16:]) >= 3) > 0.6
