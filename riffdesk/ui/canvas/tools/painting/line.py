"""The line tool, which draws a straight line and bends it."""

from __future__ import annotations

import numpy as np

from riffdesk.dsp.synth import Tones
from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import Point, Tip
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.canvas.tools.modifiers import modifiers_of
from riffdesk.ui.canvas.tools.painting.brush import brush_tip
from riffdesk.ui.canvas.tools.painting.tone import tone_tip, tones_of
from riffdesk.ui.canvas.tools.tool import ChoiceOption, Desk, Pointer, ToolInfo

_REACH_PIXELS = 12  # from the middle of a line, where a drag bends it
_LONG = 2_000  # columns of a line that is painted when the mouse is released, and shown as a thin line until then
_MOST_POINTS = 600
_POINT_COLUMNS = 3.0  # columns from one point of a curve to the next


class LineTool:
    """Draws a line; a drag of its middle bends it, until another change."""

    info = ToolInfo(
        tr("Line"),
        "toolLine",
        "I",
        "line",
        tr("Draw a straight line of brush or tone; drag its middle to bend it"),
        options=(
            (
                ChoiceOption(
                    "line_paints",
                    tr("Draws"),
                    tr("Whether the line is one of the tone brush or of the brush, with their settings"),
                    {"tone": tr("Tones"), "brush": tr("Brush")},
                ),
            ),
        ),
        group="tone",
        modified=True,
    )

    over_playback = False

    def tones(self, desk: Desk, point: Point) -> Tones | None:
        """Return the tone at a point, if the line is one of tones and they sound."""
        heard = desk.settings.hear_tones and desk.settings.line_paints == "tone"
        return tones_of(desk, point, self.info) if heard else None

    def __init__(self) -> None:
        self._stroke: Stroke | None = None
        self._ends: tuple[Point, Point] | None = None
        self._middle: Point | None = None  # where the line can be bent
        self._step: object | None = None  # of the history, with the line
        self._bends = False
        self._later: list[Point] = []  # of a long line, which is painted when the mouse is released
        self._sketch: Sketch | None = None

    def press(self, desk: Desk, pointer: Pointer) -> None:
        """Begin a line, or bend the last one."""
        self._bends = self._can_bend(desk, pointer.point)
        if self._bends:
            assert self._ends is not None
            desk.sketch.undo()
            self._begin(desk, self._ends[0])
            self.move(desk, pointer)
        else:
            self._ends, self._middle, self._later = (pointer.point, pointer.point), None, []
            desk.show_handle(None)
            self._begin(desk, pointer.point)

    def move(self, desk: Desk, pointer: Pointer) -> None:
        """Draw the line to the pointer, or bend it through the pointer."""
        if self._stroke is None or self._ends is None:
            return
        start, stop = self._ends
        if self._bends:
            self._middle = pointer.point
            points = _curve(start, pointer.point, stop)
        else:
            stop = (pointer.point[0], start[1]) if pointer.shift else pointer.point
            self._ends, self._middle = (start, stop), ((start[0] + stop[0]) / 2, (start[1] + stop[1]) / 2)
            points = [start, stop]
        self._later = points if abs(stop[0] - start[0]) > _LONG else []
        if not self._later:
            self._stroke.curve(points)
        desk.show_path(self._later)
        desk.show_handle(self._middle)

    def release(self, desk: Desk) -> None:
        """Keep the line as one undo step."""
        if self._stroke is not None:
            stroke, self._stroke = self._stroke, None
            if self._later:
                stroke.curve(self._later)
                desk.show_path([])
            kept = stroke.commit() is not None
            if stroke.missed:
                desk.tell_missed()
            self._step = desk.sketch.history.step if kept else None

    def cancel(self) -> None:
        """Cancel the line, or its bend."""
        if self._stroke is not None:
            stroke, self._stroke = self._stroke, None
            stroke.abort()
            if self._bends and self._sketch is not None:
                self._sketch.redo()

    def size(self, settings: Settings) -> float | None:
        """Return the diameter of the brush; None for tones."""
        return settings.brush_size if settings.line_paints == "brush" else None

    def core(self, settings: Settings) -> float | None:
        """Return the diameter within which the brush is hard; None for tones."""
        size = self.size(settings)
        return None if size is None else size * settings.brush_hardness

    def resize(self, settings: Settings, factor: float) -> None:
        """Do nothing: the size is that of the brush."""

    def _begin(self, desk: Desk, point: Point) -> None:
        settings = desk.settings
        tip: Tip = tone_tip(settings) if settings.line_paints == "tone" else brush_tip(settings)
        self._sketch = desk.sketch
        self._stroke = Stroke(
            desk.sketch,
            tip,
            point,
            name=tr("Line"),
            modifiers=modifiers_of(settings, desk.sketch.state, self.info),
            within=desk.selection,
            scale=desk.scale,
        )

    def _can_bend(self, desk: Desk, point: Point) -> bool:
        """Return whether a press is at the middle of the last line, and there was no change since."""
        if self._middle is None or self._step is None or desk.sketch.history.step is not self._step:
            return False
        width, height = desk.pixel
        below, above = desk.scale.height_of([self._middle[1], point[1]])
        across, along = (point[0] - self._middle[0]) / width, (above - below) / height
        return bool(np.hypot(across, along) <= _REACH_PIXELS)


def _curve(start: Point, middle: Point, stop: Point) -> list[Point]:
    """Return points of the quadratic curve through three points (Bézier)."""
    count = min(_MOST_POINTS, 2 + int(max(abs(stop[0] - start[0]), abs(stop[1] - start[1])) / _POINT_COLUMNS))
    part = np.linspace(0, 1, count)
    points = []
    for axis in (0, 1):
        control = 2 * middle[axis] - (start[axis] + stop[axis]) / 2
        points.append((1 - part) ** 2 * start[axis] + 2 * part * (1 - part) * control + part**2 * stop[axis])
    return list(zip(points[0].tolist(), points[1].tolist(), strict=True))
