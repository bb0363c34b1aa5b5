"""The sound of a jam, appended bar by bar while it plays; if a bar is late, the last bars are repeated on the beat."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.audio.playing.metronome_clicks import ENDLESS
from riffdesk.audio.playing.painted_loop import Paint, PaintedLoop

KEPT_SECONDS = 600.0
"""Seconds of sound that are kept before its end."""
_LEAD_SECONDS = 0.15  # before its end is played, the last bars are added once more
_FADE_SECONDS = 0.01
_RAMP_SECONDS = 0.005  # in which gains change
_REPEATED_BARS = 2

Roles = tuple[str, ...]
Stems = Mapping[Roles, Array]


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
    position : int
        Number of the bar in its loop, from 0.
    """

    line: float
    number: int
    content: object
    position: int = 0


@dataclass(frozen=True, eq=False)
class MadeBar:
    """A bar to append to a tape.

    Parameters
    ----------
    audio, after : dict of roles to float32 ``[channels, samples]``
        The sound of each stem, and its continuation, from which a repetition fades in if the next bar is late.
    number : int
        From 0.
    sample : int
        Position of the first sample in all generated sound, without repetitions.
    content : object
        The value that it was made from, for `Tape.bars`.
    position : int
        Number of the bar in its loop, from 0.
    """

    audio: Stems
    after: Stems
    number: int
    sample: int
    content: object
    position: int = 0


@dataclass(frozen=True, eq=False)
class _Chunk:
    """Sound from a sample of the tape on; ``made`` is its position in all generated sound, without repetitions."""

    start: int
    stop: int
    audio: Stems
    made: int
    is_repetition: bool = False


@dataclass(frozen=True, eq=False)
class _Faders:
    """Gains of roles from a sample of the tape on, reached by a ramp of a few milliseconds."""

    sample: int
    before: Mapping[str, float]
    after: Mapping[str, float]


