"""Paints notes that were played on a keyboard, where they were heard."""

from __future__ import annotations

from dataclasses import replace

from riffdesk.control.played_notes import PlayedNote
from riffdesk.control.voices import relative_amplitude
from riffdesk.dsp.pitch import hertz_of_midi, name_of_midi
from riffdesk.language import plural, tr
from riffdesk.sketch.paint.notes import PaintedNote, column_of, paint_notes
from riffdesk.ui.canvas.tools.modifiers import modifiers_of
from riffdesk.ui.canvas.tools.notes import GRIDS
from riffdesk.ui.canvas.tools.painting.tone import tone_tip
from riffdesk.ui.control.control_parts import ControlParts

_TOOL = "toolTone"

Span = tuple[float, float]
"""First sample, and the one after the last."""


class NotePainter:
    """Paints with the settings of the tone brush. A note that is struck half as fast is 12 dB quieter.

    Parameters
    ----------
    parts : ControlParts
    """

    def __init__(self, parts: ControlParts) -> None:
        self._parts = parts

    def paint(self, notes: tuple[PlayedNote, ...]) -> None:
        """Paint notes as one undo step."""
        parts, settings = self._parts, self._parts.settings
        sketch, selection = parts.sketch, parts.canvas.selection
        modifiers = replace(modifiers_of(settings, sketch.state, parts.tools[_TOOL].info), magnet=None)
        painted = [one for note in notes for one in self._painted(note)]
        if not painted:
            return
        name = plural(len(notes), "MIDI note", "MIDI notes")
        if not paint_notes(sketch, tone_tip(settings), painted, name, modifiers=modifiers, within=selection):
            parts.canvas.tell_missed()

    def _painted(self, note: PlayedNote) -> list[PaintedNote]:
        """Return what a note is on the picture: two notes where it went over the end of the loop."""
        parts, state = self._parts, self._parts.sketch.state
        hertz, params = hertz_of_midi(note.note), state.params
        if not params.hertz_of(0) <= hertz <= params.hertz_of(params.bands - 1):
            parts.notice.tell(tr("{note} is not among the frequencies of the sketch.", note=name_of_midi(note.note)))
            return []
        spans = [(start, min(stop, state.samples)) for start, stop in self._spans(note) if start < state.samples]
        if not spans:
            parts.notice.tell(tr("There is no room at the end of the sketch: move the playhead to the left."))
        level = relative_amplitude(note.velocity) ** params.power
        columns = ((column_of(state, start), column_of(state, stop)) for start, stop in spans)
        return [PaintedNote(hertz, start, stop, level) for start, stop in columns]

    def _spans(self, note: PlayedNote) -> list[Span]:
        """Return when a note sounded."""
        parts, state = self._parts, self._parts.sketch.state
        start, stop, loop = float(note.start), note.stop, parts.player.loop
        if parts.playback.plays_tape:
            start = self._place_in_jam(note.start)
            stop, loop = None if stop is None else round(self._place_in_jam(stop)), (0, state.samples)
        length = GRIDS[parts.settings.note_grid] * 60 / state.tempo * state.params.sample_rate
        if stop is None:
            return [(start, start + length)]
        if stop > start:
            return [(start, stop)]
        if note.rested:
            return [(start, state.samples)]
        if loop is not None and loop[0] <= stop <= start <= loop[1]:
            return [(start, loop[1]), (loop[0], stop)]
        return [(start, start + length)]  # the playhead was moved meanwhile

    def _place_in_jam(self, sample: int) -> float:
        """Return the sample of the sketch at which the playhead is, for one of a jam."""
        rate = self._parts.sketch.params.sample_rate
        return self._parts.jam.jam.shown_seconds(sample / rate) * rate
