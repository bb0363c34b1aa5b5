"""The base of the painting tools, which drag a tip across the active layer or the mask."""

from __future__ import annotations

from collections.abc import Callable

from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import MAX_SIZE, MIN_SIZE, EraserTip, Tip
from riffdesk.ui.canvas.tools.modifiers import modifiers_of
from riffdesk.ui.canvas.tools.tool import Desk, Pointer, SliderOption, ToolInfo, percent_slider

STRAIGHT = tr("Shift draws a straight line")
LOUDNESS = tr("Level of the paint; 100% is full scale")
_SIZE = tr("Diameter of the tip, in pixels of the picture. Tools > Smaller brush and Larger brush change it by key")
_HARDNESS = tr("The part of the tip that paints at full strength; the rest fades out towards its edge")


class PaintTool:
    """Drags a tip across the active layer, or across the mask.

    Parameters
    ----------
    info : ToolInfo
        Name, icon and options.
    tip : callable
        Returns the tip for the settings.
    size_setting : str, optional
        Field of `Settings` with the diameter of the tip; None if the tip has a fixed size.
    on_mask : bool
        Whether it paints on the mask.
    """

    def __init__(
        self,
        info: ToolInfo,
        tip: Callable[[Settings], Tip],
        size_setting: str | None = None,
        *,
        on_mask: bool = False,
    ) -> None:
        self.info = info
        self._make_tip, self._size_setting, self._on_mask = tip, size_setting, on_mask
        self._stroke: Stroke | None = None

    def press(self, desk: Desk, pointer: Pointer) -> None:
        """Begin a stroke; with the eraser end of a pen, it erases."""
        tip = self.tip(desk, pointer)
        if tip is not None:
            self._stroke = Stroke(
                desk.sketch,
                eraser_tip(desk.settings) if pointer.eraser and not self._on_mask else tip,
                pointer.point,
                on_mask=self._on_mask,
                modifiers=modifiers_of(desk.settings, desk.sketch.state, self.info),
                within=desk.selection,
                scale=desk.scale,
            )
            self._stroke.set_pressure(*pressure_of(desk.settings, pointer))

    def tip(self, desk: Desk, pointer: Pointer) -> Tip | None:
        """Return the tip of the stroke that a press begins; None if it begins none."""
        return self._make_tip(desk.settings)

    def move(self, desk: Desk, pointer: Pointer) -> None:
        """Continue the stroke, or replace it by a straight line."""
        if self._stroke is not None:
            self._stroke.set_pressure(*pressure_of(desk.settings, pointer))
            if pointer.shift:
                self._stroke.line(pointer.point)
            else:
                self._stroke.move(pointer.point)

    def release(self, desk: Desk) -> None:
        """Keep the stroke as one undo step."""
        if self._stroke is not None:
            stroke, self._stroke = self._stroke, None
            stroke.commit()
            if stroke.missed:
                desk.tell_missed()

    def cancel(self) -> None:
        """Cancel the stroke."""
        if self._stroke is not None:
            stroke, self._stroke = self._stroke, None
            stroke.abort()

    def size(self, settings: Settings) -> float | None:
        """Return the diameter of the tip in cells; None if it has a fixed size."""
        return float(getattr(settings, self._size_setting)) if self._size_setting else None

    def core(self, settings: Settings) -> float | None:
        """Return the diameter within which the tip is hard, in cells; None if it has no soft edge."""
        size = self.size(settings)
        hardness = getattr(settings, f"{(self._size_setting or '').removesuffix('size')}hardness", None)
        return None if size is None or hardness is None else size * float(hardness)

    def resize(self, settings: Settings, factor: float) -> None:
        """Multiply the diameter of the tip by a factor, and change it by at least a cell."""
        if self._size_setting:
            size = getattr(settings, self._size_setting)
            changed = max(size * factor, size + 1) if factor > 1 else min(size * factor, size - 1)
            setattr(settings, self._size_setting, float(min(MAX_SIZE, max(MIN_SIZE, round(changed)))))


def eraser_tip(settings: Settings) -> EraserTip:
    """Return the tip of the eraser."""
    return EraserTip(settings.eraser_size, settings.eraser_hardness, settings.eraser_strength)


def pressure_of(settings: Settings, pointer: Pointer) -> tuple[float, float]:
    """Return the factors of size and strength for the pressure of a pen; 1 for a mouse."""
    if pointer.pressure >= 1:
        return 1.0, 1.0
    pressed = max(0.0, pointer.pressure) ** settings.pen_curve
    drives = settings.pen_drives
    return (
        pressed if drives in ("size", "both") else 1.0,
        pressed if drives in ("strength", "both") else 1.0,
    )


def size_slider(setting: str) -> SliderOption:
    """Return a slider for the diameter of a tip."""
    return SliderOption(setting, tr("Size"), _SIZE, MIN_SIZE, MAX_SIZE)


def hardness_slider(setting: str) -> SliderOption:
    """Return a slider for the hardness of a tip's edge."""
    return percent_slider(setting, tr("Hardness"), _HARDNESS)
