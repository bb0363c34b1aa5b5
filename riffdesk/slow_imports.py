"""Importing large libraries without garbage collection."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def slow_imports(module: str) -> Iterator[None]:
    """Disable garbage collection while the block imports a large library; nothing is done if it is imported already.

    Torch and diffusers are a million objects that stay. Collections during the import would take a sixth of its time,
    and a second when the process ends. So objects that exist after the import are left out of later collections.

    Parameters
    ----------
    module : str
        Name of the last module that the block imports.
    """
    if module in sys.modules:
        yield
        return
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collecting:
            gc.enable()
