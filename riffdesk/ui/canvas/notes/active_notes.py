"""The notes of the active layer, the selected ones, and their edits, each of which is one undo step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from riffdesk.compose.harmony import Key, key_named
from riffdesk.compose.notes import note_edits
from riffdesk.compose.notes.note_edits import Edited, Selection
from riffdesk.compose.score import Part, Score
from riffdesk.compose.score_text import rounded, score_of_text
from riffdesk.engine.riff.score.layer_score import layer_score, notes_text
from riffdesk.errors import UserError
from riffdesk.sketch.events import DocumentOpened, FieldsChanged, LayerChanged, LayersChanged
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.paint.tips import Point
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.canvas.notes.note_places import NotePlaces

_SHOWN = frozenset(("notes", "recipe", "delay"))


class ActiveNotes(QObject):
    """The notes of the active layer."""

    changed = Signal()
    """The shown or the selected notes have changed."""
    refused = Signal(str)
    """A sentence on why an edit was not done."""

    def __init__(self, sketch: Sketch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sketch = sketch
        self.was_played: Callable[[Layer], bool] = lambda layer: bool(layer.recipe and layer.recipe.score)
        self.part_for: Callable[[float], Part] = lambda _: Part("melody", "piano", 0, ())
        self.selected: Selection = frozenset()
        self.frame: tuple[Point, Point] | None = None
        """Corners of the rectangle that is being drawn around notes."""
        self._draft: Score | None = None
        self._places: NotePlaces | None = None  # the newest score and its places, cached
        self._part = 0  # part of the last selected note
        sketch.subscribe(self._on_change, DocumentOpened, LayersChanged, LayerChanged, FieldsChanged)

    @property
    def score(self) -> Score | None:
        """The notes, with the edit in progress; None if the layer has none, or they are damaged."""
        if self._draft is not None:
            return self._draft
        layer = self._sketch.active_layer
        try:
            return layer_score(layer, played=self.was_played(layer))
        except UserError:
            return None

    @property
    def places(self) -> NotePlaces | None:
        """Their places on the canvas."""
        score, params, delay = self.score, self._sketch.params, self._sketch.active_layer.delay
        if score is None:
            return None
        known = self._places
        if known is None or known.score is not score or (known.params, known.delay) != (params, delay):
            known = self._places = NotePlaces(score, params, delay)
        return known

    @property
    def places_for_new(self) -> NotePlaces:
        """As `places`; those of a score without notes for a layer that has none."""
        return self.places or NotePlaces(self._empty_score(), self._sketch.params, self._sketch.active_layer.delay)

    @property
    def is_changed(self) -> bool:
        """Whether the notes differ from those that the layer was played from."""
        return bool(self._sketch.active_layer.notes)

    def part_of_new(self, score: Score) -> int:
        """Return the number of the part that a new note belongs to: that of the last selected note."""
        return self._part if self._part < len(score.parts) else 0

    def select(self, selected: Selection) -> None:
        """Select notes, instead of others."""
        self.selected, self._draft, self.frame = selected, None, None
        self._part = next((number for number, _ in selected), self._part)
        self.changed.emit()

    def show_draft(self, edited: Edited) -> None:
        """Show an edit that is in progress."""
        self._draft, self.selected = edited
        self.changed.emit()

    def show_frame(self, corner: Point, opposite: Point) -> None:
        """Show a rectangle around notes."""
        self.frame = corner, opposite
        self.changed.emit()

    def change(self, name: str, edited: Edited) -> None:
        """Give the layer an edited score, as one undo step of this name."""
        score, selected = edited
        layer = self._sketch.active_layer
        try:
            text = notes_text(score, layer, played=self.was_played(layer))
            score_of_text(text) if text else None  # or it could not be read again
        except UserError as error:
            self.select(frozenset())
            self.refused.emit(str(error))
            return
        self._draft, self.frame = None, None
        set_notes(self._sketch, layer.id, text, name)
        self.select(frozenset((number, rounded(note)) for number, note in selected))

    def edit(self, name: str, function: Callable[[Score, Selection], Edited], *, all_by_default: bool = False) -> None:
        """Edit the selected notes by a function of `riffdesk.compose.notes.note_edits`."""
        score = self.score
        selected = self.selected
        if score is not None and not selected and all_by_default:
            selected = note_edits.everything(score)
        if score is not None and selected:
            before = self.selected
            self.change(name, function(score, selected))
            if not before:
                self.select(frozenset())

    def select_all(self) -> None:
        """Select every note of the layer."""
        score = self.score
        self.select(frozenset() if score is None else note_edits.everything(score))

    def _empty_score(self) -> Score:
        state = self._sketch.state
        bars = max(1, -(-self._sketch.seconds * state.tempo / 60 // state.beats_per_bar))
        key = key_named(state.key) or Key(0, "major")
        return Score(state.tempo, state.beats_per_bar, key, int(bars))

    def _on_change(self, event: object) -> None:
        if isinstance(event, LayerChanged) and not (
            event.layer_id == self._sketch.state.active and event.names & _SHOWN
        ):
            return
        if isinstance(event, FieldsChanged) and not event.names & {"active", "params", "columns"}:
            return
        self._draft, self.frame = None, None
        score = self.score
        self.selected = frozenset() if score is None else note_edits.present(score, self.selected)
        self.changed.emit()


def set_notes(sketch: Sketch, layer_id: str, notes: str, name: str, merge: str | None = None) -> None:
    """Give a layer other notes, which are not played yet.

    Parameters
    ----------
    notes : str
        As `Layer.notes`: '' for those that it was played from.
    name, merge
        As in `Sketch.change`.
    """
    sketch.settle()
    layer = sketch.layer(layer_id)
    if notes != layer.notes:
        sketch.take_step(name, sketch.state.with_layer(replace(layer, notes=notes)), merge)
