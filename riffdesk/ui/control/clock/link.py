"""Ableton Link in the window: compares sketch and session a few dozen times a second, and has one follow the other.

Nothing comes in from threads: Link is asked, which takes some microseconds.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from riffdesk.control.clock import link
from riffdesk.control.clock.exchange import TempoExchange, TransportExchange, same_tempo
from riffdesk.control.clock.link import LinkPeer, Session
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.ui.control.control_parts import ControlParts

_LOOK_MS = 20
_MAX_BAR_OFFSET = 0.005  # seconds by which the session's bars may differ from those of the sketch without peers
_WAITS = tr("Starts at the next bar of the Link session.")


class Link(QObject):
    """A window in a session.

    Parameters
    ----------
    parts : ControlParts
    """

    changed = Signal()
    """`session` or `waits` has changed."""

    def __init__(self, parts: ControlParts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._player = parts, parts.player
        self._peer: LinkPeer | None = None
        self.session: Session | None = None
        """What the session was like when it was last looked at; None while it is off."""
        self.waits = False
        """Whether playback waits for a bar of the session."""
        self._plays = self._other = False
        self._timer = QTimer(self, interval=_LOOK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        parts.left.connect(self.close)

    def open(self) -> None:
        """Join the session of the network.

        Raises
        ------
        UserError
            If Link is not installed.
        """
        if self._peer is not None:
            return
        tempo = self._parts.sketch.state.tempo
        self._peer = link.LinkPeer(tempo)
        self._tempo, self._transport = TempoExchange(tempo), TransportExchange()
        self._plays = self._other = False
        self.look()
        self._timer.start()

    def close(self) -> None:
        """Leave the session; what plays goes on."""
        self._timer.stop()
        peer, self._peer = self._peer, None
        if peer is not None:
            peer.close()
            self._player.set_bar_lines(None)
            self._show(None)

    def look(self) -> None:
        """Compare sketch and session."""
        if self._peer is None:
            return
        sketch, painting = self._parts.sketch, self._parts.canvas.painting
        session = self._peer.session(sketch.state.beats_per_bar)
        # A change of the document would end a stroke.
        if not painting and self._exchange_tempo(self._peer, session.tempo):
            session = self._peer.session(sketch.state.beats_per_bar)
        in_tempo = same_tempo(sketch.state.tempo, session.tempo)
        if in_tempo or not painting:  # until the end of the stroke the lines stay: without, what waits would begin
            self._player.set_bar_lines(session.bar_lines if session.peers and in_tempo else None)
        self._exchange_transport(self._peer, session.playing)
        if not session.peers and in_tempo:
            self._align_session(self._peer, session)
        self._show(session)

    def _show(self, session: Session | None) -> None:
        """Say what the session is like, and that playback waits."""
        before, self.session = self.session, session
        waited, self.waits = self.waits, session is not None and self._player.held
        if self.waits and not waited:
            self._parts.notice.tell(_WAITS)
        shown = before and (before.peers, before.tempo)
        if shown != (session and (session.peers, session.tempo)) or self.waits != waited:
            self.changed.emit()

    def _exchange_tempo(self, peer: LinkPeer, tempo: float) -> bool:
        """Have sketch or session follow the other; return whether the session was changed."""
        sketch = self._parts.sketch
        step = self._tempo.compare(sketch.state.tempo, tempo)
        if step is None:
            return False
        if step.kind == "send":
            peer.set_tempo(step.tempo)
            return True
        try:
            sketch.set_tempo(step.tempo, tr("Tempo of the Link session"), "Ableton Link")
        except UserError as error:
            self._tempo.refuse(sketch.state.tempo)
            self._parts.notice.tell(tr("The tempo of the Link session is left out. {error}", error=error))
        return False

    def _exchange_transport(self, peer: LinkPeer, playing: bool) -> None:
        player, playback = self._player, self._parts.playback
        other = playback.plays_other or self._parts.jam.jam.running
        if not other:
            self._plays = player.playing
        if self._other and not other:
            self._transport.followed(self._plays)  # the end of a jam or a variation does not stop the peers
        self._other = other
        step = self._transport.compare(self._plays, playing, asked=player.stop_requested)
        if step == "send":
            peer.set_playing(self._plays)
        elif step is not None and not other and player.playing != playing:
            if playing:
                playback.play_from(player.position / player.sample_rate, asked=False)
            else:
                playback.toggle()
            self._plays = player.playing
            self._transport.followed(self._plays)

    def _align_session(self, peer: LinkPeer, session: Session) -> None:
        """Have the bars of a session without peers be where they are heard, for peers that will join."""
        place = None if self._parts.playback.plays_other else self._player.place
        if place is None:
            return
        state, lines = self._parts.sketch.state, session.bar_lines
        seconds, heard = place / self._player.sample_rate, time.monotonic() + self._player.device_latency
        off = (heard - seconds - lines.origin + lines.period / 2) % lines.period - lines.period / 2
        if abs(off) > _MAX_BAR_OFFSET:
            peer.place_beat(seconds * state.tempo / 60, heard, state.beats_per_bar)
