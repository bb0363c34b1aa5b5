"""The MIDI clock in the window: sends that of the sketch, and follows one from outside."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject

from riffdesk.control.clock.follower import ClockFollower
from riffdesk.control.clock.schedule import Place
from riffdesk.control.clock.sender import ClockSender
from riffdesk.control.connection import Connection
from riffdesk.control.messages import Event, SongPosition, Transport
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.ui.control.control_parts import ControlParts


class MidiClock(QObject):
    """Sends and follows.

    Parameters
    ----------
    parts : ControlParts
    connection : Connection
        Has the output.
    """

    def __init__(self, parts: ControlParts, connection: Connection, parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._settings, self._connection = parts, parts.settings, connection
        self._sender: ClockSender | None = None
        self._follower = ClockFollower()
        self._stopped = False
        self._tempo: float | None = None

    # Out

    def send(self, on: bool) -> None:
        """Begin to send the clock, or end."""
        if on and self._sender is None:
            self._sender = ClockSender(self._place, lambda: self._connection.output)
        elif not on:
            self.close()

    def close(self) -> None:
        """End sending."""
        sender, self._sender = self._sender, None
        if sender is not None:
            sender.close()

    def _place(self) -> Place:
        """Return where playback is; called by the thread that sends. What waits for a bar line does not play."""
        player, tempo = self._parts.player, self._parts.sketch.state.tempo
        tape = self._parts.jam.jam.tape
        if tape is not None and self._parts.playback.plays_tape:
            tempo = 60 * self._parts.sketch.state.beats_per_bar * tape.rate / tape.bar
        return Place(player.position / player.sample_rate * tempo / 60, tempo, player.playing and not player.held)

    # In

    def tick(self, seconds: float) -> None:
        """Take a tick of the clock outside; called in a thread of the system's."""
        if self._settings.midi_clock_in:
            self._follower.tick(seconds)

    def forget(self) -> None:
        """Begin anew, as after another input was chosen."""
        self._follower.forget()

    def take(self, event: Event) -> bool:
        """Follow what a sequencer does; return whether the event was of that kind."""
        if not isinstance(event, Transport | SongPosition):
            return False
        if self._settings.midi_clock_in and not self._parts.playback.plays_tape:
            if isinstance(event, Transport):
                self._follow_transport(event.kind)
            elif isinstance(event, SongPosition):
                self._go_to(event.sixteenths)
        return True

    def act(self, now: float | None = None) -> None:
        """Set the tempo of the clock, and say when it is lost; keeps the tempo until the end of a stroke."""
        if not self._settings.midi_clock_in:
            return
        tempo = self._follower.take_tempo()
        self._tempo = self._tempo if tempo is None else tempo
        if self._tempo is not None and not self._parts.canvas.painting:
            tempo, self._tempo = self._tempo, None
            try:
                self._parts.sketch.set_tempo(tempo, tr("Tempo of the MIDI clock"), "MIDI clock")
            except UserError as error:
                self._parts.notice.tell(tr("The MIDI clock is left out. {error}", error=error))
        if self._follower.is_lost(time.monotonic() if now is None else now) and not self._stopped:
            self._parts.notice.tell(
                tr("The MIDI clock was lost; the tempo stays {tempo:g} bpm.", tempo=self._parts.sketch.state.tempo)
            )

    def _follow_transport(self, kind: str) -> None:
        player, playback = self._parts.player, self._parts.playback
        self._stopped = kind == "stop"
        if kind == "stop":
            if player.playing:
                playback.toggle()
            return
        start = 0.0 if kind == "start" else player.position / player.sample_rate
        playback.play_from(start, asked=False)

    def _go_to(self, sixteenths: int) -> None:
        sketch = self._parts.sketch
        seconds = sixteenths / 4 * 60 / sketch.state.tempo
        if seconds > sketch.seconds:
            self._parts.notice.tell(
                tr(
                    "The MIDI clock is at {seconds:.1f} s, which is after the end of the sketch; playback "
                    "goes to the end.",
                    seconds=seconds,
                )
            )
        self._parts.playback.seek(seconds)
