"""OSC in the window: takes messages a few dozen times a second, and hands each to what it is for.

They move the same targets, and play the same notes, as those of a MIDI device do.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer

from riffdesk.control.inbox import Inbox
from riffdesk.control.messages import Unreadable
from riffdesk.control.osc.addresses import (
    NOTE,
    Addresses,
    JamChanged,
    KeysReleased,
    OscEvent,
    TargetPressed,
    TargetSet,
)
from riffdesk.control.osc.receiver import OscReceiver
from riffdesk.engine.session.jam_message import read_message
from riffdesk.errors import UserError
from riffdesk.language import tr, translated
from riffdesk.ui.control.bound_controls import BoundControls
from riffdesk.ui.control.control_parts import ControlParts
from riffdesk.ui.control.note_uses import OSC, NoteUses
from riffdesk.ui.control.seldom_notice import SeldomNotice

_TAKE_MS = 16


class Osc(QObject):
    """Receives OSC for a window.

    Parameters
    ----------
    parts : ControlParts
    controls : BoundControls
        Moves and presses the targets.
    notes : NoteUses
        Plays the notes.
    """

    def __init__(self, parts: ControlParts, controls: BoundControls, notes: NoteUses, parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._controls, self._notes = parts, controls, notes
        self._addresses = Addresses({name: target.kind for name, target in controls.targets.items()})
        self._inbox: Inbox[OscEvent] = Inbox()
        self._receiver: OscReceiver | None = None
        self._seldom = SeldomNotice(parts.notice, "OSC")
        self._timer = QTimer(self, interval=_TAKE_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._take)
        parts.left.connect(self.close)

    @property
    def port(self) -> int | None:
        """The port that messages are received at; None if they are not."""
        return None if self._receiver is None else self._receiver.port

    def open(self) -> None:
        """Receive as the settings say.

        Raises
        ------
        UserError
            If the port cannot be used.
        """
        self.close()
        settings = self._parts.settings
        if not settings.osc:
            return
        self._receiver = OscReceiver(
            settings.osc_port, from_network=settings.osc_network, receive=self._receive, unreadable=self._put_unreadable
        )
        self._timer.start()

    def close(self) -> None:
        """Receive nothing more; keys that OSC holds go up."""
        self._timer.stop()
        if self._receiver is not None:
            self._receiver.close()
            self._receiver = None
            self._inbox.take()
            self._notes.release(OSC)

    # In the receiver's thread

    def _receive(self, address: str, values: Sequence[object]) -> None:
        player = self._parts.player
        place = (player.position, player.playing) if address == NOTE else (0, False)
        event = self._addresses.event_of(address, values, time.monotonic(), place)
        if event is not None:
            self._inbox.put(event)

    def _put_unreadable(self) -> None:
        self._inbox.put(Unreadable(tr("A packet came to the port of OSC that is no OSC.")))

    # In the window's thread

    def _take(self) -> None:
        taken, now = self._inbox.take(), time.monotonic()
        for event in taken.events:
            self._hand_on(event, now)
        if taken.dropped:
            self._notes.release(OSC)  # the release of a key may be among them
            self._seldom.tell_dropped(taken.dropped, now)
        self._notes.act(now)
        self._controls.act()

    def _hand_on(self, event: OscEvent, now: float) -> None:
        match event:
            case Unreadable(text):
                self._seldom.tell(text, now)
            case TargetSet(name, value):
                # After the commands of this turn, which wait likewise: of a bundle, the level is that of the new layer.
                QTimer.singleShot(0, self, partial(self._controls.set_level, name, value))
            case TargetPressed(name):
                self._controls.press(name)
            case JamChanged(field, value):
                self._change_jam(field, value, now)
            case KeysReleased():
                self._notes.release(OSC)
            case _:
                self._notes.take(event, OSC)

    def _change_jam(self, field: str, value: str | float, now: float) -> None:
        panel = self._parts.jam
        if not panel.jam.running:
            self._seldom.tell(tr("An OSC message is for a jam: start one first (Play > Jam)."), now)
            return
        try:
            read_message({field: value})  # as the panel would show each invalid value until it is closed
        except UserError as error:
            self._seldom.tell(str(error), now)
            return
        panel.make()
        panel.send({field: value}, tr("The {field} of an OSC message is heard", field=translated(field)))
