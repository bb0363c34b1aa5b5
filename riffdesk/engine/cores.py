"""The cores that a riff is made with."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from riffdesk.language import tr
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.slow_imports import slow_imports


@contextmanager
def all_cores(on_step: OnStep = ignore_steps) -> Iterator[None]:
    """Let torch use every core within the context; import it first, with a step, if that is not done yet.

    The last bits of a sum depend on the number of threads. So a riff is always made with the same number on one
    machine: in the window, where the sound of strokes is made with one thread, as from the command line.
    """
    if "torch" not in sys.modules:
        on_step(Step(0, 0, tr("Starting the engine")))
    with slow_imports("torch"):
        import torch

    before = torch.get_num_threads()
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS") or os.cpu_count() or 1))
    try:
        yield
    finally:
        torch.set_num_threads(before)
