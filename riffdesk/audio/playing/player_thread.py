"""The thread that writes to the output device, and the thread that watches it. See `riffdesk.audio.playing.player`."""

from __future__ import annotations

import queue
import threading
import time
from collections import deque
from collections.abc import Callable

import numpy as np

from riffdesk.audio.device_errors import silent_device
from riffdesk.audio.playing.default_device import watch_default_device
from riffdesk.audio.playing.devices import AudioDevice, portaudio, refresh
from riffdesk.audio.playing.interpreter import short_waits
from riffdesk.audio.playing.output import Output
from riffdesk.audio.playing.playback import BLOCK, Block, Playback
from riffdesk.audio.playing.playback_clock import PlaybackClock
from riffdesk.audio.playing.player_commands import ChangeDevice, Close, Command, Play, PlayerEvent, Seek, Stop, Wake
from riffdesk.audio.playing.player_state import PlayerState
from riffdesk.dsp.limiter import Limiter
from riffdesk.dsp.mix import Track
from riffdesk.dsp.scrub import Scrub
from riffdesk.dsp.synth import Synth
from riffdesk.errors import UserError
from riffdesk.language import tr

_OPEN_TIMEOUT = 8.0  # seconds; wireless loudspeakers are slow
_WRITE_TIMEOUT = 3.0
_WATCH_INTERVAL = 0.25
_FAILURE_INTERVAL = 5.0  # seconds between two failures of the default device for playback to move to the new default
_BEGIN_WITHIN = 2 * BLOCK  # frames; more than the time of the next block changes by from one to the next
_MAX_GAPS = 3  # gaps until the buffer is lengthened
_BUFFER_FACTOR = 1.5
_MAX_BUFFER = 0.12  # seconds; further gaps have another cause

Report = Callable[[int | None, PlayerEvent], None]


class _AbandonedError(Exception):
    """The player has abandoned this thread."""


