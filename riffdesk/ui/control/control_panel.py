"""The dock of control from outside, which is filled when it is first shown, or if a device was chosen before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from riffdesk.ui.control.control_parts import ControlParts

if TYPE_CHECKING:
    from riffdesk.ui.control.clock.link_box import LinkBox
    from riffdesk.ui.control.midi_box import MidiBox
    from riffdesk.ui.control.osc_box import OscBox


class ControlPanel(QWidget):
    """MIDI input, what its notes do, bound controllers, the clock, Ableton Link, and OSC.

    Parameters
    ----------
    parts : ControlParts
    """

    settings_changed = Signal()
    """A binding was added or removed, or another device chosen."""

    def __init__(self, parts: ControlParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("control")
        self._parts = parts
        self._boxes: tuple[MidiBox, LinkBox, OscBox] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    @property
    def midi(self) -> MidiBox:
        """The controls of MIDI, made when they are first needed."""
        return self.make()[0]

    @property
    def osc(self) -> OscBox:
        """The controls of OSC, made when they are first needed."""
        return self.make()[2]

    @property
    def link(self) -> LinkBox:
        """The controls of Ableton Link, made when they are first needed."""
        return self.make()[1]

    def make(self) -> tuple[MidiBox, LinkBox, OscBox]:
        """Make what is in the dock, if it is not there; devices that were chosen, Link and OSC are opened."""
        if self._boxes is None:
            from riffdesk.ui.control.clock.link_box import LinkBox
            from riffdesk.ui.control.midi_box import MidiBox
            from riffdesk.ui.control.osc_box import OscBox

            midi = MidiBox(self._parts)
            self._boxes = midi, LinkBox(self._parts), OscBox(self._parts, midi.midi.controls, midi.midi.notes)
            for box in self._boxes:
                box.settings_changed.connect(self.settings_changed)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(_scrolled(*self._boxes))
        return self._boxes

    def open_chosen(self) -> None:
        """Make what is in the dock if a device, Link or OSC was chosen; else that waits until it is shown.

        While the dock is hidden, a notice says what cannot be opened.
        """
        settings = self._parts.settings
        if not (settings.midi_input or settings.midi_clock_out or settings.link or settings.osc):
            return
        _, link, osc = self.make()
        for problem in (link.problem, osc.problem):
            if problem and not self.isVisible():
                self._parts.notice.warn(problem)

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is in it."""
        self.make()
        super().showEvent(event)

    def sizeHint(self) -> QSize:
        """Room for all of it."""
        return QSize(290, 420)


def _scrolled(*boxes: QWidget) -> QScrollArea:
    """Return widgets below each other, with lines between them, that scroll where there is no room."""
    inside = QWidget(objectName="controlInside")
    column = QVBoxLayout(inside)
    column.setContentsMargins(10, 8, 10, 8)
    column.setSpacing(8)
    for index, box in enumerate(boxes):
        if index:
            column.addWidget(QFrame(frameShape=QFrame.Shape.HLine, frameShadow=QFrame.Shadow.Sunken))
        column.addWidget(box)
    column.addStretch(1)
    area = QScrollArea(objectName="controlScroll", widgetResizable=True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    area.setMinimumWidth(inside.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())
    return area
