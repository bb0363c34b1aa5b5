"""Computes the blocks of sound to be played, with gains, loop and fades, without a sound card or a thread.

All sound comes from voices: a voice is a moving position in the sketch with a fade. To start, stop, seek or jump to
the start of a loop, a new voice fades in while the others fade out. Two fades of equal length add up to 1, so a steady
tone keeps its level. If all of a circular sketch is looped, the same voice continues at its beginning without a fade.
A count-in is a voice of clicks, followed by a voice of the sketch. A start can be held: it is silent until it is known
in how many frames it is due.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.audio.playing.voice import Part, Voice
from riffdesk.dsp.mix import Audio, Track

Region = tuple[int, int]
_Key = tuple[str, int, int | None, bool]  # key of the track, id of its audio, period, and whether it is in the mix

BLOCK = 240  # numpy releases the interpreter's lock in operations on over 500 numbers, and may have to wait for it
FADE_SECONDS = 0.005
SHORTEST_LOOP = 64


@dataclass(frozen=True, eq=False)
class PlaybackMix:
    """The tracks to be played, with loop and master gain; replaced by another one at any time.

    Parameters
    ----------
    tracks : tuple of Track
        The audible layers.
    samples : int
        Length of the sketch, at which playback ends.
    loop : (start, stop), optional
        Samples to be looped, cut at the ends of the sketch; ignored under 64 samples.
    master : float
        Linear gain of the mix and the clicks.
    circular : bool
        Whether the sketch is a seamless loop, so that looping all of it needs no fade.
    clicks : Track, optional
        The metronome, which is played but not part of the mix and its levels.
    """

    tracks: tuple[Track, ...] = ()
    samples: int = 0
    loop: Region | None = None
    master: float = 1.0
    circular: bool = False
    clicks: Track | None = None

    @property
    def region(self) -> Region | None:
        """The loop, cut at the ends of the sketch; None if it is too short."""
        if self.loop is None:
            return None
        start, stop = max(0, self.loop[0]), min(self.samples, self.loop[1])
        return (start, stop) if stop - start >= SHORTEST_LOOP else None

    @property
    def period(self) -> int | None:
        """Length of a seamless loop over all of the sketch; None if there is none."""
        return self.samples if self.circular and self.region == (0, self.samples) else None

    def sample_of(self, position: int) -> int:
        """Return the sample of the sketch at a position, which may be beyond the end of a seamless loop."""
        return position % self.period if self.period else position


@dataclass(frozen=True)
class Mark:
    """Frame ``offset`` of a block plays sample ``position`` of the sketch.

    The frames after it play the following samples if ``moving``; otherwise playback has ended or counts in.
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
        Left and right, with the metronome, before the limiter.
    marks : tuple of Mark
        Positions in the sketch; the first mark has offset 0.
    peaks, powers : tuple of float
        Peak and mean square of left and right of the mix, linear.
    """

    sound: Array
    marks: tuple[Mark, ...]
    peaks: tuple[float, float]
    powers: tuple[float, float]

    @property
    def over(self) -> bool:
        """Whether the mix exceeds full scale."""
        return max(self.peaks) > 1.0


@dataclass(frozen=True)
class _HeldStart:
    """A start that is held; ``frames`` until it is due, None while that is not known."""

    position: int
    frames: int | None = None
    count_in: Track | None = None


class Playback:
    """Computes one block after the other.

    Used by one thread, except that any thread may assign ``mix``. The next block changes to it without a click: gains
    are ramped over that block, and tracks that are added, removed or have other audio are faded.

    Parameters
    ----------
    sample_rate : int
        In Hz, for the length of the fades.
    """

    def __init__(self, sample_rate: int = 44_100) -> None:
        self.mix = PlaybackMix()
        self._fade = max(1, round(FADE_SECONDS * sample_rate))
        self._last = self.mix
        self._steady: list[Part] | None = None
        self._voices: list[Voice] = []
        self._lead: Voice | None = None
        self._stopping = False
        self._position = 0
        self._held: _HeldStart | None = None

    @property
    def active(self) -> bool:
        """Whether there is a voice that has not faded out, or a start is held."""
        return bool(self._voices) or self._held is not None

    @property
    def held(self) -> bool:
        """Whether a start is held, and it is not known when it is due.

        Other threads read this, too; so the held start is read once, as it may be gone between two reads.
        """
        held = self._held
        return held is not None and held.frames is None and not self._voices

    @property
    def position(self) -> int:
        """Sample of the sketch at which the next block begins, or at which playback ended; that of a held start."""
        return self._position if self._held is None else self._held.position

    def start(self, position: int, count_in: Track | None = None) -> None:
        """Play from a sample; the same as `seek` if it is playing. What is held is forgotten.

        It fades in, except at the beginning of a sketch that is not a seamless loop.

        Parameters
        ----------
        position : int
            Sample of the sketch.
        count_in : Track, optional
            Played once before the sketch. A seek ends it.
        """
        self._held = None
        if self._voices:
            self.seek(position)
            return
        position = max(0, position)
        self._last, self._steady = self.mix, None
        if count_in is None:
            self._begin(position)
        else:
            voice = self._jump(0, 0)
            gains = np.array(((count_in.left,), (count_in.right,)), np.float32) * np.float32(self.mix.master)
            voice.count_in = Part(count_in.audio, gains, None, mixed=False)
            voice.start_position = self._position = position

    def hold(self, position: int) -> None:
        """Fade out what is played, and be silent at a sample until `start_after`."""
        self.stop()
        self._held = _HeldStart(min(max(0, position), self.mix.samples))

    def start_after(self, frames: int, count_in: Track | None = None) -> None:
        """Begin what is held after some frames of the next blocks, as `start` does."""
        if self._held is not None:
            self._held = replace(self._held, frames=frames, count_in=count_in)

    def stop(self) -> None:
        """Fade out and end."""
        self._position, self._held = self.position, None
        self._stopping = True
        self._fade_out(self._fade)

    def seek(self, position: int) -> None:
        """Continue from another sample with a crossfade; ignored if it is not playing."""
        if self._voices:
            self._jump(min(max(0, position), self.mix.samples), self._fade)

    def block(self, frames: int = BLOCK) -> Block:
        """Return the next block; zeros after playback has ended, and while a start is held."""
        if self._held is not None and not self._voices:
            return self._held_block(self._held, frames)
        mix = self.mix
        for voice in self._voices:  # positions in the previous mix, which may have another length
            if voice.count_in is None:
                voice.position = self._last.sample_of(voice.position)
        parts = self._parts(mix, frames)
        out, clicks = np.zeros((2, frames), np.float32), np.zeros((2, frames), np.float32)
        marks: list[Mark] = []
        frame = 0
        while frame < frames and (count := self._until_next_event(mix, frames - frame)):
            self._mark(marks, frame, mix)
            for voice in self._voices:
                _add(out[:, frame : frame + count], clicks[:, frame : frame + count], parts, voice, frame)
            self._position += count if self._lead and not self._lead.waiting else 0
            self._drop_silent()
            frame += count
        self._mark(marks, frame, mix)
        return _measured(out, clicks, tuple(mark for mark in marks if mark.offset < frames))

    def _held_block(self, held: _HeldStart, frames: int) -> Block:
        """Return a block of silence, or of silence and the first frames of what is due in it."""
        silent = frames if held.frames is None else min(held.frames, frames)
        silence = Block(np.zeros((silent, 2), np.float32), (Mark(0, held.position, False),), (0.0, 0.0), (0.0, 0.0))
        if held.frames is not None:
            self._held = replace(held, frames=held.frames - silent)
        if silent == frames:
            return silence
        self._held = None
        self.start(held.position, held.count_in)
        rest = self.block(frames - silent)
        marks = tuple(replace(mark, offset=mark.offset + silent) for mark in rest.marks)
        return Block(
            np.concatenate((silence.sound, rest.sound)),
            (*silence.marks, *marks) if silent else marks,
            rest.peaks,
            rest.powers,
        )

    def _parts(self, mix: PlaybackMix, frames: int) -> list[Part]:
        if mix is not self._last:
            last, self._last, self._steady = self._last, mix, None
            return _parts(last, mix, frames)
        if self._steady is None:
            self._steady = _parts(mix, mix, frames)
        return self._steady

    def _until_next_event(self, mix: PlaybackMix, frames: int) -> int:
        """Start or end voices that are due; return the number of frames until the next such event, 0 at the end."""
        if (
            self._lead is not None
            and self._lead.count_in is not None
            and (count_in_frames := self._count_in(self._lead, mix))
        ):
            frames = min(frames, count_in_frames)
        elif self._lead is not None and mix.period:
            frames = min(frames, mix.period - mix.sample_of(self._lead.position))  # from there on the marks begin anew
        elif self._lead is not None and not self._stopping and mix.region:
            frames = min(frames, self._loop(mix.region))
        elif self._lead is not None:
            frames = min(frames, self._end(mix.samples))
        if not self._voices:
            self._lead = None
            return 0
        return min([frames, *(voice.fade_frames for voice in self._voices if voice.fade_frames)])

    def _begin(self, position: int) -> Voice:
        """Start a voice of the sketch at a sample."""
        voice = self._jump(position, self._fade)
        if position == 0 and self.mix.period is None:
            voice.fade_to(1.0, 0)
        return voice

    def _count_in(self, lead: Voice, mix: PlaybackMix) -> int:
        """Start the sketch, or its fade-in, after the count-in; return the number of frames until then, or 0."""
        start = lead.start_position or 0
        run_up = 0 if start == 0 and mix.period is None else self._fade
        frames = lead.count_in.audio.shape[-1] - lead.position - run_up if lead.count_in else 0
        if frames > 0 or self._stopping:
            return max(1, frames)
        self._begin(start - run_up).start_position = start
        return 0

    def _loop(self, region: Region) -> int:
        """Start the crossfade to the loop's start if it is due; return the number of frames until then."""
        start, stop = region
        fade = min(self._fade, (stop - start) // 2)
        if self._lead is not None and self._lead.position >= stop - fade:
            self._jump(start - fade, fade)
            self._lead.from_loop = True
        return stop - fade - (self._lead.position if self._lead else 0)

    def _end(self, samples: int) -> int:
        """End at the end of the sketch; return the number of frames until then."""
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
        """Fade from the present voices to a new one; return it."""
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

    def _mark(self, marks: list[Mark], frame: int, mix: PlaybackMix) -> None:
        """Add a mark for the present position, unless it follows from the last mark."""
        waiting = self._lead is not None and self._lead.waiting
        if self._lead is not None and self._lead.start_position is not None and waiting:
            self._position = self._lead.start_position
        elif self._lead is not None and not self._lead.arriving:
            self._position = self._lead.position
        self._position = mix.sample_of(self._position)
        moving = self._lead is not None and not waiting
        if marks:
            last = marks[-1]
            if last.moving == moving and self._position == last.position + (frame - last.offset if moving else 0):
                return
        marks.append(Mark(frame, self._position, moving))


def _parts(before: PlaybackMix, after: PlaybackMix, frames: int) -> list[Part]:
    """Return the parts of a block that changes from one mix to another."""
    gains: dict[_Key, list[NDArray[np.float64]]] = {}
    audio: dict[_Key, Audio] = {}
    for side, mix in enumerate((before, after)):
        clicks = () if mix.clicks is None else (mix.clicks,)
        for track in (*mix.tracks, *clicks):
            key = track.key, id(track.audio), mix.period, track is not mix.clicks
            audio[key] = track.audio
            pair = gains.setdefault(key, [np.zeros(2), np.zeros(2)])
            pair[side] = pair[side] + np.array((track.left, track.right)) * mix.master
    return [Part(audio[key], _ramp(pair[0], pair[1], frames), *key[2:]) for key, pair in gains.items() if np.any(pair)]


def _ramp(before: NDArray[np.float64], after: NDArray[np.float64], frames: int) -> Array | None:
    """Return the gains of each frame of a block, which reach ``after`` at the last frame; None for 1."""
    if np.array_equal(before, after):
        return None if np.all(after == 1) else after.astype(np.float32)[:, None]
    position = np.arange(1, frames + 1) / frames
    return (before[:, None] * (1 - position) + after[:, None] * position).astype(np.float32)


def _add(out: Array, clicks: Array, parts: list[Part], voice: Voice, frame: int) -> None:
    """Add the sound of a voice to frames of a block from ``frame`` on, and advance the voice.

    The mix is added to ``out``, the metronome to ``clicks``.
    """
    count = out.shape[1]
    first = voice.position
    envelope = voice.advance(count)
    for part in parts if voice.count_in is None else (voice.count_in,):
        target = out if part.mixed else clicks
        for offset, sound in part.chunks(first, count):
            frames = slice(offset, offset + sound.shape[1])
            if part.gains is not None:
                steady = part.gains.shape[1] == 1
                sound = sound * (part.gains if steady else part.gains[:, frame + frames.start : frame + frames.stop])
            if envelope is not None:
                sound = sound * envelope[frames]
            target[:, frames] += sound


def _measured(out: Array, clicks: Array, marks: tuple[Mark, ...]) -> Block:
    """Return the finished block, with the levels of the mix alone."""
    left, right = np.abs(out).max(axis=1)
    left_power, right_power = np.square(out).mean(axis=1)
    out += clicks
    return Block(out.T, marks, (float(left), float(right)), (float(left_power), float(right_power)))
