"""Engine processes that begin with their imports done: forked from one process that imported what an engine does.

Each window of a test has engines of its own, and each of them takes two seconds of a core to import torch and scipy.
Here one process does so once; an engine is a fork of it, in the state in which a new one is after the same imports:
nothing has been computed, and there are no threads. That a real one starts, and what it imports when, is tested in
`tests/engine`.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import Any

import psutil

from riffdesk.engine.remote import link
from riffdesk.paths import child_environment

IMPORTS = (
    "torch",
    "scipy.ndimage",
    "scipy.signal",
    "soundfile",
    "soxr",
    "PIL.Image",
    "riffdesk.analysis.folder_reading",
    "riffdesk.diffusion.denoising",
    "riffdesk.diffusion.loading",
    "riffdesk.dsp.phase.card_sound",
    "riffdesk.dsp.phase.initial_sound",
    "riffdesk.dsp.phase.iterations",
    "riffdesk.dsp.phase.parallel_phase",
    "riffdesk.dsp.phase.reconstruction",
    "riffdesk.engine.layer_sound",
    "riffdesk.engine.requests",
    "riffdesk.engine.riff.render",
    "riffdesk.engine.riff.strip_generator",
    "riffdesk.engine.sound_requests",
    "transformers.models.clip.modeling_clip",
    "transformers.models.clip.tokenization_clip",
)
_READ_BY_IMPORTS = ("HF_", "OMP_")
"""How the variables begin that libraries read while they are imported."""
_READY = b"ready"
_LEND = b"serve this one too"
_LENT = "RIFFDESK_TESTS_FORKER"
"""The variable that tells a child the number of a connection."""
_NOTED = 10.0
"""Seconds that the process has to take note of the end of a fork; it may have been killed itself."""

start_new = link._start
"""Start an engine that has imported nothing yet, as the program does."""


class Fork:
    """A process that another one forked: what `Link` needs of a `subprocess.Popen`."""

    def __init__(self, pid: int, descriptor: int) -> None:
        self.pid, self._descriptor = pid, descriptor

    def poll(self) -> int | None:
        """Return 0 once it is over, None before."""
        return 0 if self._is_over(0) else None

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it is over, and nobody finds its number any more."""
        if not self._is_over(timeout):
            raise subprocess.TimeoutExpired("a forked engine", timeout or 0)
        limit = time.monotonic() + _NOTED
        while psutil.pid_exists(self.pid) and time.monotonic() < limit:  # until the one that forked it has taken note
            time.sleep(0.001)
        return 0

    def kill(self) -> None:
        """End it at once."""
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._descriptor, signal.SIGKILL)

    def _is_over(self, timeout: float | None) -> bool:
        watched = select.poll()
        watched.register(self._descriptor, select.POLLIN)
        return bool(watched.poll(None if timeout is None else 1000 * timeout))

    def __del__(self) -> None:
        os.close(self._descriptor)


class Client:
    """A connection to the process with the imports."""

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection

    def start(self, work: socket.socket, cancels: socket.socket, niceness: int) -> subprocess.Popen[bytes] | Fork:
        """Start an engine, as `link._start` does.

        It is a new process where a test has an environment that imports read, and once the process with the imports is
        gone, as one is that takes the last memory of a machine.
        """
        request = json.dumps([niceness, os.getcwd(), child_environment()]).encode()
        try:
            socket.send_fds(self._socket, [request], [work.fileno(), cancels.fileno(), 1, 2])
            answer, descriptors, *_ = socket.recv_fds(self._socket, 100, 1)
        except OSError:
            answer, descriptors = b"", []
        return Fork(int(answer), *descriptors) if answer else start_new(work, cancels, niceness)


