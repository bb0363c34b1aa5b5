"""pyqtgraph, imported without the CUDA bindings that it loads where they are installed, for a widget not used here.

They come with PyTorch, and would delay the window by a twentieth of a second.
"""

from __future__ import annotations

import sys

if "cuda" in sys.modules:
    import pyqtgraph as pg
else:
    sys.modules["cuda"] = None  # type: ignore[assignment]  # an import of it fails
    try:
        import pyqtgraph as pg
    finally:
        del sys.modules["cuda"]

__all__ = ["pg"]
