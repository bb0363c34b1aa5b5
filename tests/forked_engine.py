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
from collections.abc import Callable, Iterator
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
    "riffdesk.dsp.phase.initial_sound",
    "riffdesk.dsp.phase.reconstruction",
    "riffdesk.engine.layer_sound",
    "riffdesk.engine.requests",
    "riffdesk.engine.riff.render",
    "riffdesk.engine.riff.strip_generator",
    "riffdesk.engine.sound_requests",
)
_READ_BY_IMPORTS = ("HF_", "OMP_")
"""How the variables begin that libraries read while they are imported."""
_READY = b"ready"
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


class Forker:
    """The process with the imports, seen from the tests."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._ready = False
        self._environment = _for_imports(child_environment())
        with theirs:
            command = [sys.executable, "-P", "-m", __name__, str(theirs.fileno())]
            environment = child_environment() | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, env=environment, pass_fds=[theirs.fileno()], process_group=0
            )

    def start(self, work: socket.socket, cancels: socket.socket, niceness: int) -> subprocess.Popen[bytes] | Fork:
        """Start an engine, as `link._start` does.

        It is a new process while the imports are not done yet, where a test has an environment that imports read, and
        once the process is gone, as one is that takes the last memory of a machine.
        """
        environment = child_environment()
        if not self._is_ready() or _for_imports(environment) != self._environment:
            return start_new(work, cancels, niceness)
        request = json.dumps([niceness, os.getcwd(), environment]).encode()
        try:
            socket.send_fds(self._socket, [request], [work.fileno(), cancels.fileno(), 1, 2])
            answer, descriptors, *_ = socket.recv_fds(self._socket, 100, 1)
        except OSError:
            answer, descriptors = b"", []
        return Fork(int(answer), *descriptors) if answer else start_new(work, cancels, niceness)

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
def running_forker() -> Iterator[Callable[..., Any]]:
    """Have the process run in the block, and give what starts engines there; a new one each where nothing is forked."""
    if not (sys.platform == "linux" and hasattr(os, "pidfd_open")):
        yield start_new
        return
    with closing(Forker()) as forker:
        yield forker.start


def _for_imports(environment: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(_READ_BY_IMPORTS)}


# What runs in the process itself, and in its forks


def serve(requests: socket.socket) -> None:
    """Fork an engine for each request, until nobody asks any more."""
    signal.signal(signal.SIGCHLD, _bury)
    with suppress(ConnectionError):  # the tests were over before
        requests.send(_READY)
    while True:
        try:
            request, descriptors, *_ = socket.recv_fds(requests, 1 << 20, 4)
        except ConnectionError:  # they are gone, and left something unread
            return
        if not request:
            return
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD])
        pid = os.fork()
        if pid == 0:
            requests.close()
            _become_engine(request, *descriptors)
        own = os.pidfd_open(pid)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGCHLD])
        socket.send_fds(requests, [str(pid).encode()], [own])
        for descriptor in (own, *descriptors):
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
