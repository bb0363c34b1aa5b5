"""Plays the sketch: play, stop, seek and loop at any moment, on any sound card, without a click.

Who is at work, and who may wait:

- The *caller* (the window's thread) never waits. What is to be played is one immutable `Score`, replaced
  by an assignment; what is to be done goes into a queue.
- The *player thread* sleeps on that queue while nothing plays. Then it opens the sound card and, in turn,
  takes what is in the queue, makes a block of 240 frames, limits and writes it. Writing waits until the card
  has room, outside the interpreter's lock and with no lock of ours held. Only this thread touches the stream.
  In the end it writes silence until all is heard, and gives the card back.
- The *watch thread* looks four times a second, while the card is open, whether the player thread hangs in it:
  some drivers wait for ever for a device that is gone. If it hangs it is left behind, and the next play
  begins with a new one.
- The *default device thread* asks another process every two seconds, while the default device is open on a sound
  system that does not move streams itself, whether the default is another one now; see
  `riffdesk.audio.playing.default_device`.
- The *sound card* runs by itself on what was written, 20 ms ahead, which carries over garbage collection,
  other threads and a busy machine. Where it does not, the buffer becomes longer for as long as the program
  runs. PortAudio has no callback from us.

Events are told from the player thread or the watch thread; a listener passes them on and returns at once.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace

from riffdesk.audio.playing.metronome_clicks import Clicks
from riffdesk.audio.playing.playback import Region
from riffdesk.audio.playing.playback_clock import Levels, PlaybackClock
from riffdesk.audio.playing.player_commands import ChangeDevice, Close, Command, Play, PlayerEvent, Seek, Stop
from riffdesk.audio.playing.player_state import Transport
from riffdesk.audio.playing.player_thread import PlayerThread
from riffdesk.dsp.mix import Audio, Track

LATENCY = 0.02
CLICK_GAIN = 0.25

Listener = Callable[[PlayerEvent], None]


class Player:
    """The transport. Making one neither loads PortAudio nor starts a thread; the first `play` does.

    All methods are for one thread, the window's, but for `replace_sound`; all return at once.

    Parameters
    ----------
    sample_rate : int
        Of the sketch in Hz. All positions count samples at this rate, whatever the card's is.
    latency : float
        Length of the card's buffer in seconds; it is made longer where it proves too short.
    device : str, optional
        Key of the output device, see `riffdesk.audio.playing.devices.OutputDevice.key`; None is the system's default.
    """

    def __init__(self, *, sample_rate: int = 44_100, latency: float = LATENCY, device: str | None = None) -> None:
        self.error: str | None = None
        self._transport = Transport(sample_rate, latency, device)
        self._thread: PlayerThread | None = None
        self._listeners: list[Listener] = []
        self._turn = 0
        self._playing = False
        self._turn_lock = threading.Lock()  # held for two assignments, never while anything waits
        self._score_lock = threading.Lock()  # the same
        self._beat, self._click_gain, self._metronome = (120.0, 4), CLICK_GAIN, False
        self._set_clicks()

    # What it does

    @property
    def playing(self) -> bool:
        """Whether it is meant to sound: from `play` until `stop`, the end or a failure."""
        return self._playing

    @property
    def position(self) -> int:
        """Sample of the sketch that is heard now, or where playback rests."""
        heard = self._heard
        position = heard.position(time.monotonic()) if heard is not None else None
        return self._transport.rest if position is None else position

    @property
    def levels(self) -> Levels:
        """Levels of the last 50 ms that were heard, as they were before the limiter."""
        heard = self._heard
        levels = heard.levels(time.monotonic()) if heard is not None else Levels()
        return levels._replace(clipped=self._transport.clipped)

    @property
    def underruns(self) -> int:
        """How often the sound card ran out of sound, as far as it tells."""
        return self._transport.underruns

    @property
    def device(self) -> str | None:
        """Key of the output device; None is the system's default."""
        return self._transport.device

    @property
    def latency(self) -> float:
        """Length of the sound card's buffer in seconds."""
        return self._transport.latency

    @property
    def sample_rate(self) -> int:
        """Of the sketch, in Hz."""
        return self._transport.sample_rate

    @property
    def loop(self) -> Region | None:
        """What it goes round in."""
        return self._transport.score.loop

    def subscribe(self, listener: Listener) -> None:
        """Have a function called at every event, in another thread."""
        self._listeners = [*self._listeners, listener]

    def unsubscribe(self, listener: Listener) -> None:
        """No longer call a function."""
        self._listeners = [other for other in self._listeners if other != listener]

    # What it is told

    def play(self, start_sample: int | None = None, *, count_in_bars: int = 0) -> None:
        """Play from a sample, or from where playback rests; at the end of the sketch that is its beginning.

        While it plays, a start is a seek, and no start changes nothing.

        Parameters
        ----------
        start_sample : int, optional
        count_in_bars : int
            Bars of clicks that are heard first, in time with the beats of the sketch; meanwhile the position rests.
        """
        thread = self._thread
        if thread is None or thread.gone:
            thread = self._thread = PlayerThread(self._transport, self._reported)
            thread.start()
        with self._turn_lock:
            self._turn += 1
            self._playing = True
            self.error = None
        thread.tell(Play(self._turn, start_sample, count_in_bars))

    def stop(self) -> None:
        """Fade out and rest there."""
        with self._turn_lock:
            self._playing = False
        self._tell(Stop())

    def seek(self, sample: int) -> None:
        """Go to another place, crossfading if it plays."""
        sample = min(max(0, sample), self._transport.score.samples)
        self._transport.rest = sample
        self._tell(Seek(sample))

    def set_tracks(self, tracks: tuple[Track, ...], samples: int, circular: bool = False) -> None:
        """Play other tracks from the next block on; see `riffdesk.audio.playing.playback.Score`."""
        self._rewrite(tracks=tracks, samples=samples, circular=circular)
        self._transport.rest = min(self._transport.rest, samples)

    def replace_sound(self, key: str, audio: Audio) -> None:
        """Have a track sound otherwise from the next block on, if it is being played; from any thread.

        Parameters
        ----------
        key : str
            Of the track.
        audio : Audio ``[channels, samples]``
        """
        with self._score_lock:
            tracks = self._transport.score.tracks
            changed = tuple(replace(track, audio=audio) if track.key == key else track for track in tracks)
            self._transport.score = replace(self._transport.score, tracks=changed)

    def set_loop(self, region: Region | None) -> None:
        """Go round in samples ``[start, stop)``; None plays to the end."""
        self._rewrite(loop=region)

    def set_master(self, gain: float) -> None:
        """Set the linear gain of everything."""
        self._rewrite(master=gain)

    def set_beat(self, tempo: float, beats_per_bar: int) -> None:
        """Have metronome and count-in click at a tempo in beats per minute."""
        self._beat = tempo, beats_per_bar
        self._set_clicks()

    def set_metronome(self, on: bool) -> None:
        """Have a click at every beat while it plays, or not; that is no part of the mix and its levels."""
        self._metronome = on
        self._set_clicks()

    def set_click_gain(self, gain: float) -> None:
        """Set the level of metronome and count-in: the peak of the first beat of a bar, linear."""
        self._click_gain = gain
        self._set_clicks()

    def set_device(self, key: str | None) -> None:
        """Play on another device, at once if it plays; None is the system's default."""
        self._transport.device = key
        self.error = None
        self._tell(ChangeDevice())

    def look_for_devices(self) -> bool:
        """Look for devices while it plays: fade out, look, and go on there, with a gap; False if it does not play.

        The event ``looked`` tells when the list is new.
        """
        if self._playing:
            self._tell(ChangeDevice(look=True))
        return self._playing

    def set_sample_rate(self, rate: int) -> None:
        """Play sketches of another rate; what plays is stopped."""
        if rate != self.sample_rate:
            self.close()
            self._transport.sample_rate = rate
            self._set_clicks()

    def reset_clipped(self) -> None:
        """Switch the clip light off."""
        self._transport.clipped = False

    def close(self) -> None:
        """Fade out and give the sound card back, waiting for that no longer than a second."""
        self.stop()
        thread, self._thread = self._thread, None
        if thread is not None and not thread.gone:
            thread.tell(Close())
            thread.join(1.0)

    def _set_clicks(self) -> None:
        clicks, wanted = self._transport.clicks.audio, (*self._beat, self.sample_rate)
        if not isinstance(clicks, Clicks) or (clicks.tempo, clicks.beats_per_bar, clicks.sample_rate) != wanted:
            clicks = Clicks(*wanted)
        self._transport.clicks = Track(clicks, self._click_gain, self._click_gain, "metronome")
        self._rewrite(clicks=self._transport.clicks if self._metronome else None)

    def _rewrite(self, **fields: object) -> None:
        with self._score_lock:
            self._transport.score = replace(self._transport.score, **fields)  # type: ignore[arg-type]

    def _tell(self, command: Command) -> None:
        if self._thread is not None:
            self._thread.tell(command)

    @property
    def _heard(self) -> PlaybackClock | None:
        return self._thread.heard if self._thread is not None else None

    def _reported(self, turn: int | None, event: PlayerEvent) -> None:
        """Take note of what the thread tells; the end of a turn counts unless there is a newer one."""
        if event.what in ("stopped", "finished", "failed"):
            with self._turn_lock:
                if turn in (None, self._turn):
                    self._playing = False
                    self.error = event.message or None
        for listener in self._listeners:
            listener(event)
