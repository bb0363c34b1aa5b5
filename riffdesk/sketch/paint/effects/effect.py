"""An effect: a change of the ink of a region, with the numbers that it asks for."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.ink_edit import InkEdit
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.selection import remove_notes
from riffdesk.sketch.sketch import Sketch

LOUDEST_INK = 8.0
"""No effect makes ink louder: 72 dB above a full-scale sine, where `riffdesk.dsp.mel` clips it."""

Values = Mapping[str, float]
"""The numbers of an effect by the names of its parameters."""


@dataclass(frozen=True)
class Parameter:
    """A number that an effect asks for.

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
    """What an effect knows of the sketch and of where the ink lies in it.

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
    """

    params: SpectrogramParams
    tempo: float = 120.0
    key: str = ""
    start: int = 0
    low: int = 0
    high: int = 0
    noise: Array | None = field(default=None, compare=False)

    @property
    def columns_per_beat(self) -> float:
        """Length of a beat in columns."""
        return 60 / self.tempo * self.params.columns_per_second


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
        What it does, for the user.
    change : callable
        Returns the new ink. It has as many columns, or for a change that reaches `beyond` as many as it needs.
    parameters : tuple of Parameter
    beyond : str
        '' for a change inside of the region. "add": the new ink is laid over the sketch from the region's first
        column on, and may be longer than the region. "replace": likewise, and the region is silenced before.
        "notes": the change gets and returns ink of all bands, only of what is louder than the bed around the region
        (see `riffdesk.sketch.paint.selection.transpose`); the bed stays.
    """

    name: str
    hint: str
    change: InkChange
    parameters: tuple[Parameter, ...] = ()
    beyond: str = ""

    def checked(self, values: Values) -> dict[str, float]:
        """Return a value for each parameter, in its range."""
        return {one.name: one.checked(values.get(one.name, one.default)) for one in self.parameters}


def begin_effect(sketch: Sketch, effect: Effect, region: Region) -> InkEdit:
    """Begin the undo step of an effect on the active layer; see `apply_effect`."""
    limited = not effect.beyond and region != Region.everything(sketch)
    return sketch.begin_stroke(effect.name, region if limited else None)


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
    place = replace(place, start=region.start, low=region.low, high=region.high)
    before = edit.read_original(region.start, region.stop, region.bands)
    if not effect.beyond:
        edit.write(region.start, _bounded(effect.change(before, place, effect.checked(values))), region.bands)
        return
    if effect.beyond == "notes":
        notes = np.zeros((*edit.shape[:-1], region.stop - region.start), np.float32)
        notes[..., region.bands, :] = remove_notes(edit, region)
        after = _bounded(effect.change(notes, place, effect.checked(values)))
        edit.write(region.start, after, combine=np.maximum)
        return
    weights = region.weights(region.start, region.stop, region.bands)
    after = _bounded(effect.change(before * weights, place, effect.checked(values)))
    if effect.beyond == "replace":
        edit.write(region.start, np.where(weights < 1, before * (1 - weights), np.float32(0)), region.bands)
    edit.write(region.start, after[..., : edit.shape[-1] - region.start], region.bands, np.maximum)


def _bounded(ink: Array) -> Array:
    return np.clip(np.nan_to_num(ink, nan=0.0), 0.0, LOUDEST_INK).astype(np.float32, copy=False)
