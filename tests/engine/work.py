"""Functions for the engine's process to run in tests."""

from __future__ import annotations

import os
import sys
import threading
import time

import numpy as np

from riffdesk.errors import UserError
from riffdesk.progress import OnStep, Step, check


def double(request: np.ndarray, on_step: OnStep, cancel: threading.Event) -> np.ndarray:
    return request * 2


def count(request: int, on_step: OnStep, cancel: threading.Event) -> int:
    for number in range(request):
        check(cancel)
        on_step(Step(number + 1, request, "Counting"))
        time.sleep(0.01)
    return request


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


def has_torch(request: object, on_step: OnStep, cancel: threading.Event) -> bool:
    return "torch" in sys.modules
