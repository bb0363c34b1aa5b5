"""The player: plays, stops, seeks and loops the sketch on any output device, without clicks.

Threads, and where each of them waits:

- The *caller* (the window's thread) never waits. The tracks to be played are one immutable `PlaybackMix`, replaced by
  an assignment; commands go into a queue.
- The *player thread* waits for a command while nothing plays. To play, it opens the device and, in a loop, handles
  the next command, computes a block of 240 frames, limits it and writes it. A write waits until the device has room,
  without the interpreter's lock or any other. Only this thread uses the stream. At the end it writes silence until
  all frames are played, and closes the device. The tones of a synthesiser are added to its blocks, and open the device
  where nothing plays.
- The *watch thread* checks four times a second, while the device is open, whether the player thread hangs in it: some
  drivers wait for ever for an unplugged device. A hanging thread is abandoned, and the next play starts a new one.
- The *default device thread* checks every two seconds, in another process, whether the system's default device has
  changed. It runs while the default device is open on a sound system that does not move streams itself; see
  `riffdesk.audio.playing.default_device`.
- The *sound card* plays from its buffer of 20 ms, which bridges garbage collection and other threads. After gaps the
  buffer is lengthened until the program ends. PortAudio has no Python callback.

Events are sent from the player thread or the watch thread; listeners must return at once.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace

from riffdesk.audio.playing.metronome_clicks import Clicks
from riffdesk.audio.playing.playback import Region
from riffdesk.audio.playing.playback_clock import Levels, PlaybackClock
from riffdesk.audio.playing.player_commands import ChangeDevice, Close, Command, Play, PlayerEvent, Seek, Stop, Wake
from riffdesk.audio.playing.player_state import BarLines, PlayerState
from riffdesk.audio.playing.player_thread import PlayerThread
from riffdesk.dsp.mix import Audio, Track
from riffdesk.dsp.synth import Tones

LATENCY = 0.02
CLICK_GAIN = 0.25

Listener = Callable[[PlayerEvent], None]


class Player:
    """The player. The first `play` loads PortAudio and starts a thread.

    All methods except `replace_sound` are called by one thread, the window's; all return at once.

    Parameters
    ----------
    sample_rate : int
        The sketch's in Hz. All positions are in samples at this rate.
    latency : float
        Length of the device's buffer in seconds; it is lengthened after gaps.
    device : str, optional
        Key of the output device, see `riffdesk.audio.playing.devices.AudioDevice.key`; None is the system's default.
    """

    def __init__(self, *, sample_rate: int = 44_100, latency: float = LATENCY, device: str | None = None) -> None:
        self.error: str | None = None
        self.stop_requested = False
        """Whether the last end was requested with `stop`."""
        self._state = PlayerState(sample_rate, latency, device)
        self._thread: PlayerThread | None = None
        self._listeners: list[Listener] = []
        self._turn = 0
        self._sought: int | None = None  # since the stop, after which the device plays what was written before
        self._master = self._trim = 1.0
        self._playing = False
        self._turn_lock = threading.Lock()  # held for assignments only
        self._mix_lock = threading.Lock()  # held for assignments only
        self._beat, self._click_gain, self._metronome = (120.0, 4), CLICK_GAIN, False
        self._set_clicks()

    @property
    def playing(self) -> bool:
        """Whether it plays: from `play` until `stop`, the end or a failure."""
        return self._playing

    @property
    def held(self) -> bool:
        """Whether it waits for a bar line of the peers. For any thread."""
        thread = self._thread
        return self._playing and thread is not None and thread.held

    @property
    def sounding(self) -> bool:
        """Whether it plays, the device still has to play what was written before it was stopped, or a tone sounds."""
        return self._playing or self._clock is not None or self._state.touched

    @property
    def position(self) -> int:
        """Sample of the sketch that is played now, or where playback was stopped, or to which was gone since."""
        clock = self._clock
        if clock is not None and self._sought is not None and not self._playing:
            return self._sought
        position = clock.position(time.monotonic()) if clock is not None else None
        # The clock runs on between the last sample and the news of the end.
        return self._state.rest_position if position is None else min(position, self.samples)

    @property
    def samples(self) -> int:
        """Length of what is played, in samples."""
        return self._state.mix.samples

    @property
    def place(self) -> float | None:
        """Sample of the sketch that leaves the device's buffer now; None at rest and in a count-in. For any thread."""
        clock = self._clock
        return clock.place(time.monotonic()) if clock is not None else None

    @property
    def device_latency(self) -> float:
        """Seconds from the device's buffer to the loudspeaker, as far as the driver of the last device tells."""
        return self._state.device_latency

    @property
    def levels(self) -> Levels:
        """Levels of the last 50 ms that were played, before the limiter."""
        clock = self._clock
        levels = clock.levels(time.monotonic()) if clock is not None else Levels()
        return levels._replace(clipped=self._state.clipped)

    @property
    def underruns(self) -> int:
        """Number of reported gaps, in which the device ran out of sound."""
        return self._state.underruns

    @property
    def device(self) -> str | None:
        """Key of the output device; None is the system's default."""
        return self._state.device

    @property
    def latency(self) -> float:
        """Length of the sound card's buffer in seconds."""
        return self._state.latency

    @property
    def sample_rate(self) -> int:
        """Sample rate of the sketch in Hz."""
        return self._state.sample_rate

    @property
    def loop(self) -> Region | None:
        """The loop, in samples ``[start, stop)``; None for none."""
        return self._state.mix.loop

    def subscribe(self, listener: Listener) -> None:
        """Call a function at every event, in another thread."""
        self._listeners = [*self._listeners, listener]

    def unsubscribe(self, listener: Listener) -> None:
        """Stop calling a function."""
        self._listeners = [other for other in self._listeners if other != listener]

    def play(self, start_sample: int | None = None, *, count_in_bars: int = 0, on_bar_line: bool = False) -> None:
        """Play from a sample; by default from the present position, or the beginning if that is the end.

        While it plays, this seeks to the start sample, if there is one.

        Parameters
        ----------
        start_sample : int, optional
        count_in_bars : int
            Bars of clicks before the start, in time with the beats of the sketch; the position does not move meanwhile.
        on_bar_line : bool
            Whether it begins, and goes on after a seek, at a bar line of the peers, see `set_bar_lines`.
        """
        self._start_thread()
        with self._turn_lock:
            self._turn += 1
            self._playing, self._sought = True, None
            self.error, self.stop_requested = None, False
        self._send(Play(self._turn, start_sample, count_in_bars, on_bar_line))

    def sound(self, tones: Tones | None) -> None:
        """Play tones with the synthesiser until the next call, whether the sketch plays or not; None fades them out.

        They are heard with the master gain and through the limiter, and are not part of the mix and its levels.
        Nothing is reported if there is no device.
        """
        touched = self._state.touched
        self._state.tones = tones
        self._wake(touched)

    def scrub(self, sample: int | None) -> None:
        """Play the sound between the last sample and this one, forwards or backwards; None ends scrubbing."""
        touched = self._state.touched
        self._state.scrubbed, self._sought = sample, None
        self._wake(touched)

    def stop(self) -> None:
        """Fade out and stop."""
        with self._turn_lock:
            self.stop_requested = self.stop_requested or self._playing
            self._playing = False
        self._send(Stop())

    def seek(self, sample: int) -> None:
        """Go to another sample, with a crossfade if it plays."""
        sample = min(max(0, sample), self._state.mix.samples)
        self._state.rest_position = sample
        self._sought = None if self._playing else sample
        self._send(Seek(sample))

    def set_tracks(self, tracks: tuple[Track, ...], samples: int, circular: bool = False) -> None:
        """Play other tracks from the next block on; see `riffdesk.audio.playing.playback.PlaybackMix`."""
        self._change_mix(tracks=tracks, samples=samples, circular=circular)
        self._state.rest_position = min(self._state.rest_position, samples)

    def replace_sound(self, key: str, audio: Audio) -> None:
        """Replace the audio of a track from the next block on; from any thread.

        Parameters
        ----------
        key : str
            Key of the track; ignored if there is none.
        audio : Audio ``[channels, samples]``
        """
        with self._mix_lock:
            tracks = self._state.mix.tracks
            changed = tuple(replace(track, audio=audio) if track.key == key else track for track in tracks)
            self._state.mix = replace(self._state.mix, tracks=changed)

    def set_loop(self, region: Region | None) -> None:
        """Loop samples ``[start, stop)``; None plays to the end."""
        self._change_mix(loop=region)

    def set_master(self, gain: float) -> None:
        """Set the master gain, linear."""
        self._master = gain
        self._change_mix(master=self._master * self._trim)

    def set_trim(self, gain: float) -> None:
        """Set a gain besides the master gain, linear, to compare at one level."""
        self._trim = gain
        self._change_mix(master=self._master * self._trim)

    def set_beat(self, tempo: float, beats_per_bar: int) -> None:
        """Set tempo, in beats per minute, and meter of the metronome and the count-in."""
        self._beat = tempo, beats_per_bar
        self._set_clicks()

    def set_metronome(self, on: bool) -> None:
        """Switch the metronome on or off; its clicks are not part of the mix and its levels."""
        self._metronome = on
        self._set_clicks()

    def set_click_gain(self, gain: float) -> None:
        """Set the level of metronome and count-in: the peak of the accent, linear."""
        self._click_gain = gain
        self._set_clicks()

    def set_bar_lines(self, lines: BarLines | None) -> None:
        """Set the bar lines of peers, which are other programs that play along; None if there are none.

        Playback that waits for them begins when one of theirs is heard together with one of the sketch, or as
        long after it. The bars of the sketch begin at sample 0 and last as long as theirs.
        """
        self._state.bar_lines = lines

    def set_device(self, key: str | None) -> None:
        """Change the output device, also while it plays; None is the system's default."""
        self._state.device = key
        self.error = None
        self._send(ChangeDevice())

    def look_for_devices(self) -> bool:
        """Refresh the list of devices while it plays, which makes a gap; return False if it does not play.

        The event ``looked`` follows when the list is refreshed.
        """
        if self._playing:
            self._send(ChangeDevice(refresh=True))
        return self._playing

    def set_sample_rate(self, rate: int) -> None:
        """Set the sketch's sample rate; another rate stops playback."""
        if rate != self.sample_rate:
            self.close()
            self._state.sample_rate = rate
            self._set_clicks()

    def reset_clipped(self) -> None:
        """Switch the clip light off."""
        self._state.clipped = False

    def close(self) -> None:
        """Fade out and close the device; waits a second at most. Nobody hears of events afterwards."""
        self.sound(None)
        self.scrub(None)
        self.stop()
        thread, self._thread = self._thread, None
        if thread is not None and not thread.ended:
            thread.send(Close())
            thread.join(1.0)
        self._listeners = []  # a device that hangs may answer when they do not exist any more

    def _wake(self, touched: bool) -> None:
        """Open the device, if it is now touched and was not before."""
        if self._state.touched and not touched:
            self._start_thread()
            self._send(Wake())

    def _start_thread(self) -> None:
        if self._thread is None or self._thread.ended:
            self._thread = PlayerThread(self._state, self._handle_event)
            self._thread.start()

    def _set_clicks(self) -> None:
        clicks, settings = self._state.clicks.audio, (*self._beat, self.sample_rate)
        if not isinstance(clicks, Clicks) or (clicks.tempo, clicks.beats_per_bar, clicks.sample_rate) != settings:
            clicks = Clicks(*settings)
        self._state.clicks = Track(clicks, self._click_gain, self._click_gain, "metronome")
        self._change_mix(clicks=self._state.clicks if self._metronome else None)

    def _change_mix(self, **fields: object) -> None:
        with self._mix_lock:
            self._state.mix = replace(self._state.mix, **fields)  # type: ignore[arg-type]

    def _send(self, command: Command) -> None:
        if self._thread is not None:
            self._thread.send(command)

    @property
    def _clock(self) -> PlaybackClock | None:
        return self._thread.clock if self._thread is not None else None

    def _handle_event(self, turn: int | None, event: PlayerEvent) -> None:
        """Handle an event of the thread and pass it on; the end of a turn is ignored if a newer one has begun."""
        if event.kind in ("stopped", "finished", "failed"):
            with self._turn_lock:
                if turn in (None, self._turn):
                    self._playing = False
                    self.error = event.message or None
        for listener in self._listeners:
            listener(event)