class PlayerThread(threading.Thread):
    """Handles commands, one between two blocks, and plays.

    Parameters
    ----------
    state : PlayerState
        Shared with the player.
    report : callable
        Called with the turn and each event; the turn is None if the thread ends.
    """

    def __init__(self, state: PlayerState, report: Report) -> None:
        super().__init__(name="riffdesk player", daemon=True)
        self.clock: PlaybackClock | None = None
        self.ended = False
        self._state, self._report = state, report
        self._playback = Playback(state.sample_rate)
        self._limiter = Limiter(state.sample_rate)
        self._inbox: queue.SimpleQueue[Command] = queue.SimpleQueue()
        self._commands: deque[Command] = deque()
        self._synth, self._scrub = Synth(state.sample_rate), Scrub(state.sample_rate)
        self._turn = 0
        self._reports_end = False  # whether the sketch plays, so that its end is to be reported
        self._ending: Command | None = None  # the command for which it fades out
        self._refresh_due = False
        self._follows_default = True  # False after following the default device has led back to the same device
        self._device_key = ""  # key of the device that is, or was last, open
        self._old_default = ""  # key of the former default device
        self._default_error: UserError | None = None  # error of the default device
        self._default_failed_at = -_FAILURE_INTERVAL
        self._unannounced = False
        self._count_in_bars, self._on_bar_line = 0, False
        self._gaps = 0
        self._deadline: float | None = None
        self._abandoned = False

    @property
    def held(self) -> bool:
        """Whether it is silent until a bar line of the peers."""
        return self._playback.held

    def send(self, command: Command) -> None:
        """Send a command; called from any thread."""
        self._inbox.put(command)

    def run(self) -> None:
        """Wait for commands and handle them."""
        try:
            while not isinstance(self._ending, Close):
                self._handle_at_rest(self._commands.popleft() if self._commands else self._inbox.get())
        except _AbandonedError:
            return
        except Exception:
            self.ended = True
            self._report_event(PlayerEvent("failed", tr("Playback stopped because of a mistake in riffdesk.")))
            raise

    def _handle_at_rest(self, command: Command) -> None:
        if isinstance(command, Play):
            self._turn, self._unannounced, self._reports_end = command.turn, True, True
            self._state.rest_position = self._start_sample(command.start)
            self._count_in_bars, self._on_bar_line = command.count_in_bars, command.on_bar_line
            self._play()
        elif isinstance(command, Wake):
            if self._state.touched:
                self._play()
        elif isinstance(command, Seek):
            self._state.rest_position = command.position
        elif isinstance(command, ChangeDevice) and command.refresh:
            self._refresh_due = True
            self._refresh_at_rest()
        elif isinstance(command, Close):
            self._ending = command

    def _play(self) -> None:
        """Play to the end, also across changes of the device."""
        self._old_default, self._default_error = "", None
        try:
            self._play_on_device()
            while isinstance(self._ending, ChangeDevice):
                self._play_on_device()
        except UserError as error:
            self._release_sound()
            if self._reports_end:
                self._report_event(PlayerEvent("failed", str(error)))
            self._reports_end = False
        else:
            self._release_sound()
            self._report_end()
            self._refresh_at_rest()

    def _release_sound(self) -> None:
        """Release the audio of the sketch that was played."""
        self._playback = Playback(self._state.sample_rate)

    def _play_on_device(self) -> None:
        self._ending, self._gaps = None, 0
        done = threading.Event()
        threading.Thread(target=self._watch, args=(done,), name="riffdesk player watch", daemon=True).start()
        try:
            self._expect_within(_OPEN_TIMEOUT)
            self._refresh_if_due()
            output = Output(self._state.device, self._state.sample_rate, self._state.latency)
            self._device_key, self._state.device_latency = output.device.key, output.device_latency
            try:
                self._follow_default(output.device, done)
                with short_waits():
                    self._write_until_silent(output)
            except UserError as error:
                self._switch_default_after(error, output.device)
            finally:
                self._expect_within(_OPEN_TIMEOUT)
                output.close()
        finally:
            self._deadline = None
            done.set()
            self._set_rest_position()

    # Other devices

    def _refresh_if_due(self) -> None:
        """Refresh the list of devices if that was requested; no stream may be open."""
        if self._refresh_due:
            self._refresh_due = False
            refresh()
            self._report_event(PlayerEvent("looked"))

    def _refresh_at_rest(self) -> None:
        try:
            self._refresh_if_due()
        except UserError as error:
            self._report_event(PlayerEvent("failed", str(error)))

    def _follow_default(self, device: AudioDevice, ended: threading.Event) -> None:
        """Start the default device thread, if the default device is in use and the system does not move its streams."""
        if device.key == self._old_default:
            if self._default_error is not None:
                raise self._default_error
            self._follows_default = False  # the query process sees another default than this one
        self._old_default, self._default_error = "", None
        if self._state.device is None and not device.follows_default and self._follows_default:
            change = ChangeDevice(refresh=True, old_default=device.key)
            arguments = device.key, ended, lambda: self.send(change)
            threading.Thread(
                target=watch_default_device, args=arguments, name="riffdesk default device", daemon=True
            ).start()

    def _switch_default_after(self, error: UserError, device: AudioDevice) -> None:
        """Continue on the new default device after the old one failed; raise the error if that is not possible."""
        if isinstance(self._ending, ChangeDevice):
            return
        now = time.monotonic()
        chosen = self._state.device is not None or device.follows_default
        if (
            chosen
            or self._ending is not None
            or error is self._default_error
            or now - self._default_failed_at < _FAILURE_INTERVAL
        ):
            raise error
        self._old_default, self._default_error, self._default_failed_at = device.key, error, now
        self._ending, self._refresh_due = ChangeDevice(), True

    def _write_until_silent(self, output: Output) -> None:
        self._end_if_abandoned()
        self._playback = Playback(self._state.sample_rate)
        self._playback.mix = self._state.mix
        self._limiter = Limiter(self._state.sample_rate)
        if self._reports_end:
            self._start(self._state.rest_position)
            self.clock = PlaybackClock(self._state.sample_rate)
        at_end = silence = 0  # frames since the sketch has ended, and since all sound has
        while silence < output.depth + self._limiter.delay:
            self._handle_next_command()
            self._lengthen_buffer_after_gaps()
            self._playback.mix = self._state.mix
            self._begin_on_bar_line()
            block = self._playback.block()
            self._write(output, block, silent=silence > 0)
            at_end = 0 if self._playback.active else at_end + BLOCK
            silence = min(at_end, 0 if self._synth.sounds or self._scrub.sounds else silence + BLOCK)
            if at_end > silence and at_end >= output.depth + self._limiter.delay and self._reports_end:
                self._set_rest_position()
                self._report_end()

    def _write(self, output: Output, block: Block, *, silent: bool) -> None:
        """Write a block; a gap after a silent one, at the end, is none."""
        self._add_touched(block)
        sound = self._limiter.process(block.sound.T).T
        self._expect_within(_WRITE_TIMEOUT)
        if output.write(sound) and not silent:
            self._state.underruns += 1
            self._gaps += 1
        self._end_if_abandoned()
        if block.over:
            self._state.clipped = True
        if self.clock is not None:
            self.clock.wrote(block, output.waiting + self._limiter.delay, time.monotonic())
        if self._unannounced:
            self._unannounced = False
            self._report_event(PlayerEvent("started"))

    def _add_touched(self, block: Block) -> None:
        """Add tones and scrubbing to a block, whose levels stay those of the mix."""
        going_on = not isinstance(self._ending, ChangeDevice | Close)
        tones, place = (self._state.tones, self._state.scrubbed) if going_on else (None, None)
        master = np.float32(self._state.mix.master)
        if tones is not None or self._synth.sounds:
            block.sound[:] += master * self._synth.block(tones, BLOCK)[:, None]
        if place is not None or self._scrub.sounds:
            block.sound[:] += master * self._scrub.block(self._state.mix.tracks, place, BLOCK).T

    # Between two blocks

    def _handle_next_command(self) -> None:
        """Handle the oldest command; of consecutive seeks, the newest."""
        while not self._inbox.empty():
            self._commands.append(self._inbox.get())
        while len(self._commands) > 1 and isinstance(self._commands[0], Seek) and isinstance(self._commands[1], Seek):
            self._commands.popleft()
        if not self._commands:
            return
        command = self._commands.popleft()
        if isinstance(command, Play):
            self._handle_play(command)
        elif isinstance(command, Seek):
            self._handle_seek(command.position)
        elif isinstance(command, Stop | Close):
            self._ending = command
            self._playback.stop()
        elif isinstance(command, ChangeDevice):
            self._handle_change(command)

    def _handle_change(self, command: ChangeDevice) -> None:
        if command.old_default not in ("", self._device_key):
            return  # that device has failed meanwhile
        if self._ending is None:
            self._ending = command
            self._playback.stop()
        self._refresh_due = self._refresh_due or command.refresh
        self._old_default = command.old_default

    def _handle_play(self, command: Play) -> None:
        if self._ending is None and self._playback.active:
            self._count_in_bars = command.count_in_bars if self._playback.held else 0
            self._on_bar_line = command.on_bar_line
            if command.start is not None:
                self._start(command.start)
        elif isinstance(self._ending, ChangeDevice):
            if command.start is not None:
                self._rest_at(command.start)
            self._unannounced, self._reports_end = self._unannounced or not self._reports_end, True
        elif not isinstance(self._ending, Close):
            start = self._start_sample(command.start)
            self._report_end()
            self._ending, self._unannounced, self._reports_end = None, True, True
            self._count_in_bars, self._on_bar_line = command.count_in_bars, command.on_bar_line
            self._start(start)
            self._state.rest_position = start
            self.clock = self.clock or PlaybackClock(self._state.sample_rate)
        self._turn = command.turn

    def _start(self, start: int) -> None:
        """Play from a sample, after the count-in if there is one, or continue there; on a bar line if wanted."""
        if self._on_bar_line and self._state.bar_lines is not None:
            self._playback.hold(start)
        else:
            self._playback.start(start, self._count_in(start))

    def _count_in(self, start: int) -> Track | None:
        """Return the count-in before a sample in the present tempo, if there is one; only the next start has it."""
        bars, self._count_in_bars = self._count_in_bars, 0
        return self._state.count_in(start, bars)

    def _begin_on_bar_line(self) -> None:
        """Begin what is held, if it is due in the next blocks; a count-in has whole bars."""
        state, clock, playback = self._state, self.clock, self._playback
        if playback.held and clock is not None:
            frames = clock.frames_until(state.bar_lines, playback.position, state.device_latency)
            if frames is not None and frames <= _BEGIN_WITHIN:
                playback.start_after(frames, self._count_in(playback.position))

    def _handle_seek(self, position: int) -> None:
        if self._ending is not None or not self._reports_end:
            self._rest_at(position)
        else:
            self._start(position)  # also if the end was written but not yet played

    def _lengthen_buffer_after_gaps(self) -> None:
        """After several gaps, open the device again with a longer buffer, which is kept."""
        latency = self._state.latency
        if self._gaps >= _MAX_GAPS and latency < _MAX_BUFFER and self._ending is None and self._playback.active:
            self._state.latency = latency = min(_BUFFER_FACTOR * latency, _MAX_BUFFER)
            message = tr("The sound had gaps; its buffer holds {latency:.0f} ms now.", latency=1000 * latency)
            self._report_event(PlayerEvent("longer buffer", message))
            self._ending = ChangeDevice()
            self._playback.stop()

    def _start_sample(self, start: int | None) -> int:
        """Return the first sample to play for a requested start."""
        mix = self._state.mix
        if start is None:
            start = self._state.rest_position if self.clock is None else self._playback.position
        if start >= mix.samples:
            return mix.region[0] if mix.region else 0
        return max(0, start)

    def _rest_at(self, position: int) -> None:
        """Set the rest position."""
        self._state.rest_position = position
        self.clock = None

    def _set_rest_position(self) -> None:
        """Set the rest position to the end of playback, or to the last played sample if it was cut off."""
        clock = self.clock
        if clock is not None:
            position = clock.position(time.monotonic()) if self._playback.active else self._playback.position
            self._rest_at(self._state.rest_position if position is None else position)

    # Reports

    def _report_end(self) -> None:
        if not self._reports_end:
            return
        self._reports_end = False
        requested = isinstance(self._ending, Stop | Close)
        self._report_event(PlayerEvent("stopped" if requested else "finished"))

    def _report_event(self, event: PlayerEvent) -> None:
        if not self._abandoned:
            self._report(None if self.ended else self._turn, event)

    # Detection of a hanging device

    def _expect_within(self, seconds: float) -> None:
        self._deadline = time.monotonic() + seconds

    def _watch(self, done: threading.Event) -> None:
        """Abandon the player thread if it is late at two checks in a row; one may follow a machine's sleep."""
        late = 0
        while late < 2:
            if done.wait(_WATCH_INTERVAL):
                return
            deadline = self._deadline
            late = late + 1 if deadline is not None and time.monotonic() > deadline else 0
        self._abandoned = self.ended = True
        self._set_rest_position()
        portaudio.detach_hanging()
        message = silent_device(self._state.device)
        self._report(None, PlayerEvent("failed", message))

    def _end_if_abandoned(self) -> None:
        if self._abandoned:
            raise _AbandonedError
