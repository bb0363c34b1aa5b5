"""The device that riffs are computed on: its dialog, and messages about a missing device and long renders."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from riffdesk.devices import Substitution
from riffdesk.engine.events import Forecast
from riffdesk.language import tr
from riffdesk.progress import Step
from riffdesk.ui.riff.computing.forecast_text import forecast_text
from riffdesk.ui.window_parts import WindowParts
from riffdesk.ui.worker import Job


class Computing(QObject):
    """Shows the dialog and the messages about devices.

    Parameters
    ----------
    parts : WindowParts
    window : QWidget
        Parent of the dialog.
    """

    def __init__(self, parts: WindowParts, window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._worker, self._notice = parts.settings, parts.render_worker, parts.notice
        self._window = window
        self._worker.stepped.connect(self._on_step)

    def show_dialog(self) -> None:
        """Show the dialog."""
        from riffdesk.ui.riff.computing.computing_dialog import ComputingDialog

        ComputingDialog(self._settings, self._worker, self._notice, self._window).exec()

    def _on_step(self, _: Job, step: Step) -> None:
        if isinstance(step.partial, Substitution):
            self._notice.warn(tr("{text} Riff > Compute on… chooses another.", text=step.partial.text))
        elif isinstance(step.partial, Forecast) and (text := forecast_text(step.partial)):
            self._notice.warn(text)
