"""The controls of MIDI in the dock."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from riffdesk.control.bindings import invalid_notice
from riffdesk.control.messages import CHANNELS
from riffdesk.language import tr
from riffdesk.ui.control.binding_box import BindingBox
from riffdesk.ui.control.control_parts import ControlParts
from riffdesk.ui.control.midi import Midi
from riffdesk.ui.control.note_uses import MIDI, OSC, USES
from riffdesk.ui.fields import ChoiceField
from riffdesk.ui.plain_text import PlainLabel, wrapped
from riffdesk.ui.playing.device_list import show_devices

_INPUT_TIP = tr(
    "The keyboard or controller that riffdesk listens to; it is used again when it was unplugged and is back"
)
_CHANNEL_TIP = tr("Channel of the notes that are used; controllers are bound with their own channel")
_NOTES_TIP = tr(
    "What notes do: they sound, or paint with the settings of the tone brush where they were heard, "
    "or the jam plays the chords that are held"
)
_OUT_TIP = tr("Send the tempo, start, stop and place of playback to a device, so that it plays in time with the sketch")
_IN_TIP = tr("Tempo, start and stop of the sketch follow the clock of the MIDI input")


class MidiBox(QWidget):
    """Input, what its notes do, bound controllers, and the clock.

    Parameters
    ----------
    parts : ControlParts
    """

    settings_changed = Signal()

    def __init__(self, parts: ControlParts) -> None:
        super().__init__()
        self._settings = parts.settings
        self.midi = Midi(parts, self)
        self.input = ChoiceField("midiInput", tr("MIDI input"), _INPUT_TIP)
        self.channel = ChoiceField("midiChannel", tr("MIDI channel"), _CHANNEL_TIP)
        self.channel.addItem(tr("All channels"), 0)
        for number in range(1, CHANNELS + 1):
            self.channel.addItem(tr("Channel {number}", number=number), number)
        self.notes = ChoiceField("midiNotes", tr("What MIDI notes do"), _NOTES_TIP)
        for name, title in USES.items():
            self.notes.addItem(title, name)
        self.status = PlainLabel("", objectName="midiStatus", wordWrap=True)
        self.bindings = BindingBox(self.midi.controls, self.midi.learning)
        self.clock_out = ChoiceField("midiClockOut", tr("Output of the MIDI clock"), _OUT_TIP)
        self.clock_in = QCheckBox(tr("Follow the clock of the input"), objectName="midiClockIn")
        self.clock_in.setToolTip(wrapped(_IN_TIP))
        self._arrange()
        self._show_settings()
        self.input.activated.connect(lambda _: self._choose_input())
        self.channel.activated.connect(lambda _: self._choose_notes())
        self.notes.activated.connect(lambda _: self._choose_notes())
        self.bindings.changed.connect(self.settings_changed)
        self.clock_out.activated.connect(lambda _: self._choose_clock())
        self.clock_in.toggled.connect(lambda _: self._choose_clock())
        self.midi.changed.connect(self._show_devices)
        self._show_devices()
        problem = invalid_notice(self.midi.controls.bindings)
        if problem:
            self.midi.controls.save()
            parts.notice.warn(problem)
        if self._settings.midi_input or self._settings.midi_clock_out:
            self.midi.connect_devices()

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._add_fields((tr("Input"), self.input), (tr("Channel"), self.channel), (tr("Notes"), self.notes))
        self._column.addWidget(self.status)
        self._column.addWidget(self.bindings)
        self._add_fields((tr("Clock to"), self.clock_out))
        self._column.addWidget(self.clock_in)

    def _add_fields(self, *fields: tuple[str, QWidget]) -> None:
        """Add fields with their titles before them."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (title, field) in enumerate(fields):
            grid.addWidget(QLabel(title), row, 0)
            grid.addWidget(field, row, 1)
        self._column.addLayout(grid)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for devices."""
        super().showEvent(event)
        self.midi.look()

    def _show_settings(self) -> None:
        self.channel.setCurrentIndex(self.channel.findData(self._settings.midi_channel))
        self.notes.setCurrentIndex(self.notes.findData(self._settings.midi_notes))
        self.clock_in.setChecked(self._settings.midi_clock_in)

    def _choose_input(self) -> None:
        self.midi.choose_input(self.input.currentData())
        self._show_devices()
        self.settings_changed.emit()

    def _choose_notes(self) -> None:
        self._settings.midi_channel = self.channel.currentData()
        self._settings.midi_notes = self.notes.currentData()
        self.midi.notes.release(MIDI, OSC)
        self.settings_changed.emit()

    def _choose_clock(self) -> None:
        self._settings.midi_clock_out = self.clock_out.currentData()
        self._settings.midi_clock_in = self.clock_in.isChecked()
        self.midi.clock.forget()
        self.midi.connect_devices()
        self.settings_changed.emit()

    def _show_devices(self) -> None:
        """Show the devices that are there, and which are used."""
        inputs, outputs = (
            [(name, name) for name in names] for names in (self.midi.state.inputs, self.midi.state.outputs)
        )
        show_devices(self.input, tr("No input"), inputs, self._settings.midi_input)
        show_devices(self.clock_out, tr("Nowhere"), outputs, self._settings.midi_clock_out)
        self.status.setText(self._status())

    def _status(self) -> str:
        state, chosen = self.midi.state, self._settings.midi_input
        if state.problem:
            return state.problem
        if not state.looked:
            return ""
        if chosen:
            return (
                tr("Listening to {chosen}.", chosen=chosen)
                if state.input
                else tr("{chosen} is not there; it is used when it is.", chosen=chosen)
            )
        return (
            tr("Choose an input to play and control riffdesk.") if state.inputs else tr("No MIDI device is plugged in.")
        )
