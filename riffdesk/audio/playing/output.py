"""One opened sound card: takes blocks at the sketch's rate, whatever rate and channels the card has.

The stream is written to and has no callback: PortAudio copies what is written into the card's buffer and
makes the writer wait, outside the interpreter's lock, while that is full. So no Python code ever runs
at the moment when the card wants sound, and the buffer carries over what holds the interpreter up.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.audio.playing.devices import OutputDevice, cause, find, listed, portaudio, refresh
from riffdesk.errors import UserError

Array = NDArray[np.float32]

_INVALID_RATE = -9997  # paInvalidSampleRate
_TAIL_SECONDS = 0.05  # what a sound server may hold behind the card's own buffer
_RESAMPLER_SECONDS = 0.03  # what the resampler holds back at most


class Output:
    """A stream to a sound card, used by one thread.

    Parameters
    ----------
    key : str, optional
        Which device, see `OutputDevice.key`; None is the system's default.
    sample_rate : int
        Of the sketch in Hz. A device that refuses it plays at its own rate, and blocks are resampled.
    latency : float
        Length of the buffer in seconds.

    Raises
    ------
    UserError
        If the device is missing or cannot be opened; the message names it.
    """

    def __init__(self, key: str | None, sample_rate: int, latency: float) -> None:
        find(key)
        try:
            self._take(key, sample_rate, latency)
        except UserError:  # what was listed may be gone, or be another one by now
            if not refresh():
                raise
            self._take(key, sample_rate, latency)
        self._ratio = self._rate / sample_rate
        self._resampler = None if self._rate == sample_rate else _resampler(sample_rate, self._rate, self._channels)
        self._filled = False  # once: before that, running dry is no surprise

    def write(self, sound: Array) -> bool:
        """Write a block, waiting until there is room.

        Parameters
        ----------
        sound : float32 ``[frames, 2]``

        Returns
        -------
        bool
            Whether the card had run out of sound before.

        Raises
        ------
        UserError
            If the device is gone.
        """
        if self._channels == 1:
            sound = sound.mean(axis=1, keepdims=True, dtype=np.float32)
        if self._resampler is not None:
            sound = self._resampler.resample_chunk(sound)
        if not len(sound):
            return False
        available = self._available()
        ran_dry = available >= self._capacity
        try:
            underflowed = self._stream.write(np.ascontiguousarray(sound))
        except self._sounddevice.PortAudioError as error:
            raise _failed(self.device, "stopped working", error) from error
        was_filled, self._filled = self._filled, self._filled or available < len(sound)
        return was_filled and bool(underflowed or ran_dry)

    @property
    def waiting(self) -> float:
        """Frames at the sketch's rate that were written and are not heard yet."""
        resampling = self._resampler.delay() if self._resampler is not None else 0.0
        return float(max(0, self._capacity - self._available()) + resampling) / self._ratio

    @property
    def depth(self) -> int:
        """Frames at the sketch's rate after which whatever was written before is surely heard."""
        resampling = _RESAMPLER_SECONDS if self._resampler is not None else 0.0
        return int((self._capacity + (_TAIL_SECONDS + resampling) * self._rate) / self._ratio)

    def close(self) -> None:
        """Give the device back; what it still holds is dropped. One that is gone already is no error here."""
        with portaudio.alone():
            try:
                with suppress(self._sounddevice.PortAudioError):
                    self._stream.abort()
            finally:
                self._stream.close(ignore_errors=True)
                portaudio.closed(self._sounddevice)

    def _take(self, key: str | None, sample_rate: int, latency: float) -> None:
        """Open the device that has this key now."""
        with portaudio.alone() as self._sounddevice:
            self.device = listed(key)
            try:
                self._open(sample_rate, latency)
            except self._sounddevice.PortAudioError as error:
                raise _failed(self.device, "could not be opened", error) from error
            portaudio.opened(self._sounddevice)

    def _open(self, sample_rate: int, latency: float) -> None:
        """Open and start the stream at the sketch's rate, or else at the device's own."""
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


def _failed(device: OutputDevice, what: str, error: Exception) -> UserError:
    return UserError(
        f"The sound device “{device.name}” {what} ({cause(error)}). "
        "Choose another output device, or see that this one is switched on, and press play again."
    )
