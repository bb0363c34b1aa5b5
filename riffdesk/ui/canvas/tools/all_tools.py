"""The list of tools.

A new tool is a module in `painting`, `selecting` or beside this one, and a line here; the numbers of its options panel
are fields of `riffdesk.settings.Settings`, and its icon is one of `riffdesk.ui.icons`.
"""

from __future__ import annotations

from riffdesk.ui.canvas.tools.listening import ListenTool
from riffdesk.ui.canvas.tools.notes import NoteTool
from riffdesk.ui.canvas.tools.painting.brush import brush
from riffdesk.ui.canvas.tools.painting.copying import CloneTool, OriginalTool
from riffdesk.ui.canvas.tools.painting.eraser import eraser
from riffdesk.ui.canvas.tools.painting.line import LineTool
from riffdesk.ui.canvas.tools.painting.mask import mask
from riffdesk.ui.canvas.tools.painting.noise import noise, spray
from riffdesk.ui.canvas.tools.painting.retouch import blur, dodge, smudge
from riffdesk.ui.canvas.tools.painting.stamp import StampTool
from riffdesk.ui.canvas.tools.painting.tone import tone
from riffdesk.ui.canvas.tools.selecting.lasso import LassoTool
from riffdesk.ui.canvas.tools.selecting.rectangle import SelectTool
from riffdesk.ui.canvas.tools.selecting.select_brush import SelectBrush
from riffdesk.ui.canvas.tools.selecting.wand import WandTool
from riffdesk.ui.canvas.tools.tool import Tool


def all_tools() -> tuple[Tool, ...]:
    """Return a new instance of each tool, in the order of the tool bar."""
    return (
        brush(),
        tone(),
        LineTool(),
        noise(),
        spray(),
        StampTool(),
        eraser(),
        OriginalTool(),
        CloneTool(),
        smudge(),
        blur(),
        dodge(),
        mask(),
        NoteTool(),
        SelectTool(),
        LassoTool(),
        WandTool(),
        SelectBrush(),
        ListenTool(),
    )
