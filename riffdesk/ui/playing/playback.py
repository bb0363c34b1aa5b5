"""Playback of the sketch: play, stop, seek and loop; and the events of the player."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from riffdesk.arrays import Array
from riffdesk.audio.playing.playback import Region
from riffdesk.audio.playing.player_commands import PlayerEvent
from riffdesk.audio.playing.tape import Tape
from riffdesk.dsp.mix import PlacedAudio
from riffdesk.dsp.synth import Tones
from riffdesk.sketch.paint.region import Region as Selection
from riffdesk.ui.playing.metronome import Metronome
from riffdesk.ui.playing.sound_updates import SoundUpdates
from riffdesk.ui.window_parts import WindowParts


class Playback(QObject):
    """Plays, stops, seeks, and sets the loop region.

    Parameters
    ----------
    metronome : Metronome
        Has the number of bars of the count-in.
    """

    changed = Signal()
    """Playback may have started or stopped."""
    followed = Signal()
    """The player has started or was stopped, so that the shown position must be updated."""
    moved = Signal()
    """The playhead was set."""
    ended = Signal()
    """The player has reached the end, was stopped or has failed."""
    devices_changed = Signal()
    """The list of devices may have changed."""
    _event_received = Signal(object)

    def __init__(self, parts: WindowParts, metronome: Metronome, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sketch, self._player, self._settings = parts.sketch, parts.player, parts.settings
        self._metronome, self._notice = metronome, parts.notice
        self._from, self._asked = 0.0, True
        self.updates: SoundUpdates | None = None
        """Plays a variation in place of the sketch."""
        self.selection: Callable[[], Selection | None] = lambda: None
        """Returns the selection of the canvas, which is looped."""
        self.available: Callable[[Region | None, int], Region | None] = lambda wanted, playhead: wanted
        """Returns the part of a region that can be looped while a riff is rendered, for a sample of the playhead."""
        self._event_received.connect(self._on_event, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """Subscribe to the events of the player."""
        self._player.subscribe(self._event_received.emit)

    def toggle(self) -> None:
        """Play from the playhead, or stop."""
        if self._player.playing:
            self._player.stop()
            self.followed.emit()
        else:
            self.play_from(self._player.position / self._sketch.params.sample_rate)
        self.changed.emit()

    def play_from(self, seconds: float, *, asked: bool = True) -> None:
        """Play from a time; from the beginning if that is the end of the sketch.

        Parameters
        ----------
        seconds : float
        asked : bool
            Whether the user has started it. Otherwise there is no count-in, and errors are not reported.
        """
        self._from, self._asked = seconds if seconds < self._sketch.seconds else 0.0, asked
        sample = round(self._from * self._sketch.params.sample_rate)
        self.update_loop(sample)
        self._player.play(sample, count_in_bars=self._metronome.count_in_bars if asked else 0, on_bar_line=True)
        self.changed.emit()

    def seek(self, seconds: float) -> None:
        """Set the playhead, also during playback; a tape is played to its end."""
        if self.plays_tape:
            return
        sample = round(min(max(0.0, seconds), self._sketch.seconds) * self._sketch.params.sample_rate)
        self.update_loop(sample)
        self._player.seek(sample)
        self.moved.emit()

    def move_by(self, seconds: float) -> None:
        """Move the playhead by a time in seconds."""
        self.seek(self._player.position / self._player.sample_rate + seconds)

    def audition(self, audio: Array | None, with_sketch: bool, *, go_on: bool = False) -> None:
        """Play another sound from its beginning, alone or with the sketch; None ends it.

        Parameters
        ----------
        audio : float32 ``[channels, samples]``, optional
        with_sketch : bool
        go_on : bool
            Whether running playback continues at its position.
        """
        assert self.updates is not None
        self.updates.audition(audio, with_sketch)
        self.update_loop()
        if go_on and self._player.playing:
            return
        if audio is None:
            self._player.stop()
        else:
            self._player.play(0)
        self.changed.emit()

    def play_tape(self, tape: Tape | None) -> None:
        """Play a tape from its beginning in place of the sketch; None ends it."""
        assert self.updates is not None
        self.updates.play_tape(tape)
        self.update_loop(0)
        if tape is None:
            self._player.seek(0)
        else:
            self._asked = True
            self._player.play(0)
        self.changed.emit()

    @property
    def plays_tape(self) -> bool:
        """Whether a tape is played in place of the sketch."""
        return self.updates is not None and self.updates.tape is not None

    @property
    def plays_other(self) -> bool:
        """Whether a tape, a variation, a riff of the library or a part of the sketch is played in its place."""
        updates = self.updates
        return updates is not None and (self.plays_tape or updates.plays_excerpt or bool(updates.auditioning))

    def sound(self, tones: Tones | None, over_playback: bool) -> None:
        """Play tones until the next call; None ends them.

        Parameters
        ----------
        tones : Tones, optional
        over_playback : bool
            Whether to play them while the sketch plays too.
        """
        self._player.sound(None if self._player.playing and not over_playback else tones)

    def play_excerpt(self, audio: PlacedAudio, *, once: bool) -> None:
        """Play a part of the sketch in place of it, at its time; in a loop if loops are on, unless ``once`` is set."""
        assert self.updates is not None
        self.updates.audition(audio)
        self._from, self._asked = audio.first / self._sketch.params.sample_rate, True
        self._player.set_loop((audio.first, audio.shape[1]) if self._settings.loop and not once else None)
        self._player.play(audio.first)
        self.changed.emit()

    def end_excerpt(self, sample: int) -> None:
        """Play the sketch again, and set the playhead to a sample of it."""
        assert self.updates is not None
        self.updates.audition(None)
        self.seek(sample / self._sketch.params.sample_rate)

    def scrub(self, seconds: float | None) -> None:
        """Scrub to a time; None at the end of the drag. Playback of the sketch continues."""
        rate = self._sketch.params.sample_rate
        self._player.scrub(None if seconds is None or self._player.playing else round(seconds * rate))

    def set_loop(self, on: bool) -> None:
        """Switch the loop of the selection, or of the sketch, on or off."""
        self._settings.loop = on
        self.update_loop()

    def update_loop(self, playhead: int | None = None) -> None:
        """Set the player's loop region; during a render it does not exceed the rendered sections.

        Parameters
        ----------
        playhead : int, optional
            Sample to which the playhead is about to be set; by default the present one.
        """
        state, samples = self._sketch.state, self._sketch.samples
        selection, auditioned = self.selection(), self.updates.auditioning if self.updates is not None else 0
        if self.updates is not None and self.updates.plays_excerpt:
            return
        region = (0, samples)
        if auditioned:
            region = (0, auditioned)
        elif selection is not None:
            region = (state.sample_of(selection.start), min(state.sample_of(selection.stop), samples))
        wanted = region if self._settings.loop and region[0] < region[1] else None
        if self.plays_tape:
            wanted = None
        elif not auditioned:
            wanted = self.available(wanted, self._player.position if playhead is None else playhead)
        if wanted != self._player.loop:
            self._player.set_loop(wanted)

    def refresh_devices(self) -> None:
        """Search for sound devices; playback continues after a short silence."""
        if not self._player.look_for_devices():
            self.devices_changed.emit()

    def _on_event(self, event: PlayerEvent) -> None:
        self.changed.emit()
        excerpt = self.updates is not None and self.updates.plays_excerpt
        if event.kind in ("stopped", "finished", "failed") and not self._player.playing:
            self.ended.emit()
        if event.kind == "started":
            self.followed.emit()
        elif event.kind == "finished" and not excerpt:
            self.seek(self._from)
        elif event.kind == "longer buffer":
            self._notice.tell(event.message)
        elif event.kind == "looked":
            self.devices_changed.emit()
        elif event.kind == "failed":
            if self._asked:
                self._notice.warn(event.message)
            self.devices_changed.emit()
