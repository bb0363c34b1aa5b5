"""What the player and its thread share."""

from __future__ import annotations

from dataclasses import dataclass, field

from riffdesk.audio.playing.metronome_clicks import Clicks
from riffdesk.audio.playing.playback import Score
from riffdesk.dsp.mix import Track


@dataclass
class Transport:
    """What the player and its thread share; every field is replaced, never changed in place.

    Parameters
    ----------
    sample_rate : int
        Of the sketch in Hz.
    latency : float
        Length of the card's buffer in seconds.
    device : str, optional
        Key of the output device.
    score : Score
        What there is to play.
    clicks : Track
        What counts in, and is the metronome; its audio is `Clicks`.
    rest : int
        Sample of the sketch where playback rests while nothing sounds.
    clipped : bool
        Whether the mix exceeded full scale since this was reset, so that the limiter turned it down.
    underruns : int
        How often the card ran out of sound.
    """

    sample_rate: int
    latency: float
    device: str | None
    score: Score = field(default_factory=Score)
    clicks: Track = field(default_factory=lambda: Track(Clicks(120, 4, 44_100)))
    rest: int = 0
    clipped: bool = False
    underruns: int = 0
