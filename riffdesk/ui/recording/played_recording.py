"""Records the input while something plays, and finds where in it the recording belongs.

The input is opened first; playback begins when sound arrives, so that nothing of its beginning is missed. When playback
ends, the input is read a little longer, as what was played along with the end may still be on its way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal

from riffdesk.audio.playing.playback import Region
from riffdesk.ui.playing.playback import Playback
from riffdesk.ui.window_parts import WindowParts

if TYPE_CHECKING:
    from riffdesk.audio.recording.alignment import Round
    from riffdesk.audio.recording.recorder import Channels, InputLevels, Recorder, RecorderEvent

_TAIL_SECONDS = 0.1


@dataclass(frozen=True)
class Recorded:
    """What was recorded.

    Parameters
    ----------
    path : Path
        Its file, which is to be removed when it is no longer needed.
    rounds : list of Round
        Where its parts belong.
    loop : (start, stop), optional
        The loop that was played at the end.
    problem : str
        Why it ended by itself; '' if it did not.
    is_silent : bool
        Whether all of it is exact silence, as of a microphone that may not be used.
    lost : int
        Places where sound was lost, which are silent.
    gaps : int
        Gaps in what was played, after which all of it was heard later.
    """

    path: Path
    rounds: list[Round]
    loop: Region | None
    problem: str
    is_silent: bool
    lost: int
    gaps: int


class PlayedRecording(QObject):
    """The input of a window, which is recorded or only measured.

    Parameters
    ----------
    parts : WindowParts
    playback : Playback
        Its end is the end of the recording.
    """

    changed = Signal()
    """`running` or `monitoring` has changed."""
    ended = Signal(object)
    """A recording has ended: what was `Recorded`."""
    failed = Signal(str)
    """The input could not be opened, or has failed while it was only measured: the message."""
    _event_received = Signal(object, object)

    def __init__(self, parts: WindowParts, playback: Playback, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player, self._settings, self._playback = parts.player, parts.settings, playback
        self._recorder: Recorder | None = None
        self._play: Callable[[], object] | None = None
        self._monitored = self._ending = self._played = False
        self._correction = 0.0
        self._starts = {0}
        self._underruns = 0
        self._event_received.connect(self._on_event, Qt.ConnectionType.QueuedConnection)
        playback.ended.connect(self._on_playback_ended)

    @property
    def running(self) -> bool:
        """Whether it records, from the request until its end."""
        return self._recorder is not None and self._recorder.path is not None

    @property
    def seconds(self) -> float:
        """Length of what was recorded."""
        return self._recorder.seconds if self._recorder is not None else 0.0

    @property
    def levels(self) -> InputLevels | None:
        """Levels of the input; None while it is closed."""
        return self._recorder.levels if self._recorder is not None else None

    def reset_clipped(self) -> None:
        """Switch the clip light off."""
        if self._recorder is not None:
            self._recorder.reset_clipped()

    def monitor(self, on: bool) -> None:
        """Measure the level of the input also while nothing is recorded; with other settings, begin anew."""
        self._monitored = on
        if not self.running:
            self._close()
            if on:
                self._open(None)

    def begin(self, play: Callable[[], object], start: int, correction: float) -> None:
        """Open the input, then play and record.

        Parameters
        ----------
        play : callable
            Starts the player.
        start : int
            Sample from which it plays.
        correction : float
            Seconds that the sound is later than the sound system tells.
        """
        from riffdesk.audio.recording.recording_file import new_path

        if self.running:
            return
        self._close()
        self._play, self._starts, self._correction = play, {0, start}, correction
        self._ending = self._played = False
        self._open(new_path())

    def end(self) -> None:
        """End the recording and playback."""
        if not self.running or self._ending or self._recorder is None:
            return
        self._ending = True
        if self._played:
            self._note_loop()
        self._recorder.end(_TAIL_SECONDS + max(0.0, self._latency))
        self._stop_player()

    def close(self) -> None:
        """Close the input; a recording that runs stays in its file."""
        self._close()

    def _open(self, path: Path | None) -> None:
        from riffdesk.audio.recording.recorder import Recorder

        def send(event: RecorderEvent) -> None:
            try:
                self._event_received.emit(recorder, event)
            except RuntimeError:
                return  # the window was deleted in the meantime

        device = self._settings.input_device or None
        channels = cast("Channels", self._settings.input_channels)
        player = self._player
        recorder = Recorder(device, player.sample_rate, channels, path, lambda: player.place, send)
        self._recorder = recorder
        recorder.start()
        self.changed.emit()

    def _close(self) -> None:
        from riffdesk.audio.recording.recorder import wait_for_end

        recorder, self._recorder = self._recorder, None
        if recorder is not None:
            recorder.end()
            wait_for_end(recorder)
            self.changed.emit()

    @property
    def _latency(self) -> float:
        """Seconds from the output's buffer through the air, or a cable, to the input's."""
        told = self._recorder.latency if self._recorder is not None else 0.0
        return self._player.device_latency + told + self._correction

    def _note_loop(self) -> None:
        """Note where rounds may begin."""
        if self._player.loop is not None:
            self._starts.add(self._player.loop[0])

    def _on_playback_ended(self) -> None:
        if self._played:
            self.end()

    def _on_event(self, recorder: Recorder, event: RecorderEvent) -> None:
        if recorder is not self._recorder:
            return
        if event.kind == "opened":
            self._start_playing()
        elif recorder.path is None:
            self._recorder = None
            self.changed.emit()
            self.failed.emit(event.message)
        else:
            self._finish(recorder, recorder.path, event.message)

    def _start_playing(self) -> None:
        if self._play is None or self._ending:
            return
        play, self._play = self._play, None
        self._underruns = self._player.underruns
        play()
        self._played = True
        self._note_loop()

    def _stop_player(self) -> None:
        if self._played and self._player.playing:
            self._playback.toggle()

    def _finish(self, recorder: Recorder, path: Path, problem: str) -> None:
        from riffdesk.audio.recording.alignment import rounds_of

        loop, samples = self._player.loop, self._player.samples
        stops = {samples, *(() if loop is None else (loop[1],))}
        if self._played and not self._ending:
            self._note_loop()
            self._ending = True
            self._stop_player()
        rate = self._player.sample_rate
        latency, gaps = self._latency, self._player.underruns - self._underruns
        self._recorder = self._play = None
        rounds = rounds_of(recorder.moments, recorder.rate, rate, latency=latency, starts=self._starts, stops=stops)
        self.changed.emit()
        self.ended.emit(Recorded(path, rounds, loop, problem, recorder.is_silent, recorder.lost, gaps))
        if self._monitored and not problem:
            self.monitor(True)
