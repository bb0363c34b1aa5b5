"""pyqtgraph, imported without two things that it loads and riffdesk does not use.

One is CUDA's bindings, which come with PyTorch. The other is copies of Qt's modules: PySide makes each class when it is
first used, and a copy makes them all. Together they would delay the window by a tenth of a second.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets


@contextmanager
def _without_copies() -> Iterator[None]:
    """Make pyqtgraph use Qt's own modules instead of copies with all names that `dir` lists."""
    modules: dict[str, Any] = {"QtCore": QtCore, "QtGui": QtGui, "QtWidgets": QtWidgets}
    for name, module in modules.items():
        sys.modules[f"pyqtgraph.Qt.{name}"] = module
        module.__dir__ = list
    try:
        yield
    finally:
        for module in modules.values():
            del module.__dir__


@contextmanager
def _without_cuda() -> Iterator[None]:
    """Make an import of CUDA's bindings fail, unless they are imported already."""
    if "cuda" in sys.modules:
        yield
        return
    sys.modules["cuda"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["cuda"]


if "pyqtgraph" not in sys.modules:
    with _without_cuda(), _without_copies():
        import pyqtgraph as pg
else:
    import pyqtgraph as pg

__all__ = ["pg"]
