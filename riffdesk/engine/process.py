"""Runs slow functions in a second process, so that neither the window nor the sound waits for them.

Torch and its friends hold Python's global lock while they are imported and between operations,
and a held lock is a frozen brush. So requests go to a child process over its standard input and
come back over its standard output:

    parent -> child    ("run", function, request)    ("cancel",)
    child -> parent    ("step", Step)    ("done", result)    ("failed", exception, traceback)

In the parent, `EngineProcess.call` blocks the thread it is called on (the worker's). In the child,
the main thread computes and a reader thread listens, so that a cancel arrives in the middle of work.
A child whose parent is gone ends; that is no cancel, and what can be gone on with later is left for that.
Only these two ends of one program exchange pickles; no file is ever unpickled.
"""

from __future__ import annotations

import os
import pickle
import struct
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import Any, BinaryIO

from riffdesk.errors import Cancelled, RiffdeskError, UserError
from riffdesk.progress import OnStep, Step, ignore_steps

Work = Callable[..., Any]

_SIZE = struct.Struct("<Q")
_LISTEN = 0.004  # seconds: a stroke that waits for a cancel is heard that much later
_PATIENCE = 1.0  # seconds: files that are being written are tidied up in that time
_NICENESS = 10  # on a busy machine the window and the sound come first


class EngineBug(RuntimeError):
    """A bug in the child process; the text is its traceback."""


class EngineProcess:
    """A child process that runs one function at a time. Started at the first call, and anew if it died.

    Parameters
    ----------
    niceness : int
        How much the child gives way to others where both want a core, 0 to 19.
    """

    def __init__(self, niceness: int = _NICENESS) -> None:
        self._niceness = niceness
        self._child: subprocess.Popen[bytes] | None = None
        self._writing = threading.Lock()

    def call(
        self,
        function: Work,
        request: object,
        on_step: OnStep = ignore_steps,
        cancel: threading.Event | None = None,
    ) -> Any:
        """Run ``function(request, on_step, cancel)`` in the child and return its result.

        Parameters
        ----------
        function : callable
            A function at the top of a module.
        request : object
            A frozen dataclass.
        on_step : callable
            Called on this thread with each `Step`.
        cancel : threading.Event, optional
            Passed on to the child as soon as it is set.

        Raises
        ------
        UserError, Cancelled
            As the function raises them.
        EngineBug
            If it raised anything else.
        UserError
            If the child died, for lack of memory for instance; the next call starts a new one.
        """
        child = self._start()
        over = threading.Event()
        if cancel is not None:
            threading.Thread(target=self._pass_on, args=(child, cancel, over), daemon=True).start()
        try:
            with self._writing:
                _write(_pipe(child.stdin), ("run", function, request))
            while True:
                match _read(_pipe(child.stdout)):
                    case ("step", step):
                        on_step(step)
                    case ("done", result):
                        return result
                    case ("failed", RiffdeskError() as error, _):
                        raise error
                    case ("failed", _, text):
                        raise EngineBug(text)
        except (EOFError, BrokenPipeError, ConnectionResetError) as error:
            self.close()
            raise UserError(
                "The engine stopped in the middle of its work, perhaps for lack of memory. "
                "Nothing in the sketch is lost; try again, with something shorter if it happens again."
            ) from error
        finally:
            over.set()

    def close(self) -> None:
        """End the child, whatever it is doing."""
        if self._child is not None:
            self._child.kill()
            self._child.wait()
            for pipe in (self._child.stdin, self._child.stdout):
                if pipe is not None:
                    # Bytes that a dead child never took, or a write that another thread is in the middle of.
                    with suppress(BrokenPipeError, ValueError):
                        pipe.close()
            self._child = None

    def _start(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self.close()
            package = str(Path(__file__).parents[2])
            path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
            self._child = subprocess.Popen(
                [sys.executable, "-m", "riffdesk.engine.process", str(self._niceness)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": path},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self._child

    def _pass_on(self, child: subprocess.Popen[bytes], cancel: threading.Event, over: threading.Event) -> None:
        """Wait for the user's cancel and tell the child, unless the work is over by then."""
        while not cancel.wait(_LISTEN):
            if over.is_set():
                return
        with self._writing:
            if not over.is_set():
                try:
                    _write(_pipe(child.stdin), ("cancel",))
                except (OSError, ValueError):
                    return  # the child is gone or its pipe closed, and `call` finds out by itself


def _pipe(pipe: Any) -> BinaryIO:
    return pipe  # type: ignore[no-any-return]


def _write(pipe: BinaryIO, message: tuple[object, ...]) -> None:
    """Send one message; arrays go beside the pickle, uncopied, with the global lock released."""
    buffers: list[pickle.PickleBuffer] = []
    head = pickle.dumps(message, protocol=5, buffer_callback=buffers.append)
    raws = [buffer.raw() for buffer in buffers]
    sizes = [len(head), *(raw.nbytes for raw in raws)]
    pipe.write(_SIZE.pack(len(sizes)) + b"".join(map(_SIZE.pack, sizes)) + head)
    for raw in raws:
        pipe.write(raw)
    pipe.flush()


def _read(pipe: BinaryIO) -> tuple[Any, ...]:
    """Receive one message; EOFError if the other end is gone."""
    (count,) = _SIZE.unpack(_read_exactly(pipe, _SIZE.size))
    sizes = [_SIZE.unpack(_read_exactly(pipe, _SIZE.size))[0] for _ in range(count)]
    head, *buffers = [_read_exactly(pipe, size) for size in sizes]
    message: tuple[Any, ...] = pickle.loads(head, buffers=buffers)
    return message


def _read_exactly(pipe: BinaryIO, size: int) -> bytearray:
    data = bytearray(size)
    view, got = memoryview(data), 0
    while got < size:
        count = pipe.readinto(view[got:])  # type: ignore[attr-defined]
        if not count:
            raise EOFError
        got += count
    return data


def _serve() -> None:
    """Be the child: read requests until the parent closes the pipe."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the messages
    if hasattr(os, "nice"):
        os.nice(int(sys.argv[1]))
    cancel, orphaned = threading.Event(), threading.Event()
    inbox: SimpleQueue[tuple[Work, object] | None] = SimpleQueue()

    def listen() -> None:
        while True:
            try:
                message = _read(requests)
            except EOFError:
                # The window is gone: leave at the next step, or in the middle of one that takes long.
                orphaned.set()
                inbox.put(None)
                time.sleep(_PATIENCE)
                os._exit(0)
            if message[0] == "cancel":
                cancel.set()
            else:
                cancel.clear()
                inbox.put((message[1], message[2]))

    threading.Thread(target=listen, daemon=True).start()

    def on_step(step: Step) -> None:
        if orphaned.is_set():
            raise SystemExit
        try:
            _write(answers, ("step", step))
        except BrokenPipeError:
            raise SystemExit from None

    while (task := inbox.get()) is not None:
        function, request = task
        try:
            answer: tuple[object, ...] = ("done", function(request, on_step, cancel))
        except Cancelled as error:
            answer = ("failed", error, "")
        except MemoryError:
            sorry = UserError("There is not enough memory for this. Close other programs, or try something shorter.")
            answer = ("failed", sorry, "")
        except RiffdeskError as error:
            answer = ("failed", error.with_traceback(None), "")
        except Exception:
            answer = ("failed", None, traceback.format_exc())
        try:
            _write(answers, answer)
        except BrokenPipeError:
            return


if __name__ == "__main__":
    _serve()
