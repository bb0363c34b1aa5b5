"""A jam: makes bar after bar, keeps ahead of what is played, and applies messages at the next bar that is not made.

One thread does it all. Messages are read between bars and at each step of a bar. A change starts the bar that is being
made again, or makes the last one again, if there is time before that is heard: so it is heard a bar sooner. What was
applied at which bar, with the numbers of steps, goes out with the bars: the same request with these messages plays the
same music again.
"""

from __future__ import annotations

import queue
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from riffdesk.arrays import Array
from riffdesk.compose.score import Score
from riffdesk.engine.cores import all_cores
from riffdesk.engine.loaded_model import model_of
from riffdesk.engine.riff.request_checks import memory_errors
from riffdesk.engine.riff.section_plan import OVERLAP
from riffdesk.engine.session.bar_sound import BarSound
from riffdesk.engine.session.bar_strip import (
    GUIDE_LEVEL,
    BarRange,
    BarSpacing,
    denoising_of,
    range_of,
    riff_score_of,
    strip_of,
)
from riffdesk.engine.session.bar_words import BarWords, recipe_of
from riffdesk.engine.session.jam_message import JamMessage
from riffdesk.engine.session.jam_request import BARS_AHEAD, JamBar, JamRequest, JamStarted, Played
from riffdesk.engine.session.jam_score import JamScore, Loop
from riffdesk.engine.session.jam_state import JamState, Scene, applied, planned
from riffdesk.engine.session.pace import Pace
from riffdesk.errors import UserError
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.music.key import key_in
from riffdesk.sketch.music.tempo_key_words import tempo_in

if TYPE_CHECKING:
    from riffdesk.diffusion.model import Model

Inbox = queue.SimpleQueue[object]

_BARS_KNOWN = 16  # before a bar, for the end that its strip keeps; bars may be as short as a latent
_POLL = 0.02  # seconds
_MOST_EARLY = 1.0  # seconds before so many bars are left that the next one is begun: later, a change is heard sooner
_SAFE = 0.5  # seconds that must be left if a bar is begun again
_AHEAD_COLUMNS = 30  # of ink beyond a bar that its sound is made with


class _Restart(Exception):
    """A change has arrived in time for the bar that is being made."""


@dataclass(frozen=True, eq=False)
class _Made:
    """A bar that is made, with what the next one goes on from."""

    event: JamBar
    tail: Array
    loop: Loop
    state: JamState


@dataclass(frozen=True, eq=False)
class _Before:
    """What a bar went on from, and the messages that were applied at it."""

    loop: Loop | None
    state: JamState
    tail: Array | None
    scores: tuple[Score, ...]
    sound: dict[str, Array]
    made: int
    messages: tuple[JamMessage, ...] = ()


def jam(
    request: JamRequest,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    messages: Inbox | None = None,
) -> None:
    """Play until the jam is stopped; each bar is sent by a `Step` with a `JamBar`.

    Parameters
    ----------
    request : JamRequest
    on_step : callable
        Called with `JamStarted` first, and then with each `JamBar`.
    cancel : threading.Event, optional
        Ends it at the next step.
    messages : SimpleQueue, optional
        `JamMessage`, JSON objects as `riffdesk.engine.session.jam_message.read_message` takes them, and `Played`.

    Raises
    ------
    UserError
        If there is no such model, it cannot be loaded, there is too little memory, or the request is invalid.
    Cancelled
        If ``cancel`` was set.
    """
    for partial in bars_of(request, on_step, cancel, messages):
        on_step(Step(0, 0, "Playing", partial))
        check(cancel)


def bars_of(
    request: JamRequest,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    messages: Inbox | None = None,
) -> Iterator[JamStarted | JamBar]:
    """Yield the beginning and the bars of a jam; parameters and errors are those of `jam`."""
    with all_cores(on_step), memory_errors():
        model = model_of(request.recipe, on_step, cancel)
        yield from _Session(request, model, on_step, cancel, messages).bars()


