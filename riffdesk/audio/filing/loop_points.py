"""What a sound file says of a loop: where samplers go round, and the tempo at which a DAW fits it in.

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

_FOR_EVER = 0
_MIDDLE_C = 60  # the key that plays a sample as it is; nobody is asked to transpose it
_STRETCHED = 0x04  # a loop and no single shot, and to be brought to the tempo of a song


@dataclass(frozen=True)
class Loop:
    """A whole sound that goes round.

    Parameters
    ----------
    samples, rate : int
        How long it is, and how many of them are a second.
    tempo : float
        In beats per minute; 0 if nobody knows.
    beats_per_bar : int
    """

    samples: int
    rate: int
    tempo: float = 0.0
    beats_per_bar: int = 4

    @property
    def beats(self) -> int | None:
        """How many beats it has, None where that is no whole number.

        Programs take tempo from beats and length. One that does not go with them would have the sound stretched.
        """
        return whole_beats(self.samples, self.rate, self.tempo)

    @property
    def chunks(self) -> dict[bytes, bytes]:
        """The chunks that say so in a WAV file."""
        found = {b"smpl": _sampler(self.samples, self.rate)}
        if self.beats is not None:
            found[b"acid"] = _acid(self.beats, self.beats_per_bar, self.tempo)
        return found

    @property
    def tags(self) -> dict[str, str]:
        """The tags that say so in a FLAC file."""
        return {} if self.beats is None else {"BPM": f"{self.tempo:.6g}"}


def _sampler(samples: int, rate: int) -> bytes:
    """Return a sampler chunk with one loop over the whole sound: the last sample is played too."""
    period = round(1e9 / rate)
    head = SAMPLER.pack(0, 0, period, _MIDDLE_C, 0, 0, 0, 1, 0)
    return head + SAMPLER_LOOP.pack(0, FORWARD, 0, samples - 1, 0, _FOR_EVER)


def _acid(beats: int, beats_per_bar: int, tempo: float) -> bytes:
    """Return tempo, beats and meter; the root note is not set, and nobody knows what the next two numbers are."""
    return ACID.pack(_STRETCHED, _MIDDLE_C, 0x8000, 0.0, beats, 4, beats_per_bar, tempo)
