"""Plays a jam: starts and stops it, sends it messages, and keeps its bars.

The engine's process makes the bars (`riffdesk.engine.session.jam`), on the worker of riffs. Each goes onto a tape that
the player plays in place of the sketch. Ten times a second the engine gets the position of the playhead, so that it
keeps a few bars ahead.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from riffdesk.audio.playing.tape import MadeBar, Tape
from riffdesk.dsp.mix import gain_of
from riffdesk.engine.remote.mailbox import Mailbox
from riffdesk.engine.session.jam_message import InvalidValue, JamMessage, read_message
from riffdesk.engine.session.jam_request import JamBar, JamRequest, JamStarted, Played
from riffdesk.errors import Cancelled, UserError
from riffdesk.language import plural, tr
from riffdesk.progress import Step
from riffdesk.sketch.events import DocumentOpened
from riffdesk.sketch.sections.incoming_sections import add_parts
from riffdesk.ui.jam.jam_paint import JamPaint
from riffdesk.ui.playing.playback import Playback
from riffdesk.ui.riff.recipe_maker import RecipeMaker
from riffdesk.ui.window_parts import WindowParts
from riffdesk.ui.worker import Job

if TYPE_CHECKING:
    from riffdesk.audio.filing.recording import Recording

_TELL_MS = 100
_SAFE = 0.7  # seconds; a little more than the engine's
_BARS_BEFORE = 2  # bars that are ready before playback begins


class Jam(QObject):
    """The jam of a window.

    Parameters
    ----------
    parts : WindowParts
    recipe_maker : RecipeMaker
        Makes the recipe that a jam begins with.
    playback : Playback
    """

    changed = Signal()
    """It was started or stopped, or a bar was made."""
    kept = Signal(object)
    """Bars were kept as a `Layer`."""
    reserve_changed = Signal()
    """The playhead has moved, and with it the reserve of bars."""
    _recorded = Signal(object)

    def __init__(
        self,
        parts: WindowParts,
        recipe_maker: RecipeMaker,
        playback: Playback,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sketch, self._player, self._notice = parts.sketch, parts.player, parts.notice
        self.paint = JamPaint(parts.sketch, self)
        """The layer that is painted into its loop."""
        self._loop = 0
        self._worker, self._requests, self._playback = parts.render_worker, recipe_maker, playback
        self._job: Job | None = None
        self._mailbox = Mailbox()
        self._begun = False
        self._heard = 0
        self.tape: Tape | None = None
        """The tape of the last jam; None before the first bar."""
        self.last: JamBar | None = None
        """The newest bar."""
        self.log: list[JamMessage] = []
        """Messages that were applied, with their bars."""
        self._levels: dict[str, float] = {}
        self._muted: tuple[str, ...] = ()
        self._mixed = False
        self._recording: Recording | None = None
        self._recorded_to = 0
        self._recorded.connect(self._end_recording, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, interval=_TELL_MS)
        self._timer.timeout.connect(self._tell_played)
        self._worker.stepped.connect(self._on_step)
        playback.changed.connect(self._on_playback)
        parts.sketch.subscribe(lambda _: self._end(), DocumentOpened)

    @property
    def running(self) -> bool:
        """Whether it plays or starts."""
        return self._job is not None

    @property
    def next_bar(self) -> int:
        """Number, from 1, of the next bar that a change can affect: one that is not made, or can be made again."""
        if self.last is None or self.tape is None:
            return 1
        last_can_be_made_again = (self.reserve - 1) * self.tape.bar / self.tape.rate > 1.5 * self.last.seconds + _SAFE
        return self.last.number + (1 if last_can_be_made_again else 2)

    @property
    def heard_bar(self) -> int:
        """Number, from 1, of the bar that is played; 0 before the first."""
        if self.tape is None or not self._begun:
            return 0
        return int(self.tape.made_at(self._position) / self.tape.bar) + 1

    @property
    def is_repeating(self) -> bool:
        """Whether the last bars are repeated because the next one is late."""
        return self.tape is not None and self._begun and self.tape.repeats_at(self._position)

    @property
    def reserve(self) -> float:
        """Finished bars that were not played yet."""
        if self.tape is None:
            return 0.0
        return max(0.0, (self.tape.length - self._position) / self.tape.bar)

    def shown_seconds(self, seconds: float) -> float:
        """Return the time of the playhead on the canvas: within the loop, if a layer is painted into it."""
        if self.paint.on:
            return self.paint.seconds_at(self._position)
        return seconds % self._sketch.seconds

    @property
    def _position(self) -> int:
        return self._player.position if self._begun and self._playback.plays_tape else self._heard

    def start(self, prompt: str, first: dict[str, Any], loop: int) -> None:
        """Start a jam in the tempo, meter, key and chords of the sketch.

        Parameters
        ----------
        prompt : str
            The first prompt; an empty one is that of the sketch.
        first : dict
            A message for its first bar.
        loop : int
            Bars of the loop.
        """
        if self.running:
            return
        from riffdesk.engine.session.jam import jam

        with self._notice.reporting_errors():
            self._requests.adopt_tempo_and_key()
            recipe = self._requests.current_recipe(1.0)
            keyframe = recipe.keyframes[0]
            keyframe = replace(keyframe, prompt=prompt or keyframe.prompt, blend=(), seconds=0.0)
            recipe = replace(recipe, keyframes=(keyframe,), circular=False, clips=False, in_time=True)
            messages = (read_message({"bar": 0, "prompt": keyframe.prompt, **first}),)
            self._mixed, self._loop = False, loop
            request = JamRequest(recipe, self._sketch.params, loop, messages, paced=True)
            self.tape = self.last = None
            self.log, self._mailbox, self._begun, self._heard = [], Mailbox(), False, 0
            self._player.stop()
            self._job = self._worker.submit(
                jam, request, tr("Jamming"), lambda _: self._end(), self._fail, mailbox=self._mailbox
            )
            self._timer.start()
            self.changed.emit()

    def stop(self) -> None:
        """Stop at the end of the present bar."""
        if self._job is None:
            return
        self._worker.cancel(self._job)
        if self.tape is None or not self._begun:
            self._end()
            return
        bar = self.tape.bar
        lines = [entry.line + bar for entry in self.tape.bars(self.tape.length + round(2 * bar))]
        self.tape.end_at(round(next((line for line in lines if line > self._position), self.tape.length)))

    def send(self, content: dict[str, Any]) -> bool:
        """Send a message for the next possible bar; return whether it is valid, else it is reported."""
        try:
            message = read_message(content)
        except InvalidValue as error:
            self._notice.warn(error.sentence)
            return False
        if self.running:
            self._mailbox.put(message)
        return True

    def mix(self, levels: dict[str, float], muted: tuple[str, ...]) -> None:
        """Set levels of parts in dB, and mutes: immediately for parts that are rendered alone.

        The engine gets them too, for bars whose parts are rendered together, and for the log.
        """
        self._levels, self._muted, self._mixed = levels, muted, True
        self._set_gains()

    def _set_gains(self) -> None:
        if self.tape is not None:
            muted = dict.fromkeys(self._muted, 0.0)
            self.tape.set_gains({role: gain_of(level) for role, level in self._levels.items()} | muted)

    def is_alone(self, role: str) -> bool:
        """Return whether the part of a role is rendered alone, so that its sound can be changed at once."""
        return self.last is None or all(stem.roles == (role,) for stem in self.last.stems if role in stem.roles)

    def keep(self, *, bars: int | None = None, seconds: float | None = None) -> None:
        """Keep the last played bars as layers, one for each stem; by default all of the tape."""
        from riffdesk.ui.jam.kept_bars import last_bars

        kept = None
        if self.tape is not None:
            kept = last_bars(self.tape, self._position, self._sketch.params.hop, seconds, bars)
        if kept is None:
            self._notice.tell(tr("There is nothing to keep yet: wait for the end of a bar."))
            return
        with self._notice.reporting_errors():
            layers, count = kept.layers, len(kept.bars)
            add_parts(self._sketch, layers, samples=kept.samples)
            self.paint.select_again()
            self.kept.emit(kept.mix if len(layers) > 1 else layers[0])
            self._notice.tell(
                plural(count, "The last bar is a layer now.", "The last {count} bars are a layer now.")
                if len(layers) == 1
                else plural(
                    count,
                    "The last bar is {layers} layers, one for each part, now.",
                    "The last {count} bars are {layers} layers, one for each part, now.",
                    layers=len(layers),
                )
            )

    @property
    def recording(self) -> bool:
        """Whether the jam is recorded to a file."""
        return self._recording is not None

    def record(self, path: Path) -> None:
        """Record the jam to a sound file from now on, until `stop_recording` or the end of the jam."""
        from riffdesk.audio.filing.recording import Recording

        if self.tape is None or not self.running:
            return
        with self._notice.reporting_errors():
            channels = self.tape.shape[0]
            self._recording = Recording(path, self.tape.rate, channels, self._recorded.emit)
            self._recorded_to = self._position
            self.changed.emit()

    def stop_recording(self) -> None:
        """Complete the file."""
        if self._recording is not None:
            self._write_played()
            self._recording.finish()

    def close(self) -> None:
        """Complete the file, when the window is closed."""
        recording = self._recording
        self.stop_recording()
        if recording is not None:
            recording.wait()

    def _write_played(self) -> None:
        if self._recording is not None and self.tape is not None and self._heard > self._recorded_to:
            self._recording.write(self.tape.read(self._recorded_to, self._heard))
            self._recorded_to = self._heard

    def _end_recording(self, error: UserError | None) -> None:
        recording, self._recording = self._recording, None
        if error is not None:
            self._notice.report(error)
        elif recording is not None:
            self._notice.tell(tr("Wrote {name}.", name=recording.path.name))
        self.changed.emit()

    # Events of the engine and the player

    def _on_step(self, job: Job, step: Step) -> None:
        if job is not self._job:
            return
        if isinstance(step.partial, JamStarted):
            rate = self._sketch.params.sample_rate
            bar = step.partial.beats_per_bar * 60 / step.partial.tempo * rate
            self.tape = Tape(rate, bar, 2 if self._sketch.params.stereo else 1)
            self._set_gains()
            self.paint.begin(self.tape, self._loop)
        elif isinstance(step.partial, JamBar) and self.tape is not None and not self.tape.ended:
            self._take(step.partial, self.tape)

    def _take(self, bar: JamBar, tape: Tape) -> None:
        audio = {stem.roles: stem.audio for stem in bar.stems}
        after = {stem.roles: stem.after for stem in bar.stems}
        tape.append(MadeBar(audio, after, bar.number, bar.sample, without_sound(bar), bar.position))
        self.last = bar
        self.paint.take(bar)
        self.log = [message for message in self.log if message.bar != bar.number] + [*bar.messages]
        for notice in bar.notices:
            self._notice.warn(notice)
        if not self._begun and bar.number + 1 >= _BARS_BEFORE:
            self._begun = True
            self._playback.play_tape(tape)
        self.changed.emit()

    def _tell_played(self) -> None:
        tape = self.tape
        if self._mixed:
            self._mixed = False
            self._mailbox.put(JamMessage(levels=self._levels, muted=self._muted))
        if tape is not None and self._begun:
            self._heard = self._position
            self._write_played()
            self._mailbox.put(Played(tape.made_at(self._heard)))
            if tape.end is not None and self._heard >= tape.end:
                self._end()
        self.reserve_changed.emit()

    def _on_playback(self) -> None:
        """End the jam if the player was stopped, or plays the sketch before the first bar is ready."""
        if self._begun and self._playback.plays_tape and not self._player.playing:
            self._end()
        elif self.running and not self._begun and self._player.playing:
            self.stop()

    def _fail(self, error: Exception) -> None:
        """Play the remaining bars after an error of the engine."""
        if not isinstance(error, Cancelled):
            self._notice.report(error)
        if self.tape is None or not self._begun:
            self._end()
        elif not self.tape.ended:
            self.tape.end_at(self.tape.length)

    def _end(self) -> None:
        """End the jam, so that the player plays the sketch again."""
        job, self._job = self._job, None
        if job is not None:
            self._worker.cancel(job)
        self._timer.stop()
        self.paint.end()
        if self._playback.plays_tape:
            self._heard = self._position
            self.stop_recording()
            self._player.stop()
            self._playback.play_tape(None)
        self.changed.emit()


def without_sound(bar: JamBar) -> JamBar:
    """Return a bar without its sound, which the tape has, and with ink in half the memory."""
    none = np.zeros((0, 0), np.float32)
    stems = (replace(stem, ink=stem.ink.astype(np.float16), audio=none, after=none) for stem in bar.stems)
    return replace(bar, stems=tuple(stems))
