"""riffdesk: a desktop music sketchpad. Draw a spectrogram, hear it, make riffs from words, export stems.

From a script::

    from riffdesk import render

    render("slow jazz with a piano", seconds=10).save("jazz.wav")
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from riffdesk.scripting.api import Riff, interpolate, render, render_sketch

__version__ = "0.1.0"

__all__ = ["Riff", "__version__", "interpolate", "render", "render_sketch"]


def __getattr__(name: str) -> Any:
    """Import the modules that make riffs at the first use, as the window and --help do not need them."""
    if name in __all__:
        from riffdesk.scripting import api

        return getattr(api, name)
    raise AttributeError(f"module 'riffdesk' has no attribute {name!r}")
