"""An effect: a change of the ink of a region, with parameters."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.language import translated
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.ink_edit import InkEdit
from riffdesk.sketch.paint.modifiers.grid import Grid
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.selection import without_notes
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import State

AROUND = 32
"""Columns on each side of a region for a change that needs the surrounding ink."""
PIECE_CELLS = 2**19
"""Cells in a block, for an effect that can be applied block by block."""
LOUDEST_INK = 8.0
"""No effect makes ink louder: 72 dB above a full-scale sine, where `riffdesk.dsp.mel` clips it."""

Values = Mapping[str, float]
"""The numbers of an effect by the names of its parameters."""


@dataclass(frozen=True)
class Parameter:
    """A parameter of an effect.

    Parameters
    ----------
    name, title, tip : str
        Key in the values, and the words for the user.
    default, low, high : float
    unit : str
        Text after the number, such as `` dB``.
    decimals : int
    choices : tuple of str
        Words for the numbers 0, 1, 2 and so on, which are chosen from a list.
    """

    name: str
    title: str
    tip: str
    default: float
    low: float = 0
    high: float = 0
    unit: str = ""
    decimals: int = 0
    choices: tuple[str, ...] = ()

    def checked(self, value: float) -> float:
        """Return a value cut to the range; the default for one that is no number."""
        high = len(self.choices) - 1 if self.choices else self.high
        return min(max(value, self.low), high) if math.isfinite(value) else self.default


@dataclass(frozen=True)
class Place:
    """The context of an effect: the sketch, and the place of the ink in it.

    Parameters
    ----------
    params : SpectrogramParams
    tempo : float
        In beats per minute.
    key : str
        Key of the sketch, '' for none.
    start, low, high : int
        First column and lowest band of the region, and the band after its highest one.
    noise : float32 ``[bands]``, optional
        Profile of the noise, see `riffdesk.sketch.paint.effects.noise`.
    seamless : bool
        Whether the sketch is a loop, whose first column follows on its last.
    """

    params: SpectrogramParams
    tempo: float = 120.0
    key: str = ""
    start: int = 0
    low: int = 0
    high: int = 0
    noise: Array | None = field(default=None, compare=False)
    seamless: bool = False

    @property
    def columns_per_beat(self) -> float:
        """Length of a beat in columns."""
        return 60 / self.tempo * self.params.columns_per_second


OnPiece = Callable[[int, int], object]
"""Called with the number of finished blocks and of all blocks."""
InkChange = Callable[[Array, Place, Values], Array]
"""From ink float32 ``[..., bands, columns]`` to ink of as many bands."""


@dataclass(frozen=True)
class Effect:
    """A named change of ink.

    Parameters
    ----------
    name : str
        Name of the undo step and of the dialog.
    hint : str
        Its description for the user.
    change : callable
        Returns the new ink. It has as many columns, or for a change that reaches `beyond` as many as it needs.
    parameters : tuple of Parameter
    beyond : str
        '' for a change inside of the region. "add": the new ink is laid over the sketch from the region's first
        column on, and may be longer than the region. "replace": likewise, and the region is silenced before.
        "notes": the change gets and returns ink of all bands, without the bed, which stays
        (see `riffdesk.sketch.paint.selection.transpose`). "around": the change gets some columns on
        each side too, with NaN for the cells of the region, and returns as many; only those of the region are changed.
    along : str
        "bands" or "columns" if the change of some of these does not depend on the others, so that it is applied
        block by block; '' if it needs all of the ink.
    """

    name: str
    hint: str
    change: InkChange
    parameters: tuple[Parameter, ...] = ()
    beyond: str = ""
    along: str = ""

    @property
    def is_inside(self) -> bool:
        """Whether it changes no cell outside of the region."""
        return self.beyond in ("", "around")

    def source(self, region: Region, sketch: Sketch) -> Region | None:
        """Return the region from which the new ink is made; None if it needs surrounding ink and there is none."""
        if self.beyond != "around":
            return region
        return Region.everything(sketch) if region.stop - region.start < sketch.columns else None

    def checked(self, values: Values) -> dict[str, float]:
        """Return a value for each parameter, in its range."""
        return {one.name: one.checked(values.get(one.name, one.default)) for one in self.parameters}


def place_in(state: State) -> Place:
    """Return the context of effects in a document."""
    # In a loop the columns are stretched to fill it, so that a beat has not as many as elsewhere.
    tempo = 60 * state.params.columns_per_second / Grid.of(state, "beat").step
    noise = np.array(state.noise, np.float32) if state.noise else None
    return Place(state.params, tempo, state.key, noise=noise, seamless=state.circular)


def begin_effect(sketch: Sketch, effect: Effect, region: Region) -> InkEdit:
    """Begin the undo step of an effect on the active layer; see `apply_effect`."""
    limited = effect.is_inside and region != Region.everything(sketch)
    return sketch.begin_stroke(translated(effect.name), region if limited else None)


def apply_effect(edit: InkEdit, effect: Effect, region: Region, place: Place, values: Values) -> None:
    """Apply an effect to the ink of the beginning of an edit; earlier results of the same edit are replaced.

    Parameters
    ----------
    edit : InkEdit
        Of `begin_effect`.
    place : Place
        The sketch; its corner is set here.
    values : mapping
        Values out of range are cut to it, missing ones are the defaults.
    """
    edit.restore()
    ink, bands = changed_ink(edit.original, effect, region, place, values)
    edit.write(region.start, ink, bands)


def changed_ink(
    tiles: Ink, effect: Effect, region: Region, place: Place, values: Values, on_block: OnPiece = lambda *_: None
) -> tuple[Array, slice]:
    """Return the ink after an effect: some columns from the first of the region on, and their bands.

    Parameters
    ----------
    on_block : callable
        Called with the number of finished blocks and of all blocks; it may raise an exception to cancel.

    Returns
    -------
    float32 ``[..., bands, columns]``
        With all bands for an effect on notes, else those of the region. It is the unmasked change of an effect inside
        of the region.
    slice
    """
    place, values = replace(place, start=region.start, low=region.low, high=region.high), effect.checked(values)
    if effect.beyond == "notes":
        ink = tiles.read(region.start, region.stop)
        lowered, selected = without_notes(ink, region, place.params)
        notes, left = np.zeros_like(ink), ink.copy()
        notes[..., region.bands, :], left[..., region.bands, :] = selected, lowered
        return np.maximum(left, _by_blocks(effect, notes, place, values, on_block)), slice(0, tiles.lead[-1])
    if effect.beyond == "around":
        return _from_around(tiles, effect, region, place, values, on_block), region.bands
    before = tiles.read(region.start, region.stop, region.bands)
    if not effect.beyond:
        return _by_blocks(effect, before, place, values, on_block), region.bands
    weights = region.weights(region.start, region.stop, region.bands)
    after = _by_blocks(effect, before * weights, place, values, on_block)
    after = _wrap(after, tiles.length) if place.seamless else after[..., : tiles.length - region.start]
    left = before
    if effect.beyond == "replace":
        left = np.where(weights < 1, before * (1 - weights), np.float32(0))
    stop = region.start + max(after.shape[-1], left.shape[-1])
    out = np.concatenate([left, _read(tiles, region.stop, stop, region.bands, place)], axis=-1)
    np.maximum(out[..., : after.shape[-1]], after, out=out[..., : after.shape[-1]])
    return out, region.bands


def _from_around(tiles: Ink, effect: Effect, region: Region, place: Place, values: Values, on_block: OnPiece) -> Array:
    """Return the ink of a region after an effect on the columns around it; bands without such columns are unchanged."""
    free = tiles.length - (region.stop - region.start)
    before, after = (
        min(AROUND, free if place.seamless else room) for room in (region.start, tiles.length - region.stop)
    )
    first, last = region.start - before, region.stop + after
    ink, holes = _read(tiles, first, last, region.bands, place).copy(), region.weights(first, last, region.bands) > 0
    holes[holes.all(axis=-1)] = False
    ink[..., holes] = np.nan
    return _by_blocks(effect, ink, place, values, on_block)[..., before : last - first - after]


def _read(tiles: Ink, start: int, stop: int, bands: slice, place: Place) -> Array:
    """Return columns of some bands; in a loop, columns beyond its ends wrap around."""
    if not place.seamless or 0 <= start <= stop <= tiles.length:
        return tiles.read(start, stop, bands)
    turns = range(start // tiles.length, -(-stop // tiles.length))
    parts = [
        tiles.read(max(0, start - turn * tiles.length), min(tiles.length, stop - turn * tiles.length), bands)
        for turn in turns
    ]
    return np.concatenate(parts, axis=-1)


def _wrap(ink: Array, columns: int) -> Array:
    """Return ink wrapped around a loop of some columns; overlapping cells have the louder ink."""
    for start in range(columns, ink.shape[-1], columns):
        turn = ink[..., start : start + columns]
        np.maximum(ink[..., : turn.shape[-1]], turn, out=ink[..., : turn.shape[-1]])
    return ink[..., :columns]


def _by_blocks(effect: Effect, ink: Array, place: Place, values: Values, on_block: OnPiece) -> Array:
    """Return the ink after an effect, computed block by block if it has many cells."""
    axis = -2 if effect.along == "bands" else -1
    count = min(ink.shape[axis], -(-ink.size // PIECE_CELLS)) if effect.along else 1
    ends = [round(ink.shape[axis] * number / count) for number in range(count + 1)]
    parts = []
    for number, (first, last) in enumerate(pairwise(ends)):
        on_block(number, count)
        if axis == -2:
            here = replace(place, low=place.low + first, high=place.low + last)
            parts.append(_bounded(effect.change(ink[..., first:last, :], here, values)))
        else:
            here = replace(place, start=place.start + first)
            parts.append(_bounded(effect.change(ink[..., first:last], here, values)))
    on_block(count, count)
    return parts[0] if count == 1 else np.concatenate(parts, axis=axis)


def _bounded(ink: Array) -> Array:
    return np.clip(np.nan_to_num(ink, nan=0.0), 0.0, LOUDEST_INK).astype(np.float32, copy=False)
