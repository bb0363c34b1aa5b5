"""The progress of jobs in the status bar, with a button to cancel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from riffdesk.language import tr, within
from riffdesk.progress import Step
from riffdesk.ui.plain_text import ElidedLabel
from riffdesk.ui.theme import width_of
from riffdesk.ui.worker import Job, Worker

_DELAY_MS = 300  # shorter jobs are not shown
_SECOND_MS = 1_000
_STOP = tr("Cancel the job and its changes")
_REFINING = 6  # time to refine a column relative to drafting it


class ProgressLine(QWidget):
    """Shows jobs that take longer than 0.3 s, or else the rendering of sound after strokes.

    Parameters
    ----------
    workers : tuple of Worker
        Their jobs are shown; those of the first worker take precedence.
    """

    sound_cancelled = Signal()
    """The user has cancelled the rendering of sound."""

    def __init__(self, workers: tuple[Worker, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self._workers = workers
        self._job: Job | None = None
        self._what = ""
        self._stop_waiting: Callable[[], object] | None = None
        self._sound_left = self._sound_total = 0
        self._refining = False
        self.label = ElidedLabel()
        self._bar = QProgressBar(accessibleName=tr("Progress"), textVisible=False)
        self._bar.setFixedWidth(180)
        self._left = QLabel(objectName="dim")
        self._left.setMinimumWidth(width_of(tr("{minutes} min left", minutes=10)))
        self._cancel = QPushButton(tr("Cancel"), objectName="cancel", toolTip=_STOP)
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # it hides after a click, and keys would go elsewhere
        self._cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 6, 2)
        for widget in (self.label, self._bar, self._left, self._cancel):
            row.addWidget(widget)
        self._delay = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._delay.timeout.connect(self.show)
        self._second = QTimer(self, interval=_SECOND_MS)
        self._second.timeout.connect(self._show_left)
        for worker in workers:
            worker.changed.connect(self._on_changed)
            worker.stepped.connect(self._on_step)
        self.hide()

    def show_sound(self, to_draft: int, to_refine: int) -> None:
        """Show the number of columns that wait to be drafted, and to be refined."""
        self._sound_left = to_draft * (1 + _REFINING) + to_refine * _REFINING
        self._sound_total = max(self._sound_total, self._sound_left) if self._sound_left else 0
        self._refining = not to_draft
        self._on_changed()

    def show_finishing(self, stop_waiting: Callable[[], object] | None) -> None:
        """Show that the window closes after the job, with a button *Close now*; None shows the job as before.

        Parameters
        ----------
        stop_waiting : callable, optional
            Called by the button.
        """
        self._stop_waiting = stop_waiting
        self._cancel.setText(tr("Cancel") if stop_waiting is None else tr("Close now"))
        self._cancel.setToolTip(_STOP if stop_waiting is None else tr("Close without waiting for the job"))
        self._on_changed()

    def _on_changed(self) -> None:
        job = next((worker.running for worker in self._workers if worker.running is not None), None)
        if job is None and not self._sound_left:
            self._job = None
            self._delay.stop()
            self._second.stop()
            self.hide()
            return
        if not self.isVisible() and not self._delay.isActive():
            self._delay.start()
        if job is None:
            self._job = None
            self.label.setText(tr("Refining the sound") if self._refining else tr("Making sound"))
            self._left.setText("")
            self._bar.setRange(0, self._sound_total)
            self._bar.setValue(self._sound_total - self._sound_left)
            return
        if job is not self._job:
            self._job, self._what = job, ""
            self._bar.setRange(0, 0)
            self._second.start()
            self._show_left()
        waiting = sum(len(worker.waiting) for worker in self._workers)
        awaited = next((worker.awaited for worker in self._workers if worker.running is job), None) or job
        waiting -= awaited is not job
        what = f": {within(self._what)}" if self._what else ""
        label = awaited.label
        if self._stop_waiting is not None:
            label = tr("Finishing: {label}", label=label)
        elif awaited.cancel.is_set():
            label = tr("Cancelling: {label}", label=label)
        more = "  " + tr("({count} more waiting)", count=waiting) if waiting else ""
        self.label.setText(f"{label}{what}{more}")

    def _on_cancel(self) -> None:
        if self._stop_waiting is not None:
            self._stop_waiting()
            return
        worker = next((worker for worker in self._workers if worker.running is self._job), None)
        if worker is not None and self._job is not None:
            worker.cancel()
            self._on_changed()
        else:
            self.sound_cancelled.emit()

    def _on_step(self, job: Job, step: Step) -> None:
        if job is not self._job:
            return
        if step.what and step.what != self._what:
            self._what = step.what
            self._on_changed()
        if not step.total:
            return
        self._bar.setRange(0, step.total)
        self._bar.setValue(step.done)
        self._show_left()

    def _show_left(self) -> None:
        self._left.setText("" if self._job is None else self._job.time_left.text)
