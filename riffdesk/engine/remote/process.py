"""Client of the engine's process: sends a request and waits for its answer."""

from __future__ import annotations

import itertools
import os
import threading
import traceback
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

from riffdesk.devices import VARIABLE
from riffdesk.engine.remote.cancel import Cancel
from riffdesk.engine.remote.link import Link
from riffdesk.engine.remote.mailbox import Mailbox, Tell
from riffdesk.engine.remote.messages import Kind, Message, packed
from riffdesk.errors import Cancelled, RiffdeskError, UserError, out_of_memory, reason
from riffdesk.language import mark, tr, translated
from riffdesk.progress import OnStep, check, ignore_steps

EngineFunction = Callable[..., Any]

PATIENCE = 5.0
"""Seconds that a child has to answer a cancel."""

_STOPPED = mark(
    "The engine stopped in the middle of its work, perhaps for lack of memory. "
    "Nothing in the sketch is lost; try again, with something shorter if it happens again."
)
_NICENESS = 10  # on a busy machine the window and the sound have priority


class EngineBug(RuntimeError):
    """A bug in the child process; the text is its traceback."""


class EngineStopped(UserError):
    """The child exited during a request."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text or translated(_STOPPED))


class EngineKilled(Cancelled):
    """A cancel was not answered in time, so the child was killed without cleaning up."""


class EngineProcess:
    """A child process that runs one function at a time.

    It is started at the first call, and again if it has exited or another device was chosen (`riffdesk.devices`).

    Parameters
    ----------
    niceness : int
        Niceness of the child, 0 to 19.
    patience : float
        Seconds that the child has to answer a cancel before it is killed.
    """

    def __init__(self, niceness: int = _NICENESS, patience: float = PATIENCE) -> None:
        self._niceness, self._patience = niceness, patience
        self._numbers = itertools.count(1)
        self._calling = threading.Lock()
        self._opening = threading.Lock()
        self._link: Link | None = None
        self._closed = False

    @property
    def process_id(self) -> int | None:
        """The number of the child's process; None if there is none."""
        link = self._link
        return None if link is None else link.process_id

    def call(
        self,
        function: EngineFunction,
        request: object,
        on_step: OnStep = ignore_steps,
        cancel: Cancel | None = None,
        mailbox: Mailbox | None = None,
    ) -> Any:
        """Run ``function(request, on_step, cancel)`` in the child and return its result.

        Parameters
        ----------
        function : callable
            A function at the top of a module.
        request : object
            A frozen dataclass.
        on_step : callable
            Called on this thread with each `Step`. If it raises, the request is cancelled and that is raised here.
        cancel : Cancel, optional
            Passed on to the child as soon as it is set, before, during or after the request.
        mailbox : Mailbox, optional
            Makes it a session: the function is called with one more argument, a queue of the messages that are put
            into the mailbox.

        Raises
        ------
        UserError, Cancelled
            As the function raises them; `Cancelled` at once if ``cancel`` is set already.
        EngineKilled
            If the child did not answer a cancel in time.
        EngineStopped
            If the child died.
        EngineBug
            If the function raised anything else, or request or answer cannot be read at the other end.

        After any of these the next call works, with a new child where there is need.
        """
        check(cancel)
        with self._calling:
            number = next(self._numbers)
            kind = Kind.REQUEST if mailbox is None else Kind.SESSION
            buffers = _packed_request(kind, number, (function, request))
            link = self._open()
            stop = _Cancellation(link, number, self._patience)
            answer = _Answer(number, on_step, stop)
            try:
                with cancel.notifying(stop) if cancel is not None else nullcontext():
                    link.send(buffers)
                    del buffers
                    with nullcontext() if mailbox is None else mailbox.delivering_to(_teller(link, number)):
                        while not answer.take(link.receive()):
                            pass
            except EOFError:
                self._forget(link)
                if answer.failure is not None:
                    raise answer.taken_failure() from None
                raise EngineKilled("Cancelled.") if stop.requested else EngineStopped() from None
            except BaseException:
                self._forget(link)  # the state of the child is unknown
                raise
            finally:
                stop.finish()
            return answer.result()

    def hang_up(self) -> None:
        """Close the connection to the child without waiting for its exit. Later calls fail."""
        with self._opening:
            self._closed = True
            if self._link is not None:
                self._link.hang_up()

    def close(self) -> None:
        """Close the connection to the child and wait for its exit. A call in progress fails."""
        self.hang_up()
        link = self._link
        if link is not None:
            link.wait()
        with self._calling:
            if self._link is not None:
                self._forget(self._link)

    def _open(self) -> Link:
        link = self._link
        if link is not None and not (link.alive and link.device == os.environ.get(VARIABLE)):
            self._forget(link)
        with self._opening:
            if self._closed:
                raise EngineStopped
            if self._link is None:
                try:
                    self._link = Link(self._niceness)
                except OSError as error:
                    raise UserError(
                        tr(
                            "The engine could not be started: {reason}. Close other programs and try again.",
                            reason=reason(error),
                        )
                    ) from error
            return self._link

    def _forget(self, link: Link) -> None:
        link.end()
        self._link = None


