"""Loop points and tempo of a sound file, for samplers and DAWs.

Loop points are a WAV file's ``smpl`` chunk (Multimedia Data Standards Update 3.0, Microsoft 1994). Tempo, beats and
meter are its ``acid`` chunk, which has no published standard: its layout is the one that libsndfile reads. In a FLAC
file the tempo is the tag BPM; it has no place for loop points.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from riffdesk.sketch.music.tempo import whole_beats

ACID = struct.Struct("<IHHfIHHf")
SAMPLER = struct.Struct("<9I")
SAMPLER_LOOP = struct.Struct("<6I")
FORWARD = 0

_ENDLESS = 0
_MIDDLE_C = 60  # key at which a sampler plays the sound untransposed
_STRETCHABLE_LOOP = 0x04  # a loop, not a one-shot, that may be stretched to the tempo of a song


@dataclass(frozen=True)
class Loop:
    """A loop over a whole sound.

    Parameters
    ----------
    samples, rate : int
        Its length, and samples per second.
    tempo : float
        In beats per minute; 0 if it is unknown.
    beats_per_bar : int
    """

    samples: int
    rate: int
    tempo: float = 0.0
    beats_per_bar: int = 4

    @property
    def beats(self) -> int | None:
        """Its length in beats; None if that is not a whole number.

        Programs compute the tempo from beats and length, and would stretch the sound if they did not agree.
        """
        return whole_beats(self.samples, self.rate, self.tempo)

    @property
    def chunks(self) -> dict[bytes, bytes]:
        """Chunks for a WAV file."""
        chunks = {b"smpl": _sampler(self.samples, self.rate)}
        if self.beats is not None:
            chunks[b"acid"] = _acid(self.beats, self.beats_per_bar, self.tempo)
        return chunks

    @property
    def tags(self) -> dict[str, str]:
        """Tags for a FLAC file."""
        return {} if self.beats is None else {"BPM": f"{self.tempo:.6g}"}


def _sampler(samples: int, rate: int) -> bytes:
    """Return a sampler chunk with one loop over the whole sound, whose end is the last sample."""
    period = round(1e9 / rate)
    head = SAMPLER.pack(0, 0, period, _MIDDLE_C, 0, 0, 0, 1, 0)
    return head + SAMPLER_LOOP.pack(0, FORWARD, 0, samples - 1, 0, _ENDLESS)


def _acid(beats: int, beats_per_bar: int, tempo: float) -> bytes:
    """Return an ``acid`` chunk with tempo, beats and meter, without a root note; the next two numbers are unknown."""
    return ACID.pack(_STRETCHABLE_LOOP, _MIDDLE_C, 0x8000, 0.0, beats, 4, beats_per_bar, tempo)
