"""The next block of sound: tracks, gains, loop and fades in, samples out; knows no sound card and no thread.

Everything that sounds is a voice: a place in the sketch that moves on, and a fade. Starting, stopping,
seeking and going round the loop are all the same thing, a new voice that fades in while the others fade
out. Two fades of equal length add up to one, so a steady tone that meets itself keeps its level. Only where
all of a circular sketch goes round there is nothing to fade: its end flows into its beginning, and the same
voice reads on there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.mix import Audio, Track

Array = NDArray[np.float32]
Region = tuple[int, int]

BLOCK = 240  # numpy gives the interpreter away in every operation on over 500 numbers, and may wait to get it back
FADE_SECONDS = 0.005
SHORTEST_LOOP = 64


@dataclass(frozen=True, eq=False)
class Score:
    """What there is to play; replaced as a whole, at any time.

    Parameters
    ----------
    tracks : tuple of Track
        The layers that sound; a muted one is left out or has gains of 0.
    samples : int
        Length of the sketch, where playback ends by itself.
    loop : (start, stop), optional
        Samples to go round in. What lies outside the sketch is cut off; under 64 samples it is no loop.
    master : float
        Linear gain of everything.
    circular : bool
        Whether the end of the sketch flows into its beginning, so that going round all of it needs no fade.
    """

    tracks: tuple[Track, ...] = ()
    samples: int = 0
    loop: Region | None = None
    master: float = 1.0
    circular: bool = False

    @property
    def region(self) -> Region | None:
        """The loop as it can be played."""
        if self.loop is None:
            return None
        start, stop = max(0, self.loop[0]), min(self.samples, self.loop[1])
        return (start, stop) if stop - start >= SHORTEST_LOOP else None

    @property
    def period(self) -> int | None:
        """Samples after which the sound repeats without a seam; None if it does not."""
        return self.samples if self.circular and self.region == (0, self.samples) else None

    def place(self, position: int) -> int:
        """Return the sample of the sketch that a position means, which may have gone round."""
        return position % self.period if self.period else position


@dataclass(frozen=True)
class Mark:
    """From the frame ``offset`` of a block on, what sounds is sample ``position`` of the sketch and what follows it.

    ``moving`` is False where playback has ended and the rest is silence.
    """

    offset: int
    position: int
    moving: bool


@dataclass(frozen=True, eq=False)
class Block:
    """A block of the mix, of any level.

    Parameters
    ----------
    sound : float32 ``[frames, 2]``
        Left and right; the limiter has not seen it yet.
    marks : tuple of Mark
        Which place of the sketch sounds when; the first has offset 0.
    peaks, powers : tuple of float
        Highest and mean square sample of left and right, linear.
    """

    sound: Array
    marks: tuple[Mark, ...]
    peaks: tuple[float, float]
    powers: tuple[float, float]

    @property
    def over(self) -> bool:
        """Whether the mix exceeds full scale."""
        return max(self.peaks) > 1.0


@dataclass(frozen=True, eq=False)
class _Part:
    """A sound in the mix of one block, with gains ``[2, 1]`` or, where they change, ``[2, frames]``; None is 1."""

    audio: Audio
    gains: Array | None
    period: int | None

    def pieces(self, first: int, count: int) -> Iterator[tuple[int, Array]]:
        """Yield the sound at ``count`` positions from ``first`` on, piece by piece, with each one's frame."""
        origins, length = range(1), self.audio.shape[-1]
        if self.period is not None:
            origins = range(first // self.period * self.period, first + count, self.period)
            length = min(self.period, length)
        for origin in origins:
            start, stop = max(first - origin, 0), min(first - origin + count, length)
            if start < stop:
                yield origin + start - first, self.audio[:, start:stop]


class _Voice:
    """One place in the sketch that sounds, and its fade."""

    def __init__(self, position: int, gain: float = 0.0) -> None:
        self.position = position
        self.gain = self.target = gain
        self.left = 0  # frames until the fade is over
        self.from_loop = False

    def fade_to(self, target: float, frames: int) -> None:
        self.target, self.left = target, frames

    def advance(self, frames: int) -> Array | None:
        """Move on, by no more than what is left of the fade; return the gain of each frame, None for 1."""
        self.position += frames
        if not self.left:
            return None if self.gain == 1 else np.full(frames, self.gain, np.float32)
        slope = (self.target - self.gain) / self.left
        envelope = (self.gain + slope * np.arange(frames)).astype(np.float32)
        self.left -= frames
        self.gain = self.gain + slope * frames if self.left else self.target
        return envelope

    @property
    def silent(self) -> bool:
        return self.gain == 0 and not self.left

    @property
    def arriving(self) -> bool:
        """Whether this is the run-up to a loop's start, under the end of the loop."""
        return self.from_loop and self.left > 0


class Playback:
    """Makes one block after the other.

    Used by one thread, but for ``score``: any thread may put another one there, and the next block
    goes over to it without a click. Gains ramp over that block, and a track whose sound is another
    array than before, or that comes or goes, is faded over it.

    Parameters
    ----------
    sample_rate : int
        In Hz, for the length of the fades.
    """

    def __init__(self, sample_rate: int = 44_100) -> None:
        self.score = Score()
        self._fade = max(1, round(FADE_SECONDS * sample_rate))
        self._last = self.score
        self._steady: list[_Part] | None = None
        self._voices: list[_Voice] = []
        self._lead: _Voice | None = None
        self._stopping = False
        self._position = 0

    @property
    def active(self) -> bool:
        """Whether anything is left to sound."""
        return bool(self._voices)

    @property
    def position(self) -> int:
        """Sample of the sketch that the next block begins with, or where it ended."""
        return self._position

    def start(self, position: int) -> None:
        """Play from a sample; if it plays already, the same as `seek`.

        It fades in, unless it begins at the very beginning, which in a circular sketch there is not.
        """
        if self.active:
            self.seek(position)
            return
        self._last, self._steady = self.score, None
        self._jump(max(0, position), self._fade)
        if self._lead is not None and position <= 0 and self.score.period is None:
            self._lead.fade_to(1.0, 0)
            self._lead.gain = 1.0

    def stop(self) -> None:
        """Fade out and end."""
        self._stopping = True
        self._fade_out(self._fade)

    def seek(self, position: int) -> None:
        """Go on from another sample, crossfading; nothing if it does not play."""
        if self.active:
            self._jump(min(max(0, position), self.score.samples), self._fade)

    def block(self, frames: int = BLOCK) -> Block:
        """Return the next block; zeros from where playback ended."""
        score = self.score
        for voice in self._voices:  # before another length counts
            voice.position = self._last.place(voice.position)
        parts = self._parts(score, frames)
        out = np.zeros((2, frames), np.float32)
        marks: list[Mark] = []
        at = 0
        while at < frames and (count := self._until_next_event(score, frames - at)):
            self._mark(marks, at, score)
            for voice in self._voices:
                _add(out[:, at : at + count], parts, voice, at)
            self._position += count if self._lead else 0
            self._drop_silent()
            at += count
        self._mark(marks, at, score)
        return _measured(out, tuple(mark for mark in marks if mark.offset < frames))

    def _parts(self, score: Score, frames: int) -> list[_Part]:
        if score is not self._last:
            last, self._last, self._steady = self._last, score, None
            return _parts(last, score, frames)
        if self._steady is None:
            self._steady = _parts(score, score, frames)
        return self._steady

    def _until_next_event(self, score: Score, most: int) -> int:
        """Take the jump or the end that is due; return for how many frames all goes straight on, 0 at the end."""
        if self._lead is not None and score.period:
            most = min(most, score.period - score.place(self._lead.position))  # from there on the marks begin anew
        elif self._lead is not None and not self._stopping and score.region:
            most = min(most, self._loop(score.region))
        elif self._lead is not None:
            most = min(most, self._end(score.samples))
        if not self._voices:
            self._lead = None
            return 0
        return min([most, *(voice.left for voice in self._voices if voice.left)])

    def _loop(self, region: Region) -> int:
        """Go back to the run-up before the loop's start if its last part begins; return the frames until then."""
        start, stop = region
        fade = min(self._fade, (stop - start) // 2)
        if self._lead is not None and self._lead.position >= stop - fade:
            self._jump(start - fade, fade)
            self._lead.from_loop = True
        return stop - fade - (self._lead.position if self._lead else 0)

    def _end(self, samples: int) -> int:
        """End if the sketch is over; return the frames until then."""
        if self._lead is None or self._lead.position < samples:
            return samples - (self._lead.position if self._lead else 0)
        if self._lead.position == samples:
            self._position = samples
            self._voices.remove(self._lead)
            self._lead = None
        elif not self._stopping:  # the sketch became shorter
            self.stop()
        return self._fade

    def _jump(self, position: int, fade: int) -> None:
        """Let a new voice take over."""
        self._fade_out(fade)
        self._lead = _Voice(position)
        self._lead.fade_to(1.0, fade)
        self._voices.append(self._lead)
        self._stopping = False

    def _fade_out(self, fade: int) -> None:
        for voice in self._voices:
            voice.fade_to(0.0, fade)

    def _drop_silent(self) -> None:
        self._voices = [voice for voice in self._voices if not voice.silent]
        if self._lead not in self._voices:
            self._lead = None

    def _mark(self, marks: list[Mark], at: int, score: Score) -> None:
        """Note which place sounds from here on, if that does not follow from the last mark."""
        if self._lead is not None and not self._lead.arriving:
            self._position = self._lead.position
        self._position = score.place(self._position)
        moving = self._lead is not None
        if marks:
            last = marks[-1]
            if last.moving == moving and self._position == last.position + (at - last.offset if moving else 0):
                return
        marks.append(Mark(at, self._position, moving))


def _parts(before: Score, after: Score, frames: int) -> list[_Part]:
    """Return what sounds in a block that leads from one score to the next."""
    gains: dict[tuple[str, int, int | None], list[NDArray[np.float64]]] = {}
    audio: dict[tuple[str, int, int | None], Audio] = {}
    for side, score in enumerate((before, after)):
        for track in score.tracks:
            key = track.key, id(track.audio), score.period
            audio[key] = track.audio
            pair = gains.setdefault(key, [np.zeros(2), np.zeros(2)])
            pair[side] = pair[side] + np.array((track.left, track.right)) * score.master
    return [_Part(audio[key], _ramp(pair[0], pair[1], frames), key[2]) for key, pair in gains.items() if np.any(pair)]


def _ramp(before: NDArray[np.float64], after: NDArray[np.float64], frames: int) -> Array | None:
    """Return the gains of each frame of a block, arriving with its last frame; None for 1."""
    if np.array_equal(before, after):
        return None if np.all(after == 1) else after.astype(np.float32)[:, None]
    way = np.arange(1, frames + 1) / frames
    return (before[:, None] * (1 - way) + after[:, None] * way).astype(np.float32)


def _add(out: Array, parts: list[_Part], voice: _Voice, at: int) -> None:
    """Add what a voice sounds like to a piece of a block that begins at frame ``at``, and move the voice on."""
    count = out.shape[1]
    first = voice.position
    envelope = voice.advance(count)
    for part in parts:
        for begin, piece in part.pieces(first, count):
            here = slice(begin, begin + piece.shape[1])
            if part.gains is not None:
                steady = part.gains.shape[1] == 1
                piece = piece * (part.gains if steady else part.gains[:, at + here.start : at + here.stop])
            if envelope is not None:
                piece = piece * envelope[here]
            out[:, here] += piece


def _measured(out: Array, marks: tuple[Mark, ...]) -> Block:
    """Return the finished block, with its levels."""
    left, right = np.abs(out).max(axis=1)
    left_power, right_power = np.square(out).mean(axis=1)
    return Block(out.T, marks, (float(left), float(right)), (float(left_power), float(right_power)))
