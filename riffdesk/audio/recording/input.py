"""An open input device, which is read at the sketch's rate or at one of its own.

The stream has no callback: PortAudio copies what arrives into the device's buffer. Only what is there is read, so that
a read never waits for a device that has stopped.
"""

from __future__ import annotations

import time
from typing import Any, NamedTuple

import numpy as np

from riffdesk.arrays import Array
from riffdesk.audio.playing.devices import DeviceStream
from riffdesk.language import mark

LATENCY = 0.1
"""Length of the buffer in seconds, for a busy interpreter. It delays nothing, as what arrives is read at once."""


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


class Input(DeviceStream):
    """A stream from an input device, with the parameters and errors of `DeviceStream`."""

    direction = "input"
    stopped = mark(
        "The sound input “{name}” stopped working ({cause}). "
        "See that it is plugged in and that riffdesk may use the microphone, or choose another input."
    )
    not_opened = mark(
        "The sound input “{name}” could not be opened ({cause}). "
        "See that it is plugged in and that riffdesk may use the microphone, or choose another input."
    )

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
            raise self.failed(self.stopped, error) from error

    @property
    def device_latency(self) -> float:
        """Seconds of latency that the driver tells of beyond the buffer, as that of converters; 0 on most systems."""
        if self.device.host_api == "ALSA":  # tells the length of a buffer that may be longer than was asked for
            return 0.0
        return max(0.0, float(self._stream.latency) - LATENCY)

    def _new_stream(self, rate: int) -> Any:
        return self._sounddevice.InputStream(
            device=self.device.index, samplerate=rate, channels=self.channels, dtype="float32", latency=LATENCY
        )
