"""An open input device, which is read at the sketch's rate or at one of its own.

The stream has no callback: PortAudio copies what arrives into the device's buffer. Only what is there is read, so that
a read never waits for a device that has stopped.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import Any, NamedTuple

import numpy as np

from riffdesk.arrays import Array
from riffdesk.audio.playing.devices import AudioDevice, cause, find, listed, portaudio, refresh
from riffdesk.errors import UserError

LATENCY = 0.1
"""Length of the buffer in seconds, for a busy interpreter. It delays nothing, as what arrives is read at once."""
_INVALID_RATE = -9997  # paInvalidSampleRate


class Reading(NamedTuple):
    """What was read at once.

    Parameters
    ----------
    sound : float32 ``[frames, channels]``
    waiting : int
        Frames that had arrived after these.
    time : float
        When, on the clock of `time.monotonic`.
    lost : bool
        Whether sound before this was lost because the buffer was full.
    """

    sound: Array
    waiting: int
    time: float
    lost: bool


class Input:
    """A stream from an input device, used by one thread.

    Parameters
    ----------
    key : str, optional
        Key of the device, see `riffdesk.audio.playing.devices.AudioDevice.key`; None is the system's default.
    sample_rate : int
        In Hz. If the device refuses it, it is opened at its default rate.

    Raises
    ------
    UserError
        If the device is missing or cannot be opened.
    """

    def __init__(self, key: str | None, sample_rate: int) -> None:
        find(key, "input")
        try:
            self._open_device(key, sample_rate)
        except UserError:  # devices may have changed since they were listed
            if not refresh():
                raise
            self._open_device(key, sample_rate)

    def read(self) -> Reading:
        """Return what has arrived, which may be nothing.

        Raises
        ------
        UserError
            If the device fails.
        """
        try:
            frames, lost = int(self._stream.read_available), False
            sound: Array = np.zeros((0, self.channels), np.float32)
            if frames:
                sound, lost = self._stream.read(frames)
            waiting = int(self._stream.read_available)
            return Reading(np.asarray(sound, np.float32), waiting, time.monotonic(), bool(lost))
        except self._sounddevice.PortAudioError as error:
            raise _failed(self.device, "stopped working", error) from error

    @property
    def device_latency(self) -> float:
        """Seconds of latency that the driver tells of beyond the buffer, as that of converters; 0 on most systems."""
        if self.device.host_api == "ALSA":  # tells the length of a buffer that may be longer than was asked for
            return 0.0
        return max(0.0, float(self._stream.latency) - LATENCY)

    def close(self) -> None:
        """Close the device; one that was unplugged is no error."""
        with portaudio.alone():
            try:
                with suppress(self._sounddevice.PortAudioError):
                    self._stream.abort()
            finally:
                self._stream.close(ignore_errors=True)
                portaudio.closed(self._sounddevice)

    def _open_device(self, key: str | None, sample_rate: int) -> None:
        with portaudio.alone() as self._sounddevice:
            self.device = listed(key, "input")
            self.channels = min(2, self.device.channels)
            try:
                self._open(sample_rate)
            except self._sounddevice.PortAudioError as error:
                raise _failed(self.device, "could not be opened", error) from error
            portaudio.opened(self._sounddevice)

    def _open(self, sample_rate: int) -> None:
        try:
            self._stream = self._stream_at(sample_rate)
        except self._sounddevice.PortAudioError as error:
            if len(error.args) < 2 or error.args[1] != _INVALID_RATE:
                raise
            self._stream = self._stream_at(round(self.device.default_rate))
        try:
            self._stream.start()
        except self._sounddevice.PortAudioError:
            self._stream.close(ignore_errors=True)
            raise

    def _stream_at(self, rate: int) -> Any:
        self.rate = rate
        return self._sounddevice.InputStream(
            device=self.device.index, samplerate=rate, channels=self.channels, dtype="float32", latency=LATENCY
        )


def _failed(device: AudioDevice, failure: str, error: Exception) -> UserError:
    return UserError(
        f"The sound input “{device.name}” {failure} ({cause(error)}). "
        "See that it is plugged in and that riffdesk may use the microphone, or choose another input."
    )
