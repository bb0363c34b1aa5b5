"""The dialog with the device that riffs are computed on: a graphics card or the processor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from riffdesk.devices import AUTO, DeviceFacts, choice, choose
from riffdesk.engine.preparation import list_devices
from riffdesk.errors import Cancelled
from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.ui.fields import ChoiceField
from riffdesk.ui.notices import Notice
from riffdesk.ui.plain_text import PlainLabel, wrapped
from riffdesk.ui.worker import Worker

_PROCESSOR = "cpu"
_TITLES = {AUTO: tr("The fastest available one"), _PROCESSOR: tr("Processor")}
_TIP = tr("Device for riffs, from the next one on; Riff > Models… has the models")
_COMPILE_TIP = tr(
    "The first riff of each model takes minutes longer on a graphics card, and all later ones are faster until "
    "riffdesk is closed; it changes nothing on the processor"
)
_LOOKING = tr("Looking for graphics cards …")
_BUSY = tr("Graphics cards are searched for when the present riff is finished.")


class ComputingDialog(QDialog):
    """Chooses the device and whether models are compiled; both hold for the next riff.

    Parameters
    ----------
    settings : Settings
        Keeps the choice.
    worker : Worker
        Its process lists the devices, and renders the next riff on the chosen one.
    notice : Notice
        Reports a list that failed.
    """

    def __init__(self, settings: Settings, worker: Worker, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("computingDialog")
        self.setWindowTitle(tr("Compute on"))
        self.setMinimumWidth(460)
        self._settings, self._worker, self._notice = settings, worker, notice
        self._devices: tuple[DeviceFacts, ...] = ()
        self._closed = False
        self.device = ChoiceField("computingDevice", tr("Compute on"), _TIP)
        self.about = PlainLabel(objectName="dim", accessibleDescription=tr("About the device"), wordWrap=True)
        self.about.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self.compiled = QCheckBox(tr("Compile models"), objectName="compileModels", checked=settings.compile_model)
        self.compiled.setToolTip(wrapped(_COMPILE_TIP))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(tr("Compute on"), self.device)
        form.addRow(self.about)
        form.addRow(self.compiled)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(close)
        self._show_devices(())
        self.about.setText(_LOOKING if worker.running is None else _BUSY)
        self.device.activated.connect(lambda _: self._choose())
        self.compiled.clicked.connect(lambda on: setattr(settings, "compile_model", on))
        self._job = worker.submit(list_devices, None, tr("Looking for graphics cards"), self._on_found, self._on_failed)
        self.finished.connect(self._on_closed)

    @property
    def chosen(self) -> str:
        """The chosen device in the list, one of `riffdesk.devices.CHOICES`."""
        return str(self.device.currentData())

    def _show_devices(self, devices: Sequence[DeviceFacts]) -> None:
        """List the devices that were found, and the chosen one, with a remark if it is missing."""
        self._devices = tuple(devices)
        found = {one.name: one for one in devices}
        names = [AUTO, *found, _PROCESSOR, choice()]
        with QSignalBlocker(self.device):
            self.device.clear()
            for name in dict.fromkeys(names):
                self.device.addItem(_title(name, found), name)
            self.device.setCurrentIndex(self.device.findData(choice()))
        self._show_about()

    def _show_about(self) -> None:
        if not self._devices:
            return
        name = self._devices[0].name if self.chosen == AUTO else self.chosen
        facts = next((one for one in self._devices if one.name == name), None)
        if facts is None:
            self.about.setText(tr("It is missing; meanwhile riffs are made on the fastest available device."))
            return
        sound = tr("it too") if facts.makes_sound and name != _PROCESSOR else tr("the processor")
        line = tr(
            "{model}, {memory:g} GB. Networks in {precision}, sound on {sound}.",
            model=facts.model,
            memory=facts.memory_gb,
            precision=facts.precision,
            sound=sound,
        )
        self.about.setText(f"{_TITLES.get(name, facts.title)}: {line}" if self.chosen == AUTO else line)

    def _choose(self) -> None:
        self._settings.device = self.chosen
        choose(self.chosen, or_fastest=True)
        self._show_about()

    def _on_found(self, devices: tuple[DeviceFacts, ...]) -> None:
        if not self._closed:
            self._show_devices(devices)

    def _on_failed(self, error: Exception) -> None:
        if self._closed:
            return
        self.about.setText(tr("The search for graphics cards failed."))
        if not isinstance(error, Cancelled):
            self._notice.report(error)

    def _on_closed(self) -> None:
        self._closed = True
        if self._job in (self._worker.running, *self._worker.waiting):
            self._worker.cancel(self._job)
        self.deleteLater()


def _title(name: str, found: dict[str, DeviceFacts]) -> str:
    if name in _TITLES:
        return _TITLES[name]
    return f"{found[name].title}: {found[name].model}" if name in found else tr("{name}: missing", name=name.upper())