class _Session:
    """A jam that is going on."""

    def __init__(
        self,
        request: JamRequest,
        model: Model,
        on_step: OnStep,
        cancel: threading.Event | None,
        messages: Inbox | None,
    ) -> None:
        self._request, self._model = request, model
        self._on_step, self._cancel, self._inbox = on_step, cancel, messages
        first = request.first
        scene = Scene(first.prompt, first.negative, first.chords, "", first.seed, first.guidance)
        self._state = JamState(scene, request.recipe.steps)
        self._score = JamScore(request.recipe, scene, request.loop)
        self._spacing = BarSpacing.of(request.params, model, self._score.bar_seconds, self._score.beats_per_bar)
        self._sound = BarSound(request.params, request.recipe.quality)
        self._pace = Pace(self._score.bar_seconds, request.recipe.steps)
        self._loop: Loop | None = None
        self._tail: Array | None = None
        self._scores: deque[Score] = deque(maxlen=_BARS_KNOWN)
        self._waiting: deque[JamMessage] = deque(sorted(request.messages, key=lambda message: message.bar or 0))
        self._notices: list[str] = []
        self._made = self._played = self._number = 0
        self._before: _Before | None = None

    def bars(self) -> Iterator[JamStarted | JamBar]:
        """Yield the beginning and the bars."""
        number = 0
        score = self._score
        yield JamStarted(score.tempo, score.beats_per_bar, score.key.name, score.understood)
        while self._request.bars is None or number < self._request.bars:
            number = self._next(number)
            before = self._present()
            made = self._bar(number)
            if made is None:
                return
            self._before = replace(before, messages=made.event.messages)
            self._loop, self._state, self._tail = made.loop, made.state, made.tail
            self._scores.append(made.event.score)
            self._made = made.event.sample + made.event.audio.shape[-1]
            yield replace(made.event, reserve=self._reserve)
            number += 1

    # Messages

    def _next(self, bar: int) -> int:
        """Wait until a bar is due, or the one before it is to be made again for a change; return its number."""
        while True:
            self._read_messages()
            check(self._cancel)
            if self._may_redo and any(message.bar is None for message in self._waiting):
                self._undo()
                return bar - 1
            early = min(_MOST_EARLY, 1.2 * self._pace.seconds)
            least = max(BARS_AHEAD * self._score.bar_seconds, 2 * self._pace.seconds)
            is_due = self._reserve < least + early
            if is_due or not self._request.paced or any(m.stop and (m.bar or 0) <= bar for m in self._waiting):
                return bar
            time.sleep(_POLL)

    @property
    def _may_redo(self) -> bool:
        """Whether the last bar is so far from being heard that it can be made again."""
        if self._before is None or not self._request.paced:
            return False
        left = (self._before.made - self._played) / self._request.params.sample_rate
        return left > 1.5 * self._pace.seconds + _SAFE

    def _present(self) -> _Before:
        """Return what the next bar goes on from, to return to it."""
        scores = tuple(self._scores)
        return _Before(self._loop, self._state, self._tail, scores, self._sound.state(), self._made)

    def _undo(self) -> None:
        """Return to before the last bar, with the messages that were applied at it."""
        assert self._before is not None
        before, self._before = self._before, None
        self._loop, self._state, self._tail, self._made = before.loop, before.state, before.tail, before.made
        self._scores = deque(before.scores, maxlen=_BARS_KNOWN)
        self._sound.restore(before.sound)
        own_steps = [m for m in before.messages if m == JamMessage(m.bar, steps=m.steps)]
        self._waiting.extendleft(m for m in reversed(before.messages) if m not in own_steps)

    @property
    def _reserve(self) -> float:
        """Seconds that are made and not heard."""
        return (self._made - self._played) / self._request.params.sample_rate

    def _read_messages(self) -> bool:
        """Read what has arrived; return whether there is a change for the next bar."""
        changed = False
        while self._inbox is not None and not self._inbox.empty():
            message = self._inbox.get()
            if isinstance(message, Played):
                self._played = max(self._played, message.sample)
            elif isinstance(message, JamMessage):
                self._waiting.append(message)
                changed = changed or message.bar is None
        return changed

    def _on_bar_step(self, step: Step) -> None:
        """Start the bar again if a change has arrived for it and there is time to."""
        if self._read_messages() and self._request.paced and self._reserve > 1.5 * self._pace.seconds + _SAFE:
            raise _Restart
        self._on_step(Step(0, 0, f"Bar {self._number + 1}"))

    def _state_at(
        self, bar: int, due: Sequence[JamMessage]
    ) -> tuple[JamState, tuple[JamMessage, ...], tuple[str, ...]]:
        """Return the state at a bar, with the messages that were applied and sentences about the others."""
        state, used, notices = self._state, [], []
        for message in due:
            try:
                state = applied(state, message, bar)
                used.append(message.at(bar))
                notices += self._other_tempo(message)
            except UserError as error:
                notices.append(str(error))
        state = planned(state, bar)
        if self._request.paced and self._pace.steps != state.steps:
            steps = JamMessage(bar, steps=self._pace.steps)
            state = applied(state, steps, bar)
            used.append(steps)
        return state, tuple(used), tuple(notices)

    def _other_tempo(self, message: JamMessage) -> list[str]:
        """Return a sentence about a prompt that asks for another tempo or key than that of the jam."""
        asked = tempo_in(message.prompt or ""), key_in(message.prompt or "")
        score = self._score
        if asked[0] in (None, score.tempo) and asked[1] in (None, "", score.key.name):
            return []
        return [
            f"The jam stays at {score.tempo:g} bpm in {score.key.name}; another tempo or key begins with a new one."
        ]

    # A bar

    def _bar(self, number: int) -> _Made | None:
        """Make a bar, again if a change arrives meanwhile; None if the jam ends before it."""
        while True:
            due = [message for message in self._waiting if message.bar is None or message.bar <= number]
            state, used, notices = self._state_at(number, due)
            if state.ended:
                return None
            sound = self._sound.state()
            try:
                made = self._make(number, state)
            except _Restart:
                self._sound.restore(sound)
                continue
            except UserError as error:
                if number == 0 or not due:
                    raise
                # Such as a prompt that is too long: without these messages, the music goes on.
                self._sound.restore(sound)
                self._forget(due)
                self._notices.append(str(error))
                continue
            self._forget(due)
            notices = (*self._notices, *notices)
            self._notices = []
            return replace(made, event=replace(made.event, messages=used, notices=notices))

    def _forget(self, messages: Sequence[JamMessage]) -> None:
        """Drop messages that were applied; others may have arrived meanwhile."""
        applied_ones = {id(message) for message in messages}
        self._waiting = deque(message for message in self._waiting if id(message) not in applied_ones)

    def _make(self, number: int, state: JamState) -> _Made:
        """Make a bar."""
        begun, self._number = time.monotonic(), number
        loop = self._score.loop_at(number, state, self._loop)
        latents = range_of(number, 0, self._spacing, self._model.latent_size[1])
        score = self._score.bar(number, state, loop)
        known = [*self._scores][-self._bars_before(latents, number) :] if self._scores else []
        coming = self._coming(number, state, loop, latents)
        bars = [*known, score, *coming]
        played = riff_score_of(bars, number - len(known), self._score.bar_seconds)
        position = (number - loop.start) % self._request.loop
        noise_first = position * self._spacing.bar_latents - latents.tail
        tail = None if self._tail is None else self._tail[..., -latents.tail * self._model.factor :]
        words = BarWords(state, loop, score, self._score.key.name, self._spacing.stretched, denoising_of(self._model))
        points = [
            words.conditioning((latent + 0.5) / self._spacing.bar_latents)
            for latent in range(latents.start, latents.end)
        ]
        strip = strip_of(latents, self._spacing, self._model, points, played, tail, noise_first)
        image, network = self._image(strip, state.steps)
        on = {part.role for part in loop.parts if state.scene.ways.get(part.role) != "silent"}
        event = replace(self._event(number, latents, image, score, state), roles=tuple(sorted(on)))
        stop = (latents.bar_stop - latents.start) * self._model.factor
        kept = min(stop, max(1, round(self._model.latent_size[1] * OVERLAP)) * self._model.factor)
        seconds = time.monotonic() - begun
        self._pace.measured(state.steps, network, seconds - network)
        made = replace(event, seconds=seconds)
        return _Made(made, image[..., stop - kept : stop].copy(), loop, _without_fade(state, number))

    def _bars_before(self, latents: BarRange, number: int) -> int:
        """Return how many bars before the present one a strip reaches."""
        return min(len(self._scores), max(1, -(-latents.tail // self._spacing.bar_latents)))

    def _coming(self, number: int, state: JamState, loop: Loop, latents: BarRange) -> list[Score]:
        """Return the bars that will follow if nothing changes, up to a window beyond the strip."""
        bars = []
        last = latents.end + self._model.latent_size[1]
        for following in range(number + 1, -(-last // self._spacing.bar_latents)):
            state = planned(state, following)
            loop = self._score.loop_at(following, state, loop)
            bars.append(self._score.bar(following, state, loop))
        return bars

    def _image(self, strip: object, steps: int) -> tuple[Array, float]:
        """Return the network's image of a strip, and the time that it took."""
        from riffdesk.diffusion.denoising import render_strips

        begun = time.monotonic()
        (image,) = render_strips(
            self._model,
            [strip],  # type: ignore[list-item]
            steps=steps,
            scheduler=self._request.recipe.scheduler,
            overlap=OVERLAP,
            on_step=self._on_bar_step,
            cancel=self._cancel,
        )
        return image, time.monotonic() - begun

    def _event(self, number: int, latents: BarRange, image: Array, score: Score, state: JamState) -> JamBar:
        """Return a bar with its ink and sound."""
        spacing = self._spacing
        first, ready = spacing.columns_before(latents.bar_start), spacing.columns_before(latents.bar_stop)
        end = min(ready + _AHEAD_COLUMNS, spacing.columns_before(latents.end))
        level = 1.0 if self._model.takes_score else GUIDE_LEVEL
        ink = spacing.to_sketch(image, latents.start, (first, end)) * np.float32(level)
        part, after = self._sound.add(first, ready, ink, self._on_bar_step, self._cancel)
        sounding = tuple(sorted({part.role for part in score.parts if part.notes}))
        recipe = recipe_of(self._request, state, score)
        final = part.column, part.ink, part.sample, part.audio
        return JamBar(number, *final, after, score, recipe, scene=state.number, parts=sounding)


def _without_fade(state: JamState, bar: int) -> JamState:
    """Return a state without a walk that has ended with a bar."""
    fade = state.fade
    return replace(state, fade=None) if fade is not None and bar + 1 >= fade.bar + fade.bars else state
