"""The dialog for the input: device, channels, level, and the correction of its latency."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from riffdesk.audio.device_errors import NO_INPUT
from riffdesk.audio.playing.devices import AudioDevice, audio_devices
from riffdesk.errors import UserError
from riffdesk.language import tr, translated
from riffdesk.ui.fields import ChoiceField, decimal_field
from riffdesk.ui.plain_text import WrappedLabel, wrapped
from riffdesk.ui.playing.device_list import show_devices
from riffdesk.ui.playing.playback import Playback
from riffdesk.ui.recording.input_meter import InputMeter
from riffdesk.ui.recording.latency_measurement import LatencyMeasurement
from riffdesk.ui.recording.played_recording import PlayedRecording
from riffdesk.ui.window_parts import WindowParts

_CHANNELS = {
    "left": tr("Left, or input 1"),
    "right": tr("Right, or input 2"),
    "mean": tr("Mean of left and right"),
    "stereo": tr("Stereo"),
}
_DEVICE_TIP = tr("What is recorded from: a microphone, an instrument at an interface")
_CHANNELS_TIP = tr("What is recorded of an input with two channels; only stereo makes a stereo layer")
_CORRECTION_TIP = tr(
    "How much later recordings arrive than the sound system tells. Recordings are moved earlier by it; Measure finds it"
)
_MEASURE_TIP = tr(
    "Plays eight clicks and looks for them in the input: with a cable from an output to the input, or with the "
    "microphone close to the loudspeaker"
)
_MEASURING = tr("Clicks are played …")
_TIMEOUT = 3.0  # seconds that closing waits for a sound system that does not answer


class InputDialog(QDialog):
    """Chooses and measures the input; all of it holds at once.

    Parameters
    ----------
    parts : WindowParts
        The settings keep the choice.
    playback : Playback
        Plays the clicks.
    recording : PlayedRecording
        Has the input, which is open while the dialog is.
    """

    _found = Signal(object)

    def __init__(
        self, parts: WindowParts, playback: Playback, recording: PlayedRecording, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("inputDialog")
        self.setWindowTitle(tr("Recording input"))
        self.setMinimumWidth(480)
        self._settings, self._input = parts.settings, recording
        self.measurement = LatencyMeasurement(parts, playback, recording, self)
        self.device = ChoiceField("inputDevice", tr("Input"), _DEVICE_TIP)
        self.channels = ChoiceField("inputChannels", tr("Channels"), _CHANNELS_TIP)
        for name, text in _CHANNELS.items():
            self.channels.addItem(text, name)
        self.channels.setCurrentIndex(self.channels.findData(self._settings.input_channels))
        self.meter = InputMeter(recording)
        self.correction = decimal_field(
            "inputCorrection", tr("Correction"), -500, 500, 1, 1, suffix=" ms", tip=_CORRECTION_TIP
        )
        self.correction.setValue(self._settings.input_correction_ms)
        self.measure = QPushButton(tr("Measure"), objectName="measureLatency", autoDefault=False)
        self.measure.setToolTip(wrapped(_MEASURE_TIP))
        self.told = WrappedLabel(objectName="inputTold", accessibleDescription=tr("About the input"))
        self.told.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        correction = QHBoxLayout()
        correction.addWidget(self.correction)
        correction.addWidget(self.measure)
        correction.addStretch(1)
        form = QFormLayout()
        form.addRow(tr("Input"), self.device)
        form.addRow(tr("Channels"), self.channels)
        form.addRow(tr("Level"), self.meter)
        form.addRow(tr("Correction"), correction)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addWidget(close)
        self._show_devices([])
        self.device.activated.connect(self._choose)
        self.channels.activated.connect(self._choose)
        self.correction.valueChanged.connect(self._correct)
        self.measure.clicked.connect(self._measure)
        self.measurement.measured.connect(self._show_measured)
        recording.failed.connect(self.told.setText)
        self._found.connect(self._on_found, Qt.ConnectionType.QueuedConnection)
        self.finished.connect(self._on_closed)
        self._search = threading.Thread(target=self._find_devices, daemon=True)
        self._search.start()
        recording.monitor(True)

    def _find_devices(self) -> None:
        found: list[AudioDevice] | UserError
        try:
            found = audio_devices("input")
        except UserError as error:
            found = error
        try:
            self._found.emit(found)
        except RuntimeError:
            return  # the dialog was deleted in the meantime

    def _on_found(self, found: list[AudioDevice] | UserError) -> None:
        self._show_devices([] if isinstance(found, UserError) else found)
        if isinstance(found, UserError):
            self.told.setText(str(found))
        elif not found:
            self.told.setText(translated(NO_INPUT))

    def _show_devices(self, devices: list[AudioDevice]) -> None:
        listed = ((device.label, device.key) for device in devices)
        show_devices(self.device, tr("System default"), listed, self._settings.input_device)

    def _choose(self) -> None:
        self._settings.input_device = str(self.device.currentData())
        self._settings.input_channels = str(self.channels.currentData())
        self.told.setText("")
        self._input.monitor(True)

    def _correct(self, ms: float) -> None:
        self._settings.input_correction_ms = float(ms)

    def _measure(self) -> None:
        self.told.setText(_MEASURING)
        self.measure.setEnabled(False)
        self.measurement.start()

    def _show_measured(self, text: str) -> None:
        self.told.setText(text)
        self.measure.setEnabled(True)
        self.correction.show_value(self._settings.input_correction_ms)

    def _on_closed(self) -> None:
        self.measurement.cancel()
        self._input.monitor(False)
        self._search.join(_TIMEOUT)
        self.deleteLater()
