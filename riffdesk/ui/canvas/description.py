"""The description of the canvas for screen readers: tool, layer, visible part and selection."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from riffdesk.dsp.band_scale import BandScale
from riffdesk.sketch.mixer import silence_reason
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import State


def describe(sketch: Sketch, heard: State, tool: str, view: QRectF, scale: BandScale, selection: Region | None) -> str:
    """Return sentences about the contents of the canvas.

    Parameters
    ----------
    heard : State
        The audible document.
    tool : str
        Name of the active tool.
    view : QRectF
        The visible part, in seconds and heights.
    scale : BandScale
        The scale of the heights.
    """
    state, layer, params = sketch.state, sketch.active_layer, sketch.params
    number = [one.id for one in state.layers].index(layer.id) + 1
    reason = silence_reason(heard, layer.id)
    unheard = f", not heard: {reason}" if reason else ""
    empty = ", empty" if layer.tiles.is_silent else ""
    start, stop = max(0.0, view.left()), min(view.right(), sketch.seconds)
    low, high = (float(hertz) for hertz in params.hertz_of(scale.band_at([view.top(), view.bottom()])))
    sentences = [
        "Paint sound here: time runs to the right, pitch upwards.",
        f"Tool: {tool}.",
        f"Layer {number} of {len(state.layers)}: {layer.name}{empty}{unheard}.",
        f"Visible: {start:.2f} to {stop:.2f} of {sketch.seconds:.2f} seconds, {max(0.0, low):.0f} to {high:.0f} hertz.",
    ]
    if selection is not None:
        first, last, lowest, highest = selection.box
        rate = params.columns_per_second
        low, high = (float(hertz) for hertz in params.hertz_of([lowest, highest - 1]))
        sentences.append(f"Selected: {first / rate:.2f} to {last / rate:.2f} seconds, {low:.0f} to {high:.0f} hertz.")
    return " ".join(sentences)
