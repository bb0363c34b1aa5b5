"""The export dialog: where to, which files, which samples."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from riffdesk.audio.samples import Format, Subtype
from riffdesk.dsp.phase import Quality
from riffdesk.settings import Settings

_KINDS: tuple[tuple[str, Format, Subtype], ...] = (
    ("WAV, 24 bit", "WAV", "PCM_24"),
    ("WAV, 16 bit", "WAV", "PCM_16"),
    ("WAV, 32 bit float", "WAV", "FLOAT"),
    ("FLAC, 24 bit", "FLAC", "PCM_24"),
    ("FLAC, 16 bit", "FLAC", "PCM_16"),
)


@dataclass(frozen=True)
class ExportChoice:
    """What the user wants exported."""

    folder: Path
    name: str
    format: Format
    subtype: Subtype
    stems: bool


class ExportDialog(QDialog):
    """Asks for an `ExportChoice` and remembers it in the settings."""

    def __init__(
        self, settings: Settings, folder: Path, name: str, quality: Quality, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export audio")
        self.setMinimumWidth(460)
        self._settings = settings
        self._folder = QLineEdit(str(folder), objectName="exportFolder", accessibleName="Folder")
        browse = QPushButton("Choose…", autoDefault=False)
        browse.clicked.connect(self._browse)
        self._name = QLineEdit(name, objectName="exportName", accessibleName="Name")
        self._kind = QComboBox(objectName="exportKind", accessibleName="Format")
        for title, file_format, subtype in _KINDS:
            self._kind.addItem(title, (file_format, subtype))
        wanted = (settings.export_format, settings.export_subtype)
        self._kind.setCurrentIndex(next((at for at, kind in enumerate(_KINDS) if kind[1:] == wanted), 0))
        self._stems = QCheckBox("One file per layer beside the mix", checked=settings.export_stems)
        self._stems.setObjectName("exportStems")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        export = buttons.addButton("Export", QDialogButtonBox.ButtonRole.AcceptRole)
        export.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self._folder, 1)
        row.addWidget(browse)
        form = QFormLayout(self)
        form.addRow("Folder", row)
        form.addRow("Name", self._name)
        form.addRow("Format", self._kind)
        form.addRow("", self._stems)
        note = (
            f"Drafts are finished in {quality} quality first. All files are equally long and begin together. "
            "If one would clip, all are turned down alike."
        )
        form.addRow(QLabel(note, objectName="dim", wordWrap=True))
        form.addRow(buttons)

    def choice(self) -> ExportChoice:
        """Return what is set, and keep it for the next time."""
        file_format, subtype = self._kind.currentData()
        self._settings.export_format, self._settings.export_subtype = file_format, subtype
        self._settings.export_stems = self._stems.isChecked()
        return ExportChoice(
            Path(self._folder.text()).expanduser(), self._name.text(), file_format, subtype, self._stems.isChecked()
        )

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Folder for the exported files", self._folder.text())
        if folder:
            self._folder.setText(folder)
