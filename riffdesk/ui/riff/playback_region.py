"""Loops the last bars of a riff that is being rendered, so that playback does not run past the rendered sections.

The player gets a loop that ends at the end of the last section, before the playhead arrives; it is inaudible unless
playback catches up with the render. Each new section moves the loop.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from riffdesk.audio.playing.playback import Region
from riffdesk.audio.playing.player import Player
from riffdesk.language import tr
from riffdesk.sketch.mixer import audible_layers
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.riff.incoming_riffs import IncomingRiffs, Riff

_BARS = 2


class PlaybackRegion(QObject):
    """The loop during a render, and the distance between playhead and render.

    Parameters
    ----------
    sketch : Sketch
    player : Player
    incoming : IncomingRiffs
        Has the riff that is being rendered.
    """

    changed = Signal()
    """`waiting` has changed."""

    def __init__(self, sketch: Sketch, player: Player, incoming: IncomingRiffs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sketch, self._player, self._incoming = sketch, player, incoming
        self.waiting = False  # whether playback loops the last bars
        self._last_position = 0
        self._edge: int | None = None

    @property
    def edge(self) -> int | None:
        """Sample at which the rendered sections end; None if no audible riff is being rendered."""
        riff = self._incoming.riff
        if riff is None or not riff.extends or riff.incoming is None or riff.end >= riff.request.samples:
            return None
        audible = any(layer.id == riff.incoming.layer_id for layer in audible_layers(self._sketch.state))
        return riff.end if audible else None

    def region(self, wanted: Region | None, position: int) -> Region | None:
        """Return the region to loop, which does not reach beyond the rendered sections.

        Parameters
        ----------
        wanted : (start, stop) in samples, optional
            The region that the user has chosen, if any.
        position : int
            Sample of the playhead. After the end of the rendered sections, nothing is changed.
        """
        edge, state = self.edge, self._sketch.state
        if edge != self._edge:
            self._edge = edge
            self._set_waiting(False)
        if edge is None or position >= edge or (wanted is not None and wanted[1] <= edge):
            return wanted
        return last_bars(edge, state.params.sample_rate * 60 / state.tempo * state.beats_per_bar)

    def watch(self, seconds: float, playing: bool) -> None:
        """Detect that the playhead has jumped back at the end of the rendered sections."""
        position = round(seconds * self._sketch.params.sample_rate)
        edge, loop = self._edge, self._player.loop
        if not playing or edge is None:
            self._set_waiting(False)
        elif position < self._last_position and loop is not None and loop[1] == edge and position >= loop[0]:
            self._set_waiting(True)
        self._last_position = position

    def text(self, riff: Riff) -> str:
        """Return a phrase about the distance between playhead and render; '' if there is no such distance."""
        edge, rate = self._edge, self._sketch.params.sample_rate
        if edge is None or not self._player.playing:
            return ""
        if self.waiting:
            return tr("the last bars loop until more is ready")
        ahead = (edge - self._player.position) / rate
        if ahead < 0:
            return ""
        seconds = _seconds_to_catch_up(riff.time_left.seconds, ahead, (riff.request.samples - edge) / rate)
        if seconds is None:
            return tr("{ahead:.0f} s ahead of the playhead", ahead=ahead)
        return tr("the playhead catches up in {seconds:.0f} s", seconds=seconds)

    def _set_waiting(self, waiting: bool) -> None:
        if waiting != self.waiting:
            self.waiting = waiting
            self.changed.emit()


def _seconds_to_catch_up(time_left: float | None, ahead: float, missing: float) -> float | None:
    """Return the seconds until playback catches up with a render; None if it never does.

    Parameters
    ----------
    time_left : float, optional
        Seconds until the render is done; None if it is unknown.
    ahead : float
        Seconds of music between the playhead and the end of the rendered sections.
    missing : float
        Seconds of music that are still to be rendered.
    """
    if time_left is None or ahead + missing >= time_left:
        return None
    return ahead / (1 - missing / time_left)  # the distance shrinks by the bracket each second


def last_bars(edge: int, bar: float) -> Region:
    """Return the last one or two bars before a sample, or everything before it if that is less: ``[start, stop)``.

    The length is a whole number of bars, so that the beat continues; its ends need not lie on bar lines.

    Parameters
    ----------
    edge : int
        Sample at which the bars end.
    bar : float
        Length of a bar in samples.
    """
    count = next((count for count in range(_BARS, 0, -1) if count * bar <= edge), 0)
    return (edge - round(count * bar) if count else 0, edge)