class Tape:
    """Sound of one bar after the other, as `riffdesk.dsp.mix.Audio`: silent before the first and after the end.

    The sound is that of stems, each with the gain of its role. `append`, `set_gains` and `end_at` may be called by any
    thread, also while the player's reads.

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
        """How often the last bars were repeated."""
        self._guard = threading.RLock()  # held while lists change, never while sound is made
        self._chunks: deque[_Chunk] = deque()
        self._bars: deque[TapeBar] = deque()
        self._after: Stems = {}
        self._faders: deque[_Faders] = deque()
        self._painted = PaintedLoop(rate, bar)
        self._read_to = 0
        self._end: int | None = None

    @property
    def shape(self) -> tuple[int, int]:
        """Channels, and more samples than will ever be played."""
        return self._channels, ENDLESS

    @property
    def length(self) -> int:
        """Length in samples, including forgotten ones."""
        with self._guard:
            return self._chunks[-1].stop if self._chunks else 0

    @property
    def end(self) -> int | None:
        """Sample that `end_at` has set."""
        return self._end

    @property
    def ended(self) -> bool:
        """Whether no bar follows."""
        return self._end is not None

    def append(self, bar: MadeBar) -> None:
        """Add the sound of a bar. One with the number of the last replaces its unplayed part."""
        with self._guard:
            if self._bars and self._bars[-1].number == bar.number and not self._chunks[-1].is_repetition:
                bar = self._replacement(bar, self._chunks.pop())
                self._bars.pop()
            start = self.length
            self._chunks.append(_Chunk(start, start + length_of(bar.audio), bar.audio, bar.sample))
            line = start + bar.number * self.bar - bar.sample
            self._bars.append(TapeBar(line, bar.number, bar.content, bar.position))
            self._after = bar.after
            self._forget()

    def _replacement(self, bar: MadeBar, old: _Chunk) -> MadeBar:
        """Return a bar that begins with the played part of another one, and a crossfade from it."""
        played = self._read_to + round(_FADE_SECONDS * self.rate) - old.start
        if played <= 0:
            return bar
        length = length_of(bar.audio)
        count = min(played, length, old.stop - old.start)
        fade = min(round(_FADE_SECONDS * self.rate), count)
        faded, weight = slice(count - fade, count), np.linspace(1, 0, fade, dtype=np.float32)
        audio = {}
        for roles in {**bar.audio, **old.audio}:
            before, after = self._pad(old.audio, roles, count), self._pad(bar.audio, roles, length).copy()
            after[:, : count - fade] = before[:, : count - fade]
            after[:, faded] += weight * (before[:, faded] - after[:, faded])
            audio[roles] = after
        return replace(bar, audio=audio)

    def _pad(self, stems: Stems, roles: Roles, length: int) -> Array:
        """Return as many samples of a stem, silent where it has none."""
        audio = stems.get(roles)
        if audio is None:
            return np.zeros((self._channels, length), np.float32)
        return np.pad(audio[:, :length], ((0, 0), (0, max(0, length - audio.shape[-1]))))

    def set_gains(self, gains: Mapping[str, float]) -> None:
        """Set linear gains of roles from the next read sample on; 1 for others.

        A stem of several roles has a gain of 0 if all of them have, else 1.
        """
        with self._guard:
            last, sample = (self._faders[-1] if self._faders else None), self._read_to
            if last is not None and last.sample >= sample:  # which was not played yet
                self._faders.pop()
                self._faders.append(_Faders(last.sample, last.before, dict(gains)))
                return
            if last is not None:
                sample = max(sample, last.sample + self._ramp)
            before = last.after if last is not None else {} if sample else gains
            self._faders.append(_Faders(sample, dict(before), dict(gains)))

    @property
    def _ramp(self) -> int:
        return max(1, round(_RAMP_SECONDS * self.rate))

    def gain(self, roles: Roles, start: int, stop: int) -> float | Array:
        """Return the gain of a stem, for each sample if it changes: float32 ``[stop - start]``."""
        with self._guard:
            faders = [entry for entry in self._faders if entry.sample < stop]
        value = _gain_of(faders[0].before, roles) if faders else 1.0
        until = [entry for entry in faders if entry.sample + self._ramp <= start]
        if until:
            value = _gain_of(until[-1].after, roles)
        later = faders[len(until) :]
        if all(_gain_of(entry.after, roles) == value for entry in later):
            return value
        curve = np.full(stop - start, value, np.float32)
        for entry in later:
            before, after = _gain_of(entry.before, roles), _gain_of(entry.after, roles)
            weight = np.clip((np.arange(start, stop) - entry.sample) / self._ramp, 0, 1)
            changed = weight > 0
            curve[changed] = (before + (after - before) * weight[changed]).astype(np.float32)
        return curve

    def paint(self, paint: Paint) -> None:
        """Set the sound that repeats with the loop, from the next read sample on."""
        with self._guard:
            self._painted.set(paint, self._read_to)

    def painted_at(self, sample: int) -> Paint | None:
        """Return the paint at a sample; None before the first `paint`."""
        return self._painted.at(sample)

    def painted(self, start: int, stop: int) -> Array | None:
        """Return the sound of the paint: float32 ``[channels, stop - start]``; None for none."""
        with self._guard:
            bars: deque[tuple[float, int]] = deque()
            for bar in reversed(self._bars):
                if bar.line < stop:
                    bars.appendleft((bar.line, bar.position))
                if bar.line + self.bar <= start:  # the one before
                    break
        return self._painted.read(start, stop, tuple(bars), self._channels)

    def place_at(self, sample: int) -> float:
        """Return the place in the loop, in samples, of a sample of the tape."""
        with self._guard:
            bar = next((bar for bar in reversed(self._bars) if bar.line <= sample), None)
            return 0.0 if bar is None else bar.position * self.bar + sample - bar.line

    def stems(self, start: int, stop: int) -> dict[Roles, Array]:
        """Return the stems without gain: float32 ``[channels, samples]``."""
        stems: dict[Roles, Array] = {}
        for chunk in self._chunks_between(start, stop):
            first, last = max(start, chunk.start), min(stop, chunk.stop)
            for roles, audio in chunk.audio.items():
                part = audio[:, first - chunk.start : last - chunk.start]
                if roles not in stems:
                    stems[roles] = np.zeros((self._channels, stop - start), np.float32)
                stems[roles][:, first - start : first - start + part.shape[-1]] = part
        return stems

    def _chunks_between(self, start: int, stop: int) -> list[_Chunk]:
        with self._guard:
            return [chunk for chunk in self._chunks if chunk.start < stop and chunk.stop > start]

    def end_at(self, sample: int) -> None:
        """Fade out before a sample and be silent after it; missing sound is the continuation of the last bar."""
        with self._guard:
            missing = sample - self.length
            if missing > 0 and self._chunks:
                last = self._chunks[-1]
                made = last.made + self.length - last.start
                after = {roles: audio[:, :missing] for roles, audio in self._after.items()}
                self._chunks.append(_Chunk(self.length, self.length + length_of(after), after, made))
            self._end = sample if self._end is None else min(self._end, sample)

    def made_at(self, sample: int) -> int:
        """Return the position in all generated sound, without repetitions, of a sample of the tape."""
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

    def read(self, start: int, stop: int, *, with_paint: bool = True) -> Array:
        """Return samples ``[channels, stop - start]``, silent where the tape holds nothing."""
        out = np.zeros((self._channels, max(0, stop - start)), np.float32)
        end = self._end
        for chunk in self._chunks_between(start, stop):
            first, last = max(start, chunk.start), min(stop, chunk.stop)
            for roles, audio in chunk.audio.items():
                part, gain = audio[:, first - chunk.start : last - chunk.start], self.gain(roles, first, last)
                if isinstance(gain, np.ndarray):
                    part = part * gain[: part.shape[-1]]
                elif gain != 1:
                    part = part * np.float32(gain)
                out[:, first - start : first - start + part.shape[-1]] += part
        painted = self.painted(start, stop) if with_paint else None
        if painted is not None:
            out += painted
        if end is not None and stop > end - _FADE_SECONDS * self.rate:
            fade = (end - np.arange(start, stop)) / (_FADE_SECONDS * self.rate)
            out *= np.clip(fade, 0, 1).astype(np.float32)
        return out

    def _repeat(self) -> None:
        """Add the last bars once more, with a crossfade from the continuation of the last bar."""
        end, first = self.length, self._chunks[0].start
        count = next((n for n in range(_REPEATED_BARS, 0, -1) if end - round(n * self.bar) >= first), 0)
        length = round(count * self.bar)
        if not count:  # less than a bar
            return
        audio = self.stems(end - length, end)
        fade = min(round(_FADE_SECONDS * self.rate), length_of(self._after))
        weight = np.linspace(0, 1, fade, dtype=np.float32)
        for roles in {**audio, **self._after}:
            again = audio.get(roles)
            again = np.zeros((self._channels, length), np.float32) if again is None else again
            again[:, :fade] = weight * again[:, :fade] + (1 - weight) * self._pad(self._after, roles, fade)
            audio[roles] = again
        last = self._chunks[-1]
        made = last.made + end - last.start - length
        self._chunks.append(_Chunk(end, end + length, audio, made, is_repetition=True))
        self._bars.extend([replace(bar, line=bar.line + length) for bar in list(self._bars)[-count:]])
        self.repeats += 1
        self._forget()

    def _forget(self) -> None:
        """Drop sound that is older than `KEPT_SECONDS`."""
        oldest = self.length - KEPT_SECONDS * self.rate
        while self._chunks[0].stop <= oldest:
            self._chunks.popleft()
        while self._bars[0].line < self._chunks[0].start - self.bar:
            self._bars.popleft()
        while len(self._faders) > 1 and self._faders[1].sample + self._ramp <= self._chunks[0].start:
            self._faders.popleft()
        self._painted.forget(self._chunks[0].start)


def length_of(stems: Stems) -> int:
    """Return the number of samples of stems."""
    return max((audio.shape[-1] for audio in stems.values()), default=0)


def _gain_of(gains: Mapping[str, float], roles: Roles) -> float:
    values = [gains.get(role, 1.0) for role in roles]
    if len(values) == 1:
        return values[0]
    return 0.0 if values and not any(values) else 1.0
