"""The thread that writes to the sound card, and the one that watches it. See `riffdesk.audio.playing.player`."""

from __future__ import annotations

import queue
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from riffdesk.audio.playing.default_device import follow
from riffdesk.audio.playing.devices import OutputDevice, portaudio, refresh
from riffdesk.audio.playing.metronome_clicks import Clicks
from riffdesk.audio.playing.output import Output
from riffdesk.audio.playing.playback import BLOCK, Block, Playback
from riffdesk.audio.playing.playback_clock import PlaybackClock
from riffdesk.audio.playing.player_commands import ChangeDevice, Close, Command, Play, PlayerEvent, Seek, Stop
from riffdesk.audio.playing.player_state import Transport
from riffdesk.dsp.limiter import Limiter
from riffdesk.errors import UserError

_OPEN_PATIENCE = 8.0  # seconds; a wireless loudspeaker takes its time
_WRITE_PATIENCE = 3.0
_WATCH_EVERY = 0.25
_FORGIVEN_AFTER = 5.0  # seconds from which on a default device that stops working is followed once more
_SWITCH_SECONDS = 0.001  # after which another Python thread has to let this one go on
_PATIENCE = 3  # gaps until the buffer is too short for this machine
_LONGER = 1.5
_LONGEST = 0.12  # seconds; a gap in spite of that has another cause


Report = Callable[[int | None, PlayerEvent], None]


class _LeftBehindError(Exception):
    """The player no longer waits for this thread."""


