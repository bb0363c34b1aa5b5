"""The tools: small objects fed with press, move and release in columns and bands; none of them knows Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from riffdesk.settings import Settings
from riffdesk.sketch.paint.selection import Selection
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import MAX_SIZE, MIN_SIZE, BrushTip, EraserTip, Point, Tip, ToneTip
from riffdesk.sketch.sketch import Sketch


class Desk(Protocol):
    """What a tool works on."""

    sketch: Sketch
    settings: Settings
    selection: Selection | None

    def select(self, selection: Selection | None) -> None:
        """Make a rectangle the selection."""

    def seek_column(self, column: float) -> None:
        """Move the playhead."""


class Tool(Protocol):
    """Fed with the mouse; a drag is press, moves, release, or cancel in between."""

    name: str
    object_name: str
    shortcut: str
    hint: str

    def press(self, desk: Desk, point: Point, straight: bool) -> None:
        """Begin a drag."""

    def move(self, desk: Desk, point: Point, straight: bool) -> None:
        """Go on; ``straight`` while Shift is held."""

    def release(self, desk: Desk) -> None:
        """End the drag and keep what it did."""

    def cancel(self) -> None:
        """End the drag as if it had never begun."""

    def size(self, settings: Settings) -> float | None:
        """Diameter of its mark in cells; None if it has none."""

    def resize(self, settings: Settings, factor: float) -> None:
        """Make its mark larger or smaller."""


class PaintTool:
    """Drags a tip across the active layer, or across the mask of what is to be repainted."""

    def __init__(
        self,
        name: str,
        object_name: str,
        shortcut: str,
        hint: str,
        tip: Callable[[Settings], Tip],
        size_setting: str | None = None,
        *,
        on_mask: bool = False,
    ) -> None:
        self.name, self.object_name, self.shortcut, self.hint = name, object_name, shortcut, hint
        self._tip, self._size_setting, self._on_mask = tip, size_setting, on_mask
        self._stroke: Stroke | None = None

    def press(self, desk: Desk, point: Point, straight: bool) -> None:
        """Begin a stroke."""
        self._stroke = Stroke(desk.sketch, self._tip(desk.settings), point, on_mask=self._on_mask)

    def move(self, desk: Desk, point: Point, straight: bool) -> None:
        """Paint on, or redraw the stroke as a straight line."""
        if self._stroke is not None:
            if straight:
                self._stroke.line(point)
            else:
                self._stroke.move(point)

    def release(self, desk: Desk) -> None:
        """Keep the stroke as one undo step."""
        if self._stroke is not None:
            stroke, self._stroke = self._stroke, None
            stroke.commit()

    def cancel(self) -> None:
        """Take the stroke back."""
        if self._stroke is not None:
            stroke, self._stroke = self._stroke, None
            stroke.abort()

    def size(self, settings: Settings) -> float | None:
        """Diameter of the tip in cells."""
        return getattr(settings, self._size_setting) if self._size_setting else None

    def resize(self, settings: Settings, factor: float) -> None:
        """Make the tip larger or smaller, by a cell at least."""
        if self._size_setting:
            size = getattr(settings, self._size_setting)
            changed = max(size * factor, size + 1) if factor > 1 else min(size * factor, size - 1)
            setattr(settings, self._size_setting, float(min(MAX_SIZE, max(MIN_SIZE, round(changed)))))


class SelectTool:
    """Draws a rectangle; a plain click clears it and moves the playhead there."""

    name, object_name, shortcut = "Select", "toolSelect", "S"
    hint = "Drag a rectangle, to cut, copy, transpose or repaint what is in it; Shift takes all frequencies"

    def __init__(self) -> None:
        self._corner: Point | None = None

    def press(self, desk: Desk, point: Point, straight: bool) -> None:
        """Begin a rectangle."""
        self._corner = point
        desk.select(None)

    def move(self, desk: Desk, point: Point, straight: bool) -> None:
        """Stretch the rectangle; with Shift over all frequencies."""
        if self._corner is None:
            return
        selection = Selection.between(desk.sketch, self._corner, point)
        if straight and selection is not None:
            selection = Selection(selection.start, selection.stop, 0, desk.sketch.params.bands)
        desk.select(selection)

    def release(self, desk: Desk) -> None:
        """Keep the rectangle, or take the click as a place to play from."""
        corner, self._corner = self._corner, None
        if corner is not None and desk.selection is None:
            desk.seek_column(corner[0])

    def cancel(self) -> None:
        """Forget the corner."""
        self._corner = None

    def size(self, settings: Settings) -> float | None:
        """It has no mark."""
        return None

    def resize(self, settings: Settings, factor: float) -> None:
        """It has no mark."""


def _brush(settings: Settings) -> Tip:
    return BrushTip(settings.brush_size, settings.brush_hardness, settings.brush_strength)


def _eraser(settings: Settings) -> Tip:
    return EraserTip(settings.eraser_size, settings.eraser_hardness, settings.eraser_strength)


def _mask(settings: Settings) -> Tip:
    kind = EraserTip if settings.mask_erase else BrushTip
    return kind(settings.mask_size, settings.mask_hardness, 1.0)


def _tone(settings: Settings) -> Tip:
    return ToneTip(settings.tone_strength, settings.tone_harmonics, settings.tone_rolloff_db, settings.tone_snap)


def all_tools() -> tuple[Tool, ...]:
    """Return the tools in the order of the toolbar."""
    straight = "Shift draws a straight line"
    return (
        PaintTool("Brush", "toolBrush", "B", f"Paint sound; {straight}", _brush, "brush_size"),
        PaintTool("Tone", "toolTone", "T", f"Paint a tone at a pitch; {straight}", _tone),
        PaintTool("Eraser", "toolEraser", "E", f"Take sound away; {straight}", _eraser, "eraser_size"),
        PaintTool("Mask", "toolMask", "M", f"Mark what to repaint; {straight}", _mask, "mask_size", on_mask=True),
        SelectTool(),
    )
