"""A tape of sound that is made while it plays; if it runs out, its last bars go round on the beat."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.audio.playing.metronome_clicks import ENDLESS

KEPT_SECONDS = 600.0
"""Length of what is kept of it, in seconds before its end."""
_LEAD_SECONDS = 0.15  # before its end is played, the last bars are added once more
_FADE_SECONDS = 0.01
_REPEATED_BARS = 2


@dataclass(frozen=True, eq=False)
class TapeBar:
    """A bar on the tape.

    Parameters
    ----------
    line : float
        Sample of the tape at which it begins.
    number : int
        Its number; a bar that is repeated has its number again.
    content : object
        What it was made from.
    """

    line: float
    number: int
    content: object


@dataclass(frozen=True, eq=False)
class MadeBar:
    """A bar that is put on a tape.

    Parameters
    ----------
    audio : float32 ``[channels, samples]``
    after : float32 ``[channels, samples]``
        How it would go on, for a fade to what is played if the next bar is late.
    number : int
        From 0.
    sample : int
        First sample of the sound, in all that was made.
    content : object
        What it was made from, for `Tape.bars`.
    """

    audio: Array
    after: Array
    number: int
    sample: int
    content: object


@dataclass(frozen=True, eq=False)
class _Chunk:
    """Sound from a sample of the tape on; ``made`` is its first sample in what was made, without repetitions."""

    start: int
    audio: Array
    made: int
    is_repetition: bool = False

    @property
    def stop(self) -> int:
        return int(self.start + self.audio.shape[-1])


class Tape:
    """Sound of one bar after the other, as `riffdesk.dsp.mix.Audio`: silent before the first and after the end.

    `append` and `end_at` may be called by any thread, also while the player's reads.

    Parameters
    ----------
    rate : int
        Samples per second.
    bar : float
        Length of a bar in samples.
    channels : int
    """

    def __init__(self, rate: int, bar: float, channels: int = 1) -> None:
        self.rate, self.bar, self._channels = rate, bar, channels
        self.repeats = 0
        """How often the last bars were played again."""
        self._guard = threading.RLock()  # held while lists change, never while sound is made
        self._chunks: deque[_Chunk] = deque()
        self._bars: deque[TapeBar] = deque()
        self._after = np.zeros((channels, 0), np.float32)
        self._read_to = 0
        self._end: int | None = None

    @property
    def shape(self) -> tuple[int, int]:
        """Channels, and more samples than will ever be played."""
        return self._channels, ENDLESS

    @property
    def length(self) -> int:
        """Samples that it holds or held."""
        with self._guard:
            return self._chunks[-1].stop if self._chunks else 0

    @property
    def end(self) -> int | None:
        """Sample that `end_at` has set."""
        return self._end

    @property
    def ended(self) -> bool:
        """Whether nothing is to follow."""
        return self._end is not None

    def append(self, bar: MadeBar) -> None:
        """Add the sound of a bar. One with the number of the last replaces it, as far as that was not played."""
        with self._guard:
            if self._bars and self._bars[-1].number == bar.number and not self._chunks[-1].is_repetition:
                bar = self._replacing(bar, self._chunks.pop())
                self._bars.pop()
            start = self.length
            self._chunks.append(_Chunk(start, bar.audio, bar.sample))
            self._bars.append(TapeBar(start + bar.number * self.bar - bar.sample, bar.number, bar.content))
            self._after = bar.after
            self._forget()

    def _replacing(self, bar: MadeBar, old: _Chunk) -> MadeBar:
        """Return a bar that begins with what was played of another one, and fades from there."""
        played = self._read_to + round(_FADE_SECONDS * self.rate) - old.start
        if played <= 0:
            return bar
        audio, count = bar.audio.copy(), min(played, bar.audio.shape[-1], old.audio.shape[-1])
        fade = min(round(_FADE_SECONDS * self.rate), count)
        audio[:, : count - fade] = old.audio[:, : count - fade]
        faded, weight = slice(count - fade, count), np.linspace(1, 0, fade, dtype=np.float32)
        audio[:, faded] += weight * (old.audio[:, faded] - audio[:, faded])
        return replace(bar, audio=audio)

    def end_at(self, sample: int) -> None:
        """Fade out before a sample and be silent after it; what is missing until then is how the sound would go on."""
        with self._guard:
            missing = sample - self.length
            if missing > 0 and self._chunks:
                last = self._chunks[-1]
                made = last.made + self.length - last.start
                self._chunks.append(_Chunk(self.length, self._after[:, :missing], made))
            self._end = sample if self._end is None else min(self._end, sample)

    def made_at(self, sample: int) -> int:
        """Return the sample of what was made that is heard at a sample of the tape, without repetitions."""
        with self._guard:
            for chunk in reversed(self._chunks):
                if chunk.start <= sample:
                    return chunk.made + min(sample, chunk.stop) - chunk.start
        return sample

    def repeats_at(self, sample: int) -> bool:
        """Return whether a sample of the tape is a repetition."""
        with self._guard:
            return any(chunk.is_repetition and chunk.start <= sample < chunk.stop for chunk in self._chunks)

    def bars(self, before: int) -> list[TapeBar]:
        """Return the bars that end before a sample, oldest first; repeated ones as often as they were played."""
        with self._guard:
            return [bar for bar in self._bars if bar.line + self.bar <= before]

    def __getitem__(self, key: tuple[slice, slice]) -> Array:
        """Return samples ``[:, start:stop]``; if the tape is about to run out, its last bars are added again."""
        _, samples = key
        start, stop, _ = samples.indices(ENDLESS)
        with self._guard:
            self._read_to = max(self._read_to, stop)
            if self._end is None and self._chunks and stop > self.length - _LEAD_SECONDS * self.rate:
                self._repeat()
        return self.read(start, stop)

    def read(self, start: int, stop: int) -> Array:
        """Return samples ``[channels, stop - start]``, silent where the tape holds nothing."""
        out = np.zeros((self._channels, max(0, stop - start)), np.float32)
        with self._guard:
            chunks = [chunk for chunk in self._chunks if chunk.start < stop and chunk.stop > start]
            end = self._end
        for chunk in chunks:
            first, last = max(start, chunk.start), min(stop, chunk.stop)
            out[:, first - start : last - start] = chunk.audio[:, first - chunk.start : last - chunk.start]
        if end is not None and stop > end - _FADE_SECONDS * self.rate:
            fade = (end - np.arange(start, stop)) / (_FADE_SECONDS * self.rate)
            out *= np.clip(fade, 0, 1).astype(np.float32)
        return out

    def _repeat(self) -> None:
        """Add the last bars once more, faded in from how the sound would have gone on."""
        end, first = self.length, self._chunks[0].start
        count = next((n for n in range(_REPEATED_BARS, 0, -1) if end - round(n * self.bar) >= first), 0)
        length = round(count * self.bar)
        if not count:  # less than a bar
            return
        audio = np.concatenate([chunk.audio for chunk in self._chunks if chunk.stop > end - length], axis=-1)
        audio = audio[:, audio.shape[-1] - length :].copy()
        fade = min(round(_FADE_SECONDS * self.rate), self._after.shape[-1])
        weight = np.linspace(0, 1, fade, dtype=np.float32)
        audio[:, :fade] = weight * audio[:, :fade] + (1 - weight) * self._after[:, :fade]
        last = self._chunks[-1]
        self._chunks.append(_Chunk(end, audio, last.made + end - last.start - length, is_repetition=True))
        self._bars.extend([replace(bar, line=bar.line + length) for bar in list(self._bars)[-count:]])
        self.repeats += 1
        self._forget()

    def _forget(self) -> None:
        """Drop what is older than what is kept."""
        oldest = self.length - KEPT_SECONDS * self.rate
        while self._chunks[0].stop <= oldest:
            self._chunks.popleft()
        while self._bars[0].line < self._chunks[0].start - self.bar:
            self._bars.popleft()
