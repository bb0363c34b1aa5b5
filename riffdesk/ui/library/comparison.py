"""Comparison of two to four entries of the library, which play in step, one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from riffdesk.arrays import Array
from riffdesk.sketch.music.tempo import bar_seconds
from riffdesk.store.library.entry import Entry
from riffdesk.ui.library.comparison_strip import LETTERS
from riffdesk.ui.library.entry_audition import EntryAudition
from riffdesk.ui.window_parts import WindowParts
from riffdesk.ui.worker import Job


class Comparison(QObject):
    """Reads the entries, brings them to one tempo, loudness and length, and plays one of them.

    The tempo is that of the first entry that has one, or with the sketch the sketch's. The length is that of the
    longest one in whole bars, or the sketch's; shorter ones are repeated at bar lines.

    Parameters
    ----------
    parts : WindowParts
    audition : EntryAudition
        Reads and plays the sounds.
    """

    changed = Signal()
    """The entries, or the played one, have changed."""

    def __init__(self, parts: WindowParts, audition: EntryAudition, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sketch, self._worker, self._settings = parts.sketch, parts.worker, parts.settings
        self._audition = audition
        self.entries: tuple[Entry, ...] = ()
        """The compared entries; none while nothing is compared."""
        self.number = 0
        """Number of the played entry, from 0."""
        self._sounds: dict[int, Array] = {}
        self._jobs: list[Job] = []
        self._bar = 0.0
        self._length = 0
        audition.replaced.connect(self._forget)

    def begin(self, entries: Sequence[Entry]) -> None:
        """Compare the first four of some entries; the first one is played as soon as it is read."""
        entries = tuple(entries)[: len(LETTERS)]
        if len(entries) < 2 or not all(map(self._audition.can_hear, entries)):
            return
        self._audition.hear(None)
        self.entries, self.number = entries, 0
        tempo = self._measure()
        for number, entry in enumerate(entries):
            is_wanted = partial(self._is_compared, entries)
            job = self._audition.read(entry, tempo, is_wanted, partial(self._take, entries, number))
            if job is not None:
                self._jobs.append(job)
        self.changed.emit()

    def choose(self, number: int) -> None:
        """Switch to another entry, at the present position."""
        if 0 <= number < len(self.entries):
            self.number = number
            if number in self._sounds:
                self._play()
            self.changed.emit()

    def end(self) -> None:
        """Return to the sketch."""
        if self.entries:
            self._audition.hear(None)

    def _is_compared(self, entries: tuple[Entry, ...]) -> bool:
        return self.entries is entries

    def _measure(self) -> float:
        """Set the length of all sounds, and of a bar, in samples; return the tempo, 0 if there is none."""
        from riffdesk.analysis.stretch import tempo_factor

        state = self._sketch.state
        rate, first = state.params.sample_rate, next((one.tempo for one in self.entries if one.tempo), 0.0)
        tempo = state.tempo if self._settings.library_context else first
        longest = max(one.seconds * tempo_factor(one.tempo, tempo) for one in self.entries) * rate
        self._bar = bar_seconds(tempo, state.beats_per_bar) * rate if tempo else longest
        if self._settings.library_context:
            self._length = state.samples
        else:
            self._length = round(max(1, round(longest / self._bar)) * self._bar)
        return tempo

    def _take(self, entries: tuple[Entry, ...], number: int, audio: Array | None) -> None:
        from riffdesk.analysis.stretch import filling

        if audio is not None and self._is_compared(entries):
            self._sounds[number] = filling(audio, self._length, self._bar)
            if number == self.number:
                self._play()

    def _play(self) -> None:
        go_on = self._settings.library_context or self._audition.heard is not None
        self._audition.play(self.entries[self.number], self._sounds[self.number], go_on=go_on)

    def _forget(self) -> None:
        if self.entries:
            for job in self._jobs:
                self._worker.cancel(job)
            self.entries, self.number = (), 0
            self._sounds.clear()
            self._jobs.clear()
            self.changed.emit()
