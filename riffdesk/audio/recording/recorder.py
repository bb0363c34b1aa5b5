"""The recorder: a thread that reads an input device, writes it to a file and measures its level.

It runs beside the player's thread and only asks that one's clock, at each read, which sample of the sketch is played.
Without a file it measures levels only, for the meter. Events are sent from its thread; listeners must return at once.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from riffdesk.arrays import Array
from riffdesk.audio.recording.alignment import Moment
from riffdesk.audio.recording.input import Input, Reading
from riffdesk.audio.recording.recording_file import RecordingFile
from riffdesk.errors import UserError
from riffdesk.language import mark, tr, translated

Channels = Literal["left", "right", "mean", "stereo"]

MAX_SECONDS = 590.0
"""Of a recording with its count-in; an imported sound has ten minutes at most."""
FULL = mark("The recording has reached ten minutes, the longest that there is, and was ended.")
_READ_INTERVAL = 0.005
_TIMEOUT = 3.0  # seconds without a sample after which a device is given up
_LOST_SECONDS = 0.005  # of silence, at least, in place of lost sound
_FULL_SCALE = 0.999
_HOLD_SECONDS = 0.05  # of the levels


@dataclass(frozen=True)
class InputLevels:
    """Peaks of the last 50 ms of the input, linear; ``clipped`` stays True from the first sample at full scale on."""

    left: float = 0.0
    right: float = 0.0
    clipped: bool = False


@dataclass(frozen=True)
class RecorderEvent:
    """An event of a recorder.

    Parameters
    ----------
    kind : str
        ``opened`` (sound arrives), or ``ended``, once and last.
    message : str
        For ``ended``, why it ended by itself; '' if it was told to.
    """

    kind: Literal["opened", "ended"]
    message: str = ""


class Recorder(threading.Thread):
    """Records until `end` is called or the device fails.

    Parameters
    ----------
    device : str, optional
        Key of the input device; None is the system's default.
    sample_rate : int
        The sketch's in Hz. A device that refuses it is recorded at its own.
    channels : str
        What is recorded of two channels; a device that has one is recorded as it is.
    path : Path, optional
        The file to write; None measures levels only.
    place : callable
        Returns the sample of the sketch that is played now, or None.
    on_event : callable
    """

    def __init__(
        self,
        device: str | None,
        sample_rate: int,
        channels: Channels,
        path: Path | None,
        place: Callable[[], float | None],
        on_event: Callable[[RecorderEvent], None],
    ) -> None:
        super().__init__(name="riffdesk recorder", daemon=True)
        self.path, self.rate, self.latency = path, sample_rate, 0.0
        self.frames, self.lost, self.is_silent = 0, 0, True
        self._device, self._sample_rate, self._channels = device, sample_rate, channels
        self._place, self._on_event = place, on_event
        self._moments: list[Moment] = []
        self._levels = InputLevels()
        self._ending = threading.Event()
        self._end_at = 0.0
        self._origin = float("inf")  # earliest estimate of when the first frame arrived

    @property
    def levels(self) -> InputLevels:
        """Levels of what arrives, of the channels that are recorded."""
        return self._levels

    @property
    def moments(self) -> Sequence[Moment]:
        """What was played at each read; complete after the end."""
        return self._moments

    @property
    def seconds(self) -> float:
        """Length of what was recorded."""
        return self.frames / self.rate

    def reset_clipped(self) -> None:
        """Switch the clip light off."""
        self._levels = InputLevels(self._levels.left, self._levels.right)

    def end(self, after: float = 0.0) -> None:
        """End after some seconds, in which sound that was played may still arrive; returns at once."""
        self._end_at = time.monotonic() + after
        self._ending.set()

    def run(self) -> None:
        """Read the device until the end."""
        message = ""
        try:
            stream = Input(self._device, self._sample_rate)
        except UserError as error:
            self._on_event(RecorderEvent("ended", str(error)))
            return
        self.rate, self.latency = stream.rate, stream.device_latency
        width = 2 if stream.channels == 2 and self._channels == "stereo" else 1
        file = None if self.path is None else RecordingFile(self.path, stream.rate, width)
        try:
            message = self._read_until_end(stream, file)
        except UserError as error:
            message = str(error)
        finally:
            stream.close()
            try:
                if file is not None:
                    file.finish()
            except UserError as error:
                message = message or str(error)
            self._on_event(RecorderEvent("ended", message))

    def _read_until_end(self, stream: Input, file: RecordingFile | None) -> str:
        """Read until the end; return why it has ended by itself, or ''."""
        last, opened = time.monotonic(), False
        while not (self._ending.is_set() and time.monotonic() >= self._end_at):
            reading = stream.read()
            if len(reading.sound):
                last = reading.time
                self._take(reading, file)
                if not opened:
                    opened = True
                    self._on_event(RecorderEvent("opened"))
            elif reading.time - last > _TIMEOUT:
                name = stream.device.name
                raise UserError(tr("The sound input “{name}” sends nothing any more. Choose another input.", name=name))
            if file is not None and self.seconds >= MAX_SECONDS:
                return translated(FULL)
            time.sleep(_READ_INTERVAL)
        return ""

    def _take(self, reading: Reading, file: RecordingFile | None) -> None:
        sound = _chosen(reading.sound, self._channels)
        self._measure(sound)
        if file is None:
            return
        place = self._place()
        now = time.monotonic()
        if reading.lost:
            self._fill_gap(reading, sound, file)
        file.write(sound)
        self.frames += len(sound)
        arrived = self.frames + reading.waiting
        self._origin = min(self._origin, reading.time - arrived / self.rate)
        self._moments.append(
            Moment(reading.time, arrived, None if place is None else place - (now - reading.time) * self._sample_rate)
        )

    def _fill_gap(self, reading: Reading, sound: Array, file: RecordingFile) -> None:
        """Write silence in place of what was lost, so that what follows stays in time."""
        arrived = self.frames + len(sound) + reading.waiting
        missing = round((reading.time - self._origin) * self.rate) - arrived if self.frames else 0
        if missing > _LOST_SECONDS * self.rate:
            file.write(np.zeros((missing, sound.shape[1]), np.float32))
            self.frames += missing
            self.lost += 1

    def _measure(self, sound: Array) -> None:
        peaks = np.abs(sound).max(axis=0)
        left, right = float(peaks[0]), float(peaks[-1])
        self.is_silent = self.is_silent and max(left, right) == 0.0
        fall = len(sound) / self.rate / _HOLD_SECONDS  # of the former peaks
        before = self._levels
        kept = max(0.0, 1.0 - fall)
        clipped = before.clipped or max(left, right) >= _FULL_SCALE
        self._levels = InputLevels(max(left, kept * before.left), max(right, kept * before.right), clipped)


def wait_for_end(recorder: Recorder, seconds: float = 1.0) -> None:
    """Wait until a recorder that was told to end has closed its device; for so long at most."""
    with suppress(RuntimeError):  # it was never started
        recorder.join(seconds)


def _chosen(sound: Array, channels: Channels) -> Array:
    """Return the channels that are recorded of all: float32 ``[frames, 1 or 2]``, in one piece."""
    if sound.shape[1] == 1 or channels == "stereo":
        return np.ascontiguousarray(sound)
    if channels == "mean":
        mean: Array = sound.mean(axis=1, keepdims=True, dtype=np.float32)
        return mean
    side = 0 if channels == "left" else 1
    return np.ascontiguousarray(sound[:, side : side + 1])
