"""A row of the jam's dock: one part, on or off, its change in each round, mute, solo and level."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QToolButton, QWidget

from riffdesk.engine.session.jam_request import JamBar
from riffdesk.language import capital, tr, translated
from riffdesk.ui.fields import ChoiceField, SliderField
from riffdesk.ui.theme import width_of

WAYS = {"free": tr("evolves"), "kept": tr("kept"), "varied": tr("varied"), "new": tr("new")}
"""Ways of a part, and their titles."""
_LOWEST_DB, _HIGHEST_DB = -18, 12


class PartRow(QWidget):
    """The controls of the parts of one role.

    Parameters
    ----------
    role : str
    grid : QGridLayout
    row : int
    """

    changed = Signal(dict)
    """A message for the jam."""
    mixed = Signal()
    """Mute, solo or level has changed."""

    def __init__(self, role: str, grid: QGridLayout, row: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()  # its widgets are in the grid
        name, part = role.capitalize(), translated(role)
        self._role, self._part, title = role, part, capital(part)
        self._pending = self._chosen = False
        self.on = QCheckBox(title, objectName=f"jam{name}", checked=True)
        self.on.setToolTip(
            tr(
                "{part} on or off, from the next possible bar. Parts that the prompt does not name are composed",
                part=title,
            )
        )
        self.way = ChoiceField(
            f"jam{name}Way", tr("{part} in each round", part=title), tr("Change of the {part} in each round", part=part)
        )
        for way, text in WAYS.items():
            self.way.addItem(text, way)
        self.mute = QToolButton(text="M", objectName=f"jam{name}Mute", checkable=True)
        self.mute.setAccessibleName(tr("Mute the {part}", part=part))
        self.solo = QToolButton(text="S", objectName=f"jam{name}Solo", checkable=True)
        self.solo.setAccessibleName(tr("Solo the {part}", part=part))
        self.level = SliderField(f"jam{name}Level", tr("Level of the {part}", part=part), _LOWEST_DB, _HIGHEST_DB)
        self.level.setMinimumWidth(width_of("0" * 8))
        for button in (self.mute, self.solo):
            button.setMaximumWidth(width_of("M", 14))
        self._text = QLabel("0", objectName="dim")
        self._text.setMinimumWidth(width_of("+12"))
        for column, widget in enumerate((self.on, self.way, self.mute, self.solo, self.level, self._text)):
            grid.addWidget(widget, row, column)
        self.show_alone(True)
        self.on.clicked.connect(lambda _: self._choose())
        self.way.activated.connect(lambda _: self._send_way())
        self.mute.toggled.connect(lambda _: self.mixed.emit())
        self.solo.toggled.connect(lambda _: self.mixed.emit())
        self.level.valueChanged.connect(self._show_level)

    @property
    def first_parts(self) -> dict[str, str]:
        """The way of the part from the first bar of a jam on, if the user has chosen one."""
        return {self._role: self._way} if self._chosen or self.way.currentData() != "free" else {}

    def begin(self) -> None:
        """Show the state of the part in a new jam."""
        self._pending, self._chosen = bool(self.first_parts), False

    def show_bar(self, bar: JamBar | None) -> None:
        """Show whether the part is on in the newest bar, and whether it sounds; None for no jam."""
        self.on.setFont(_bold(self.on.font(), bar is not None and self._role in bar.parts))
        if bar is None:
            return
        if any(self._role in message.parts or message.scene is not None for message in bar.messages):
            self._pending = False
        if not self._pending:
            self.on.setChecked(self._role in bar.roles)
            self.way.setEnabled(self.on.isChecked())

    def _choose(self) -> None:
        self._pending = self._chosen = True
        self._send_way()

    @property
    def _way(self) -> str:
        return "silent" if not self.on.isChecked() else str(self.way.currentData())

    def _send_way(self) -> None:
        self.way.setEnabled(self.on.isChecked())
        self.changed.emit({"parts": {self._role: self._way}})

    def show_alone(self, is_alone: bool) -> None:
        """Show when a change of the sound is heard: at once if the part is rendered alone."""
        when = tr("at once") if is_alone else tr("from the next possible bar, as the computer makes the parts together")
        self.mute.setToolTip(tr("Mute the {part}; {when}", part=self._part, when=when))
        self.solo.setToolTip(tr("Solo: play only the {part}; {when}", part=self._part, when=when))
        self.level.setToolTip(tr("Level of the {part} in dB; {when}", part=self._part, when=when))

    def _show_level(self, db: int) -> None:
        self._text.setText(f"{db:+d}" if db else "0")
        self.mixed.emit()


def _bold(font: QFont, on: bool) -> QFont:
    font.setBold(on)
    return font
