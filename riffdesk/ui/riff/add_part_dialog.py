"""The dialog for a new part: its kind, its instrument, and the music that it is composed to, which can be corrected."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from riffdesk.compose.accompaniment.added_part import COUNTER_MELODY, KINDS, instruments_for
from riffdesk.compose.chords import chords_of
from riffdesk.engine.riff.score.sketch_music import SketchMusic
from riffdesk.errors import UserError
from riffdesk.language import capital, tr, translated
from riffdesk.sketch.music.key import KEYS
from riffdesk.sketch.music.tempo import MAX_TEMPO, MIN_TEMPO
from riffdesk.ui.fields import ChoiceField, TextField, decimal_field
from riffdesk.ui.plain_text import WrappedLabel

_NO_MELODY = tr("A counter-melody needs a melody with known notes, and there is none: add a melody first.")


class AddPartDialog(QDialog):
    """Asks for a part.

    Parameters
    ----------
    music : SketchMusic
        Known or estimated music of the sketch.
    kind : str
        The part that is chosen at first.
    """

    def __init__(self, music: SketchMusic, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("addPartDialog")
        self.setWindowTitle(tr("Add a part"))
        self.setMinimumWidth(440)
        self._music = music
        self.kind = ChoiceField("partKind", tr("Part"), tr("The part to compose to the present music"))
        for one in KINDS:
            self.kind.addItem(capital(translated(one)), one)
        self.instrument = ChoiceField(
            "partInstrument", tr("Instrument"), tr("Instrument of the part; any is one that does not play yet")
        )
        tip = tr("Tempo of the music, estimated; correct it if it is wrong")
        self.tempo = decimal_field("partTempo", tr("Tempo"), MIN_TEMPO, MAX_TEMPO, 2, 1.0, suffix=" bpm", tip=tip)
        self.tempo.setValue(music.tempo)
        self.key = ChoiceField("partKey", tr("Key"), tr("Key of the music, estimated; correct it if it is wrong"))
        for name in KEYS:
            self.key.addItem(name, name)
        self.key.setCurrentIndex(self.key.findData(music.key.name))
        self.chords = TextField(objectName="partChords", accessibleName=tr("Chords"))
        self.chords.setText(music.chords_text)
        self.chords.setCursorPosition(0)
        self.chords.setToolTip(tr("Chords bar by bar, from the first bar line on; they are repeated"))
        self.source = WrappedLabel(objectName="partSource")
        self.source.setText(music.source)
        self.problem_label = WrappedLabel(objectName="dim", accessibleDescription=tr("About the part"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._add = self._buttons.addButton(tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._add.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(tr("Part"), self.kind)
        form.addRow(tr("Instrument"), self.instrument)
        form.addRow(self.source)
        form.addRow(tr("Tempo"), self.tempo)
        form.addRow(tr("Key"), self.key)
        form.addRow(tr("Chords"), self.chords)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.problem_label)
        column.addWidget(self._buttons)
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.kind.currentIndexChanged.connect(self._show_instruments)
        self.chords.textChanged.connect(self._check)
        self._show_instruments()

    @property
    def chosen_kind(self) -> str:
        """The part, one of `riffdesk.compose.accompaniment.added_part.KINDS`."""
        return str(self.kind.currentData())

    @property
    def chosen_instrument(self) -> str:
        """The instrument; '' for any."""
        return str(self.instrument.currentData())

    def music(self) -> SketchMusic:
        """Return the music with the corrections."""
        chords = "" if self._has_original_chords else self.chords.text()
        return self._music.corrected(tempo=self.tempo.value(), key=str(self.key.currentData()), chords=chords)

    @property
    def _has_original_chords(self) -> bool:
        """Whether the user has not changed the chords, whose names may not be readable as input."""
        return self.chords.text() == self._music.chords_text

    def _show_instruments(self) -> None:
        self.instrument.clear()
        names = instruments_for(self.chosen_kind)
        if len(names) > 1:
            self.instrument.addItem(tr("Any"), "")
        for name in names:
            self.instrument.addItem(name.capitalize(), name)
        self.instrument.setEnabled(len(names) > 1)
        self._check()

    def _check(self) -> None:
        """Show problems while the user types."""
        problem = ""
        try:
            if not self._has_original_chords and not chords_of(self.chords.text()):
                problem = tr("Write the chords, such as Cm | Ab | Eb | Bb.")
        except UserError as error:
            problem = str(error)
        if self.chosen_kind == COUNTER_MELODY and not any(part.role == "melody" for part in self._music.parts):
            problem = _NO_MELODY
        self.problem_label.setText(problem)
        self.problem_label.setVisible(bool(problem))
        self._add.setEnabled(not problem)
