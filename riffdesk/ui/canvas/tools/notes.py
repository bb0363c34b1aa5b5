"""The note tool: notes are selected, moved, lengthened, added, and made louder or softer."""

from __future__ import annotations

from collections.abc import Callable

from riffdesk.compose.notes import note_edits
from riffdesk.compose.notes.note_edits import Edited, Selected, Selection
from riffdesk.compose.score import Note, Score
from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.paint.tips import Point
from riffdesk.ui.canvas.notes.note_places import NotePlaces, band_of, piece_at, pitch_at
from riffdesk.ui.canvas.tools.tool import ButtonOption, ChoiceOption, Desk, Pointer, SliderOption, ToolInfo

GRIDS = {"1/4": 1.0, "1/8": 0.5, "1/8T": 1 / 3, "1/16": 0.25, "1/16T": 1 / 6, "1/32": 0.125}
"""Beats of each grid; T is for triplets."""
_TITLES = {name: tr("{grid} triplet", grid=name.removesuffix("T")) if name.endswith("T") else name for name in GRIDS}
_STILL_PIXELS = 3  # a press that moves less is a click
_END_PIXELS = 6  # from the end of a note, where it is lengthened


class NoteTool:
    """Edits the notes of the active layer: a click adds one, a drag moves or lengthens notes, or selects."""

    info = ToolInfo(
        tr("Notes"),
        "toolNotes",
        "N",
        "notes",
        tr("Click to add a note, drag it to move it, its end to lengthen it; Shift and up or down for its velocity"),
        options=(
            (
                ChoiceOption(
                    "note_grid", tr("Grid"), tr("Length of new notes, and step by which notes are moved"), _TITLES
                ),
            ),
            (SliderOption("note_velocity", tr("Velocity"), tr("Velocity of a new note, 1 to 127"), 1, 127),),
            (
                ButtonOption("actionQuantise", tr("Quantise"), "quantiseNotes"),
                ButtonOption("actionNoteVelocity", tr("Set velocity"), "setVelocity"),
                ButtonOption("actionPlayNotes", tr("Play"), "playNotes"),
            ),
        ),
    )

    def __init__(self) -> None:
        self._desk: Desk | None = None
        self._places: NotePlaces | None = None
        self._grip: Selected | None = None
        self._change: Callable[[Desk, Point], Edited] | None = None
        self._name = ""
        self._start: Point = (0.0, 0.0)
        self._before: Selection = frozenset()
        self._moved = self._adds_to_selection = False
        self._edited: Edited | None = None

    def press(self, desk: Desk, pointer: Pointer) -> None:
        """Take a note, or begin a rectangle."""
        notes, point, shift = desk.notes, pointer.point, pointer.shift
        self._desk, self._start, self._moved, self._edited = desk, point, False, None
        self._places, self._before, self._adds_to_selection = notes.places_for_new, notes.selected, shift
        self._grip = self._places.hit(point, desk.pixel, desk.scale)
        if self._grip is None:
            self._change = None
            return
        if self._grip not in notes.selected:
            notes.select(frozenset({self._grip}) | (self._before if shift else frozenset()))
        self._name, self._change = self._edit_at(desk, point, shift)

    def move(self, desk: Desk, pointer: Pointer) -> None:
        """Move, lengthen, change the velocity, or stretch the rectangle."""
        (width, height), point = desk.pixel, pointer.point
        far = abs(point[0] - self._start[0]) > _STILL_PIXELS * width
        self._moved |= far or abs(self._rise(desk, point)) > _STILL_PIXELS * height
        if self._desk is None or not self._moved:
            return
        if self._change is not None:
            self._edited = self._change(desk, point)
            desk.notes.show_draft(self._edited)
        else:
            desk.notes.show_frame(self._start, point)

    def release(self, desk: Desk) -> None:
        """Keep the edit as one undo step; a click adds a note where there is none."""
        if self._desk is None or self._places is None:
            return
        self._desk, frame, notes = None, desk.notes.frame, desk.notes
        if self._edited is not None:
            notes.change(self._name, self._edited)
        elif self._grip is not None:
            self._click(desk, self._grip)
        elif frame is not None:
            notes.select(self._places.inside(*frame) | (self._before if self._adds_to_selection else frozenset()))
        elif not self._moved:
            self._add(desk)

    def cancel(self) -> None:
        """Restore the notes."""
        desk, self._desk = self._desk, None
        if desk is not None:
            desk.notes.select(self._before)

    def size(self, settings: Settings) -> float | None:
        """Return None: it has no mark."""
        return None

    def core(self, settings: Settings) -> float | None:
        """Return None: the tool has no tip."""
        return None

    def resize(self, settings: Settings, factor: float) -> None:
        """Do nothing: it has no mark."""

    def _click(self, desk: Desk, grip: Selected) -> None:
        """Select one note, or with Shift add it to the selection or remove it."""
        if not self._adds_to_selection:
            desk.notes.select(frozenset({grip}))
        elif grip in self._before:
            desk.notes.select(self._before - {grip})

    def _edit_at(self, desk: Desk, point: Point, shift: bool) -> tuple[str, Callable[[Desk, Point], Edited]]:
        """Return the name and the function of the edit for a drag from a point."""
        assert self._grip is not None
        assert self._places is not None
        if shift:
            return tr("Velocity"), self._louder
        number, note = self._grip
        if self._places.score.parts[number].role == "drums":
            return tr("Move notes"), self._move
        first, last = self._places.column(note.start), self._places.column(note.end)
        near = min(_END_PIXELS * desk.pixel[0], (last - first) / 3)
        if point[0] > last - near:
            return tr("Lengthen notes"), self._lengthen
        return (
            (tr("Lengthen notes"), self._lengthen_start) if point[0] < first + near else (tr("Move notes"), self._move)
        )

    def _score(self, desk: Desk) -> tuple[Score, Selection]:
        """Return the score at the press, and its selected notes."""
        assert self._places is not None
        assert self._grip is not None
        selected = self._before if self._grip in self._before or self._adds_to_selection else frozenset()
        return self._places.score, note_edits.present(self._places.score, selected | {self._grip})

    def _by(self, desk: Desk, point: Point, beat: float) -> float:
        """Return the beats from a beat to its place on the grid after a drag; 0 for less than half of the grid."""
        assert self._places is not None
        grid = GRIDS[desk.settings.note_grid]
        by = (point[0] - self._start[0]) / self._places.columns_per_beat
        return round((beat + by) / grid) * grid - beat if abs(by) >= grid / 2 else 0.0

    def _rise(self, desk: Desk, point: Point) -> float:
        """Return the height of a point above the press."""
        before, after = desk.scale.height_of([self._start[1], point[1]])
        return float(after - before)

    def _move(self, desk: Desk, point: Point) -> Edited:
        score, selected = self._score(desk)
        assert self._grip is not None
        number, note = self._grip
        params, drums = desk.sketch.params, score.parts[number].role == "drums"
        height = float(desk.scale.height_of(band_of(note, drums, params))) + self._rise(desk, point)
        band = float(desk.scale.band_at(height))
        semitones = 0 if drums else round(pitch_at(band, params)) - note.pitch
        edited = note_edits.moved(score, selected, self._by(desk, point, note.start), semitones)
        if drums and len(selected) == 1:
            edited = note_edits.with_piece(*edited, piece_at(band, params))
        return edited

    def _lengthen(self, desk: Desk, point: Point) -> Edited:
        assert self._grip is not None
        return note_edits.lengthened(*self._score(desk), self._by(desk, point, self._grip[1].end))

    def _lengthen_start(self, desk: Desk, point: Point) -> Edited:
        assert self._grip is not None
        return note_edits.lengthened(*self._score(desk), -self._by(desk, point, self._grip[1].start), at_start=True)

    def _louder(self, desk: Desk, point: Point) -> Edited:
        return note_edits.louder(*self._score(desk), round(self._rise(desk, point) / desk.pixel[1]))

    def _add(self, desk: Desk) -> None:
        """Add a note at the press, at the grid's place before it."""
        assert self._places is not None
        score, params, grid = self._places.score, desk.sketch.params, GRIDS[desk.settings.note_grid]
        column, band = self._start
        beat = max(0.0, self._places.beat(column) // grid * grid)
        if beat >= score.beats:
            return
        pitch = min(127, max(0, round(pitch_at(band, params))))
        if not score.parts:
            score = note_edits.with_part(score, desk.notes.part_for(pitch))
        number = desk.notes.part_of_new(score)
        if score.parts[number].role == "drums":
            pitch = piece_at(band, params)
        note = Note(beat, grid, pitch, round(desk.settings.note_velocity))
        desk.notes.change(tr("Add note"), note_edits.added(score, number, note))
