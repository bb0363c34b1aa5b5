"""The transport bar: play, loop, clock, tempo, meter, key and length; and the level meter, volume and device."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAction, QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolBar, QToolButton, QWidget

from riffdesk.audio.device_errors import NO_DEVICE
from riffdesk.audio.playing.devices import AudioDevice, output_devices, refresh
from riffdesk.audio.playing.player import Player
from riffdesk.dsp.mix import db_of, gain_of
from riffdesk.errors import UserError
from riffdesk.language import tr, translated
from riffdesk.settings import Settings
from riffdesk.sketch.events import DocumentOpened, FieldsChanged
from riffdesk.sketch.mixer import MIX
from riffdesk.sketch.music.key import KEYS
from riffdesk.sketch.music.tempo import MAX_BEATS, MAX_TEMPO, MIN_TEMPO, bar_seconds
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import MAX_SECONDS
from riffdesk.ui.actions import without_mnemonic
from riffdesk.ui.fields import BARS, BarsField, ChoiceField, SliderField, decimal_field, whole_field
from riffdesk.ui.playing.device_list import show_devices
from riffdesk.ui.playing.metronome import ClickMenu, Metronome, TapButton
from riffdesk.ui.playing.sound_drag import SoundGrip
from riffdesk.ui.theme import DARK, Colours, width_of

_SHOWN = frozenset(("tempo", "beats_per_bar", "key", "samples"))
_FRAME_MS = 16
_TRIES, _RETRY_SECONDS = 10, 0.1  # of the search for devices
_TIMEOUT = 3.0  # seconds that closing the window waits for a sound system that does not answer
_FIELD_MARGIN = 20  # pixels around the text of a field
_MAX_DEVICE_WIDTH = 180  # pixels
_LOWEST_DB = -60.0
_HOLD_FRAMES = 75  # peaks are held for 1.2 s
_FALL_DB = 0.6  # per frame
TOO_LOUD = tr(
    "The mix is louder than full scale: lower a layer's gain or the master volume. "
    "Playback holds its peaks down; exports are turned down."
)
_DEVICE = tr("Where you hear it: headphones, loudspeakers, an interface")
_TEMPO = tr("Tempo in beats per minute; new riffs are made at this tempo")
_METER = tr("Beats per bar: the meter of the bars and of the metronome")
_METER_TIP = tr("Level of the mix in dBFS. A red light on the right shows that it was louder than full scale.")


class LevelMeter(QWidget):
    """Two bars with peak hold, and a clip light that stays on until it is clicked.

    Parameters
    ----------
    name, title : str
        Object name, and accessible name.
    tip : str
        The tooltip.
    too_loud : str
        What the tooltip says while the light is on, instead.
    """

    cleared = Signal()
    """The user has clicked the meter, which clears the clip light."""

    accessible_role = QAccessible.Role.Indicator

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str = "levelMeter",
        title: str = tr("Level meter"),
        tip: str = _METER_TIP,
        too_loud: str = TOO_LOUD,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setToolTip(tip)
        self._tip, self._too_loud = tip, too_loud
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look = DARK
        self._shown = [_LOWEST_DB, _LOWEST_DB]
        self._held = [_LOWEST_DB, _LOWEST_DB]
        self._age = [0, 0]
        self._clipped = False

    def sizeHint(self) -> QSize:
        """Size that shows a range of 60 dB."""
        return QSize(100, 26)

    def set_look(self, look: Colours) -> None:
        """Apply the colours of a theme."""
        self._look = look
        self.update()

    def show_levels(self, peaks: tuple[float, float], clipped: bool) -> None:
        """Show the peaks of the last frame; bars fall slowly, peaks are held.

        Parameters
        ----------
        peaks : (left, right), linear, 1 = full scale
        clipped : bool
            Whether the clip light is on.
        """
        for side, peak in enumerate(peaks):
            level = max(_LOWEST_DB, db_of(peak))
            self._shown[side] = max(level, self._shown[side] - _FALL_DB, _LOWEST_DB)
            self._age[side] += 1
            if level >= self._held[side] or self._age[side] > _HOLD_FRAMES:
                self._held[side], self._age[side] = level, 0
        if clipped != self._clipped:
            self._clipped = clipped
            self.setToolTip(" ".join((self._too_loud, tr("Click to clear the light."))) if clipped else self._tip)
        self.setAccessibleDescription(f"{max(self._held):.0f} dB" + (", " + tr("clipped") if clipped else ""))
        self.update()

    @property
    def at_rest(self) -> bool:
        """Whether the bars and the held peaks have fallen to silence."""
        return max(*self._shown, *self._held) <= _LOWEST_DB

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Clear the clip light."""
        self.cleared.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars, held peaks and the light."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        width, height = self.width() - 16.0, (self.height() - 5) / 2
        for side in range(2):
            top = side * (height + 3) + 1
            painter.setBrush(QColor(self._look.field))
            painter.drawRoundedRect(QRectF(0, top, width, height), 2, 2)
            part = 1 - self._shown[side] / _LOWEST_DB
            for begin, end, colour in ((0.0, 0.8, "#4caf7d"), (0.8, 0.95, "#e0b84c"), (0.95, 1.0, self._look.bad)):
                if part > begin:
                    painter.setBrush(QColor(colour))
                    painter.drawRect(QRectF(begin * width, top, (min(part, end) - begin) * width, height))
            if self._held[side] > _LOWEST_DB:
                painter.setBrush(QColor(self._look.text))
                painter.drawRect(QRectF((1 - self._held[side] / _LOWEST_DB) * width - 1, top, 2, height))
        painter.setBrush(QColor(self._look.bad if self._clipped else self._look.line))
        painter.drawRoundedRect(QRectF(width + 4, 1, 12, self.height() - 2), 3, 3)


