"""Stand-in cards that keep time: an input that hears what the output plays, after known latencies."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

import numpy as np
import pytest

from tests.audio.fakecards import INVALID_RATE, Card, PortAudioError, SoundDevice, plug_in


@dataclass
class Room:
    """An output and an input at rates of their own, and the way of the sound between them.

    Parameters
    ----------
    output_rate, input_rate : int
        The only rate of each.
    output_told, input_told : float
        Latency of the converters in seconds, which PortAudio tells.
    untold : float
        Further latency, as of the air.
    gain : float
        0 for a microphone that hears nothing.
    noise : float
        Level of the input's own noise.
    vanishes_after : float, optional
        Seconds after which the input is unplugged.
    """

    output_rate: int = 44_100
    input_rate: int = 44_100
    output_told: float = 0.0
    input_told: float = 0.0
    untold: float = 0.0
    gain: float = 1.0
    noise: float = 0.0
    vanishes_after: float | None = None
    input_error: PortAudioError | None = None
    written: list[tuple[float, np.ndarray]] = field(default_factory=list, repr=False)
    reads: list[np.ndarray] = field(default_factory=list, repr=False)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def read(self) -> np.ndarray:
        """What the input gave: float32 ``[frames, channels]``."""
        return np.concatenate(self.reads)

    def heard(self, times: np.ndarray) -> np.ndarray:
        """Return what is in the room at some times: float32 ``[frames, 2]``."""
        out = np.zeros((len(times), 2), np.float32)
        times = times - self.output_told - self.untold
        with self.lock:
            written = list(self.written)
        for start, sound in reversed(written):
            stop = start + len(sound) / self.output_rate
            if len(times) and stop <= times[0]:
                break  # what was written before is over, too
            first, last = np.searchsorted(times, (start, stop))
            if first < last:
                places = (times[first:last] - start) * self.output_rate
                for side in range(2):
                    out[first:last, side] = np.interp(places, np.arange(len(sound)), sound[:, side])
        return self.gain * out


class TimedOutput:
    """A stream that plays in real time from a buffer."""

    def __init__(self, room: Room, rate: int, channels: int, latency: float) -> None:
        if rate != room.output_rate:
            raise PortAudioError("Error opening OutputStream: Invalid sample rate", INVALID_RATE)
        self._room, self._rate = room, rate
        self._capacity = round(latency * rate)
        self.latency = latency + room.output_told
        self._end = 0.0  # when what was written has left the buffer

    def start(self) -> None:
        """Begin; it plays with the first sound."""

    @property
    def write_available(self) -> int:
        left = max(0.0, self._end - time.monotonic())
        return max(0, self._capacity - round(left * self._rate))

    def write(self, data: np.ndarray) -> bool:
        while self._end - time.monotonic() > (self._capacity - len(data)) / self._rate + 1e-6 and self._end:
            time.sleep(0.0005)
            if len(data) >= self._capacity:
                break
        now = time.monotonic()
        with self._room.lock:
            start = max(now, self._end)
            late = 0 < self._end < now
            self._room.written.append((start, data.copy()))
            self._end = start + len(data) / self._rate
        return late

    def abort(self) -> None:
        """Drop what was not played."""

    def close(self, ignore_errors: bool = True) -> None:
        """Close."""


class TimedInput:
    """A stream that records in real time what is in the room, into a buffer."""

    def __init__(self, room: Room, rate: int, channels: int, latency: float) -> None:
        if room.input_error is not None:
            raise room.input_error
        if rate != room.input_rate:
            raise PortAudioError("Error opening InputStream: Invalid sample rate", INVALID_RATE)
        self._room, self._rate, self._channels = room, rate, channels
        self.latency = latency + room.input_told
        self._begin = self._count = 0.0
        self._noise = np.random.default_rng(0)

    def start(self) -> None:
        self._begin = time.monotonic()

    @property
    def read_available(self) -> int:
        seconds = time.monotonic() - self._begin - self._room.input_told
        if self._room.vanishes_after is not None and seconds > self._room.vanishes_after:
            raise PortAudioError("Unanticipated host error", -9999, (0, -19, "No such device"))
        return max(0, int(seconds * self._rate) - int(self._count))

    def read(self, frames: int) -> tuple[np.ndarray, bool]:
        times = self._begin + (self._count + np.arange(frames)) / self._rate
        sound = self._room.heard(times)[:, : self._channels]
        if self._room.noise:
            sound = sound + self._noise.normal(0, self._room.noise, sound.shape)
        self._count += frames
        sound = np.ascontiguousarray(sound, np.float32)
        self._room.reads.append(sound)
        return sound, False

    def abort(self) -> None:
        """Stop."""

    def close(self, ignore_errors: bool = True) -> None:
        """Close."""


def furnish(monkeypatch: pytest.MonkeyPatch, room: Room, *, inputs: int = 2) -> SoundDevice:
    """Have the sound devices of this machine be a loudspeaker and a microphone in a room."""
    module = plug_in(
        monkeypatch,
        Card("Speakers", api=2, rates=(room.output_rate,)),
        Card("Microphone", api=2, channels=0, inputs=inputs, rates=(room.input_rate,)),
    )

    def output(*, device: int, samplerate: int, channels: int, dtype: str, latency: float) -> TimedOutput:
        return TimedOutput(room, samplerate, channels, latency)

    def input(*, device: int, samplerate: int, channels: int, dtype: str, latency: float) -> TimedInput:
        return TimedInput(room, samplerate, channels, latency)

    module.OutputStream, module.InputStream = output, input  # type: ignore[method-assign, attr-defined]
    return module
