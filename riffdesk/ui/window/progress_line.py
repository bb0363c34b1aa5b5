"""Progress in the status bar: what is being done, how far it is, what waits, and a button to cancel it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from riffdesk.progress import Step
from riffdesk.ui.riff.render_progress import time_left
from riffdesk.ui.theme import width_of
from riffdesk.ui.worker import Job, Worker

_PATIENCE_MS = 300  # what is over sooner does not flicker
_REFINING = 6  # times as long as drafting the same columns


class ProgressLine(QWidget):
    """Appears when work takes longer than 0.3 s: what the user asked for, or else the sound that is being made.

    Parameters
    ----------
    workers : tuple of Worker
        Whose jobs are shown, the first one's before the others'.
    """

    sound_cancelled = Signal()

    def __init__(self, workers: tuple[Worker, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self.seconds_left: Callable[[Job], float | None] = lambda _: None
        """Tells how long a job will take where somebody knows better than from how far its bar is."""
        self._workers = workers
        self._job: Job | None = None
        self._phase: tuple[int, int, float] | None = None  # total, and what was done when it began, and when that was
        self._what = ""
        self._stop_waiting: Callable[[], object] | None = None
        self._sound_left = self._sound_total = 0
        self._refining = False
        self._label = QLabel()
        self._bar = QProgressBar(accessibleName="Progress", textVisible=False)
        self._bar.setFixedWidth(180)
        self._left = QLabel(objectName="dim")
        self._left.setMinimumWidth(width_of("10 min left"))
        self._cancel = QPushButton("Cancel", objectName="cancel")
        self._cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 6, 2)
        for widget in (self._label, self._bar, self._left, self._cancel):
            row.addWidget(widget)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        for worker in workers:
            worker.changed.connect(self._on_changed)
            worker.stepped.connect(self._on_step)
        self.hide()

    def show_sound(self, to_draft: int, to_refine: int) -> None:
        """Show how much sound there is left to make: columns to draft, and columns to refine."""
        self._sound_left = to_draft * (1 + _REFINING) + to_refine * _REFINING
        self._sound_total = max(self._sound_total, self._sound_left) if self._sound_left else 0
        self._refining = not to_draft
        self._on_changed()

    def show_finishing(self, stop_waiting: Callable[[], object] | None) -> None:
        """Say that the window closes after this job, with a button not to wait for that; None to say so no longer."""
        self._stop_waiting = stop_waiting
        self._cancel.setText("Cancel" if stop_waiting is None else "Close now")
        self._on_changed()

    def _on_changed(self) -> None:
        job = next((worker.running for worker in self._workers if worker.running is not None), None)
        if job is None and not self._sound_left:
            self._job = None
            self._patience.stop()
            self.hide()
            return
        if not self.isVisible() and not self._patience.isActive():
            self._patience.start()
        if job is None:
            self._job = None
            self._label.setText("Refining the sound" if self._refining else "Making sound")
            self._left.setText("")
            self._bar.setRange(0, self._sound_total)
            self._bar.setValue(self._sound_total - self._sound_left)
            return
        if job is not self._job:
            self._job, self._phase, self._what = job, None, ""
            self._bar.setRange(0, 0)
            self._left.setText("")
        waiting = sum(len(worker.waiting) for worker in self._workers)
        what = f": {self._what.lower()}" if self._what else ""
        label = job.label if self._stop_waiting is None else f"Finishing: {job.label}"
        self._label.setText(f"{label}{what}{f'  ({waiting} more waiting)' if waiting else ''}")

    def _on_cancel(self) -> None:
        if self._stop_waiting is not None:
            self._stop_waiting()
            return
        worker = next((worker for worker in self._workers if worker.running is self._job), None)
        if worker is not None and self._job is not None:
            worker.cancel()
        else:
            self.sound_cancelled.emit()

    def _on_step(self, job: Job, step: Step) -> None:
        if job is not self._job or not step.total:
            return
        self._bar.setRange(0, step.total)
        self._bar.setValue(step.done)
        if step.what != self._what:
            self._what = step.what
            self._on_changed()
        now = time.monotonic()
        if self._phase is None or self._phase[0] != step.total or step.done < self._phase[1]:
            # Another kind of work, with a speed of its own: loading, denoising, making sound.
            self._phase = (step.total, step.done, now)
            self._left.setText("")
        _, done, began = self._phase
        left = self.seconds_left(job)
        if left is None and step.done > done and now - began > 1:
            left = (now - began) / (step.done - done) * (step.total - step.done)
        if left is not None:
            self._left.setText(time_left(left))
