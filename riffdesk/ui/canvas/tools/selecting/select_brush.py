"""The selection brush, which selects the cells that it passes over."""

from __future__ import annotations

from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.shapes import TipPath
from riffdesk.sketch.paint.tips import MAX_SIZE, MIN_SIZE, BrushTip, Point
from riffdesk.ui.canvas.tools.painting.paint_tool import hardness_slider, size_slider
from riffdesk.ui.canvas.tools.selecting.selecting_tool import KEYS, MODE, SelectingTool, ends_on_grid
from riffdesk.ui.canvas.tools.tool import Desk, Pointer, ToolInfo


class SelectBrush(SelectingTool):
    """Adds the cells under a round tip to the selection, with a soft edge, or removes them."""

    info = ToolInfo(
        tr("Selection brush"),
        "toolSelectBrush",
        "Shift+W",
        "select-brush",
        tr("Paint over a part to select it, with a soft edge; {keys}", keys=KEYS),
        options=((MODE,), (size_slider("select_size"),), (hardness_slider("select_hardness"),)),
        group="select",
    )

    moves = False

    def __init__(self) -> None:
        super().__init__()
        self._path: TipPath | None = None

    def press_shape(self, desk: Desk, pointer: Pointer) -> None:
        """Begin to paint; each stroke adds to the selection unless another mode is chosen."""
        selection = desk.selection
        super().press_shape(desk, pointer)
        self._mode = "add" if self._mode == "new" else self._mode
        tip = BrushTip(desk.settings.select_size, desk.settings.select_hardness, 1.0)
        self._path = TipPath(desk.sketch.state, tip, pointer.point, desk.scale)
        desk.select(selection)
        self.move(desk, pointer)

    def shape(self, desk: Desk, pointer: Pointer) -> Region | None:
        """Return the cells that the tip has passed over."""
        if self._path is None:
            return None
        self._path.move(pointer.point)
        return ends_on_grid(desk, self._path.region)

    def click(self, desk: Desk, point: Point) -> None:
        """Do nothing: a dab selects, and the playhead stays."""

    def size(self, settings: Settings) -> float | None:
        """Return the diameter of the tip in cells."""
        return settings.select_size

    def core(self, settings: Settings) -> float | None:
        """Return the diameter within which the tip is hard, in cells."""
        return settings.select_size * settings.select_hardness

    def resize(self, settings: Settings, factor: float) -> None:
        """Multiply the diameter of the tip by a factor, and change it by at least a cell."""
        size = settings.select_size
        changed = max(size * factor, size + 1) if factor > 1 else min(size * factor, size - 1)
        settings.select_size = float(min(MAX_SIZE, max(MIN_SIZE, round(changed))))
