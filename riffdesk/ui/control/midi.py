"""MIDI in the window: takes messages a few dozen times a second, and hands each to what it is for.

Messages come in a thread of the system's, which puts them into an inbox that cannot grow, and the ticks of a clock into
what follows it. The window's thread takes them.
"""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from riffdesk.control import ports
from riffdesk.control.connection import Connection, Connections
from riffdesk.control.inbox import Inbox
from riffdesk.control.messages import (
    PEDAL,
    Controller,
    Event,
    Moved,
    Pedal,
    Pressed,
    Released,
    Tick,
    Unreadable,
    event_of,
)
from riffdesk.language import tr
from riffdesk.ui.control.bound_controls import BoundControls
from riffdesk.ui.control.clock.midi_clock import MidiClock
from riffdesk.ui.control.control_parts import ControlParts
from riffdesk.ui.control.learning import Learning
from riffdesk.ui.control.note_uses import MIDI, NoteUses
from riffdesk.ui.control.seldom_notice import SeldomNotice

_TAKE_MS = 16
_REST_MS = 250  # while there is no input to take from
_NOTES = ("note_on", "note_off")


class Midi(QObject):
    """The MIDI input of a window.

    Parameters
    ----------
    parts : ControlParts
    """

    changed = Signal()
    """A device has come or gone, or was opened."""

    def __init__(self, parts: ControlParts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._settings, self._notice = parts, parts.settings, parts.notice
        self._player = parts.player
        self._inbox: Inbox[Event] = Inbox()
        self.notes = NoteUses(parts)
        self.controls, self.learning = BoundControls(parts, self), Learning(self)
        self._connection = Connection(ports.MidiPorts(), self._receive)
        self.clock = MidiClock(parts, self._connection, self)
        self._state = self._connection.state
        self._was_open = False
        self._seldom = SeldomNotice(parts.notice, "MIDI")
        self._timer = QTimer(self, interval=_TAKE_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._take)
        parts.left.connect(self.close)

    @property
    def state(self) -> Connections:
        """The devices that are there and open."""
        return self._state

    def choose_input(self, name: str) -> None:
        """Take another input; '' for none."""
        self._settings.midi_input = name
        self._was_open = False
        self.notes.release(MIDI)
        self.clock.forget()
        self.connect_devices()

    def connect_devices(self) -> None:
        """Keep the devices of the settings open, and send the clock if there is an output for it."""
        self._connection.choose(self._settings.midi_input, self._settings.midi_clock_out)
        self.clock.send(bool(self._settings.midi_clock_out))
        self._start()

    def look(self) -> None:
        """Look for devices."""
        self._connection.look()
        self._start()

    def _start(self) -> None:
        self._timer.start(_TAKE_MS if self._settings.midi_input else _REST_MS)

    def close(self) -> None:
        """Close the devices."""
        self._timer.stop()
        self.learning.cancel()
        self.notes.release(MIDI)
        self.clock.close()
        self._connection.close()

    # In a thread of the system's

    def _receive(self, message: Any) -> None:
        now, is_note = time.monotonic(), getattr(message, "type", "") in _NOTES
        place = (self._player.position, self._player.playing) if is_note else (0, False)
        event = event_of(message, now, place)
        if isinstance(event, Tick):
            self.clock.tick(now)
        elif event is not None:
            self._inbox.put(event)

    # In the window's thread

    def _take(self) -> None:
        self._follow_devices()
        taken, now = self._inbox.take(), time.monotonic()
        for event in taken.events:
            self._hand_on(event, now)
        if taken.dropped:
            self.notes.release(MIDI)  # the release of a key may be among them
            self._seldom.tell_dropped(taken.dropped, now)
        self.notes.act(now)
        self.controls.act()
        self.clock.act(now)

    def _hand_on(self, event: Event, now: float) -> None:
        if isinstance(event, Unreadable):
            self._seldom.tell(event.text, now)
        elif not self.clock.take(event):
            move = _move_of(event)
            bound = move is not None and self.controls.bindings.target(move.controller) is not None
            if move is not None and (bound or self.learning.waits):
                if not self.learning.take(move):
                    self.controls.take(move)
            else:
                self.notes.take(event, MIDI)

    def _follow_devices(self) -> None:
        """Say when the input comes and goes."""
        state, before = self._connection.state, self._state
        if state is before:
            return
        self._state = state
        wanted = self._settings.midi_input
        if before.input and not state.input and before.input == wanted:
            self.notes.release(MIDI)
            self._notice.tell(tr("{wanted} is gone. It is used again when it is back.", wanted=wanted))
        elif state.input and not before.input:
            if self._was_open:
                self._notice.tell(tr("{wanted} is back.", wanted=wanted))
            self._was_open = True
        if state.problem and state.problem != before.problem and wanted:
            self._notice.tell(state.problem)
        self.changed.emit()


def _move_of(event: Event) -> Moved | None:
    """Return an event as the move of a controller, which keys and the pedal can be too; None if it is none."""
    match event:
        case Moved():
            return event
        case Pressed(channel, note, velocity):
            return Moved(Controller("note", channel, note), velocity / 127, velocity / 127)
        case Released(channel, note):
            return Moved(Controller("note", channel, note), 0.0, 0.0)
        case Pedal(channel, down):
            return Moved(Controller("cc", channel, PEDAL), float(down), float(down))
    return None
