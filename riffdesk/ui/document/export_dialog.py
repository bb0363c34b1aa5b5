"""The export dialog: files, folder and format; shows the length and the loudness of the files."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from riffdesk.audio.filing.export.export import ExportRequest, planned_paths
from riffdesk.audio.filing.export.export_files import export_files, file_names
from riffdesk.audio.filing.export.export_levels import ExportLevels
from riffdesk.audio.filing.sample_formats import Format, Subtype, sample_bytes
from riffdesk.dsp.mix import db_of
from riffdesk.errors import RiffdeskError
from riffdesk.language import plural, tr
from riffdesk.progress import Step
from riffdesk.settings import Settings
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.mixer import MIX, audible_layers
from riffdesk.sketch.state import State
from riffdesk.ui.fields import ChoiceField, TextField
from riffdesk.ui.notices import show_bug
from riffdesk.ui.plain_text import PlainLabel

_KINDS: tuple[tuple[str, Format, Subtype], ...] = (
    (tr("WAV, 24 bit"), "WAV", "PCM_24"),
    (tr("WAV, 16 bit"), "WAV", "PCM_16"),
    (tr("WAV, 32 bit float"), "WAV", "FLOAT"),
    (tr("FLAC, 24 bit"), "FLAC", "PCM_24"),
    (tr("FLAC, 16 bit"), "FLAC", "PCM_16"),
)

_KEY = Qt.ItemDataRole.UserRole
_MEASURING = tr("Measuring the loudness…")
_ROWS = 8  # maximum number of files that are visible without scrolling
_SMALL_SCREEN = 600  # points of height
_TITLE_BAR = 40  # points


@dataclass(frozen=True)
class ExportChoice:
    """The user's choice of files and format.

    Parameters
    ----------
    folder : Path
    name : str
        Beginning of the files' names.
    format : str
    subtype : str
        Sample format, as soundfile names it.
    mix : bool
        Whether to write the mix.
    left_out : frozenset of str
        Ids of the layers that are not written.
    """

    folder: Path
    name: str
    format: Format
    subtype: Subtype
    mix: bool
    left_out: frozenset[str]

    def request(self, document: State, levels: ExportLevels | None = None) -> ExportRequest:
        """Return the request to the engine."""
        return ExportRequest(
            document,
            self.folder,
            self.name,
            stems=True,
            mix=self.mix,
            format=self.format,
            subtype=self.subtype,
            left_out=self.left_out,
            levels=levels,
        )


class _FileList(QListWidget):
    """A list whose size hint has its minimum height."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


