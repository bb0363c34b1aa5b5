"""The cursor over the selection, which shows whether a drag moves or stretches it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from riffdesk.ui.canvas.tools.selecting.selecting_tool import SelectingTool
from riffdesk.ui.canvas.tools.tool import Desk, Pointer

_CURSORS = {
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (1, 1): Qt.CursorShape.SizeBDiagCursor,
    (1, -1): Qt.CursorShape.SizeFDiagCursor,
}


def cursor_over_selection(tool: SelectingTool, desk: Desk, pointer: Pointer) -> Qt.CursorShape | None:
    """Return the cursor where a drag stretches or moves the selection; None elsewhere."""
    handle = tool.handle(desk, pointer)
    if handle is not None:
        sign = handle.side or handle.level
        return _CURSORS[handle.side * sign, handle.level * sign]
    return Qt.CursorShape.SizeAllCursor if tool.grips(desk, pointer) else None
