"""The docks of the main window: panels at its edges that can be moved and closed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from riffdesk.language import tr
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.canvas.tool_panel import ToolPanel
from riffdesk.ui.control.control_panel import ControlPanel
from riffdesk.ui.document.history_panel import HistoryPanel
from riffdesk.ui.document.layers_panel import LayersPanel
from riffdesk.ui.jam.jam_panel import JamPanel
from riffdesk.ui.riff.prompt.prompt_panel import PromptPanel
from riffdesk.ui.riff.render_status import RenderStatus

LEFT, RIGHT, BELOW = (
    Qt.DockWidgetArea.LeftDockWidgetArea,
    Qt.DockWidgetArea.RightDockWidgetArea,
    Qt.DockWidgetArea.BottomDockWidgetArea,
)


class DockParts(Protocol):
    """The panels; `riffdesk.ui.window.main_window.MainWindow` has them."""

    sketch: Sketch
    tool_panel: ToolPanel
    layers: LayersPanel
    prompt_panel: PromptPanel
    render_status: RenderStatus
    jam: JamPanel
    control: ControlPanel


class Dock(QDockWidget):
    """A panel with a title.

    Parameters
    ----------
    title : str
    name : str
        Object name, by which the layout is stored.
    area : Qt.DockWidgetArea
        Its place at the first start.
    panel : QWidget, optional
        None if it is set later.
    height : int
        In pixels at the first start, in proportion to the docks above and below; 0 leaves it to Qt.
    hidden : bool
        Whether it is hidden at the first start.
    """

    def __init__(
        self,
        title: str,
        name: str,
        area: Qt.DockWidgetArea,
        panel: QWidget | None = None,
        *,
        height: int = 0,
        hidden: bool = False,
    ) -> None:
        super().__init__(title, objectName=name)
        self.area, self.initial_height, self.initially_hidden = area, height, hidden
        feature = QDockWidget.DockWidgetFeature
        self.setFeatures(feature.DockWidgetMovable | feature.DockWidgetClosable)
        if panel is not None:
            self.setWidget(panel)


def window_docks(parts: DockParts) -> list[Dock]:
    """Return the docks of the window in the order of the menu; the last one, of the library, is empty so far."""
    return [
        Dock(tr("Tool and picture"), "toolDock", RIGHT, parts.tool_panel, height=200),
        Dock(tr("Layers"), "layersDock", RIGHT, parts.layers, height=230),
        Dock(tr("Prompt"), "promptDock", RIGHT, parts.prompt_panel, height=320),
        Dock(tr("Seed timeline"), "timelineDock", BELOW, parts.render_status),
        Dock(tr("History"), "historyDock", LEFT, HistoryPanel(parts.sketch), hidden=True),
        Dock(tr("Jam"), "jamDock", LEFT, parts.jam, hidden=True),
        Dock(tr("Control"), "controlDock", LEFT, parts.control, hidden=True),
        Dock(tr("Library"), "libraryDock", LEFT, hidden=True),
    ]


def add_docks(window: QMainWindow, docks: Iterable[Dock]) -> None:
    """Add docks to a window, in the layout of the first start."""
    docks = tuple(docks)
    for dock in docks:
        window.addDockWidget(dock.area, dock)
        if dock.initially_hidden:
            dock.hide()
    sized = [dock for dock in docks if dock.initial_height]
    window.resizeDocks(sized, [dock.initial_height for dock in sized], Qt.Orientation.Vertical)
