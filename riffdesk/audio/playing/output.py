"""An open output device, which plays blocks at the sketch's rate at any rate and number of channels of its own.

The stream has no callback: PortAudio copies written blocks into the device's buffer, and a write waits, without the
interpreter's lock, while the buffer is full. So no Python code has to run at the moment when the device needs sound,
and the buffer bridges delays of the interpreter. A device begins to play with the first sound that it is given, so the
first blocks are written together, as many as the buffer holds.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from riffdesk.arrays import Array
from riffdesk.audio.playing.devices import DeviceStream
from riffdesk.language import mark

_TAIL_SECONDS = 0.05  # buffer of a sound server after the device's own
_RESAMPLER_SECONDS = 0.03  # largest delay of the resampler


class Output(DeviceStream):
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

    direction = "output"
    stopped = mark(
        "The sound device “{name}” stopped working ({cause}). "
        "Choose another output device, or see that this one is switched on, and press play again."
    )
    not_opened = mark(
        "The sound device “{name}” could not be opened ({cause}). "
        "Choose another output device, or see that this one is switched on, and press play again."
    )

    def __init__(self, key: str | None, sample_rate: int, latency: float) -> None:
        self._latency = latency
        super().__init__(key, sample_rate)
        self._ratio = self.rate / sample_rate
        self._resampler = None if self.rate == sample_rate else _resampler(sample_rate, self.rate, self.channels)
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
        if self.channels == 1:
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
            raise self.failed(self.stopped, error) from error
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
        return max(0.0, float(self._stream.latency) - self._capacity / self.rate)

    @property
    def _kept(self) -> int:
        """Number of frames at the device's rate that are kept until they fill the buffer."""
        return sum(len(sound) for sound in self._first or ())

    @property
    def depth(self) -> int:
        """Number of frames, at the sketch's rate, after which a written frame has been played."""
        resampling = _RESAMPLER_SECONDS if self._resampler is not None else 0.0
        return int((self._capacity + (_TAIL_SECONDS + resampling) * self.rate) / self._ratio)

    def _new_stream(self, rate: int) -> Any:
        return self._sounddevice.OutputStream(
            device=self.device.index, samplerate=rate, channels=self.channels, dtype="float32", latency=self._latency
        )

    def _on_started(self) -> None:
        self._capacity = int(self._stream.write_available)

    def _available(self) -> int:
        try:
            return int(self._stream.write_available)
        except self._sounddevice.PortAudioError as error:
            raise self.failed(self.stopped, error) from error


def _resampler(before: int, after: int, channels: int) -> Any:
    import soxr

    return soxr.ResampleStream(before, after, channels, dtype="float32", quality="HQ")
