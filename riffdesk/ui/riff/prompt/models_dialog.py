"""The models dialog: lists models with licence and provenance; adds, downloads and removes them; weighs LoRAs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from riffdesk.engine.loaded_model import unload
from riffdesk.engine.remote.process import EngineFunction
from riffdesk.errors import Cancelled, RiffdeskError, UserError
from riffdesk.language import tr, translated
from riffdesk.models.acceleration import set_scheduler
from riffdesk.models.files.weights import SUFFIXES
from riffdesk.models.model_entry import FEW_STEPS_SCHEDULERS, ModelEntry
from riffdesk.models.provenance import Terms, licence_name
from riffdesk.models.registry import ModelFacts, add_model, describe, get_model, models, remove_model
from riffdesk.progress import Step
from riffdesk.settings import Settings
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.confirm import ask_text, confirm
from riffdesk.ui.fields import ChoiceField, decimal_field
from riffdesk.ui.notices import Notice
from riffdesk.ui.plain_text import PlainLabel
from riffdesk.ui.render_defaults import RenderDefaults
from riffdesk.ui.riff.prompt.fast_box import with_weight
from riffdesk.ui.theme import resize_within_screen
from riffdesk.ui.worker import Job, Worker

_TIPS = {
    "addFolder": tr("Add a model in diffusers layout, without copying it"),
    "addFile": tr("Add a checkpoint or a LoRA in one file, without copying it"),
    "get": tr("Get a model from huggingface.co: the only thing in riffdesk that goes online"),
    "remove": tr("Remove the model from the list; asks first, and says whether its files are deleted"),
    "unload": tr("Free the memory of the last used model"),
    "stop": tr("Stop the download or another job; a stopped download can be resumed"),
}
_UNITS = ((1e9, "GB"), (1e6, "MB"), (1e3, "kB"), (1, tr("bytes")))
_COLUMNS = (tr("Name"), tr("Kind"), tr("Native size"), tr("On disk"), tr("Licence"), tr("Use"))
_LORA_TIP = tr(
    "LCM or TCD for a LoRA for few steps, which Fast uses; its name is guessed from, as its file does not tell"
)
_KINDS = {"folder": tr("Model"), "file": tr("Model, one file"), "lora": tr("LoRA"), "embedding": tr("Word for prompts")}


class ModelsDialog(QDialog):
    """Manages models. Downloads continue when the dialog is closed.

    Parameters
    ----------
    sketch : Sketch
        Has the chosen model and the weights of LoRAs.
    defaults : RenderDefaults
        Changes these weights.
    settings : Settings
        Has the folder that file dialogs open.
    worker : Worker
        Renders; holds the last used model.
    downloads : Worker
        Downloads models.
    notice : Notice
        Shows messages when the dialog is closed.
    """

    ended = Signal()
    """A job of this dialog has finished, failed or was cancelled."""

    def __init__(
        self,
        sketch: Sketch,
        defaults: RenderDefaults,
        settings: Settings,
        worker: Worker,
        downloads: Worker,
        notice: Notice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("modelsDialog")
        self.setWindowTitle(tr("Models"))
        resize_within_screen(self, 760, 440)
        self._sketch, self._defaults = sketch, defaults
        self._settings, self._notice = settings, notice
        self._worker, self._downloads = worker, downloads
        self._entries: list[ModelEntry] = []
        self._job: Job | None = None
        self._terms = ""  # licences of the model that is being downloaded
        self.table = QTableWidget(0, len(_COLUMNS), objectName="modelTable", accessibleName=tr("Models"))
        self.table.setToolTip(tr("Choose a model to see where it is, and whether to trust it"))
        self.table.setHorizontalHeaderLabels(_COLUMNS)
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.about = PlainLabel(objectName="modelAbout", wordWrap=True)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.about.setMinimumHeight(66)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.message = PlainLabel(objectName="modelMessage", wordWrap=True)
        self._bar = QProgressBar(accessibleName=tr("Progress"), visible=False, textVisible=False)
        self._buttons: dict[str, QPushButton] = {}
        row, progress = QHBoxLayout(), QHBoxLayout()
        progress.addWidget(self._bar, 1)
        for name, text, action in (
            ("addFolder", tr("Add folder…"), self._add_folder),
            ("addFile", tr("Add file…"), self._add_file),
            ("get", tr("Get from Hugging Face…"), self._ask_for_repository),
            ("remove", tr("Remove"), self._remove),
            ("unload", tr("Unload"), self._unload),
            ("stop", tr("Cancel"), self._stop),
        ):
            button = QPushButton(text, objectName=f"models{name[0].upper()}{name[1:]}", autoDefault=False)
            button.setToolTip(_TIPS[name])
            button.clicked.connect(lambda _=False, action=action: action())
            self._buttons[name] = button
            (progress if name == "stop" else row).addWidget(button)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.table, self.about, self.message):
            column.addWidget(widget)
        column.addLayout(progress)
        column.addLayout(row)
        column.addWidget(close)
        self.table.currentCellChanged.connect(lambda *_: self._show_about())
        for job_worker in (worker, downloads):
            job_worker.stepped.connect(self._on_step)
        self.finished.connect(self._on_closed)
        self.refresh()
        self._show_busy()

    def refresh(self) -> None:
        """Update the table."""
        self._entries = models()
        self.table.setRowCount(len(self._entries))
        for row, entry in enumerate(self._entries):
            try:
                facts = describe(entry)
                licence = licence_name(facts.licence) if facts.licence is not None else tr("none given")
                cells = (entry.name, _KINDS[entry.kind], _native(facts), _size(facts.size), licence)
            except UserError:
                cells = (entry.name, _KINDS[entry.kind], tr("cannot be read"), "", "")
            in_use = tr("in use") if entry.name == self._sketch.render.model else ""
            for column, text in enumerate((*cells, in_use)):
                self.table.setItem(row, column, QTableWidgetItem(text))
            if entry.kind == "lora":
                self.table.setCellWidget(row, 1, self._scheduler(entry))
                self.table.setCellWidget(row, len(_COLUMNS) - 1, self._weight(entry))
        self.table.resizeRowsToContents()
        names = [entry.name for entry in self._entries]
        model = self._sketch.render.model
        self.table.setCurrentCell(names.index(model) if model in names else 0, 0)
        self._show_about()

    def _weight(self, entry: ModelEntry) -> QWidget:
        """Return a field for the weight of a LoRA."""
        weight = decimal_field(
            f"weight {entry.name}", tr("Weight of {name}", name=entry.name), -2, 2, 2, 0.1, tip=tr("0 leaves it out")
        )
        weight.setValue(dict(self._sketch.render.loras).get(entry.name, 0.0))
        weight.valueChanged.connect(lambda value: self._weigh(entry.name, value))
        return weight

    def _weigh(self, name: str, weight: float) -> None:
        if weight == dict(self._sketch.render.loras).get(name, 0.0):
            return
        try:
            self._defaults.apply(
                tr("LoRA"), lambda state: with_weight(state, name, weight), merge=f"render lora {name}"
            )
        except UserError as error:
            self.message.setText(str(error))

    def _scheduler(self, entry: ModelEntry) -> QWidget:
        """Return a choice of the scheduler that a LoRA was made for, which its file does not tell."""
        choice = ChoiceField(f"scheduler {entry.name}", tr("Kind of {name}", name=entry.name), _LORA_TIP)
        for scheduler in ("", *FEW_STEPS_SCHEDULERS):
            choice.addItem(tr("LoRA for {scheduler}", scheduler=scheduler) if scheduler else _KINDS["lora"], scheduler)
        choice.setCurrentIndex(choice.findData(entry.scheduler))
        choice.activated.connect(lambda _: self._state(entry.name, choice.currentData()))
        return choice

    def _state(self, name: str, scheduler: str) -> None:
        weight = dict(self._sketch.render.loras).get(name, 0.0)
        self._weigh(name, 0.0)  # its settings go with it, and those of the new kind come
        try:
            set_scheduler(name, scheduler)
        except UserError as error:
            self.message.setText(str(error))
        self._weigh(name, weight)
        self._entries = models()

    @property
    def _chosen(self) -> ModelEntry | None:
        row = self.table.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def _show_about(self) -> None:
        entry = self._chosen
        if entry is None:
            return
        try:
            facts = describe(entry)
            licence = "\n" + tr("Licence: {licence}", licence=facts.licence) if facts.licence is not None else ""
            terms = f"\n{translated(facts.terms)}" if facts.terms else ""
            self.about.setText(f"{entry.path}\n{facts.trust}{licence}{terms}")
        except UserError as error:
            self.about.setText(str(error))
        self._show_busy()

    def _show_busy(self) -> None:
        busy, entry = self._job is not None, self._chosen
        self._bar.setVisible(busy)
        for name, button in self._buttons.items():
            button.setEnabled(busy if name == "stop" else not busy)
        self._buttons["remove"].setEnabled(not busy and entry is not None and entry.origin != "built-in")
        self._buttons["stop"].setVisible(busy)

    # Buttons

    def _add_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Folder of a model"), self._settings.last_folder)
        if name:
            self.add(Path(name))

    def _add_file(self) -> None:
        patterns = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in SUFFIXES)
        kinds = tr("Models and LoRAs ({patterns})", patterns=patterns)
        name, _ = QFileDialog.getOpenFileName(self, tr("File of a model or a LoRA"), self._settings.last_folder, kinds)
        if name:
            self.add(Path(name))

    def add(self, path: Path) -> None:
        """Add a model's folder or file to the list, without copying it."""
        try:
            entry = add_model(path)
        except UserError as error:
            self.message.setText(str(error))
            return
        self.message.setText(tr("Added {name}.", name=entry.name))
        self.refresh()

    def _ask_for_repository(self) -> None:
        text = tr(
            "Repository on huggingface.co, such as riffusion/riffusion-model-v1, or its address.\n"
            "This is the only thing in riffdesk that goes online."
        )
        repository = ask_text(self, tr("Get a model"), text, tr("Repository on huggingface.co"), tr("Get"))
        if repository:
            self.get(repository)

    def get(self, repository: str) -> None:
        """Download a model; an interrupted download resumes.

        If the model is already being downloaded, for a dialog that was closed, that download is shown.

        Parameters
        ----------
        repository : str
            ``owner/name`` on huggingface.co.
        """
        for job in self._pending_downloads:
            if job.function is get_model and job.request == repository:
                self._join(job)
                return

        def done(entry: ModelEntry) -> None:
            self.message.setText(tr("{name} is ready.", name=entry.name))
            if not self.isVisible():
                self._notice.tell(self.message.text())
            self._end()

        self._submit(self._downloads, get_model, repository, tr("Getting {repository}", repository=repository), done)

    @property
    def _pending_downloads(self) -> list[Job]:
        return [job for job in (self._downloads.running, *self._downloads.waiting) if job is not None]

    def _join(self, job: Job) -> None:
        self._job = job
        self.message.setText(tr("{request} is being downloaded already.", request=job.request))
        self._downloads.changed.connect(self._on_downloads)
        self._bar.setRange(0, 0)
        self._show_busy()

    def _on_downloads(self) -> None:
        """End when the download of another dialog has ended; that dialog reports the result."""
        if self._job not in self._pending_downloads:
            self._downloads.changed.disconnect(self._on_downloads)
            self.message.setText("")
            self._end()

    def _remove(self) -> None:
        entry = self._chosen
        if entry is None:
            return
        what = tr("Its files are deleted.") if entry.origin == "downloaded" else tr("Its files stay where they are.")
        if not confirm(
            self,
            tr("Remove model"),
            tr("Remove {name} from the list? {what}", name=entry.name, what=what),
            tr("Remove"),
        ):
            return
        self._weigh(entry.name, 0)  # first: the settings of one for few steps go with it
        try:
            remove_model(entry.name)
        except UserError as error:
            self.message.setText(str(error))
            return
        self.message.setText(tr("Removed {name}.", name=entry.name))
        self.refresh()

    def _unload(self) -> None:
        def done(was_loaded: bool) -> None:
            self.message.setText(tr("The model is unloaded.") if was_loaded else tr("No model is loaded."))
            self._end()

        self._submit(self._worker, unload, None, tr("Unloading the model"), done)

    def _stop(self) -> None:
        for worker in (self._worker, self._downloads):
            if self._job is not None and self._job in (worker.running, *worker.waiting):
                worker.cancel(self._job)  # not the job before it

    def _submit(
        self, worker: Worker, function: EngineFunction, request: object, label: str, done: Callable[[Any], object]
    ) -> None:
        self._job = worker.submit(function, request, label, done, self._on_failed)
        self.message.setText(f"{label} …")
        self._bar.setRange(0, 0)
        self._show_busy()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, RiffdeskError) and self.isVisible():
            self.message.setText(tr("Cancelled.") if isinstance(error, Cancelled) else str(error))
        else:
            self._notice.report(error)
        self._end()

    def _end(self) -> None:
        self._job, self._terms = None, ""
        self.refresh()
        self._show_busy()
        self.ended.emit()
        if not self.isVisible():
            self.deleteLater()

    def _on_closed(self) -> None:
        for worker in (self._worker, self._downloads):
            worker.stepped.disconnect(self._on_step)
        if self._job is None:
            self.deleteLater()

    def _on_step(self, job: Job, step: Step) -> None:
        if job is not self._job:
            return
        if isinstance(step.partial, Terms):
            self._terms = step.partial.text
            self.message.setText(self._terms)
        if step.total:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(1000 * step.done / step.total))
            self.message.setText(f"{step.what}\n{self._terms}".strip())


def _native(facts: ModelFacts) -> str:
    """Return the size of a model's window as text: columns, bands and seconds."""
    return f"{facts.columns} × {facts.bands}, {facts.seconds:.2f} s" if facts.columns else "–"


def _size(count: int) -> str:
    """Return a size in bytes as text, such as "4.27 GB"."""
    return next(f"{count / size:.3g} {unit}" for size, unit in _UNITS if count >= size or size == 1)
