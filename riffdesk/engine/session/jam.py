"""The loop of a jam: makes one bar after the other, ahead of playback, and applies messages at the next bar.

All of it runs in one thread. Messages are read between bars and at each step of a bar. If there is time before it is
played, a change restarts the present bar, or the one before, so that it is heard a bar sooner. The applied messages,
with the numbers of steps, are sent with the bars: the same request with these messages plays the same music again.
"""

from __future__ import annotations

import queue
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from riffdesk.engine.cores import all_cores
from riffdesk.engine.loaded_model import model_of
from riffdesk.engine.riff.request_checks import memory_errors
from riffdesk.engine.session.bar_maker import BarMaker, JamEnd, TooSlow
from riffdesk.engine.session.jam_message import JamMessage
from riffdesk.engine.session.jam_request import JamBar, JamRequest, JamStarted, Played
from riffdesk.engine.session.jam_score import JamScore, together_in
from riffdesk.engine.session.jam_state import JamState, Scene, applied, planned
from riffdesk.engine.session.pace import BARS_AHEAD, MARGIN, SAFE
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.music.key import key_in
from riffdesk.sketch.music.tempo_key_words import tempo_in

if TYPE_CHECKING:
    from riffdesk.diffusion.model import Model

Inbox = queue.SimpleQueue[object]

_POLL = 0.02  # seconds
# Seconds after the bars ahead within which a change should be heard: one, less the time that a message is under way.
_LATEST = 0.75
_FIRST_BARS = 8  # time in which the bars ahead are made
_EARLY = 1.2  # times that a bar is expected to take, before only the bars ahead are left, when it is begun


class _Restart(Exception):
    """A change has arrived in time to restart the present bar."""


class _Undo(Exception):
    """A change has arrived in time for the bar before the present one, which would be heard too late."""


@dataclass(frozen=True, eq=False)
class _FinishedBar:
    """A finished bar, and the end of the jam after it."""

    event: JamBar
    end: JamEnd
    state: JamState


