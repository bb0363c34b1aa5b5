"""Hears entries of the library in place of the sketch, or with it, all at about the same loudness."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from riffdesk.arrays import Array
from riffdesk.sketch.events import DocumentOpened, LayersChanged
from riffdesk.store.library.entry import Entry
from riffdesk.store.library.library import Library
from riffdesk.ui.library.library_panel import LibraryPanel
from riffdesk.ui.library.library_thread import LibraryThread
from riffdesk.ui.window_parts import WindowParts

if TYPE_CHECKING:
    from riffdesk.ui.playing.playback import Playback

LOUDNESS = -16.0
"""Loudness of every entry that is heard, in LUFS; quieter if its peak would clip."""


class EntryAudition(QObject):
    """Plays one entry at a time. Afterwards the playhead is where it was.

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
        self._notice, self._thread, self._panel = parts.notice, thread, panel
        self.playback: Playback | None = None
        self._wanted: Entry | None = None
        self.heard: Entry | None = None
        """The entry that is heard."""
        self._playhead = 0.0
        self._sketch.subscribe(lambda _: self.hear(None), DocumentOpened, LayersChanged)

    def hear(self, entry: Entry | None) -> None:
        """Play an entry from its beginning; None ends it."""
        self._wanted = entry
        if entry is None:
            self._end()
            return
        if entry.missing:
            self._panel.tell(f"The sound of {entry.name} is missing: there is no file {entry.path}.")
            return
        rate = self._player.sample_rate

        def read(_: Library) -> Array | None:
            from riffdesk.audio.filing.sound_files import read_audio

            # Of several that were chosen in a row, only the last one is heard.
            return read_audio(entry.path, rate) * levelling_gain(entry) if self._wanted is entry else None

        self._thread.submit(read, lambda audio: self._play(entry, audio))

    def forget(self) -> None:
        """Note that something else is auditioned now, such as a variation."""
        self._wanted = self.heard = None
        self._panel.show_playing(None)

    def _play(self, entry: Entry, audio: Array | None) -> None:
        if audio is None or self._wanted is not entry or self.playback is None:
            return
        if self.heard is None:
            self._playhead = self._player.position / self._player.sample_rate
        self.heard = entry
        self.playback.audition(audio, self._settings.library_context)
        self._panel.show_playing(entry)

    def _end(self) -> None:
        if self.heard is None or self.playback is None:
            return
        self.heard = None
        self.playback.audition(None, False)
        self.playback.seek(self._playhead)
        self._panel.show_playing(None)


def levelling_gain(entry: Entry) -> np.float32:
    """Return the linear gain that gives an entry `LOUDNESS`, at which it does not clip."""
    if entry.loudness is None:
        return np.float32(1.0)
    gain_db = min(LOUDNESS - entry.loudness, -entry.peak_db)
    return np.float32(10 ** (gain_db / 20))
