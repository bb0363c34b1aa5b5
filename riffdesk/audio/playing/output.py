"""An open output device, which plays blocks at the sketch's rate at any rate and number of channels of its own.

The stream has no callback: PortAudio copies written blocks into the device's buffer, and a write waits, without the
interpreter's lock, while the buffer is full. So no Python code has to run at the moment when the device needs sound,
and the buffer bridges delays of the interpreter. A device begins to play with the first sound that it is given, so the
first blocks are written together, as many as the buffer holds.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import numpy as np

from riffdesk.arrays import Array
from riffdesk.audio.playing.devices import AudioDevice, cause, find, listed, portaudio, refresh
from riffdesk.errors import UserError

_INVALID_RATE = -9997  # paInvalidSampleRate
_TAIL_SECONDS = 0.05  # buffer of a sound server after the device's own
_RESAMPLER_SECONDS = 0.03  # largest delay of the resampler


class Output:
    """A stream to a sound card, used by one thread.

    Parameters
    ----------
    key : str, optional
        Key of the device, see `AudioDevice.key`; None is the system's default.
    sample_rate : int
        The sketch's in Hz. If a device refuses it, blocks are resampled to the device's rate.
    latency : float
        Length of the buffer in seconds.

    Raises
    ------
    UserError
        If the device is missing or cannot be opened.
    """

    def __init__(self, key: str | None, sample_rate: int, latency: float) -> None:
        find(key)
        try:
            self._open_device(key, sample_rate, latency)
        except UserError:  # devices may have changed since they were listed
            if not refresh():
                raise
            self._open_device(key, sample_rate, latency)
        self._ratio = self._rate / sample_rate
        self._resampler = None if self._rate == sample_rate else _resampler(sample_rate, self._rate, self._channels)
        self._first: list[Array] | None = []  # the first blocks, until they fill the buffer; then None
        self._filled = False  # whether the buffer was ever full; before that it may run dry

    def write(self, sound: Array) -> bool:
        """Write a block, waiting until there is room; the first ones are kept until they fill the buffer.

        Parameters
        ----------
        sound : float32 ``[frames, 2]``

        Returns
        -------
        bool
            Whether the device had run out of sound before.

        Raises
        ------
        UserError
            If the device fails.
        """
        if self._channels == 1:
            sound = sound.mean(axis=1, keepdims=True, dtype=np.float32)
        if self._resampler is not None:
            sound = self._resampler.resample_chunk(sound)
        frames = len(sound)
        if self._first is not None:
            self._first.append(np.array(sound))
            if self._kept < self._capacity:
                return False
            sound, self._first = np.concatenate(self._first), None
        if not len(sound):
            return False
        available = self._available()
        ran_dry = available >= self._capacity
        try:
            underflowed = self._stream.write(np.ascontiguousarray(sound))
        except self._sounddevice.PortAudioError as error:
            raise _failed(self.device, "stopped working", error) from error
        was_filled, self._filled = self._filled, self._filled or available < frames
        return was_filled and bool(underflowed or ran_dry)

    @property
    def waiting(self) -> float:
        """Number of frames, at the sketch's rate, that were written and not yet played."""
        resampling = self._resampler.delay() if self._resampler is not None else 0.0
        return float(max(0, self._capacity - self._available()) + self._kept + resampling) / self._ratio

    @property
    def device_latency(self) -> float:
        """Seconds of latency that the driver tells of beyond its buffer, as that of converters; 0 on most systems."""
        return max(0.0, float(self._stream.latency) - self._capacity / self._rate)

    @property
    def _kept(self) -> int:
        """Number of frames at the device's rate that are kept until they fill the buffer."""
        return sum(len(sound) for sound in self._first or ())

    @property
    def depth(self) -> int:
        """Number of frames, at the sketch's rate, after which a written frame has been played."""
        resampling = _RESAMPLER_SECONDS if self._resampler is not None else 0.0
        return int((self._capacity + (_TAIL_SECONDS + resampling) * self._rate) / self._ratio)

    def close(self) -> None:
        """Close the device and drop its buffer; a device that was unplugged is no error."""
        with portaudio.alone():
            try:
                with suppress(self._sounddevice.PortAudioError):
                    self._stream.abort()
            finally:
                self._stream.close(ignore_errors=True)
                portaudio.closed(self._sounddevice)

    def _open_device(self, key: str | None, sample_rate: int, latency: float) -> None:
        """Find a device by its key and open it."""
        with portaudio.alone() as self._sounddevice:
            self.device = listed(key)
            try:
                self._open(sample_rate, latency)
            except self._sounddevice.PortAudioError as error:
                raise _failed(self.device, "could not be opened", error) from error
            portaudio.opened(self._sounddevice)

    def _open(self, sample_rate: int, latency: float) -> None:
        """Open and start the stream at the sketch's rate, or else at the device's default rate."""
        try:
            self._stream = self._stream_at(sample_rate, latency)
        except self._sounddevice.PortAudioError as error:
            if len(error.args) < 2 or error.args[1] != _INVALID_RATE:
                raise
            self._stream = self._stream_at(round(self.device.default_rate), latency)
        try:
            self._stream.start()
            self._capacity = int(self._stream.write_available)
        except self._sounddevice.PortAudioError:
            self._stream.close(ignore_errors=True)
            raise

    def _stream_at(self, rate: int, latency: float) -> Any:
        self._rate = rate
        self._channels = min(2, self.device.channels)
        return self._sounddevice.OutputStream(
            device=self.device.index, samplerate=rate, channels=self._channels, dtype="float32", latency=latency
        )

    def _available(self) -> int:
        try:
            return int(self._stream.write_available)
        except self._sounddevice.PortAudioError as error:
            raise _failed(self.device, "stopped working", error) from error


def _resampler(before: int, after: int, channels: int) -> Any:
    import soxr

    return soxr.ResampleStream(before, after, channels, dtype="float32", quality="HQ")


def _failed(device: AudioDevice, failure: str, error: Exception) -> UserError:
    return UserError(
        f"The sound device “{device.name}” {failure} ({cause(error)}). "
        "Choose another output device, or see that this one is switched on, and press play again."
    )
