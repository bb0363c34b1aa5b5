"""Metronome, count-in and tap tempo."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSlider, QToolButton, QWidget, QWidgetAction

from riffdesk.audio.playing.player import Player
from riffdesk.dsp.mix import gain_of
from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.events import DocumentOpened, FieldsChanged
from riffdesk.sketch.music.tap_tempo import TapTempo
from riffdesk.sketch.sketch import Sketch

_BEAT = frozenset(("tempo", "beats_per_bar"))


class Metronome(QObject):
    """Sets the player's clicks to the tempo and meter of the sketch, and the tempo to that of taps."""

    def __init__(self, sketch: Sketch, player: Player, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sketch, self._player, self._settings = sketch, player, settings
        self._taps = TapTempo()
        sketch.subscribe(self._on_fields, FieldsChanged)
        sketch.subscribe(self._follow, DocumentOpened)
        self._follow()
        player.set_click_gain(gain_of(settings.metronome_db))

    @property
    def count_in_bars(self) -> int:
        """Number of bars of clicks before playback."""
        return int(self._settings.count_in)

    def set_on(self, on: bool) -> None:
        """Switch the click at every beat during playback on or off."""
        self._settings.metronome = on
        self._player.set_metronome(on)

    def set_count_in(self, on: bool) -> None:
        """Switch the bar of clicks before playback on or off."""
        self._settings.count_in = on

    def set_level(self, db: float) -> None:
        """Set the level of the clicks in dB."""
        self._settings.metronome_db = float(db)
        self._player.set_click_gain(gain_of(db))

    def tap(self) -> None:
        """Handle a tap: set the tempo to that of the last taps. A series of taps is one undo step."""
        tempo = self._taps.tap(time.perf_counter())
        if tempo is not None and tempo != self._sketch.state.tempo:
            self._sketch.set_tempo(tempo, tr("Tapped tempo"), f"tapped tempo {self._taps.number}")

    def _on_fields(self, event: FieldsChanged) -> None:
        if event.names & _BEAT:
            self._follow()

    def _follow(self, _: object = None) -> None:
        self._player.set_beat(self._sketch.state.tempo, self._sketch.state.beats_per_bar)


class TapButton(QToolButton):
    """A button that taps when it is pressed, not when it is released."""

    def __init__(self, action: QAction) -> None:
        super().__init__(objectName="tapTempo", text=tr("Tap"), toolTip=action.toolTip())
        action.changed.connect(lambda: self.setToolTip(action.toolTip()))
        self.setAccessibleName(tr("Tap tempo"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pressed.connect(action.trigger)


class ClickMenu(QMenu):
    """The menu of the metronome's button: count-in, and the level of the clicks."""

    def __init__(self, metronome: Metronome, settings: Settings, count_in: QAction, parent: QWidget) -> None:
        super().__init__(tr("Metronome"), parent)
        self.setObjectName("metronomeMenu")
        self.level = QSlider(
            Qt.Orientation.Horizontal,
            objectName="metronomeLevel",
            minimum=-40,
            maximum=0,
            accessibleName=tr("Click level"),
        )
        self.level.setMinimumWidth(120)
        self.level.setToolTip(tr("Level of metronome and count-in; they are never exported"))
        self._text = QLabel(objectName="dim")
        self._text.setMinimumWidth(48)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 4, 12, 4)
        for widget in (QLabel(tr("Click level")), self.level, self._text):
            row.addWidget(widget)
        field = QWidgetAction(self)
        field.setDefaultWidget(line)
        self.addAction(count_in)
        self.addSeparator()
        self.addAction(field)
        self.level.setValue(round(settings.metronome_db))
        self._show(self.level.value())
        self.level.valueChanged.connect(self._show)
        self.level.valueChanged.connect(metronome.set_level)

    def _show(self, db: int) -> None:
        self._text.setText(f"{db:d} dB")