class ExportDialog(QDialog):
    """Asks for an `ExportChoice`, stores it in the settings, and shows the files that will be written and their level.

    Parameters
    ----------
    document : State
        The document to export.
    settings : Settings
    folder, name : Path, str
        Suggested folder and beginning of the files' names.
    left_out : frozenset of str
        Ids of the layers that were not ticked the last time.
    """

    def __init__(
        self,
        document: State,
        settings: Settings,
        folder: Path,
        name: str,
        left_out: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export audio"))
        self.setMinimumWidth(560)
        self._document, self._settings = document, settings
        self._levels: ExportLevels | None = None
        self._folder = TextField(objectName="exportFolder", accessibleName=tr("Folder"))
        self._folder.setText(str(folder))
        self._folder.setToolTip(tr("Folder for the files; it is made if it is missing"))
        browse = QPushButton(tr("Choose…"), autoDefault=False, toolTip=tr("Choose the folder from a list"))
        browse.clicked.connect(self._browse)
        self._name = TextField(objectName="exportName", accessibleName=tr("Name"))
        self._name.setText(name)
        self._name.setToolTip(tr("Beginning of the name of every file"))
        self._kind = ChoiceField(
            "exportKind", tr("Format"), tr("24 bit is more than the ear can hear; 32 bit float never clips")
        )
        for title, file_format, subtype in _KINDS:
            self._kind.addItem(title, (file_format, subtype))
        wanted = (settings.export_format, settings.export_subtype)
        self._kind.setCurrentIndex(next((at for at, kind in enumerate(_KINDS) if kind[1:] == wanted), 0))
        self._files = self._list_files(left_out)
        self._summary = PlainLabel(objectName="exportSummary", wordWrap=True)
        self._level = PlainLabel(objectName="exportLevel", wordWrap=True)
        self._note = PlainLabel(objectName="dim", wordWrap=True)
        self._progress = QProgressBar(objectName="exportProgress", accessibleName=tr("Measuring"), textVisible=False)
        self._progress.setRange(0, 0)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._export = self._buttons.addButton(tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._arrange(browse)
        self._folder.textChanged.connect(self._show_plan)
        self._name.textChanged.connect(self._show_plan)
        self._kind.currentIndexChanged.connect(self._show_plan)
        self._files.itemChanged.connect(self._show_plan)
        self._level.setText(_MEASURING)
        self._show_plan()
        self._fit()

    # Choice

    def choice(self) -> ExportChoice:
        """Return the choice, and store it in the settings."""
        choice = self._choice()
        settings, layers = self._settings, self._document.layers
        settings.export_format, settings.export_subtype = choice.format, choice.subtype
        settings.export_mix, settings.export_stems = choice.mix, len(choice.left_out) < len(layers)
        settings.export_folder = str(choice.folder)
        return choice

    def _choice(self) -> ExportChoice:
        file_format, subtype = self._kind.currentData()
        keys = self._ticked()
        left_out = frozenset(layer.id for layer in self._document.layers if layer.id not in keys)
        folder = Path(os.path.abspath(os.path.expanduser(self._folder.text().strip())))
        return ExportChoice(folder, self._name.text(), file_format, subtype, MIX in keys, left_out)

    def _ticked(self) -> list[str]:
        items = (self._files.item(row) for row in range(self._files.count()))
        return [item.data(_KEY) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _tick(self, on: bool) -> None:
        self._files.blockSignals(True)
        for row in range(self._files.count()):
            self._files.item(row).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self._files.blockSignals(False)
        self._show_plan()

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Folder for the exported files"), self._folder.text())
        if folder:
            self._folder.setText(folder)

    # Measurement

    def show_step(self, step: Step) -> None:
        """Show the progress of the render or of the measurement."""
        if self._levels is None:
            self._progress.setRange(0, step.total)
            self._progress.setValue(step.done)
            self._level.setText(f"{step.what}…" if step.what else _MEASURING)

    def show_levels(self, levels: ExportLevels) -> None:
        """Show the loudness."""
        self._levels = levels
        self._progress.hide()
        self._show_plan()

    def show_failure(self, error: Exception) -> None:
        """Show why the loudness could not be measured; the button Export tries again."""
        self._progress.hide()
        self._level.setText(
            str(error) if isinstance(error, RiffdeskError) else tr("The loudness could not be measured.")
        )
        if not isinstance(error, RiffdeskError):
            show_bug(error, self)

    # Display

    def _list_files(self, left_out: frozenset[str]) -> QListWidget:
        files = _FileList(objectName="exportFiles", accessibleName=tr("Files"))
        files.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        files.setToolTip(tr("Tick the files that you want. Space ticks the one with the focus"))
        settings = self._settings
        for key in (MIX, *(layer.id for layer in self._document.layers)):
            item = QListWidgetItem(files)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setData(_KEY, key)
            on = settings.export_mix if key == MIX else settings.export_stems and key not in left_out
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        rows = min(_ROWS if self.screen().availableGeometry().height() > _SMALL_SCREEN else 3, max(3, files.count()))
        files.setMinimumHeight(rows * max(20, files.sizeHintForRow(0)) + 12)
        return files

    def _arrange(self, browse: QPushButton) -> None:
        folder = QHBoxLayout()
        folder.addWidget(self._folder, 1)
        folder.addWidget(browse)
        ticks = QHBoxLayout()
        about = QLabel(
            tr("The mix is what you hear. A layer that you do not hear has a file too."),
            objectName="dim",
            wordWrap=True,
        )
        ticks.addWidget(about, 1)
        for name, title, tip, on in (
            ("exportAll", tr("All"), tr("Tick every file"), True),
            ("exportNone", tr("None"), tr("Untick every file"), False),
        ):
            button = QPushButton(title, autoDefault=False, objectName=name, toolTip=tip)
            button.clicked.connect(lambda _=False, on=on: self._tick(on))
            ticks.addWidget(button)
        files = QVBoxLayout()
        files.addWidget(self._files, 1)
        files.addLayout(ticks)
        content = QWidget()
        form = QFormLayout(content)
        form.setContentsMargins(0, 0, 10, 0)  # room for the scroll bar
        form.addRow(tr("Folder"), folder)
        form.addRow(tr("Name"), self._name)
        form.addRow(tr("Format"), self._kind)
        form.addRow(tr("Files"), files)
        form.addRow("", self._summary)
        form.addRow(tr("Loudness"), self._level)
        form.addRow("", self._progress)
        form.addRow("", self._note)
        self._note.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        scroll = QScrollArea(objectName="exportScroll", frameShape=QFrame.Shape.NoFrame, widgetResizable=True)
        scroll.setWidget(content)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.addWidget(scroll, 1)
        column.addWidget(self._buttons)
        self._scrolled, self._column = content, column

    def _fit(self) -> None:
        """Resize to show everything, up to the size of the screen."""
        for widget in (self, *self.findChildren(QWidget)):
            widget.ensurePolished()
        margins = self._column.contentsMargins()
        width = self.minimumWidth() - margins.left() - margins.right()
        height = self._scrolled.heightForWidth(width) + self._buttons.sizeHint().height()
        height += margins.top() + margins.bottom() + self._column.spacing() + self.fontMetrics().lineSpacing()
        self.resize(self.minimumWidth(), min(height, self.screen().availableGeometry().height() - _TITLE_BAR))

    def _show_plan(self) -> None:
        choice, keys = self._choice(), self._ticked()
        self._show_names(choice, keys)
        problem = self._problem(keys)
        self._summary.setText(problem or self._plan(choice, len(keys)))
        self._export.setEnabled(not problem)
        if self._levels is not None:
            self._show_level(self._levels, choice, keys)

    def _show_names(self, choice: ExportChoice, keys: list[str]) -> None:
        """Show the name of each file; ticked files with the number that avoids replacing an existing file."""
        files = export_files(self._document)
        names = dict(zip((file.key for file in files), file_names(files, choice.name, choice.format), strict=True))
        names.update(zip(keys, (path.name for path in planned_paths(choice.request(self._document))), strict=True))
        audible = audible_layers(self._document)
        self._files.blockSignals(True)
        for row, layer in enumerate((None, *self._document.layers)):
            item = self._files.item(row)
            remark = _remark(layer, layer in audible, self._levels) if layer is not None else ""
            item.setText(names[item.data(_KEY)] + (f"    {remark}" if remark else ""))
            item.setToolTip(item.text())
        self._files.blockSignals(False)

    def _problem(self, keys: list[str]) -> str:
        """Return why the choice cannot be exported; '' if it can."""
        if not self._folder.text().strip():
            return tr("Name a folder.")
        return "" if keys else tr("Tick at least one file.")

    def _plan(self, choice: ExportChoice, count: int) -> str:
        """Return number, length, size and folder of the files as text, with a warning if they cannot be written."""
        seconds = self._document.samples / self._document.params.sample_rate
        size = count * 2 * self._document.samples * sample_bytes(choice.subtype)
        files = plural(count, "{count} file", "{count} files")
        length = f"{int(seconds // 60)}:{seconds % 60:05.2f}"
        room = tr("up to {size}", size=_megabytes(size)) if choice.format == "FLAC" else _megabytes(size)
        text = tr(
            "{files}, {length} long, {room} in {folder}.", files=files, length=length, room=room, folder=choice.folder
        )
        existing = choice.folder
        while not os.path.isdir(existing) and existing != existing.parent:
            existing = existing.parent
        if os.path.exists(choice.folder) and existing != choice.folder:
            return " ".join((text, tr("But that is a file, not a folder.")))
        if not os.access(existing, os.W_OK):
            return " ".join((text, tr("But you may not write there: choose another folder.")))
        free = shutil.disk_usage(existing).free
        if free < size:
            return " ".join((text, tr("But only {size} are free there.", size=_megabytes(free))))
        return text if existing == choice.folder else " ".join((text, tr("The folder will be made.")))

    def _show_level(self, levels: ExportLevels, choice: ExportChoice, keys: list[str]) -> None:
        gain_db = db_of(levels.gain(keys, choice.subtype))
        mix = levels.files[MIX].peak
        self._level.setText(tr("Mix: {level}", level=level_text(levels.loudness + gain_db, db_of(mix) + gain_db)))
        peak = db_of(levels.peak(keys))
        if gain_db < 0:
            note = tr(
                "All files are turned down by {gain_db:.1f} dB together, so that none clips: the highest "
                "peak is {peak}. During playback a limiter reduces that; files have none. 32 bit float "
                "keeps the level.",
                gain_db=-gain_db,
                peak=_dbtp(peak),
            )
        elif peak > 0 and choice.subtype == "FLOAT":
            note = tr(
                "The highest peak is {peak}, which 32 bit float holds. Turn it down where it is played.",
                peak=_dbtp(peak),
            )
        elif peak > 0:
            note = tr(
                "The highest peak is {peak}, which the imported file itself has: it is copied unchanged.",
                peak=_dbtp(peak),
            )
        else:
            note = tr("Nothing clips, so nothing is turned down.")
        self._note.setText(note)


def level_text(lufs: float, peak_db: float) -> str:
    """Return the loudness in LUFS and the true peak in dBTP as text."""
    if peak_db == -np.inf:
        return tr("silent")
    loud = f"{lufs:.1f} LUFS" if lufs > -np.inf else tr("below -70 LUFS")
    return tr("{loud}, highest peak {peak}", loud=loud, peak=_dbtp(peak_db))


def _dbtp(peak_db: float) -> str:
    return f"{round(peak_db, 1) + 0.0:+.1f} dBTP"  # + 0.0 turns -0.0 into 0.0


def _remark(layer: Layer, audible: bool, levels: ExportLevels | None) -> str:
    """Return a remark about a layer that is muted or silent; '' if it is neither."""
    words = [] if audible else [tr("muted") if layer.mute else tr("not soloed")]
    if levels is not None and levels.files[layer.id].peak == 0:
        words.append(tr("silent"))
    return ", ".join(words)


def _megabytes(size: int) -> str:
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{max(size, 100_000) / 1e6:.1f} MB"