class Forker(Client):
    """The process with the imports, seen from the tests."""

    def __init__(self) -> None:
        connection, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        super().__init__(connection)
        self._ready = False
        with theirs:
            command = [sys.executable, "-P", "-m", __name__, str(theirs.fileno())]
            environment = child_environment() | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, env=environment, pass_fds=[theirs.fileno()], process_group=0
            )

    def start(self, work: socket.socket, cancels: socket.socket, niceness: int) -> subprocess.Popen[bytes] | Fork:
        """Start an engine; a new process while the imports are not done yet."""
        return (super().start if self._is_ready() else start_new)(work, cancels, niceness)

    @contextmanager
    def lent(self) -> Iterator[dict[str, Any]]:
        """Give options of `subprocess.Popen` with which a child's engines are forks too, once it calls `use_lent`."""
        if not self._is_ready():
            yield {}
            return
        lent, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with lent, theirs:
            socket.send_fds(self._socket, [_LEND], [theirs.fileno()])
            number = lent.fileno()
            yield {"pass_fds": [number], "env": {**os.environ, _LENT: str(number)}}

    def wait(self) -> None:
        """Wait until the imports are done."""
        self._ready = self._ready or self._socket.recv(len(_READY)) == _READY

    def _is_ready(self) -> bool:
        if not self._ready:
            with suppress(BlockingIOError):
                self._ready = self._socket.recv(len(_READY), socket.MSG_DONTWAIT) == _READY
        return self._ready

    def close(self) -> None:
        """Let it leave."""
        self._socket.close()
        self._process.wait()


@contextmanager
def running_forker() -> Iterator[Forker | None]:
    """Have the process run in the block; there is none where nothing is forked."""
    if not (sys.platform == "linux" and hasattr(os, "pidfd_open")):
        yield None
        return
    with closing(Forker()) as forker:
        yield forker


USE_LENT = "from tests.forked_engine import use_lent\nuse_lent()\n"
"""What a script of a child begins with that calls it."""


def use_lent() -> None:
    """Have the engines of this process be forks, if a connection was lent to it."""
    if number := os.environ.pop(_LENT, ""):
        link._start = Client(socket.socket(fileno=int(number))).start


def _for_imports(environment: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(_READ_BY_IMPORTS)}


# What runs in the process itself, and in its forks


def serve(tests: socket.socket) -> None:
    """Fork an engine for each request, until the tests are over."""
    signal.signal(signal.SIGCHLD, _bury)
    with suppress(ConnectionError):  # the tests were over before
        tests.send(_READY)
    clients, environment = [tests], _for_imports(dict(os.environ))
    while tests in clients:
        for client in select.select(clients, [], [])[0]:
            try:
                request, descriptors, *_ = socket.recv_fds(client, 1 << 20, 4)
            except ConnectionError:  # it is gone, and left something unread
                request, descriptors = b"", []
            if not request:
                clients.remove(client)
                client.close()
            elif request == _LEND:
                clients.append(socket.socket(fileno=descriptors[0]))
            else:
                answer, own = b"", []  # none: it starts a new one
                if _for_imports(json.loads(request)[-1]) == environment:
                    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD])
                    pid = os.fork()
                    if pid == 0:
                        for one in clients:
                            one.close()
                        _become_engine(request, *descriptors)
                    answer, own = str(pid).encode(), [os.pidfd_open(pid)]
                    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGCHLD])
                with suppress(ConnectionError):  # it was killed meanwhile
                    socket.send_fds(client, [answer], own)
                for descriptor in (*own, *descriptors):
                    os.close(descriptor)


def _bury(*_: object) -> None:
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _become_engine(request: bytes, work: int, cancels: int, out: int, err: int) -> None:
    from riffdesk.engine.remote.child import main

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGCHLD])
    os.setpgid(0, 0)
    for mine, standard in ((out, 1), (err, 2)):
        os.dup2(mine, standard)
        os.close(mine)
    niceness, folder, environment = json.loads(request)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    try:
        main(work, cancels, niceness)
    finally:
        os._exit(1)


def move(environment: dict[str, str], *_: object) -> None:
    """Have an engine take the environment of another test, as an engine's function; it keeps the model that it has."""
    os.environ.clear()
    os.environ.update(environment)


if __name__ == "__main__":
    import importlib

    for module in IMPORTS:
        importlib.import_module(module)
    gc.collect()
    gc.freeze()  # a collection in a fork would copy every page of what was imported
    serve(socket.socket(fileno=int(sys.argv[1])))
