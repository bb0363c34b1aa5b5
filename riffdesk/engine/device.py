"""Where riffs and sound are computed: on the graphics card if torch can use one, else on the processor."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache


@cache
def sound_device() -> str:
    """Return ``cuda`` or ``cpu``."""
    import torch

    return "cuda" if torch.cuda.is_available() else "cpu"


@contextmanager
def all_cores() -> Iterator[None]:
    """Let torch use every core for a while.

    A sum's last bits depend on how many threads share it. So a riff is always made with the same number on one
    machine: in the window, where strokes are heard with one thread, as well as from the command line.
    """
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS") or os.cpu_count() or 1))
    try:
        yield
    finally:
        torch.set_num_threads(before)