@contextmanager
def _short_turns() -> Iterator[None]:
    """Have the interpreter change between threads often, so that a busy one does not make a gap."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(min(before, _SWITCH_SECONDS))
    try:
        yield
    finally:
        sys.setswitchinterval(before)


class PlayerThread(threading.Thread):
    """Obeys commands, one between two blocks, and plays.

    Parameters
    ----------
    transport : Transport
        Shared with the player.
    report : callable
        Told of each event and the turn it belongs to, None for all: the thread is gone.
    """

    def __init__(self, transport: Transport, report: Report) -> None:
        super().__init__(name="riffdesk player", daemon=True)
        self.heard: PlaybackClock | None = None
        self.gone = False
        self._transport, self._report = transport, report
        self._playback = Playback(transport.sample_rate)
        self._limiter = Limiter(transport.sample_rate)
        self._inbox: queue.SimpleQueue[Command] = queue.SimpleQueue()
        self._commands: deque[Command] = deque()
        self._turn = 0
        self._ending: Command | None = None  # why it fades out
        self._look_due = False
        self._follows = True  # the default device, as long as that leads anywhere
        self._in_use = ""  # key of the device that is open, or was last
        self._away_from = ""  # key of the device that was the default before
        self._broken: UserError | None = None  # what the default device stopped working with
        self._broke = -_FORGIVEN_AFTER
        self._unannounced = False
        self._count_in_bars = 0
        self._gaps = 0
        self._deadline: float | None = None
        self._left_behind = False

    def tell(self, command: Command) -> None:
        """Have a command obeyed; called from any thread."""
        self._inbox.put(command)

    def run(self) -> None:
        """Sleep until there is something to play; play it."""
        try:
            while not isinstance(self._ending, Close):
                self._obey_at_rest(self._commands.popleft() if self._commands else self._inbox.get())
        except _LeftBehindError:
            return
        except Exception:
            self.gone = True
            self._tell(PlayerEvent("failed", "Playback stopped because of a mistake in riffdesk."))
            raise

    def _obey_at_rest(self, command: Command) -> None:
        if isinstance(command, Play):
            self._turn, self._unannounced = command.turn, True
            self._transport.rest = self._from(command.start)
            self._count_in_bars = command.count_in_bars
            self._play()
        elif isinstance(command, Seek):
            self._transport.rest = command.position
        elif isinstance(command, ChangeDevice) and command.look:
            self._look_due = True
            self._look_at_rest()
        elif isinstance(command, Close):
            self._ending = command

    def _play(self) -> None:
        """Play until all is silent, on one device after the other if it is changed."""
        self._away_from, self._broken = "", None
        try:
            self._play_on_device()
            while isinstance(self._ending, ChangeDevice):
                self._play_on_device()
        except UserError as error:
            self._let_go()
            self._tell(PlayerEvent("failed", str(error)))
        else:
            self._let_go()
            self._tell_end()
            self._look_at_rest()

    def _let_go(self) -> None:
        """Hold nothing of the sound that was played, which may be another sketch's by now."""
        self._playback = Playback(self._transport.sample_rate)

    def _play_on_device(self) -> None:
        self._ending, self._gaps = None, 0
        done = threading.Event()
        threading.Thread(target=self._watch, args=(done,), name="riffdesk player watch", daemon=True).start()
        try:
            self._expect_within(_OPEN_PATIENCE)
            self._look()
            output = Output(self._transport.device, self._transport.sample_rate, self._transport.latency)
            self._in_use = output.device.key
            try:
                self._follow_default(output.device, done)
                with _short_turns():
                    self._write_until_silent(output)
            except UserError as error:
                self._go_on_after(error, output.device)
            finally:
                self._expect_within(_OPEN_PATIENCE)
                output.close()
        finally:
            self._deadline = None
            done.set()
            self._come_to_rest()

    # Other devices

    def _look(self) -> None:
        """Look which devices there are, if that is due; nothing may be open."""
        if self._look_due:
            self._look_due = False
            refresh()
            self._tell(PlayerEvent("looked"))

    def _look_at_rest(self) -> None:
        try:
            self._look()
        except UserError as error:
            self._tell(PlayerEvent("failed", str(error)))

    def _follow_default(self, device: OutputDevice, over: threading.Event) -> None:
        """Have the default device followed, if it is the one in use and does not move by itself."""
        if device.key == self._away_from:
            if self._broken is not None:
                raise self._broken
            self._follows = False  # what is the default depends on who asks
        self._away_from, self._broken = "", None
        if self._transport.device is None and not device.follows_default and self._follows:
            change = ChangeDevice(look=True, away_from=device.key)
            arguments = device.key, over, lambda: self.tell(change)
            threading.Thread(target=follow, args=arguments, name="riffdesk default device", daemon=True).start()

    def _go_on_after(self, error: UserError, device: OutputDevice) -> None:
        """Go on on the new default device if the old one is gone; raise the error if there is none to follow."""
        if isinstance(self._ending, ChangeDevice):
            return
        now = time.monotonic()
        chosen = self._transport.device is not None or device.follows_default
        if chosen or self._ending is not None or error is self._broken or now - self._broke < _FORGIVEN_AFTER:
            raise error
        self._away_from, self._broken, self._broke = device.key, error, now
        self._ending, self._look_due = ChangeDevice(), True

    def _write_until_silent(self, output: Output) -> None:
        self._leave_if_left_behind()
        self._playback = Playback(self._transport.sample_rate)
        self._playback.score = self._transport.score
        self._start(self._transport.rest)
        self._limiter = Limiter(self._transport.sample_rate)
        self.heard = PlaybackClock(self._transport.sample_rate)
        silence = 0
        while silence < output.depth + self._limiter.delay:
            self._obey()
            self._take_a_longer_buffer_after_gaps()
            self._playback.score = self._transport.score
            block = self._playback.block()
            self._write(output, block)
            silence = 0 if self._playback.active else silence + BLOCK

    def _write(self, output: Output, block: Block) -> None:
        sound = self._limiter.process(block.sound.T).T
        self._expect_within(_WRITE_PATIENCE)
        if output.write(sound):
            self._transport.underruns += 1
            self._gaps += 1
        self._leave_if_left_behind()
        if block.over:
            self._transport.clipped = True
        if self.heard is not None:
            self.heard.wrote(block, output.waiting + self._limiter.delay, time.monotonic())
        if self._unannounced:
            self._unannounced = False
            self._tell(PlayerEvent("started"))

    # Between two blocks

    def _obey(self) -> None:
        """Obey the oldest command; of several seeks in a row, the newest."""
        while not self._inbox.empty():
            self._commands.append(self._inbox.get())
        while len(self._commands) > 1 and isinstance(self._commands[0], Seek) and isinstance(self._commands[1], Seek):
            self._commands.popleft()
        if not self._commands:
            return
        command = self._commands.popleft()
        if isinstance(command, Play):
            self._obey_play(command)
        elif isinstance(command, Seek):
            self._obey_seek(command.position)
        elif not isinstance(command, ChangeDevice):
            self._ending = command
            self._playback.stop()
        elif command.away_from in ("", self._in_use):  # not from a device that stopped working just before
            self._obey_change(command)

    def _obey_change(self, command: ChangeDevice) -> None:
        if self._ending is None:
            self._ending = command
            self._playback.stop()
        self._look_due = self._look_due or command.look
        self._away_from = command.away_from

    def _obey_play(self, command: Play) -> None:
        if self._ending is None and self._playback.active:
            if command.start is not None:
                self._playback.seek(command.start)
        elif isinstance(self._ending, ChangeDevice):
            if command.start is not None:
                self._rest_at(command.start)
        elif not isinstance(self._ending, Close):
            start = self._from(command.start)
            self._tell_end()
            self._ending, self._unannounced = None, True
            self._count_in_bars = command.count_in_bars
            self._start(start)
            self._transport.rest = start
            self.heard = self.heard or PlaybackClock(self._transport.sample_rate)
        self._turn = command.turn

    def _start(self, start: int) -> None:
        """Play from a sample, once after the bars that count in."""
        bars, self._count_in_bars = self._count_in_bars, 0
        clicks = self._transport.clicks
        if bars and isinstance(clicks.audio, Clicks):
            self._playback.start(start, replace(clicks, audio=clicks.audio.before(start, bars)))
        else:
            self._playback.start(start)

    def _obey_seek(self, position: int) -> None:
        if self._ending is not None:
            self._rest_at(position)
        elif self._playback.active:
            self._playback.seek(position)
        else:
            self._playback.start(position)  # the end was written, but is not heard yet

    def _take_a_longer_buffer_after_gaps(self) -> None:
        """Open the device anew with a longer buffer; it stays so until the user chooses another."""
        latency = self._transport.latency
        if self._gaps >= _PATIENCE and latency < _LONGEST and self._ending is None and self._playback.active:
            self._transport.latency = latency = min(_LONGER * latency, _LONGEST)
            message = f"The sound had gaps; its buffer holds {1_000 * latency:.0f} ms now."
            self._tell(PlayerEvent("longer buffer", message))
            self._ending = ChangeDevice()
            self._playback.stop()

    def _from(self, start: int | None) -> int:
        """Return where to begin if asked to play from here."""
        score = self._transport.score
        if start is None:
            start = self._transport.rest if self.heard is None else self._playback.position
        if start >= score.samples:
            return score.region[0] if score.region else 0
        return max(0, start)

    def _rest_at(self, position: int) -> None:
        """Rest at a place other than where the sound ends."""
        self._transport.rest = position
        self.heard = None

    def _come_to_rest(self) -> None:
        """Rest where the sound ended, or where it was last heard if it was cut off."""
        heard = self.heard
        if heard is not None:
            position = heard.position(time.monotonic()) if self._playback.active else self._playback.position
            self._rest_at(self._transport.rest if position is None else position)

    # What it reports

    def _tell_end(self) -> None:
        asked = isinstance(self._ending, Stop | Close)
        self._tell(PlayerEvent("stopped" if asked else "finished"))

    def _tell(self, event: PlayerEvent) -> None:
        if not self._left_behind:
            self._report(None if self.gone else self._turn, event)

    # Whether it hangs

    def _expect_within(self, seconds: float) -> None:
        self._deadline = time.monotonic() + seconds

    def _watch(self, done: threading.Event) -> None:
        """Leave the thread behind if it is late at two looks in a row; one may just follow a machine's sleep."""
        late = 0
        while late < 2:
            if done.wait(_WATCH_EVERY):
                return
            deadline = self._deadline
            late = late + 1 if deadline is not None and time.monotonic() > deadline else 0
        self._left_behind = self.gone = True
        self._come_to_rest()
        portaudio.give_up()
        name = f"“{self._transport.device}”" if self._transport.device else "in use"
        message = f"The sound device {name} does not answer any more. Choose another output device and press play."
        self._report(None, PlayerEvent("failed", message))

    def _leave_if_left_behind(self) -> None:
        if self._left_behind:
            raise _LeftBehindError
