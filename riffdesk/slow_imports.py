"""Imports of large libraries, without looking for garbage in them."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def slow_imports(module: str) -> Iterator[None]:
    """Import a large library in the block; if it is there already, nothing is done.

    Torch and diffusers are a million objects that stay. Python would look through them for garbage again and again
    while they are imported, a sixth of that time, and once more for a second when the process ends. So no garbage is
    collected meanwhile, and all that is there at the end is left out of later collections.

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
