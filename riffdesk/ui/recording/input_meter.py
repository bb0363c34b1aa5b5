"""The level meter of the input, and the line of the status bar that shows it while something is recorded."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from riffdesk.language import tr
from riffdesk.ui.playing.transport import LevelMeter
from riffdesk.ui.recording.played_recording import PlayedRecording
from riffdesk.ui.theme import width_of

_FRAME_MS = 33
_TIP = tr("Level of the input in dBFS. A red light on the right says that it was too loud for the input.")
_CLIPPED = tr(
    "The input has reached full scale, where it is distorted: turn it down at the microphone or the sound card."
)


class InputMeter(LevelMeter):
    """Shows the level of an input while it is open.

    Parameters
    ----------
    recording : PlayedRecording
        Has the input.
    """

    def __init__(self, recording: PlayedRecording, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="inputMeter", title=tr("Input level"), tip=_TIP, too_loud=_CLIPPED)
        self._recording = recording
        self.cleared.connect(recording.reset_clipped)
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self._show)
        recording.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        if self._recording.levels is not None:
            self._timer.start()

    def _show(self) -> None:
        levels = self._recording.levels
        if levels is None:
            self.show_levels((0.0, 0.0), False)
            if self.at_rest:
                self._timer.stop()
        else:
            self.show_levels((levels.left, levels.right), levels.clipped)


class RecordingLine(QWidget):
    """Shows that something is recorded, for how long, and how loud it is; hidden otherwise."""

    def __init__(self, recording: PlayedRecording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recordingLine")
        self._recording = recording
        self.text = QLabel(objectName="recordingTime")
        self.text.setMinimumWidth(width_of("Recording 10:00", 8))
        self.meter = InputMeter(recording)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 0)
        row.addWidget(self.text)
        row.addWidget(self.meter)
        self._timer = QTimer(self, interval=100)
        self._timer.timeout.connect(self._show_time)
        recording.changed.connect(self._follow)
        self.hide()

    def _follow(self) -> None:
        running = self._recording.running
        self.setVisible(running)
        if running:
            self._show_time()
            self._timer.start()
        else:
            self._timer.stop()

    def _show_time(self) -> None:
        seconds = int(self._recording.seconds)
        self.text.setText(tr("Recording {minutes}:{seconds:02d}", minutes=seconds // 60, seconds=seconds % 60))
