"""The next block of sound: tracks, gains, loop and fades in, samples out; knows no sound card and no thread.

Everything that sounds is a voice: a place in the sketch that moves on, and a fade. Starting, stopping,
seeking and going round the loop are all the same thing, a new voice that fades in while the others fade
out. Two fades of equal length add up to one, so a steady tone that meets itself keeps its level. Only where
all of a circular sketch goes round there is nothing to fade: its end flows into its beginning, and the same
voice reads on there. A count-in is a voice of clicks alone, which the sketch's own voice follows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from riffdesk.audio.playing.voice import Part, Voice
from riffdesk.dsp.mix import Audio, Track

Array = NDArray[np.float32]
Region = tuple[int, int]
_Key = tuple[str, int, int | None, bool]  # of a track, its sound, the period, and whether it is in the mix

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
    clicks : Track, optional
        The metronome: heard with the tracks, but no part of the mix and of its levels.
    """

    tracks: tuple[Track, ...] = ()
    samples: int = 0
    loop: Region | None = None
    master: float = 1.0
    circular: bool = False
    clicks: Track | None = None

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

    ``moving`` is False where playback has ended and the rest is silence, and while it counts in.
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
        Left and right, with the metronome; the limiter has not seen it yet.
    marks : tuple of Mark
        Which place of the sketch sounds when; the first has offset 0.
    peaks, powers : tuple of float
        Highest and mean square sample of left and right of the mix, linear.
    """

    sound: Array
    marks: tuple[Mark, ...]
    peaks: tuple[float, float]
    powers: tuple[float, float]

    @property
    def over(self) -> bool:
        """Whether the mix exceeds full scale."""
        return max(self.peaks) > 1.0


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
        self._steady: list[Part] | None = None
        self._voices: list[Voice] = []
        self._lead: Voice | None = None
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

    def start(self, position: int, count_in: Track | None = None) -> None:
        """Play from a sample; if it plays already, the same as `seek`.

        It fades in, unless it begins at the very beginning, which in a circular sketch there is not.

        Parameters
        ----------
        position : int
            Sample of the sketch.
        count_in : Track, optional
            Is heard before, alone and from its beginning to its end. A seek cuts it short.
        """
        if self.active:
            self.seek(position)
            return
        position = max(0, position)
        self._last, self._steady = self.score, None
        if count_in is None:
            self._begin(position)
        else:
            voice = self._jump(0, 0)
            gains = np.array(((count_in.left,), (count_in.right,)), np.float32) * np.float32(self.score.master)
            voice.count_in = Part(count_in.audio, gains, None, mixed=False)
            voice.waits_at = self._position = position

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
            if voice.count_in is None:
                voice.position = self._last.place(voice.position)
        parts = self._parts(score, frames)
        out, clicks = np.zeros((2, frames), np.float32), np.zeros((2, frames), np.float32)
        marks: list[Mark] = []
        at = 0
        while at < frames and (count := self._until_next_event(score, frames - at)):
            self._mark(marks, at, score)
            for voice in self._voices:
                _add(out[:, at : at + count], clicks[:, at : at + count], parts, voice, at)
            self._position += count if self._lead and not self._lead.waiting else 0
            self._drop_silent()
            at += count
        self._mark(marks, at, score)
        return _measured(out, clicks, tuple(mark for mark in marks if mark.offset < frames))

    def _parts(self, score: Score, frames: int) -> list[Part]:
        if score is not self._last:
            last, self._last, self._steady = self._last, score, None
            return _parts(last, score, frames)
        if self._steady is None:
            self._steady = _parts(score, score, frames)
        return self._steady

    def _until_next_event(self, score: Score, most: int) -> int:
        """Take the jump or the end that is due; return for how many frames all goes straight on, 0 at the end."""
        if self._lead is not None and self._lead.count_in is not None and (left := self._count_in(self._lead, score)):
            most = min(most, left)
        elif self._lead is not None and score.period:
            most = min(most, score.period - score.place(self._lead.position))  # from there on the marks begin anew
        elif self._lead is not None and not self._stopping and score.region:
            most = min(most, self._loop(score.region))
        elif self._lead is not None:
            most = min(most, self._end(score.samples))
        if not self._voices:
            self._lead = None
            return 0
        return min([most, *(voice.left for voice in self._voices if voice.left)])

    def _begin(self, position: int) -> Voice:
        """Let the sketch sound from a sample on."""
        voice = self._jump(position, self._fade)
        if position == 0 and self.score.period is None:
            voice.fade_to(1.0, 0)
        return voice

    def _count_in(self, lead: Voice, score: Score) -> int:
        """Begin with the sketch, or with the run-up before it, if that is due; return the frames until then or 0."""
        start = lead.waits_at or 0
        run_up = 0 if start == 0 and score.period is None else self._fade
        left = lead.count_in.audio.shape[-1] - lead.position - run_up if lead.count_in else 0
        if left > 0 or self._stopping:
            return max(1, left)
        self._begin(start - run_up).waits_at = start
        return 0

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

    def _jump(self, position: int, fade: int) -> Voice:
        """Let a new voice take over; return it."""
        self._fade_out(fade)
        self._lead = voice = Voice(position)
        voice.fade_to(1.0, fade)
        self._voices.append(voice)
        self._stopping = False
        return voice

    def _fade_out(self, fade: int) -> None:
        for voice in self._voices:
            voice.fade_to(0.0, fade)

    def _drop_silent(self) -> None:
        self._voices = [voice for voice in self._voices if not voice.silent]
        if self._lead not in self._voices:
            self._lead = None

    def _mark(self, marks: list[Mark], at: int, score: Score) -> None:
        """Note which place sounds from here on, if that does not follow from the last mark."""
        waiting = self._lead is not None and self._lead.waiting
        if self._lead is not None and self._lead.waits_at is not None and waiting:
            self._position = self._lead.waits_at
        elif self._lead is not None and not self._lead.arriving:
            self._position = self._lead.position
        self._position = score.place(self._position)
        moving = self._lead is not None and not waiting
        if marks:
            last = marks[-1]
            if last.moving == moving and self._position == last.position + (at - last.offset if moving else 0):
                return
        marks.append(Mark(at, self._position, moving))


def _parts(before: Score, after: Score, frames: int) -> list[Part]:
    """Return what sounds in a block that leads from one score to the next."""
    gains: dict[_Key, list[NDArray[np.float64]]] = {}
    audio: dict[_Key, Audio] = {}
    for side, score in enumerate((before, after)):
        clicks = () if score.clicks is None else (score.clicks,)
        for track in (*score.tracks, *clicks):
            key = track.key, id(track.audio), score.period, track is not score.clicks
            audio[key] = track.audio
            pair = gains.setdefault(key, [np.zeros(2), np.zeros(2)])
            pair[side] = pair[side] + np.array((track.left, track.right)) * score.master
    return [Part(audio[key], _ramp(pair[0], pair[1], frames), *key[2:]) for key, pair in gains.items() if np.any(pair)]


def _ramp(before: NDArray[np.float64], after: NDArray[np.float64], frames: int) -> Array | None:
    """Return the gains of each frame of a block, arriving with its last frame; None for 1."""
    if np.array_equal(before, after):
        return None if np.all(after == 1) else after.astype(np.float32)[:, None]
    way = np.arange(1, frames + 1) / frames
    return (before[:, None] * (1 - way) + after[:, None] * way).astype(np.float32)


def _add(out: Array, clicks: Array, parts: list[Part], voice: Voice, at: int) -> None:
    """Add what a voice sounds like to a piece of a block that begins at frame ``at``, and move the voice on.

    The mix goes into ``out``, the metronome into ``clicks``.
    """
    count = out.shape[1]
    first = voice.position
    envelope = voice.advance(count)
    for part in parts if voice.count_in is None else (voice.count_in,):
        into = out if part.mixed else clicks
        for begin, piece in part.pieces(first, count):
            here = slice(begin, begin + piece.shape[1])
            if part.gains is not None:
                steady = part.gains.shape[1] == 1
                piece = piece * (part.gains if steady else part.gains[:, at + here.start : at + here.stop])
            if envelope is not None:
                piece = piece * envelope[here]
            into[:, here] += piece


def _measured(out: Array, clicks: Array, marks: tuple[Mark, ...]) -> Block:
    """Return the finished block, with the levels of the mix alone."""
    left, right = np.abs(out).max(axis=1)
    left_power, right_power = np.square(out).mean(axis=1)
    out += clicks
    return Block(out.T, marks, (float(left), float(right)), (float(left_power), float(right_power)))
