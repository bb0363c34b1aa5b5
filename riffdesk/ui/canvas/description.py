"""The description of the canvas for screen readers: tool, layer, visible part and selection."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from riffdesk.dsp.band_scale import BandScale
from riffdesk.language import tr
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
    unheard = ", " + tr("not heard: {reason}", reason=reason) if reason else ""
    empty = ", " + tr("empty") if layer.tiles.is_silent else ""
    start, stop = max(0.0, view.left()), min(view.right(), sketch.seconds)
    low, high = (float(hertz) for hertz in params.hertz_of(scale.band_at([view.top(), view.bottom()])))
    sentences = [
        tr("Paint sound here: time runs to the right, pitch upwards."),
        tr("Tool: {tool}.", tool=tool),
        tr(
            "Layer {number} of {count}: {name}{empty}{unheard}.",
            number=number,
            count=len(state.layers),
            name=layer.name,
            empty=empty,
            unheard=unheard,
        ),
        tr(
            "Visible: {start:.2f} to {stop:.2f} of {seconds:.2f} seconds, {low:.0f} to {high:.0f} hertz.",
            start=start,
            stop=stop,
            seconds=sketch.seconds,
            low=max(0.0, low),
            high=high,
        ),
    ]
    if selection is not None:
        first, last, lowest, highest = selection.box
        rate = params.columns_per_second
        low, high = (float(hertz) for hertz in params.hertz_of([lowest, highest - 1]))
        sentences.append(
            tr(
                "Selected: {first:.2f} to {last:.2f} seconds, {low:.0f} to {high:.0f} hertz.",
                first=first / rate,
                last=last / rate,
                low=low,
                high=high,
            )
        )
    return " ".join(sentences)
