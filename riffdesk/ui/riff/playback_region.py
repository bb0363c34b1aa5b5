"""Keeps the playhead within what is there while a riff is made: its last bars go round until there is more.

The player is told early and does the rest to the sample: while a riff grows, what it plays is a loop that ends where
the riff ends for now. A playhead that never gets there never notices. Each section that comes moves the loop on.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from riffdesk.audio.playing.playback import Region
from riffdesk.audio.playing.player import Player
from riffdesk.sketch.mixer import audible_layers
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.riff.incoming_riffs import IncomingRiffs, Riff

_BARS = 2


class PlaybackRegion(QObject):
    """Says what goes round while a riff grows, and how the playhead and the render stand to each other."""

    changed = Signal()
    """The last bars have begun or ceased to go round."""

    def __init__(self, sketch: Sketch, player: Player, incoming: IncomingRiffs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sketch, self._player, self._incoming = sketch, player, incoming
        self.waiting = False
        self._seen = 0
        self._edge: int | None = None

    @property
    def edge(self) -> int | None:
        """Sample of the sketch that a growing riff is there to; None if nothing is missing."""
        riff = self._incoming.riff
        if riff is None or not riff.onward or riff.incoming is None or riff.reached >= riff.request.samples:
            return None
        heard = any(layer.id == riff.incoming.layer_id for layer in audible_layers(self._sketch.state))
        return riff.reached if heard else None

    def region(self, wanted: Region | None, position: int) -> Region | None:
        """Return what goes round when this is wanted and the playhead is there: never beyond what there is.

        Who looks at what comes after a gap, or in it, is left alone.
        """
        edge, state = self.edge, self._sketch.state
        if edge != self._edge:
            self._edge = edge
            self._tell(False)
        if edge is None or position >= edge or (wanted is not None and wanted[1] <= edge):
            return wanted
        return last_bars(edge, state.params.sample_rate * 60 / state.tempo * state.beats_per_bar)

    def watch(self, seconds: float, playing: bool) -> None:
        """Notice that the playhead goes round at the end of what there is."""
        position = round(seconds * self._sketch.params.sample_rate)
        edge, loop = self._edge, self._player.loop
        if not playing or edge is None:
            self._tell(False)
        elif position < self._seen and loop is not None and loop[1] == edge and position >= loop[0]:
            self._tell(True)
        self._seen = position

    def told(self, riff: Riff) -> str:
        """Return how the render stands to the playhead, in words; '' if there is nothing to say."""
        edge, rate = self._edge, self._sketch.params.sample_rate
        if edge is None or not self._player.playing:
            return ""
        if self.waiting:
            return "the last bars loop until more is ready"
        ahead = (edge - self._player.position) / rate
        if ahead < 0:
            return ""
        meets = _caught_up_in(riff.left.seconds, ahead, (riff.request.samples - edge) / rate)
        if meets is None:
            return f"{ahead:.0f} s ahead of the playhead"
        return f"the playhead catches up in {meets:.0f} s"

    def _tell(self, waiting: bool) -> None:
        if waiting != self.waiting:
            self.waiting = waiting
            self.changed.emit()


def _caught_up_in(left: float | None, ahead: float, missing: float) -> float | None:
    """Return the seconds until playback catches up with a render; None if it never does.

    Parameters
    ----------
    left : float, optional
        Seconds until the render is done; None while nobody can tell.
    ahead : float
        Seconds of music between the playhead and the end of what is there.
    missing : float
        Seconds of music that are not there yet.
    """
    if left is None or ahead + missing >= left:
        return None
    return ahead / (1 - missing / left)  # which comes nearer by so much each second


def last_bars(edge: int, bar: float) -> Region:
    """Return the last bars before a sample, or all that there is if that is less than one: samples ``[start, stop)``.

    They are whole bars in length, wherever the bar lines are, so that the beat goes on.
    """
    count = next((count for count in range(_BARS, 0, -1) if count * bar <= edge), 0)
    return (edge - round(count * bar) if count else 0, edge)
