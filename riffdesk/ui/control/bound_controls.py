"""Moves what controllers are bound to, by the same ways as the widgets do."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QPushButton, QToolButton

from riffdesk.control.bindings import Bindings
from riffdesk.control.messages import Moved
from riffdesk.control.targets import ACTION, BPM, PRESS, TARGETS, Target, centred, scaled
from riffdesk.engine.session.jam_message import JAM_ROLES, MAX_SCENES
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.ui.actions import why_not, without_mnemonic
from riffdesk.ui.control.control_parts import ControlParts

_GAIN_DB = -60.0, 12.0
_SLOWEST = 60  # bpm; a step of a controller is one more
_LARGEST_BRUSH = 256
_TOGETHER_SECONDS = 0.5  # between moves of two controllers that belong together
_IN_SKETCH = ("layer.", "tempo", BPM)  # begin the names of targets that are part of the document


class BoundControls(QObject):
    """The bindings of a window, and what they move.

    Parameters
    ----------
    parts : ControlParts
    """

    def __init__(self, parts: ControlParts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        named = (name for name, action in parts.actions_.by_name.items() if action.text())
        commands = (Target(ACTION + name, tr("Command: {title}", title=_title(parts, name)), PRESS) for name in named)
        self.targets = {target.name: target for target in (*TARGETS, *commands)}
        """Everything that can be moved, by name."""
        self.bindings = Bindings(parts.settings.midi_bindings, self.targets)
        self._waiting: dict[str, float] = {}  # levels of the document, during a stroke
        self._moved: tuple[str, float] = ("", 0.0)  # the level of the document that was moved last, and when
        self._gesture: tuple[str, str] | None = None  # the undo step of several that are moved at once
        self._gestures = 0
        self._levels: dict[str, Callable[[float], object]] = {
            "layer.gain": self._set_gain,
            "layer.pan": self._set_pan,
            "master": self._set_master,
            "tempo": self._set_tempo,
            BPM: self._set_bpm,
            "brush.size": self._set_brush_size,
            "brush.strength": self._set_brush_strength,
            **{f"jam.{role}.level": partial(self._set_jam_level, row) for row, role in enumerate(JAM_ROLES)},
        }
        trigger = self._trigger
        self._presses: dict[str, Callable[[], object]] = {
            "layer.mute": partial(trigger, "actionMuteLayer"),
            "layer.solo": partial(trigger, "actionSoloLayer"),
            "play": partial(trigger, "actionPlay"),
            "record": self._record,
            "jam.fill": partial(trigger, "actionJamFill"),
            "jam.other": partial(trigger, "actionJamOther"),
            **{f"jam.{role}.mute": partial(self._mute_jam_part, row) for row, role in enumerate(JAM_ROLES)},
            **{f"jam.scene.{number}": partial(self._play_scene, number) for number in range(1, MAX_SCENES + 1)},
        }

    def save(self) -> None:
        """Put the bindings into the settings."""
        self._parts.settings.midi_bindings = self.bindings.stored()

    def take(self, move: Moved) -> None:
        """Follow a controller, if it is bound."""
        name = self.bindings.target(move.controller)
        if name is None:
            return
        pressed = self.bindings.is_press(move)
        if self.targets[name].kind != PRESS:
            self.set_level(name, move.value)
        elif pressed:
            self.press(name)

    def act(self) -> None:
        """Set what has waited for the end of a stroke, which a change of the document would end."""
        if self._waiting and not self._parts.canvas.painting:
            waiting, self._waiting = self._waiting, {}
            for name, value in waiting.items():
                self.set_level(name, value)

    def set_level(self, name: str, value: float) -> None:
        """Set a target to a value from 0 to 1, or `BPM`; during a stroke what is part of the sketch waits."""
        if name.startswith(_IN_SKETCH):
            if self._parts.canvas.painting:
                self._waiting[name] = value
                return
            self._follow_gesture(name, time.monotonic())
        try:
            self._levels[name](value)
        except UserError as error:
            self._parts.notice.tell(str(error))

    def press(self, name: str) -> None:
        """Give a command, when the messages of this turn are done, as it may open a dialog."""
        QTimer.singleShot(0, self, partial(self._press, name))

    def _press(self, name: str) -> None:
        if name.startswith(ACTION):
            self._trigger(name.removeprefix(ACTION))
        else:
            self._presses[name]()

    # Levels

    def _follow_gesture(self, name: str, now: float) -> None:
        """Have levels of the document that are moved at once be one undo step, and not one at each change of hands."""
        before, when = self._moved
        self._moved = name, now
        if now - when > _TOGETHER_SECONDS:
            self._gesture = None
        elif self._gesture is None and name != before:
            self._gestures += 1
            self._gesture = tr("Controllers"), f"controllers {self._gestures}"

    def _set_gain(self, value: float) -> None:
        sketch, gain_db = self._parts.sketch, round(2 * scaled(value, *_GAIN_DB)) / 2
        if gain_db != sketch.active_layer.gain_db:
            sketch.set_layer(sketch.state.active, step=self._gesture, gain_db=gain_db)

    def _set_pan(self, value: float) -> None:
        sketch, pan = self._parts.sketch, round(centred(value), 2)
        if pan != sketch.active_layer.pan:
            sketch.set_layer(sketch.state.active, step=self._gesture, pan=pan)

    def _set_master(self, value: float) -> None:
        volume = self._parts.transport.volume
        volume.setValue(round(scaled(value, volume.minimum(), volume.maximum())))

    def _set_tempo(self, value: float) -> None:
        self._set_bpm(float(_SLOWEST + round(scaled(value, 0, 127))))

    def _set_bpm(self, tempo: float) -> None:
        self._parts.sketch.set_tempo(tempo, *(self._gesture or ()))

    def _set_brush_size(self, value: float) -> None:
        self._parts.settings.brush_size = float(round(_LARGEST_BRUSH ** min(max(value, 0.0), 1.0)))
        self._show_brush()

    def _set_brush_strength(self, value: float) -> None:
        self._parts.settings.brush_strength = round(scaled(value, 0, 1), 2)
        self._show_brush()

    def _show_brush(self) -> None:
        self._parts.tool_panel.refresh()
        self._parts.canvas.update_cursor()

    def _set_jam_level(self, row: int, value: float) -> None:
        self._parts.jam.make()
        level = self._parts.jam.rows[row].level
        level.setValue(round(scaled(value, level.minimum(), level.maximum())))

    # Presses

    def _trigger(self, name: str) -> None:
        action = self._parts.actions_[name]
        if action.isEnabled():
            action.trigger()
        else:
            title, reason = _title(self._parts, name), why_not(action)
            self._parts.notice.tell(
                tr("{title} is not possible now: {reason}.", title=title, reason=reason)
                if reason
                else tr("{title} is not possible now.", title=title)
            )

    def _mute_jam_part(self, row: int) -> None:
        self._parts.jam.make()
        self._parts.jam.rows[row].mute.toggle()

    def _play_scene(self, number: int) -> None:
        self._click(QToolButton, f"jamScene{number}", tr("Scene {number}", number=number))

    def _record(self) -> None:
        self._click(QPushButton, "jamRecord", tr("Recording"))

    def _click(self, kind: type[QPushButton] | type[QToolButton], name: str, what: str) -> None:
        self._parts.jam.make()
        button = self._parts.jam.findChild(kind, name)
        if button is not None and button.isEnabled():
            button.click()
        else:
            self._parts.notice.tell(tr("{what} is for a jam: start one first.", what=what))


def _title(parts: ControlParts, name: str) -> str:
    return without_mnemonic(parts.actions_[name].text()).rstrip("…")
