"""Plays entries of the library instead of the sketch, or with it, all at about the same loudness."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from riffdesk.arrays import Array
from riffdesk.errors import Cancelled
from riffdesk.language import tr
from riffdesk.sketch.events import DocumentOpened, LayersChanged
from riffdesk.sketch.music.tempo import bar_seconds
from riffdesk.sketch.state import MAX_SECONDS
from riffdesk.store.library.entry import Entry
from riffdesk.store.library.library import Library
from riffdesk.ui.library.library_panel import LibraryPanel
from riffdesk.ui.library.library_thread import LibraryThread
from riffdesk.ui.window_parts import WindowParts
from riffdesk.ui.worker import Job

if TYPE_CHECKING:
    from riffdesk.ui.playing.playback import Playback

LOUDNESS = -16.0
"""Loudness of every played entry, in LUFS; quieter if its peak would clip."""


class EntryAudition(QObject):
    """Plays one entry at a time.

    Alone, it replaces the sketch, and afterwards the playhead returns to its place. With the sketch, it is stretched to
    the sketch's tempo and repeated at bar lines from the first one on, and playback continues.

    Parameters
    ----------
    parts : WindowParts
    thread : LibraryThread
        Reads the sounds.
    panel : LibraryPanel
    """

    replaced = Signal()
    """An entry or the sketch replaces a comparison."""

    def __init__(
        self, parts: WindowParts, thread: LibraryThread, panel: LibraryPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._sketch, self._player, self._settings = parts.sketch, parts.player, parts.settings
        self._notice, self._worker, self._thread, self._panel = parts.notice, parts.worker, thread, panel
        self.playback: Playback | None = None
        self._wanted: Entry | None = None
        self.heard: Entry | None = None
        """The played entry."""
        self._in_context = self._was_playing = False
        self._playhead = 0.0
        self._stretching: Job | None = None
        self._sketch.subscribe(lambda _: self.hear(None), DocumentOpened, LayersChanged)

    def hear(self, entry: Entry | None) -> None:
        """Play an entry from its beginning, or with the sketch in its tempo; None ends it."""
        self.replaced.emit()
        self._wanted = entry
        if self._stretching is not None:
            self._worker.cancel(self._stretching)
            self._stretching = None
        if entry is None:
            self._end()
        elif self.can_hear(entry):
            self._read(entry)

    def can_hear(self, entry: Entry) -> bool:
        """Return whether an entry can be played now; show a message if not."""
        if entry.missing:
            self._panel.tell(
                tr("The sound of {name} is missing: there is no file {path}.", name=entry.name, path=entry.path)
            )
        elif self.playback is not None and self.playback.plays_tape:
            self._panel.tell(tr("Stop the jam to play riffs of the library."))
        else:
            if entry.seconds > MAX_SECONDS:
                self._panel.tell(
                    tr(
                        "The first {minutes:.0f} minutes of {name} are played.",
                        minutes=MAX_SECONDS / 60,
                        name=entry.name,
                    )
                )
            return True
        return False

    def leave(self) -> None:
        """Return from an entry to the sketch, at the present position."""
        playing, seconds = self._player.playing, self._player.position / self._player.sample_rate
        heard = self.heard is not None
        self.hear(None)
        if heard and playing and self.playback is not None:
            self.playback.play_from(seconds, asked=False)

    def _read(self, entry: Entry) -> None:
        """Read the sound of an entry, and play it unless another was chosen meanwhile."""
        tempo = self._sketch.state.tempo if self._settings.library_context else 0.0
        # Of several that were chosen in a row, only the last one is played.
        self._stretching = self.read(entry, tempo, lambda: self._wanted is entry, partial(self._play, entry))

    def read(
        self, entry: Entry, tempo: float, wanted: Callable[[], bool], done: Callable[[Array | None], object]
    ) -> Job | None:
        """Read the sound of an entry at about `LOUDNESS`.

        Parameters
        ----------
        entry : Entry
        tempo : float
            Tempo to which it is stretched, at most to half or double; 0 for its own.
        wanted : callable
            Called in another thread; returns whether the result is still needed.
        done : callable
            Called with the sound, float32 ``[channels, samples]``; None if it was no longer needed.

        Returns
        -------
        Job, optional
            The stretching.
        """
        from riffdesk.analysis.notes_sound import NotesSoundRequest, notes_sound
        from riffdesk.analysis.stretch import MAX_FACTOR, StretchRequest, stretched, tempo_factor

        def level(audio: Array | None) -> None:
            done(None if audio is None else audio * levelling_gain(entry))

        factor = tempo_factor(entry.tempo, tempo)
        if not 1 / MAX_FACTOR <= factor <= MAX_FACTOR:
            factor = 1.0
        if entry.kind == "notes":
            notes = NotesSoundRequest(entry.path, self._sketch.params, LOUDNESS, factor)
            return self._worker.submit(
                notes_sound, notes, tr("Playing the notes of {name}", name=entry.name), level, self._fail
            )
        if factor != 1:
            request = StretchRequest(entry.path, self._sketch.params, factor)
            label = tr("Bringing {name} to {tempo:g} bpm", name=entry.name, tempo=tempo)
            return self._worker.submit(stretched, request, label, level, self._fail)
        rate = self._player.sample_rate

        def read(_: Library) -> Array | None:
            from riffdesk.audio.filing.sound_files import read_audio

            if not wanted():
                return None
            audio = read_audio(entry.path, rate, first_seconds=MAX_SECONDS)
            return levelled(audio, rate) if entry.in_place and entry.loudness is None else audio

        self._thread.submit(read, level)
        return None

    def _play(self, entry: Entry, audio: Array | None) -> None:
        from riffdesk.analysis.stretch import filling

        if audio is None or self._wanted is not entry:
            return
        if self._settings.library_context:
            state = self._sketch.state
            bar = bar_seconds(state.tempo, state.beats_per_bar) * state.params.sample_rate
            audio = filling(audio, state.samples, bar)
        self.play(entry, audio, go_on=self._settings.library_context and (self.heard is None or self._in_context))

    def play(self, entry: Entry, audio: Array, *, go_on: bool) -> None:
        """Play the sound of an entry, alone or with the sketch, as chosen in the panel.

        Parameters
        ----------
        entry : Entry
        audio : float32 ``[channels, samples]``
        go_on : bool
            Whether running playback continues at its position.
        """
        if self.playback is None:
            return
        if self.heard is None:
            self._playhead = self._player.position / self._player.sample_rate
            self._was_playing = self._player.playing
        self.heard, self._in_context = entry, self._settings.library_context
        self.playback.audition(audio, self._in_context, go_on=go_on)
        self._panel.show_playing(entry)

    def _end(self) -> None:
        if self.heard is None or self.playback is None:
            return
        self.heard = None
        if self._in_context and self._was_playing:
            self.playback.audition(None, False, go_on=True)
        else:
            self.playback.audition(None, False)
            self.playback.seek(self._playhead)
        self._panel.show_playing(None)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._notice.report(error)


def levelled(audio: Array, rate: int) -> Array:
    """Return an unmeasured sound at `LOUDNESS`, by its first minute, and below full scale."""
    from riffdesk.dsp.loudness import gain_to_loudness
    from riffdesk.dsp.mix import below_clipping

    return below_clipping(audio * gain_to_loudness(audio[:, : 60 * rate], rate, LOUDNESS))[0]


def levelling_gain(entry: Entry) -> np.float32:
    """Return the linear gain that brings an entry to `LOUDNESS`, or less if it would clip."""
    if entry.loudness is None:
        return np.float32(1.0)
    gain_db = min(LOUDNESS - entry.loudness, -entry.peak_db)
    return np.float32(10 ** (gain_db / 20))
