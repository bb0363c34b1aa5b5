"""Tools that copy ink: clone, and back to the original."""

from __future__ import annotations

from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.paint.originals import original_of
from riffdesk.sketch.paint.tips import CloneTip, OriginalTip, Point, Tip
from riffdesk.ui.canvas.tools.painting.paint_tool import STRAIGHT, PaintTool, hardness_slider, size_slider
from riffdesk.ui.canvas.tools.tool import Desk, Pointer, ToolInfo

_CLONE = ToolInfo(
    tr("Clone"),
    "toolClone",
    "J",
    "clone",
    tr("Copy sound from elsewhere: Ctrl+click sets the source; {straight}", straight=STRAIGHT),
    options=((size_slider("clone_size"),), (hardness_slider("clone_hardness"),)),
    group="retouch",
    modified=True,
)
_ORIGINAL = ToolInfo(
    tr("Back to the original"),
    "toolOriginal",
    "R",
    "original",
    tr("Restore the sound that the layer had when it was imported, made or opened; {straight}", straight=STRAIGHT),
    options=((size_slider("original_size"),), (hardness_slider("original_hardness"),)),
    group="erase",
    modified=True,
)
_NO_SOURCE = tr("First hold Ctrl and click the sound to copy; then paint at another place.")
_OTHER_CHANNELS = tr("The source of the copy is on a layer that was removed, or that has other channels than this one.")


class CloneTool(PaintTool):
    """Copies ink from a source at a constant distance from the pointer, also in later strokes."""

    def __init__(self) -> None:
        super().__init__(_CLONE, lambda _: CloneTip(), "clone_size")
        self._source: tuple[str, Point] | None = None  # layer and place that Ctrl+click chose
        self._offset: tuple[int, int] | None = None  # columns and bands from there to the first stroke

    def press(self, desk: Desk, pointer: Pointer) -> None:
        """Set the source with Ctrl, otherwise begin a stroke."""
        if pointer.control:
            self._source, self._offset = (desk.sketch.state.active, pointer.point), None
            desk.show_handle(pointer.point)
        else:
            super().press(desk, pointer)
            self._show_source(desk, pointer)

    def move(self, desk: Desk, pointer: Pointer) -> None:
        """Continue the stroke."""
        super().move(desk, pointer)
        self._show_source(desk, pointer)

    def tip(self, desk: Desk, pointer: Pointer) -> Tip | None:
        """Return a tip with the offset; None without a source."""
        state, settings = desk.sketch.state, desk.settings
        if self._source is None:
            desk.tell(_NO_SOURCE)
            return None
        layer_id, place = self._source
        if not state.has_layer(layer_id) or state.layer(layer_id).tiles.lead != state.layer(state.active).tiles.lead:
            desk.tell(_OTHER_CHANNELS)
            return None
        if self._offset is None:
            self._offset = round(pointer.point[0] - place[0]), round(pointer.point[1] - place[1])
        source = state.layer(layer_id).tiles
        return CloneTip(settings.clone_size, settings.clone_hardness, source, *self._offset)

    def _show_source(self, desk: Desk, pointer: Pointer) -> None:
        if self._offset is not None and self._stroke is not None:
            desk.show_handle((pointer.point[0] - self._offset[0], pointer.point[1] - self._offset[1]))


class OriginalTool(PaintTool):
    """Restores the original ink of the active layer."""

    def __init__(self) -> None:
        super().__init__(_ORIGINAL, lambda _: OriginalTip(), "original_size")

    def tip(self, desk: Desk, pointer: Pointer) -> Tip | None:
        """Return a tip with the original of the active layer."""
        settings: Settings = desk.settings
        return OriginalTip(settings.original_size, settings.original_hardness, original_of(desk.sketch))
