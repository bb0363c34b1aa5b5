"""Functions for the engine's process to run in tests."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from queue import SimpleQueue

import numpy as np

from riffdesk.devices import choice
from riffdesk.errors import UserError
from riffdesk.files import write_beside
from riffdesk.progress import OnStep, Step, check


def double(request: np.ndarray, on_step: OnStep, cancel: threading.Event) -> np.ndarray:
    return request * 2


def count(request: int, on_step: OnStep, cancel: threading.Event) -> int:
    for number in range(request):
        check(cancel)
        on_step(Step(number + 1, request, "Counting"))
        time.sleep(0.01)
    return request


def repeat(request: int, on_step: OnStep, cancel: threading.Event, messages: SimpleQueue[object]) -> list[object]:
    """Return as many messages as asked for, and tell of each as it comes."""
    told: list[object] = []
    while len(told) < request:
        check(cancel)
        if messages.empty():
            time.sleep(0.001)
            continue
        told.append(messages.get())
        on_step(Step(len(told), request, "Told", told[-1]))
    return told


def complain(request: str, on_step: OnStep, cancel: threading.Event) -> None:
    raise UserError(f"{request} is wrong. Choose another.")


def stumble(request: object, on_step: OnStep, cancel: threading.Event) -> None:
    raise ZeroDivisionError("a bug")


def chatter(request: object, on_step: OnStep, cancel: threading.Event) -> str:
    print("a library's remark")
    sys.stdout.flush()
    os.write(1, b"and another\n")
    return "fine"


def die(request: object, on_step: OnStep, cancel: threading.Event) -> None:
    os._exit(3)


def starve(request: object, on_step: OnStep, cancel: threading.Event) -> None:
    raise MemoryError


def process_id(request: object, on_step: OnStep, cancel: threading.Event) -> int:
    return os.getpid()


def device(request: object, on_step: OnStep, cancel: threading.Event) -> tuple[int, str]:
    return os.getpid(), choice()


def modules(request: object, on_step: OnStep, cancel: threading.Event) -> set[str]:
    return set(sys.modules)


def has_torch(request: object, on_step: OnStep, cancel: threading.Event) -> bool:
    return "torch" in sys.modules


def wait(request: object, on_step: OnStep, cancel: threading.Event) -> None:
    """Wait for the cancel, and do nothing else."""
    heard = cancel.wait(60)
    assert heard, "the cancel was lost"
    check(cancel)


def echo(request: object, on_step: OnStep, cancel: threading.Event) -> object:
    check(cancel)
    return request


def hang(request: float, on_step: OnStep, cancel: threading.Event) -> str:
    """Be in the middle of something that hears nothing."""
    on_step(Step(0, 1, "Hanging"))
    time.sleep(request)
    return "done"


def flood(request: int, on_step: OnStep, cancel: threading.Event) -> int:
    """Tell more than any pipe holds."""
    for number in range(request):
        on_step(Step(number, request, "Telling", np.full(100_000, number, np.float32)))
    return request


def write(request: tuple[Path, int], on_step: OnStep, cancel: threading.Event) -> None:
    """Write a file slowly, in so many steps."""
    path, steps = request
    with write_beside(path) as temporary:
        for number in range(steps):
            temporary.write_text(str(number + 1))
            on_step(Step(number, steps, "Writing"))
            check(cancel)
            time.sleep(0.01)


def limit_memory(request: int, on_step: OnStep, cancel: threading.Event) -> None:
    """Leave so many bytes."""
    import resource

    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + request, resource.RLIM_INFINITY))


def starve_like_torch(request: object, on_step: OnStep, cancel: threading.Event) -> None:
    raise RuntimeError("[enforce fail at alloc_cpu.cpp:124] DefaultCPUAllocator: can't allocate memory: you tried")


class Unreadable:
    """Can be pickled, and not read again."""

    def __reduce__(self) -> tuple[object, ...]:
        return _explode, ()


def _explode() -> None:
    raise ValueError("unreadable")


def answer_unreadably(request: object, on_step: OnStep, cancel: threading.Event) -> Unreadable:
    return Unreadable()


def answer_unsendably(request: object, on_step: OnStep, cancel: threading.Event) -> object:
    return threading.Lock()


def step_unreadably(request: object, on_step: OnStep, cancel: threading.Event) -> None:
    for _ in range(10_000):
        on_step(Step(0, 0, "", Unreadable()))
        check(cancel)
        time.sleep(0.001)


def fail_unsendably(request: object, on_step: OnStep, cancel: threading.Event) -> None:
    error = UserError("This cannot be sent.")
    error.lock = threading.Lock()  # type: ignore[attr-defined]
    raise error


def run_python(request: str, on_step: OnStep, cancel: threading.Event) -> int:
    return subprocess.run([sys.executable, "-c", request], check=False).returncode
