"""Painting notes: tones of given pitches and times, all of them as one undo step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from riffdesk.sketch.paint.modifiers import Modifiers
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.tips import ToneTip
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import State

_LAST_CELL = 1.0  # columns: a note leaves the column in which it ends to what begins there


@dataclass(frozen=True)
class PaintedNote:
    """A note on the picture.

    Parameters
    ----------
    hertz : float
    start, stop : float
        Columns of its beginning and of its end.
    level : float
        Part of the strength of the tip, 0 to 1.
    """

    hertz: float
    start: float
    stop: float
    level: float = 1.0


def paint_notes(
    sketch: Sketch,
    tip: ToneTip,
    notes: Iterable[PaintedNote],
    name: str,
    *,
    modifiers: Modifiers | None = None,
    within: Region | None = None,
) -> bool:
    """Paint notes on the active layer as one undo step; return whether they were not wholly outside of `within`.

    Parameters
    ----------
    name : str
        Name of the undo step.
    modifiers : Modifiers, optional
        Harmonics and grid; the magnet is not asked, as the pitches are exact.
    within : Region, optional
        The only part that is painted.
    """
    modifiers, params = modifiers or Modifiers(), sketch.params
    tone, grid = modifiers.applied(tip, params), modifiers.grid
    assert isinstance(tone, ToneTip)  # whose partials are part of it
    edit = sketch.begin_stroke(name, within)
    with edit.together():
        tone.begin(edit)
        for note in notes:
            start, stop = (note.start, note.stop) if grid is None else grid.ends(note.start, note.stop)
            band = float(params.band_of(note.hertz))
            tone.note(edit, (start, band), (max(start, stop - _LAST_CELL), band), note.level)
        tone.finish(edit)
    missed = edit.missed
    edit.commit()
    return not missed


def column_of(state: State, sample: float) -> float:
    """Return the column at a sample, as a fraction; the reverse of `State.sample_of`."""
    return sample / state.params.hop if state.loop is None else sample * state.columns / state.loop
