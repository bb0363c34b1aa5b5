"""The docks of the main window: panels at its edges that can be moved and closed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

AREAS = (
    Qt.DockWidgetArea.LeftDockWidgetArea,
    Qt.DockWidgetArea.RightDockWidgetArea,
    Qt.DockWidgetArea.BottomDockWidgetArea,
)
"""Left, right and below."""


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


def add_docks(window: QMainWindow, docks: Iterable[Dock]) -> None:
    """Add docks to a window, in the layout of the first start."""
    docks = tuple(docks)
    for dock in docks:
        window.addDockWidget(dock.area, dock)
        if dock.initially_hidden:
            dock.hide()
    sized = [dock for dock in docks if dock.initial_height]
    window.resizeDocks(sized, [dock.initial_height for dock in sized], Qt.Orientation.Vertical)
