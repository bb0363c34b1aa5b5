"""Gives a running jam the chords that are held on a keyboard."""

from __future__ import annotations

from riffdesk.control.held_chord import chord_of
from riffdesk.dsp.pitch import name_of_midi
from riffdesk.language import tr
from riffdesk.ui.control.control_parts import ControlParts

_SETTLE_SECONDS = 0.08  # for which keys are held until they are a chord


class JamChords:
    """Sends each chord once, when its keys are all down.

    Parameters
    ----------
    parts : ControlParts
    """

    def __init__(self, parts: ControlParts) -> None:
        self._jam, self._notice = parts.jam, parts.notice
        self._held: tuple[int, ...] = ()
        self._since: float | None = None
        self._sent = ""

    def follow(self, held: tuple[int, ...], seconds: float) -> None:
        """Follow the notes that are held, at a time of a monotonic clock."""
        if not self._jam.jam.running:
            self._sent = ""
        if held != self._held:
            self._held, self._since = held, seconds
        elif self._since is not None and seconds - self._since >= _SETTLE_SECONDS:
            self._since = None
            if len(held) > 1:
                self._give(held)

    def _give(self, held: tuple[int, ...]) -> None:
        chord = chord_of(held)
        if not chord:
            if len({note % 12 for note in held}) > 2:
                names = ", ".join(map(name_of_midi, held[:8]))
                self._notice.tell(
                    tr("There is no name for the chord of {names}, so the jam does not get it.", names=names)
                )
        elif not self._jam.jam.running:
            self._notice.tell(tr("{chord}: start a jam first (Play > Jam), so that it gets the chord.", chord=chord))
        elif chord != self._sent:
            self._sent = chord
            self._jam.send({"chords": chord}, tr("{chord} is heard", chord=chord))
