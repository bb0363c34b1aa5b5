"""The command *Measure*: plays clicks, looks for them in the input, and sets the correction of recordings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from riffdesk.dsp.mix import PlacedAudio
from riffdesk.language import tr
from riffdesk.ui.playing.playback import Playback
from riffdesk.ui.recording.played_recording import PlayedRecording, Recorded
from riffdesk.ui.window_parts import WindowParts

_NOT_HEARD = tr(
    "No click was heard. Connect an output to the input with a cable, or turn up the loudspeaker and hold the "
    "microphone close to it, and measure again."
)


class LatencyMeasurement(QObject):
    """One measurement after another; the sketch does not play meanwhile.

    Parameters
    ----------
    parts : WindowParts
        The settings get the correction.
    playback : Playback
    recording : PlayedRecording
        Records the clicks.
    """

    measured = Signal(str)
    """A measurement has ended: what was found, and how certain it is."""

    def __init__(self, parts: WindowParts, playback: Playback, recording: PlayedRecording, parent: QObject) -> None:
        super().__init__(parent)
        self._player, self._settings, self._playback = parts.player, parts.settings, playback
        self._input = recording
        self._running, self._position = False, 0
        recording.ended.connect(self._on_ended)

    @property
    def running(self) -> bool:
        """Whether clicks are being played."""
        return self._running

    def start(self) -> None:
        """Play the clicks, which takes about six seconds."""
        if self._input.running:
            self.measured.emit(tr("Something is being recorded. Measure after that."))
        elif self._playback.plays_tape:
            self.measured.emit(tr("Stop the jam before you measure."))
        else:
            self._running, self._position = True, self._player.position
            if self._player.playing:
                self._player.stop()
            self._input.begin(self._play, 0, 0.0)

    def cancel(self) -> None:
        """End the measurement."""
        if self._running:
            self._input.end()

    def _play(self) -> None:
        from riffdesk.audio.recording.latency import clicks

        self._player.set_metronome(False)
        self._playback.play_excerpt(PlacedAudio(clicks(self._player.sample_rate), 0), once=True)

    def _on_ended(self, recorded: Recorded) -> None:
        if not self._running:
            return
        self._running = False
        self._player.set_metronome(self._settings.metronome)
        if self._playback.updates is not None and self._playback.updates.plays_excerpt:
            self._playback.end_excerpt(self._position)
        self.measured.emit(recorded.problem or self._player.error or self._result(recorded))

    def _result(self, recorded: Recorded) -> str:
        """Set the correction if it is certain; return what was found."""
        from riffdesk.audio.filing.sound_files import read_audio
        from riffdesk.audio.recording.latency import COUNT, measured
        from riffdesk.audio.recording.recording_file import discard

        rate, latency = self._player.sample_rate, None
        if recorded.rounds:
            begin = recorded.rounds[0][0].begin - recorded.rounds[0][0].position
            audio = read_audio(recorded.path, rate)
            latency = measured(audio[:, max(0, begin) :], rate)
        discard(recorded.path)
        if latency is None:
            return _NOT_HEARD
        if not latency.is_certain:
            return tr(
                "{found} of {count} clicks were heard, and only {agreeing} of them at the same distance, "
                "so the correction stays as it is. Measure again louder, or where it is quieter.",
                found=latency.found,
                count=COUNT,
                agreeing=latency.agreeing,
            )
        self._settings.input_correction_ms = round(latency.ms, 1)
        agreeing, spread = latency.agreeing, max(0.1, latency.spread_ms)
        if latency.ms >= 0:
            return tr(
                "The clicks came {ms:.1f} ms later than the sound system tells: {agreeing} of {count} "
                "agree, within {spread:.1f} ms. The correction was set to that.",
                ms=latency.ms,
                agreeing=agreeing,
                count=COUNT,
                spread=spread,
            )
        return tr(
            "The clicks came {ms:.1f} ms earlier than the sound system tells: {agreeing} of {count} "
            "agree, within {spread:.1f} ms. The correction was set to that.",
            ms=-latency.ms,
            agreeing=agreeing,
            count=COUNT,
            spread=spread,
        )
