"""The listening tool, which plays the ink under the pointer."""

from __future__ import annotations

from riffdesk.dsp.ink_partials import partials_at, played_edges
from riffdesk.dsp.mix import gain_of
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.synth import Tones
from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.paint.modifiers import Modifiers
from riffdesk.sketch.paint.tips import Point
from riffdesk.ui.canvas.tools.tool import Desk, Pointer, Tool, ToolInfo


class ListenTool:
    """Plays a narrow band of the layer at the pointer while the mouse button is held."""

    info = ToolInfo(
        tr("Listen"),
        "toolListen",
        "H",
        "listen",
        tr("Press to hear the layer under the pointer; hold H with any tool to hear it without pressing"),
        about=tr(
            "Press on the picture: three semitones around the pointer sound while you press, at their level in the "
            "layer.\nHold H to hear them without pressing; release it to return to your tool."
        ),
    )
    over_playback = True

    def tones(self, desk: Desk, point: Point) -> Tones | None:
        """Return the partials of the active layer at a point."""
        layer = desk.sketch.active_layer
        column = round(point[0])
        if not 0 <= column < layer.columns:
            return None
        ink = layer.tiles.read(column, column + 1)[..., 0]
        tones = partials_at(ink.max(axis=0) if ink.ndim == 2 else ink, point[1], desk.sketch.params)
        gain = gain_of(layer.gain_db)
        return Tones(tuple((hertz, amplitude * gain) for hertz, amplitude in tones.partials))

    def press(self, desk: Desk, pointer: Pointer) -> None:
        """Do nothing: it changes nothing."""

    def move(self, desk: Desk, pointer: Pointer) -> None:
        """Do nothing: it changes nothing."""

    def release(self, desk: Desk) -> None:
        """Do nothing: it changes nothing."""

    def cancel(self) -> None:
        """Do nothing: it changes nothing."""

    def size(self, settings: Settings) -> float | None:
        """Return None: it has no tip."""
        return None

    def core(self, settings: Settings) -> float | None:
        """Return None: the tool has no tip."""
        return None

    def resize(self, settings: Settings, factor: float) -> None:
        """Do nothing: it has no tip."""


def rungs_of(tool: Tool, modifiers: Modifiers, point: Point, ink: Ink, params: SpectrogramParams) -> list[float]:
    """Return the bands to show under the pointer: the edges of the played range, or the places of marks."""
    if isinstance(tool, ListenTool):
        return list(played_edges(point[1], params))
    return modifiers.bands(point, ink, params) if modifiers.pitched else []
