"""The engine's end: ``python -P -m riffdesk.engine.remote.child WORK CANCELS NICENESS``, with two inherited sockets."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
import traceback
from contextlib import suppress
from queue import SimpleQueue

from riffdesk.engine.remote.link import LEAVING, NUMBER
from riffdesk.engine.remote.messages import Kind, Message, packed, receive, send
from riffdesk.errors import RiffdeskError, is_out_of_memory, out_of_memory
from riffdesk.progress import Step, check


class _Cancels:
    """The cancels of requests, by their numbers; one may come before its request or after it."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._events: dict[int, threading.Event] = {}
        self._over = 0  # the last request that is over; numbers grow

    def of(self, request: int) -> threading.Event:
        """Return the event of a request."""
        with self._guard:
            return self._events.setdefault(request, threading.Event())

    def set(self, request: int) -> None:
        """Cancel a request that is there or to come."""
        with self._guard:
            if request > self._over:
                self._events.setdefault(request, threading.Event()).set()

    def forget(self, request: int) -> None:
        """Say that a request is over."""
        with self._guard:
            self._over = request
            del self._events[request]


class _Engine:
    """Takes requests, runs them one by one, and answers."""

    def __init__(self, work: socket.socket, cancels: socket.socket) -> None:
        self._work = work
        self._cancels = _Cancels()
        self._inbox: SimpleQueue[Message | None] = SimpleQueue()
        self._orphaned = threading.Event()
        threading.Thread(target=self._take_requests, daemon=True).start()
        threading.Thread(target=self._take_cancels, args=(cancels,), daemon=True).start()

    def serve(self) -> None:
        """Answer until the parent is gone."""
        while (message := self._inbox.get()) is not None:
            number = message.request
            answer = self._answer(message)
            del message  # which holds the request's arrays
            self._cancels.forget(number)
            self._send(answer)

    def _take_requests(self) -> None:
        while True:
            try:
                self._inbox.put(receive(self._work))
            except EOFError:
                # The window is gone: leave at the next step, or in the middle of one that takes long.
                self._orphaned.set()
                self._inbox.put(None)
                time.sleep(LEAVING)
                os._exit(0)

    def _take_cancels(self, cancels: socket.socket) -> None:
        with suppress(OSError):  # the parent is gone, which the other thread acts upon
            while len(number := cancels.recv(NUMBER.size, socket.MSG_WAITALL)) == NUMBER.size:
                self._cancels.set(*NUMBER.unpack(number))

    def _answer(self, message: Message) -> list[memoryview]:
        number = message.request
        cancel = self._cancels.of(number)

        def on_step(step: Step) -> None:
            self._send(packed(Kind.STEP, number, step))

        try:
            function, request = message.content()
            check(cancel)
            return packed(Kind.DONE, number, function(request, on_step, cancel))
        except Exception as error:
            return _failure(number, error)

    def _send(self, pieces: list[memoryview]) -> None:
        if self._orphaned.is_set():
            raise SystemExit
        try:
            send(self._work, pieces)
        except EOFError:
            raise SystemExit from None


def _failure(number: int, error: Exception) -> list[memoryview]:
    """Return the answer of a request that failed; an error that cannot be pickled is a bug."""
    if is_out_of_memory(error):
        error = out_of_memory()
    if isinstance(error, RiffdeskError):
        try:
            return packed(Kind.FAILED, number, (error, ""))
        except Exception as unsendable:
            unsendable.__context__ = error
            error = unsendable
    return packed(Kind.FAILED, number, (None, "".join(traceback.format_exception(error))))


def main(work: int, cancels: int, niceness: int) -> None:
    """Be the child."""
    os.dup2(2, 1)  # what libraries print is no result of anything
    if hasattr(os, "nice"):
        os.nice(niceness)
    with suppress(SystemExit):  # the parent is gone, and what was under way has tidied up
        _Engine(socket.socket(fileno=work), socket.socket(fileno=cancels)).serve()
    # At once: libraries' threads and their way of ending are nobody's business any more.
    os._exit(0)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
