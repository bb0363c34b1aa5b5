"""State shared by the player and its thread."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from riffdesk.audio.playing.metronome_clicks import Clicks
from riffdesk.audio.playing.playback import PlaybackMix
from riffdesk.dsp.mix import Track
from riffdesk.dsp.synth import Tones


@dataclass(frozen=True)
class BarLines:
    """Bar lines of peers: other programs that play along, such as those of an Ableton Link session.

    Parameters
    ----------
    origin : float
        Time of one of them, in seconds of ``time.monotonic``.
    period : float
        Seconds of a bar.
    """

    origin: float
    period: float


@dataclass
class PlayerState:
    """State shared by the player and its thread. Fields are replaced, never changed in place.

    Parameters
    ----------
    sample_rate : int
        The sketch's in Hz.
    latency : float
        Length of the device's buffer in seconds.
    device : str, optional
        Key of the output device.
    mix : PlaybackMix
        The tracks to be played.
    clicks : Track
        Clicks of the metronome and the count-in; its audio is `Clicks`.
    rest_position : int
        Position in the sketch, in samples, while it does not play.
    clipped : bool
        Whether the mix exceeded full scale since this was reset.
    underruns : int
        Number of gaps, in which the device ran out of sound.
    device_latency : float
        Seconds that the device in use adds to its buffer, see `riffdesk.audio.playing.output.Output.device_latency`.
    tones : Tones, optional
        Tones of the synthesiser, whether or not the sketch plays; None for none.
    scrubbed : int, optional
        The sample to which the playhead is moved by hand; None when it is not.
    bar_lines : BarLines, optional
        Bar lines of the peers, at which playback can begin; None if there are none.
    """

    sample_rate: int
    latency: float
    device: str | None
    mix: PlaybackMix = field(default_factory=PlaybackMix)
    clicks: Track = field(default_factory=lambda: Track(Clicks(120, 4, 44_100)))
    rest_position: int = 0
    clipped: bool = False
    underruns: int = 0
    device_latency: float = 0.0
    tones: Tones | None = None
    scrubbed: int | None = None
    bar_lines: BarLines | None = None

    def count_in(self, start: int, bars: int) -> Track | None:
        """Return the clicks of some bars before a sample of the sketch; None for no bars."""
        if not bars or not isinstance(self.clicks.audio, Clicks):
            return None
        return replace(self.clicks, audio=self.clicks.audio.before(start, bars))

    @property
    def touched(self) -> bool:
        """Whether tones or scrubbing are played besides the sketch."""
        return self.tones is not None or self.scrubbed is not None
