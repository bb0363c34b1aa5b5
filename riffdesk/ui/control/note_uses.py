"""What the notes of a keyboard do: they sound, paint, or give a jam its chords."""

from __future__ import annotations

from riffdesk.control.keys import Keys
from riffdesk.control.messages import Event
from riffdesk.control.played_notes import PlayedNotes
from riffdesk.control.voices import Voices
from riffdesk.language import plural, tr
from riffdesk.ui.control.control_parts import ControlParts
from riffdesk.ui.control.jam_chords import JamChords
from riffdesk.ui.control.note_painter import NotePainter

USES = {"sound": tr("Sound"), "paint": tr("Paint"), "chords": tr("Give the jam its chords")}
"""Title of each use, by its name in the settings."""
MIDI, OSC = "MIDI", "OSC"
"""Where keys come from: what one of them releases goes on if the other holds it."""
_PAINTED_AT_ONCE = 4  # groups of notes, so that a flood does not stall the window


class NoteUses:
    """Follows the keys and does what the settings say.

    Parameters
    ----------
    parts : ControlParts
    """

    def __init__(self, parts: ControlParts) -> None:
        self._parts, self._settings = parts, parts.settings
        self._keys = {source: Keys() for source in (MIDI, OSC)}
        self._played = {source: PlayedNotes() for source in (MIDI, OSC)}
        self._voices = Voices()
        self._painter, self._chords = NotePainter(parts), JamChords(parts)
        self._changed = self._sounds = False

    def take(self, event: Event, source: str) -> None:
        """Follow an event of keys or pedal of `MIDI` or `OSC`, if it is of the channel that was chosen."""
        channel = self._settings.midi_channel
        if channel and getattr(event, "channel", channel) != channel:
            return
        self._changed |= self._keys[source].take(event)
        if self._settings.midi_notes == "paint":
            self._played[source].take(event)

    def act(self, seconds: float) -> None:
        """Do what is due after the events of a turn, at a time of a monotonic clock."""
        use = self._settings.midi_notes
        if self._changed:
            self._changed = False
            self._sound(use)
        if use == "paint":
            self._paint()
        elif use == "chords":
            down = {note for keys in self._keys.values() for note in keys.down}
            self._chords.follow(tuple(sorted(down)), seconds)

    def release(self, *sources: str) -> None:
        """Release all keys of `MIDI`, `OSC` or both; notes that were not complete are not painted."""
        for source in sources:
            self._keys[source].clear()
            self._played[source].clear()
        self._changed = False
        self._sound(self._settings.midi_notes)

    def _sound(self, use: str) -> None:
        """Have the synthesiser sound as the keys say; while painting as the tone brush does, where nothing plays."""
        heard = use == "sound" or (use == "paint" and self._settings.hear_tones and not self._parts.player.playing)
        tones = self._voices.tones(self._sounding if heard else {})
        if tones is not None or self._sounds:
            self._sounds = tones is not None
            self._parts.playback.sound(tones, True)

    @property
    def _sounding(self) -> dict[int, int]:
        """Velocity of each note, the higher one if both sources hold it."""
        velocities: dict[int, int] = {}
        for keys in self._keys.values():
            for note, velocity in keys.sounding.items():
                velocities[note] = max(velocity, velocities.get(note, 0))
        return velocities

    def _paint(self) -> None:
        if self._parts.canvas.painting:
            return  # a stroke of the mouse comes first, which another change would end
        for _ in range(_PAINTED_AT_ONCE):
            notes = next((group for played in self._played.values() if (group := played.next())), None)
            if notes is None:
                break
            self._painter.paint(notes)
        if count := sum(played.dropped for played in self._played.values()):
            for played in self._played.values():
                played.dropped = 0
            self._parts.notice.tell(
                plural(
                    count,
                    "{count} note came too fast and was not painted.",
                    "{count} notes came too fast and were not painted.",
                )
            )
