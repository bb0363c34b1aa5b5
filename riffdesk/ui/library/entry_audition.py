"""Hears entries of the library in place of the sketch, or with it, all at about the same loudness."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from riffdesk.arrays import Array
from riffdesk.errors import Cancelled
from riffdesk.sketch.events import DocumentOpened, LayersChanged
from riffdesk.sketch.music.tempo import bar_seconds
from riffdesk.store.library.entry import Entry
from riffdesk.store.library.library import Library
from riffdesk.ui.library.library_panel import LibraryPanel
from riffdesk.ui.library.library_thread import LibraryThread
from riffdesk.ui.window_parts import WindowParts
from riffdesk.ui.worker import Job

if TYPE_CHECKING:
    from riffdesk.ui.playing.playback import Playback

LOUDNESS = -16.0
"""Loudness of every entry that is heard, in LUFS; quieter if its peak would clip."""


class EntryAudition(QObject):
    """Plays one entry at a time.

    Alone, it takes the sketch's place, and afterwards the playhead is where it was. With the sketch, it is stretched to
    the sketch's tempo and repeated at bar lines from the first one on, so that it is on the beat, and playback goes on.

    Parameters
    ----------
    parts : WindowParts
    thread : LibraryThread
        Reads the sounds.
    panel : LibraryPanel
    """

    def __init__(
        self, parts: WindowParts, thread: LibraryThread, panel: LibraryPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._sketch, self._player, self._settings = parts.sketch, parts.player, parts.settings
        self._notice, self._worker, self._thread, self._panel = parts.notice, parts.worker, thread, panel
        self.playback: Playback | None = None
        self._wanted: Entry | None = None
        self.heard: Entry | None = None
        """The entry that is heard."""
        self._in_context = self._was_playing = False
        self._playhead = 0.0
        self._stretching: Job | None = None
        self._sketch.subscribe(lambda _: self.hear(None), DocumentOpened, LayersChanged)

    def hear(self, entry: Entry | None) -> None:
        """Play an entry from its beginning, or with the sketch in its tempo; None ends it."""
        self._wanted = entry
        if self._stretching is not None:
            self._worker.cancel(self._stretching)
            self._stretching = None
        if entry is None:
            self._end()
        elif entry.missing:
            self._panel.tell(f"The sound of {entry.name} is missing: there is no file {entry.path}.")
        elif self.playback is not None and self.playback.plays_tape:
            self._panel.tell("Stop the jam to hear riffs of the library.")
        else:
            self._read(entry)

    def forget(self) -> None:
        """Note that something else is auditioned now, such as a variation."""
        self._wanted = self.heard = None
        self._panel.show_playing(None)

    def _read(self, entry: Entry) -> None:
        """Read the sound of an entry, and play it if it is still wanted then."""
        from riffdesk.analysis.stretch import MAX_FACTOR, StretchRequest, stretched, tempo_factor

        play = partial(self._play, entry)
        factor = tempo_factor(entry.tempo, self._sketch.state.tempo) if self._settings.library_context else 1.0
        if factor != 1 and 1 / MAX_FACTOR <= factor <= MAX_FACTOR:
            request = StretchRequest(entry.path, self._sketch.params, factor)
            label = f"Bringing {entry.name} to {self._sketch.state.tempo:g} bpm"
            self._stretching = self._worker.submit(stretched, request, label, play, self._fail)
            return
        rate = self._player.sample_rate

        def read(_: Library) -> Array | None:
            from riffdesk.audio.filing.sound_files import read_audio

            # Of several that were chosen in a row, only the last one is heard.
            return read_audio(entry.path, rate) if self._wanted is entry else None

        self._thread.submit(read, play)

    def _play(self, entry: Entry, audio: Array | None) -> None:
        from riffdesk.analysis.stretch import filling

        if audio is None or self._wanted is not entry or self.playback is None:
            return
        if self.heard is None:
            self._playhead = self._player.position / self._player.sample_rate
            self._was_playing = self._player.playing
        go_on = self._settings.library_context and (self.heard is None or self._in_context)
        self.heard, self._in_context = entry, self._settings.library_context
        audio = audio * levelling_gain(entry)
        if self._in_context:
            state = self._sketch.state
            bar = bar_seconds(state.tempo, state.beats_per_bar) * state.params.sample_rate
            audio = filling(audio, state.samples, bar)
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


def levelling_gain(entry: Entry) -> np.float32:
    """Return the linear gain that gives an entry `LOUDNESS`, at which it does not clip."""
    if entry.loudness is None:
        return np.float32(1.0)
    gain_db = min(LOUDNESS - entry.loudness, -entry.peak_db)
    return np.float32(10 ** (gain_db / 20))
