"""The dock of control from outside, which is filled when it is first shown, or if a device was chosen before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riffdesk.ui.control.control_parts import ControlParts

if TYPE_CHECKING:
    from riffdesk.ui.control.midi_box import MidiBox


class ControlPanel(QWidget):
    """MIDI input, what its notes do, bound controllers, and the clock.

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
        self._box: MidiBox | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    @property
    def midi(self) -> MidiBox:
        """The controls of MIDI, made when they are first needed."""
        return self.make()

    def make(self) -> MidiBox:
        """Make what is in the dock, if it is not there; devices that were chosen are opened."""
        if self._box is None:
            from riffdesk.ui.control.midi_box import MidiBox

            self._box = MidiBox(self._parts)
            self._box.settings_changed.connect(self.settings_changed)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._box)
        return self._box

    def open_chosen(self) -> None:
        """Make what is in the dock if a device was chosen, which is then opened; else that waits until it is shown."""
        if self._parts.settings.midi_input or self._parts.settings.midi_clock_out:
            self.make()

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is in it."""
        self.make()
        super().showEvent(event)

    def sizeHint(self) -> QSize:
        """Room for all of it."""
        return QSize(290, 420)
