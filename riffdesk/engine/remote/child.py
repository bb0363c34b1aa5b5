"""The engine's process: ``python -P -m riffdesk.engine.remote.child WORK CANCELS NICENESS``, with inherited sockets."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
import traceback
from contextlib import suppress
from queue import SimpleQueue

from riffdesk.diffusion import libraries
from riffdesk.engine.remote.link import LEAVING, NUMBER
from riffdesk.engine.remote.messages import Kind, Message, packed, receive, send
from riffdesk.errors import RiffdeskError, is_out_of_memory, out_of_memory
from riffdesk.progress import Step, check
from riffdesk.system import SYSTEM


class _Cancels:
    """Cancel events of requests by number; a cancel may arrive before its request or after it."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._events: dict[int, threading.Event] = {}
        self._last_finished = 0  # numbers of requests increase

    def of(self, request: int) -> threading.Event:
        """Return the event of a request."""
        with self._guard:
            return self._events.setdefault(request, threading.Event())

    def set(self, request: int) -> None:
        """Cancel a running or future request."""
        with self._guard:
            if request > self._last_finished:
                self._events.setdefault(request, threading.Event()).set()

    def forget(self, request: int) -> None:
        """Remove the event of a finished request."""
        with self._guard:
            self._last_finished = request
            del self._events[request]


class _Engine:
    """Receives requests, runs them one by one, and sends the answers."""

    def __init__(self, work: socket.socket, cancels: socket.socket) -> None:
        self._work = work
        self._cancels = _Cancels()
        self._inbox: SimpleQueue[Message | None] = SimpleQueue()
        self._messages: SimpleQueue[object] = SimpleQueue()  # of the session that was received last
        self._orphaned = threading.Event()
        threading.Thread(target=self._take_requests, daemon=True).start()
        threading.Thread(target=self._take_cancels, args=(cancels,), daemon=True).start()

    def serve(self) -> None:
        """Serve requests until the parent exits."""
        while (message := self._inbox.get()) is not None:
            number = message.request
            answer = self._answer(message)
            del message  # frees the request's arrays
            self._cancels.forget(number)
            self._send(answer)

    def _take_requests(self) -> None:
        while True:
            try:
                self._take(receive(self._work))
            except EOFError:
                # The window's process has exited: exit at the next step, or after LEAVING seconds.
                self._orphaned.set()
                self._inbox.put(None)
                time.sleep(LEAVING)
                os._exit(0)

    def _take(self, message: Message) -> None:
        """Take a request, or a message to the session that was received before it."""
        if message.kind is Kind.MESSAGE:
            self._messages.put(message.content())
            return
        if message.kind is Kind.SESSION:
            self._messages = SimpleQueue()  # the session before has ended: there is one request at a time
        self._inbox.put(message)

    def _take_cancels(self, cancels: socket.socket) -> None:
        with suppress(OSError):  # the parent has exited, which the other thread handles
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
            session = (self._messages,) if message.kind is Kind.SESSION else ()
            return packed(Kind.DONE, number, function(request, on_step, cancel, *session))
        except Exception as error:
            return _failure(number, error)

    def _send(self, buffers: list[memoryview]) -> None:
        if self._orphaned.is_set():
            raise SystemExit
        try:
            send(self._work, buffers)
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
    """Run the child process until the parent exits."""
    os.dup2(2, 1)  # libraries may print to stdout
    libraries.import_few()
    SYSTEM.lower_priority(niceness)
    with suppress(SystemExit):  # the parent has exited, and the running request has cleaned up
        _Engine(socket.socket(fileno=work), socket.socket(fileno=cancels)).serve()
    # Without waiting for threads and exit handlers of libraries.
    os._exit(0)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
