"""The controls of Ableton Link in the dock."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from riffdesk.control.clock.exchange import sketch_tempo
from riffdesk.errors import UserError
from riffdesk.language import plural, tr
from riffdesk.ui.control.clock.link import Link
from riffdesk.ui.control.control_parts import ControlParts
from riffdesk.ui.plain_text import StatusLabel, wrapped

_ON_TIP = tr("Share tempo, bars, start and stop with other music programs of this computer and of the network")


class LinkBox(QWidget):
    """Whether Ableton Link is on, and who is in the session.

    Parameters
    ----------
    parts : ControlParts
    """

    settings_changed = Signal()

    def __init__(self, parts: ControlParts) -> None:
        super().__init__()
        self._settings = parts.settings
        self.link = Link(parts, self)
        self.problem = ""
        """Why there is no session though Link is on; '' if there is one."""
        self.on = QCheckBox(tr("Ableton Link"), objectName="linkOn", toolTip=wrapped(_ON_TIP))
        self.status = StatusLabel(objectName="linkStatus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.on)
        column.addWidget(self.status)
        self.on.setChecked(self._settings.link)
        self.on.toggled.connect(self._choose)
        self.link.changed.connect(self._show)
        self._open()

    def _choose(self, on: bool) -> None:
        self._settings.link = on
        self._open()
        self.settings_changed.emit()

    def _open(self) -> None:
        """Join or leave as the settings say, and say who is there."""
        self._show()
        self.problem = ""
        if not self._settings.link:
            self.link.close()
            return
        try:
            self.link.open()
        except UserError as error:
            self.problem = str(error)
            self.status.setText(self.problem)

    def _show(self) -> None:
        session = self.link.session
        if session is None:
            self.status.setText("")
            return
        peers = plural(session.peers, "{count} other program", "{count} other programs")
        peers = peers if session.peers else tr("No other program")
        waits = " " + tr("Playback starts at the next bar.") if self.link.waits else ""
        self.status.setText(f"{peers}, {sketch_tempo(session.tempo):g} bpm.{waits}")
