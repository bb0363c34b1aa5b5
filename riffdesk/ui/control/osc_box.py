"""The controls of OSC in the dock."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.settings import PORTS
from riffdesk.ui.control.bound_controls import BoundControls
from riffdesk.ui.control.control_parts import ControlParts
from riffdesk.ui.control.note_uses import NoteUses
from riffdesk.ui.control.osc import Osc
from riffdesk.ui.fields import WholeField
from riffdesk.ui.plain_text import StatusLabel, wrapped

_ON_TIP = tr(
    "Let other programs and touch screens control riffdesk by OSC (Open Sound Control). The guide has the addresses"
)
_PORT_TIP = tr("The UDP port that OSC is sent to")
_NETWORK_TIP = tr("Receive OSC from every computer of the network. Whoever is in it can control riffdesk then")


class OscBox(QWidget):
    """Whether OSC is received, at which port, and from where.

    Parameters
    ----------
    parts : ControlParts
    controls : BoundControls
    notes : NoteUses
    """

    settings_changed = Signal()

    def __init__(self, parts: ControlParts, controls: BoundControls, notes: NoteUses) -> None:
        super().__init__()
        self._settings = parts.settings
        self.osc = Osc(parts, controls, notes, self)
        self.problem = ""
        """Why OSC is not received though it is on; '' if it is."""
        self.on = QCheckBox(tr("Receive OSC"), objectName="oscOn", toolTip=wrapped(_ON_TIP))
        self.port = WholeField(objectName="oscPort", accessibleName=tr("Port of OSC"), toolTip=wrapped(_PORT_TIP))
        self.port.prepare()
        self.port.setRange(*PORTS)
        self.network = QCheckBox(
            tr("From other computers, too"), objectName="oscNetwork", toolTip=wrapped(_NETWORK_TIP)
        )
        self.status = StatusLabel(objectName="oscStatus")
        column, row = QVBoxLayout(self), QGridLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row.addWidget(self.on, 0, 0)
        row.addWidget(QLabel(tr("Port")), 0, 1)
        row.addWidget(self.port, 0, 2)
        row.setColumnStretch(0, 1)
        column.addLayout(row)
        column.addWidget(self.network)
        column.addWidget(self.status)
        self.on.setChecked(self._settings.osc)
        self.port.setValue(self._settings.osc_port)
        self.network.setChecked(self._settings.osc_network)
        self.on.toggled.connect(self._choose)
        self.port.valueChanged.connect(self._choose)
        self.network.toggled.connect(self._choose)
        self._open()

    def _choose(self) -> None:
        self._settings.osc = self.on.isChecked()
        self._settings.osc_port = self.port.value()
        self._settings.osc_network = self.network.isChecked()
        self._open()
        self.settings_changed.emit()

    def _open(self) -> None:
        """Receive as the settings say, and say what is received."""
        self.network.setEnabled(self._settings.osc)
        self.problem = ""
        try:
            self.osc.open()
        except UserError as error:
            self.problem = str(error)
            self.status.setText(self.problem)
            return
        place = tr("any computer of the network") if self._settings.osc_network else tr("programs of this computer")
        self.status.setText(
            tr("Listening to {place} at port {port}.", place=place, port=self.osc.port) if self.osc.port else ""
        )