class _Cancellation:
    """Cancels a request: sends the cancel to the child, and kills it if it does not answer in time."""

    def __init__(self, link: Link, number: int, patience: float) -> None:
        self.requested = False
        self._link, self._number, self._patience = link, number, patience
        self._guard = threading.Lock()
        self._timer: threading.Timer | None = None
        self._finished = False

    def __call__(self) -> None:
        with self._guard:
            if self.requested or self._finished:
                return
            self.requested = True
            self._link.cancel(self._number)
            self._timer = threading.Timer(self._patience, self._kill)
            self._timer.daemon = True
            self._timer.start()

    def finish(self) -> None:
        """Stop the timer: the request is answered."""
        with self._guard:
            self._finished = True
            if self._timer is not None:
                self._timer.cancel()

    def _kill(self) -> None:
        with self._guard:
            if not self._finished:
                self._link.kill()


class _Answer:
    """The answer of one request: its steps, its result or its error."""

    def __init__(self, number: int, on_step: OnStep, stop: _Cancellation) -> None:
        self.failure: Exception | None = None
        self._number, self._on_step, self._stop = number, on_step, stop
        self._result: Any = None

    def take(self, message: Message) -> bool:
        """Process a message and return whether it was the last one. Messages of other requests are discarded."""
        if message.request != self._number:
            return False
        last = message.kind is not Kind.STEP
        if self.failure is not None:
            return last
        try:
            content = message.content()
        except Exception as error:
            self._fail(_unreadable(error))
            return last
        match message.kind:
            case Kind.STEP:
                try:
                    self._on_step(content)
                except Exception as error:
                    self._fail(error)
            case Kind.DONE:
                self._result = content
            case _:
                failure, text = content
                self.failure = failure if isinstance(failure, RiffdeskError) else EngineBug(text)
        return last

    def result(self) -> Any:
        """Return the result, or raise the error."""
        if self.failure is not None:
            raise self.taken_failure()
        return self._result

    def taken_failure(self) -> Exception:
        """Return the error to raise, and forget it: with its traceback it would hold itself and all of the request."""
        failure, self.failure = self.failure, None
        assert failure is not None
        return failure

    def _fail(self, error: Exception) -> None:
        """Store the error to raise, and cancel the request."""
        self.failure = error
        self._stop()


def _teller(link: Link, number: int) -> Tell:
    """Return a function that sends messages to a session."""
    return lambda message: link.tell(packed(Kind.MESSAGE, number, message))


def _packed_request(kind: Kind, number: int, content: object) -> list[memoryview]:
    try:
        return packed(kind, number, content)
    except MemoryError as error:
        raise out_of_memory() from error


def _unreadable(error: Exception) -> Exception:
    if isinstance(error, MemoryError):
        return out_of_memory()
    return EngineBug("".join(traceback.format_exception(error)))
