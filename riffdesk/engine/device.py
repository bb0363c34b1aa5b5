"""Where riffs and sound are computed: on the graphics card if torch can use one, else on the processor."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.slow_imports import slow_imports


@cache
def sound_device() -> str:
    """Return ``cuda`` or ``cpu``."""
    import torch

    return "cuda" if torch.cuda.is_available() else "cpu"


@contextmanager
def all_cores(on_step: OnStep = ignore_steps) -> Iterator[None]:
    """Let torch use every core for a while; import it first, if that is not done yet, and say so.

    A sum's last bits depend on how many threads share it. So a riff is always made with the same number on one
    machine: in the window, where strokes are heard with one thread, as well as from the command line.
    """
    if "torch" not in sys.modules:
        on_step(Step(0, 0, "Starting the engine"))
    with slow_imports("torch"):
        import torch

    before = torch.get_num_threads()
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS") or os.cpu_count() or 1))
    try:
        yield
    finally:
        torch.set_num_threads(before)
