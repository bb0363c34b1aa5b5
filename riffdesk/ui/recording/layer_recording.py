"""The command *Record*: the input as a new layer, with a take for each round of a loop."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from riffdesk.language import plural, tr
from riffdesk.sketch.events import DocumentOpened
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import MAX_LAYERS
from riffdesk.sketch.takes import MAX_TAKES, with_takes
from riffdesk.ui.playing.playback import Playback
from riffdesk.ui.recording.played_recording import PlayedRecording, Recorded
from riffdesk.ui.window_parts import WindowParts

if TYPE_CHECKING:
    from riffdesk.audio.playing.playback import Region
    from riffdesk.audio.recording.alignment import Round
    from riffdesk.audio.recording.recorded_sound import RecordedRound

_NAME = tr("Recording")
_SHORTEST_SECONDS = 0.5  # of a round that was broken off
_SILENT = tr(
    "The recording is silent. Choose another input or channel in Play > Recording input, "
    "or allow riffdesk to use the microphone in the settings of the system."
)
_NOTHING = tr("Nothing was recorded, as the sketch had not begun to play.")
_GAPS = tr(
    "The sound had gaps while it was recorded, after which you heard it later than the recording tells. "
    "Listen whether it is in time, or record it again."
)
_OTHER_SKETCH = tr("Another sketch was opened while it was recorded. The recording is kept.")


class LayerRecording(QObject):
    """Records the input into layers of the sketch.

    Parameters
    ----------
    parts : WindowParts
    playback : Playback
        Plays the sketch meanwhile, after the count-in if that is on.
    window : QWidget
        Parent of the dialog.
    """

    changed = Signal()
    """`running` may have changed."""

    def __init__(self, parts: WindowParts, playback: Playback, window: QWidget) -> None:
        super().__init__(window)
        self._parts, self._playback, self._window = parts, playback, window
        self._sketch, self._notice = parts.sketch, parts.notice
        self.input = PlayedRecording(parts, playback, self)
        self._into_sketch = self._same_sketch = False
        self.input.changed.connect(self.changed)
        self.input.ended.connect(self._on_ended)
        self._sketch.subscribe(self._on_opened, DocumentOpened)

    @property
    def running(self) -> bool:
        """Whether a layer is being recorded."""
        return self.input.running and self._into_sketch

    def set_on(self, on: bool) -> None:
        """Begin to record from the playhead, or in the loop of the selection; or end it."""
        if on == self.running:
            return
        if on:
            self._begin()
        else:
            self.input.end()
        self.changed.emit()

    def show_input(self) -> None:
        """Show the dialog for device, channels, level and correction."""
        from riffdesk.ui.recording.input_dialog import InputDialog

        InputDialog(self._parts, self._playback, self.input, self._window).open()

    def offer_kept(self) -> None:
        """Offer recordings that were not part of a sketch when a program ended, as in a crash."""
        from riffdesk.audio.recording.recording_file import kept_recordings

        for path in kept_recordings():
            self._offer(path, tr("“{stem}” was still being recorded when riffdesk ended.", stem=path.stem))

    def close(self) -> None:
        """Close the input; what is being recorded is offered at the next start."""
        self.input.close()

    def _begin(self) -> None:
        refusal = self._refusal()
        if refusal:
            self._notice.warn(refusal)
            return
        player = self._parts.player
        if self._playback.updates is not None and self._playback.updates.auditioning:
            self._playback.audition(None)
        self._playback.update_loop()
        start, loop = player.position, player.loop
        if loop is not None and loop != (0, self._sketch.samples):
            start = loop[0]
        if player.playing:
            player.stop()
        self._into_sketch = self._same_sketch = True
        play = partial(self._playback.play_from, start / player.sample_rate)
        self.input.begin(play, start, self._parts.settings.input_correction_ms / 1_000)

    def _refusal(self) -> str:
        """Return why nothing can be recorded now; '' if it can."""
        if self.input.running:
            return tr("The latency is being measured. Record after that.")
        if self._playback.plays_tape:
            return tr("Stop the jam before you record.")
        if len(self._sketch.layers) >= MAX_LAYERS:
            return tr("A sketch has at most {count} layers. Remove one before you record.", count=MAX_LAYERS)
        return ""

    def _on_opened(self, _: DocumentOpened) -> None:
        self._same_sketch = False

    def _on_ended(self, recorded: Recorded) -> None:
        if not self._into_sketch:
            return  # the latency was measured
        self._into_sketch = False
        self.changed.emit()
        rounds, audible = _chosen(recorded.rounds, recorded.loop, self._sketch.params.sample_rate)
        if recorded.problem:
            kept = " " + tr("What was recorded until then is kept.") if rounds else ""
            self._notice.warn(f"{recorded.problem}{kept}")
        if not rounds:
            _discard(recorded.path)
            if not recorded.problem and self._parts.player.error is None:
                self._notice.tell(_NOTHING)
            return
        if recorded.is_silent:
            self._notice.warn(_SILENT)
        elif recorded.lost:
            self._notice.warn(
                plural(
                    recorded.lost,
                    "The input came too fast in one place of the recording, which is silent.",
                    "The input came too fast in {count} places of the recording, which are silent.",
                )
            )
        elif recorded.gaps and not recorded.problem:
            self._notice.warn(_GAPS)
        if self._same_sketch:
            self._read(recorded.path, rounds, audible)
        else:
            self._offer(recorded.path, _OTHER_SKETCH)

    def _offer(self, path: Path, text: str) -> None:
        add = (tr("Add as layer"), partial(self._add_whole, path))
        self._notice.offer(text, add, (tr("Discard"), partial(_discard, path)))

    def _add_whole(self, path: Path) -> None:
        """Add a recording of which it is not known where it belongs, from the beginning of the sketch on."""
        self._same_sketch = True
        self._read(path, [], 0)

    def _read(self, path: Path, rounds: Sequence[Round], audible: int) -> None:
        from riffdesk.audio.recording.recorded_sound import RecordedRequest, read_rounds

        request = RecordedRequest(path, self._sketch.params, tuple(rounds))
        add = partial(self._add, path, audible)
        self._parts.worker.submit(read_rounds, request, tr("Adding the recording"), add, self._notice.report)

    def _add(self, path: Path, audible: int, sounds: Sequence[RecordedRound]) -> None:
        if not self._same_sketch:
            self._offer(path, _OTHER_SKETCH)
            return
        name = self._free_name()
        layer = with_takes([self._layer(sound, name) for sound in sounds], audible)
        waveform = layer.sound.waveform
        samples = max(self._sketch.samples, 0 if waveform is None else waveform.length)
        with self._notice.reporting_errors():
            self._sketch.add_layer(layer, layer.sound, samples=samples, name=tr("Record"))
            _discard(path)
            if layer.takes is not None:
                self._notice.tell(
                    tr(
                        "{count} rounds were recorded as takes of {name}. Riff > Take before and Take after go "
                        "to the others.",
                        count=len(sounds),
                        name=name,
                    )
                )

    def _layer(self, sound: RecordedRound, name: str) -> Layer:
        waveform = Waveform.of(sound.audio).delayed(sound.first_column * self._sketch.params.hop)
        ink = Ink.of(sound.ink).delayed(sound.first_column)
        source = Source(waveform, ink)
        tiles = ink.resized(max(self._sketch.columns, ink.length))
        return Layer(tiles, name, source=source, sound=Sound(source.waveform))

    def _free_name(self) -> str:
        names = {layer.name for layer in self._sketch.layers}
        return next(name for number in range(1, MAX_LAYERS + 2) if (name := f"{_NAME} {number}") not in names)


def _chosen(rounds: Sequence[Round], loop: Region | None, rate: int) -> tuple[list[Round], int]:
    """Return the rounds that become takes, and the index of the one that is heard: the last that is whole.

    Without one it is the longest.
    """
    lengths = [sum(piece.samples for piece in pieces) for pieces in rounds]
    kept = [
        pieces
        for pieces, length in zip(rounds, lengths, strict=True)
        if length >= _SHORTEST_SECONDS * rate or length == max(lengths)
    ][-MAX_TAKES:]
    if not kept:
        return [], 0
    whole = [
        index
        for index, pieces in enumerate(kept)
        if loop is not None and pieces[0].position <= loop[0] and pieces[-1].stop >= loop[1]
    ]
    longest = max(range(len(kept)), key=lambda index: sum(piece.samples for piece in kept[index]))
    return kept, whole[-1] if whole else longest


def _discard(path: Path) -> None:
    from riffdesk.audio.recording.recording_file import discard

    discard(path)