@dataclass(frozen=True, eq=False)
class _EarlierEnd:
    """The end of the jam before a bar, and the messages that were applied at it."""

    end: JamEnd
    state: JamState
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
        on_step(Step(0, 0, tr("Playing"), partial))
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
    """A running jam."""

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
        self._maker = BarMaker(request, model, self._score)
        self._pace = self._maker.pace
        self._end = JamEnd()
        self._waiting: deque[JamMessage] = deque(sorted(request.messages, key=lambda message: message.bar or 0))
        self._notices: list[str] = []
        self._made = self._played = self._number = 0
        self._begun = 0.0
        self._last_sent, self._sent_to = -1, 0
        self._before: _EarlierEnd | None = None

    def bars(self) -> Iterator[JamStarted | JamBar]:
        """Yield the beginning and the bars."""
        number = 0
        score = self._score
        yield JamStarted(score.tempo, score.beats_per_bar, score.key.name, score.understood)
        while self._request.bars is None or number < self._request.bars:
            number, made = self._make_next(self._next(number))
            if made is None:
                return
            self._last_sent, self._sent_to = number, made.event.sample + made.event.shape[1]
            self._before = _EarlierEnd(self._end, self._state, self._made, made.event.messages)
            self._end, self._state = made.end, made.state
            self._made = made.event.sample + made.event.shape[1]
            yield replace(made.event, reserve=self._reserve)
            number += 1

    # Messages

    def _next(self, bar: int) -> int:
        """Wait until a bar is due, or a change restarts the one before it; return its number."""
        wanted = self._pace.wanted(self._maker.costs(bar, self._state, self._end)) if self._request.paced else 0.0
        while True:
            self._read_messages()
            check(self._cancel)
            if (
                self._is_late
                and self._may_redo
                and any(m.bar is None and not self._is_mixing(m) for m in self._waiting)
            ):
                self._undo()
                return bar - 1
            # If this one repeats known images, the next one must be started in time.
            early = _EARLY * max(wanted, wanted + self._pace.seconds - self._score.bar_seconds)
            early = min(self._score.bar_seconds + _LATEST, early)
            least = max(BARS_AHEAD * self._score.bar_seconds, MARGIN * self._pace.seconds)
            is_due = self._reserve < least + early
            if is_due or not self._request.paced or any(m.stop and (m.bar or 0) <= bar for m in self._waiting):
                return bar
            time.sleep(_POLL)

    @property
    def _is_late(self) -> bool:
        """Whether a change that is applied after all finished bars is heard too late."""
        return self._reserve > BARS_AHEAD * self._score.bar_seconds + _LATEST

    @property
    def _may_redo(self) -> bool:
        """Whether there is time to make the last bar again before it is played."""
        if self._before is None or not self._request.paced:
            return False
        left = (self._before.made - self._played) / self._request.params.sample_rate
        return left > MARGIN * self._pace.least + SAFE

    def _undo(self) -> None:
        """Return to before the last bar, with the messages that were applied at it."""
        assert self._before is not None
        before, self._before = self._before, None
        self._end, self._state, self._made = before.end, before.state, before.made
        own = [m for m in before.messages if m == JamMessage(m.bar, steps=m.steps, stems=m.stems)]
        self._waiting.extendleft(m for m in reversed(before.messages) if m not in own)

    @property
    def _reserve(self) -> float:
        """Seconds of finished sound that were not played yet."""
        return (self._made - self._played) / self._request.params.sample_rate

    def _read_messages(self) -> bool:
        """Read new messages; return whether there is a change for the next bar."""
        changed = False
        while self._inbox is not None and not self._inbox.empty():
            message = self._inbox.get()
            if isinstance(message, Played):
                self._played = max(self._played, message.sample)
            elif isinstance(message, JamMessage):
                self._waiting.append(message)
                changed = changed or (message.bar is None and not self._is_mixing(message))
        return changed

    def _is_mixing(self, message: JamMessage) -> bool:
        """Return whether a message only changes levels of parts that are rendered alone, which restarts no bar."""
        if message != JamMessage(levels=message.levels, muted=message.muted) or self._end.loop is None:
            return False
        muted = self._state.muted if message.muted is None else frozenset(message.muted)
        changed = {*message.levels, *(muted ^ self._state.muted)}
        return not changed & together_in([part.role for part in self._end.loop.parts], self._state)

    def _on_bar_step(self, step: Step) -> None:
        """Restart the bar, or the one before, if a change has arrived for it and there is time.

        A bar on the tape is played unchanged until its replacement. One that is not on the tape is finished first,
        if there is time to make it again afterwards, so that the bars ahead are ready.
        """
        if self._read_messages() and self._request.paced:
            again = MARGIN * self._pace.least + SAFE
            is_new = self._number > self._last_sent
            if is_new and self._is_late and self._may_redo:
                raise _Undo
            left = self._begun + self._pace.expected - time.monotonic()
            if self._reserve > again and not (is_new and self._reserve - max(0.0, left) > again):
                raise _Restart
        self._on_step(Step(0, 0, tr("Bar {number}", number=self._number + 1)))

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
        own = self._affordable(bar, state)
        if own is not None:
            state = applied(state, own, bar)
            used.append(own)
        return state, tuple(used), tuple(notices)

    def _affordable(self, bar: int, state: JamState) -> JamMessage | None:
        """Return a message with the stems and steps that can be made in time; None if they do not change."""
        if not self._request.paced or state.ended:
            return None
        left = None
        if self._played and self._last_sent >= 0:
            left = (self._reserve - SAFE) / MARGIN
            if bar > _FIRST_BARS:
                on_tape = (self._sent_to - self._played) / self._request.params.sample_rate
                left = min(left, on_tape - BARS_AHEAD * self._score.bar_seconds)
        stems = self._pace.choose(self._maker.costs(bar, state, self._end), left)
        if (stems, self._pace.steps) == (state.stems, state.steps):
            return None
        return JamMessage(bar, stems=stems, steps=self._pace.steps)

    def _other_tempo(self, message: JamMessage) -> list[str]:
        """Return a sentence about a prompt that names another tempo or key than that of the jam."""
        asked = tempo_in(message.prompt or ""), key_in(message.prompt or "")
        score = self._score
        if asked[0] in (None, score.tempo) and asked[1] in (None, "", score.key.name):
            return []
        return [
            tr(
                "The jam stays at {tempo:g} bpm in {name}; start a new jam for another tempo or key.",
                tempo=score.tempo,
                name=score.key.name,
            )
        ]

    # A bar

    def _make_next(self, number: int) -> tuple[int, _FinishedBar | None]:
        """Make a bar, or the one before if a change arrives for it; return its number, too."""
        while True:
            try:
                return number, self._bar(number)
            except _Undo:
                self._undo()
                number -= 1

    def _bar(self, number: int) -> _FinishedBar | None:
        """Make a bar, again if a change arrives meanwhile; None if the jam ends before it."""
        while True:
            due = [message for message in self._waiting if message.bar is None or message.bar <= number]
            state, used, notices = self._state_at(number, due)
            if state.ended:
                return None
            try:
                self._number, self._begun = number, time.monotonic()
                event, end = self._maker.make(number, state, self._end, self._on_bar_step, self._cancel)
            except (_Restart, TooSlow):
                continue
            except UserError as error:
                if number == 0 or not due:
                    raise
                # Such as a prompt that is too long: without these messages, the music continues.
                self._forget(due)
                self._notices.append(str(error))
                continue
            self._forget(due)
            notices = (*self._notices, *notices)
            self._notices = []
            return _FinishedBar(replace(event, messages=used, notices=notices), end, _without_fade(state, number))

    def _forget(self, messages: Sequence[JamMessage]) -> None:
        """Drop messages that were applied; others may have arrived meanwhile."""
        applied_ones = {id(message) for message in messages}
        self._waiting = deque(message for message in self._waiting if id(message) not in applied_ones)


def _without_fade(state: JamState, bar: int) -> JamState:
    """Return a state without a walk that has ended with a bar."""
    fade = state.fade
    return replace(state, fade=None) if fade is not None and bar + 1 >= fade.bar + fade.bars else state