class Transport(QToolBar):
    """The bar of controls for playback, tempo, key and length.

    Parameters
    ----------
    sketch : Sketch
    player : Player
    settings : Settings
        Master volume, device and metronome.
    """

    positioned = Signal(float, bool)
    """The audible position in seconds, and whether the player plays."""
    clipped = Signal()
    """The mix has exceeded full scale; emitted once."""
    rejected = Signal(str)
    """The sketch has rejected a value; the error message."""
    _devices_found = Signal(object)

    def __init__(self, sketch: Sketch, player: Player, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(tr("Transport"), parent)
        self.setObjectName("transport")
        self.setMovable(False)
        self.setIconSize(QSize(20, 20))
        self._sketch, self._player, self._settings = sketch, player, settings
        self._clipping_reported = self._closed = False
        self._search: threading.Thread | None = None
        self.shown_seconds: Callable[[float], float] | None = None
        """Returns the place of the playhead in the sketch for a time of a longer sound, such as a tape."""
        self.meter = LevelMeter()
        self.grip = SoundGrip(MIX, tr("the mix"))
        self.clock = QLabel("0:00.00", objectName="clock", accessibleName=tr("Time"))
        self.clock.setMinimumWidth(round(1.85 * width_of("0:00.00")))
        self.place = QLabel("1|1", objectName="dim", accessibleName=tr("Bar and beat"))
        self.place.setMinimumWidth(width_of("00|4", 4))
        self.tempo = decimal_field("tempo", tr("Tempo"), MIN_TEMPO, MAX_TEMPO, 1, 1, suffix=" bpm", tip=_TEMPO)
        self.key = ChoiceField("key", tr("Key"), tr("Key of the sketch: new riffs are made in this key"))
        self.key.addItem(tr("No key"), "")
        for key in KEYS:
            self.key.addItem(key, key)
        self.beats = whole_field("beats", tr("Beats per bar"), 1, MAX_BEATS, suffix="/4", tip=_METER)
        self.length = decimal_field(
            "length", tr("Length"), 0.01, MAX_SECONDS, 2, 1, suffix=" s", tip=tr("Length of the sketch in seconds")
        )
        self.volume = SliderField("masterVolume", tr("Master volume"), -60, 6)
        self.volume.setToolTip(tr("Volume of what you hear, in dB; exports do not change with it"))
        self.volume.setFixedWidth(68)
        self.volume_text = QLabel(objectName="dim")
        self.volume_text.setMinimumWidth(width_of("+00 dB", 4))
        self.device = ChoiceField("outputDevice", tr("Output device"), _DEVICE)
        self.device.setMinimumContentsLength(6)
        self.device.setMinimumWidth(_FIELD_MARGIN * 3)
        self.device.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.device.setMaximumWidth(_MAX_DEVICE_WIDTH)
        self.bars = BarsField()
        for spin, widest in (
            (self.tempo, "120.0 bpm"), (self.beats, "12/4"), (self.length, "000.00 s"), (self.bars, f"16.25{BARS}"),
        ):  # fmt: skip
            spin.setFixedWidth(width_of(widest, _FIELD_MARGIN))
        self.tempo.valueChanged.connect(lambda value: self._try(sketch.set_tempo, value))
        self.beats.valueChanged.connect(lambda value: self._try(sketch.set_beats_per_bar, value))
        self.length.valueChanged.connect(lambda value: self._try(sketch.set_length, value))
        self.bars.valueChanged.connect(lambda value: self._try(sketch.set_bars, value))
        self.key.activated.connect(lambda _: sketch.set_key(self.key.currentData()))
        self.volume.valueChanged.connect(self._set_volume)
        self.device.activated.connect(self._choose_device)
        self._devices_found.connect(self._show_devices, Qt.ConnectionType.QueuedConnection)
        self.meter.cleared.connect(player.reset_clipped)
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.show_position)
        sketch.subscribe(self._on_fields, FieldsChanged)
        sketch.subscribe(self._show_fields, DocumentOpened)

    @property
    def outputs(self) -> tuple[QWidget, ...]:
        """The widgets of the output bar."""
        return self.grip, self.meter, self.volume, self.volume_text, self.device

    def arrange(self, actions: dict[str, QAction], metronome: Metronome) -> None:
        """Add the controls and the window's actions of playback, in order."""
        for name in ("actionStart", "actionPlay", "actionRecord", "actionEnd", "actionLoop", "actionMetronome"):
            self._add(actions[name])
        self.widgetForAction(actions["actionRecord"]).setObjectName("recordButton")
        button = self.widgetForAction(actions["actionMetronome"])
        if isinstance(button, QToolButton):
            button.setMenu(ClickMenu(metronome, self._settings, actions["actionCountIn"], self))
            button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.addSeparator()
        for widget in (self.clock, self.place):
            self.addWidget(widget)
        self.addSeparator()
        tap = TapButton(actions["actionTapTempo"])
        for widget in (self.tempo, tap, self.beats, self.key, self.length, self.bars):
            self.addWidget(widget)
        self._add(actions["actionCircular"])
        with QSignalBlocker(self.volume):
            self.volume.setValue(round(self._settings.master_db))
        self._set_volume(self.volume.value())
        self._show_fields()

    def _add(self, action: QAction) -> None:
        """Add a button for an action."""
        self.addAction(action)
        button = self.widgetForAction(action)
        button.setObjectName(action.objectName().removeprefix("action").lower())
        button.setAccessibleName(without_mnemonic(action.text()))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def follow_player(self) -> None:
        """Update the position with a timer, which stops when nothing plays and the meter is at rest."""
        self._timer.start()

    def show_position(self) -> None:
        """Show the audible position and level."""
        playing = self._player.playing
        seconds = self._player.position / self._sketch.params.sample_rate
        shown = seconds if self.shown_seconds is None else self.shown_seconds(seconds)
        clock = f"{int(seconds // 60)}:{seconds % 60:05.2f}"
        self.clock.setText(clock)
        beat = int(seconds * self._sketch.state.tempo / 60 + 1e-6)
        beats = self._sketch.state.beats_per_bar
        bar, beat = beat // beats + 1, beat % beats + 1
        self.place.setText(f"{bar}|{beat}")
        if not playing:  # a screen reader would have to follow sixty changes a second
            self.clock.setAccessibleName(tr("Time {clock}", clock=clock))
            self.place.setAccessibleName(tr("Bar {bar}, beat {beat}", bar=bar, beat=beat))
        levels = self._player.levels
        peaks = (levels.left_peak, levels.right_peak) if playing else (0.0, 0.0)
        self.meter.show_levels(peaks, levels.clipped)
        if levels.clipped and not self._clipping_reported:
            self._clipping_reported = True
            self.clipped.emit()
        self.positioned.emit(shown, playing)
        if not playing and self.meter.at_rest:
            self._timer.stop()

    def list_devices(self) -> None:
        """Update the list of devices, in a thread, as the sound system may take seconds to answer."""
        self._search = threading.Thread(target=self._find_devices, daemon=True)
        self._search.start()

    def end_search(self) -> None:
        """Wait for the search for devices, during which the end of the program would crash in the sound system."""
        self._closed = True
        if self._search is not None:
            self._search.join(_TIMEOUT)

    def _find_devices(self) -> None:
        try:
            self._refresh()
            found: object = output_devices()
        except UserError as error:
            found = error
        try:
            if not self._closed:
                self._devices_found.emit(found)
        except RuntimeError:
            return  # the window was deleted in the meantime

    def _refresh(self) -> None:
        """Refresh the list of the sound system once a device that is being closed is free; not during playback."""
        for _ in range(_TRIES):
            if self._closed or refresh() or self._player.playing:
                return
            time.sleep(_RETRY_SECONDS)

    def _show_devices(self, found: list[AudioDevice] | UserError) -> None:
        devices = [] if isinstance(found, UserError) else found
        problem = str(found) if isinstance(found, UserError) else "" if found else translated(NO_DEVICE)
        first, listed = (
            tr("No sound device") if problem else tr("System default"),
            ((one.label, one.key) for one in devices),
        )
        show_devices(self.device, first, listed, self._settings.output_device)
        for device in devices:
            tip = f"{device.label}, {device.host_api}"
            self.device.setItemData(self.device.findData(device.key), tip, Qt.ItemDataRole.ToolTipRole)
        self.device.setToolTip(problem or tr("Output device: {device}", device=self.device.currentText()))

    def set_look(self, look: Colours) -> None:
        """Apply the colours of a theme."""
        self.meter.set_look(look)

    def _choose_device(self) -> None:
        self._settings.output_device = self.device.currentData()
        self.device.setToolTip(tr("Output device: {device}", device=self.device.currentText()))
        self._player.set_device(self._settings.output_device or None)

    def _set_volume(self, db: int) -> None:
        self._settings.master_db = float(db)
        self.volume_text.setText(tr("off") if db <= self.volume.minimum() else f"{db:+d} dB")
        self._player.set_master(gain_of(db))

    def _try(self, setter: Callable[..., None], value: float) -> None:
        try:
            setter(value)
        except UserError as error:
            self.rejected.emit(str(error))
            self._show_fields()

    def _on_fields(self, event: FieldsChanged) -> None:
        if event.names & _SHOWN:
            self._show_fields()

    def _show_fields(self, _: object = None) -> None:
        state = self._sketch.state
        self.tempo.show_value(state.tempo)
        self.beats.show_value(state.beats_per_bar)
        self.key.setCurrentIndex(max(0, self.key.findData(state.key)))
        self.length.show_value(self._sketch.seconds)
        self.bars.show_value(self._sketch.seconds / bar_seconds(state.tempo, state.beats_per_bar))
        if not self._timer.isActive():
            self.show_position()
